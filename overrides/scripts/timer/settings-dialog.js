// Loads the dialog of the timer's settings, which the first view does without.
// @ts-check

import { documentOf } from "../shared/loaded-document.js";

/**
 * The dialog, or null where it cannot be loaded.
 * @param {string} root the site's, as seen from the page
 * @returns {Promise<HTMLDialogElement | null>}
 */
export async function settingsDialog(root) {
  const found = await documentOf(new URL("timer/settings.txt", new URL(root, document.baseURI)), "text/html");
  const dialog = found?.querySelector("dialog[data-part-of=timer]"); // a hotspot answers with a page of its own
  return dialog ? document.adoptNode(/** @type {HTMLDialogElement} */ (dialog)) : null;
}
