// The numbers of a pose as fields: one for each that its body can have, with its unit and range, by the parts of the body.
// @ts-check

import { make } from "./making.js";

/** @typedef {{name: string, part: string, key: string, about: string, unit: string, least: number, most: number, side: string}} PoseNumber */
/** @typedef {{numbers: {[name: string]: number}, told: string[], joints?: {[name: string]: number}}} Told */

export class PoseNumbers {
  /** @type {Map<string, HTMLInputElement>} */
  #inputs = new Map();
  /** @type {readonly PoseNumber[]} */
  #of = [];

  /**
   * @param {HTMLElement} place
   * @param {(name: string, value: number | null) => void} changed
   */
  constructor(place, changed) {
    this.place = place;
    this.changed = changed;
  }

  /** @param {readonly PoseNumber[]} numbers */
  show(numbers) {
    if (numbers === this.#of) return;
    this.#of = numbers;
    this.#inputs.clear();
    const limbs = [...new Set(numbers.map((each) => limb(each)))];
    this.place.replaceChildren(...limbs.map((each) => this.#table(each, numbers.filter((it) => limb(it) === each))));
  }

  /**
   * @param {string} name
   * @param {readonly PoseNumber[]} numbers
   */
  #table(name, numbers) {
    const sides = [...new Set(numbers.map((each) => each.side))];
    const heads = sides.map((each) => make("th", { scope: "col" }, each ? capital(each) : make("span", { class: "visually-hidden" }, "Now")));
    const rows = [...new Set(numbers.map((each) => each.key))].map((key) => {
      const row = numbers.filter((each) => each.key === key);
      const cells = sides.map((side) => make("td", {}, this.#field(row.find((each) => each.side === side) ?? row[0])));
      const range = make("span", { class: "pose-numbers__range" }, inWords(row[0]));
      return make("tr", { title: row[0].about }, make("th", { scope: "row" }, words(key), range), ...cells);
    });
    const caption = make("caption", {}, capital(sides.length > 1 ? `${name}s` : name));
    return make("table", {}, caption, make("thead", {}, make("tr", {}, make("td"), ...heads)), make("tbody", {}, ...rows));
  }

  /** @param {PoseNumber} it */
  #field(it) {
    const label = `${capital(words(it.part))} ${words(it.key)}, ${it.unit === "°" ? "degrees" : it.unit}, ${it.least} to ${it.most}`;
    const input = make("input", { type: "number", step: 1, min: it.least, max: it.most, "aria-label": label, title: it.about, "data-number": it.name });
    input.addEventListener("input", () => {
      if (input.value === "" && input.validity.badInput) return; // a minus, so far
      this.changed(it.name, input.value === "" ? null : Number(input.value));
    });
    this.#inputs.set(it.name, input);
    return input;
  }

  /** @param {Told} told */
  fill({ numbers, told, joints = {} }) {
    for (const [name, input] of this.#inputs) {
      const value = numbers[name] === undefined ? "" : `${numbers[name]}`;
      if (document.activeElement !== input && input.value !== value) input.value = value;
      input.placeholder = value ? "" : `${joints[name] ?? ""}`;
      input.classList.toggle("pose-numbers__told", told.includes(name));
    }
  }
}

/** @param {PoseNumber} it the limb, whichever its side: `leg` */
const limb = ({ part, side }) => (side ? part.slice(side.length + 1) : part);

/** @param {PoseNumber} it its range, with a true minus */
const inWords = ({ least, most, unit }) => `${least} to ${most}${unit === "°" ? "°" : ` ${unit}`}`.replaceAll("-", "−");

/** @param {string} key */
const words = (key) => key.replaceAll("_", " ");

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
