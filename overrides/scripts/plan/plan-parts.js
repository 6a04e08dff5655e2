// Puts texts into the places that a page has for them.
// @ts-check

/**
 * The element for a part.
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function the(within, selector) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector} here`);
  return found;
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 */
export const all = (within, selector) => /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);

/**
 * A text in each place of that name, or a list of them as items; a place without any is hidden, and what stands with it.
 * @param {ParentNode} within
 * @param {Record<string, string | string[]>} texts by the names of their parts
 */
export function fill(within, texts) {
  for (const [name, text] of Object.entries(texts)) {
    for (const place of all(within, `[data-part="${name}"]`)) {
      if (Array.isArray(text)) place.replaceChildren(...text.map(item));
      else if (place.textContent !== text) place.textContent = text;
      place.hidden = !text.length && !place.matches("[role=status], [role=alert]"); // these must be there before their text
    }
    for (const around of all(within, `[data-with="${name}"]`)) around.hidden = !text.length;
  }
}

/**
 * A control that can be used or not; one that cannot any more hands the focus on, which would be lost else.
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
 * Words for a screen reader, which takes the same words again for news only if they were gone.
 * @param {HTMLElement} status
 * @param {string} words
 */
export function announce(status, words) {
  status.textContent = "";
  requestAnimationFrame(() => { status.textContent = words; });
}

/**
 * A new copy of what a template holds.
 * @param {string} name
 */
export function copyOf(name) {
  const template = document.querySelector(`template[data-template="${name}"]`);
  const copy = template instanceof HTMLTemplateElement && template.content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`no template ${name} here`);
  return copy;
}

/** @param {string} text */
function item(text) {
  const made = document.createElement("li");
  made.textContent = text;
  return made;
}
