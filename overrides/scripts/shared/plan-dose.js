// Parses a dose from the short form that plan links have, and writes it.
// @ts-check

import { MOST_PLAIN_SETS, normalizeDose, UNITS, usualSeconds } from "./plan-dose-limits.js";

export { isWider, normalizeDose } from "./plan-dose-limits.js";

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./timeline.js").SetDose} SetDose */
/** @typedef {import("./timeline.js").Range} Range */
/** @typedef {import("./timeline.js").Load} Load */
/** @typedef {"left" | "right" | "each" | "both" | "alternating"} Side */
/** @typedef {"start" | "goal"} Level */
/** @typedef {{dose: Dose | null, side: Side | null, level: Level | null}} Fields */

/** @type {Record<string, Side>} */
const SIDES = { l: "left", r: "right", e: "each", b: "both", a: "alternating" };
/** @type {Record<string, Level>} */
const LEVELS = { s: "start", g: "goal" };
/** @type {Record<string, NonNullable<Dose["side_order"]>>} */
const ORDERS = { t: "in-turn", w: "weaker-first", z: "affected-first" };
/** @type {Record<string, import("./timeline.js").Effort["scale"]>} */
const EFFORTS = { rpe: "rpe", rir: "rir", pc: "percent", hr: "percent_of_max_heart_rate" };
/** @type {Record<string, "step_cm" | "edge_mm">} */
const HEIGHTS = { cm: "step_cm", mm: "edge_mm" };

/** @type {Map<string, string>} */
const LETTERS = new Map(
  [SIDES, LEVELS, ORDERS, EFFORTS, HEIGHTS].flatMap((each) => Object.entries(each).map(([sign, word]) => [word, sign])),
);

// Sets, repetitions, and an amount with its unit: 12 · 3x12 · 2x30s · 30h · 3x5x10h · 10-12x5h.
const AMOUNT = /^(?:(\d+)x)?(?:(\d+(?:-\d+)?)x)?(\d+(?:-\d+)?)([hs]?)/;
// In the second version the first of two is always the sets: 2-3x12 · 3x10y · 3xmax · 1xmax60s · 2xmaxh · 3xfat · 5v · 400m.
const WIDER_AMOUNT = /^(?:(\d+(?:-\d+)?)x)?(?:(\d+(?:-\d+)?)x(?=[\d-]+h))?(?:(max|fat)(?:(\d+(?:-\d+)?)s|(h))?|(\d+(?:-\d+)?)([hsvm]?)(y?))/;

const NUMBER = "\\d+(?:d\\d{1,2})?";
// The parts of the second version, by what they begin with. Each is tried before the shorter ones.
const RANGED_REST = /^-?r(\d+-\d+)/;
const EVERY = /^-?e(\d+)/;
const ESTIMATE = /^-?q(\d+)/;
const TEMPO = /^-?t((?:\d\d|0x){4}|[\dx]{4})/;
const BREATH = /^-?p(\d+(?:-\d+){1,3})/;
const NAMES = /^-?w([bw])(?=\d+-)/;
const NAME = /^(\d+)-/;
const LOAD = /* @__PURE__ */ (() => new RegExp(`^-?w(?:(\\d+)x)?(${NUMBER}(?:-${NUMBER})?(?:n${NUMBER}(?:-${NUMBER})?)*)(${[...Object.values(UNITS), "cm", "mm"].join("|")})`))();
const EFFORT = /* @__PURE__ */ (() => new RegExp(`^-?f(${NUMBER}(?:-${NUMBER})?)(rpe|rir|pc|hr)`))();
const ORDER = /^-?([twz])/;

/**
 * Writes a normalised dose as links have it: the amount, then what differs from the defaults.
 * @param {Dose} dose
 * @returns {string}
 */
export function writtenDose(dose) {
  const change = dose.switch_seconds === null ? "" : `c${dose.switch_seconds}`;
  return `${ownDose(dose)}${change}${letter(dose.side_order)}${dose.or ? `o${ownDose(dose.or)}` : ""}`;
}

