// The plan of a routine at a week's doses takes as long, in the same intervals, as the routine itself.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { planFragment } from "../../../overrides/scripts/reading/programme-plan.js";
import { decode } from "../../../overrides/scripts/shared/plan-link.js";
import { asRoutine, catalogue } from "../../../overrides/scripts/shared/plan-routine.js";
import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { GROUP_VECTORS, groupedRoutineOf, routineOf } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Routine} Routine */

/** The routine with a code for each exercise. @param {Routine} routine @returns {Routine} */
const coded = (routine) => ({
  ...routine,
  steps: routine.steps.map((step, number) => ({ ...step, exercise: { ...step.exercise, code: `x${"abcdefghijklmnop"[number]}` } })),
});

/** @param {Routine} routine @param {(step: number) => string | undefined} [moreOf] */
function throughALink(routine, moreOf) {
  const fragment = planFragment(routine, (step) => routine.steps[step].start, "Week 1", moreOf);
  const { exercisesByCode, aliases } = catalogue(routine.steps.map(({ exercise, start, goal }) => ({ ...exercise, start, goal })));
  const plan = decode(fragment, exercisesByCode, aliases);
  assert.deepEqual([plan.fault, plan.reason, plan.unread, plan.title], [null, null, [], "Week 1"]);
  return asRoutine(plan, exercisesByCode);
}

/** @param {Routine} routine */
const intervals = (routine) =>
  timeline(routine).map(({ kind, seconds, estimate_seconds, step, side, round, set }) => [kind, seconds, estimate_seconds, step, side, round, set]);

for (const { name, steps } of GROUP_VECTORS) {
  test(`a plan of a routine has its intervals: ${name}`, () => {
    const routine = coded(groupedRoutineOf(steps));
    assert.deepEqual(intervals(throughALink(routine)), intervals(routine));
  });
}

test("a plan has as a note what comes on top each time, where its step has no other", () => {
  const routine = coded(groupedRoutineOf(GROUP_VECTORS[0].steps));
  const noted = { ...routine, steps: routine.steps.map((step, number) => (number === 1 ? { ...step, note: "Slowly." } : step)) };
  const more = (/** @type {number} */ step) => (step < 2 ? "then each time 2.5 kg more" : undefined);
  assert.deepEqual(throughALink(noted, more).steps.slice(0, 3).map(({ note }) => note), ["Then each time 2.5 kg more.", "Slowly.", ""]);
});

test("a plan keeps the pauses of a routine that has others than usual", () => {
  const step = { laterality: /** @type {const} */ ("unilateral"), dose: { sets: 2, reps: 5, rest_seconds: 30 } };
  for (const groups of [[], [{ first: 1, size: 2, rounds: 2 }]]) {
    const routine = coded({ ...routineOf([step, step, step, step], { groups }), switch_seconds: 8, transition_seconds: 40 });
    assert.deepEqual(intervals(throughALink(routine)), intervals(routine));
  }
});

test("a routine that no link can hold makes no plan", () => {
  const step = { laterality: /** @type {const} */ ("bilateral"), dose: { reps: 5 } };
  const routine = coded(routineOf(Array.from({ length: 16 }, () => step)));
  assert.notEqual(planFragment(routine, () => routine.steps[0].start, ""), "");
  const many = { ...routine, steps: [...routine.steps, ...routine.steps] };
  assert.equal(planFragment(many, () => routine.steps[0].start, ""), "");
});
