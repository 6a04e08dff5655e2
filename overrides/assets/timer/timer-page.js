// The entry of the timer's own page: what its address asks for, or else what there is; knows no run.
// @ts-check

import { IntervalTimer, queryOf, wishOf } from "./interval-timer.js";

customElements.define("interval-timer", IntervalTimer);

const timer = document.querySelector("interval-timer");
const form = document.querySelector("[data-free-timer]");
if (timer instanceof IntervalTimer) void begin(timer);

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = new FormData(/** @type {HTMLFormElement} */ (form));
  const [work, rest, rounds] = ["work_seconds", "rest_seconds", "rounds"].map((name) => Number(fields.get(name)));
  const { wish } = wishOf(`?work=${work}&rest=${rest}&rounds=${rounds}`);
  if (wish) location.assign(queryOf(wish));
});

/** @param {IntervalTimer} timer */
async function begin(timer) {
  const { wish, notes } = wishOf(location.search);
  if (wish && (await timer.open(wish, notes))) return;
  for (const part of document.querySelectorAll("[data-start], [data-free-timer]")) part.removeAttribute("hidden");
  if (wish) return;
  const session = await timer.store().load(Date.now());
  const links = session ? [timer.linkTo(session)] : [];
  if (notes.length || links.length) timer.offer(notes.join(" "), links);
}
