// The form for one step of a plan: its dose in words, its position, its fields, and the rounds of the group that begins with it.
// @ts-check

import { announce, cloneTemplate, fillParts, find, findAll, hide } from "../shared/dom.js";
import { gettext, oneOf, pgettext } from "../shared/gettext.js";
import { doseFrom, fieldsFor, fieldsThatCount, isInFields, isOther, tempoFrom, typedWords } from "./plan-dose-fields.js";
import { changed as changedStep, groupChanged, isJoined } from "./plan-draft.js";
import { showPicture } from "./plan-picture.js";

/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {import("../shared/plan-link.js").PlanStep} PlanStep */
/** @typedef {import("../shared/plan-groups.js").Group} Group */
/** @typedef {import("../shared/plan-records.js").PlanExercise} PlanExercise */
/** @typedef {import("./plan-dose-fields.js").DoseFields} DoseFields */
/** @typedef {import("./plan-group-fields.js").GroupFields} GroupFields */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

const OWN = { unilateral: "each", alternating: "alternating", bilateral: "both" };
const PARTS = { "warm-up": gettext`Warm-up`, "cool-down": gettext`Cool-down` };
/** The controls that are texts, whose letters are one step back. */
const TEXTS = ["step_note", "how_often", "own_name", "own_words", "group_name"];
/** The fields of a plain dose, which are always in sight. */
const IN_ROW = ["sets", "reps", "reps_most", "seconds", "seconds_most"];
/** The fields that every step has. */
const OF_EACH = ["dose_words", "step_note", "how_often", "rest_after_seconds", "transition_seconds", "part"];

/** @type {typeof import("./plan-group-fields.js") | undefined} the fields of rounds, loaded once a plan has any */
let rounds_fields;

/** Whether the doses of the page are in English, which is all that is read of them. */
const isRead = document.documentElement.lang.startsWith("en");

export class PlanStepForm {
  /** @type {Dose} */
  #dose;
  /** @type {PlanStep} */
  #step;
  /** @type {Group | undefined} the group of the step, if it is the first of it */
  #group;
  #grammar;
  /** @type {Parameters<PlanStepForm["show"]> | undefined} what is shown */
  #shown;

  /**
   * @param {PlanExercise} exercise
   * @param {import("./plan-grammar.js").Grammar} grammar
   */
  constructor(exercise, grammar) {
    this.#grammar = grammar;
    this.exercise = exercise;
    this.element = cloneTemplate("editor-step");
    const { code, start, goal, limb, laterality } = exercise;
    const [, first, second] = this.#control("level").options ?? [];
    first.textContent = gettext`Start dose: ${{ dose: start.words }}`;
    second.textContent = gettext`Goal dose: ${{ dose: goal.words }}`;
    const sides = {
      each: oneOf(`Each ${limb}`, "Each side", "Each foot", "Each leg", "Each knee", "Each hip", "Each arm", "Each hand", "Each shoulder"),
      left: gettext`Left only`,
      right: gettext`Right only`,
      alternating: gettext`In turns`,
      both: pgettext("sides", gettext`Both`),
    };
    const own = OWN[laterality];
    const offered = Object.entries(sides).sort(([one], [other]) => Number(other === own) - Number(one === own));
    this.#control("side").append(...offered.map(([value, label]) => new Option(label, value === own ? "" : value)));
    this.#dose = start;
    this.#step = { code, level: null, dose: null, side: null };
  }

