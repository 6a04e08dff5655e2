// The list of exercises with its filters: reads what is ticked and the list's attributes; exercise-filter has the answer.
// @ts-check

import { keepInAddress } from "./address-query.js";
import { matches } from "./exercise-filter.js";

/** @typedef {import("./exercise-filter.js").Choice} Choice */

const NAMES = /** @type {const} */ (["region", "position", "have"]);

/** The list itself: its filters are hidden until this script can serve them. */
export class ExerciseList extends HTMLElement {
  connectedCallback() {
    const asked = new URLSearchParams(location.search);
    for (const box of this.boxes()) box.checked = asked.getAll(box.name).includes(box.value);
    this.addEventListener("change", () => this.choose());
    this.querySelector("button")?.addEventListener("click", () => {
      for (const box of this.boxes()) box.checked = false;
      this.choose();
      this.boxes()[0]?.focus(); // the button is gone now, and the focus must not be
    });
    this.querySelector("search")?.removeAttribute("hidden");
    const details = this.querySelector("details");
    const roomy = matchMedia("(min-width: 45em)").matches;
    if (details) details.open = roomy || this.boxes().some((box) => box.checked);
    this.show(this.choice());
  }

  /** Follow the boxes. */
  choose() {
    const choice = this.choice();
    keepInAddress(new URLSearchParams(NAMES.flatMap((name) => choice[name].map((value) => [name, value]))));
    this.show(choice);
  }

  /** @returns {HTMLInputElement[]} */
  boxes() {
    return [...this.querySelectorAll("input")];
  }

  /** @returns {Choice} */
  choice() {
    const ticked = this.boxes().filter((box) => box.checked);
    const of = (/** @type {string} */ name) => ticked.filter((box) => box.name === name).map((box) => box.value);
    return { region: of("region"), position: of("position"), have: of("have") };
  }

  /** @param {Choice} choice */
  show(choice) {
    const items = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-needs]"))];
    for (const item of items) {
      const { region, position, needs } = item.dataset;
      item.hidden = !matches(
        { region: words(region), position: words(position), needs: words(needs).map((will) => will.split("|")) },
        choice,
      );
    }
    const found = items.filter((item) => !item.hidden).length;
    const status = this.querySelector("[role=status]");
    const clear = this.querySelector("button");
    if (status) status.textContent = found ? `${found} of ${items.length} exercises` : "No exercise fits. Untick something.";
    if (clear) clear.hidden = NAMES.every((name) => choice[name].length === 0);
  }
}

/** @param {string | undefined} text */
function words(text) {
  return text ? text.split(" ") : [];
}
