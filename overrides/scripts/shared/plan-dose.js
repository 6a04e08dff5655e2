// Parses a dose from the short form that plan links have, and writes it.
// @ts-check

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./timeline.js").Range} Range */
/** @typedef {"left" | "right" | "each" | "both" | "alternating"} Side */
/** @typedef {"start" | "goal"} Level */
/** @typedef {{dose: Dose | null, side: Side | null, level: Level | null}} Fields */

const SETS = [1, 20];
const REPS = [1, 200];
const HOLDS = 100; // over all sets: each is an interval, and a hostile link must not fill a phone's memory
const SECONDS = [1, 3600];
const PAUSE = [0, 600];

/** @type {Record<string, Side>} */
const SIDES = { l: "left", r: "right", e: "each", b: "both", a: "alternating" };
/** @type {Record<string, Level>} */
const LEVELS = { s: "start", g: "goal" };

/** @type {Map<string, string>} */
const LETTERS = new Map([...Object.entries(SIDES), ...Object.entries(LEVELS)].map(([sign, word]) => [word, sign]));

// Sets, repetitions, and an amount with its unit: 12 · 3x12 · 2x30s · 30h · 3x5x10h · 10-12x5h.
const AMOUNT = /^(?:(\d+)x)?(?:(\d+(?:-\d+)?)x)?(\d+(?:-\d+)?)([hs]?)/;

/**
 * A dose limited to sensible values, without fields that do not apply: all doses that mean the same have one form.
 * Null where it has no amount.
 * @param {Dose | null} dose
 * @returns {Dose | null}
 */
export function normalizeDose(dose) {
  if (!dose) return null;
  const first = plainDose(dose);
  const other = first && dose.or && plainDose(dose.or);
  if (!first || !other || kind(first) === kind(other)) return first; // two of a kind are a range
  return { ...first, or: { ...other, switch_seconds: first.switch_seconds } };
}

/**
 * Writes a normalised dose as links have it: the amount, then what differs from the defaults.
 * @param {Dose} dose
 * @returns {string}
 */
export function writtenDose(dose) {
  const change = dose.switch_seconds === null ? "" : `c${dose.switch_seconds}`;
  return `${amount(dose)}${pauses(dose)}${change}${dose.or ? `o${amount(dose.or)}${pauses(dose.or)}` : ""}`;
}

/**
 * Writes a side or a level as links have it.
 * @param {Side | Level | null} word
 */
export const letter = (word) => (word ? LETTERS.get(word) ?? "" : "");

/**
 * Parses what follows an exercise's code. Null where any of it cannot be read: half a dose would be another dose.
 * @param {string} text
 * @returns {Fields | null}
 */
export function fieldsOf(text) {
  /** @type {Fields} */
  const fields = { dose: null, side: null, level: null };
  let [into, rest] = startOf(text);
  const dose = into;
  while (rest) {
    const [all, other, sign, figures] = /^-?(?:(o)(?=\d)|([a-z])(\d*))/.exec(rest) ?? [];
    if (!all) return null;
    rest = rest.slice(all.length);
    if (other) {
      if (!dose || dose.or) return null;
      [into, rest] = startOf(rest);
      dose.or = into;
      if (!into) return null;
    } else if (figures) {
      if (!into || !setPause(into, sign, figures)) return null;
    } else if (Object.hasOwn(SIDES, sign)) fields.side = SIDES[sign];
    else if (Object.hasOwn(LEVELS, sign)) fields.level = LEVELS[sign];
    else return null;
  }
  return { ...fields, dose: normalizeDose(dose), level: dose ? null : fields.level };
}

/** @param {string} text @returns {[Dose | null, string]} the dose that it begins with, and what comes after */
function startOf(text) {
  const [all, sets, reps, most, unit] = AMOUNT.exec(text) ?? [];
  // Repetitions with seconds must have the h of a hold: without it, they could be a range of sets.
  if (!all || (reps && unit !== "h")) return [null, text];
  const amounts = {
    reps: unit ? (reps ? range(reps) : null) : range(most),
    hold_seconds: unit === "h" ? range(most) : null,
    work_seconds: unit === "s" ? range(most) : null,
  };
  const pauses = { rest_seconds: 0, rep_rest_seconds: 0, switch_seconds: null, tempo: "" };
  return [{ sets: Number(sets ?? 1), ...amounts, ...pauses, or: null, words: "" }, text.slice(all.length)];
}

