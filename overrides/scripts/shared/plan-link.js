// Parses a plan from the fragment of an address, and writes it.
// @ts-check

// #1gc.br.cs2x45hr30l.pl3x10-12r60o60h.tl-s.t=Ankle-and-calf.n=After-a-run.4ga6
//
// The version comes first, with g where the plan is at the goal doses, and with c where the link ends in a check, as all do
// that are written now: see plan-check.js. Then the exercises by their codes, in order, each with what the coach changed;
// one without is at its own dose, whatever that is by then. A dose that is given is given whole, so that a later change of
// the record does not mix with it: 12 reps, 3x12, 2x45s of work, 45h held, 3x5x10h (sets, reps, seconds that each is held),
// 10-12 a range. Then r rest, b seconds between held reps, c change of sides, t tempo (four figures, or eight for two
// each), o the other dose. Letters without figures: l r e b a for the left or right side only, each side, both at once,
// sides that take turns; s or g for this exercise's start or goal dose; d, alone, for all as at the one before. A hyphen
// may stand between two parts, and must where a letter would run into the code. Texts come after them, t= title and n= note, and the check last.
//
// The second version says what the first cannot, and only plans that need it have it: 2c. at their beginning. In it the first
// of two is always the sets, of which there may be a range: 2-3x10-15. An open end: 10y (10 or more), 1xmax (as many as
// possible), 1xmax60s (in a time), 1xfat (to fatigue), 1xmaxh (as long as possible). 5v breaths with p4-7-8 for their pattern, 400m
// metres with q120 for how long they take, r60-90 a range of rest, e60 a set every minute, t30x1 a tempo with X. w is a load: w12kg,
// w2x12kg, w16-24kg, w50n60n70kg one after the other, w7d5kg; units kg lb akg alb (added to body weight) hkg hlb (assistance) rm bw
// pl (per cent of the maximum, of body weight, of the load); w20cm a step, w20mm an edge. Words of a load stand after how many signs
// they have, so that what follows is not taken for a part of them: wb3-red5-green bands, ww9-empty-bar. f7rpe, f2rir, f30-50pc an
// effort. t, w or z without figures: sides in turn, the weaker or the affected side first. u joins sets that differ: 8w20kgr60u5w40kg.
//
// Only letters, digits and . - = % are used, and the end is a letter or a digit: nothing that a messenger cuts off or
// makes bold. Case means nothing outside of texts, so a QR code may have capitals, which take less room.
//
// The check is of the text before it as we write it, so what a link met on its way and the reader made good does not
// count. A link that was cut has none, and is known for certain; links that were written before there were checks have
// no c, and open as they always did.

import { fieldsOf, isWider, letter, normalizeDose, writtenDose } from "./plan-dose.js";
import { apart, body, checked, isField, LONGEST_NOTE, LONGEST_TITLE } from "./plan-fragment.js";
import { clean, fitting } from "./plan-text.js";

export { LONGEST_LINK, LONGEST_NOTE, LONGEST_TITLE } from "./plan-fragment.js";

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./plan-dose.js").Side} Side */
/** @typedef {import("./plan-dose.js").Level} Level */
/** @typedef {import("./plan-fragment.js").Fault} Fault */
/** @typedef {import("./plan-fragment.js").Reason} Reason */
/**
 * @typedef {{code: string, level: Level | null, dose: Dose | null, side: Side | null}} PlanStep without a dose it is the
 *   exercise's own at this level; without a level it is the plan's; without a side it is as the exercise has it
 */
/**
 * @typedef {{level: Level, title: string, note: string, steps: PlanStep[], unknown: string[], unread: string[],
 *   replaced: {from: string, to: string}[], fault: Fault | null, reason: Reason | null}} Plan `unknown`: codes that no
 *   exercise has; `unread`: parts that are not as a link has them (such an exercise is at its own dose); `replaced`:
 *   retired codes, and those of the exercises that took their place
 */
/** @typedef {Pick<Plan, "level" | "title" | "note" | "steps">} Draft what a coach has put together */

const TEXT_MARK = ".t=".length;
const AS_BEFORE = "-d";
/** Written links are shorter than the limit, to leave room for signs that a program appends. Mark and checksum take six. */
export const LONGEST_WRITTEN = 1986;
export const MOST_STEPS = 30;

/**
 * Parses the plan of a link. The text may be anything: it never throws.
 * @param {string} fragment with or without its #
 * @param {{has: (code: string) => boolean}} codes of the exercises that there are: a set or a map, never a plain object
 * @param {ReadonlyMap<string, string>} [aliases] retired codes, each with its successor's
 * @returns {Plan}
 */