/**
 * Writes a word that has a letter as links have it.
 * @param {string | null | undefined} word
 */
export const letter = (word) => (word ? LETTERS.get(word) ?? "" : "");

/**
 * Parses what follows an exercise's code. Null where any of it cannot be read: half a dose would be another dose.
 * @param {string} text
 * @param {number} version of the link
 * @returns {Fields | null}
 */
export function fieldsOf(text, version) {
  /** @type {Fields} */
  const fields = { dose: null, side: null, level: null };
  let [into, rest] = startOf(text, version);
  const dose = into;
  let set = /** @type {SetDose | null} */ (into);
  while (rest) {
    const wider = version > 1 && into && set && dose ? widerPart(rest, set, into) : "";
    if (wider === null) return null;
    if (wider) {
      rest = rest.slice(wider.length);
      continue;
    }
    const [all, other, sign, figures] = /^-?(?:([ou])(?=\d)|([a-z])(\d*))/.exec(rest) ?? [];
    if (!all) return null;
    rest = rest.slice(all.length);
    if (other) {
      if (!dose || (other === "o" ? dose.or : version < 2)) return null;
      const [next, left] = startOf(rest, version);
      if (!next) return null;
      rest = left;
      set = next;
      if (other === "o") dose.or = into = next;
      else if (into) into.each_set = [...(into.each_set ?? [setOf(into)]), next];
    } else if (figures) {
      if (!into || !set || !setPause(into, set, sign, figures)) return null;
    } else if (Object.hasOwn(SIDES, sign)) fields.side = SIDES[sign];
    else if (Object.hasOwn(LEVELS, sign)) fields.level = LEVELS[sign];
    else return null;
  }
  return { ...fields, dose: normalizeDose(dose, version), level: dose ? null : fields.level };
}

/** The first set of a dose whose sets differ. @param {Dose} dose @returns {SetDose} */
const setOf = ({ or, each_set, every_seconds, side_order, ...set }) => ({ ...set });

/** @param {string} text @param {number} version @returns {[Dose | null, string]} the dose that it begins with, and what comes after */
function startOf(text, version) {
  const [all, dose] = version > 1 ? widerStart(text) : plainStart(text);
  if (!all || !dose) return [null, text];
  const pauses = { rest_seconds: 0, rep_rest_seconds: 0, switch_seconds: null, tempo: "" };
  return [{ ...dose, ...pauses, or: null, words: "" }, text.slice(all.length)];
}

/** @typedef {Pick<Dose, "sets" | "reps" | "hold_seconds" | "work_seconds"> & Partial<Dose>} Start */

/** @param {string} text @returns {[string?, Start?]} */
function plainStart(text) {
  const [all, sets, reps, most, unit] = AMOUNT.exec(text) ?? [];
  // Repetitions with seconds must have the h of a hold: without it, they could be a range of sets.
  if (!all || (reps && unit !== "h")) return [];
  const start = {
    sets: Math.min(MOST_PLAIN_SETS, Number(sets ?? 1)),
    reps: unit ? (reps ? range(reps) : null) : range(most),
    hold_seconds: unit === "h" ? range(most) : null,
    work_seconds: unit === "s" ? range(most) : null,
  };
  return [all, start];
}

/** @param {string} text @returns {[string?, Start?]} */
function widerStart(text) {
  const [all, sets = "1", reps, word, time, hold, most, unit, more] = WIDER_AMOUNT.exec(text) ?? [];
  if (!all || (word === "fat" && (time || hold))) return [];
  const { min, max } = range(sets);
  /** @type {Start} */
  const start = { sets: min, sets_range: { min, max }, reps: null, hold_seconds: null, work_seconds: null };
  if (more) start.open = "or-more";
  if (word === "fat") start.open = "to-fatigue";
  else if (word) start.open = hold ? "as-long-as-possible" : "as-many-as-possible";
  if (word && !hold && !time) start.reps = range("1");
  if (hold) start.hold_seconds = range("1");
  if (time) start.work_seconds = range(time);
  if (reps) start.reps = range(reps);
  if (unit === "h") start.hold_seconds = range(most);
  else if (unit === "s") start.work_seconds = range(most);
  else if (unit === "v") start.breaths = range(most);
  else if (unit === "m") start.distance_metres = range(most);
  else if (!word) start.reps = range(most);
  return [all, start];
}

