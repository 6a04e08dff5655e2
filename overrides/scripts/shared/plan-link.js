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

import { fieldsOf, isWider, letter, normalizeDose, writtenDose } from "./plan-dose.js";
import { apart, body, checked, isField, LONGEST_NOTE, LONGEST_TEXTS, LONGEST_TITLE } from "./plan-fragment.js";
import { groupIn, normalizeGroup, pauseOf, writtenGroup } from "./plan-groups.js";
import { clean, escaped, fitting } from "./plan-text.js";

export { LONGEST_LINK, LONGEST_NOTE, LONGEST_TITLE } from "./plan-fragment.js";

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./plan-dose.js").Side} Side */
/** @typedef {import("./plan-dose.js").Level} Level */
/** @typedef {import("./plan-fragment.js").Fault} Fault */
/** @typedef {import("./plan-fragment.js").Reason} Reason */
/** @typedef {import("./plan-groups.js").Group} Group */
/** @typedef {(name: string, text: string, most: number) => string} Fit as much of a text as the link has room for, in a field of this name */
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

const TEXT_MARK = ".t=".length;
const OWN_MARK = ".x30=".length;
/** Sets over all rounds of a group: each is an interval. */
const MOST_SETS_OF_A_GROUP = 1000;
const PARTS = ["", "warm-up", "cool-down"];
const TEN = { min: 10, max: 10 };
/** The dose of an exercise of one's own that has none. @type {Dose} */
export const USUAL_DOSE = {
  sets: 1, reps: TEN, hold_seconds: null, work_seconds: null, rest_seconds: 0, rep_rest_seconds: 0, switch_seconds: null, tempo: "", or: null, words: "",
};
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
  const { version, level, texts, title, note, fault } = taken;
  const read = stepsOf(items, version, texts, codes, aliases);
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
export function normalised({ level, title, note, steps, groups = [] }) {
  const kept = steps.filter(({ code, own }) => own || /^[a-z]{2,5}$/.test(code)).slice(0, MOST_STEPS);
  const sound = { ...nothing("empty"), level, steps: kept.map(withoutTexts) };
  regroup(sound, groups.map((group) => ({ ...group, name: "" })));
  // Thirty of the longest steps of the first version have 1,839 characters; of the second, the last ones may have no room.
  while (written(sound).length > LONGEST_WRITTEN) {
    sound.steps.pop();
    regroup(sound, sound.groups ?? []);
  }
  if (sound.steps.length) sound.reason = null;
  // Texts take what they need of the rest, those that cannot be guessed first.
  let { length } = written(sound);
  /** @type {Fit} */
  const fit = (name, text, most) => {
    const mark = name.length > 1 ? OWN_MARK : TEXT_MARK;
    const fits = fitting(clean(text, most), Math.max(0, LONGEST_WRITTEN - length - mark));
    if (fits) length += `.${name}=${escaped(fits)}`.length; // it changes nothing else: a coach who types waits for no more
    return fits;
  };
  sound.title = fit("t", title, LONGEST_TITLE);
  fitTexts(sound, kept, groups, fit);
  sound.note = fit("n", note, LONGEST_NOTE);
  return sound;
}

/**
 * Gives the texts of single exercises and groups back, as far as the link has room for them.
 * @param {Plan} sound
 * @param {PlanStep[]} kept its steps, with their texts
 * @param {Group[]} groups with their names, as the kept steps count them
 * @param {Fit} fit
 */
function fitTexts(sound, kept, groups, fit) {
  const { o, w, f, x, g } = LONGEST_TEXTS;
  const owned = sound.steps.flatMap(({ own }, at) => (own ? [{ own, typed: kept[at].own }] : []));
  for (const [at, { own, typed }] of owned.entries()) own.name = fit(`o${at + 1}`, typed?.name ?? "", o);
  for (const [at, { group }] of sound.steps.entries()) {
    const [named, own] = [sound.groups?.[group ?? -1], groups[kept[at].group ?? -1]];
    if (named && own && !named.name) named.name = fit(`g${(group ?? 0) + 1}`, own.name, g);
  }
  for (const [key, sign, most] of /** @type {const} */ ([["how_often", "f", f], ["note", "x", x]])) {
    for (const [at, step] of sound.steps.entries()) {
      const text = fit(`${sign}${at + 1}`, kept[at][key] ?? "", most);
      if (text) step[key] = text;
    }
  }
  for (const [at, { own, typed }] of owned.entries()) own.words = fit(`w${at + 1}`, typed?.words ?? "", w);
}

