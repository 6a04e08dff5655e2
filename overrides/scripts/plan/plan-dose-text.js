// Parses a dose as a coach types it, in the words that pages have for doses: 2–3 × 10–15 with 12 kg, rest 60–90 s.
// @ts-check

// What shared/dose-words.js says of a dose without its side is read as the same dose. Where its words can mean two doses, it is sets
// rather than repetitions: 3 × 30 s hold are three sets of one hold, unless the dose before had held repetitions.

/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/timeline.js").SetDose} SetDose */
/** @typedef {import("../shared/timeline.js").Range} Range */
/** @typedef {import("../shared/timeline.js").Load} Load */
/** @typedef {import("../shared/timeline.js").Effort} Effort */
/** @typedef {Partial<SetDose>} Part of a set */
/** @typedef {{kind: string, of: Part, isTight: boolean}} Detail of one run of sets or of all; a tight one has no comma before it */
/** @typedef {{amount: Part, details: Detail[]}} Run sets that are alike */
/** @typedef {{rep_rest_seconds?: number, every_seconds?: number}} Whole what is said of all sets */

const N = "\\d+(?:\\.\\d+)?";
const RANGE = `(${N}(?:-${N})?)`;
const TIME = `(${N}(?:-${N})? ?min(?: \\d+ ?s)?|${N}(?:-${N})? ?s)`;
const LIST = `((?:\\d+ x )?${N}(?:-${N})?(?:, then (?:\\d+ x )?${N}(?:-${N})?)*)`;
const END = "(?![a-z0-9])";

