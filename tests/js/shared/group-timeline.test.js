// The intervals of groups: the shared vectors, rounds, the pauses between them, clocks, and rounds that are counted as they are done.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { isEstimate, lengths, timeline } from "../../../overrides/scripts/shared/timeline.js";
import { GROUP_VECTORS, groupedRoutineOf, routineOf } from "../../support/vector-routines.js";

/** @typedef {import("../../support/vector-routines.js").Brief} Brief */
/** @typedef {import("../../support/vector-routines.js").BriefGroup} BriefGroup */
/** @typedef {Partial<import("../../../overrides/scripts/shared/timeline.js").Options>} Options */

/** @type {(seconds: number, more?: object) => Brief} */
const work = (seconds, more) => ({ laterality: "bilateral", dose: { work_seconds: seconds }, ...more });
/** @type {(reps: number, more?: object) => Brief} */
const reps = (reps, more) => ({ laterality: "bilateral", dose: { reps }, ...more });

/**
 * All intervals, as `work 20 a 1/2`: kind, seconds, step and round.
 * @param {Brief[]} steps
 * @param {BriefGroup[]} groups
 * @param {Options} [options]
 */
function laidOut(steps, groups, options) {
  return timeline(routineOf(steps, { groups }), options).map(({ kind, seconds, estimate_seconds, step, round, rounds, clock }) =>
    [kind, `${seconds ?? `waits ~${estimate_seconds}`}`, "abcd"[step], round && `${round}/${rounds}`, clock].filter(Boolean).join(" "),
  );
}

/** @param {Brief[]} steps @param {BriefGroup[]} groups @param {Options} [options] */
function taken(steps, groups, options) {
  const { work_seconds, changeover_seconds } = lengths(timeline(routineOf(steps, { groups }), options));
  return [work_seconds, changeover_seconds];
}

for (const { name, steps, work, changeovers, estimated = false, intervals } of GROUP_VECTORS) {
  const routine = groupedRoutineOf(steps);
  test(`groups take as long in the timer as the pages say: ${name}`, () => {
    for (const most of [false, true]) {
      const { work_seconds, changeover_seconds } = lengths(timeline(routine, { most }));
      const end = most ? "max" : "min";
      assert.deepEqual([work_seconds, changeover_seconds], [work[end], changeovers[end]]);
    }
    assert.equal(isEstimate(timeline(routine)), estimated);
  });
  test(`waits for Done count as what they usually take: ${name}`, () => {
    const [paced, waiting] = [true, false].map((paced) => lengths(timeline(routine, { paced })));
    assert.deepEqual(waiting, paced);
  });
  if (intervals) {
    test(`the intervals of groups come in order: ${name}`, () => assert.deepEqual(timeline(routine).map(written), intervals));
  }
}

/** An interval as the vectors write it. @param {import("../../../overrides/scripts/shared/timeline.js").Interval} interval */
function written({ kind, seconds, estimate_seconds, side, reps, rep, size, round, rounds = 1 }) {
  return [
    kind,
    seconds ?? `waits ~${estimate_seconds}`,
    side,
    reps && !rep && `of ${reps} reps`,
    size ? "rounds" : rounds > 1 && `round ${round}/${rounds}`,
  ].filter(Boolean).join(" ");
}

test("a circuit goes through its steps in rounds, with its own pauses", () => {
  const circuit = { first: 1, size: 2, rounds: 2, transition_seconds: 10, round_rest_seconds: 60 };
  assert.deepEqual(laidOut([work(30), work(20), work(25), work(40)], [circuit]), [
    "prepare 10 a",
    "work 30 a",
    "transition 15 b 1/2",
    "work 20 b 1/2",
    "transition 10 c 1/2",
    "work 25 c 1/2",
    "rest 60 b 2/2",
    "work 20 b 2/2",
    "transition 10 c 2/2",
    "work 25 c 2/2",
    "transition 15 d",
    "work 40 d",
  ]);
  assert.deepEqual(taken([work(30), work(20), work(25), work(40)], [circuit]), [30 + 2 * 45 + 60 + 40, 15 + 2 * 10 + 15]);
});

