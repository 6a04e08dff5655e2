// The entry of the plan page: reads the plan from the address, and shows it to read or to edit.
// @ts-check

import "../offline/offline.js";
import { enable, fillParts, find, findAll } from "../shared/dom.js";
import { decode, encode } from "../shared/plan-link.js";
import { notices } from "../shared/plan-notices.js";
import { NoRecords, PlanRecords } from "../shared/plan-records.js";
import { asRoutine, catalogue, withoutDefaults } from "../shared/plan-routine.js";
import { repairAddress } from "../shared/repair-address.js";
import { loadStyles } from "../shared/style-sheet.js";
import { PlanAddress } from "./plan-address.js";
import { EMPTY } from "./plan-draft.js";
import { factsOf } from "./plan-facts.js";
import { grammar } from "./plan-grammar.js";
import { PlanOutputs } from "./plan-outputs.js";
import { showPlan } from "./plan-reading.js";

/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {import("../shared/plan-link.js").Plan} Plan */

/** What only a coach needs. */
const EDITOR_STYLES = new URL("../../components/plan-editor/plan-editor.css", import.meta.url);

class PlanPage {
  #main;
  #root;
  #records;
  #outputs;
  /** @type {Map<string, import("../shared/plan-records.js").FullExercise>} */
  #exercisesByCode = new Map();
  /** @type {ReturnType<typeof catalogue>["exercisesByCode"] | undefined} every exercise by its code, once a plan is edited */
  #codes;
  /** @type {ReturnType<typeof catalogue>["aliases"] | undefined} */
  #aliases;
  /** @type {Draft} */
  #plan = EMPTY;
  #address = new PlanAddress();
  /** @type {import("./plan-editor.js").PlanEditor | null} */
  #editor = null;
  /** @type {Promise<unknown> | null} */
  #styled = null;
  /** @type {string[]} notices about the link that was opened */
  #said = [];
  #opening = 0;
  #stepping = false;
  #site_name = document.title.split(" – ").pop();

