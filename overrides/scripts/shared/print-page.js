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
  window.setTimeout(async () => {
    if (gone.signal.aborted || window.document.hidden) return; // some dialogs hide the page and fire no event
    const { noteOn } = await import("../shared/print-note.js"); // hardly anyone needs it
    if (!gone.signal.aborted) note = noteOn(window.document);
  }, PATIENCE_MS);
}
