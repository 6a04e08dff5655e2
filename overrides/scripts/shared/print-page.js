// Opens the print dialog, or says how to print where the browser opens none.
// @ts-check

// The browsers within messengers have no print function, or one that does nothing. Browsers that print fire an event,
// Safari on a phone a moment after the dialog has opened.
const PATIENCE_MS = 1500;

/** @param {Window} window */
export function printPage(window) {
  const gone = new AbortController();
  /** @type {Element | null} */
  let note = null;
  const came = () => {
    gone.abort();
    note?.remove();
  };
  for (const event of ["beforeprint", "afterprint", "pagehide"]) window.addEventListener(event, came, { signal: gone.signal });
  window.print?.();
  window.setTimeout(() => {
    if (!gone.signal.aborted && !window.document.hidden) note = tell(window.document); // some dialogs hide the page and fire no event
  }, PATIENCE_MS);
}

/** Adds the note where the visitor looks: in the open dialog, or at the top of the page. @param {Document} page */
function tell(page) {
  const dialog = page.querySelector("dialog[open]");
  const place = dialog ?? page.querySelector("main, article") ?? page.body;
  place.querySelector("[data-print-note]")?.remove();
  const note = page.createElement("p");
  note.className = "paper-note screen-only";
  note.dataset.printNote = "";
  note.setAttribute("role", "alert");
  note.textContent =
    "No print dialog came: apps that show pages, such as messengers, often cannot print. In the app’s menu (⋯ or ⋮), tap “Open in browser”, “Open in Safari” or “Open in Chrome”, and print there.";
  if (dialog) place.append(note);
  else place.prepend(note);
  return note;
}
