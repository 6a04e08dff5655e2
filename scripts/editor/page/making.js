// Makes elements; text is always set as text.
// @ts-check

/**
 * An element with attributes and children; an attribute that is false or undefined is left out, and `class` is its class.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {{[name: string]: string | number | boolean | undefined}} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : `${value}`);
  }
  made.append(...children);
  return made;
}

/**
 * A button that does something.
 * @param {string} label
 * @param {() => void} does
 * @param {{[name: string]: string | number | boolean | undefined}} [attributes]
 */
export function button(label, does, attributes = {}) {
  const made = make("button", { type: "button", class: "link-button", ...attributes }, label);
  made.addEventListener("click", does);
  return made;
}

/**
 * An element of the page by its id; there must be one.
 * @param {string} id
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id} here`);
  return found;
}