/** @param {Dose} dose @param {string} sign @param {string} figures @returns {boolean} whether there is such a pause */
function setPause(dose, sign, figures) {
  if (sign === "r") dose.rest_seconds = Number(figures);
  else if (sign === "b") dose.rep_rest_seconds = Number(figures);
  else if (sign === "c") dose.switch_seconds = Number(figures);
  else if (sign === "t" && /^(\d{4}|\d{8})$/.test(figures)) {
    dose.tempo = (figures.match(figures.length > 4 ? /../g : /./g) ?? []).map(Number).join("-");
  } else return false;
  return true;
}

/** @param {string} text @returns {Range} */
function range(text) {
  const [least, most = least] = text.split("-").map(Number);
  return { min: least, max: most };
}

/** @param {Dose} dose */
const kind = ({ reps, hold_seconds, work_seconds }) => `${!!reps} ${!!hold_seconds} ${!!work_seconds}`;

/** @param {Dose} dose @returns {Dose | null} */
function plainDose(dose) {
  const work_seconds = between(dose.work_seconds, SECONDS);
  const hold_seconds = work_seconds ? null : between(dose.hold_seconds, SECONDS);
  const sets = within(dose.sets, SETS);
  const reps = work_seconds ? null : between(dose.reps, hold_seconds ? [1, Math.floor(HOLDS / sets)] : REPS);
  if (!work_seconds && !hold_seconds && !reps) return null;
  const figures = /^\d{1,2}(-\d{1,2}){3}$/.test(dose.tempo) ? dose.tempo.split("-").map(Number) : [];
  return {
    sets,
    reps,
    hold_seconds,
    work_seconds,
    rest_seconds: sets > 1 ? within(dose.rest_seconds, PAUSE) : 0,
    rep_rest_seconds: reps && hold_seconds ? within(dose.rep_rest_seconds, PAUSE) : 0,
    switch_seconds: dose.switch_seconds === null ? null : within(dose.switch_seconds, PAUSE),
    tempo: reps && !hold_seconds && figures.some(Boolean) ? figures.join("-") : "",
    or: null,
    words: "",
  };
}

/** @param {number} number @param {number[]} limits */
function within(number, [least, most]) {
  return Math.min(most, Math.max(least, Math.round(number) || 0));
}

/** @param {Range | null} amount @param {number[]} limits @returns {Range | null} */
function between(amount, limits) {
  if (!amount) return null;
  const [one, other] = [within(amount.min, limits), within(amount.max, limits)];
  return { min: Math.min(one, other), max: Math.max(one, other) };
}

/** @param {Range | null} amount */
const count = (amount) => (amount ? (amount.min === amount.max ? `${amount.min}` : `${amount.min}-${amount.max}`) : "");

/** @param {Dose} dose */
function amount({ sets, reps, hold_seconds, work_seconds }) {
  if (reps && hold_seconds) return `${sets}x${count(reps)}x${count(hold_seconds)}h`;
  const one = work_seconds ? `${count(work_seconds)}s` : hold_seconds ? `${count(hold_seconds)}h` : count(reps);
  return sets > 1 ? `${sets}x${one}` : one;
}

/** @param {Dose} dose */
function pauses({ rest_seconds, rep_rest_seconds, tempo }) {
  const figures = tempo ? tempo.split("-") : [];
  const wide = figures.some((each) => each.length > 1) ? 2 : 1;
  return [
    rest_seconds && `r${rest_seconds}`,
    rep_rest_seconds && `b${rep_rest_seconds}`,
    tempo && `t${figures.map((each) => each.padStart(wide, "0")).join("")}`,
  ].filter(Boolean).join("");
}
