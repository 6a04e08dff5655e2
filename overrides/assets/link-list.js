// The list of links with its search field: reads what is typed and the list's texts; text-filter has the answer.
// @ts-check

import { keepInAddress } from "./address-query.js";
import { offer } from "./list-items.js";
import { finder, plain } from "./text-filter.js";

const STEP = 40; // shown at a time: a phone lays out a thousand too slowly; room.css has it, too, until this script is there

/** The list itself: its field is hidden until this script can serve it. */
export class LinkList extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.parts = [...this.querySelectorAll("section")].flatMap((section) => {
      const list = section.querySelector("ul");
      const items = [...section.querySelectorAll("li")].map((element) => {
        const texts = [element.querySelector("a"), element.querySelector("p")].map((each) => each?.textContent);
        return { element, text: plain(texts.join(" ")) };
      });
      return list ? [{ section, list, items, more: section.querySelector("[data-more]"), limit: STEP }] : [];
    });
    for (const part of this.parts) {
      part.more?.addEventListener("click", () => {
        const next = part.list.childElementCount;
        part.limit += STEP;
        this.show();
        part.list.children[next]?.querySelector("a")?.focus();
      });
    }
    if (this.field) this.field.value = new URLSearchParams(location.search).get("find") ?? "";
    this.field?.addEventListener("input", () => this.find());
    this.querySelector("search")?.removeAttribute("hidden");
    this.show();
  }

  /** Follow what is typed, and begin with the first that fit. */
  find() {
    const asked = this.field?.value;
    keepInAddress(new URLSearchParams(asked ? { find: asked } : {}));
    for (const part of this.parts ?? []) part.limit = STEP;
    this.show();
  }

  show() {
    const fits = finder(this.field?.value ?? "");
    let [found, all] = [0, 0];
    for (const { section, list, items, more, limit } of this.parts ?? []) {
      const fitting = items.filter(({ text }) => fits(text));
      offer(list, fitting.slice(0, limit).map(({ element }) => element));
      section.hidden = fitting.length === 0;
      more?.toggleAttribute("hidden", fitting.length <= limit);
      [found, all] = [found + fitting.length, all + items.length];
    }
    const status = this.querySelector("[data-link-found]");
    if (status) status.textContent = found ? `${found} of ${all} links` : "No link fits. Try another word.";
  }
}
