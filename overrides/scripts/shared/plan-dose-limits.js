// Limits a dose to what a plan's link can say, in one form for all doses that mean the same.
// @ts-check

import { isSingle, runsOf } from "./set-runs.js";

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./timeline.js").SetDose} SetDose */
/** @typedef {import("./timeline.js").Range} Range */
/** @typedef {import("./timeline.js").Load} Load */
/** @typedef {import("./timeline.js").Effort} Effort */

/** Sets of a dose: each is an interval, and a hostile link must not fill a phone's memory. */
const MOST = 100;
/** The most sets that a link of the first version can say. */
export const MOST_PLAIN_SETS = 20;
/**
 * The most of each by the version of a link: repetitions, seconds of work, of a pause, and holds over all sets, each of which is an
 * interval. Those of the second are those of the data.
 */
const FIRST = { reps: [1, 200], work: [1, 3600], pause: [0, 600], holds: 100 };
const SECOND = { reps: [1, 500], work: [1, 14_400], pause: [0, 3600], holds: 1000 };
const SECONDS = [1, 3600];
const EVERY = [5, 3600];
const METRES = [1, 100_000];
const BREATHS = [1, 100];
const BREATH_PART = [0, 99];
const LOAD = [0, 1000];
const MOST_RUNS = 20;
const MOST_AMOUNTS = 8;
const LONGEST = { band: 20, words: 24 };

// As in scripts/limber/duration.py and model/dose.py, which have the sources.
const BREATH_SECONDS = 6;
const METRES_IN_A_SECOND = 1.4;
const USUAL = { reps: { min: 10, max: 10 }, hold_seconds: { min: 30, max: 30 } };

/** The units of loads, each with the sign that links have for it. */
export const UNITS = {
  kg: "kg",
  lb: "lb",
  added_kg: "akg",
  added_lb: "alb",
  assistance_kg: "hkg",
  assistance_lb: "hlb",
  percent_of_max: "rm",
  percent_of_training_max: "tm",
  percent_of_body_weight: "bw",
  percent_of_load: "pl",
};
const EFFORTS = /** @type {const} */ ({ rpe: [0, 10, 0.5], rir: [0, 10, 0.5], percent: [0, 1000, 0.01], percent_of_max_heart_rate: [0, 1000, 0.01] });
const ORDERS = ["in-turn", "weaker-first", "affected-first"];

/**
 * A dose limited to sensible values, without fields that do not apply. Null where it has no amount.
 * @param {Dose | null} dose
 * @param {number} [version] of the link that says it
 * @returns {Dose | null}
 */
export function normalizeDose(dose, version = 2) {
  if (!dose) return null;
  const limits = version === 1 ? FIRST : SECOND;
  const first = oneDose(dose, limits);
  const other = first && dose.or && oneDose({ ...dose.or, switch_seconds: dose.switch_seconds, side_order: undefined }, limits);
  if (!first || !other) return first;
  if (kind(first) === kind(other) && !isWider(first) && !isWider(other)) return first; // two of a kind are a range
  return { ...first, or: other };
}

/**
 * Whether a normalised dose has what links of the first version cannot say.
 * @param {Dose} dose
 * @returns {boolean}
 */
export function isWider(dose) {
  const { sets, reps, hold_seconds, work_seconds, rest_seconds, rep_rest_seconds, switch_seconds } = dose;
  const is = (/** @type {Range | null} */ range, /** @type {number[]} */ [, most]) => range !== null && range.max > most;
  return (
    sets > MOST_PLAIN_SETS ||
    Object.keys(dose).some((key) => !PLAIN.has(key)) ||
    is(reps, FIRST.reps) ||
    is(work_seconds, FIRST.work) ||
    Math.max(rest_seconds, rep_rest_seconds, switch_seconds ?? 0) > FIRST.pause[1] ||
    Boolean(reps && hold_seconds && sets * reps.max > FIRST.holds) ||
    (dose.or !== null && isWider(dose.or))
  );
}

const PLAIN = new Set([
  ...["sets", "reps", "hold_seconds", "work_seconds", "rest_seconds", "rep_rest_seconds", "switch_seconds", "tempo", "or", "words"],
]);

/** Seconds of a distance where nothing says how long it takes. @param {number} metres */
export const usualSeconds = (metres) => Math.ceil(metres / METRES_IN_A_SECOND);

/** @param {Dose} dose */
const kind = ({ reps, hold_seconds, work_seconds }) => `${!!reps} ${!!hold_seconds} ${!!work_seconds}`;

/** @typedef {typeof FIRST} Limits */

