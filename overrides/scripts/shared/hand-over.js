// Gives the visitor a file: as a download, or by the share sheet in an app that cannot download.
// @ts-check

import { gettext } from "./gettext.js";
import { isWithinApp } from "./within-app.js";

/**
 * Resolves to what happened: `saved` as a download, `shared` with an app, `left` if the visitor cancelled, `again` if the
 * browser requires another tap.
 * @param {File} file
 * @param {Window} window
 * @returns {Promise<"saved" | "shared" | "left" | "again">}
 */
export async function handOver(file, window) {
  const { navigator, document } = window;
  if (isWithinApp(window) && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return "shared";
    } catch (fault) {
      const { name } = /** @type {DOMException} */ (fault);
      if (name === "AbortError") return "left";
      if (name === "NotAllowedError") return "again";
    }
  }
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: address, download: file.name }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000); // a slow phone may still be asking where to save it
  return "saved";
}

/**
 * Fetches the file of a link and hands it over, where an app can neither open nor download it.
 * @param {HTMLAnchorElement} link
 * @param {Window} window
 */
export async function handOverLinked(link, window) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
  const name = link.pathname.split("/").at(-1) ?? "";
  const result = await handOver(new File([await answer.blob()], name, { type: link.type }), window);
  if (result === "again") link.textContent = gettext`Tap again to add to calendar`; // the file is loaded by then, so that it is shared within the tap
}
