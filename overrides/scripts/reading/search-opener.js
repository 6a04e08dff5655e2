// Opens and closes the search dialog, loads Material's search when it is first opened, and silences its single-key shortcuts.
// @ts-check

/** Keys that reach Material's search while the dialog is open: it moves through the results with them. */
const RESULT_KEYS = ["ArrowUp", "ArrowDown", "Enter"];

/** @type {Promise<unknown> | null} */
let connected = null;

/** @param {Document} page */
export function connectSearch(page) {
  const dialog = /** @type {HTMLDialogElement | null} */ (page.querySelector("[data-md-component=search]"));

  // Material listens on the window and would open search at "s" or leave the page at "n" (WCAG 2.1.4), and close search
  // at Tab. A key stopped at the document never gets there.
  page.addEventListener("keydown", (event) => {
    if (!(dialog?.open && RESULT_KEYS.includes(event.key))) event.stopPropagation();
  });
  if (dialog) connectDialog(page, dialog);
}

/**
 * @param {Document} page
 * @param {HTMLDialogElement} dialog
 */
function connectDialog(page, dialog) {
  // Material keeps in this checkbox whether the search is open: it is set as the dialog is.
  const toggle = /** @type {HTMLInputElement} */ (page.querySelector("[data-md-toggle=search]"));
  const follow = () => {
    if (toggle.checked !== dialog.open) toggle.click();
  };
  toggle.addEventListener("change", follow);
  dialog.addEventListener("close", follow);
  follow(); // A browser may restore the checkbox with the page.

  for (const button of page.querySelectorAll("[data-search-open]")) {
    button.addEventListener("click", () => {
      dialog.showModal();
      follow();
      connected ??= import("./search-results.js").then((it) => it.connectResults(dialog)).catch(() => (connected = null)); // once more when it is opened again
      loadSearch(page, dialog);
      dialog.querySelector("input")?.select();
    });
    button.removeAttribute("hidden");
  }

  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
}

/**
 * Loads the search, half of a page's bytes, when it is first opened. It searches for what was typed meanwhile. If it fails
 * to load, the dialog says so, and loads it again when it is opened the next time.
 * @param {Document} page
 * @param {HTMLDialogElement} dialog
 */
function loadSearch(page, dialog) {
  const { script: address, failed = "" } = dialog.dataset;
  if (!address) return; // it is loaded or being loaded
  delete dialog.dataset.script;
  const script = page.createElement("script");
  script.src = address;
  script.addEventListener("error", () => {
    script.remove();
    dialog.dataset.script = address;
    const status = dialog.querySelector("[role=status]");
    if (status) status.textContent = failed;
  });
  page.body.append(script);
}
