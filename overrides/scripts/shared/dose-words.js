// Words a dose that no page was built with, as scripts/limber/wording.py does.
// @ts-check

// tests/vectors/doses.json and wider-doses.json hold both to the same words.

import { isSingle, runsOf } from "./set-runs.js";

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./timeline.js").SetDose} SetDose */
/** @typedef {import("./timeline.js").Range} Range */
/** @typedef {import("./timeline.js").Load} Load */
/** @typedef {import("./timeline.js").Effort} Effort */
/** @typedef {import("./timeline.js").Exercise} Exercise */
/** @typedef {Exercise["laterality"]} Laterality */
/** @typedef {(tempo: string) => string} Tempo how a tempo such as `2-1-2-0` is said: in figures, unless it says another way */

const NARROW = "\u202f";
const TIMES = `${NARROW}×${NARROW}`;

/** What stands before the amounts of a load, and behind them. @type {Record<string, [string, string]>} */
const LOADS = {
  kg: ["with ", "kg"],
  lb: ["with ", "lb"],
  added_kg: ["with body weight + ", "kg"],
  added_lb: ["with body weight + ", "lb"],
  assistance_kg: ["with ", "kg assistance"],
  assistance_lb: ["with ", "lb assistance"],
  percent_of_max: ["at ", "% of 1RM"],
  percent_of_training_max: ["at ", "% of training max"],
  percent_of_body_weight: ["at ", "% of body weight"],
  percent_of_load: ["at ", "% of the load"],
};
const ORDERS = { "in-turn": " in turn", "weaker-first": ", weaker first", "affected-first": ", affected first" };
/** Where the rest stands among the details of a set. */
const REST = 2;
const BREATH = ["in", "hold", "out", "hold"];
const PACE = ["down", "pause", "up", "pause"];

/**
 * A number or a range: `10`, `10–12`.
 * @param {Range} amount
 */
export const count = ({ min, max }) => (min === max ? `${min}` : `${min}–${max}`);

/**
 * Exact time of a dose: `30 s`, `60 s`, `90–120 s`, `1–2 min`, `2 min 30 s`.
 * @param {Range | number} time
 */
export function seconds(time) {
  const { min, max } = typeof time === "number" ? { min: time, max: time } : time;
  if (max >= 120 && min % 60 === 0 && max % 60 === 0) return `${count({ min: min / 60, max: max / 60 })}${NARROW}min`;
  if (min === max && max > 120) return `${Math.floor(max / 60)}${NARROW}min ${max % 60}${NARROW}s`;
  return `${count({ min, max })}${NARROW}s`;
}

/**
 * What is done in a dose, with its load: `60 s`, `10–12 reps`, `3 × 10 with 50 kg`, `5 × 10 s hold`, `8, 5, 3 reps`,
 * `2 × 10, then as many reps as possible`.
 * @param {Dose} dose
 * @param {Tempo} [tempo]
 */
export const amount = (dose, tempo) => withSide(parts(dose, tempo), "");

/**
 * Which side a dose is for, and in which order: `each foot`, `each foot in turn`, `alternating`, `each direction`; nothing where
 * both sides work at once.
 * @param {Pick<Exercise, "laterality" | "limb" | "directions">} exercise
 * @param {Dose["side_order"]} [order]
 */
export function side({ laterality, limb, directions }, order) {
  const each = `each ${limb}${order ? ORDERS[order] : ""}`;
  const sides = { unilateral: each, alternating: "alternating", bilateral: "" }[laterality];
  return [sides, directions && "each direction"].filter(Boolean).join(", ");
}

/**
 * How hard a dose is, what lies between its repetitions and sets, and its tempo: `effort 7 of 10`, `2 s between`, `rest 60 s`.
 * @param {Dose} dose
 * @param {Tempo} [tempo]
 */
export const details = (dose, tempo) => parts(dose, tempo).details;

/**
 * A whole dose in words: `3 × 10, rest 60 s`, `5 × 10 s hold each side, 2 s between`, `30 s, alternating`,
 * `10–12 reps each side with 12 kg, tempo 2-1-2-0, or 60 s hold`.
 * @param {Dose} dose
 * @param {string} which the side in words, as `side` says it, or another that a plan asks for: `left foot only`
 * @param {Tempo} [tempo]
 */
