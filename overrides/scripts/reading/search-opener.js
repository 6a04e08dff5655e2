// Opens and closes the search dialog, loads Material's search when it is first opened, and silences its single-key shortcuts.
// @ts-check

/** Keys that Material's search may hear, and only while the dialog is open: it moves through the results with them. */
const RESULT_KEYS = ["ArrowUp", "ArrowDown", "Enter"];

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
  // Material keeps "search is open" in this checkbox. The dialog is the truth, and the checkbox follows.
  const toggle = /** @type {HTMLInputElement} */ (page.querySelector("[data-md-toggle=search]"));
  const follow = () => {
    if (toggle.checked !== dialog.open) toggle.click();
  };
  toggle.addEventListener("change", follow);
  dialog.addEventListener("close", follow);
  follow(); // A browser may bring the checkbox back as it was when the page was left.

  for (const button of page.querySelectorAll("[data-search-open]")) {
    button.addEventListener("click", () => {
      dialog.showModal();
      follow();
      bring(page, dialog);
      dialog.querySelector("input")?.select();
    });
    button.removeAttribute("hidden");
  }

  // Material listens for keys only; words that are pasted, dictated or swiped come without one.
  dialog.addEventListener("input", ({ target }) => target?.dispatchEvent(new KeyboardEvent("keyup")));

  dialog.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest("a")) {
      // Material would scroll back to where search was opened, and away from a result on the same page.
      page.body.style.top = "";
      dialog.close();
    } else if (target === dialog) {
      dialog.close();
    }
  });

  // Material takes results out of the Tab order; put each back as it is added.
  new MutationObserver(() => {
    for (const result of dialog.querySelectorAll("[tabindex='-1']")) result.removeAttribute("tabindex");
  }).observe(dialog, { childList: true, subtree: true });
}

/**
 * Half of what a page weighs is for the search, which most visitors never open. What was typed meanwhile is looked for as
 * soon as it is there; where it does not come, the dialog says so, and asks for it again when it is opened the next time.
 * @param {Document} page
 * @param {HTMLDialogElement} dialog
 */
function bring(page, dialog) {
  const { script: address, failed = "" } = dialog.dataset;
  if (!address) return; // it is in the page, or on its way
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
