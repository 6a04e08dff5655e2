// Works out a plan's length and equipment, and which doses differ from the exercise's own.
// @ts-check

import { dose, pace, side } from "../shared/dose-words.js";
import { gettext } from "../shared/gettext.js";
import { exercisesOf, needed } from "../shared/routine-words.js";
import { minutes } from "../shared/time-words.js";
import { isEstimate, lengths, timeline } from "../shared/timeline.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").PlanStep} PlanStep */
/** @typedef {import("../shared/plan-routine.js").Exercised} Exercised */

/** What stands behind "Not if" where a record does not say who should not do it, as on cards of `paper/texts.py`. */
export const UNSTATED = gettext`not stated. Ask first.`;

/**
 * @param {Routine} routine a plan as the timer takes it
 * @returns {{count: string, length: string, short_length: string, equipment: string[]}} `7 exercises`, `about 11 min, 8 min of work`
 */
export function factsOf(routine) {
  const count = routine.steps.length;
  if (!count) return { count: "", length: "", short_length: "", equipment: [] };
  const intervals = [false, true].map((most) => timeline(routine, { most }));
  const [least, most] = intervals.map(lengths);
  const about = isEstimate(intervals[0]);
  const work = minutes(least.work_seconds, most.work_seconds, about);
  const total = minutes(least.total_seconds, most.total_seconds, about);
  return {
    count: exercisesOf(count),
    length: work === total ? total : gettext`${total}, ${work} of work`,
    short_length: total,
    equipment: needed(routine.steps),
  };
}

/**
 * The exercise's own dose in words, where the plan has another; empty where it has not.
 * @param {PlanStep} step of a plan without what equals the exercise's own
 * @param {Exercised} exercise
 * @param {"start" | "goal"} level the plan's
 */
export function usualDose(step, exercise, level) {
  const own = exercise[level];
  return step.dose || step.level || step.side ? dose(own, side(exercise, own.side_order), pace) : "";
}
