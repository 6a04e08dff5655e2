// Makes a plan of a routine at other doses, so that its link starts the timer as the routine would.
// @ts-check

import { encode, normalised } from "../shared/plan-link.js";
import { groupsOf, stepsOf } from "../shared/routine-as-plan.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */

/**
 * The fragment of the plan with its #; nothing where a link cannot hold all of it.
 * @param {Routine} routine
 * @param {(step: number) => Dose} doseOf each step, counted from 0
 * @param {string} title
 * @param {(step: number) => string | undefined} moreOf what comes on top of each step's dose each time, if something does
 */
export function planFragment(routine, doseOf, title, moreOf = () => undefined) {
  const groups = groupsOf(routine);
  const steps = stepsOf(routine, doseOf).map((step, number) => {
    const words = moreOf(number);
    return words && !step.note ? { ...step, note: `${words[0].toUpperCase()}${words.slice(1)}.` } : step;
  });
  /** @type {Draft} */
  const plan = { level: "start", title, note: "", steps, ...(groups.length && { groups }) };
  const sound = normalised(plan);
  const isWhole = sound.steps.length === steps.length && (sound.groups?.length ?? 0) === groups.length;
  return isWhole ? encode(plan) : "";
}
