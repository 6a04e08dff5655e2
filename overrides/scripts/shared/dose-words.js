// Words a dose that no page was built with, as scripts/limber/wording.py does.
// @ts-check

// tests/vectors/doses.json and wider-doses.json hold both to the same words.

import { decimal, gettext, ngettext, oneOf } from "./gettext.js";
import { joined } from "./routine-words.js";
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

/** @type {Record<string, string>} */
const LOADS = {
  kg: gettext`with ${{ amount: "@" }}\u202fkg`,
  lb: gettext`with ${{ amount: "@" }}\u202flb`,
  added_kg: gettext`with body weight + ${{ amount: "@" }}\u202fkg`,
  added_lb: gettext`with body weight + ${{ amount: "@" }}\u202flb`,
  assistance_kg: gettext`with ${{ amount: "@" }}\u202fkg assistance`,
  assistance_lb: gettext`with ${{ amount: "@" }}\u202flb assistance`,
  percent_of_max: gettext`at ${{ amount: "@" }}\u202f% of 1RM`,
  percent_of_training_max: gettext`at ${{ amount: "@" }}\u202f% of training max`,
  percent_of_body_weight: gettext`at ${{ amount: "@" }}\u202f% of body weight`,
  percent_of_load: gettext`at ${{ amount: "@" }}\u202f% of the load`,
};
const ORDERS = {
  "in-turn": gettext`${{ side: "@" }} in turn`,
  "weaker-first": gettext`${{ side: "@" }}, weaker first`,
  "affected-first": gettext`${{ side: "@" }}, affected first`,
};
const THEN = gettext`, then `;
/** Where the rest stands among the details of a set. */
const REST = 2;
const HOLD = gettext`hold ${{ time: "@" }}`;
const BREATH = [gettext`in ${{ time: "@" }}`, HOLD, gettext`out ${{ time: "@" }}`, HOLD];
const PAUSE = gettext`${{ time: "@" }}\u00a0pause`;
const PACE = [gettext`${{ time: "@" }}\u00a0down`, PAUSE, gettext`${{ time: "@" }}\u00a0up`, PAUSE];

/**
 * A number or a range: `10`, `10–12`.
 * @param {Range} amount
 */
export const count = ({ min, max }) => (min === max ? `${decimal(min)}` : `${decimal(min)}–${decimal(max)}`);

/**
 * Exact time of a dose: `30 s`, `60 s`, `90–120 s`, `1–2 min`, `2 min 30 s`.
 * @param {Range | number} time
 */
export function seconds(time) {
  const { min, max } = typeof time === "number" ? { min: time, max: time } : time;
  if (max >= 120 && min % 60 === 0 && max % 60 === 0) return gettext`${{ count: count({ min: min / 60, max: max / 60 }) }}\u202fmin`;
  if (min === max && max > 120) return gettext`${{ minutes: Math.floor(max / 60) }}\u202fmin ${{ seconds: max % 60 }}\u202fs`;
  return gettext`${{ count: count({ min, max }) }}\u202fs`;
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
  const each = oneOf(`each ${limb}`, "each side", "each foot", "each leg", "each knee", "each hip", "each arm", "each hand", "each shoulder");
  const sides = { unilateral: order ? put(ORDERS[order], each) : each, alternating: gettext`alternating`, bilateral: "" }[laterality];
  return joined(sides, directions ? gettext`each direction` : "");
}

/** Puts a value into words of a table. @param {string} words @param {string} value */
const put = (words, value) => words.replace("@", () => value);

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
  if (!dose.or) return said;
  const other = whole(dose.or, "", tempo);
  return details(dose).length ? gettext`${{ dose: said }}, or ${other}` : gettext`${{ dose: said }} or ${other}`;
}

/**
 * A dose without what paces it, for lists: `3 × 10 each side with 12 kg`, `10–12 reps each side or 60 s hold`.
 * @param {Dose} dose
 * @param {string} which as `dose` takes it
 */
export function brief(dose, which) {
  const said = withSide(parts(dose), which);
  return dose.or ? gettext`${{ dose: said }} or ${{ other: amount(dose.or) }}` : said;
}

/** A tempo as it is written: `tempo 2-1-2-0`. @type {Tempo} */
const figures = (tempo) => gettext`tempo ${{ tempo: tempo.replaceAll("-", "\u2011") }}`;

/** A tempo in words, without what takes no time: `2 s down · 1 s pause · 2 s up`. @type {Tempo} */
export const pace = (tempo) =>
  tempo
    .split("-")
    .flatMap((time, at) => (time === "0" ? [] : [put(PACE[at], time === "X" ? gettext`fast` : seconds(Number(time)))]))
    .join(" · ");

/**
 * A load: `with 2 × 12 kg`, `with 50, then 60 kg`, `at 70 % of 1RM`, `with red band`, `on a 20 cm step`.
 * @param {Load} load
 */
export function load({ unit, amounts = [], pieces = 1, names = [], step_cm = [], edge_mm = [] }) {
  const times = pieces > 1 ? `${pieces}${TIMES}` : "";
  const weights = amounts.map((each) => `${times}${count(each)}`).join(THEN);
  const named = names.join(THEN);
  return joined(
    weights && put(LOADS[unit], weights),
    named && (unit === "band" ? gettext`with ${{ amount: named }} band` : gettext`with ${{ amount: named }}`),
    height(step_cm, gettext`on a ${{ height: "@" }}\u202fcm step`, gettext`on an ${{ height: "@" }}\u202fcm step`),
    height(edge_mm, gettext`on a ${{ height: "@" }}\u202fmm edge`, gettext`on an ${{ height: "@" }}\u202fmm edge`),
  );
}

/**
 * How hard it is: `effort 7 of 10`, `2 reps in reserve`, `30–50 % effort`.
 * @param {Effort} effort
 */
