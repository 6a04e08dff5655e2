// The list of links with its search field: reads what is typed and the list's texts; text-filter has the answer.
// @ts-check

import { keepInAddress } from "./address-query.js";
import { holds } from "./text-filter.js";

const AT_ONCE = 40; // a phone shows no more of them, and laying out a thousand it would not answer the next key

/** The list itself: its field is hidden until this script can serve it. */
export class LinkList extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("input[type=search]");
    if (!(field instanceof HTMLInputElement)) return;
    const items = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("li[data-link]"))];
    const sections = [...this.querySelectorAll("section")];
    // Read once: a thousand texts are slow to gather at each key.
    const texts = items.map((item) => `${item.querySelector("a")?.textContent} ${item.querySelector("p")?.textContent}`);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let soon;
    /** @param {HTMLElement[]} waiting */
    const reveal = (waiting) => {
      for (const item of waiting.splice(0, AT_ONCE)) item.hidden = false;
      soon = waiting.length ? setTimeout(reveal, 0, waiting) : undefined;
    };
    const show = () => {
      clearTimeout(soon);
      const fitting = new Set(items.filter((_, at) => holds(texts[at], field.value)));
      for (const item of items) if (!item.hidden && !fitting.has(item)) item.hidden = true;
      for (const section of sections) section.hidden = ![...fitting].some((item) => section.contains(item));
      const found = fitting.size;
      const status = this.querySelector("[data-link-found]");
      if (status) status.textContent = found ? `${found} of ${items.length} links` : "No link fits. Try another word.";
      reveal([...fitting].filter((item) => item.hidden));
    };
    field.value = new URLSearchParams(location.search).get("find") ?? "";
    field.addEventListener("input", () => {
      keepInAddress(new URLSearchParams(field.value ? { find: field.value } : {}));
      show();
    });
    this.querySelector("search")?.removeAttribute("hidden");
    show();
  }
}
