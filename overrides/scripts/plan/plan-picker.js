// The exercises and routines that a coach can add to a plan: how each looks, its dose, and a field to find one by a word.
// @ts-check

import { cloneTemplate, fillParts, find, findAll, hide } from "../shared/dom.js";
import { gettext, ngettext } from "../shared/gettext.js";
import { MOST_STEPS } from "../shared/plan-writer.js";
import { finder, plain } from "../shared/text-filter.js";
import { groupsOf, stepsOf, usualStep } from "./plan-draft.js";
import { drawOnceSeen, showPicture } from "./plan-picture.js";

/** @typedef {import("../shared/plan-link.js").PlanStep} PlanStep */
/** @typedef {import("../shared/plan-records.js").Name} Name */

/** The most that are listed: more are hard to choose from. */
const AT_ONCE = 12;

export class PlanPicker {
  #view;
  #box;
  #records;
  #onAdd;
  #level;
  #input;
  #own;
  /** @type {Name[]} as they came */
  #offered = [];
  /** @type {Name[]} by name */
  #names = [];
  /** @type {string[]} the names as they are searched */
  #texts = [];
  /** @type {{name: Name, item: HTMLElement}[]} those that are listed */
  #listed = [];
  /** @type {PlanStep[]} */
  #steps = [];

  /**
   * @param {HTMLElement} view
   * @param {import("../shared/plan-records.js").PlanRecords} records
   * @param {(steps: PlanStep[], name: string, groups?: import("../shared/plan-groups.js").Group[]) => Promise<void>} onAdd
   * @param {() => "start" | "goal"} level the plan's, whose doses are shown, and taken of a routine
   */
  constructor(view, records, onAdd, level) {
    this.#view = view;
    this.#box = find(view, ".plan-editor__add");
    this.#records = records;
    this.#onAdd = onAdd;
    this.#level = level;
    this.#input = /** @type {HTMLInputElement} */ (find(view, "[name=find]"));
    this.#own = find(view, "[data-own]");
    this.#input.addEventListener("input", () => this.#list());
    this.#input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") find(view, "[data-part=names] button:not([data-add-own])")?.click();
    });
    for (const place of findAll(view, "[data-figures]")) drawOnceSeen(place);
    for (const button of findAll(view, "[data-add-routine]")) {
      button.addEventListener("click", () => void inPlace(button, () => this.addRoutine(button.dataset.addRoutine ?? "")));
    }
  }

  /** @param {Name[]} names */
  offer(names) {
    this.#fold();
    if (this.#offered === names) return;
    this.#offered = names;
    this.#names = [...names].sort((one, other) => one.short_name.localeCompare(other.short_name));
    this.#texts = this.#names.map((it) => plain([it.short_name, it.name, it.also_called].join(" ")));
    hide(find(this.#view, ".plan-editor__find"), names.length <= AT_ONCE);
    this.#list();
  }

  #list() {
    const fits = finder(this.#input.value);
    const found = this.#names.filter((_, at) => fits(this.#texts[at]));
    this.#listed = found.slice(0, AT_ONCE).map((name) => ({ name, item: this.#item(name) }));
    find(this.#view, "[data-part=names]").replaceChildren(...this.#listed.map(({ item }) => item), this.#own);
    const more = found.length - this.#listed.length;
    const said = more ? gettext`${more} more. Type a word to find one.` : found[0] ? "" : gettext`No exercise is called that.`;
    fillParts(this.#view, { names_said: this.#room ? said : gettext`A plan has room for ${{ most: MOST_STEPS }} exercises: this one is full.` });
    this.show(this.#steps);
  }

  /** @param {Name} of */
  #item({ id, code, short_name: name, url, picture = null }) {
    const item = cloneTemplate("name");
    fillParts(item, { name });
    const has_figure = picture === `figures/${id}.svg`;
    showPicture(item, { url, has_figure, photo: has_figure ? null : picture });
    const button = find(item, "button");
    button.addEventListener("click", () => void inPlace(button, () => this.#onAdd([usualStep(code)], name)));
    return item;
  }

  /** @param {string} id of a routine; from the address, so it is escaped */
  async addRoutine(id) {
    try {
      const routine = await this.#records.file(`routines/${encodeURIComponent(id)}.json`);
      await this.#onAdd(stepsOf(routine, this.#level()), routine.name, groupsOf(routine));
      if (this.#steps[0] && this.#fold()) find(document, "h1").focus(); // at the head of what has been added
    } catch (fault) {
      fillParts(this.#view, { names_said: fault instanceof Error ? fault.message : "" });
    }
  }

  /** Folds what can be added where it stands below the plan, and returns whether it does. */
  #fold() {
    const folds = matchMedia("(width < 48rem)").matches;
    if (folds) this.#box.removeAttribute("open");
    return folds;
  }

  /** How many steps more the plan can have. */
  get #room() {
    return MOST_STEPS - this.#steps.length;
  }

  /**
   * Shows which exercises the plan has, and their doses at its level.
   * @param {PlanStep[]} steps
   */
  show(steps) {
    if (!steps[0]) this.#box.setAttribute("open", "");
    const wasFull = !this.#room;
    this.#steps = steps;
    const isFull = !this.#room;
    if (wasFull !== isFull) return this.#limit(isFull);
    for (const { name, item } of this.#listed) {
      const times = steps.filter(({ code }) => code === name.code).length;
      const dose = (this.#level() === "goal" ? name.goal_words : name.start_words) ?? "";
      fillParts(item, { dose, times: times ? ngettext(times, gettext`In the plan`, gettext`In the plan ${{ count: times }} times`) : "" });
      find(item, "button").toggleAttribute("disabled", isFull);
    }
  }

  /** @param {boolean} isFull */
  #limit(isFull) {
    const focused = find(this.#view, "[data-part=names]").contains(document.activeElement);
    if (focused) find(document, "h1").focus(); // the focused item is about to be removed
    for (const button of findAll(this.#view, "[data-add-routine], [data-add-own]")) button.toggleAttribute("disabled", isFull);
    this.#list();
  }
}

/**
 * Adds something, and leaves the button under the finger: the plan above it grows.
 * @param {HTMLElement} button
 * @param {() => Promise<void>} add
 */
async function inPlace(button, add) {
  const before = button.getBoundingClientRect().top;
  await add();
  if (button.closest("[open]")) scrollBy({ top: button.getBoundingClientRect().top - before, behavior: "instant" });
}
