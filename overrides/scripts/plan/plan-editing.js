// What the plan's page does once a plan is edited: keeps the plan, its link and its undo history in step with the form.
// @ts-check

// Loaded only for that: whoever reads a plan waits for none of it.

import { enable, find } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { encodeBy } from "../shared/plan-writer.js";
import { PlanAddress } from "./plan-address.js";
import { EMPTY } from "./plan-draft.js";
import { PlanEditor } from "./plan-editor.js";

/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {import("../shared/plan-link.js").Plan} Plan */
/** @typedef {import("../shared/plan-records.js").PlanExercise} PlanExercise */
/** @typedef {import("../shared/plan-records.js").PlanRecords<PlanExercise>} Records */
/** @typedef {import("../shared/plan-records.js").Name} Name */

export class PlanEditing {
  #main;
  #records;
  #outputs;
  #grammar;
  #editor;
  #address = new PlanAddress();
  /** @type {Draft} */
  #plan = EMPTY;
  /** @type {Map<string, PlanExercise>} those that are loaded, by their codes */
  #exercisesByCode = new Map();
  /** @type {ReturnType<import("./plan-grammar.js").Grammar["catalogue"]>} every exercise by its code */
  #known;
  /** @type {string[]} notices about the link that was opened */
  #said = [];
  #stepping = false;

  /**
   * @param {HTMLElement} main in which the editor's own parts are by now
   * @param {Records} records
   * @param {import("./later-outputs.js").LaterOutputs} outputs
   * @param {import("./plan-grammar.js").Grammar} grammar
   */
  constructor(main, records, outputs, grammar) {
    this.#main = main;
    this.#records = records;
    this.#outputs = outputs;
    this.#grammar = grammar;
    this.#known = grammar.catalogue([]);
    const view = find(main, "[data-view=editing]");
    this.#editor = new PlanEditor(view, records, this.#exercisesByCode, (draft, kind) => this.#change(draft, kind), grammar);
    for (const direction of /** @type {const} */ (["undo", "redo"])) {
      find(view, `[data-${direction}]`).addEventListener("click", () => void this.#step(direction));
    }
    addEventListener("keydown", (event) => this.#key(event));
  }

  /**
   * Edits the plan of a link that was opened.
   * @param {Plan} plan
   * @param {Map<string, PlanExercise>} exercisesByCode its own
   * @param {Name[]} names of all exercises
   * @param {string[]} said notices about the link
   */
  open(plan, exercisesByCode, names, said) {
    this.#known = this.#grammar.catalogue(names);
    this.#exercisesByCode = this.#editor.exercisesByCode = exercisesByCode;
    this.#plan = this.#grammar.withoutDefaults({ ...plan, fault: null }, exercisesByCode); // an edited plan is another one, without the fault
    this.#said = said;
    this.#address.opened(!said.length);
    this.#editor.picker.offer(names);
    this.#draw();
    const routine = new URLSearchParams(location.search).get("routine");
    if (routine && !plan.steps.length) void this.#editor.picker.addRoutine(routine); // only once: its steps are in the address then
  }

  /**
   * @param {Draft} draft
   * @param {string} kind of text that was typed into, if any
   */
  #change(draft, kind) {
    const before = this.#fragment;
    this.#plan = draft;
    this.#address.changed(before, this.#fragment, kind);
    this.#editor.say("");
    this.#draw();
  }

  /** @param {"undo" | "redo"} direction */
  async #step(direction) {
    const wanted = this.#address.undoHistory[direction].at(-1);
    if (wanted === undefined || this.#stepping) return;
    this.#stepping = true;
    try {
      // After a reload, the records of removed exercises are not loaded.
      const { steps } = this.#decoded(wanted);
      const found = await this.#records.exercises(steps.map(({ code }) => code));
      for (const [code, exercise] of found) this.#exercisesByCode.set(code, exercise);
      this.#plan = this.#decoded(this.#address.step(this.#fragment, direction) ?? wanted);
      this.#draw();
      this.#editor.say(direction === "undo" ? gettext`Undone` : gettext`Done again`);
    } catch (fault) {
      this.#editor.fail(fault instanceof Error ? fault.message : "");
    } finally {
      this.#stepping = false;
    }
  }

  /** @param {string} fragment */
  #decoded(fragment) {
    return this.#grammar.decode(fragment, this.#known.exercisesByCode, this.#known.aliases);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const typing = event.target instanceof Element && event.target.matches("input:not([type=radio], [type=checkbox]), textarea");
    if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const pressed = event.key.toLowerCase();
    if (pressed !== "z" && pressed !== "y") return;
    event.preventDefault();
    void this.#step(pressed === "y" || event.shiftKey ? "redo" : "undo");
  }

  /** The plan as the fragment of its link; empty for an empty plan. */
  get #fragment() {
    const { steps, title, note } = this.#plan;
    return steps.length || title || note ? encodeBy(this.#grammar.withoutDefaults(this.#plan, this.#exercisesByCode), this.#grammar.normalizeDose) : "";
  }

  #draw() {
    const routine = this.#grammar.asRoutine(this.#plan, this.#exercisesByCode);
    const shown = { plan: this.#plan, routine, exercisesByCode: this.#exercisesByCode };
    const fragment = this.#fragment;
    this.#editor.show(shown, this.#grammar.factsOf(routine), this.#said, fragment);
    void this.#outputs.show("editing", { plan: this.#plan, routine, fragment });
    const { undo, redo } = this.#address.undoHistory;
    const [back, forth, heading] = ["[data-undo]", "[data-redo]", "h1"].map((each) => find(this.#main, each));
    // The button for undo twice: either may hand the focus to the other, which must be enabled by then.
    for (const [button, plans, other] of /** @type {const} */ ([[back, undo, forth], [forth, redo, back], [back, undo, forth]])) {
      enable(button, plans.length > 0, other.matches(":disabled") ? heading : other);
    }
  }
}
