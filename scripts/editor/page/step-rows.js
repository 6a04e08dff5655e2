// The steps of a routine as rows: typed, moved by drag, by buttons and by arrow keys, and put into rounds.
// @ts-check

import { button, byId, make } from "./making.js";
import { connectDrag } from "./step-drag.js";
import { drop, holder, move, placeInWords, rowAt } from "./step-moves.js";

/** @import { Problem, Row } from "./asking.js" */

/** @type {[key: string, label: string, options?: string[]][]} */
const MORE = [
  ["note", "Note"],
  ["priority", "In the short version", ["", "core", "optional"]],
  ["side", "Side", ["", "left", "right", "both", "each", "alternating"]],
  ["part", "Part", ["", "warm-up", "main", "cool-down"]],
  ["rest_after_seconds", "Then rest, in seconds"],
  ["transition_seconds", "Seconds to get ready"],
];
/** @type {[key: string, label: string][]} */
const OF_ROUNDS = [
  ["group", "Name"],
  ["rounds", "Rounds"],
  ["round_rest_seconds", "Rest between (s)"],
];

/** The rows of one routine. */
export class StepRows {
  /** @type {Row[]} */
  #rows = [];
  /** @type {Map<Row, HTMLElement>} */
  #items = new Map();
  #number = 0;

