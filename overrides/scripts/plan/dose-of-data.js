// Converts a dose as the data writes it into one as the API has it, without words.
// @ts-check

/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/timeline.js").SetDose} SetDose */
/** @typedef {import("../shared/timeline.js").Range} Range */

// As in scripts/limber/duration.py, which has the sources.
const BREATH_SECONDS = 6;
const METRES_IN_A_SECOND = 1.4;
const USUAL_REPS = 10;
const USUAL_HOLD_SECONDS = 30;

const AMOUNT = ["reps", "hold_seconds", "work_seconds", "breaths", "breath_pattern", "distance_metres", "estimate_seconds"];

/**
 * A dose as the API has it, from one as the data writes it.
 * @param {Record<string, any>} data
 * @returns {Dose}
 */
export function doseOf(data) {
  const { sets, rest_seconds, load, effort, tempo, or, side_order, every_seconds, rep_rest_seconds = 0, switch_seconds = null } = data;
  const shared = withoutGaps({ rest_seconds, load, effort, tempo });
  const each_set = Array.isArray(sets) ? sets.map((each) => setDoseOf({ ...shared, ...each })) : undefined;
  // Of a list, the amount is that of the first set, and all sets are counted.
  const first = each_set
    ? { ...amountIn(sets[0]), ...shared, sets: each_set.map((each) => each.sets_range ?? rangeOf(each.sets)).reduce(sum) }
    : data;
  return withoutGaps({
    ...setDoseOf(first),
    rep_rest_seconds,
    switch_seconds,
    every_seconds,
    side_order,
    each_set,
    words: data.words ?? "",
    or: or ? doseOf(or) : null,
  });
}

/** What says how much, in a record. @param {Record<string, any>} data */
const amountIn = (data) => Object.fromEntries(Object.entries(data).filter(([key]) => AMOUNT.includes(key)));

/** @param {Record<string, any>} data @returns {SetDose} */
function setDoseOf({ sets, rest_seconds, tempo, load, effort, ...amount }) {
  return withoutGaps({
    ...setsOf(sets),
    ...amountOf(amount),
    ...restOf(rest_seconds),
    ...tempoOf(tempo),
    load: load && loadOf(load),
    effort: effort && effortOf(effort),
  });
}

/** @param {any} amount a number, a range, or a least without a most @returns {Range} */
const rangeOf = (amount) => (typeof amount === "number" ? { min: amount, max: amount } : { max: amount.min, ...amount });

/** @param {Range} one @param {Range} other */
const sum = (one, other) => ({ min: one.min + other.min, max: one.max + other.max });

/** Without the keys that say nothing. @param {Record<string, any>} record @returns {any} */
const withoutGaps = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

/** @param {any} sets */
function setsOf(sets = 1) {
  const { min, max } = rangeOf(sets);
  return { sets: min, sets_range: min === max ? undefined : { min, max } };
}

/** @param {any} rest */
function restOf(rest = 0) {
  const { min, max } = rangeOf(rest);
  return { rest_seconds: min, rest_seconds_range: min === max ? undefined : { min, max } };
}

/** @param {string} [tempo] as people write it */
function tempoOf(tempo = "") {
  if (!tempo) return { tempo };
  const parts = tempo.includes("-") ? tempo.split("-") : [...tempo];
  const whole = [...parts, "0"].slice(0, 4).map((each) => (each.toUpperCase() === "X" ? "X" : `${Number(each)}`));
  const written = whole.join("-");
  return { tempo: written.replaceAll("X", "1"), tempo_as_written: written.includes("X") ? written : undefined };
}

/** @param {Record<string, any>} data */
function amountOf({ reps, hold_seconds, work_seconds, breaths, breath_pattern, distance_metres, estimate_seconds }) {
  const all = [reps, hold_seconds, work_seconds];
  const named = all.find((each) => typeof each === "string");
  const endless = all.some((each) => each?.min !== undefined && each.max === undefined);
  const range = (/** @type {any} */ amount, /** @type {number} */ usual) =>
    amount === undefined ? null : typeof amount === "string" ? rangeOf(usual) : rangeOf(amount);
  const amounts = {
    reps: work_seconds === undefined ? range(reps, USUAL_REPS) : null,
    hold_seconds: range(hold_seconds, USUAL_HOLD_SECONDS),
    work_seconds: range(work_seconds, 0),
    open: named ?? (endless ? "or-more" : undefined),
  };
  if (breaths !== undefined) {
    const pattern = patternOf(breath_pattern);
    const each = pattern ? pattern.reduce((all, part) => all + part) : BREATH_SECONDS;
    const { min, max } = rangeOf(breaths);
    return { ...amounts, breaths: { min, max }, breath_pattern: pattern, work_seconds: { min: min * each, max: max * each } };
  }
  if (distance_metres !== undefined) {
    const { min, max } = rangeOf(distance_metres);
    const time = (/** @type {number} */ metres) => estimate_seconds ?? Math.ceil(metres / METRES_IN_A_SECOND);
    return { ...amounts, distance_metres: { min, max }, work_seconds: { min: time(min), max: time(max) } };
  }
  return amounts;
}

/** @param {string} [pattern] in, hold, out, hold; two figures are in and out */
function patternOf(pattern) {
  if (!pattern) return undefined;
  const parts = pattern.split("-").map(Number);
  return parts.length === 2 ? [parts[0], 0, parts[1], 0] : [...parts, 0].slice(0, 4);
}

/** @param {Record<string, any>} data */
function loadOf({ pieces, step_cm, edge_mm, ...amounts }) {
  const ranges = (/** @type {any} */ value) =>
    value === undefined ? undefined : (Array.isArray(value) ? value : [value]).map(rangeOf);
  const [unit = "", value] = Object.entries(amounts)[0] ?? [];
  const named = unit === "band" || unit === "words";
  return withoutGaps({
    unit,
    amounts: named ? undefined : ranges(value),
    names: named ? [value].flat() : undefined,
    pieces,
    step_cm: ranges(step_cm),
    edge_mm: ranges(edge_mm),
    words: "",
  });
}

/** @param {Record<string, any>} data */
function effortOf(data) {
  const [[scale, amount]] = Object.entries(data);
  return { scale, amount: rangeOf(amount), words: "" };
}
