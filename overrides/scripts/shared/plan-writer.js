// Writes a plan as the fragment of its link; plan-link.js has the grammar, and reads it.
// @ts-check

// Who only reads plans does not load this, and the editor, whose page reads plans as well, loads no second copy of the limits of
// doses: `normalizeDose` is handed in.

import { isWider, letter, writtenDose } from "./plan-dose.js";
import { body, checked, LONGEST_NOTE, LONGEST_TEXTS, LONGEST_TITLE } from "./plan-fragment.js";
import { pauseOf, regroup, writtenGroup } from "./plan-groups.js";
import { clean, escaped, fitting } from "./plan-text.js";

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./plan-fragment.js").Reason} Reason */
/** @typedef {import("./plan-groups.js").Group} Group */
/** @typedef {import("./plan-link.js").Draft} Draft */
/** @typedef {import("./plan-link.js").Plan} Plan */
/** @typedef {import("./plan-link.js").PlanStep} PlanStep */
/** @typedef {(dose: Dose | null) => Dose | null} Limit normalizeDose() of plan-dose.js */
/** @typedef {(name: string, text: string, most: number) => string} Fit as much of a text as the link has room for, in a field of this name */

const TEXT_MARK = ".t=".length;
const OWN_MARK = ".x30=".length;
/** The parts of a session by their figures in a link. */
export const PARTS = ["", "warm-up", "cool-down"];
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
 * As `encode` in plan-link.js.
 * @param {Draft} plan
 * @param {Limit} normalizeDose
 */
export const encodeBy = (plan, normalizeDose) => written(normalisedBy(plan, normalizeDose));

/**
 * As `normalised` in plan-link.js.
 * @param {Draft} plan
 * @param {Limit} normalizeDose
 * @returns {Plan}
 */
export function normalisedBy({ level, title, note, steps, groups = [] }, normalizeDose) {
  const kept = steps.filter(({ code, own }) => own || /^[a-z]{2,5}$/.test(code)).slice(0, MOST_STEPS);
  const sound = { ...nothing("empty"), level, steps: kept.map((step) => withoutTexts(step, normalizeDose)) };
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
  const owned = sound.steps.flatMap(({ own }, at) => (own ? [{ own, typed: kept[at].own ?? own }] : []));
  for (const [at, { own, typed }] of owned.entries()) own.name = fit(`o${at + 1}`, typed.name, o);
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
  for (const [at, { own, typed }] of owned.entries()) own.words = fit(`w${at + 1}`, typed.words, w);
}

/** A step within the limits, without its texts. @param {PlanStep} step @param {Limit} normalizeDose @returns {PlanStep} */
function withoutTexts({ code, level, dose, side, own, group, part, rest_after_seconds, transition_seconds }, normalizeDose) {
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

/** A plan without steps. @param {Reason} reason @returns {Plan} */
export function nothing(reason) {
  return { level: "start", title: "", note: "", steps: [], unknown: [], unread: [], replaced: [], fault: null, reason };
}