  /** @param {HTMLElement} main */
  constructor(main) {
    const { root = "", address = "" } = main.dataset;
    this.#main = main;
    this.#root = new URL(root, document.baseURI);
    this.#records = new PlanRecords(root);
    this.#outputs = new PlanOutputs(main, this.#root, address);
    find(main, "[data-again]").addEventListener("click", async () => {
      await this.#open();
      find(main, "h1").focus();
    });
    addEventListener("hashchange", () => void this.#open());
    void this.#open();
  }

  async #open() {
    const opening = ++this.#opening; // if another link is opened meanwhile, that one is shown
    this.#main.ariaBusy = "true";
    try {
      await repairAddress(() => import("../shared/address-repair.js"));
      const { plan, exercisesByCode } = await this.#records.opened(location.hash);
      const names = await this.#records.names();
      if (opening !== this.#opening) return;
      this.#exercisesByCode = exercisesByCode;
      const editing = new URLSearchParams(location.search).has("edit") || plan.reason === "none";
      const said = plan.reason === "none" ? [] : notices(plan, exercisesByCode);
      if (editing) await this.#edit(plan, names, said);
      else if (plan.reason) this.#showProblem("This plan cannot be shown", said.join(" "));
      else this.#read(plan, said);
    } catch (fault) {
      if (!(fault instanceof NoRecords)) throw fault;
      this.#showProblem("This page cannot be shown now", fault.message, true);
    } finally {
      if (opening === this.#opening) this.#main.ariaBusy = "false";
    }
  }

  /**
   * @param {Plan} plan
   * @param {string[]} said
   */
  #read(plan, said) {
    const lean = withoutDefaults(plan, this.#exercisesByCode);
    const routine = asRoutine(lean, this.#exercisesByCode);
    this.#show("reading", routine.name);
    showPlan(find(this.#main, "[data-view=reading]"), { plan: lean, routine, exercisesByCode: this.#exercisesByCode, notices: said }, this.#root);
    // A link with problems is passed on as it is, so that its sheet, cards and timer report them as well.
    this.#outputs.show("reading", { plan: lean, routine, fragment: said.length ? location.hash : encode(lean) });
  }

  /**
   * @param {Plan} plan
   * @param {import("../shared/plan-records.js").Name[]} names
   * @param {string[]} said
   */
  async #edit(plan, names, said) {
    const opening = this.#opening;
    const [{ PlanEditor }] = await Promise.all([import("./plan-editor.js"), (this.#styled ??= loadStyles(EDITOR_STYLES))]).catch(() => {
      throw new NoRecords("A part of this page could not be loaded. Try again in a moment.");
    });
    if (opening !== this.#opening) return;
    const { exercisesByCode: codes, aliases } = catalogue(names);
    this.#codes = codes;
    this.#aliases = aliases;
    this.#plan = withoutDefaults({ ...plan, fault: null }, this.#exercisesByCode); // an edited plan is another one, without the fault
    this.#said = said;
    this.#address.opened(!said.length);
    if (!this.#editor) {
      const view = find(this.#main, "[data-view=editing]");
      this.#editor = new PlanEditor(view, this.#records, this.#exercisesByCode, (draft, kind) => this.#change(draft, kind), grammar);
      for (const direction of /** @type {const} */ (["undo", "redo"])) {
        find(view, `[data-${direction}]`).addEventListener("click", () => void this.#step(direction));
      }
      addEventListener("keydown", (event) => this.#key(event));
    }
    this.#editor.exercisesByCode = this.#exercisesByCode;
    this.#editor.picker.offer(names);
    this.#show("editing", "Make a plan");
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
    this.#editor?.say("");
    this.#draw();
  }

  /** @param {"undo" | "redo"} direction */
  async #step(direction) {
    const wanted = this.#address.undoHistory[direction].at(-1);
    if (wanted === undefined || !this.#codes || this.#stepping) return;
    this.#stepping = true;
    try {
      // After a reload, the records of removed exercises are not loaded.
      const { steps } = decode(wanted, this.#codes, this.#aliases);
      const found = await this.#records.exercises(steps.map(({ code }) => code));
      for (const [code, exercise] of found) this.#exercisesByCode.set(code, exercise);
      this.#plan = decode(this.#address.step(this.#fragment, direction) ?? wanted, this.#codes, this.#aliases);
      this.#draw();
      this.#editor?.say(direction === "undo" ? "Undone" : "Done again");
    } catch (fault) {
      if (!(fault instanceof NoRecords)) throw fault;
      this.#editor?.fail(fault.message);
    } finally {
      this.#stepping = false;
    }
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
    return steps.length || title || note ? encode(withoutDefaults(this.#plan, this.#exercisesByCode)) : "";
  }

  #draw() {
    const routine = asRoutine(this.#plan, this.#exercisesByCode);
    const shown = { plan: this.#plan, routine, exercisesByCode: this.#exercisesByCode };
    this.#editor?.show(shown, factsOf(routine), this.#said);
    this.#outputs.show("editing", { plan: this.#plan, routine, fragment: this.#fragment });
    /** @type {HTMLInputElement} */ (find(this.#main, "[name=link]")).value = this.#outputs.url;
    const { undo, redo } = this.#address.undoHistory;
    const [back, forth, heading] = ["[data-undo]", "[data-redo]", "h1"].map((each) => find(this.#main, each));
    // The button for undo twice: either may hand the focus to the other, which must be enabled by then.
    for (const [button, plans, other] of /** @type {const} */ ([[back, undo, forth], [forth, redo, back], [back, undo, forth]])) {
      enable(button, plans.length > 0, other.matches(":disabled") ? heading : other);
    }
  }

  /**
   * @param {string} what
   * @param {string} why
   * @param {boolean} again whether to offer another try
   */
  #showProblem(what, why, again = false) {
    this.#show("lost", what);
    fillParts(find(this.#main, "[data-view=lost]"), { why });
    find(this.#main, "[data-view=lost] [data-again]").hidden = !again;
  }

  /**
   * @param {"lost" | "reading" | "editing"} which
   * @param {string} heading
   */
  #show(which, heading) {
    document.title = `${heading} – ${this.#site_name}`;
    fillParts(this.#main, { heading });
    for (const view of findAll(this.#main, "[data-view]")) view.hidden = view.dataset.view !== which;
  }
}

new PlanPage(find(document, "main.plan"));
