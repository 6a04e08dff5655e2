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
// w2x12kg, w16-24kg, w50n60n70kg one after the other, w7d5kg; units kg lb akg alb (added to body weight) hkg hlb (assistance) rm tm bw
// pl (per cent of the maximum, of the training max, of body weight, of the load); w20cm a step, w20mm an edge. Words of a load stand after how many signs
// they have, so that what follows is not taken for a part of them: wb3-red5-green bands, ww9-empty-bar. f7rpe, f2rir, f30-50pc,
// f90hr an effort. t, w or z without figures: sides in turn, the weaker or the affected side first. u joins sets that differ: 8w20kgr60u5w40kg.
//
// A group begins with g and its rounds, and ends where g0 or another group begins: 2c.g3r60.pl12.st30h.g0; plan-groups.js has its parts.
// An exercise that the site does not have is o1, o2 and so on, with its dose behind a hyphen: o1-3x10. Behind an exercise, q90 are
// seconds of rest after it and i30 the seconds before it, y1 makes it part of the warm-up and y2 of the cool-down. Texts of these come
// after all exercises: x2= a note for the second of them, f2= how often it is done; g1= the name of the first group; o1= the
// name of the first exercise of one's own, and w1= how it is done.
//
// Only letters, digits and . - = % are used, and the end is a letter or a digit: nothing that a messenger cuts off or
// makes bold. Case means nothing outside of texts, so a QR code may have capitals, which take less room.
//
// The check is of the text before it as we write it, so what a link met on its way and the reader made good does not
// count. A link that was cut has none, and is known for certain; links that were written before there were checks have
// no c, and open as they always did.

import { fieldsOf, normalizeDose } from "./plan-dose.js";
import { apart, isField } from "./plan-fragment.js";
import { groupIn, pauseOf, regroup } from "./plan-groups.js";
import { clean } from "./plan-text.js";
import { encodeBy, MOST_STEPS, normalisedBy, nothing, PARTS, USUAL_DOSE } from "./plan-writer.js";

export { LONGEST_LINK, LONGEST_NOTE, LONGEST_TITLE } from "./plan-fragment.js";
export { LONGEST_WRITTEN, MOST_STEPS, USUAL_DOSE } from "./plan-writer.js";

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./plan-dose.js").Side} Side */
/** @typedef {import("./plan-dose.js").Level} Level */
/** @typedef {import("./plan-fragment.js").Fault} Fault */
/** @typedef {import("./plan-fragment.js").Reason} Reason */
/** @typedef {import("./plan-groups.js").Group} Group */
/** @typedef {{name: string, words: string}} Own an exercise that the site does not have, and how it is done */
/**
 * @typedef {{code: string, level: Level | null, dose: Dose | null, side: Side | null, own?: Own, group?: number, note?: string,
 *   how_often?: string, part?: "warm-up" | "cool-down", rest_after_seconds?: number, transition_seconds?: number}} PlanStep without
 *   a dose it is the exercise's own at this level; without a level it is the plan's; without a side it is as the exercise has it.
 *   `own` has no code. `group` counts the plan's groups from 0
 */
/**
 * @typedef {{level: Level, title: string, note: string, steps: PlanStep[], groups?: Group[], unknown: string[], unread: string[],
 *   replaced: {from: string, to: string}[], fault: Fault | null, reason: Reason | null}} Plan `unknown`: codes that no
 *   exercise has; `unread`: parts that are not as a link has them (such an exercise is at its own dose); `replaced`:
 *   retired codes, and those of the exercises that took their place
 */
/** @typedef {Pick<Plan, "level" | "title" | "note" | "steps" | "groups">} Draft what a coach has put together */

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
  const { version, level, texts, title, note, fault } = taken;
  const read = stepsOf(items, version, texts, codes, aliases);
  return { level, title, note, fault, ...read, reason: read.steps.length ? null : "empty" };
}