/**
 * Reads a part that only the second version has.
 * @param {string} rest
 * @param {SetDose} set the sets that it is of, and
 * @param {Dose} dose the dose that these are in
 * @returns {string | null} the part, empty where it is none of these, and null where it cannot be read
 */
function widerPart(rest, set, dose) {
  const [names, kind] = NAMES.exec(rest) ?? [];
  if (names) return names + namesIn(rest.slice(names.length), set, kind);
  const read = (/** @type {RegExp} */ part, /** @type {(...found: string[]) => void} */ take) => {
    const found = part.exec(rest);
    if (found) take(...found.slice(1));
    return found?.[0] ?? "";
  };
  return (
    read(RANGED_REST, (rests) => Object.assign(set, { rest_seconds: range(rests).min, rest_seconds_range: range(rests) })) ||
    read(EVERY, (time) => Object.assign(dose, { every_seconds: Number(time) })) ||
    read(ESTIMATE, (time) => Object.assign(set, set.distance_metres && { work_seconds: range(time) })) ||
    read(TEMPO, (parts) => {
      const each = parts.match(parts.length > 4 ? /../g : /./g) ?? [];
      set.tempo_as_written = each.map((part) => (part.includes("x") ? "X" : Number(part))).join("-");
    }) ||
    read(BREATH, (parts) => {
      const each = parts.split("-").map(Number);
      set.breath_pattern = each.length === 2 ? [each[0], 0, each[1], 0] : [...each, 0].slice(0, 4);
    }) ||
    read(LOAD, (pieces, amounts, unit) => {
      const each = amounts.split("n").map(decimals);
      const load = set.load ?? { unit: "", words: "" };
      const own = Object.entries(UNITS).find(([, sign]) => sign === unit);
      set.load = own ? { ...load, unit: own[0], amounts: each, pieces: Number(pieces ?? 1) } : { ...load, [HEIGHTS[unit]]: each };
    }) ||
    read(EFFORT, (amount, scale) => (set.effort = { scale: EFFORTS[scale], amount: decimals(amount), words: "" })) ||
    read(ORDER, (sign) => (dose.side_order = ORDERS[sign]))
  );
}

/** Names with how many signs each has: `3-red5-green`. @param {string} text @param {SetDose} set @param {string} kind */
function namesIn(text, set, kind) {
  let rest = text;
  const names = [];
  for (let found = NAME.exec(rest); found; found = NAME.exec(rest)) {
    const end = found[0].length + Number(found[1]);
    names.push(rest.slice(found[0].length, end));
    rest = rest.slice(end);
  }
  set.load = { ...(set.load ?? { words: "" }), unit: kind === "b" ? "band" : "words", names };
  return text.slice(0, text.length - rest.length);
}

/** @param {Dose} dose @param {SetDose} set @param {string} sign @param {string} figures @returns {boolean} whether there is such a pause */
function setPause(dose, set, sign, figures) {
  if (sign === "r") Object.assign(set, { rest_seconds: Number(figures), rest_seconds_range: undefined });
  else if (sign === "b") dose.rep_rest_seconds = Number(figures);
  else if (sign === "c") dose.switch_seconds = Number(figures);
  else if (sign === "t" && /^(\d{4}|\d{8})$/.test(figures)) {
    set.tempo = (figures.match(figures.length > 4 ? /../g : /./g) ?? []).map(Number).join("-");
  } else return false;
  return true;
}

/** @param {string} text @returns {Range} */
function range(text) {
  const [least, most = least] = text.split("-").map(Number);
  return { min: least, max: most };
}

