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
  if (window.location.hash !== "#print") return;
  // The fragment is removed, so that a reload or a bookmark does not print again.
  window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
  window.addEventListener("load", () => printPage(window), { once: true });
}
