// The list of exercises and routines that a coach can add to a plan, with a search field where there are many.
// @ts-check

import { cloneTemplate, fillParts, find, findAll } from "../shared/dom.js";
import { MOST_STEPS } from "../shared/plan-link.js";
import { finder, plain } from "../shared/text-filter.js";
import { groupsOf, stepsOf, usualStep } from "./plan-draft.js";

/** @typedef {import("../shared/plan-link.js").PlanStep} PlanStep */
/** @typedef {import("../shared/plan-records.js").Name} Name */

/** The most that are listed: more are hard to choose from. */
const AT_ONCE = 12;

export class PlanPicker {
  #view;
  #records;
  #onAdd;
  #level;
  #input;
  /** @type {Name[]} */
  #names = [];
  /** @type {string[]} the names as they are searched */
  #texts = [];
  #room = MOST_STEPS;

  /**
   * @param {HTMLElement} view
   * @param {import("../shared/plan-records.js").PlanRecords} records
   * @param {(steps: PlanStep[], name: string, groups?: import("../shared/plan-groups.js").Group[]) => void} onAdd
   * @param {() => "start" | "goal"} level the plan's, whose doses of a routine are taken
   */
  constructor(view, records, onAdd, level) {
    this.#view = view;
    this.#records = records;
    this.#onAdd = onAdd;
    this.#level = level;
    this.#input = /** @type {HTMLInputElement} */ (find(view, "[name=find]"));
    this.#input.addEventListener("input", () => this.#show());
    this.#input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") find(view, "[data-part=names] button")?.click();
    });
    for (const button of findAll(view, "[data-add-routine]")) button.addEventListener("click", () => void this.addRoutine(button.dataset.addRoutine ?? ""));
  }

  /** @param {Name[]} names */
  offer(names) {
    if (this.#names === names) return;
    this.#names = names;
    this.#texts = names.map(({ name }) => plain(name));
    find(this.#view, "[data-finder]").hidden = names.length <= AT_ONCE;
    this.#show();
  }

  #show() {
    const fits = finder(this.#input.value);
    const found = this.#names.filter((_, at) => fits(this.#texts[at]));
    const buttons = found.slice(0, AT_ONCE).map(({ code, name }) => {
      const item = cloneTemplate("name");
      fillParts(item, { name });
      const button = find(item, "button");
      button.toggleAttribute("disabled", !this.#room);
      button.addEventListener("click", () => this.#onAdd([usualStep(code)], name));
      return item;
    });
    find(this.#view, "[data-part=names]").replaceChildren(...buttons);
    const more = found.length - buttons.length;
    const said = more ? `${more} more. Type a word to find one.` : found.length ? "" : "No exercise has that in its name.";
    fillParts(this.#view, { names_said: this.#room ? said : `A plan has room for ${MOST_STEPS} exercises, and this one is full.` });
  }

  /** @param {string} id of a routine; from the address, so it is escaped */
  async addRoutine(id) {
    try {
      const routine = await this.#records.file(`routines/${encodeURIComponent(id)}.json`);
      this.#onAdd(stepsOf(routine, this.#level()), routine.name, groupsOf(routine));
    } catch (fault) {
      fillParts(this.#view, { names_said: fault instanceof Error ? fault.message : "" });
    }
  }

  /** @param {number} room how many steps more a plan can have */
  limit(room) {
    if (Boolean(room) === Boolean(this.#room)) return;
    this.#room = room;
    const focused = find(this.#view, "[data-part=names]").contains(document.activeElement);
    if (focused) find(document, "h1").focus(); // the focused item is about to be removed
    for (const button of findAll(this.#view, "[data-add-routine], [data-add-own]")) button.toggleAttribute("disabled", !room);
    this.#show();
  }
}
