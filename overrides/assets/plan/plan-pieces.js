// What a plan's sheets and cards have in common: parts of a text that no line breaks within; knows no plan.
// @ts-check

import { the } from "./plan-parts.js";

/**
 * Parts that no line breaks within, with spaces between them.
 * @param {string[]} parts
 * @param {string} [joint] what follows all but the last
 */
export function spans(parts, joint = "") {
  return parts.flatMap((part, at) => {
    const span = document.createElement("span");
    span.textContent = at < parts.length - 1 ? `${part}${joint}` : part;
    return [span, " "];
  });
}

/**
 * A dose in its place, as the component paper-dose has it.
 * @param {HTMLElement} within
 * @param {{amounts: string[], side: string[]}} dose
 */
export function setDose(within, { amounts, side }) {
  the(within, "[data-part=amounts]").append(...spans(amounts));
  the(within, "[data-part=side]").replaceWith(...spans(side, ","));
}
