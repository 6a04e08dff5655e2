// Converts a dose into the values of a form's fields, and back.
// @ts-check

/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/timeline.js").Range} Range */
/** @typedef {"reps" | "hold" | "holds" | "work"} Kind */
/**
 * @typedef {{kind: Kind, sets: string, reps: string, reps_most: string, seconds: string, seconds_most: string,
 *   rest_seconds: string, rep_rest_seconds: string, switch_seconds: string, tempo: string, or: boolean}} DoseFields each
 *   as typed; without a "most" there is no range, and without a time to switch sides it is the usual one
 */

/** The values at first when a coach chooses another kind of dose. */
const FIRST = { reps: 10, holds: 5, hold_seconds: 30, work_seconds: 30, held_seconds: 10 };

/**
 * @param {Dose} dose
 * @returns {DoseFields}
 */
export function fieldsFor(dose) {
  const { reps, hold_seconds, work_seconds, sets, rest_seconds, rep_rest_seconds, switch_seconds, tempo, or } = dose;
  const kind = work_seconds ? "work" : hold_seconds ? (reps ? "holds" : "hold") : "reps";
  const seconds = work_seconds ?? hold_seconds;
  return {
    kind,
    sets: `${sets}`,
    reps: least(reps),
    reps_most: most(reps),
    seconds: least(seconds),
    seconds_most: most(seconds),
    rest_seconds: `${rest_seconds}`,
    rep_rest_seconds: `${rep_rest_seconds}`,
    tempo,
    or: or !== null,
    switch_seconds: switch_seconds === null ? "" : `${switch_seconds}`,
  };
}

/**
 * The dose in the fields, to be limited by `normalizeDose`; missing values get a default. What no field shows stays as it was
 * before: a range or an open end as long as its field is not changed, and load, effort and the like in any case.
 * @param {DoseFields} fields
 * @param {Dose} before the dose that they showed: its alternative is kept, if that is ticked
 * @returns {Dose}
 */
export function doseFrom(fields, before) {
  const shown = fieldsFor(before);
  const isShown = (/** @type {(keyof DoseFields)[]} */ ...names) => names.every((name) => fields[name] === shown[name]);
  const { rest_seconds_range, tempo_as_written, sets_range, open, breaths, breath_pattern, distance_metres, ...others } = before;
  const isAmountShown = isShown(...AMOUNT);
  const listed = isAmountShown && isShown("sets", "rest_seconds", "tempo") ? before.each_set : undefined;
  const tempo = tempoFrom(fields.tempo);
  return {
    ...others,
    ...(isAmountShown ? { open, breaths, breath_pattern, distance_metres } : amountFrom(fields)),
    ...(isShown("sets") ? { sets_range } : { sets: Number(fields.sets) || 1 }),
    ...(isShown("rest_seconds") ? { rest_seconds_range } : { rest_seconds: Number(fields.rest_seconds) || 0 }),
    ...(tempo === null || isShown("tempo") ? { tempo_as_written } : { tempo }),
    each_set: listed,
    rep_rest_seconds: Number(fields.rep_rest_seconds) || 0,
    switch_seconds: fields.switch_seconds === "" ? null : Number(fields.switch_seconds) || 0,
    or: fields.or ? before.or : null,
    words: "",
  };
}

/**
 * A dose in the words of pages, but for those that mean another dose when they are typed: 5 × 10 s hold are five sets.
 * @param {Dose} dose
 * @param {string} words
 */
export function typedWords(dose, words) {
  const isHeldOnce = (/** @type {Dose | null} */ each) => each && each.reps && each.hold_seconds && each.sets === 1 && !each.sets_range;
  const plain = words.replaceAll("\u202f", " ").replaceAll("\u2011", "-").replace(/ between(?=,| or |$)/g, " between reps");
  const other = isHeldOnce(dose.or) ? plain.replace(/ or (?=\d)/, " or 1 × ") : plain;
  return isHeldOnce(dose) ? `1 × ${other}` : other;
}

/** The fields of an amount. */
const AMOUNT = /** @type {const} */ (["kind", "reps", "reps_most", "seconds", "seconds_most"]);

/** @param {DoseFields} fields @returns {Pick<Dose, "reps" | "hold_seconds" | "work_seconds">} */
function amountFrom({ kind, reps, reps_most, seconds, seconds_most }) {
  const hold = kind === "holds" ? FIRST.held_seconds : FIRST.hold_seconds;
  return {
    reps: kind === "reps" || kind === "holds" ? range(reps, reps_most, FIRST[kind]) : null,
    hold_seconds: kind === "hold" || kind === "holds" ? range(seconds, seconds_most, hold) : null,
    work_seconds: kind === "work" ? range(seconds, seconds_most, FIRST.work_seconds) : null,
  };
}

/**
 * The names of the fields that a dose of this kind uses.
 * @param {DoseFields} fields
 * @param {{sided: boolean, or: boolean}} of whether sides are switched, and whether there is an alternative dose
 * @returns {Set<string>}
 */
export function fieldsThatCount({ kind, sets }, { sided, or }) {
  const reps = kind === "reps" || kind === "holds";
  return new Set([
    "kind",
    "sets",
    ...(reps ? ["reps", "reps_most"] : []),
    ...(kind === "reps" ? ["tempo"] : ["seconds", "seconds_most"]),
    ...(Number(sets) > 1 ? ["rest_seconds"] : []),
    ...(kind === "holds" ? ["rep_rest_seconds"] : []),
    ...(sided ? ["switch_seconds"] : []),
    ...(or ? ["or"] : []),
  ]);
}

/** Whether fields of numbers say all of an amount. Sets that differ, breaths, distances and open ends take words. @param {Dose} dose */
export const isInFields = ({ reps, hold_seconds, work_seconds, each_set, breaths, distance_metres, open }) =>
  Boolean(reps ?? hold_seconds ?? work_seconds) && !each_set && !breaths && !distance_metres && (!open || open === "or-more");

/**
 * Parses a tempo as people type it: 3-1-1-0, 3 1 1 0, 3110. An empty one is no tempo; null where it is not valid.
 * @param {string} typed
 */
export function tempoFrom(typed) {
  const text = typed.trim();
  if (!text) return "";
  const figures = /^\d{4}$/.test(text) ? [...text] : text.split(/\D+/);
  return figures.length === 4 && figures.every((each) => /^\d{1,2}$/.test(each)) ? figures.map(Number).join("-") : null;
}

/**
 * Whether an alternative is of another kind than the dose: two of one kind would be a range.
 * @param {Dose} dose
 * @param {Dose | null} or
 */
export const isOther = (dose, or) => or !== null && fieldsFor(dose).kind !== fieldsFor(or).kind;

/** @param {Range | null} range */
const least = (range) => (range ? `${range.min}` : "");

/** @param {Range | null} range */
const most = (range) => (range && range.max !== range.min ? `${range.max}` : "");

/** @param {string} from @param {string} to @param {number} usual @returns {Range} */
function range(from, to, usual) {
  const min = Number(from) || usual;
  return { min, max: Number(to) || min };
}
