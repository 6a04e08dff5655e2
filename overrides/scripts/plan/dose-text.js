// Reads a dose as people write it, `2-3 x 8-12 @ RPE 7, rest 90 s`, as scripts/limber/dataset/dose_text.py does.
// @ts-check

// Both read by the same patterns (dose-grammar.js), and tests/vectors/dose-texts.json holds both to the same meanings.

import { gettext } from "../shared/gettext.js";
import * as grammar from "./dose-grammar.js";

/** @typedef {Record<string, any>} Data a dose as the data has it: {sets: 3, reps: {min: 8, max: 12}, load: {kg: 20}} */
/**
 * @typedef {{dose: Data, parts: Record<string, string>, limbs: string[], directions: string[] | null, alternates: boolean, isHeld: boolean,
 *   behindComma: Set<string>, or?: Line, sets?: Line[]}} Line what is read of one dose, and the words of each of its keys
 */
/** @typedef {{lines: Line[], limb: string, directions: string[], alternates: boolean}} DoseText its start dose, and a goal dose where there is one */
/** @typedef {RegExpExecArray} Found */

/** A part that is not understood, in words. */
export class NotUnderstood extends Error {
  /** @param {string} what @param {string} [elsewhere] what it is about, where a dose does not say it */
  constructor(what, elsewhere = "") {
    super(what);
    this.elsewhere = elsewhere;
  }
}

const LONGEST = 60; // characters of a part that is quoted
const AMOUNTS = ["reps", "hold_seconds", "work_seconds", "breaths", "distance_metres"];
/** What a dose says once, for all of its sets. */
const OF_ALL = ["every_seconds", "rep_rest_seconds", "switch_seconds", "side_order"];
/** What each set may say for itself. */
const SHARED = ["rest_seconds", "tempo", "load", "effort"];

const whole = (/** @type {string} */ source) => new RegExp(`^(?:${source})$`, "i");
const next = (/** @type {string} */ source) => new RegExp(source, "iy");
const between = next(grammar.BETWEEN);
const bareEffort = next(grammar.BARE_EFFORT);
const bothUnits = whole(grammar.BOTH_UNITS);
const lastUnit = new RegExp(`${grammar.UNIT}$`, "i");
const said = grammar.SAID.map(([source, how, ...keys]) => /** @type {const} */ ([next(source), how, keys]));

/** Words in quotes, shortened. @param {string} words */
export const quoted = (words) => `"${words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words}"`;

/**
 * The doses in a line. Throws `NotUnderstood`.
 * @param {string} typed
 * @param {string[]} [names] of loads that are no weights, beside those that the grammar knows
 * @returns {DoseText}
 */
export function read(typed, names = []) {
  const text = typed.replace(/[\u00a0\u2000-\u200a\u202f]/g, " ").replace(/[\u2010-\u2012\u2212]/g, "-").trim().replace(/[ .;,]+$/, "");
  if (text.length > grammar.LONGEST) throw new NotUnderstood(gettext`${{ part: quoted(text) }} is too long for a dose.`);
  const [long] = new RegExp(grammar.TOO_LARGE).exec(text) ?? [];
  if (long) throw new NotUnderstood(gettext`${{ part: quoted(long) }} is too large a number.`);
  const levels = text.split(new RegExp(grammar.LEVELS));
  if (levels.length > 2) throw new NotUnderstood(gettext`${{ part: quoted(text) }} has more than a start and a goal.`);
  const lines = levels.map((level) => alternatives(level, names));
  const limbs = new Set(lines.flatMap((line) => line.limbs));
  const named = new Map(lines.flatMap(({ directions }) => (directions ? [[`${directions}`, directions]] : [])));
  const alternates = lines.some((line) => line.alternates);
  if (limbs.size > 1 || named.size > 1) throw new NotUnderstood(gettext`${{ part: quoted(text) }} counts one of two different things.`);
  return { lines, limb: [...limbs][0] ?? "", directions: [...named.values()][0] ?? [], alternates };
}

/** @returns {Line} */
const empty = () => ({ dose: {}, parts: {}, limbs: [], directions: null, alternates: false, isHeld: false, behindComma: new Set() });

/** @param {Line} line */
const hasAmount = ({ dose }) => AMOUNTS.some((key) => key in dose);

/** @param {string} part */
const oneTooMany = (part) => new NotUnderstood(gettext`${{ part: quoted(part) }} is one too many: there is another before it.`);