test("a group without pauses of its own has those of the routine, and the visitor's in their place", () => {
  const group = { size: 2, rounds: 2 };
  const pauses = (/** @type {Options} */ options) => laidOut([work(20), work(20)], [group], options).filter((each) => /^t/.test(each));
  assert.deepEqual(pauses({}), ["transition 15 b 1/2", "transition 15 a 2/2", "transition 15 b 2/2"]);
  assert.deepEqual(pauses({ transition_seconds: 3 }), ["transition 3 b 1/2", "transition 3 a 2/2", "transition 3 b 2/2"]);
  assert.deepEqual(pauses({ transition_seconds: 0 }), []);
});

test("a visitor's pauses do not take the place of a group's or a step's own", () => {
  const steps = [work(20), work(20), work(20, { transition_seconds: 7 })];
  const group = { size: 2, rounds: 2, transition_seconds: 10 };
  assert.deepEqual(laidOut(steps, [group], { transition_seconds: 3 }).filter((each) => /^t/.test(each)), [
    "transition 10 b 1/2", "transition 10 a 2/2", "transition 10 b 2/2", "transition 7 c",
  ]);
});

test("between two steps is the rest after the first or the transition to the second, whichever is longer", () => {
  const between = (/** @type {number} */ rest, /** @type {number} */ change) =>
    laidOut([work(20, { rest_after_seconds: rest }), work(20, { transition_seconds: change })], [])[2];
  assert.deepEqual([between(90, 30), between(30, 30), between(20, 30)], ["rest 90 b", "rest 30 b", "transition 30 b"]);
  assert.deepEqual([between(0, 30), between(20, 0), between(0, 0)], ["transition 30 b", "rest 20 b", "work 20 b"]);
});

test("between rounds is the longest of their rest, the last step's and the transition to the first", () => {
  const after = (/** @type {BriefGroup} */ group, /** @type {number} */ rest) =>
    laidOut([work(20), work(20, { rest_after_seconds: rest })], [{ rounds: 2, ...group }])[4];
  assert.equal(after({ size: 2, round_rest_seconds: 60 }, 20), "rest 60 a 2/2");
  assert.equal(after({ size: 2, round_rest_seconds: 60 }, 90), "rest 90 a 2/2");
  assert.equal(after({ size: 2, round_rest_seconds: 5, transition_seconds: 10 }, 0), "transition 10 a 2/2");
  assert.equal(after({ size: 2, transition_seconds: 0 }, 0), "work 20 b 2/2", "neither: no time at all");
});

test("behind a group is its own rest or its last step's", () => {
  const behind = (/** @type {number} */ own, /** @type {number} */ last) =>
    laidOut([work(20), work(20, { rest_after_seconds: last }), work(5)], [{ size: 2, rest_after_seconds: own }]).at(-2);
  assert.deepEqual([behind(90, 20), behind(20, 90), behind(5, 0)], ["rest 90 c", "rest 90 c", "transition 15 c"]);
});

test("ranges go together: least rounds with least rest, most with most", () => {
  const range = { rounds: 2, rounds_range: { min: 2, max: 3 }, round_rest_seconds: 60, round_rest_seconds_range: { min: 60, max: 90 } };
  const steps = [work(20), work(20)];
  assert.deepEqual(taken(steps, [{ size: 2, ...range }]), [2 * 40 + 60, 2 * 15]);
  assert.deepEqual(taken(steps, [{ size: 2, ...range }], { most: true }), [3 * 40 + 2 * 90, 3 * 15]);
});

test("by the clock of rounds, what is left of the time of one is rest", () => {
  assert.deepEqual(laidOut([work(20), work(15)], [{ size: 2, rounds: 3, every_seconds: 60 }]), [
    "prepare 10 a 1/3",
    "work 20 a 1/3 begins",
    "work 15 b 1/3",
    "rest 25 a 2/3 ends",
    "work 20 a 2/3 begins",
    "work 15 b 2/3",
    "rest 25 a 3/3 ends",
    "work 20 a 3/3 begins",
    "work 15 b 3/3",
  ]);
  assert.deepEqual(taken([work(20), work(15)], [{ size: 2, rounds: 3, every_seconds: 60 }]), [2 * 60 + 35, 0]);
});

test("a transition within a round by the clock takes of its time", () => {
  const group = { size: 2, rounds: 2, every_seconds: 60, transition_seconds: 10 };
  assert.deepEqual(taken([work(20), work(15)], [group]), [35 + 15 + 35, 2 * 10]);
});

