// Asks in a dialog: a text, perhaps some fields, and one button for each answer.
// @ts-check

import { byId, make } from "./making.js";

/**
 * Opens the dialog. The answer is the button that was pressed, or empty if it was closed.
 * @param {string} title
 * @param {string} text
 * @param {readonly string[]} buttons the first is the one that is proposed
 * @param {readonly Node[]} [fields]
 * @returns {Promise<string>}
 */
export function question(title, text, buttons, fields = []) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("ask"));
  const before = document.activeElement;
  byId("ask-title").textContent = title;
  byId("ask-text").textContent = text;
  byId("ask-problem").textContent = "";
  byId("ask-fields").replaceChildren(...fields);
  const made = buttons.map((each, number) => make("button", { value: each, class: number ? "button" : "button button--primary" }, each));
  byId("ask-buttons").replaceChildren(...made);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      "close",
      () => {
        if (before instanceof HTMLElement && before.isConnected) before.focus();
        resolve(dialog.returnValue);
      },
      { once: true },
    );
  });
}

/**
 * A field for a dialog, with its label.
 * @param {string} label
 * @param {HTMLInputElement | HTMLSelectElement} input
 */
export const labelled = (label, input) => make("label", { class: "edit-field" }, make("span", {}, label), input);
