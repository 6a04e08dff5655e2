// Finds elements, and fills templates and pages by the names that their parts have in the HTML.
// @ts-check

// data-part="name": the value becomes its text; a list of values becomes its items.
// data-href="name": the value becomes the address that it leads to.
// data-with="name": shows no value, but is hidden while the value is empty, as the others are.
// data-row="template", on a list: each item is a copy of that template; without it, an <li>.
//
// A value without a place in the HTML is an error. tests/site/test_template_parts.py finds places without a value.

/** @typedef {{[name: string]: Value}} Values by the names of their parts */
/** @typedef {string | number | readonly (string | Values)[]} Value a number is that of a <progress> */

/**
 * The first element that matches; there must be one.
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function find(within, selector) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector} here`);
  return found;
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 */
export const findAll = (within, selector) => /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);

/** The parts that an element has now: items added later are not among them, and have parts of their own. */
export class Parts {
  /** @type {Map<string | undefined, HTMLElement[]>} */
  #places = new Map();

  /** @param {ParentNode} within */
  constructor(within) {
    this.add(within);
  }

  /** What comes later has parts that are filled with the others. @param {ParentNode} within */
  add(within) {
    for (const place of findAll(within, "[data-part], [data-with], [data-href]")) {
      const { part, href, with: other } = place.dataset;
      for (const name of new Set([part, href, other])) this.#places.set(name, [...(this.#places.get(name) ?? []), place]);
    }
  }

  /**
   * Changes only what differs.
   * @param {Values} values
   */
  fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const places = this.#places.get(name);
      if (!places) throw new Error(`no part ${name} here`);
      for (const place of places) {
        const { part, href } = place.dataset;
        if (part === name) write(place, value);
        if (href === name) setAttribute(place, "href", `${value}`);
        // A live region must be there before its text.
        if (!place.matches("[role=status], [role=alert]")) hide(place, /** @type {string} */ (value).length === 0);
      }
    }
  }
}

/**
 * @param {ParentNode} within
 * @param {Values} values
 */
export const fillParts = (within, values) => new Parts(within).fill(values);

/**
 * @param {HTMLElement} place
 * @param {Value} value
 */
function write(place, value) {
  if (typeof value === "string") setText(place, value);
  else if (typeof value === "number") setAttribute(place, "value", `${value}`);
  else fillList(place, value);
}

/**
 * Reuses the items that are there, so that the focus stays where it is.
 * @param {HTMLElement} list
 * @param {readonly (string | Values)[]} rows
 */
function fillList(list, rows) {
  const { row: template } = list.dataset;
  while (list.children.length > rows.length) list.lastElementChild?.remove();
  while (list.children.length < rows.length) list.append(template ? cloneTemplate(template) : document.createElement("li"));
  rows.forEach((row, index) => {
    if (typeof row === "string") setText(list.children[index], row);
    else fillParts(list.children[index], row);
  });
}

/**
 * A copy of what a template holds, by its data-template.
 * @param {string} name
 */
export function cloneTemplate(name) {
  const template = find(document, `template[data-template=${name}]`);
  return /** @type {HTMLElement} */ (/** @type {HTMLTemplateElement} */ (template).content.firstElementChild?.cloneNode(true));
}

/**
 * @param {Element} at
 * @param {string} text
 */
function setText(at, text) {
  if (at.textContent !== text) at.textContent = text;
}

/**
 * @param {Element} at
 * @param {string} name
 * @param {string} value
 */
export function setAttribute(at, name, value) {
  if (at.getAttribute(name) !== value) at.setAttribute(name, value);
}

/**
 * @param {HTMLElement} at
 * @param {boolean} hidden
 */
export function hide(at, hidden) {
  if (at.hidden !== hidden) at.hidden = hidden;
}

/**
 * Enables or disables a control. The focus of one that is disabled goes to the next, since it would be lost.
 * @param {HTMLElement} control
 * @param {boolean} able
 * @param {HTMLElement} next
 */
export function enable(control, able, next) {
  const focused = document.activeElement === control;
  control.toggleAttribute("disabled", !able);
  if (focused && !able) next.focus();
}

/**
 * Announces words to screen readers, which repeat the same words only if they were removed meanwhile.
 * @param {HTMLElement} status
 * @param {string} words
 */
export function announce(status, words) {
  status.textContent = "";
  requestAnimationFrame(() => { status.textContent = words; });
}
