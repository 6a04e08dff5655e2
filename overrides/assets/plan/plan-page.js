// The entry of the plan's page: the address says which plan, and whether it is read or changed. The only one that knows both.
// @ts-check

import { EMPTY, remembered, soundTrail, steppedTo } from "./plan-draft.js";
import { PlanEditor } from "./plan-editor.js";
import { decode, encode, normalised } from "./plan-link.js";
import { notices } from "./plan-notices.js";
import { PlanOutputs } from "./plan-outputs.js";
import { all, fill, the } from "./plan-parts.js";
import { showPlan } from "./plan-reading.js";
import { NoRecords, PlanRecords } from "./plan-records.js";
import { asRoutine, catalogue, withoutTheUsual } from "./plan-routine.js";

/** @typedef {import("./plan-link.js").Draft} Draft */
/** @typedef {import("./plan-link.js").Plan} Plan */

/** Some browsers refuse to be told an address more than a hundred times in half a minute. */
const ADDRESS_PAUSE_MS = 400;

class PlanPage {
  /** @param {HTMLElement} main */
  constructor(main) {
    const { root = "", address = "" } = main.dataset;
    this.main = main;
    this.root = new URL(root, document.baseURI);
    this.records = new PlanRecords(root);
    this.outputs = new PlanOutputs(main, this.root, address);
    /** @type {Map<string, import("./plan-records.js").FullExercise>} */
    this.exercisesByCode = new Map();
    /** @type {Draft} */
    this.plan = EMPTY;
    this.trail = soundTrail(history.state);
    /** @type {PlanEditor | null} */
    this.editor = null;
    this.timer = 0;
    this.opening = 0;
    this.site_name = document.title.split(" – ").pop();
    the(main, "[data-again]").addEventListener("click", () => void this.open());
    addEventListener("hashchange", () => void this.open());
    addEventListener("pagehide", () => this.keep());
    void this.open();
  }

  async open() {
    const opening = ++this.opening; // of two links in a row the later one counts
    try {
      const { plan, exercisesByCode } = await this.records.opened(location.hash);
      const names = await this.records.names();
      if (opening !== this.opening) return;
      this.exercisesByCode = exercisesByCode;
      const editing = new URLSearchParams(location.search).has("edit") || plan.reason === "none";
      const said = plan.reason === "none" ? [] : notices(plan, exercisesByCode);
      if (editing) this.edit(plan, names, said);
      else if (plan.reason) this.lose("This plan cannot be shown", said.join(" "));
      else this.read(plan, said);
    } catch (fault) {
      if (!(fault instanceof NoRecords)) throw fault;
      this.lose("This page cannot be shown now", fault.message, true);
    }
  }

  /**
   * @param {Plan} plan
   * @param {string[]} said
   */
  read(plan, said) {
    const lean = withoutTheUsual(plan, this.exercisesByCode);
    const routine = asRoutine(lean, this.exercisesByCode);
    this.show("reading", routine.name);
    showPlan(the(this.main, "[data-view=reading]"), { plan: lean, routine, exercisesByCode: this.exercisesByCode, notices: said }, this.root);
    this.outputs.show("reading", { plan: lean, routine, fragment: encode(lean) });
  }

  /**
   * @param {Plan} plan
   * @param {import("./plan-records.js").Name[]} names
   * @param {string[]} said
   */
  edit(plan, names, said) {
    const { exercisesByCode: codes, aliases } = catalogue(names);
    this.codes = codes;
    this.aliases = aliases;
    this.plan = withoutTheUsual(plan, this.exercisesByCode);
    this.trail = soundTrail(history.state);
    if (!this.editor) {
      const view = the(this.main, "[data-view=editing]");
      this.editor = new PlanEditor(view, this.records, this.exercisesByCode, (draft, kind) => this.change(draft, kind));
      for (const way of /** @type {const} */ (["undo", "redo"])) {
        the(view, `[data-${way}]`).addEventListener("click", () => this.step(way));
      }
      addEventListener("keydown", (event) => this.key(event));
    }
    this.editor.exercisesByCode = this.exercisesByCode;
    this.editor.picker.offer(names);
    this.show("editing", "Make a plan");
    this.draw(said);
    const routine = new URLSearchParams(location.search).get("routine");
    if (routine && !plan.steps.length) void this.editor.picker.addRoutine(routine); // its steps then stand in the address
  }

