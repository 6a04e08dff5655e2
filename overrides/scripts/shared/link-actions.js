// Connects the buttons that copy, share or show a link as a QR code.
// @ts-check

import { gettext } from "./gettext.js";

/**
 * @param {Document} page
 * @param {(window: Window) => void} [print] what opens the print dialog, on pages with a code to print
 */
export function connectLinkActions(page, print) {
  const { navigator } = page.defaultView ?? window;
  const able = ["[data-link-copy]", "[data-link-qr]", ...("share" in navigator ? ["[data-link-share]"] : [])];
  for (const button of page.querySelectorAll(able.join())) button.removeAttribute("hidden");
  for (const plain of page.querySelectorAll(".link-actions__plain")) plain.setAttribute("hidden", "");
  page.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const box = button?.closest("[data-link]");
    if (!button || !(box instanceof HTMLElement)) return;
    // On a site without a published address, links are relative to this page.
    const url = box.dataset.text ?? new URL(box.dataset.link ?? "", page.baseURI).href;
    if (button.matches("[data-link-copy]")) copy(navigator, box, url);
    else if (button.matches("[data-link-share]")) share(navigator, box, url);
    else if (button.matches("[data-link-qr]")) box.querySelector("dialog")?.showModal();
    else if (button.matches("[data-link-print]")) print?.(page.defaultView ?? window);
  });
}

/**
 * @param {Navigator} navigator
 * @param {HTMLElement} box
 * @param {string} url
 */
async function copy(navigator, box, url) {
  try {
    await navigator.clipboard.writeText(url); // in the tap: nothing may be awaited before
  } catch {
    showField(box, url); // not allowed, or not available without https
    return;
  }
  fieldOf(box)?.closest("label")?.setAttribute("hidden", "");
  say(box, gettext`Copied`);
}

/**
 * Shares title and address only: some messengers append a text to the address, which breaks it.
 * @param {Navigator} navigator
 * @param {HTMLElement} box
 * @param {string} url
 */
async function share(navigator, box, url) {
  try {
    await navigator.share({ title: box.dataset.linkTitle ?? "", url });
  } catch (fault) {
    if (!(fault instanceof DOMException && fault.name === "AbortError")) showField(box, url); // unless the visitor cancelled
  }
}

/**
 * Shows the address in a field, selected, to copy by hand.
 * @param {HTMLElement} box
 * @param {string} url
 */
function showField(box, url) {
  const field = fieldOf(box);
  if (!field) return;
  field.value = url;
  field.closest("label")?.removeAttribute("hidden");
  say(box, gettext`This browser does not let the page copy. The address is selected.`);
  field.focus();
  field.select();
}

/**
 * The element with field and message: a list of many links has one for all, which is always in view.
 * @param {HTMLElement} box
 * @returns {Element}
 */
function messageArea(box) {
  return box.matches(".link-actions") ? box : (box.closest("link-list")?.querySelector(".links-page__said") ?? box);
}

/**
 * @param {HTMLElement} box
 * @returns {HTMLInputElement | null}
 */
function fieldOf(box) {
  return messageArea(box).querySelector("input");
}

/**
 * @param {HTMLElement} box
 * @param {string} words
 */
function say(box, words) {
  const status = messageArea(box).querySelector("[role=status]");
  if (!status) return;
  status.textContent = ""; // so that screen readers repeat the same words
  requestAnimationFrame(() => { status.textContent = words; });
}
