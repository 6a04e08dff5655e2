// Makes a plan of a routine at other doses, so that its link starts the timer as the routine would.
// @ts-check

import { encode, normalised } from "../shared/plan-link.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/timeline.js").Group} Group */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {import("../shared/plan-link.js").PlanStep} PlanStep */

// What a plan has without saying so, as in plan-routine.js.
const SWITCH_SECONDS = 5;
const TRANSITION_SECONDS = 15;

/**
 * The fragment of the plan with its #; nothing where a link cannot hold all of it.
 * @param {Routine} routine
 * @param {(step: number) => Dose} doseOf each step, counted from 0
 * @param {string} title
 */
export function planFragment(routine, doseOf, title) {
  const groups = (routine.groups ?? []).map((group) => ({ ...group, ...between(routine, group) }));
  const steps = routine.steps.map((step, number) => {
    const group = groups.findIndex(({ first, size }) => number >= first && number < first + size);
    const dose = withSwitch(routine, doseOf(number));
    const said = { code: step.exercise.code, level: null, dose, side: null, ...(group >= 0 && { group }) };
    return { ...said, ...ownWords(step), ...pauses(routine, number, groups[group]) };
  });
  /** @type {Draft} */
  const plan = { level: "start", title, note: "", steps, ...(groups.length && { groups }) };
  const sound = normalised(plan);
  const isWhole = sound.steps.length === steps.length && (sound.groups?.length ?? 0) === groups.length;
  return isWhole ? encode(plan) : "";
}

/** @param {Routine["steps"][number]} step @returns {Pick<PlanStep, "note" | "how_often" | "part">} */
const ownWords = ({ note, how_often, part }) => ({ ...(note && { note }), ...(how_often && { how_often }), ...(part && { part }) });

/** Whether a clock runs on between the steps of a group. @param {Group} group */
const runsOn = ({ every_seconds, step_every_seconds, work_seconds, for_time }) =>
  Boolean(every_seconds || step_every_seconds || work_seconds || for_time);

/**
 * The time between the steps of a group, where a plan would have another: a plan's own, or none where a clock runs.
 * @param {Routine} routine
 * @param {Group} group
 */
function between({ transition_seconds: usual }, group) {
  const isOther = group.transition_seconds === undefined && !runsOn(group) && usual !== TRANSITION_SECONDS;
  return isOther ? { transition_seconds: usual } : {};
}

/**
 * The rest after a step and the time before it, where a plan would have others.
 * @param {Routine} routine
 * @param {number} number the step's
 * @param {Group | undefined} group
 */
function pauses({ steps, transition_seconds: usual }, number, group) {
  const { rest_after_seconds, transition_seconds } = steps[number];
  // The time before the first step of a group is that before each round, too.
  const isRoutines = !group || (group.first === number && (runsOn(group) || group.transition_seconds === usual));
  const before = transition_seconds ?? (number > 0 && isRoutines && usual !== TRANSITION_SECONDS ? usual : undefined);
  return { ...(rest_after_seconds && { rest_after_seconds }), ...(before !== undefined && { transition_seconds: before }) };
}

/** @param {Routine} routine @param {Dose} dose @returns {Dose} */
function withSwitch({ switch_seconds }, dose) {
  return dose.switch_seconds === null && switch_seconds !== SWITCH_SECONDS ? { ...dose, switch_seconds } : dose;
}
