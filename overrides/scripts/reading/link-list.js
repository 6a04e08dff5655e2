// The element <link-list>: searches the list of links, and keeps the search in the address.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { finder, plain } from "../shared/text-filter.js";
import { keepInAddress } from "./address-query.js";
import { connectMore, connectPrint, showItems, STEP } from "./list-items.js";

/**
 * @typedef {{section: HTMLElement, list: HTMLUListElement, items: {element: HTMLElement, text: string}[], more: Element | null,
 *   name: string, limit: number}} Part the links of one kind
 */

/** Its search field, which a short list has not, is hidden until this script has connected it. */
export class LinkList extends HTMLElement {
  /** @type {HTMLInputElement | null} */
  #field = null;
  /** @type {Part[]} */
  #parts = [];

  connectedCallback() {
    const asked = new URLSearchParams(location.search);
    this.#field = this.querySelector("search input");
    this.#parts = [...this.querySelectorAll("section")].flatMap((section) => {
      const [list, more, name] = [section.querySelector("ul"), section.querySelector("[data-more]"), section.dataset.kind ?? ""];
      const items = [...section.querySelectorAll("li")].map((element) => {
        const texts = [element.querySelector("a"), element.querySelector("p")].map((each) => each?.textContent);
        return { element, text: plain([...texts, element.dataset.names].join(" ")) };
      });
      return list ? [{ section, list, items, more, name, limit: Math.max(STEP, Number(asked.get(name)) || 0) }] : [];
    });
    for (const part of this.#parts) {
      connectMore(part.list, "li", part.more?.querySelector("button") ?? null, () => {
        part.limit += STEP;
        this.#choose();
      });
    }
    connectPrint((most) => this.#show(most));
    if (this.#field) this.#field.value = asked.get("find") ?? "";
    this.#field?.addEventListener("input", () => {
      for (const part of this.#parts) part.limit = STEP;
      this.#choose();
    });
    this.querySelector("search")?.removeAttribute("hidden");
    this.#show();
  }

  /** Applies the search and the number of links to show. */
  #choose() {
    const asked = this.#field?.value;
    const more = this.#parts.filter(({ limit }) => limit > STEP).map(({ name, limit }) => [name, String(limit)]);
    keepInAddress(new URLSearchParams(asked ? [["find", asked], ...more] : more));
    this.#show();
  }

  /** @param {number} [most] of each part, instead of its own limit */
  #show(most) {
    const fits = finder(this.#field?.value ?? "");
    let [found, shown, total] = [0, 0, 0];
    for (const { section, list, items, more, limit } of this.#parts) {
      const fitting = items.filter(({ text }) => fits(text)).map(({ element }) => element);
      const first = fitting.slice(0, most ?? limit);
      showItems(list, first);
      section.hidden = fitting.length === 0;
      more?.toggleAttribute("hidden", first.length === fitting.length);
      [found, shown, total] = [found + fitting.length, shown + first.length, total + items.length];
    }
    const status = this.querySelector("[data-link-found]");
    const some = shown < found ? gettext`${found} of ${total} links, ${shown} shown` : gettext`${found} of ${total} links`;
    if (status) status.textContent = found ? some : gettext`No link fits. Try another word.`;
  }
}
