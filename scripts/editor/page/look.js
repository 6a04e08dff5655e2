// Shows how a draft looks, in frames that have the site's own style sheets, and runs its timer.
// @ts-check

import { byId, make } from "./making.js";

/** @import { Said } from "./asking.js" */

const PAGE = /** @type {HTMLIFrameElement} */ (byId("look-page"));
const WIDE = matchMedia("(min-width: 48rem)"); // as in edit.css
const CARD = /** @type {HTMLIFrameElement} */ (byId("look-card"));
const TIMER = /** @type {HTMLIFrameElement} */ (byId("look-timer"));
/** The pages that follow the colours of the site. */
export const FRAMES = [PAGE, CARD];

/** @type {Said["timer"]} */
let timer = null;

/**
 * What is shown of a draft; what is there stays while a draft says too little.
 * @param {Said} said
 */
export function look(said) {
  if (!said.page) return;
  byId("look-empty").hidden = true;
  fill(PAGE, said.page, "");
  fill(CARD, said.card ?? "", said.classes ?? "");
  timer = said.timer;
  openTimer();
}

/** Another record is begun. */
export function lookAtNothing() {
  byId("look-empty").hidden = false;
  fill(PAGE, "", "");
  fill(CARD, "", "");
  timer = null;
  openTimer();
}

/** Opens the timer of the draft where it is in sight; one that runs goes on until the draft says something else to it. */
function openTimer() {
  const { address = "about:blank", of = "" } = timer ?? {};
  if (TIMER.hidden || TIMER.dataset.of === of) return;
  TIMER.dataset.of = of;
  TIMER.contentWindow?.location.replace(new URL(address, document.baseURI)); // leaves no step in the way back
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {string} html made by the site's components, which escape all text
 * @param {string} classes
 */
function fill(frame, html, classes) {
  const draft = frame.contentDocument?.getElementById("draft");
  if (!draft) {
    frame.addEventListener("load", () => fill(frame, html, classes), { once: true });
    return;
  }
  /** @type {HTMLElement} */ (draft.ownerDocument.body).dataset.mdColorScheme = document.body.dataset.mdColorScheme;
  const inner = classes ? make("section", { class: "sheet card-sheet" }) : draft;
  inner.innerHTML = html;
  if (frame === CARD) draft.className = classes;
  if (inner !== draft) draft.replaceChildren(inner);
  for (const each of draft.querySelectorAll("details")) each.open = false;
}

WIDE.addEventListener("change", () => show(document.body.dataset.view ?? "write"));

/**
 * Which of the form, the page, the card and the timer is in sight; beside a form there is always one of the others.
 * @param {string} view
 */
export function show(view) {
  document.body.dataset.view = view;
  CARD.hidden = view !== "card";
  TIMER.hidden = view !== "timer";
  PAGE.hidden = !CARD.hidden || !TIMER.hidden;
  openTimer();
  const shown = view === "write" && WIDE.matches ? "page" : view;
  for (const each of document.querySelectorAll("[data-view][aria-pressed]")) {
    each.setAttribute("aria-pressed", `${/** @type {HTMLElement} */ (each).dataset.view === shown}`);
  }
}