/** @param {Dose} dose @param {Limits} limits @returns {Dose | null} */
function oneDose(dose, limits) {
  const runs = dose.each_set ? runsIn(dose, limits) : [];
  if (dose.each_set && !runs.length) return null;
  const all = runs.length > 1;
  const own = oneSet(runs[0] ?? dose, MOST, limits.holds, limits);
  if (!own) return null;
  const { sets, sets_range, reps, hold_seconds, work_seconds, rest_seconds, rest_seconds_range, tempo, load, effort, ...others } = own;
  const counted = all ? total(runs) : { sets, sets_range };
  const most = counted.sets_range?.max ?? counted.sets;
  const every = dose.every_seconds && most > 1 ? within(dose.every_seconds, EVERY) : 0;
  const held = (all ? runs : [own]).some((set) => set.reps && set.hold_seconds);
  const order = dose.side_order && ORDERS.includes(dose.side_order) ? dose.side_order : undefined;
  return withoutGaps({
    sets: counted.sets,
    reps,
    hold_seconds,
    work_seconds,
    rest_seconds: all || every ? 0 : rest_seconds,
    rep_rest_seconds: held ? within(dose.rep_rest_seconds, limits.pause) : 0,
    switch_seconds: dose.switch_seconds === null ? null : within(dose.switch_seconds, limits.pause),
    tempo: all ? "" : tempo,
    or: null,
    words: "",
    sets_range: counted.sets_range,
    ...(all
      ? { open: others.open, breaths: others.breaths, breath_pattern: others.breath_pattern, distance_metres: others.distance_metres }
      : { ...others, rest_seconds_range: every ? undefined : rest_seconds_range, load, effort }),
    every_seconds: every || undefined,
    side_order: order,
    each_set: all ? runs : undefined,
  });
}

/** The sets of a dose where they differ, each limited, and alike ones in one. @param {Dose} dose @param {Limits} limits @returns {SetDose[]} */
function runsIn(dose, limits) {
  let [sets, holds] = [MOST, limits.holds];
  /** @type {SetDose[]} */
  const each_set = [];
  for (const given of (dose.each_set ?? []).slice(0, MOST_RUNS)) {
    const set = sets > 0 ? oneSet(dose.every_seconds ? withoutRest(given) : given, sets, holds, limits, true) : null;
    if (!set) continue;
    const most = set.sets_range?.max ?? set.sets;
    sets -= most;
    if (set.reps && set.hold_seconds) holds -= most * set.reps.max;
    each_set.push(set);
  }
  const runs = runsOf({ ...dose, each_set });
  const last = runs.at(-1);
  return last && runs.length > 1 && isSingle(last) ? [...runs.slice(0, -1), withoutRest(last)] : runs;
}

/** @param {SetDose[]} runs */
function total(runs) {
  const min = runs.reduce((sum, { sets }) => sum + sets, 0);
  const max = runs.reduce((sum, { sets, sets_range }) => sum + (sets_range?.max ?? sets), 0);
  return { sets: min, sets_range: min < max ? { min, max } : undefined };
}

/** @param {SetDose} set @returns {SetDose} */
const withoutRest = ({ rest_seconds_range, ...set }) => ({ ...set, rest_seconds: 0 });

/**
 * @param {SetDose} set
 * @param {number} most_sets
 * @param {number} most_holds
 * @param {Limits} limits
 * @param {boolean} [inList] so that a rest follows even a single one
 * @returns {SetDose | null}
 */
function oneSet(set, most_sets, most_holds, limits, inList = false) {
  const amount = amountOf(set, limits);
  if (!amount) return null;
  const { reps, hold_seconds } = amount;
  const isHeld = reps && hold_seconds;
  if (isHeld && most_holds < 1) return null;
  const sets = between(set.sets_range ?? { min: set.sets, max: set.sets }, [1, isHeld ? Math.min(most_sets, most_holds) : most_sets]);
  const rest = between(set.rest_seconds_range ?? { min: set.rest_seconds, max: set.rest_seconds }, limits.pause);
  const rests = sets.max > 1 || inList;
  const [tempo, as_written] = reps && !hold_seconds ? tempoOf(set.tempo_as_written ?? set.tempo) : [""];
  return withoutGaps({
    sets: sets.min,
    ...amount,
    reps: isHeld ? between(reps, [1, Math.floor(most_holds / sets.max)]) : reps,
    rest_seconds: rests ? rest.min : 0,
    tempo,
    sets_range: ranged(sets),
    rest_seconds_range: rests ? ranged(rest) : undefined,
    tempo_as_written: as_written,
    load: set.load && loadOf(set.load),
    effort: set.effort && effortOf(set.effort),
  });
}