test("by the clock of steps, each begins so many seconds after the one before", () => {
  assert.deepEqual(laidOut([work(40), work(25)], [{ size: 2, rounds: 2, step_every_seconds: 60 }]), [
    "prepare 10 a 1/2",
    "work 40 a 1/2 begins",
    "rest 20 b 1/2 ends",
    "work 25 b 1/2 begins",
    "rest 35 a 2/2 ends",
    "work 40 a 2/2 begins",
    "rest 20 b 2/2 ends",
    "work 25 b 2/2 begins",
  ]);
});

test("work that is as long as its clock has no rest; work that waits for Done has one even so, for it may come early", () => {
  const group = { size: 1, rounds: 2, every_seconds: 40 };
  assert.deepEqual(laidOut([work(40)], [group]).slice(1), ["work 40 a 1/2 begins", "work 40 a 2/2 begins"]);
  assert.deepEqual(laidOut([reps(10)], [group], { paced: false }).slice(1), [
    "work waits ~40 a 1/2 begins", "rest 0 a 2/2 ends", "work waits ~40 a 2/2 begins",
  ]);
});

test("the sets of a dose may begin by a clock, which a clock of rounds takes the place of", () => {
  const sets = work(0, { dose: { sets: 2, work_seconds: 20, every_seconds: 60 } });
  assert.deepEqual(laidOut([sets], []).slice(1), ["work 20 a begins", "rest 40 a ends", "work 20 a begins"]);
  assert.deepEqual(laidOut([sets], [{ size: 1, rounds: 2, every_seconds: 120 }]).slice(1, 5), [
    "work 20 a 1/2 begins", "rest 40 a 1/2", "work 20 a 1/2", "rest 40 a 2/2 ends",
  ]);
});

test("as many rounds as possible are one interval of their time", () => {
  const group = { size: 2, open: /** @type {const} */ ("as-many-as-possible"), work_seconds: 1200 };
  const intervals = timeline(routineOf([reps(10), reps(5), work(30)], { groups: [group] }), { paced: false });
  assert.deepEqual(intervals.map(({ kind, seconds, amount }) => [kind, seconds, amount]), [
    ["prepare", 10, null], ["work", 1200, "rounds"], ["transition", 15, null], ["work", 30, "work"],
  ]);
  const { step, size, round, open } = intervals[1];
  assert.deepEqual({ step, size, round, open }, { step: 0, size: 2, round: 1, open: "as-many-as-possible" });
  assert.equal(isEstimate(intervals), false);
});

test("rounds for time wait for Done, count as what they usually take, and end at their cap", () => {
  const steps = [reps(10), work(30)];
  const group = { size: 2, rounds: 3, for_time: true, transition_seconds: 5 };
  const [, free] = timeline(routineOf(steps, { groups: [group] }));
  const [, capped] = timeline(routineOf(steps, { groups: [{ ...group, cap_seconds: 120 }] }));
  const all = 3 * (40 + 5 + 30) + 2 * 5;
  assert.deepEqual([free.seconds, free.estimate_seconds, free.cap_seconds, free.rounds], [null, all, undefined, 3]);
  assert.deepEqual([capped.seconds, capped.estimate_seconds, capped.cap_seconds], [null, 120, 120]);
  assert.deepEqual(taken(steps, [group]), [all, 0]);
  assert.equal(isEstimate([free]), true);
});

test("who begins within a group has time to prepare in its first round only", () => {
  assert.deepEqual(laidOut([work(20), work(20)], [{ size: 2, rounds: 2 }], { first: 1 }), [
    "prepare 10 a 1/2", "work 20 a 1/2", "prepare 10 b 1/2", "work 20 b 1/2",
    "transition 15 a 2/2", "work 20 a 2/2", "transition 15 b 2/2", "work 20 b 2/2",
  ]);
});

test("two groups may follow each other, and each knows its own", () => {
  const groups = [{ size: 1, rounds: 2 }, { first: 1, size: 1, rounds: 1 }];
  const found = timeline(routineOf([work(20), work(20), work(20)], { groups }));
  assert.deepEqual(found.map(({ group }) => group), [0, 0, 0, 0, 1, 1, undefined, undefined]);
});