/** Keeps a value; no key is given twice. @param {Line} line @param {string} key @param {any} value @param {string} part */
function put(line, key, value, part) {
  if (key in line.dose) throw oneTooMany(part);
  line.dose[key] = value;
  line.parts[key] = part;
}

/** Keeps a part of the load or the effort. @param {Line} line @param {"load" | "effort"} holder @param {Data} values @param {string} part */
function putIn(line, holder, values, part) {
  const inner = (line.dose[holder] ??= {});
  const isThere = Object.keys(values).some((key) => key in inner) || (holder === "effort" && Object.keys(inner).length > 0);
  if (isThere) throw oneTooMany(part);
  Object.assign(inner, values);
  line.parts[holder] = part;
}

/** Takes over whom another dose of the same line counts. @param {Line} line @param {Line} other */
function add(line, other) {
  line.limbs.push(...other.limbs);
  line.directions ??= other.directions;
  line.alternates ||= other.alternates;
}

/** @param {string} text @param {string[]} names @returns {Line} */
function alternatives(text, names) {
  const joint = new RegExp(grammar.OR).exec(text);
  const line = sets(joint ? text.slice(0, joint.index) : text, names);
  if (!joint) return line;
  const rest = text.slice(joint.index + joint[0].length);
  line.or = alternatives(rest, names);
  put(line, "or", line.or.dose, `or ${rest}`);
  add(line, line.or);
  return line;
}

/** One dose, or sets that differ. @param {string} text @param {string[]} names */
function sets(text, names) {
  const parts = text.split(new RegExp(grammar.THEN, "i"));
  if (parts.length > 1) return together(parts.map((part) => oneDose(part, names)));
  const [found, reps] = next(grammar.REPS_OF_EACH_SET).exec(text) ?? [];
  const rest = text.slice(found?.length);
  if (!found || next(grammar.NO_REPS).test(rest)) return oneDose(text, names);
  const line = oneDose(rest, names, false);
  line.dose = { sets: reps.split(/[,/]/).map((each) => ({ reps: Number(each) })), ...line.dose };
  return line;
}

/** The dose of sets that differ. What is said behind the last one after a comma is meant of all of them. @param {Line[]} lines */
function together(lines) {
  const all = empty();
  const last = lines[lines.length - 1];
  for (const line of lines) add(all, line);
  const move = (/** @type {Line} */ from, /** @type {string} */ key) => {
    put(all, key, from.dose[key], from.parts[key]);
    delete from.dose[key];
  };
  for (const key of OF_ALL) {
    for (const line of lines.filter(({ dose }) => key in dose)) {
      if (key in all.dose) throw oneTooMany(key.replaceAll("_", " "));
      move(line, key);
    }
  }
  for (const key of SHARED) {
    if (last.behindComma.has(key) && key in last.dose && !lines.slice(0, -1).some(({ dose }) => key in dose)) move(last, key);
  }
  all.sets = lines;
  all.dose.sets = lines.map(({ dose }) => dose);
  return all;
}

/** One dose without alternatives: each pattern in turn, where one stands after another. @param {string} typed @param {string[]} names */
function oneDose(typed, names, withAmount = true) {
  const line = empty();
  const text = typed.trim();
  const named = nameOf(names);
  let at = 0;
  let isBehindComma = false;
  while (at < text.length) {
    const gap = match(between, text, at)?.[0] ?? "";
    at += gap.length;
    isBehindComma ||= /[,;]/.test(gap);
    if (at === text.length) break;
    const bare = gap.includes("@") ? match(bareEffort, text, at) : null;
    const before = new Set(Object.keys(line.dose));
    if (bare) putIn(line, "effort", { rpe: quantity(bare[1]) }, `@ ${bare[1]}`);
    at += bare?.[0].length ?? taken(line, text, at, named);
    const more = Object.keys(line.dose).filter((key) => !before.has(key));
    if (isBehindComma) for (const key of more) line.behindComma.add(key);
    isBehindComma &&= !more.length;
  }
  if (withAmount && !hasAmount(line)) throw new NotUnderstood(gettext`${{ part: quoted(text) }} has no amount.`);
  return line;
}

