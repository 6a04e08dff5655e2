// The fields of a form: made from what the server says of the schema, read, filled, and with problems beside them.
// @ts-check

import { find, findAll } from "../../../overrides/scripts/shared/dom.js";
import { make } from "./making.js";
import { StepRows } from "./step-rows.js";

/** @import { Field, Problem, Values } from "./asking.js" */

const WORDS = /** @type {{[option: string]: string}} */ ({
  "": "Not said",
  bilateral: "Both sides at once",
  unilateral: "One side, then the other",
  alternating: "The sides take turns",
  own: "My own words",
  optional: "Optional",
});

/** One form. */
export class Fields {
  /** @type {Map<string, HTMLElement>} */
  #boxes = new Map();
  /** @type {StepRows | undefined} */
  #rows;

  /**
   * @param {readonly Field[]} fields
   * @param {HTMLElement} always
   * @param {HTMLElement} folded
   * @param {{changed: () => void, keep: () => void, write: (name: string) => void}} told `keep`: an edit by itself follows; `write`:
   *   opens an empty form for an exercise of that name
   */
  constructor(fields, always, folded, told) {
    this.fields = fields;
    always.replaceChildren();
    folded.replaceChildren();
    for (const field of fields) {
      const box = field.kind === "steps" ? this.#steps(field, told) : made(field);
      box.dataset.field = field.name;
      this.#boxes.set(field.name, box);
      (field.folded ? folded : always).append(box);
    }
  }

  /**
   * @param {Field} field
   * @param {{changed: () => void, keep: () => void, write: (name: string) => void}} told
   */
  #steps(field, { changed, keep, write }) {
    this.#rows = new StepRows(changed, keep, write);
    return make("fieldset", { class: "edit-field" }, make("legend", {}, field.label), this.#rows.element);
  }

  /** @param {Values} values */
  fill(values) {
    for (const field of this.fields) {
      const value = values[field.name];
      if (field.kind === "steps") this.#rows?.fill(value ?? []);
      else put(this.#box(field), field, value ?? "");
    }
  }

  /** @returns {Values} */
  values() {
    return Object.fromEntries(this.fields.map((each) => [each.name, this.#value(each)]));
  }

  /** @param {Field} field */
  #value(field) {
    if (field.kind === "steps") return this.#rows?.rows() ?? [];
    const inputs = controls(this.#box(field));
    if (field.kind === "choices") return inputs.filter((each) => checked(each)).map((each) => each.value);
    return field.kind === "yes" ? checked(inputs[0]) : inputs[0].value;
  }

  /**
   * Shows each problem at its field. Returns those without one.
   * @param {readonly Problem[]} problems
   * @param {boolean} withMissing whether a field that was not reached yet is told of, too
   */
  tell(problems, withMissing) {
    const elsewhere = problems.filter((each) => !each.field && !each.missing?.length);
    const missing = new Set([...problems.flatMap((each) => each.missing ?? []), ...this.empty()]);
    const steps = problems.filter((each) => each.field === "steps");
    this.#rows?.tell(steps.filter((each) => typeof each.at[0] === "number"));
    for (const field of this.fields) {
      const here = problems.filter((each) => each.field === field.name && !(steps.includes(each) && typeof each.at[0] === "number"));
      const said = here.map((each) => `${line(field, each)}${each.what} ${each.tip}`);
      if (missing.has(field.name) && withMissing) said.push("This is missing.");
      tellAt(this.#box(field), said.join(" "));
    }
    return elsewhere;
  }

  /** The names of fields that a record cannot be without, and that say nothing yet. */
  empty() {
    return this.fields.filter((each) => each.required && JSON.stringify(this.#value(each)).length < 3).map((each) => each.name);
  }

  /** The first field with a problem, to go to. */
  first() {
    const field = this.fields.find((each) => this.#box(each).querySelector("[aria-invalid=true]"));
    const found = field && this.#box(field).querySelector("[aria-invalid=true]");
    return found instanceof HTMLElement ? found : undefined;
  }

  /**
   * @param {readonly string[]} names
   * @returns {string[]} their labels
   */
  labels(names) {
    return this.fields.filter((each) => names.includes(each.name)).map((each) => each.label);
  }

  /** @param {Field} field */
  #box(field) {
    return /** @type {HTMLElement} */ (this.#boxes.get(field.name));
  }
}

/** @param {Field} field */
function made(field) {
  const id = `field-${field.name.replace(".", "-")}`;
  const about = { "aria-describedby": `${id}-hint ${id}-problem`, id };
  const hint = make("p", { class: "edit-field__hint", id: `${id}-hint` }, field.hint);
  const problem = make("p", { class: "edit-field__problem", id: `${id}-problem` });
  const label = make("label", { for: id }, field.label);
  if (field.kind === "choices") {
    const boxes = field.options.map((each) => make("label", {}, make("input", { type: "checkbox", value: each }), word(each)));
    const row = make("div", { class: "edit-field__choices" }, ...boxes);
    const described = { class: "edit-field", "aria-describedby": about["aria-describedby"] };
    return make("fieldset", described, make("legend", {}, field.label), hint, row, problem);
  }
  if (field.kind === "yes") {
    label.prepend(make("input", { type: "checkbox", ...about }));
    return make("div", { class: "edit-field" }, label, hint, problem);
  }
  return make("div", { class: "edit-field" }, label, hint, control(field, about), problem);
}

/**
 * @param {Field} field
 * @param {{[name: string]: string}} about
 */
function control(field, about) {
  if (field.kind === "choice") {
    return make("select", about, ...["", ...field.options].map((each) => make("option", { value: each }, word(each))));
  }
  if (["text", "dose", "number"].includes(field.kind)) {
    const many = field.most || undefined;
    const numeric = field.kind === "number" ? "numeric" : undefined;
    return make("input", { ...about, type: "text", maxlength: many, inputmode: numeric, "aria-required": field.required || undefined });
  }
  return make("textarea", { ...about, rows: field.required ? 3 : 2, "aria-required": field.required || undefined });
}

/** @param {string} option */
const word = (option) => WORDS[option] ?? option.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase());

/**
 * @param {HTMLElement} box
 * @param {Field} field
 * @param {any} value
 */
function put(box, field, value) {
  for (const each of controls(box)) {
    if (each instanceof HTMLInputElement && each.type === "checkbox") {
      each.checked = field.kind === "yes" ? value === true : value.includes(each.value);
      continue;
    }
    if (each instanceof HTMLSelectElement && ![...each.options].some((option) => option.value === value)) {
      each.append(make("option", { value }, `As in the file: ${value}`));
    }
    if (each.value !== value) each.value = value;
  }
}

/**
 * @param {HTMLElement} box
 * @param {string} said
 */
function tellAt(box, said) {
  const place = find(box, ":scope > .edit-field__problem, .edit-steps__problem");
  if (place.textContent !== said) place.textContent = said;
  for (const each of controls(box).slice(0, 1)) {
    if (each.closest(".edit-step")) continue; // its own problems are told of at the row
    if (said) each.setAttribute("aria-invalid", "true");
    else each.removeAttribute("aria-invalid");
  }
}

/**
 * Which line of a text box a problem is in.
 * @param {Field} field
 * @param {Problem} problem
 */
function line(field, problem) {
  const number = problem.at.find((each) => typeof each === "number");
  return typeof number === "number" && field.kind !== "choices" ? `Line ${number + 1}: ` : "";
}

/** @param {HTMLElement} box */
const controls = (box) => /** @type {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]} */ (findAll(box, "input, textarea, select"));

/** @param {Element} input */
const checked = (input) => input instanceof HTMLInputElement && input.checked;