  /** The exercise's name, or how a coach knows one of their own that has none yet. */
  get name() {
    return this.#step.own ? this.#step.own.name.trim() || gettext`Your own exercise` : this.exercise.short_name;
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
   * @param {Draft} plan
   * @param {number} at which of its steps this one is
   * @param {Routine} routine the same plan with its doses in words
   */
  show(plan, at, routine) {
    this.#shown = [plan, at, routine];
    const step = plan.steps[at];
    const done = routine.steps[at];
    const count = routine.steps.length;
    const joined = isJoined(plan, at);
    this.#step = step;
    const { dose, which, laterality } = this.#grammar.stepDose(step, this.exercise, plan.level);
    this.#dose = dose;
    this.#group = joined || step.group === undefined ? undefined : plan.groups?.[step.group];
    const { note = "", how_often = "", part, rest_after_seconds = 0, transition_seconds } = step;
    const { around, brief, details } = this.#grammar;
    const about = [part && PARTS[part], ...details(dose), ...around(step), note].filter(Boolean).join(" · ");
    fillParts(this.element, { number: `${at + 1}`, name: this.name, dose: brief(dose, which), about });
    const { url, has_figure = false, images } = this.exercise;
    showPicture(this.element, { url, has_figure, photo: images?.[0].url ?? null }, done.exercise.side === "left");
    set(this.#control("level"), step.dose ? "own" : (step.level ?? ""));
    set(this.#control("side"), step.side ?? "");
    const fields = fieldsFor(this.#dose);
    const or = this.#other();
    const dose_words = isRead ? typedWords(this.#dose, this.#grammar.doseWords(this.#dose, "")) : "";
    for (const control of findAll(this.element, "[aria-invalid]:valid")) control.removeAttribute("aria-invalid");
    const texts = { step_note: note, how_often, own_name: step.own?.name ?? "", own_words: step.own?.words ?? "" };
    const pauses = { rest_after_seconds: rest_after_seconds ? `${rest_after_seconds}` : "", transition_seconds: `${transition_seconds ?? ""}` };
    for (const [name, value] of Object.entries({ ...fields, ...texts, ...pauses, dose_words, part: part ?? "", joined })) set(this.#control(name), value);
    this.#control("seconds").previousElementSibling.textContent = fields.kind === "work" ? gettext`Time (s)` : gettext`Hold (s)`;
    fillParts(this.element, { or: or ? gettext`Or ${{ dose: this.#grammar.brief(or, "") }}` : "" });
    const sided = laterality === "unilateral";
    const shown = new Set(["side", ...OF_EACH, ...(step.own ? ["own_name", "own_words"] : ["level"]), ...(at ? ["joined"] : [])]);
    const counting = fieldsThatCount(fields, { sided, or: isOther(this.#dose, or) });
    for (const name of counting) if (isInFields(this.#dose) || !IN_ROW.includes(name)) shown.add(name);
    for (const name of this.#showGroup(this.#grammar.groupLine(routine, at))) shown.add(name);
    for (const control of findAll(this.element, "[name]")) {
      hide(/** @type {HTMLElement} */ (control.closest(".plan-fields__field") ?? control.parentElement), !shown.has(/** @type {Control} */ (control).name));
    }
    this.element.toggleAttribute("data-grouped", step.group !== undefined);
    for (const [direction, off] of /** @type {const} */ ([["up", at === 0], ["down", at === count - 1]])) {
      find(this.element, `[data-do=${direction}]`).toggleAttribute("disabled", off);
    }
    const unfit = this.element.querySelector(".plan-fields__field:not([hidden]) input:invalid");
    this.say(unfit instanceof HTMLInputElement ? this.fault(unfit) : "");
  }

  /**
   * Shows the rounds of the group that begins here, and returns the names of its fields.
   * @param {string} rounds
   */
  #showGroup(rounds) {
    const place = find(this.element, "[data-group]");
    hide(place, !this.#group);
    if (!this.#group) return [];
    fillParts(place, { rounds });
    if (!rounds_fields) {
      void this.#loadRounds();
      return [];
    }
    const fields = rounds_fields.groupFieldsFor(this.#group);
    for (const [name, value] of Object.entries({ ...fields, group_name: this.#group.name })) set(this.#control(name), value);
    return rounds_fields.groupFieldsThatCount(fields.clock);
  }

  /** Until it has come, rounds are shown without their fields. */
  async #loadRounds() {
    rounds_fields = await import("./plan-group-fields.js").catch(() => undefined);
    if (rounds_fields && this.#shown) this.show(...this.#shown);
  }

  /** Says what became of a value below the fields. @param {string} words */
  say(words) {
    const place = find(this.element, "[data-part=fault]");
    if (words !== place.textContent) announce(place, words);
  }

  /** Opens the fields, and leads to one of them. @param {string} name */
  open(name) {
    find(this.element, ".plan-fields__foot > details").setAttribute("open", "");
    this.#control(name).focus();
  }

  /** Whether a control is a text that changes the plan while one types. @param {Control} control */
  isText = ({ name }) => TEXTS.includes(name);

  /**
   * The plan after a control of this form was changed.
   * @param {Draft} plan
   * @param {number} at which of its steps this one is
   * @param {Control} changed
   * @param {boolean} [isTyping] whether it is a text that is not finished yet
   */
  edited(plan, at, changed, isTyping = false) {
    const most = changed instanceof HTMLSelectElement ? 0 : changed.maxLength;
    const text = isTyping || most < 1 ? changed.value : this.#grammar.clean(changed.value, most);
    const { group } = plan.steps[at];
    if (!changed.closest("[data-group]")) return changedStep(plan, at, this.#read(changed, text));
    return this.#group && group !== undefined ? groupChanged(plan, group, this.#readGroup(this.#group, changed, text)) : plan;
  }

  /**
   * @param {Group} before
   * @param {Control} changed
   * @param {string} text
   * @returns {Group}
   */
  #readGroup(before, changed, text) {
    if (changed.name === "group_name") return { ...before, name: text };
    const { groupFieldsFor, groupFrom } = /** @type {NonNullable<typeof rounds_fields>} */ (rounds_fields);
    const fields = this.#values(groupFieldsFor(before));
    return this.#grammar.normalizeGroup(groupFrom(/** @type {GroupFields} */ (fields), before));
  }

  /**
   * The values of controls, with those from before in the place of what is not valid.
   * @param {{[name: string]: any}} before
   */
  #values(before) {
    return Object.fromEntries(Object.keys(before).map((name) => [name, this.#control(name).validity.valid ? this.#control(name).value : before[name]]));
  }

  /**
   * @param {Control} changed
   * @param {string} text
   * @returns {Partial<PlanStep>}
   */
  #read(changed, text) {
    const { name } = changed;
    const value = (/** @type {string} */ other) => this.#control(other).value;
    const { normalizeDose, pauseOf } = this.#grammar;
    const { own = { name: "", words: "" } } = this.#step;
    if (name === "step_note") return { note: text };
    if (name === "how_often") return { how_often: text };
    if (name === "own_name") return { own: { ...own, name: text } };
    if (name === "own_words") return { own: { ...own, words: text } };
    if (name === "part") return { part: value("part") || undefined };
    if (name === "rest_after_seconds") return { rest_after_seconds: pauseOf(Number(text)) || undefined };
    if (name === "transition_seconds") return { transition_seconds: text === "" ? undefined : pauseOf(Number(text)) };
    if (name === "side") return { side: value("side") || null };
    if (name === "level" && value("level") !== "own") return { dose: null, level: value("level") || null };
    if (name === "level") return { dose: normalizeDose(doseFrom(fieldsFor(this.#dose), this.#dose)), level: null };
    const fields = { ...this.#values(fieldsFor(this.#dose)), or: this.#control("or").checked };
    const typed = doseFrom(/** @type {DoseFields} */ (fields), { ...this.#dose, or: this.#other() });
    return { dose: normalizeDose(typed) ?? this.#dose, level: null };
  }

  /**
   * The step with the dose that was typed in words, or what cannot be read of it, in words.
   * @param {typeof import("./plan-dose-text.js").doseIn} doseIn
   * @returns {Partial<PlanStep> | string}
   */
  readWords(doseIn) {
    const field = this.#control("dose_words");
    const found = doseIn(field.value, this.#dose, this.exercise, this.#grammar.normalizeDose);
    if ("dose" in found) {
      const { dose, side } = found;
      return { dose, level: null, ...(side && { side: side === OWN[this.exercise.laterality] ? null : side }) };
    }
    field.setAttribute("aria-invalid", "true");
    return gettext`The dose is as before: ${found.fault}`;
  }

  /** The alternative dose, after "or": the step's or else the exercise's own. */
  #other() {
    return this.#dose.or ?? this.exercise.start.or ?? this.exercise.goal.or;
  }

  /**
   * What is wrong with a typed value, in words; empty where it is valid.
   * @param {Control} changed
   */
  fault(changed) {
    const { name, value } = changed;
    if (changed instanceof HTMLInputElement && !changed.validity.valid) {
      changed.setAttribute("aria-invalid", "true");
      return gettext`This may be ${changed.min} to ${changed.max}. Until it is, the plan stays as it was.`;
    }
    if (name === "tempo" && tempoFrom(value) === null) return gettext`A tempo has four figures, such as 3-1-1-0. It stays as it was.`;
    return rounds_fields?.groupFault(name, value) ?? "";
  }
}

/**
 * Leaves a number that is not valid, for a coach to mend.
 * @param {any} control
 * @param {string | boolean} value
 */
function set(control, value) {
  if (!control.validity.valid) return;
  if (typeof value === "boolean") control.checked = value;
  else if (control.value !== value) control.value = value;
}
