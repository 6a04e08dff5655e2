// Makes each edit of a plan, as a new plan, and the lists of plans for undo and redo.
// @ts-check

/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {import("../shared/plan-link.js").PlanStep} PlanStep */
/** @typedef {import("../shared/plan-groups.js").Group} Group */
/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {{undo: string[], redo: string[], last: string}} UndoHistory plans as fragments; `last` names the latest change */

import { MOST_STEPS } from "../shared/plan-writer.js";
import { groupsOf, stepsOf as planSteps } from "../shared/routine-as-plan.js";

export { groupsOf };

const MOST_UNDO_STEPS = 100;
/** What a group is at first. @type {Group} */
const USUAL_GROUP = { name: "", rounds: 3, round_rest_seconds: 60 };
/** The most characters of the note of one exercise. */
const LONGEST_STEP_NOTE = 80;

/** @type {Draft} */
export const EMPTY = { level: "start", title: "", note: "", steps: [] };

/** @param {string} code @returns {PlanStep} an exercise with the doses of its record */
export const usualStep = (code) => ({ code, level: null, dose: null, side: null });

/** An exercise that the site does not have, before a coach has said anything of it. @param {PlanStep["dose"]} dose @returns {PlanStep} */
export const ownStep = (dose) => ({ ...usualStep(""), own: { name: "", words: "" }, dose });

/**
 * A routine's steps with the doses that it has at a level, and with what it says of each.
 * @param {Routine} routine
 * @param {"start" | "goal"} level
 * @returns {PlanStep[]}
 */
export function stepsOf(routine, level) {
  const steps = planSteps(routine, (number) => routine.steps[number][level]);
  return steps.map(({ note, ...step }) => (note ? { ...step, note: wholeSentences(note) } : step));
}

/** As many sentences of a note as a plan has room for; all of it where the first one is too long already. @param {string} note */
function wholeSentences(note) {
  const sentences = note.match(/.+?[.!?](?=\s|$)\s*|.+$/gsu) ?? [];
  let fitting = "";
  for (const sentence of sentences) {
    if ((fitting + sentence).trim().length > LONGEST_STEP_NOTE) break;
    fitting += sentence;
  }
  return fitting.trim() || note;
}

/**
 * Adds steps, as many as the plan has room for.
 * @param {Draft} plan
 * @param {PlanStep[]} steps
 * @param {Group[]} [groups] as these steps count them
 * @returns {Draft}
 */
export function withMore(plan, steps, groups = []) {
  const { groups: before = [] } = plan;
  const added = steps.map((step) => (step.group === undefined ? step : { ...step, group: before.length + step.group }));
  return counted({ ...plan, steps: [...plan.steps, ...added].slice(0, MOST_STEPS), groups: [...before, ...groups] });
}

/**
 * @param {Draft} plan
 * @param {number} at
 * @returns {Draft}
 */
export const without = (plan, at) => settled(plan, { ...plan, steps: plan.steps.filter((_, index) => index !== at) });

/**
 * Moves a step. One that comes to stand between two of a group joins it, and one that comes away from its own leaves that.
 * @param {Draft} plan
 * @param {number} from
 * @param {number} to a position beyond either end is that end
 * @returns {Draft}
 */
export function moved(plan, from, to) {
  const steps = [...plan.steps];
  const [step] = steps.splice(from, 1);
  if (!step) return plan;
  const at = Math.min(Math.max(0, to), steps.length);
  const around = [steps[at - 1]?.group, steps[at]?.group];
  const isBetween = around[0] !== undefined && around[0] === around[1];
  const own = around.includes(step.group) ? step.group : undefined;
  steps.splice(at, 0, inGroup(step, isBetween ? around[0] : own));
  return settled(plan, { ...plan, steps });
}

/** Whether a step is in rounds with the one before. @param {Draft} plan @param {number} at */
export const isJoined = ({ steps }, at) => at > 0 && steps[at].group !== undefined && steps[at].group === steps[at - 1].group;

/**
 * Puts a step into rounds with the one before: into its group, or with it into its own or a new one. All that are in rounds with
 * the step come along.
 * @param {Draft} plan
 * @param {number} at
 * @returns {Draft}
 */
export function joinedTo(plan, at) {
  const { groups = [] } = plan;
  const [before, own] = [plan.steps[at - 1].group, plan.steps[at].group];
  const into = before ?? own ?? groups.length;
  const isOf = (/** @type {number} */ index) => index === at - 1 || index === at || (own !== undefined && plan.steps[index].group === own);
  const steps = plan.steps.map((step, index) => (isOf(index) ? inGroup(step, into) : step));
  return counted({ ...plan, steps, groups: into < groups.length ? groups : [...groups, USUAL_GROUP] });
}

/**
 * Parts a group before a step: both parts keep their rounds, and a part of one step is no group.
 * @param {Draft} plan
 * @param {number} at
 * @returns {Draft}
 */
export function parted(plan, at) {
  const { groups = [] } = plan;
  const { group } = plan.steps[at];
  if (group === undefined) return plan;
  const steps = plan.steps.map((step, index) => (index >= at && step.group === group ? inGroup(step, groups.length) : step));
  return settled(plan, { ...plan, steps, groups: [...groups, groups[group]] });
}

/**
 * @param {Draft} plan
 * @param {number} at which of its groups
 * @param {Group} group in place of that one
 * @returns {Draft}
 */
export const groupChanged = (plan, at, group) => ({ ...plan, groups: plan.groups?.map((each, index) => (index === at ? group : each)) });

/** @param {PlanStep} step @param {number | undefined} group @returns {PlanStep} */
function inGroup({ group: before, ...step }, group) {
  return group === undefined ? step : { ...step, group };
}

/**
 * A plan after an edit, without groups of which the edit left one step. One whose sets differ stays: only rounds can repeat it.
 * @param {Draft} before
 * @param {Draft} after its groups counted as before, with new ones behind them
 */
function settled(before, after) {
  const size = (/** @type {Draft} */ { steps }, /** @type {number} */ group) => steps.filter((step) => step.group === group).length;
  const steps = after.steps.map((step) => {
    const isLeft = step.group !== undefined && size(after, step.group) === 1 && size(before, step.group) !== 1;
    return isLeft && !step.dose?.each_set ? inGroup(step, undefined) : step;
  });
  return counted({ ...after, steps });
}

/** The plan with its groups counted in the order of their steps; those without steps are left out. @param {Draft} plan @returns {Draft} */
function counted({ groups: before = [], ...plan }) {
  const order = [...new Set(plan.steps.flatMap(({ group }) => group ?? []))];
  if (!order.length) return plan;
  const steps = plan.steps.map((step) => (step.group === undefined ? step : { ...step, group: order.indexOf(step.group) }));
  return { ...plan, steps, groups: order.map((group) => before[group]) };
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
