// The form for one step of a plan: its dose in words, its position, and its fields.
// @ts-check

import { cloneTemplate, fillParts, find, findAll } from "../shared/dom.js";
import { doseFrom, fieldsFor, fieldsThatCount, isOther, tempoFrom } from "./plan-dose-fields.js";

/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/timeline.js").Step} Step */
/** @typedef {import("../shared/plan-link.js").PlanStep} PlanStep */
/** @typedef {import("../shared/plan-records.js").FullExercise} FullExercise */
/** @typedef {import("./plan-dose-fields.js").DoseFields} DoseFields */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

const OWN = { unilateral: "each", alternating: "alternating", bilateral: "both" };

export class PlanStepForm {
  /** @type {Dose} */
  #dose;
  #grammar;

  /**
   * @param {FullExercise} exercise
   * @param {import("./plan-grammar.js").Grammar} grammar
   */
  constructor(exercise, grammar) {
    this.#grammar = grammar;
    this.exercise = exercise;
    this.element = cloneTemplate("editor-step");
    const { name, start, goal, limb, laterality } = exercise;
    fillParts(this.element, { name });
    const [, first, second] = this.#control("level").options ?? [];
    first.textContent = `Start dose: ${start.words}`;
    second.textContent = `Goal dose: ${goal.words}`;
    const sides = { each: `Each ${limb}`, left: `Left ${limb} only`, right: `Right ${limb} only`, alternating: "Taking turns", both: "Both at once" };
    const own = OWN[laterality];
    const offered = Object.entries(sides).sort(([one], [other]) => Number(other === own) - Number(one === own));
    this.#control("side").append(...offered.map(([value, label]) => new Option(label, value === own ? "" : value)));
    this.#dose = start;
  }

  /**
   * The form's control of that name.
   * @param {string} name
   * @returns {any}
   */
  #control(name) {
    return find(this.element, `[name="${name}"]`);
  }

  /**
   * @param {PlanStep} step
   * @param {Step} done the same with its dose as the plan has it
   * @param {{number: number, count: number, level: "start" | "goal"}} at
   */
  show(step, done, { number, count, level }) {
    const own = this.exercise[step.level ?? level];
    this.#dose = step.dose ?? own;
    fillParts(this.element, { number: `${number}`, dose: done.start.words });
    set(this.#control("level"), step.dose ? "own" : (step.level ?? ""));
    set(this.#control("side"), step.side ?? "");
    const fields = fieldsFor(this.#dose);
    const or = this.#other();
    for (const [name, value] of Object.entries(fields)) set(this.#control(name), value);
    fillParts(this.element, { or: or ? `Or ${this.#grammar.amount(or)}` : "" });
    const sided = done.exercise.laterality === "unilateral";
    const shown = step.dose ? fieldsThatCount(fields, { sided, or: isOther(this.#dose, or) }) : new Set(["side"]);
    shown.add("side");
    for (const field of findAll(this.element, "[data-field]")) field.hidden = !shown.has(field.dataset.field ?? "");
    for (const [direction, off] of /** @type {const} */ ([["up", number === 1], ["down", number === count]])) {
      find(this.element, `[data-do=${direction}]`).toggleAttribute("disabled", off);
    }
  }

  /**
   * The changes of the step after this control was changed.
   * @param {Control} changed
   * @returns {Partial<PlanStep>}
   */
  read(changed) {
    const value = (/** @type {string} */ name) => this.#control(name).value;
    if (changed.name === "side") return { side: value("side") || null };
    if (changed.name === "level" && value("level") !== "own") return { dose: null, level: value("level") || null };
    const { normalizeDose } = this.#grammar;
    if (changed.name === "level") return { dose: normalizeDose(doseFrom(fieldsFor(this.#dose), this.#dose)), level: null };
    const names = Object.keys(fieldsFor(this.#dose));
    const fields = Object.fromEntries(names.map((name) => [name, name === "or" ? this.#control(name).checked : value(name)]));
    const typed = doseFrom(/** @type {DoseFields} */ (fields), { ...this.#dose, or: this.#other() });
    return { dose: normalizeDose(typed) ?? this.#dose, level: null };
  }

  /** The alternative dose, after "or": the step's or else the exercise's own. */
  #other() {
    return this.#dose.or ?? this.exercise.start.or ?? this.exercise.goal.or;
  }

  /**
   * What is wrong with a typed value, in words; empty where it is valid.
   * @param {Control} changed
   */
  fault({ name, value }) {
    return name === "tempo" && tempoFrom(value) === null ? "A tempo has four figures, such as 3-1-1-0. It stays as it was." : "";
  }
}

/**
 * @param {any} control
 * @param {string | boolean} value
 */
function set(control, value) {
  if (typeof value === "boolean") control.checked = value;
  else if (control.value !== value) control.value = value;
}
