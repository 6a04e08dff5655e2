// Words what a visitor must be told of a plan's link: what is missing, and what was changed.
// @ts-check

import { gettext, ngettext } from "./gettext.js";
import { MOST_STEPS } from "./plan-link.js";

/** @typedef {import("./plan-link.js").Plan} Plan */
/** @typedef {import("./plan-link.js").Reason} Reason */
/** @typedef {import("./plan-link.js").Fault} Fault */
/** @typedef {ReadonlyMap<string, {short_name: string}>} Named the exercises of the plan, by code */

/** @type {Record<Reason, string>} */
const REASONS = {
  none: gettext`There is no plan in this address.`,
  strange: gettext`This link holds no plan. Copy it again, whole.`,
  long: gettext`This link is too long to hold a plan.`,
  newer: gettext`This link is newer than this page. Load the page again.`,
  empty: gettext`This plan holds no exercise of this site.`,
};

const NOT_BY_IT = gettext`Do not train by it: ask the sender to send it again.`;

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
    of(each(codes.filter((code) => !retired[code])), unknownHere),
    of(each(codes.flatMap((code) => retired[code] ?? [])), takenOut),
    ...replaced.map(({ from, to }) => {
      const name = exercisesByCode.get(to)?.short_name;
      return name ? gettext`${name} takes the place of an exercise that is no longer here: ${{ other: quoted([retired[from] ?? from]) }}.` : "";
    }),
    of(unread, unread.length + unknown.length + steps.length > MOST_STEPS ? tooMany : unreadable),
  ];
  return said.filter(Boolean);
}

/**
 * Warns of a link whose checksum is wrong, and says what is left of it; empty for any other.
 * @param {Pick<Plan, "fault" | "title" | "note" | "steps">} plan
 */
export function warning({ fault, title, note, steps: { length: count } }) {
  if (!fault) return "";
  return count ? `${(fault === "cut" ? cut : changed)(count, Boolean(title || note))} ${NOT_BY_IT}` : EMPTY[fault];
}

/** @type {Record<Fault, string>} */
const EMPTY = {
  cut: gettext`This link lost its end, and holds no exercise. Ask the sender to send it again.`,
  changed: gettext`This link was changed on its way, and holds no exercise. Ask the sender to send it again.`,
};

/** @param {number} count of exercises @param {boolean} hasTexts which come after all of these */
const cut = (count, hasTexts) =>
  hasTexts
    ? ngettext(
        count,
        gettext`This link lost its end: one exercise is here, but the words with them are not whole.`,
        gettext`This link lost its end: ${count} exercises are here, but the words with them are not whole.`,
      )
    : ngettext(
        count,
        gettext`This link lost its end: one exercise is here, the last perhaps with half its dose, and more may be missing.`,
        gettext`This link lost its end: ${count} exercises are here, the last perhaps with half its dose, and more may be missing.`,
      );

/** @param {number} count of exercises */
const changed = (count) =>
  ngettext(
    count,
    gettext`This link was changed on its way: one exercise is here, but not all is as it was sent.`,
    gettext`This link was changed on its way: ${count} exercises are here, but not all is as it was sent.`,
  );

/**
 * What is said of several texts; nothing of none.
 * @param {string[]} texts
 * @param {(count: number, each: string) => string} say
 */
const of = (texts, say) => (texts.length ? say(texts.length, quoted(texts)) : "");

/** @param {number} count @param {string} names */
const unknownHere = (count, names) =>
  ngettext(
    count,
    gettext`One exercise is not on this site, so it is left out: ${names}.`,
    gettext`${count} exercises are not on this site, so they are left out: ${names}.`,
  );

/** @param {number} count @param {string} names */
const takenOut = (count, names) =>
  ngettext(
    count,
    gettext`One exercise is no longer on this site, so it is left out: ${names}.`,
    gettext`${count} exercises are no longer on this site, so they are left out: ${names}.`,
  );

/** @param {number} count @param {string} parts */
const unreadable = (count, parts) =>
  ngettext(
    count,
    gettext`A part of this link cannot be read: ${parts}. Ask the sender what was meant.`,
    gettext`${count} parts of this link cannot be read: ${parts}. Ask the sender what was meant.`,
  );

/** @param {number} count @param {string} parts */
const tooMany = (count, parts) =>
  ngettext(
    count,
    gettext`A part of this link cannot be read or stands after ${{ most: MOST_STEPS }} exercises: ${parts}. Ask the sender what was meant.`,
    gettext`${count} parts of this link cannot be read or stand after ${{ most: MOST_STEPS }} exercises: ${parts}. Ask the sender what was meant.`,
  );

/** @param {string[]} texts */
const each = (texts) => [...new Set(texts)];

/** @param {string[]} parts */
const quoted = (parts) => parts.map((part) => gettext`“${part}”`).join(", ");
