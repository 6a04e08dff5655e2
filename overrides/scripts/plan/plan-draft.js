// Makes each edit of a plan, as a new plan, and the lists of plans for undo and redo.
// @ts-check

/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {import("../shared/plan-link.js").PlanStep} PlanStep */
/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {{undo: string[], redo: string[], last: string}} UndoHistory plans as fragments; `last` names the latest change */

import { MOST_STEPS } from "../shared/plan-link.js";

const MOST_UNDO_STEPS = 100;

/** @type {Draft} */
export const EMPTY = { level: "start", title: "", note: "", steps: [] };

/** @param {string} code @returns {PlanStep} an exercise with the doses of its record */
export const usualStep = (code) => ({ code, level: null, dose: null, side: null });

/**
 * A routine's steps with the doses that it has at a level.
 * @param {Routine} routine
 * @param {"start" | "goal"} level
 * @returns {PlanStep[]}
 */
export const stepsOf = (routine, level) => routine.steps.map((step) => ({ ...usualStep(step.exercise.code), dose: step[level] }));

/**
 * Adds steps, as many as the plan has room for.
 * @param {Draft} plan
 * @param {PlanStep[]} steps
 * @returns {Draft}
 */
export const withMore = (plan, steps) => ({ ...plan, steps: [...plan.steps, ...steps].slice(0, MOST_STEPS) });

/**
 * @param {Draft} plan
 * @param {number} at
 * @returns {Draft}
 */
export const without = (plan, at) => ({ ...plan, steps: plan.steps.filter((_, index) => index !== at) });

/**
 * @param {Draft} plan
 * @param {number} from
 * @param {number} to a position beyond either end is that end
 * @returns {Draft}
 */
export function moved(plan, from, to) {
  const steps = [...plan.steps];
  const [step] = steps.splice(from, 1);
  if (step) steps.splice(Math.max(0, to), 0, step);
  return { ...plan, steps };
}

/**
 * @param {Draft} plan
 * @param {number} at
 * @param {Partial<PlanStep>} change
 * @returns {Draft}
 */
export const changed = (plan, at, change) => ({
  ...plan,
  steps: plan.steps.map((step, index) => (index === at ? { ...step, ...change } : step)),
});

/**
 * The lists for undo and redo after a change. Successive changes of one kind are one step: nobody undoes a title by letters.
 * @param {UndoHistory} edits
 * @param {string} before the plan before the change
 * @param {string} kind of change; without one, it is a step of its own
 * @returns {UndoHistory}
 */
export function remembered({ undo, last }, before, kind) {
  const joined = kind !== "" && kind === last && undo.length > 0;
  return { undo: (joined ? undo : [...undo, before]).slice(-MOST_UNDO_STEPS), redo: [], last: kind };
}

/**
 * Takes a step of undo or redo.
 * @param {UndoHistory} edits
 * @param {string} now
 * @param {"undo" | "redo"} direction
 * @returns {{edits: UndoHistory, plan: string} | null} null where there is none
 */
export function steppedTo(edits, now, direction) {
  const other = direction === "undo" ? "redo" : "undo";
  const plan = edits[direction].at(-1);
  if (plan === undefined) return null;
  const rest = { [direction]: edits[direction].slice(0, -1), [other]: [...edits[other], now], last: "" };
  return { edits: /** @type {UndoHistory} */ (rest), plan };
}

/**
 * Validates the lists that the browser stored with the page's address.
 * @param {unknown} kept
 * @returns {UndoHistory}
 */
export function validHistory(kept) {
  const { undo, redo } = /** @type {Record<string, unknown>} */ (typeof kept === "object" && kept ? kept : {});
  const texts = (/** @type {unknown} */ list) =>
    Array.isArray(list) && list.every((each) => typeof each === "string") ? list.slice(-MOST_UNDO_STEPS) : [];
  return { undo: texts(undo), redo: texts(redo), last: "" };
}
