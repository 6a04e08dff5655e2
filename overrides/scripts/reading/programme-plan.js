// Makes a plan of a routine at other doses, so that its link starts the timer as the routine would.
// @ts-check

import { encode, normalised } from "../shared/plan-link.js";
import { NoRecords, PlanRecords } from "../shared/plan-records.js";
import { groupsOf, stepsOf } from "../shared/routine-as-plan.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {import("./programme-days.js").StepDose} StepDose */

/** @type {PlanRecords | null} */
let records = null;

/**
 * The plan of a session of a programme, as planFragment() has it, or why its routine cannot be loaded, for the visitor.
 * @param {string} root the site's root, as seen from the page
 * @param {string} id the routine's
 * @param {"start" | "goal"} level
 * @param {StepDose[]} doses those that differ from the routine's own
 * @param {string} title
 * @returns {Promise<{plan: string, problem: string}>}
 */
export async function sessionPlan(root, id, level, doses, title) {
  records ??= new PlanRecords(root);
  try {
    /** @type {Routine} */
    const routine = await records.file(`routines/${id}.json`);
    const ofStep = (/** @type {number} */ number) => doses.find(({ step }) => step === number);
    const plan = planFragment(routine, (number) => ofStep(number)?.dose ?? routine.steps[number][level], title, (number) => ofStep(number)?.each_time?.words);
    return { plan, problem: "" };
  } catch (problem) {
    return { plan: "", problem: problem instanceof NoRecords ? problem.message : "" };
  }
}

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