  /**
   * @param {() => void} changed
   * @param {() => void} keep called before rows are moved, so that this is an edit by itself
   * @param {(name: string) => void} write
   */
  constructor(changed, keep, write) {
    this.changed = changed;
    this.keep = keep;
    this.write = write;
    this.list = make("ol", { class: "edit-steps" });
    this.problem = make("p", { class: "edit-steps__problem edit-field__problem" });
    const hint = make("p", { class: "edit-field__hint" }, "Name, dose, Enter for the next one. Without a dose, the exercise’s own. Move a row by its grip, or with ↑ and ↓.");
    const add = make("div", { class: "edit-actions" }, button("Add an exercise", () => this.#add(this.#rows)), button("Add rounds", () => this.#addRounds()));
    this.element = make("div", {}, hint, this.list, add, this.problem);
  }

  /** @param {Row[]} rows */
  fill(rows) {
    this.#rows = structuredClone(rows);
    if (!this.#rows.length) this.#rows.push(empty());
    this.#draw();
  }

  /** The rows that say something. */
  rows() {
    return structuredClone(said(this.#rows));
  }

  /** @param {readonly Problem[]} problems */
  tell(problems) {
    const rows = kept(this.#rows);
    /** @type {Map<Row, string[]>} */
    const found = new Map();
    for (const each of problems) {
      const row = rowAt(rows, each.at);
      const own = row && (row.original ?? row);
      if (own) found.set(own, [...(found.get(own) ?? []), `${each.what} ${each.tip}`]);
    }
    for (const [row, item] of this.#items) {
      const text = (found.get(row) ?? []).join(" ");
      const place = /** @type {HTMLElement} */ (item.querySelector(":scope > .edit-field__problem"));
      if (place.textContent !== text) place.textContent = text;
      const first = item.querySelector("input");
      if (text) first?.setAttribute("aria-invalid", "true");
      else first?.removeAttribute("aria-invalid");
      const offer = item.querySelector(":scope > .edit-step__write");
      if (offer instanceof HTMLElement) offer.hidden = !/^no exercise /.test(text);
    }
  }

  #draw() {
    this.#items.clear();
    this.list.replaceChildren(...this.#rows.map((each) => this.#item(each)));
  }

  /**
   * @param {Row} row
   * @returns {HTMLElement}
   */
  #item(row) {
    this.#number += 1;
    const problem = `row-${this.#number}-problem`;
    const item = make("li", { class: row.steps ? "edit-step edit-step--rounds" : "edit-step" });
    this.#items.set(row, item);
    const fields = make("div", { class: "edit-step__fields" });
    for (const [key, label] of row.steps ? OF_ROUNDS : [["exercise", "Exercise"], ["dose", "Dose"]]) {
      fields.append(this.#field(row, key, label, problem));
    }
    const foot = make("div", { class: "edit-step__foot" });
    item.append(make("div", { class: "edit-step__row" }, fields), make("p", { class: "edit-field__problem", id: problem }), foot);
    if (row.steps) {
      const inner = make("ol", { class: "edit-steps" }, ...row.steps.map((/** @type {Row} */ each) => this.#item(each)));
      const hint = "Each round has all sets of its exercises: give each the dose of one round, such as 12.";
      foot.append(make("p", { class: "edit-field__hint" }, hint), this.#tools(row));
      item.append(inner, button("Add an exercise to these rounds", () => this.#add(/** @type {Row[]} */ (row.steps))));
    } else {
      const first = button("Write this exercise first", () => this.write(row.exercise), { class: "link-button edit-step__write", hidden: true });
      item.insertBefore(first, foot);
      const open = MORE.some(([key]) => key !== "priority" && row[key]);
      const more = make("details", { class: "edit-step__more", open }, make("summary", {}, "More"));
      more.append(make("div", { class: "edit-step__fields" }, ...MORE.map(([key, label, options]) => this.#field(row, key, label, problem, options))));
      foot.append(more, this.#tools(row));
    }
    return item;
  }

  /**
   * @param {Row} row
   * @param {string} key
   * @param {string} label
   * @param {string} problem
   * @param {string[]} [options]
   */
  #field(row, key, label, problem, options) {
    const about = { "aria-describedby": problem, "data-key": key };
    const names = key === "exercise" ? { list: "exercise-names" } : {};
    const input = options
      ? make("select", about, ...options.map((each) => make("option", { value: each, selected: each === row[key] }, each || "Not said")))
      : make("input", { ...about, ...names, type: "text", value: row[key] ?? "", placeholder: key === "dose" ? ownDose(row) : undefined });
    input.addEventListener("input", () => {
      row[key] = input.value;
      const tools = this.#items.get(row)?.querySelector(".edit-step__tools");
      if (tools) name(tools, row);
      const dose = key === "exercise" && this.#items.get(row)?.querySelector("[data-key=dose]");
      if (dose instanceof HTMLInputElement) dose.placeholder = ownDose(row);
      this.changed();
    });
    input.addEventListener("keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== "Enter") return;
      event.preventDefault(); // and not send the form
      const list = row.steps ?? holder(this.#rows, row)?.list ?? this.#rows;
      if (!row.exercise && !row.steps) return;
      this.#add(list, row.steps ? 0 : list.indexOf(row) + 1);
    });
    return make("label", { class: `edit-step__${key.replaceAll("_", "-")}` }, make("span", {}, label), input);
  }

  /** @param {Row} row */
  #tools(row) {
    const grip = button("", () => {}, { class: "edit-step__grip", "data-says": "Move NAME, by drag or with the arrow keys" });
    grip.append(make("span", { "aria-hidden": true }, "⠿"));
    grip.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      this.#move(row, by < 0 ? -1 : 1, ".edit-step__grip");
    });
    connectDrag(grip, row, this.#items, (other, behind) => {
      this.keep();
      drop(this.#rows, row, other, behind);
      this.#moved(row, ".edit-step__grip");
    });
    const up = button("↑", () => this.#move(row, -1, ".edit-step__up"), { class: "edit-step__up", "data-says": "Up: NAME" });
    const down = button("↓", () => this.#move(row, 1, ".edit-step__down"), { class: "edit-step__down", "data-says": "Down: NAME" });
    const gone = button("×", () => this.#remove(row), { class: "edit-step__remove", "data-says": "Remove: NAME" });
    const tools = make("div", { class: "edit-step__tools" }, grip, up, down, gone);
    name(tools, row);
    return tools;
  }

  /**
   * @param {Row} row
   * @param {-1 | 1} by
   * @param {string} focused
   */
  #move(row, by, focused) {
    this.keep();
    if (move(this.#rows, row, by)) this.#moved(row, focused);
  }

  /**
   * @param {Row} row
   * @param {string} focused
   */
  #moved(row, focused) {
    this.#draw();
    const place = this.#items.get(row)?.querySelector(focused);
    if (place instanceof HTMLElement) place.focus();
    byId("told").textContent = `${row.group ?? row.exercise} is now ${placeInWords(this.#rows, row)}.`;
    this.changed();
  }

  /** @param {Row} row */
  #remove(row) {
    const list = holder(this.#rows, row)?.list ?? this.#rows;
    const at = list.indexOf(row);
    this.keep();
    list.splice(at, 1);
    if (!this.#rows.length) this.#rows.push(empty());
    this.#draw();
    const next = list[Math.min(at, list.length - 1)] ?? this.#rows[0];
    this.#items.get(next)?.querySelector("input")?.focus();
    byId("told").textContent = "Removed. Undo takes it back.";
    this.changed();
  }

  /**
   * @param {Row[]} list
   * @param {number} [at]
   */
  #add(list, at = list.length) {
    const row = empty();
    list.splice(at, 0, row);
    this.#draw();
    this.#items.get(row)?.querySelector("input")?.focus();
  }

  #addRounds() {
    this.keep();
    const last = this.#rows.at(-1);
    if (last && !last.steps && !last.exercise) this.#rows.pop(); // the row that waits to be filled
    const row = { group: "Circuit", rounds: "3", round_rest_seconds: "60", steps: [empty()] };
    this.#rows.push(row);
    this.#draw();
    this.#items.get(row.steps[0])?.querySelector("input")?.focus();
    this.changed();
  }
}

/**
 * Says in the names of its tools which row they are for.
 * @param {Element} tools
 * @param {Row} row
 */
function name(tools, row) {
  for (const each of tools.querySelectorAll("[data-says]")) {
    const said = /** @type {HTMLElement} */ (each).dataset.says ?? "";
    each.setAttribute("aria-label", said.replace("NAME", row.group || row.exercise || "this row"));
  }
}

/**
 * The dose that a step has where it says none.
 * @param {Row} row
 */
function ownDose(row) {
  const options = /** @type {HTMLOptionElement[]} */ ([...byId("exercise-names").children]);
  return options.find((each) => each.value === row.exercise)?.dataset.dose || "its own";
}

/** @returns {Row} */
const empty = () => ({ exercise: "", dose: "" });

/**
 * @param {Row[]} rows
 * @returns {Row[]} without rows that wait to be filled
 */
const said = (rows) => rows.filter((each) => each.steps || each.exercise || each.dose).map((each) => (each.steps ? { ...each, steps: said(each.steps) } : each));

/**
 * The same, each with the row that it is.
 * @param {Row[]} rows
 * @returns {Row[]}
 */
const kept = (rows) =>
  rows.filter((each) => each.steps || each.exercise || each.dose).map((each) => ({ ...each, original: each, ...(each.steps ? { steps: kept(each.steps) } : {}) }));
