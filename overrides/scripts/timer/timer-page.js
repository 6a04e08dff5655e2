// The entry of the timer page: opens what its address asks for, or offers a choice.
// @ts-check

import "../offline/offline.js";
import { repairAddress } from "../shared/repair-address.js";
import { IntervalTimer } from "./interval-timer.js";
import { parseRequest, sentencesFor } from "./timer-address.js";

customElements.define("interval-timer", IntervalTimer);

const timer = document.querySelector("interval-timer");
if (timer instanceof IntervalTimer) void begin(timer);

document.querySelector("[data-free-timer]")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  location.assign(`?${new URLSearchParams(/** @type {any} */ (new FormData(form)))}`);
});

// A link to another plan, in the same tab: reloading stores the session as leaving the page does.
addEventListener("hashchange", () => location.reload());

// For "Try again" with a plan's link: a browser would only scroll, since the address differs in nothing but its fragment.
addEventListener("click", (event) => {
  if (/** @type {any} */ (event.target).href !== location.href) return;
  event.preventDefault();
  location.reload();
});

/** @param {IntervalTimer} timer */
async function begin(timer) {
  await repairAddress(() => import("../shared/address-repair.js"));
  const isPlace = document.getElementById(location.hash.slice(1)); // an id in the list of routines, not a plan
  const { request, notes } = parseRequest(location.search + (isPlace ? "" : location.hash));
  if (request && (await timer.open(request, notes))) return;
  for (const part of document.querySelectorAll("[data-start], [data-free-timer]")) part.removeAttribute("hidden");
  void import("./step-pictures.js").then((it) => it.pictureSteps(document, new URL(timer.root, document.baseURI)), () => null);
  if (request) return;
  const session = await timer.store().load(Date.now());
  const links = session ? [timer.linkTo(session)] : [];
  if (notes.length || links.length) timer.offer((await sentencesFor(notes)).join(" "), links);
}
