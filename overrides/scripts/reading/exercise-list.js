// The element <exercise-list>: applies the filters to the list, and keeps them in the address.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { finder, plain } from "../shared/text-filter.js";
import { keepInAddress } from "./address-query.js";
import { matches } from "./exercise-filter.js";
import { connectMore, connectPrint, showItems, STEP } from "./list-items.js";

/** @typedef {import("./exercise-filter.js").Choice} Choice */

const NAMES = /** @type {const} */ (["region", "position", "have"]);

/** Its filters are hidden until this script has connected them. */
export class ExerciseList extends HTMLElement {
  #limit = STEP;
  /** @type {HTMLElement[]} one for each area of the body, or one of all */
  #lists = [];
  /** @type {HTMLInputElement | null} only where there are many */
  #field = null;
  /** @type {{element: HTMLElement, list: HTMLElement | null, text: string, item: Parameters<typeof matches>[0]}[]} */
  #items = [];

  connectedCallback() {
    const asked = new URLSearchParams(location.search);
    this.#limit = Math.max(STEP, Number(asked.get("show")) || 0);
    this.#lists = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".exercise-list"))];
    this.#items = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-needs]"))].map((element) => {
      const { region, position, needs, names = "" } = element.dataset;
      const item = { region: words(region), position: words(position), needs: words(needs).map((will) => will.split("|")) };
      return { element, list: element.parentElement, text: plain(`${element.querySelector("a")?.textContent} ${names}`), item };
    });
    for (const box of this.#boxes()) box.checked = asked.getAll(box.name).includes(box.value);
    this.#field = this.querySelector("[type=search]");
    if (this.#field) this.#field.value = asked.get("find") ?? "";
    this.addEventListener("input", () => this.#choose());
    this.querySelector("button")?.addEventListener("click", () => {
      for (const box of this.#boxes()) box.checked = false;
      if (this.#field) this.#field.value = "";
      this.#choose();
      this.querySelector("input")?.focus(); // the focus must not go with the button, which is hidden now
    });
    connectMore(this, "[data-needs]", this.querySelector("[data-more] button"), () => this.#choose(this.#limit + STEP));
    this.querySelector("nav")?.addEventListener("click", ({ target }) => {
      this.#reach(/** @type {Element} */ (target).closest("a")?.hash.slice(1) ?? "");
    });
    connectPrint((most) => this.#show(this.#choice(), most));
    this.querySelector("search")?.removeAttribute("hidden");
    this.#closeMenus();
    this.#show(this.#choice());
  }

  /** Applies the filters, and shows the first matches. */
  #choose(limit = STEP) {
    this.#limit = limit;
    const choice = this.#choice();
    const ticked = NAMES.flatMap((name) => choice[name].map((value) => [name, value]));
    const all = [["find", this.#field?.value ?? ""], ...ticked, ["show", limit > STEP ? String(limit) : ""]];
    keepInAddress(new URLSearchParams(all.filter(([, value]) => value)));
    this.#show(choice);
  }

  /** Shows as many as it takes to reach an area of the body, to which the browser then scrolls. */
  #reach(/** @type {string} */ area) {
    const before = this.#found(this.#choice()).findIndex(({ list }) => list?.previousElementSibling?.id === area);
    if (before >= this.#limit) this.#choose(Math.ceil((before + 1) / STEP) * STEP);
  }

  /** Closes a menu from which one escapes; browsers that know a group of menus leave only one open. */
  #closeMenus() {
    for (const menu of this.querySelectorAll("details")) {
      menu.addEventListener("keydown", ({ key }) => {
        if (key !== "Escape" || !menu.open) return;
        menu.open = false;
        menu.querySelector("summary")?.focus();
      });
    }
  }

  #boxes() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[type=checkbox]"))];
  }

  /** @returns {Choice} */
  #choice() {
    const ticked = this.#boxes().filter((box) => box.checked);
    const of = (/** @type {string} */ name) => ticked.filter((box) => box.name === name).map((box) => box.value);
    return { region: of("region"), position: of("position"), have: of("have") };
  }

  /** @param {Choice} choice */
  #found(choice) {
    const fits = finder(this.#field?.value ?? "");
    return this.#items.filter(({ item, text }) => fits(text) && matches(item, choice));
  }

  /** @param {Choice} choice */
  #show(choice, limit = this.#limit) {
    const fitting = this.#found(choice);
    const found = fitting.length;
    const first = fitting.slice(0, limit);
    for (const list of this.#lists) {
      const shown = first.filter((each) => each.list === list).map(({ element }) => element);
      showItems(list, shown);
      const area = /** @type {HTMLElement | null} */ (list.closest(".exercise-list__area"));
      if (!area) continue;
      area.hidden = !shown.length;
      const some = fitting.filter((each) => each.list === list).length;
      for (const place of this.querySelectorAll(`[data-found=${area.firstElementChild?.id}]`)) {
        place.textContent = String(some);
        place.closest("li")?.toggleAttribute("hidden", !some);
      }
    }
    for (const menu of this.querySelectorAll("details")) {
      const ticked = menu.querySelectorAll(":checked").length;
      const mark = menu.querySelector("[data-ticked]");
      if (mark) mark.textContent = ticked ? `: ${ticked}` : "";
    }
    const status = this.querySelector("[role=status]");
    const clear = this.querySelector("button");
    const total = this.#items.length;
    const some = found > limit ? gettext`${found} of ${total} exercises, the first ${limit} shown` : gettext`${found} of ${total} exercises`;
    if (status) status.textContent = found ? some : gettext`No exercise fits.`;
    if (clear) clear.hidden = !this.#field?.value && NAMES.every((name) => choice[name].length === 0);
    this.querySelector("[data-more]")?.toggleAttribute("hidden", found <= limit);
  }
}

/** @param {string | undefined} text */
function words(text) {
  return text ? text.split(" ") : [];
}
