// The list of links with its search field: reads what is typed and the list's texts; text-filter has the answer.
// @ts-check

import { keepInAddress } from "./address-query.js";
import { holds } from "./text-filter.js";

/** The list itself: its field is hidden until this script can serve it. */
export class LinkList extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("input[type=search]");
    if (!(field instanceof HTMLInputElement)) return;
    const items = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("li[data-link]"))];
    // Read once: a thousand texts are slow to gather at each key.
    const texts = items.map((item) => `${item.querySelector("a")?.textContent} ${item.querySelector("p")?.textContent}`);
    const show = () => {
      items.forEach((item, at) => { item.hidden = !holds(texts[at], field.value); });
      for (const section of this.querySelectorAll("section")) section.hidden = !section.querySelector("li:not([hidden])");
      const found = items.filter((item) => !item.hidden).length;
      const status = this.querySelector("[data-link-found]");
      if (status) status.textContent = found ? `${found} of ${items.length} links` : "No link fits. Try another word.";
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