export function effort({ scale, amount }) {
  const number = count(amount);
  if (scale === "rpe") return gettext`effort ${number} of 10`;
  if (scale === "rir") return ngettext(amount.max, gettext`${{ count: number }}\u202frep in reserve`, gettext`${{ count: number }}\u202freps in reserve`);
  return scale === "percent" ? gettext`${number}\u202f% effort` : gettext`${number}\u202f% of max heart rate`;
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
  const between = dose.rep_rest_seconds ? gettext`${{ time: seconds(dose.rep_rest_seconds) }} between` : "";
  const every = dose.every_seconds ? gettext`a set every ${{ time: seconds(dose.every_seconds) }}` : "";
  const behind = { load: shared_load, details: [hard, breath, between, every, rest, tempo].filter(Boolean) };
  if (runs.every(isSingleNumber) && !isShared.includes(false)) {
    const counts = runs.map(({ reps }) => reps && count(reps)).join(", ");
    return { amounts: runs.length > 1 ? gettext`${counts}\u202freps` : ofSets(runs[0]), isShort: true, ...behind };
  }
  const each = runs.map((run, at) => {
    const [weight, ...others] = own[at].map((said, which) => (isShared[which] ? "" : said));
    if (at === runs.length - 1 && isSingle(run)) others[REST] = "";
    return [weight ? `${ofSets(run)} ${weight}` : ofSets(run), ...others.filter(Boolean)].join(", ");
  });
  return { amounts: each.join(THEN), isShort: runs.length === 1, ...behind };
}

/** @param {Dose} dose @param {string} which @param {Tempo} [tempo] */
function whole(dose, which, tempo) {
  const said = parts(dose, tempo);
  return [withSide(said, which), ...said.details].join(", ");
}

/** Amount, side and load. @param {Parts} parts @param {string} which */
function withSide({ amounts, isShort, load }, which) {
  const isEach = which.startsWith(gettext`each`);
  const sided = which ? `${amounts}${isShort && isEach ? " " : ", "}${which}` : amounts;
  const isTight = which ? isEach && !which.includes(",") : isShort;
  return load ? `${sided}${isTight ? " " : ", "}${load}` : sided;
}

/** The load, effort, breath, rest and tempo of sets that are alike. @param {SetDose} set @param {Tempo} tempoOf */
function detailsOf(set, tempoOf) {
  const rest = set.rest_seconds_range ?? set.rest_seconds;
  const breath = (set.breath_pattern ?? []).flatMap((time, at) => (time ? [put(BREATH[at], seconds(time))] : []));
  const tempo = set.tempo_as_written ?? set.tempo;
  return [
    set.load ? load(set.load) : "",
    set.effort ? effort(set.effort) : "",
    breath.join(", "),
    rest ? gettext`rest ${{ time: seconds(rest) }}` : "",
    tempo && tempoOf(tempo),
  ];
}

/** Whether it is one set of so many repetitions. @param {SetDose} set */
const isSingleNumber = (set) =>
  isSingle(set) && !set.open && !set.hold_seconds && !set.work_seconds && set.reps?.min === set.reps?.max;

/** The amount of sets that are alike. @param {SetDose} set */
function ofSets(set) {
  const sets = set.sets_range ?? { min: set.sets, max: set.sets };
  return sets.max > 1 ? `${count(sets)}${TIMES}${ofOneSet(set, false)}` : ofOneSet(set, true);
}

/**
 * @param {SetDose} set
 * @param {boolean} isCounted whether repetitions are said to be such
 */
function ofOneSet({ reps, hold_seconds, work_seconds, open, breaths, distance_metres }, isCounted) {
  if (breaths) return ngettext(breaths.max, gettext`${{ count: count(breaths) }}\u202fbreath`, gettext`${{ count: count(breaths) }}\u202fbreaths`);
  if (distance_metres) return metres(distance_metres);
  const time = seconds(work_seconds || hold_seconds || 0);
  const isLonger = open === "or-more";
  if (work_seconds && open === "as-many-as-possible") return gettext`as many reps as possible in ${time}`;
  if (work_seconds) return isLonger ? gettext`${time} or longer` : time;
  if (reps && hold_seconds) return `${count(reps)}${TIMES}${gettext`${time} hold`}`;
  if (open === "as-long-as-possible") return gettext`hold as long as possible`;
  if (hold_seconds) return isLonger ? gettext`${time} hold or longer` : gettext`${time} hold`;
  if (open === "as-many-as-possible") return gettext`as many reps as possible`;
  if (open === "to-fatigue") return gettext`reps to fatigue`;
  if (!reps) throw new Error("a dose without an amount");
  const number = count(reps);
  if (open) return isCounted ? ngettext(reps.max, gettext`${{ count: number }} or more reps`, gettext`${{ count: number }} or more reps`) : gettext`${{ count: number }} or more`;
  return isCounted ? ngettext(reps.max, gettext`${{ count: number }}\u202frep`, gettext`${{ count: number }}\u202freps`) : number;
}

/** `400 m`, `1.5 km`. @param {Range} distance */
function metres({ min, max }) {
  const isLong = min >= 1000 && min % 100 === 0 && max % 100 === 0;
  return isLong ? gettext`${{ count: count({ min: min / 1000, max: max / 1000 }) }}\u202fkm` : gettext`${{ count: count({ min, max }) }}\u202fm`;
}

/** `on a 20 cm step`, `on an 8, then 15 cm step`. @param {Range[]} heights @param {string} a @param {string} an */
function height(heights, a, an) {
  const said = heights.map(count).join(THEN);
  return said && put(/^(8|1[18](?!\d))/.test(said) ? an : a, said); // an eight, an eleven, an eighteen
}