/** Reads what stands at a place; returns how much of the text that is. @param {Line} line @param {string} text @param {number} at @param {RegExp | null} named */
function taken(line, text, at, named) {
  const name = named && match(named, text, at);
  if (name) {
    const of = name[1].split(/,? then /);
    putIn(line, "load", name[2] ? { band: of.length > 1 ? of : of[0] } : { words: of[0] }, name[0]);
    return name[0].length;
  }
  for (const [pattern, how, keys] of said) {
    const found = match(pattern, text, at);
    if (!found?.[0]) continue;
    HOW[how](line, found, ...keys);
    return found[0].length;
  }
  const [part] = text.slice(at).split(/[,;]\s/);
  throw notUnderstood(part.trim());
}

/** What finds a load by one of its names. @param {string[]} names */
function nameOf(names) {
  const each = names.map((name) => name.replace(/[^a-z0-9 ]/gi, "\\$&")).join("|");
  return each ? next(`((?:${each})(?:,? then (?:${each}))*)( bands?)?(?![a-z0-9])`) : null;
}

/** @param {RegExp} pattern @param {string} text @param {number} at @returns {Found | null} */
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** @param {string} part */
function elsewhere(part) {
  return grammar.ELSEWHERE.find(([source]) => next(source).test(part))?.[1] ?? "";
}

/** @param {string} part */
function notUnderstood(part) {
  const [about, said] = [elsewhere(part), quoted(part)];
  return new NotUnderstood(about ? gettext`${{ part: said }} is not part of a dose.` : gettext`${{ part: said }} is not understood.`, about);
}

/** @param {string} number */
const valueOf = (number) => Number(number.replace(",", "."));

/** @param {string} text */
const ends = (text) => text.trim().split(new RegExp(grammar.TO, "i"));

/** `8` or `{min: 8, max: 12}`; a list where several stand one after the other. @param {string} text @param {number} [times] @returns {any} */
function quantity(text, times = 1) {
  const parts = text.trim().split(new RegExp(grammar.LIST_JOINTS, "i")).filter(Boolean);
  if (parts.length > 1) return parts.map((part) => quantity(part));
  const [least, most = least] = ends(text).map((end) => Math.round(valueOf(end) * times * 1000) / 1000);
  return most === least ? least : { min: least, max: most };
}

/** The seconds of a time; a least without a unit has that of the most. @param {string} text @returns {any} */
function seconds(text) {
  if (bothUnits.test(text.trim())) {
    const [minutes, more] = text.match(/\d+/g) ?? [];
    return 60 * Number(minutes) + Number(more);
  }
  const parts = ends(text.trim().replace(/\.+$/, ""));
  const units = parts.map((part) => lastUnit.exec(part.trim().replace(/\.+$/, ""))?.[0]);
  const last = units[units.length - 1] ?? "s";
  const [least, most = least] = parts.map((part, at) => {
    const [minutes, rest] = part.split(":");
    if (rest !== undefined) return 60 * Number(minutes) + Number(rest);
    const number = new RegExp(`^${grammar.NUMBER}`).exec(part.trim())?.[0];
    return number ? Math.round(valueOf(number) * secondsIn(units[at] ?? last)) : 0;
  });
  return least === most ? least : { min: least, max: most };
}

/** @param {string} unit */
const secondsIn = (unit) => (/^h/i.test(unit) ? 3600 : whole(grammar.MINUTES).test(unit) ? 60 : 1);

/** @param {Found} found */
const wordsOf = (found) => found[0].trim();

/** What the first group says that says anything. @param {Found} found */
const first = (found) => found.slice(1).find((group) => group !== undefined) ?? "";

/** @param {(text: string) => any} value @returns {(line: Line, found: Found, key: string) => void} */
const keep = (value) => (line, found, key) => put(line, key, value(found[1]), wordsOf(found));

