// The form in which a coach edits a plan: shows the plan, and turns each change of a control into another plan.
// @ts-check

import { announce, fillParts, find } from "../shared/dom.js";
import { gettext, ngettext } from "../shared/gettext.js";
import { normalisedBy } from "../shared/plan-writer.js";
import * as change from "./plan-draft.js";
import { PlanPicker } from "./plan-picker.js";
import { PlanStepForm } from "./plan-step-form.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {import("../shared/plan-records.js").PlanExercise} PlanExercise */
/** @typedef {import("../shared/plan-records.js").PlanRecords} PlanRecords */
/** @typedef {ReturnType<typeof import("./plan-facts.js").factsOf>} Facts */
/** @typedef {{plan: Draft, routine: Routine, exercisesByCode: ReadonlyMap<string, PlanExercise>}} Shown */

/** From so many characters on a link may have no room for all of its plan. */
const LONG_LINK = 1500;

export class PlanEditor {
  #view;
  #grammar;
  #onChange;
  #records;
  /** @type {Shown} */
  #shown = { plan: change.EMPTY, routine: /** @type {any} */ ({ steps: [] }), exercisesByCode: new Map() };
  /** @type {PlanStepForm[]} */
  #forms = [];
  #list;

  /**
   * @param {HTMLElement} view
   * @param {PlanRecords} records
   * @param {Map<string, PlanExercise>} exercisesByCode those that are loaded; added ones are put into it
   * @param {(plan: Draft, kind: string) => void} onChange `kind` names the text that is typed into, if any
   * @param {import("./plan-grammar.js").Grammar} grammar
   */
  constructor(view, records, exercisesByCode, onChange, grammar) {
    this.#view = view;
    this.#grammar = grammar;
    this.#onChange = onChange;
    this.#records = records;
    this.exercisesByCode = exercisesByCode;
    this.#list = find(view, "[data-part=steps]");
    this.picker = new PlanPicker(view, records, (steps, name, groups) => this.#add(steps, name, groups), () => this.#shown.plan.level);
    view.addEventListener("click", (event) => this.#press(event));
    view.addEventListener("change", (event) => this.#choose(event));
    view.addEventListener("input", (event) => this.#write(event));
  }

  /**
   * @param {Shown} shown
   * @param {Facts} facts of the routine; the page, which has to read plans as well, has loaded what works them out
   * @param {string[]} notices
   * @param {string} fragment of the plan's link
   */
  show(shown, facts, notices, fragment) {
    this.#shown = shown;
    const { plan, routine, exercisesByCode } = shown;
    const { count, short_length, equipment } = facts;
    const exercises = plan.steps.flatMap((step) => this.#grammar.exerciseOf(step, exercisesByCode) ?? []);
    const empty = count ? "" : "empty";
    fillParts(this.#view, { notices, count, short_length, equipment, empty });
    void this.#cut(fragment.length < LONG_LINK ? null : exercises.map(({ short_name }) => short_name)).then((cut) => {
      if (plan === this.#shown.plan) fillParts(this.#view, { cut });
    });
    /** @type {HTMLInputElement} */ (find(this.#view, `[type=radio][value=${plan.level}]`)).checked = true;
    for (const name of /** @type {const} */ (["title", "note"])) {
      const field = /** @type {HTMLInputElement} */ (find(this.#view, `[name=${name}]`));
      if (field.value !== plan[name]) field.value = plan[name];
    }
    this.#fitForms(exercises);
    for (const [index, form] of this.#forms.entries()) {
      form.show(plan, index, routine);
    }
    this.picker.show(plan.steps);
    if (!count && document.activeElement?.matches("[data-clear]")) find(document, "h1").focus();
    this.#view.hidden = false;
  }

  /**
   * What the link has no room for. What finds that out is loaded once a link is long.
   * @param {string[] | null} names of the exercises, if it is
   */
  async #cut(names) {
    const { plan } = this.#shown;
    const room = names && (await import("./plan-room.js").catch(() => null));
    if (room) return room.withoutRoom(plan, names, this.#grammar);
    return names ? gettext`The link may have no room for all of it.` : "";
  }

  /**
   * Puts a form for each exercise into the list. Existing ones are reused, so that they stay open and keep the focus.
   * @param {PlanExercise[]} exercises
   */
  #fitForms(exercises) {
    const left = [...this.#forms];
    this.#forms = exercises.map((exercise) => {
      const at = left.findIndex((form) => form.exercise.code === exercise.code);
      const form = at < 0 ? new PlanStepForm(exercise, this.#grammar) : left.splice(at, 1)[0];
      form.exercise = exercise; // one of the coach's own is made anew each time
      return form;
    });
    for (const form of left) form.element.remove();
    for (const [index, { element }] of this.#forms.entries()) {
      if (this.#list.children[index] !== element) this.#list.insertBefore(element, this.#list.children[index] ?? null);
    }
  }

  /**
   * @param {import("../shared/plan-link.js").PlanStep[]} steps
   * @param {string} name
   * @param {import("../shared/plan-groups.js").Group[]} [groups] as these steps count them
   */
  async #add(steps, name, groups) {
    try {
      const found = await this.#records.exercises(steps.map(({ code }) => code));
      for (const [code, exercise] of found) this.exercisesByCode.set(code, exercise);
    } catch (fault) {
      return this.fail(fault instanceof Error ? fault.message : "");
    }
    const { plan: before } = this.#shown;
    const lean = this.#grammar.withoutDefaults({ ...before, steps }, this.exercisesByCode).steps;
    const plan = change.withMore(before, lean, groups);
    const [count, left] = [plan.steps.length, before.steps.length + steps.length - plan.steps.length];
    this.#onChange(plan, "");
    this.say(
      left
        ? gettext`${name} added, but for ${left}: the plan is full.`
        : ngettext(count, gettext`${name} added. The plan has ${count} exercise.`, gettext`${name} added. The plan has ${count} exercises.`),
    );
  }

  /** Adds an exercise that the site does not have, and leads to its name. */
  async #addOwn() {
    await this.#add([change.ownStep(this.#grammar.usualDose)], gettext`An exercise of your own`);
    this.#forms.at(-1)?.open("own_name");
  }

  /** @param {Event} event */
  #press({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    if (button.matches("[data-to-send]")) {
      const heading = find(this.#view, "[data-send]");
      heading.focus();
      heading.scrollIntoView();
    }
    if (button.matches("[data-clear]")) {
      this.#onChange({ ...change.EMPTY, level: this.#shown.plan.level }, "");
      this.say(gettext`The plan is empty. Undo brings it back.`);
    }
    if (button.matches("[data-add-own]")) void this.#addOwn();
    const at = this.#forms.findIndex(({ element }) => element.contains(button));
    const { by, do: what } = button.dataset;
    if (by) this.#count(/** @type {HTMLInputElement} */ (button.parentElement?.querySelector("input")), Number(by));
    if (at < 0 || !what) return;
    const form = this.#forms[at];
    if (what === "remove") this.#remove(at, form.name);
    else this.#move(at, what === "up" ? at - 1 : at + 1, form, button);
  }

  /** @param {HTMLInputElement} field a number @param {number} by how much more or, below 0, less */
  #count(field, by) {
    const lower = field.name.replace("_most", "");
    if (lower !== field.name) { // it counts from the lower end, and goes no further down
      const { value } = /** @type {HTMLInputElement} */ (field.closest("li")?.querySelector(`[name=${lower}]`));
      field.value = `${Math.max(Number(field.value || value), Number(value) - by)}`;
    }
    field.stepUp(by);
    this.#choose({ target: field }, true);
  }

  /**
   * @param {number} at
   * @param {string} name
   */
  #remove(at, name) {
    for (const form of this.#forms.splice(at, 1)) form.element.remove(); // this one, where others are of the same exercise
    this.#onChange(change.without(this.#shown.plan, at), "");
    const next = this.#forms[Math.min(at, this.#forms.length - 1)];
    const onward = next ? find(next.element, "[data-do=remove]") : find(document, "h1");
    onward.focus();
    this.say(gettext`${name} removed. Undo brings it back.`);
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {PlanStepForm} form
   * @param {HTMLButtonElement} button
   */
  #move(from, to, form, button) {
    const forms = this.#forms;
    const before = this.#shown.plan.steps[from].group;
    forms.splice(to, 0, ...forms.splice(from, 1)); // this one moves, where others are of the same exercise
    this.#onChange(change.moved(this.#shown.plan, from, to), "");
    // A button that became disabled at either end would lose the focus.
    const other = find(form.element, button.dataset.do === "up" ? "[data-do=down]" : "[data-do=up]");
    (button.disabled ? other : button).focus();
    const after = this.#shown.plan.steps[to].group;
    const [name, number, count] = [form.name, to + 1, forms.length];
    if ((before === undefined) === (after === undefined)) this.say(gettext`${name} is now number ${number} of ${count}.`);
    else if (after === undefined) this.say(gettext`${name} is now number ${number} of ${count}, no longer in rounds.`);
    else this.say(gettext`${name} is now number ${number} of ${count}, in rounds with those around it.`);
  }

  /** @param {Pick<Event, "target">} event @param {boolean} [isCounted] whether one change of many, which Undo takes back at once */
  #choose({ target }, isCounted = false) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement)) return;
    const { plan } = this.#shown;
    if (target.type === "radio") return this.#onChange({ ...plan, level: /** @type {any} */ (target.value) }, "");
    const at = this.#forms.findIndex(({ element }) => element.contains(target));
    if (at < 0) return target.name in plan ? this.#tidy(target) : undefined;
    const form = this.#forms[at];
    const fault = form.fault(target);
    if (!target.validity.valid) return form.say(fault);
    if (target.name === "dose_words") return void this.#readWords(form);
    if (target.name === "joined") return this.#join(at, /** @type {HTMLInputElement} */ (target).checked);
    this.#onChange(form.edited(plan, at, target), isCounted || form.isText(target) ? `${target.name} ${at}` : "");
    if (fault) form.say(fault);
  }

  /** Reads a dose that was typed in words. What reads it is loaded when it is needed. @param {PlanStepForm} form */
  async #readWords(form) {
    const module = await import("./plan-dose-text.js").catch(() => null);
    const at = this.#forms.indexOf(form);
    if (at < 0) return;
    const read = module ? form.readWords(module.doseIn) : gettext`A part of this page could not be loaded. Try again in a moment.`;
    if (typeof read === "string") form.say(read);
    else this.#onChange(change.changed(this.#shown.plan, at, read), "");
  }

  /** @param {number} at @param {boolean} isTogether */
  #join(at, isTogether) {
    const { plan } = this.#shown;
    const [before, form] = [this.#forms[at - 1], this.#forms[at]];
    this.#onChange(isTogether ? change.joinedTo(plan, at) : change.parted(plan, at), "");
    const [name, other] = [form.name, before.name];
    this.say(isTogether ? gettext`${name} is now in rounds with ${other}.` : gettext`${name} is no longer in rounds with ${other}.`);
  }

  /**
   * Replaces a text that was typed by what the link has room for, in one line.
   * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field
   */
  #tidy(field) {
    const name = /** @type {"title" | "note"} */ (field.name);
    field.value = normalisedBy(this.#shown.plan, this.#grammar.normalizeDose)[name];
    this.#onChange({ ...this.#shown.plan, [name]: field.value }, name);
  }

  /** @param {Event} event */
  #write({ target }) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const { plan } = this.#shown;
    if (target.name === "title" || target.name === "note") return this.#onChange({ ...plan, [target.name]: target.value }, target.name);
    const at = this.#forms.findIndex(({ element }) => element.contains(target));
    if (this.#forms[at]?.isText(target)) this.#onChange(this.#forms[at].edited(plan, at, target, true), `${target.name} ${at}`);
  }

  /** Tells those who do not see it what has changed. @param {string} words */
  say(words) {
    announce(find(this.#view, "[data-part=said]"), words);
    fillParts(this.#view, { failed: "" });
  }

  /** Tells everyone why nothing has changed. @param {string} words */
  fail(words) {
    announce(find(this.#view, "[data-part=failed]"), words);
  }
}