/**
 * Writes the fragment with its #: always the same for the same plan, and no longer than a link may be.
 * @param {Draft} plan
 */
export const encode = (plan) => encodeBy(plan, normalizeDose);

/**
 * The plan as it is read from its link: compare it with what was typed to see what was cut.
 * @param {Draft} plan
 */
export const normalised = (plan) => normalisedBy(plan, normalizeDose);

/**
 * @param {string[]} items
 * @param {number} version
 * @param {import("./plan-fragment.js").Texts} texts
 * @param {{has: (code: string) => boolean}} codes
 * @param {ReadonlyMap<string, string>} aliases
 */
function stepsOf(items, version, texts, codes, aliases) {
  const plan = nothing("empty");
  const { steps } = plan;
  /** @type {Group[]} */
  const groups = [];
  /** @type {Map<string, string>} */
  const replaced = new Map();
  const [unknown, unread] = [new Set(), new Set()];
  /** @type {import("./plan-dose.js").Fields | null} what the one before has */
  let before = null;
  /** @type {PlanStep | null} */
  let step = null;
  /** @type {number | undefined} */
  let open;
  let count = 0;
  for (const item of items) {
    const [, rounds] = (version > 1 && /^g(\d.*)$/s.exec(item)) || [];
    if (rounds) {
      const group = rounds === "0" ? null : groupIn(rounds);
      if (group) groups.push({ ...group, name: texts[`g${groups.length + 1}`] ?? "" });
      else if (rounds !== "0") unread.add(clean(item, 40));
      open = group ? groups.length - 1 : undefined;
      continue;
    }
    const [, sign, figures] = (version > 1 && /^([qiy])(\d{1,4})$/.exec(item)) || [];
    if (sign) {
      if (step) setAround(step, sign, Number(figures));
      continue;
    }
    const [, number, name, rest] = /^(?:(?=o\d)o(\d{1,2})(?!\d)|([a-z]{2,5})(?![a-z]))-?(.*)$/s.exec(item) ?? [];
    const isOwn = version > 1 && Boolean(number);
    const code = name && successor(name, codes, aliases);
    /** @type {import("./plan-dose.js").Fields | null} */
    const fields = rest === "d" ? before : fieldsOf(rest ?? "", version);
    const isItem = isOwn || name;
    before = isItem ? fields : null;
    step = null;
    if (!isItem || !fields || count >= MOST_STEPS) unread.add(clean(item, 40));
    count += 1;
    if (!isItem || count > MOST_STEPS) continue;
    if (name && !code) unknown.add(name);
    else {
      const [note, how_often] = [texts[`x${count}`], texts[`f${count}`]];
      step = {
        code: code ?? "",
        ...(fields ?? { level: null, dose: null, side: null }),
        ...(isOwn && { own: { name: texts[`o${number}`] ?? "", words: texts[`w${number}`] ?? "" } }),
        ...(open !== undefined && { group: open }),
        ...(how_often && { how_often }),
        ...(note && { note }),
      };
      if (step.own && !step.dose) Object.assign(step, { dose: normalizeDose(USUAL_DOSE), level: null });
      steps.push(step);
    }
    if (code && name && code !== name) replaced.set(name, code);
  }
  regroup(plan, groups);
  return {
    steps,
    ...(plan.groups && { groups: plan.groups }),
    unknown: [...unknown],
    unread: [...unread].slice(0, MOST_STEPS),
    replaced: [...replaced].map(([from, to]) => ({ from, to })),
  };
}

/** @param {PlanStep} step @param {string} sign @param {number} figures */
function setAround(step, sign, figures) {
  const pause = pauseOf(figures);
  if (sign === "q") {
    if (pause) step.rest_after_seconds = pause;
  } else if (sign === "i") step.transition_seconds = pause;
  else if (PARTS[figures]) step.part = /** @type {PlanStep["part"]} */ (PARTS[figures]);
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