/** How what a pattern finds is read: by the names that the grammar has for it. @type {Record<string, (line: Line, found: Found, ...keys: any[]) => void>} */
const HOW = {
  quantity: keep(quantity),
  seconds: keep(seconds),
  text: keep((text) => text.toUpperCase()),
  kilometres: (line, found) => put(line, "distance_metres", quantity(found[1], 1000), wordsOf(found)),
  value: (line, found, key, value) => put(line, key, value, wordsOf(found)),
  load(line, found, ...units) {
    const unit = units.length === 1 ? units[0] : units[Number(/lb|pound/i.test(found[0]))];
    putIn(line, "load", { [unit]: quantity(first(found)) }, wordsOf(found));
  },
  pieces(line, found) {
    const [, pieces, amount, unit] = found;
    putIn(line, "load", { [/^k/i.test(unit) ? "kg" : "lb"]: quantity(amount), pieces: Number(pieces) }, wordsOf(found));
  },
  bands(line, found) {
    const colours = first(found).toLowerCase().replace(/\buntil easy\b/g, " ").split(/[\s,/]+|\bthen\b/).filter(Boolean);
    putIn(line, "load", { band: colours.length > 1 ? colours : colours[0] }, wordsOf(found));
  },
  load_words: (line, found, words) => putIn(line, "load", { words }, wordsOf(found)),
  effort: (line, found, scale) => putIn(line, "effort", { [scale]: quantity(first(found)) }, wordsOf(found)),
  breath(line, found) {
    const [, into, hold, out, last] = found;
    const parts = last ? [into, hold ?? "0", out, last] : hold ? [into, hold, out] : [into, out];
    put(line, "breath_pattern", parts.join("-"), wordsOf(found));
  },
  /** The number of sets; behind that, of repetitions, whose hold follows: 3 x 10 x 5 s. */
  times(line, found) {
    line.isHeld = "sets" in line.dose && !hasAmount(line);
    put(line, line.isHeld ? "reps" : "sets", quantity(found[1]), wordsOf(found));
  },
  /** An amount of time: work, or a hold where it says so; behind repetitions, how long each is held. */
  time(line, found) {
    const [, by, before, time, behind, on, longer] = found;
    const value = (/** @type {any} */ amount = seconds(time)) => {
      if (longer && typeof amount === "object") throw new NotUnderstood(gettext`${{ part: quoted(wordsOf(found)) }} says a most, and that there is none.`);
      return longer ? { min: amount } : amount;
    };
    if ("reps" in line.dose) {
      if (!(before || behind || by || on || line.isHeld)) throw new NotUnderstood(gettext`${{ part: quoted(time) }} may be a hold or a rest.`);
      put(line, "hold_seconds", value(), wordsOf(found));
    } else if (hasAmount(line)) {
      const rest = found.input.slice(found.index);
      throw elsewhere(rest) ? notUnderstood(rest) : new NotUnderstood(gettext`${{ part: quoted(time) }} is one amount too many.`);
    } else put(line, before || behind ? "hold_seconds" : "work_seconds", value(), wordsOf(found));
  },
  reps(line, found) {
    const [, amount, least] = found;
    if (hasAmount(line) && !("hold_seconds" in line.dose)) throw new NotUnderstood(gettext`${{ part: quoted(wordsOf(found)) }} is one amount too many.`);
    put(line, "reps", least ? { min: Number(least) } : quantity(amount), wordsOf(found));
  },
  many(line, found) {
    put(line, "reps", "as-many-as-possible", wordsOf(found));
    if (found[1]) put(line, "work_seconds", seconds(found[1]), wordsOf(found));
  },
  /** A rest between the holds of one set, or between sets where nothing is repeated. */
  off: (line, found) => ("reps" in line.dose ? HOW.between_reps(line, found) : HOW.seconds(line, found, "rest_seconds")),
  between_reps(line, found) {
    const pause = seconds(found[1]);
    const what = gettext`${{ part: quoted(wordsOf(found)) }} is a range, and there is one number for a rest between repetitions.`;
    if (typeof pause === "object") throw new NotUnderstood(what);
    put(line, "rep_rest_seconds", pause, wordsOf(found));
  },
  each: (line, found) => void line.limbs.push((found[1] ?? "side").toLowerCase()),
  alternating: (line) => void (line.alternates = true),
  ways(line, found) {
    const [, one, there, other, back] = found;
    if (one !== other) throw new NotUnderstood(gettext`${{ part: quoted(wordsOf(found)) }} counts the two directions differently.`);
    put(line, "reps", Number(one), wordsOf(found));
    line.directions = [there.toLowerCase(), back.toLowerCase()];
  },
  left_and_right(line, found) {
    if (found[1] !== found[2]) throw new NotUnderstood(gettext`${{ part: quoted(wordsOf(found)) }} counts the two sides differently.`);
    put(line, "reps", Number(found[1]), wordsOf(found));
    line.limbs.push("side");
  },
  direction: (line) => void (line.directions = [""]),
  every: (line, found) => put(line, "every_seconds", found[1] ? seconds(found[1]) : 60 * Number(found[2] || 1), wordsOf(found)),
  nothing: () => {},
};
