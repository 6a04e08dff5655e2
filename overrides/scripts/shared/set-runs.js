// Joins the alike sets of a dose whose sets differ.
// @ts-check

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./timeline.js").SetDose} SetDose */

/**
 * The sets of a dose in order, those in a row that are alike in one: a single one if all are.
 *
 * The rest behind a single last set is never taken, so it is that of the set before.
 * @param {Dose} dose
 * @returns {SetDose[]}
 */
export function runsOf(dose) {
  const sets = dose.each_set ?? [dose];
  /** @type {SetDose[]} */
  const runs = [];
  sets.forEach((own, at) => {
    const before = runs.at(-1);
    const set = before && at === sets.length - 1 && isSingle(own) ? withRest(own, before) : own;
    if (before && withoutSets(before) === withoutSets(set)) runs[runs.length - 1] = together(before, set);
    else runs.push(set);
  });
  return runs;
}

/** Whether it is one set. @param {SetDose} set */
export const isSingle = ({ sets, sets_range }) => sets === 1 && !sets_range;

/** @param {SetDose} set @param {SetDose} other @returns {SetDose} */
function withRest({ rest_seconds_range, ...set }, other) {
  const rest = { ...set, rest_seconds: other.rest_seconds };
  return other.rest_seconds_range ? { ...rest, rest_seconds_range: other.rest_seconds_range } : rest;
}

/** @param {SetDose} one @param {SetDose} other @returns {SetDose} */
function together(one, other) {
  const sum = (/** @type {"min" | "max"} */ end) => (one.sets_range?.[end] ?? one.sets) + (other.sets_range?.[end] ?? other.sets);
  const [min, max] = [sum("min"), sum("max")];
  return { ...one, sets: min, ...(min < max && { sets_range: { min, max } }) };
}

/** All but how many, to compare by. @param {SetDose} set */
function withoutSets({ sets, sets_range, ...set }) {
  return JSON.stringify(Object.entries(set).filter(([, value]) => value !== undefined).sort());
}
