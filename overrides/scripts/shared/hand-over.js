// Gives the visitor a file: as a download, or by the share sheet in an app that cannot download.
// @ts-check

import { isWithinApp } from "./within-app.js";

/**
 * What became of it: `saved` as a download, `shared` with an app of the reader's choice, `left` where that was the reader's
 * own no, `again` where the browser wants another tap.
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
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000); // a slow phone asks first where to keep it
  return "saved";
}

/**
 * The file behind a link, which an app can neither open nor keep.
 * @param {HTMLAnchorElement} link
 * @param {Window} window
 */
export async function handOverLinked(link, window) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
  const name = link.pathname.split("/").at(-1) ?? "";
  const became = await handOver(new File([await answer.blob()], name, { type: link.type }), window);
  if (became === "again") link.textContent = "Tap again to add to calendar"; // the file is at hand now, so it is quick
}