export function dose(dose, which, tempo) {
  const said = whole(dose, which, tempo);
  return dose.or ? `${said}${details(dose).length ? "," : ""} or ${whole(dose.or, "", tempo)}` : said;
}

/**
 * A dose without what paces it, for lists: `3 × 10 each side with 12 kg`, `10–12 reps each side or 60 s hold`.
 * @param {Dose} dose
 * @param {string} which as `dose` takes it
 */
export const brief = (dose, which) => withSide(parts(dose), which) + (dose.or ? ` or ${amount(dose.or)}` : "");

/** A tempo as it is written: `tempo 2-1-2-0`. @type {Tempo} */
const figures = (tempo) => `tempo ${tempo.replaceAll("-", "\u2011")}`;

/** A tempo in words, without what takes no time: `2 s down · 1 s pause · 2 s up`. @type {Tempo} */
export const pace = (tempo) =>
  tempo
    .split("-")
    .flatMap((time, at) => (time === "0" ? [] : [`${time === "X" ? "fast" : seconds(Number(time))}\u00a0${PACE[at]}`]))
    .join(" · ");

/**
 * A load: `with 2 × 12 kg`, `with 50, then 60 kg`, `at 70 % of 1RM`, `with red band`, `on a 20 cm step`.
 * @param {Load} load
 */
export function load({ unit, amounts = [], pieces = 1, names = [], step_cm = [], edge_mm = [] }) {
  const [before, behind] = LOADS[unit] ?? ["", ""];
  const times = pieces > 1 ? `${pieces}${TIMES}` : "";
  const weights = amounts.map((each) => `${times}${count(each)}`).join(", then ");
  return [
    weights && `${before}${weights}${NARROW}${behind}`,
    names.length > 0 && `with ${names.join(", then ")}${unit === "band" ? " band" : ""}`,
    height(step_cm, "cm step"),
    height(edge_mm, "mm edge"),
  ].filter(Boolean).join(", ");
}

/**
 * How hard it is: `effort 7 of 10`, `2 reps in reserve`, `30–50 % effort`.
 * @param {Effort} effort
 */
export function effort({ scale, amount }) {
  if (scale === "rpe") return `effort ${count(amount)} of 10`;
  return scale === "rir" ? `${several(amount, "rep")} in reserve` : `${count(amount)}${NARROW}% ${scale === "percent" ? "effort" : "of max heart rate"}`;
}

/** @typedef {{amounts: string, isShort: boolean, load: string, details: string[]}} Parts `isShort`: what follows is of all of it */

/**
 * A dose in parts. What all sets have in common is said once, behind all of them.
 * @param {Dose} dose
 * @param {Tempo} [tempoOf]
 * @returns {Parts}
 */
function parts(dose, tempoOf = figures) {
  const runs = runsOf(dose);
  const own = runs.map((run) => detailsOf(run, tempoOf));
  const isShared = own[0].map((said, at) => own.every((each) => each[at] === said));
  const [shared_load, hard, breath, rest, tempo] = own[0].map((said, at) => (isShared[at] ? said : ""));
  const between = dose.rep_rest_seconds ? `${seconds(dose.rep_rest_seconds)} between` : "";
  const every = dose.every_seconds ? `a set every ${seconds(dose.every_seconds)}` : "";
  const behind = { load: shared_load, details: [hard, breath, between, every, rest, tempo].filter(Boolean) };
  if (runs.every(isSingleNumber) && !isShared.includes(false)) {
    const numbers = runs.map(({ reps }) => reps && count(reps)).join(", ");
    return { amounts: runs.length > 1 ? `${numbers}${NARROW}reps` : ofSets(runs[0]), isShort: true, ...behind };
  }
  const each = runs.map((run, at) => {
    const [weight, ...others] = own[at].map((said, which) => (isShared[which] ? "" : said));
    if (at === runs.length - 1 && isSingle(run)) others[REST] = "";
    return [weight ? `${ofSets(run)} ${weight}` : ofSets(run), ...others.filter(Boolean)].join(", ");
  });
  return { amounts: each.join(", then "), isShort: runs.length === 1, ...behind };
}