export function decode(fragment, codes, aliases = new Map()) {
  const taken = apart(fragment);
  if (typeof taken === "string") return nothing(taken);
  const isCode = (/** @type {string} */ name) => codes.has(name) || aliases.has(name);
  // Fields of later versions are ignored, unless their name is the code of an exercise.
  const items = taken.parts.filter((part) => !isField(part) || isCode(part.split(/=|%3d/)[0]));
  const { version, level, title, note, fault } = taken;
  const read = stepsOf(items, version, codes, aliases);
  return { level, title, note, fault, ...read, reason: read.steps.length ? null : "empty" };
}

/**
 * Writes the fragment with its #: always the same for the same plan, and no longer than a link may be.
 * @param {Draft} plan
 */
export function encode(plan) {
  return written(normalised(plan));
}

/**
 * The plan as it is read from its link: compare it with what was typed to see what was cut.
 * @param {Draft} plan
 * @returns {Plan}
 */
export function normalised({ level, title, note, steps }) {
  const sound = { ...nothing("empty"), level };
  for (const { code, level, dose, side } of steps.filter(({ code }) => /^[a-z]{2,5}$/.test(code)).slice(0, MOST_STEPS)) {
    const given = normalizeDose(dose);
    sound.steps.push({ code, level: given ? null : level, dose: given, side });
    sound.reason = null;
  }
  // Thirty of the longest steps of the first version have 1,839 characters; of the second, the last ones may have no room. The
  // title takes what it needs of the rest, then the note.
  while (written(sound).length > LONGEST_WRITTEN) sound.steps.pop();
  sound.title = fitting(clean(title, LONGEST_TITLE), LONGEST_WRITTEN - written(sound).length - TEXT_MARK);
  sound.note = fitting(clean(note, LONGEST_NOTE), LONGEST_WRITTEN - written(sound).length - TEXT_MARK);
  return sound;
}

/** @param {Draft} plan */
function written({ level, title, note, steps }) {
  const changes = steps.map(({ level, dose, side }) => {
    if (dose) return `${writtenDose(dose)}${letter(side)}`;
    return level || side ? `-${letter(level)}${letter(side)}` : "";
  });
  const items = steps.map(({ code }, at) => {
    const isSame = changes[at] === changes[at - 1] && changes[at].length > AS_BEFORE.length;
    return `${code}${isSame ? AS_BEFORE : changes[at]}`;
  });
  const version = steps.some(({ dose }) => dose && isWider(dose)) ? 2 : 1;
  return checked(body(version, level, items, title, note));
}

/**
 * @param {string[]} items
 * @param {number} version
 * @param {{has: (code: string) => boolean}} codes
 * @param {ReadonlyMap<string, string>} aliases
 */
function stepsOf(items, version, codes, aliases) {
  /** @type {PlanStep[]} */
  const steps = [];
  /** @type {Map<string, string>} */
  const replaced = new Map();
  const [unknown, unread] = [new Set(), new Set()];
  /** @type {import("./plan-dose.js").Fields | null} what the one before has */
  let before = null;
  for (const [index, item] of items.entries()) {
    const [, own, rest] = /^([a-z]{2,5})(?![a-z])-?(.*)$/s.exec(item) ?? [];
    const code = own && successor(own, codes, aliases);
    /** @type {import("./plan-dose.js").Fields | null} */
    const fields = rest === "d" ? before : fieldsOf(rest ?? "", version);
    before = own ? fields : null;
    if (!own || !fields || index >= MOST_STEPS) unread.add(clean(item, 40));
    if (!own || index >= MOST_STEPS) continue;
    if (!code) unknown.add(own);
    else steps.push({ code, ...(fields ?? { level: null, dose: null, side: null }) });
    if (code && code !== own) replaced.set(own, code);
  }
  return {
    steps,
    unknown: [...unknown],
    unread: [...unread].slice(0, MOST_STEPS),
    replaced: [...replaced].map(([from, to]) => ({ from, to })),
  };
}

/**
 * The code itself if there is such an exercise, or that of the one that took its place; nothing if there is none.
 * @param {string} code
 * @param {{has: (code: string) => boolean}} codes
 * @param {ReadonlyMap<string, string>} aliases
 */
function successor(code, codes, aliases) {
  const seen = new Set();
  for (let each = code; !seen.has(each); each = aliases.get(each) ?? each) {
    if (codes.has(each)) return each;
    seen.add(each);
  }
  return "";
}

/** @param {Reason} reason @returns {Plan} */
function nothing(reason) {
  return { level: "start", title: "", note: "", steps: [], unknown: [], unread: [], replaced: [], fault: null, reason };
}