/** @param {SetDose} set @param {Limits} limits @returns {Pick<SetDose, "reps" | "hold_seconds" | "work_seconds"> & Partial<SetDose> | null} */
function amountOf({ reps, hold_seconds, work_seconds, open, breaths, breath_pattern, distance_metres }, limits) {
  const none = { reps: null, hold_seconds: null, work_seconds: null };
  if (breaths) {
    const number = between(breaths, BREATHS);
    const parts = breath_pattern?.length === 4 ? breath_pattern.map((each) => within(each, BREATH_PART)) : [];
    const each = parts.reduce((sum, part) => sum + part, 0) || BREATH_SECONDS;
    const seconds = { min: number.min * each, max: number.max * each };
    return { ...none, work_seconds: seconds, breaths: number, ...(parts.some(Boolean) && { breath_pattern: parts }) };
  }
  if (distance_metres) {
    const distance = between(distance_metres, METRES);
    const usual = { min: usualSeconds(distance.min), max: usualSeconds(distance.max) };
    const isUsual = !work_seconds || (work_seconds.min === usual.min && work_seconds.max === usual.max);
    const estimate = isUsual ? 0 : within(work_seconds.max, limits.work);
    return { ...none, work_seconds: isUsual ? usual : { min: estimate, max: estimate }, distance_metres: distance };
  }
  const endless = (/** @type {Range} */ { min }) => ({ min, max: min });
  if (work_seconds) {
    const time = between(work_seconds, limits.work);
    if (open === "or-more") return { ...none, work_seconds: endless(time), open };
    return { ...none, work_seconds: time, ...(open === "as-many-as-possible" && { open }) };
  }
  if (reps && hold_seconds) return { ...none, reps: between(reps, [1, Math.min(limits.reps[1], limits.holds)]), hold_seconds: between(hold_seconds, SECONDS) };
  if (hold_seconds) {
    if (open === "as-long-as-possible") return { ...none, hold_seconds: USUAL.hold_seconds, open };
    const time = between(hold_seconds, SECONDS);
    return open === "or-more" ? { ...none, hold_seconds: endless(time), open } : { ...none, hold_seconds: time };
  }
  if (!reps) return null;
  if (open === "as-many-as-possible" || open === "to-fatigue") return { ...none, reps: USUAL.reps, open };
  const number = between(reps, limits.reps);
  return open === "or-more" ? { ...none, reps: endless(number), open } : { ...none, reps: number };
}

/** A tempo in seconds, and as it is written if a part of it is as fast as possible. @param {string} tempo */
function tempoOf(tempo) {
  if (!/^(\d{1,2}|x)(-(\d{1,2}|x)){3}$/i.test(tempo)) return [""];
  const parts = tempo.toUpperCase().split("-").map((part) => (part === "X" ? part : `${Number(part)}`));
  if (parts.every((part) => part === "0")) return [""];
  const written = parts.join("-");
  return written.includes("X") ? [written.replaceAll("X", "1"), written] : [written];
}

/** @param {Load} load @returns {Load | undefined} */
function loadOf({ unit, amounts, pieces = 1, names, step_cm, edge_mm }) {
  const ranges = (/** @type {Range[] | undefined} */ list) => {
    const each = (list ?? []).slice(0, MOST_AMOUNTS).map((range) => between(range, LOAD, 0.01));
    return each.length > 1 ? oneAfterTheOther(each) : each.length ? each : undefined;
  };
  const weights = Object.hasOwn(UNITS, unit) ? ranges(amounts) : undefined;
  const said = unit === "band" || unit === "words" ? namesOf(names ?? [], unit) : [];
  const heights = { step_cm: ranges(step_cm), edge_mm: ranges(edge_mm) };
  if (!weights && !said.length && !heights.step_cm && !heights.edge_mm) return undefined;
  return withoutGaps({
    unit: weights || said.length ? unit : "",
    amounts: weights,
    pieces: weights && within(pieces, [1, 10]) > 1 ? within(pieces, [1, 10]) : undefined,
    names: said.length ? said : undefined,
    ...heights,
    words: "",
  });
}

/** Amounts to be used one after the other, each a single one and there once. @param {Range[]} ranges */
function oneAfterTheOther(ranges) {
  return [...new Set(ranges.map(({ min }) => min))].map((amount) => ({ min: amount, max: amount }));
}

/**
 * The colours of bands, each there once, in small letters with hyphens for spaces; or what is written in place of a weight, in small
 * letters, figures and single spaces.
 * @param {string[]} names
 * @param {"band" | "words"} unit
 */
function namesOf(names, unit) {
  const signs = unit === "band" ? /[^a-z]+/g : /[^a-z0-9]+/g;
  const short = (/** @type {string} */ name) => `${name}`.slice(0, 200).toLowerCase().replace(signs, " ").trim().slice(0, LONGEST[unit]).trim();
  const each = [...new Set(names.map(short).filter(Boolean))];
  return unit === "band" ? each.slice(0, MOST_AMOUNTS).map((name) => name.replaceAll(" ", "-")) : each.slice(0, 1);
}

/** @param {Effort} effort @returns {Effort | undefined} */
function effortOf({ scale, amount }) {
  if (!Object.hasOwn(EFFORTS, scale) || !amount) return undefined;
  const [least, most, step] = EFFORTS[scale];
  return { scale, amount: between(amount, [least, most], step), words: "" };
}

/** @param {Range} range */
const ranged = ({ min, max }) => (min < max ? { min, max } : undefined);

/** Without the keys that say nothing. @param {Record<string, any>} record @returns {any} */
const withoutGaps = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

/** @param {number} number @param {readonly number[]} limits @param {number} [step] */
function within(number, [least, most], step = 1) {
  return Math.min(most, Math.max(least, Math.round(Math.round(number / step) * step * 100) / 100 || 0));
}

/** @param {Range} amount @param {readonly number[]} limits @param {number} [step] @returns {Range} */
function between(amount, limits, step) {
  const [one, other] = [within(amount.min, limits, step), within(amount.max, limits, step)];
  return { min: Math.min(one, other), max: Math.max(one, other) };
}
