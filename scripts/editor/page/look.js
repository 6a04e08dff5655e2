// Shows how a draft looks, in frames that have the site's own style sheets.
// @ts-check

import { byId, make } from "./making.js";

/** @import { Said } from "./asking.js" */

const PAGE = /** @type {HTMLIFrameElement} */ (byId("look-page"));
const WIDE = matchMedia("(min-width: 48rem)"); // as in edit.css
const CARD = /** @type {HTMLIFrameElement} */ (byId("look-card"));

/**
 * What is shown of a draft; what is there stays while a draft says too little.
 * @param {Said} said
 */
export function look(said) {
  if (!said.page) return;
  byId("look-empty").hidden = true;
  fill(PAGE, said.page, "");
  fill(CARD, said.card ?? "", said.classes ?? "");
}

/** Another record is begun. */
export function lookAtNothing() {
  byId("look-empty").hidden = false;
  fill(PAGE, "", "");
  fill(CARD, "", "");
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

/** The colours that the site is shown in, also when they are switched in another tab. */
export function followScheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    const chosen = localStorage.getItem("limber-scheme");
    const scheme = (chosen ? chosen === "slate" : dark.matches) ? "slate" : "default";
    for (const page of [document, PAGE.contentDocument, CARD.contentDocument]) {
      if (page?.body) page.body.dataset.mdColorScheme = scheme;
    }
  };
  follow();
  dark.addEventListener("change", follow);
  addEventListener("storage", follow);
}

WIDE.addEventListener("change", () => show(document.body.dataset.view ?? "write"));

/**
 * Which of the form, the page and the card is in sight; beside a form there is always one of the others.
 * @param {string} view
 */
export function show(view) {
  document.body.dataset.view = view;
  CARD.hidden = view !== "card";
  PAGE.hidden = view === "card";
  const shown = view === "write" && WIDE.matches ? "page" : view;
  for (const each of document.querySelectorAll("[data-view][aria-pressed]")) {
    each.setAttribute("aria-pressed", `${/** @type {HTMLElement} */ (each).dataset.view === shown}`);
  }
}