/** A step within the limits, without its texts. @param {PlanStep} step @returns {PlanStep} */
function withoutTexts({ code, level, dose, side, own, group, part, rest_after_seconds, transition_seconds }) {
  const given = normalizeDose(dose) ?? (own ? normalizeDose(USUAL_DOSE) : null);
  const after = pauseOf(rest_after_seconds);
  return {
    code: own ? "" : code,
    level: given ? null : level,
    dose: given,
    side,
    ...(own && { own: { name: "", words: "" } }),
    ...(group !== undefined && { group }),
    ...(part && { part }),
    ...(after && { rest_after_seconds: after }),
    ...(transition_seconds !== undefined && { transition_seconds: pauseOf(transition_seconds) }),
  };
}

/**
 * Counts the groups of a plan's steps anew: each run of steps of a group is one, and one without steps is none.
 * @param {Plan} plan
 * @param {Group[]} groups as its steps count them
 */
function regroup(plan, groups) {
  /** @type {Group[]} */
  const found = [];
  /** @type {number | undefined} */
  let before;
  for (const step of plan.steps) {
    const own = groups[step.group ?? -1];
    if (own && step.group !== before) found.push(normalizeGroup(own));
    before = own && step.group;
    if (own) step.group = found.length - 1;
    else delete step.group;
  }
  for (const [at, group] of found.entries()) limitRounds(group, plan.steps.filter(({ group }) => group === at));
  if (found.length) plan.groups = found;
  else delete plan.groups;
}

/** Limits rounds, so that a hostile link does not fill a phone's memory with intervals. @param {Group} group @param {PlanStep[]} steps */
function limitRounds(group, steps) {
  const sets = steps.reduce((sum, { dose }) => sum + (dose ? dose.sets * (dose.reps && dose.hold_seconds ? dose.reps.max : 1) : 4), 0);
  const most = Math.max(1, Math.floor(MOST_SETS_OF_A_GROUP / sets));
  if ((group.rounds_range?.max ?? group.rounds) <= most) return;
  group.rounds = Math.min(group.rounds, most);
  if (group.rounds < most) group.rounds_range = { min: group.rounds, max: most };
  else delete group.rounds_range;
}

/** @param {Draft} plan */
function written({ level, title, note, steps, groups = [] }) {
  const changes = steps.map(({ level, dose, side }) => {
    if (dose) return `${writtenDose(dose)}${letter(side)}`;
    return level || side ? `-${letter(level)}${letter(side)}` : "";
  });
  /** @type {string[]} */
  const items = [];
  /** @type {Record<string, string>} */
  const texts = {};
  let [open, owned] = [-1, 0];
  for (const [at, { code, own, group = -1, note = "", how_often = "", ...step }] of steps.entries()) {
    if (group !== open) items.push(`g${group < 0 ? 0 : writtenGroup(groups[group])}`);
    open = group;
    const isSame = changes[at] === changes[at - 1] && changes[at].length > AS_BEFORE.length;
    const change = isSame ? AS_BEFORE : changes[at];
    if (own) owned += 1;
    items.push(own ? `o${owned}-${change.replace(/^-/, "")}` : `${code}${change}`, ...around(step));
    Object.assign(texts, { [`x${at + 1}`]: note, [`f${at + 1}`]: how_often });
    if (own) Object.assign(texts, { [`o${owned}`]: own.name, [`w${owned}`]: own.words });
  }
  for (const [at, { name }] of groups.entries()) texts[`g${at + 1}`] = name;
  const isSecond = items.length > steps.length || Object.values(texts).some(Boolean) || owned > 0;
  const version = isSecond || steps.some(({ dose }) => dose && isWider(dose)) ? 2 : 1;
  return checked(body(version, level, items, texts, title, note));
}

/** What stands around a step. @param {Pick<PlanStep, "part" | "rest_after_seconds" | "transition_seconds">} step */
function around({ part, rest_after_seconds, transition_seconds }) {
  const each = [
    rest_after_seconds && `q${rest_after_seconds}`,
    transition_seconds !== undefined && `i${transition_seconds}`,
    part && `y${PARTS.indexOf(part)}`,
  ];
  return each.filter((item) => typeof item === "string");
}

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

/** @param {Reason} reason @returns {Plan} */
function nothing(reason) {
  return { level: "start", title: "", note: "", steps: [], unknown: [], unread: [], replaced: [], fault: null, reason };
}
