// Makes the steps and the groups of a plan from a routine, with all that a plan would have otherwise: notes, rests, changes.
// @ts-check

/** @typedef {import("./timeline.js").Routine} Routine */
/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./timeline.js").Group} Group */
/** @typedef {import("./plan-link.js").PlanStep} PlanStep */

// What a plan has without saying so: the defaults of a routine, as in scripts/limber/model/nouns.py; tests/vectors/lengths.json holds
// both to the same.
export const SWITCH_SECONDS = 5;
export const TRANSITION_SECONDS = 15;

/**
 * @param {Routine} routine
 * @param {(step: number) => Dose} doseOf each step, counted from 0
 * @returns {PlanStep[]}
 */
export function stepsOf(routine, doseOf) {
  const groups = groupsIn(routine);
  return routine.steps.map((step, number) => {
    const { exercise, side = null, note, how_often, part } = step;
    const group = groups.findIndex(({ first, size }) => number >= first && number < first + size);
    return {
      code: exercise.code,
      level: null,
      dose: withSwitch(routine, doseOf(number)),
      side,
      ...(group >= 0 && { group }),
      ...(note && { note }),
      ...(how_often && { how_often }),
      ...(part && { part }),
      ...pauses(routine, number, groups[group]),
    };
  });
}

/** The groups as a plan has them, which counts their steps itself. @param {Routine} routine */
export const groupsOf = (routine) => groupsIn(routine).map(({ first, size, words, ...group }) => group);

/**
 * The groups with the time between their steps where a plan would have another: a plan's own, or none where a clock runs.
 * @param {Routine} routine
 * @returns {Group[]}
 */
const groupsIn = ({ groups = [], transition_seconds }) =>
  transition_seconds === TRANSITION_SECONDS ? groups : groups.map((group) => (runsOn(group) ? group : { transition_seconds, ...group }));

/** Whether a clock runs on between the steps of a group. @param {Group} group */
const runsOn = ({ every_seconds, step_every_seconds, work_seconds, for_time }) =>
  Boolean(every_seconds || step_every_seconds || work_seconds || for_time);

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