  /**
   * @param {Draft} draft
   * @param {string} kind
   */
  change(draft, kind) {
    const before = this.fragment;
    this.plan = kind === "added" ? withoutTheUsual(draft, this.exercisesByCode) : draft;
    if (this.fragment !== before) {
      const typed = kind === "title" || kind === "note";
      this.trail = remembered(this.trail, before, typed ? kind : "");
      clearTimeout(this.timer);
      if (typed) this.timer = window.setTimeout(() => this.keep(), ADDRESS_PAUSE_MS);
      else this.keep();
    }
    this.draw([]);
  }

  /** @param {"undo" | "redo"} way */
  step(way) {
    const stepped = steppedTo(this.trail, this.fragment, way);
    if (!stepped || !this.codes) return;
    this.trail = stepped.trail;
    this.plan = decode(stepped.plan, this.codes, this.aliases);
    this.draw([]);
    this.keep();
    this.editor?.say(way === "undo" ? "Undone" : "Done again");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const typing = event.target instanceof Element && event.target.matches("input:not([type=radio], [type=checkbox]), textarea");
    if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const pressed = event.key.toLowerCase();
    if (pressed !== "z" && pressed !== "y") return;
    event.preventDefault();
    this.step(pressed === "y" || event.shiftKey ? "redo" : "undo");
  }

  /** The plan as its link has it; nothing where it holds nothing. */
  get fragment() {
    const { steps, title, note } = this.plan;
    return steps.length || title || note ? encode(withoutTheUsual(this.plan, this.exercisesByCode)) : "";
  }

  /** Put the plan into the address, with the way back: so a reload, another page and the back button lose nothing. */
  keep() {
    clearTimeout(this.timer);
    if (!this.editor || the(this.main, "[data-view=editing]").hidden) return;
    const { undo, redo } = this.trail;
    history.replaceState({ undo, redo }, "", `${location.pathname}?edit${this.fragment}`);
  }

  /** @param {string[]} said */
  draw(said) {
    const routine = asRoutine(this.plan, this.exercisesByCode);
    const { title, note } = normalised(this.plan);
    const cut = title.length < this.plan.title.trim().length || note.length < this.plan.note.trim().length;
    const more = cut ? ["The link has no room for all of these words: what is too long is left out."] : [];
    this.editor?.show({ plan: this.plan, routine, exercisesByCode: this.exercisesByCode }, [...said, ...more]);
    this.outputs.show("editing", { plan: this.plan, routine, fragment: this.fragment });
    /** @type {HTMLInputElement} */ (the(this.main, "[name=link]")).value = this.outputs.url;
    the(this.main, "[data-undo]").toggleAttribute("disabled", !this.trail.undo.length);
    the(this.main, "[data-redo]").toggleAttribute("disabled", !this.trail.redo.length);
  }

  /**
   * @param {string} what
   * @param {string} why
   * @param {boolean} again whether it may be another time
   */
  lose(what, why, again = false) {
    this.show("lost", what);
    const view = the(this.main, "[data-view=lost]");
    fill(view, { why });
    the(view, "[data-again]").hidden = !again;
  }

  /**
   * @param {"lost" | "reading" | "editing"} which
   * @param {string} heading
   */
  show(which, heading) {
    document.title = `${heading} – ${this.site_name}`;
    fill(this.main, { heading });
    for (const view of all(this.main, "[data-view]")) view.hidden = view.dataset.view !== which;
  }
}

new PlanPage(the(document, "main.plan"));
