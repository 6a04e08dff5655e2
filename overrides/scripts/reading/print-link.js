// Opens the print dialog from links marked data-print, on this page or on the one that they lead to.
// @ts-check

import { printPage } from "../shared/print-page.js";

/** @param {Document} page */
export function connectPrintLinks(page) {
  const window = page.defaultView;
  if (!window) return;
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-print]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.pathname !== window.location.pathname) return;
    event.preventDefault();
    printPage(window);
  });
  const { pathname, search, hash } = window.location;
  const asked = new URLSearchParams(search).has("print"); // beside the fragment of one card
  if (!asked && hash !== "#print") return;
  // The word is removed, so that a reload or a bookmark does not print again.
  window.history.replaceState(window.history.state, "", pathname + (asked ? hash : search));
  window.addEventListener("load", () => printPage(window), { once: true });
}