/** Other ways to write what the words have one way for. @type {[RegExp, string][]} */
const SPELLINGS = [
  [/[\u00a0\u202f\s]+/g, " "],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\s*-\s*(?=\d)/g, "-"],
  [/(\d) to (?=\d)/g, "$1-"],
  [/(\d),(?=\d)/g, "$1."],
  [/\s*[×*]\s*|(?<=[\d)])\s*x\s*(?=[\da-z])/g, " x "],
  [/ sets? (?:of|x) /g, " x "],
  [/\b(?:repetitions?|reps?\.)(?![a-z])/g, "reps"],
  [/(?<=\d) ?(?:seconds?|secs?\.?|")(?![a-z])/g, " s"],
  [/(?<=\d) ?(?:minutes?|mins?\.?|')(?![a-z])/g, " min"],
  [/(?<=\d) ?(?:metres?|meters?)(?![a-z])/g, " m"],
  [/\brpe (\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?)/g, "effort $1 of 10"],
  [/(?<=\d) ?rir(?![a-z])/g, " reps in reserve"],
  [/(\d) ?%/g, "$1 %"],
  [/(?:^|,? )@ ?(?=\d)/g, " with "],
];

/** @type {[RegExp, (...found: string[]) => Part][]} */
const AMOUNTS = [
  [pattern(`as many(?: reps)? as possible in ${TIME}`), (time) => ({ work_seconds: seconds(time), open: "as-many-as-possible" })],
  [pattern("(?:as many(?: reps)? as possible|max)"), () => ({ reps: one(1), open: "as-many-as-possible" })],
  [pattern("(?:reps )?to fatigue"), () => ({ reps: one(1), open: "to-fatigue" })],
  [pattern("hold as long as possible"), () => ({ hold_seconds: one(1), open: "as-long-as-possible" })],
  [pattern(`${RANGE} x ${TIME} holds?`), (reps, time) => ({ reps: range(reps), hold_seconds: seconds(time) })],
  [pattern(`${RANGE} breaths?`), (breaths) => ({ breaths: range(breaths) })],
  [pattern(`${RANGE} ?km`), (far) => ({ distance_metres: range(far, 1000) })],
  [pattern(`${RANGE} ?m`), (far) => ({ distance_metres: range(far) })],
  [pattern(`${TIME} hold or longer`), (time) => ({ hold_seconds: seconds(time), open: "or-more" })],
  [pattern(`${TIME} holds?`), (time) => ({ hold_seconds: seconds(time) })],
  [pattern(`${TIME} or longer`), (time) => ({ work_seconds: seconds(time), open: "or-more" })],
  [pattern(TIME), (time) => ({ work_seconds: seconds(time) })],
  [pattern(`${RANGE} or more(?: reps)?`), (reps) => ({ reps: range(reps), open: "or-more" })],
  [pattern(`${RANGE}(?: reps?)?`), (reps) => ({ reps: range(reps) })],
];

/** @type {[RegExp, Load["unit"]][]} */
const WEIGHTS = [
  [pattern(`with body ?weight \\+ ?${LIST} ?kg`), "added_kg"],
  [pattern(`with body ?weight \\+ ?${LIST} ?lb`), "added_lb"],
  [pattern(`with ${LIST} ?kg assistance`), "assistance_kg"],
  [pattern(`with ${LIST} ?lb assistance`), "assistance_lb"],
  [pattern(`(?:with )?${LIST} ?kg`), "kg"],
  [pattern(`(?:with )?${LIST} ?lb`), "lb"],
  [pattern(`at ${LIST} % of 1rm`), "percent_of_max"],
  [pattern(`at ${LIST} % of (?:training max|tm)`), "percent_of_training_max"],
  [pattern(`at ${LIST} % of body weight`), "percent_of_body_weight"],
  [pattern(`at ${LIST} % of the load`), "percent_of_load"],
];

/** What is not of an amount, a load, or all sets. @type {[string, RegExp, (...found: string[]) => Part][]} */
const DETAILS = [
  ["effort", pattern(`effort ${RANGE}(?: of 10|/10)?`), (amount) => ({ effort: effort("rpe", amount) })],
  ["effort", pattern(`${RANGE} reps? in reserve`), (amount) => ({ effort: effort("rir", amount) })],
  ["effort", pattern(`${RANGE} % effort`), (amount) => ({ effort: effort("percent", amount) })],
  ["effort", pattern(`${RANGE} % (?:of (?:max )?heart rate|hrmax|of hrmax)`), (amount) => ({ effort: effort("percent_of_max_heart_rate", amount) })],
  ["rest", pattern(`rest ${TIME}`), (time) => rest(seconds(time))],
  ["rest", pattern(`${TIME} rest`), (time) => rest(seconds(time))],
  ["tempo", /^tempo ((?:\d{1,2}|x)(?:-(?:\d{1,2}|x)){3}|[\dx]{4})(?![a-z0-9-])/, (tempo) => ({ tempo: "", tempo_as_written: tempoOf(tempo) })],
];

/** @param {string} source */
function pattern(source) {
  return new RegExp(`^${source}${END}`);
}

/**
 * Parses a dose. What no text says of a dose stays as it was: how long changing sides and the same distance take, and which side
 * is first.
 * @param {string} typed
 * @param {Dose} before
 * @returns {{dose: Dose} | {unread: string}} to be limited by `normalizeDose`; or what cannot be read
 */
export function doseIn(typed, before) {
  const text = spelt(typed);
  const [first, other, ...more] = text.split(/,? or (?!more|longer)/);
  const read = ofSets(first, before);
  const alternative = other === undefined ? null : ofSets(other, before.or ?? before);
  if ("unread" in read) return read;
  if (alternative && "unread" in alternative) return alternative;
  if (more.length) return { unread: `or ${more[0]}` };
  const { distance_metres, work_seconds, switch_seconds, side_order } = before;
  const isSameDistance = distance_metres && JSON.stringify(distance_metres) === JSON.stringify(read.dose.distance_metres);
  const kept = { switch_seconds, side_order, ...(isSameDistance && { work_seconds }) };
  return { dose: { ...read.dose, ...kept, or: alternative && alternative.dose } };
}

/** A text in small letters and in one spelling. @param {string} typed */
function spelt(typed) {
  return SPELLINGS.reduce((text, [other, usual]) => text.replace(other, usual), ` ${typed.toLowerCase()} `).trim().replace(/[.;,]+$/, "");
}

/** @param {string} text @param {Dose} before @returns {{dose: Dose} | {unread: string}} */
function ofSets(text, before) {
  /** @type {Run[]} */
  const runs = [];
  /** @type {Whole} */
  const whole = {};
  let rest = text;
  for (let isStart = true, isTight = false; rest || isStart;) {
    const [taken, run] = isStart ? amountIn(rest, before) : ["", null];
    const list = isStart && /^\d+(?:, \d+)+ reps?(?![a-z0-9])/.exec(rest);
    if (list) runs.push(...list[0].split(", ").map((reps) => ({ amount: { reps: one(Number.parseInt(reps, 10)) }, details: [] })));
    else if (run) runs.push({ amount: run, details: [] });
    else if (isStart) return { unread: rest };
    const detail = isStart ? "" : detailIn(rest, runs[runs.length - 1], whole, isTight);
    if (!isStart && !detail) return { unread: rest };
    rest = rest.slice((list ? list[0] : taken || detail).length);
    const [gap] = /^(?:,? then (?!\d+ ?min rest)|,? ?and |, ?|;? )?/.exec(rest) ?? [""];
    rest = rest.slice(gap.length);
    isStart = /then/.test(gap);
    isTight = gap === " " && !list;
    if (isStart && !rest) return { unread: "then" };
  }
  return { dose: together(runs, whole) };
}

/** @param {string} text @param {Dose} before @returns {[string, Part | null]} what it begins with, and what that means */
function amountIn(text, before) {
  const [prefix, sets] = new RegExp(`^${RANGE} x (?!${TIME} holds? *x)`).exec(text) ?? ["", "1"];
  const isHeld = / between(?![a-z])/.test(text) || (before.reps !== null && before.hold_seconds !== null && before.sets === 1);
  const isSets = prefix && !(isHeld && pattern(`${RANGE} x ${TIME} holds?`).test(text));
  const amount = text.slice(isSets ? prefix.length : 0);
  for (const [words, read] of AMOUNTS) {
    const found = words.exec(amount);
    if (found) return [(isSets ? prefix : "") + found[0], { ...ranged("sets", range(isSets ? sets : "1")), ...read(...found.slice(1)) }];
  }
  return ["", null];
}

/**
 * Reads what follows an amount into its run, or into what is said of all sets; returns as much of the text.
 * @param {string} text
 * @param {Run} run
 * @param {Whole} whole
 * @param {boolean} isTight
 */
function detailIn(text, run, whole, isTight) {
  const [between, pause] = pattern(`${TIME} between`).exec(text) ?? [];
  if (between) whole.rep_rest_seconds = seconds(pause).min;
  const [every, clock] = pattern(`a set every ${TIME}`).exec(text) ?? [];
  if (every) whole.every_seconds = seconds(clock).min;
  if (between || every) return between ?? every ?? "";
  const [breath] = /^in \d+ s, (?:hold \d+ s, )?out \d+ s(?:, hold \d+ s)?/.exec(text) ?? [];
  if (breath) {
    const [, into, hold = "0", out, last = "0"] = /^in (\d+) s, (?:hold (\d+) s, )?out (\d+) s(?:, hold (\d+) s)?/.exec(breath) ?? [];
    run.details.push({ kind: "breath", of: { breath_pattern: [into, hold, out, last].map(Number) }, isTight });
    return breath;
  }
  for (const [kind, words, read] of DETAILS) {
    const found = words.exec(text);
    if (!found) continue;
    run.details.push({ kind, of: read(...found.slice(1)), isTight });
    return found[0];
  }
  const [taken, load] = loadIn(text);
  const before = run.details.find(({ kind }) => kind === "load");
  if (load && before) before.of.load = { ...before.of.load, ...load, unit: load.unit || before.of.load?.unit || "", words: "" };
  else if (load) run.details.push({ kind: "load", of: { load }, isTight });
  return taken;
}

/** @param {string} text @returns {[string, Load | null]} */
function loadIn(text) {
  for (const [words, unit] of WEIGHTS) {
    const [taken, list] = words.exec(text) ?? [];
    if (!taken) continue;
    const pieces = Number(/^(\d+) x/.exec(list)?.[1] ?? 1);
    const amounts = list.split(", then ").map((each) => range(each.replace(/^\d+ x /, "")));
    return [taken, { unit, amounts, ...(pieces > 1 && { pieces }), words: "" }];
  }
  const [height, list, of] = new RegExp(`^on an? ${LIST} ?(cm step|mm edge)${END}`).exec(text) ?? [];
  if (height) return [height, { unit: "", [of === "cm step" ? "step_cm" : "edge_mm"]: list.split(", then ").map((each) => range(each)), words: "" }];
  const [band, colours] = /^with ([a-z0-9 ]+?(?:, then [a-z0-9 ]+?)*?) band(?![a-z0-9])/.exec(text) ?? [];
  if (band) return [band, { unit: "band", names: colours.replace(/^an? /, "").split(", then "), words: "" }];
  const [named, names] = /^with ([a-z][a-z0-9 ]*(?:, then (?!as many|hold as|reps to)[a-z][a-z0-9 ]*)*)(?=,|$)/.exec(text) ?? [];
  return named ? [named, { unit: "words", names: names.split(", then "), words: "" }] : ["", null];
}

/** The dose of all runs. A detail behind the last one is of all, unless one before has its own. @param {Run[]} runs @param {Whole} whole @returns {Dose} */
function together(runs, { rep_rest_seconds = 0, every_seconds }) {
  const [earlier, last] = [runs.slice(0, -1), runs[runs.length - 1]];
  const isOfAll = (/** @type {Detail} */ { kind, isTight }) => !isTight && !earlier.some(({ details }) => details.some((other) => other.kind === kind));
  const shared = earlier.length ? last.details.filter(isOfAll) : [];
  const each = runs.map(({ amount, details }) => Object.assign(plain(), amount, ...[...details, ...shared].map(({ of }) => of)));
  return {
    ...each[0],
    rep_rest_seconds,
    switch_seconds: null,
    or: null,
    words: "",
    ...(every_seconds && { every_seconds }),
    ...(each.length > 1 && { each_set: each }),
  };
}

/** @returns {SetDose} a set without an amount */
const plain = () => ({ sets: 1, reps: null, hold_seconds: null, work_seconds: null, rest_seconds: 0, tempo: "" });

/** @param {string} text @param {number} [times] @returns {Range} */
function range(text, times = 1) {
  const [min, max = min] = text.split("-").map((each) => Math.round(Number(each) * times * 100) / 100);
  return { min, max };
}

/** @param {number} number @returns {Range} */
const one = (number) => ({ min: number, max: number });

/** `30 s`, `1-2 min`, `2 min 30 s`. @param {string} text @returns {Range} */
function seconds(text) {
  const [, minutes, more] = /^(\S+?) ?min(?: (\d+) ?s)?$/.exec(text) ?? [];
  if (!minutes) return range(text.replace(/ ?s$/, ""));
  const { min, max } = range(minutes, 60);
  return { min: min + Number(more ?? 0), max: max + Number(more ?? 0) };
}

/** @param {"sets" | "rest_seconds"} key @param {Range} range @returns {Part} */
const ranged = (key, { min, max }) => ({ [key]: min, ...(min === max ? null : { [`${key}_range`]: { min, max } }) });

/** @param {Range} time @returns {Part} */
const rest = (time) => ranged("rest_seconds", time);

/** @param {Effort["scale"]} scale @param {string} amount @returns {Effort} */
const effort = (scale, amount) => ({ scale, amount: range(amount), words: "" });

/** @param {string} tempo four figures, with hyphens or without */
const tempoOf = (tempo) => (tempo.includes("-") ? tempo.split("-") : [...tempo]).map((part) => part.toUpperCase()).join("-");
