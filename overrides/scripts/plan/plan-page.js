// The entry of the plan page: reads the plan from the address, and shows it to read or to edit.
// @ts-check

import "../offline/offline.js";
import { fillParts, find, findAll } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { inOneForm } from "../shared/plan-fragment.js";
import { NoRecords, PlanRecords } from "../shared/plan-records.js";
import { asRoutine, exerciseOf, withoutDefaults } from "../shared/plan-routine.js";
import { repairAddress } from "../shared/repair-address.js";
import { loadStyles } from "../shared/style-sheet.js";
import { LaterOutputs } from "./later-outputs.js";
import { laterPart } from "./later-part.js";
import { grammar } from "./plan-grammar.js";
import { showPlan } from "./plan-reading.js";

/** @typedef {import("../shared/plan-link.js").Plan} Plan */

/** What only a coach needs. */
const EDITOR_STYLES = new URL("../../components/plan-editor/plan-editor.css", import.meta.url);

class PlanPage {
  #main;
  #root;
  #records;
  #outputs;
  /** @type {Map<string, import("../shared/plan-records.js").PlanExercise>} */
  #exercisesByCode = new Map();
  /** @type {Promise<import("./plan-editing.js").PlanEditing> | null} */
  #editing = null;
  #opening = 0;
  #site_name = document.title.split(" – ").pop();

  /** @param {HTMLElement} main */
  constructor(main) {
    const { root = "", address = "" } = main.dataset;
    this.#main = main;
    this.#root = new URL(root, document.baseURI);
    this.#records = new PlanRecords(root);
    this.#outputs = new LaterOutputs(main, this.#root, address);
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
      const { plan, fragment, exercisesByCode, retired } = await this.#records.opened(location.hash);
      const names = await this.#records.names();
      const said = isWhole(plan, exercisesByCode) ? [] : (await loaded(import("./opened-notices.js"))).notices(plan, exercisesByCode, retired);
      if (opening !== this.#opening) return;
      this.#exercisesByCode = exercisesByCode;
      const editing = new URLSearchParams(location.search).has("edit") || plan.reason === "none";
      if (editing) await this.#edit(plan, names, said);
      else if (plan.reason) this.#showProblem(gettext`This plan cannot be shown`, said.join(" "));
      else this.#read(plan, fragment, said);
    } catch (fault) {
      if (!(fault instanceof NoRecords)) throw fault;
      this.#showProblem(gettext`This page cannot be shown now`, fault.message, true);
    } finally {
      if (opening === this.#opening) this.#main.ariaBusy = "false";
    }
  }

  /**
   * @param {Plan} plan
   * @param {string} fragment of its link as it was read. One with problems is passed on as it came, so that sheet, cards and timer report them as well
   * @param {string[]} said
   */
  #read(plan, fragment, said) {
    const lean = withoutDefaults(plan, this.#exercisesByCode);
    const routine = asRoutine(lean, this.#exercisesByCode);
    this.#show("reading", routine.name);
    showPlan(find(this.#main, "[data-view=reading]"), { plan: lean, routine, exercisesByCode: this.#exercisesByCode, notices: said }, this.#root);
    void this.#outputs.show("reading", { plan: lean, routine, fragment: said.length ? location.hash : inOneForm(fragment) });
  }

  /**
   * @param {Plan} plan
   * @param {import("../shared/plan-records.js").Name[]} names
   * @param {string[]} said
   */
  async #edit(plan, names, said) {
    const opening = this.#opening;
    const editing = await (this.#editing ??= this.#editor());
    if (opening !== this.#opening) return;
    this.#show("editing", gettext`Make a plan`);
    editing.open(plan, this.#exercisesByCode, names, said);
  }

  /** What only a coach needs: its code, its styles and its markup. */
  async #editor() {
    const parts = Promise.all([import("./plan-editing.js"), laterPart("editor", this.#root), loadStyles(EDITOR_STYLES)]);
    parts.catch(() => { this.#editing = null; }); // so that the next try loads it again
    const [{ PlanEditing }, elements] = await loaded(parts);
    find(this.#main, "[data-view=reading]").after(...elements); // before the links to other languages
    return new PlanEditing(this.#main, this.#records, this.#outputs, grammar);
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

/**
 * Whether a link is read as it was sent, and there is nothing to tell of it. One without a plan begins a new one.
 * @param {Plan} plan
 * @param {Map<string, import("../shared/plan-records.js").PlanExercise>} exercisesByCode
 */
const isWhole = ({ reason, fault, steps, unknown, unread, replaced }, exercisesByCode) =>
  reason === "none" || !(reason || fault || [...unknown, ...unread, ...replaced].length || steps.some((step) => !exerciseOf(step, exercisesByCode)));

/**
 * What is loaded when it is needed; a sentence for the visitor where it does not come.
 * @template Part
 * @param {Promise<Part>} part
 */
const loaded = (part) =>
  part.catch(() => {
    throw new NoRecords(gettext`A part of this page could not be loaded. Try again in a moment.`);
  });

new PlanPage(find(document, "main.plan"));