/** @param {string} text with d for the decimal point @returns {Range} */
const decimals = (text) => range(text.replaceAll("d", "."));

/** @param {Range | null | undefined} amount */
const count = (amount) => (amount ? (amount.min === amount.max ? `${amount.min}` : `${amount.min}-${amount.max}`).replaceAll(".", "d") : "");

/** A dose without what is said once for it and its alternative. @param {Dose} dose */
function ownDose(dose) {
  const between = dose.rep_rest_seconds ? `b${dose.rep_rest_seconds}` : "";
  const every = dose.every_seconds ? `e${dose.every_seconds}` : "";
  if (!dose.each_set) return `${amount(dose)}${rest(dose)}${between}${details(dose)}${every}`;
  return dose.each_set.map((set) => `${amount(set)}${rest(set)}${details(set)}`).join("u") + between + every;
}

/** @param {SetDose} set */
function amount({ sets, sets_range, reps, hold_seconds, work_seconds, open, breaths, distance_metres }) {
  const times = `${count(sets_range ?? { min: sets, max: sets })}x`;
  if (reps && hold_seconds) return `${times}${count(reps)}x${count(hold_seconds)}h`;
  if (open === "to-fatigue") return `${times}fat`;
  if (open === "as-long-as-possible") return `${times}maxh`;
  if (open === "as-many-as-possible") return `${times}max${work_seconds ? `${count(work_seconds)}s` : ""}`;
  const [number, unit] = breaths
    ? [breaths, "v"]
    : distance_metres
      ? [distance_metres, "m"]
      : work_seconds
        ? [work_seconds, "s"]
        : hold_seconds
          ? [hold_seconds, "h"]
          : [reps, ""];
  return `${times === "1x" ? "" : times}${count(number)}${unit}${open ? "y" : ""}`;
}

/** @param {SetDose} set */
const rest = ({ rest_seconds, rest_seconds_range }) => (rest_seconds_range || rest_seconds ? `r${rest_seconds_range ? count(rest_seconds_range) : rest_seconds}` : "");

/** @param {SetDose} set */
function details({ tempo, tempo_as_written, breath_pattern, distance_metres, work_seconds, load, effort }) {
  const figures = tempo ? (tempo_as_written ?? tempo).toLowerCase().split("-") : [];
  const wide = figures.some((each) => each.length > 1) ? 2 : 1;
  const estimate = distance_metres && work_seconds && isOwnEstimate(distance_metres, work_seconds) ? work_seconds.max : 0;
  return [
    tempo && `t${figures.map((each) => each.padStart(wide, "0")).join("")}`,
    breath_pattern && `p${shortPattern(breath_pattern).join("-")}`,
    estimate && `q${estimate}`,
    load && writtenLoad(load),
    effort && `f${count(effort.amount)}${letter(effort.scale)}`,
  ].filter(Boolean).join("");
}

/** @param {Range} distance @param {Range} time */
const isOwnEstimate = (distance, time) => time.min !== usualSeconds(distance.min) || time.max !== usualSeconds(distance.max);

/** In and out alone, and without a last pause that there is not. @param {number[]} pattern */
const shortPattern = ([into, hold, out, last]) => (last ? [into, hold, out, last] : hold ? [into, hold, out] : [into, out]);

/** @param {Load} load */
function writtenLoad({ unit, amounts, pieces, names, step_cm, edge_mm }) {
  const list = (/** @type {Range[]} */ each) => each.map(count).join("n");
  return [
    amounts && `w${pieces ? `${pieces}x` : ""}${list(amounts)}${UNITS[/** @type {keyof typeof UNITS} */ (unit)]}`,
    names && `w${unit === "band" ? "b" : "w"}${names.map((name) => `${name.length}-${name.replaceAll(" ", "-")}`).join("")}`,
    step_cm && `w${list(step_cm)}cm`,
    edge_mm && `w${list(edge_mm)}mm`,
  ].filter(Boolean).join("");
}
