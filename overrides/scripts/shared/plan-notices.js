// Words what a visitor must be told of a plan's link: what is missing, and what was changed.
// @ts-check

import { MOST_STEPS } from "./plan-link.js";

/** @typedef {import("./plan-link.js").Plan} Plan */
/** @typedef {import("./plan-link.js").Reason} Reason */
/** @typedef {import("./plan-link.js").Fault} Fault */
/** @typedef {ReadonlyMap<string, {short_name: string}>} Named the exercises of the plan, by code */

/** @type {Record<Reason, string>} */
const REASONS = {
  none: "There is no plan in this address.",
  strange: "This link holds no plan. Copy it again, whole.",
  long: "This link is too long to hold a plan.",
  newer: "This link is newer than this page. Load the page again.",
  empty: "This plan holds no exercise of this site.",
};

/** @type {Record<Fault, string>} */
const FAULTS = {
  cut: "This link lost its end",
  changed: "This link was changed on its way",
};
const NOT_BY_IT = "Do not train by it: ask the sender to send it again.";

/**
 * All notices, the most important first; none where the plan is as it was sent.
 *
 * They quote the link, which may be hostile: show them as text.
 * @param {Plan} plan
 * @param {Named} exercisesByCode
 * @param {Readonly<Record<string, string>>} [retired] the names of exercises that were taken out, by code; no code is the name of a property that objects have
 * @returns {string[]}
 */
export function notices(plan, exercisesByCode, retired = {}) {
  const { reason, fault, steps, unknown, unread, replaced } = plan;
  const codes = [...unknown, ...steps.filter(({ code, own }) => !own && !exercisesByCode.has(code)).map(({ code }) => code)];
  const said = [
    fault ? warning(plan) : reason ? REASONS[reason] : "",
    left(codes.filter((code) => !retired[code]), "not"),
    left(codes.flatMap((code) => retired[code] ?? []), "no longer"),
    ...replaced.map(({ from, to }) => {
      const name = exercisesByCode.get(to)?.short_name;
      return name ? `${name} takes the place of an exercise that is no longer here: ${quoted([retired[from] ?? from])}.` : "";
    }),
    unreadable(unread, unread.length + unknown.length + steps.length > MOST_STEPS),
  ];
  return said.filter(Boolean);
}

/**
 * Warns of a link whose checksum is wrong, and says what is left of it; empty for any other.
 * @param {Pick<Plan, "fault" | "title" | "note" | "steps">} plan
 */
export function warning({ fault, title, note, steps: { length: count } }) {
  if (!fault) return "";
  const what = FAULTS[fault];
  if (!count) return `${what}, and holds no exercise. Ask the sender to send it again.`;
  const here = count === 1 ? "one exercise is here" : `${count} exercises are here`;
  if (fault === "changed") return `${what}: ${here}, but not all is as it was sent. ${NOT_BY_IT}`;
  // Texts come after all exercises.
  const missing = title || note ? "but the words with them are not whole" : "the last perhaps with half its dose, and more may be missing";
  return `${what}: ${here}, ${missing}. ${NOT_BY_IT}`;
}

/** @param {string[]} names or codes @param {string} not or no longer */
function left(names, not) {
  const each = [...new Set(names)];
  if (!each.length) return "";
  if (each.length === 1) return `One exercise is ${not} on this site, so it is left out: ${quoted(each)}.`;
  return `${each.length} exercises are ${not} on this site, so they are left out: ${quoted(each)}.`;
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
