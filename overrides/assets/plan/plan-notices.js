// What a visitor must be told of a plan's link, in sentences: what it lacks, and what became of it; knows no page.
// @ts-check

import { MOST_STEPS } from "./plan-link.js";

/** @typedef {import("./plan-link.js").Plan} Plan */
/** @typedef {import("./plan-link.js").Reason} Reason */
/** @typedef {ReadonlyMap<string, {name: string}>} Named the exercises of the plan, by code */

/** @type {Record<Reason, string>} */
const REASONS = {
  none: "There is no plan in this address.",
  strange: "This link holds no plan. Copy it again, from its beginning to its end.",
  long: "This link is too long to hold a plan.",
  newer: "This link is of a newer kind than this page can read. Load the page again.",
  empty: "This plan holds no exercise of this site.",
};

/**
 * All there is to tell, the weightiest first; nothing where the plan is as it was sent.
 *
 * It quotes what stands in the link, which a stranger may have written: show it as text.
 * @param {Plan} plan
 * @param {Named} exercisesByCode
 * @returns {string[]}
 */
export function notices({ reason, steps, unknown, unread, replaced }, exercisesByCode) {
  const codes = [...unknown, ...steps.map(({ code }) => code).filter((code) => !exercisesByCode.has(code))];
  const said = [
    reason ? REASONS[reason] : "",
    left(codes),
    ...replaced.map(({ from, to }) => {
      const name = exercisesByCode.get(to)?.name;
      return name ? `${name} takes the place of an exercise that is no longer here: ${quoted([from])}.` : "";
    }),
    unreadable(unread, unread.length + unknown.length + steps.length > MOST_STEPS),
  ];
  return said.filter(Boolean);
}

/** @param {string[]} codes */
function left(codes) {
  const each = [...new Set(codes)];
  if (!each.length) return "";
  if (each.length === 1) return `One exercise is not on this site, so it is left out: ${quoted(each)}.`;
  return `${each.length} exercises are not on this site, so they are left out: ${quoted(each)}.`;
}

/** @param {string[]} parts @param {boolean} full */
function unreadable(parts, full) {
  if (!parts.length) return "";
  const which = parts.length === 1 ? "A part of this link" : `${parts.length} parts of this link`;
  const why = full ? ` or ${parts.length === 1 ? "stands" : "stand"} after ${MOST_STEPS} exercises` : "";
  return `${which} cannot be read${why}: ${quoted(parts)}. Ask the sender what was meant.`;
}

/** @param {string[]} parts */
const quoted = (parts) => parts.map((part) => `“${part}”`).join(", ");