/** @param {Dose} dose @param {string} which @param {Tempo} [tempo] */
function whole(dose, which, tempo) {
  const said = parts(dose, tempo);
  return [withSide(said, which), ...said.details].join(", ");
}

/** Amount, side and load. @param {Parts} parts @param {string} which */
function withSide({ amounts, isShort, load }, which) {
  const isEach = which.startsWith("each ");
  const sided = which ? `${amounts}${isShort && isEach ? " " : ", "}${which}` : amounts;
  const isTight = which ? isEach && !which.includes(",") : isShort;
  return load ? `${sided}${isTight ? " " : ", "}${load}` : sided;
}

/** The load, effort, breath, rest and tempo of sets that are alike. @param {SetDose} set @param {Tempo} tempoOf */
function detailsOf(set, tempoOf) {
  const rest = set.rest_seconds_range ?? set.rest_seconds;
  const breath = (set.breath_pattern ?? []).flatMap((time, at) => (time ? [`${BREATH[at]} ${seconds(time)}`] : []));
  const tempo = set.tempo_as_written ?? set.tempo;
  return [
    set.load ? load(set.load) : "",
    set.effort ? effort(set.effort) : "",
    breath.join(", "),
    rest ? `rest ${seconds(rest)}` : "",
    tempo && tempoOf(tempo),
  ];
}

/** Whether it is one set of so many repetitions. @param {SetDose} set */
const isSingleNumber = (set) =>
  isSingle(set) && !set.open && !set.hold_seconds && !set.work_seconds && set.reps?.min === set.reps?.max;

/** The amount of sets that are alike. @param {SetDose} set */
function ofSets(set) {
  const sets = set.sets_range ?? { min: set.sets, max: set.sets };
  return sets.max > 1 ? `${count(sets)}${TIMES}${ofOneSet(set, "")}` : ofOneSet(set, "reps");
}

/**
 * @param {SetDose} set
 * @param {string} unit of repetitions, where one is said
 */
function ofOneSet({ reps, hold_seconds, work_seconds, open, breaths, distance_metres }, unit) {
  if (breaths) return several(breaths, "breath");
  if (distance_metres) return metres(distance_metres);
  if (work_seconds && open === "as-many-as-possible") return `as many reps as possible in ${seconds(work_seconds)}`;
  const longer = open === "or-more" ? " or longer" : "";
  if (work_seconds) return `${seconds(work_seconds)}${longer}`;
  if (reps && hold_seconds) return `${count(reps)}${TIMES}${seconds(hold_seconds)} hold`;
  if (open === "as-long-as-possible") return "hold as long as possible";
  if (hold_seconds) return `${seconds(hold_seconds)} hold${longer}`;
  if (open === "as-many-as-possible") return "as many reps as possible";
  if (open === "to-fatigue") return "reps to fatigue";
  if (!reps) throw new Error("a dose without an amount");
  if (open) return `${count(reps)} or more${unit && ` ${unit}`}`;
  return unit ? several(reps, "rep") : count(reps);
}

/** `1 breath`, `5–8 breaths`. @param {Range} amount @param {string} noun */
const several = (amount, noun) => `${count(amount)}${NARROW}${noun}${amount.max === 1 ? "" : "s"}`;

/** `400 m`, `1.5 km`. @param {Range} distance */
function metres({ min, max }) {
  const isLong = min >= 1000 && min % 100 === 0 && max % 100 === 0;
  return isLong ? `${count({ min: min / 1000, max: max / 1000 })}${NARROW}km` : `${count({ min, max })}${NARROW}m`;
}

/** `on a 20 cm step`, `on an 8, then 15 cm step`. @param {Range[]} heights @param {string} of */
function height(heights, of) {
  const said = heights.map(count).join(", then ");
  const article = /^(8|1[18](?!\d))/.test(said) ? "an" : "a"; // eight, eleven, eighteen
  return said && `on ${article} ${said}${NARROW}${of}`;
}
