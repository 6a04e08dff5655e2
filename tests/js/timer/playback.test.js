// The timer's engine: no drift, no influence of when it is called, and what each action does.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { add, back, begin, complete, end as endHere, firstOf, jump, pause, position, resume, skip, tick } from "../../../overrides/scripts/timer/playback.js";
import { chance, moments } from "../../support/chance.js";
import { cases } from "../../support/random-cases.js";
import { routineOf, VECTORS } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Interval} Interval */
/** @typedef {import("../../../overrides/scripts/timer/playback.js").State} State */

const T0 = 1_790_000_000_000;
const ALL = VECTORS.map((each) => timeline(routineOf(each.steps, each)));
/** Prepare 10, work 20, transition 15, work 20, transition 15, work 20. */
const THREE = timeline(routineOf([{ laterality: "bilateral", dose: { work_seconds: 20 }, times: 3 }]));
/** Prepare 10, then 10 reps that wait, switch 5, 10 reps that wait. */
const WAITING = timeline(routineOf([{ laterality: "unilateral", dose: { reps: 10 } }]), { paced: false });

/** @param {Interval[]} intervals */
const total = (intervals) => intervals.reduce((sum, each) => sum + each.estimate_seconds * 1000, 0);
/** @param {State} state @param {Interval[]} intervals @param {number} seconds after T0 */
const at = (state, intervals, seconds) => position(state, intervals, T0 + seconds * 1000);
/** A state after so many seconds of a timeline. @param {Interval[]} intervals @param {number} seconds */
const after = (intervals, seconds) => tick(begin(intervals, T0), intervals, T0 + seconds * 1000);

test("ten thousand random tick schedules stand where one big tick stands", () => {
  const random = chance(1);
  for (let run = 0; run < cases(10_000); run += 1) {
    const intervals = ALL[run % ALL.length];
    const end = T0 + Math.round(random() * 1.1 * total(intervals));
    const looks = moments(random, T0, end, Math.floor(random() * 12));
    const state = looks.reduce((then, now) => tick(then, intervals, now), begin(intervals, T0));
    assert.deepEqual(state, tick(begin(intervals, T0), intervals, end));
  }
});

test("whoever presses buttons gets the same, however often anybody looked in between", () => {
  const random = chance(2);
  /** @type {((state: State, intervals: Interval[], now: number) => State)[]} */
  const buttons = [
    skip, back, complete, (/** @type {State} */ s, /** @type {Interval[]} */ i, /** @type {number} */ n) => add(s, i, 15, n),
    (state, intervals, now) => pause(tick(state, intervals, now), now),
    (state, _, now) => resume(state, now),
    (state, intervals, now) => jump(state, intervals, intervals[intervals.length - 1].step, now),
  ];
  for (let run = 0; run < cases(3000); run += 1) {
    const intervals = run % 3 ? ALL[run % ALL.length] : WAITING;
    let [seen, unseen] = [begin(intervals, T0), begin(intervals, T0)];
    const times = moments(random, T0, T0 + 1.5 * total(intervals), 8);
    times.forEach((now, index) => {
      const button = buttons[Math.floor(random() * buttons.length)];
      for (const look of moments(random, times[index - 1] ?? T0, now, 3)) seen = tick(seen, intervals, look);
      seen = button(seen, intervals, now);
      unseen = button(unseen, intervals, now);
      assert.deepEqual(position(seen, intervals, now), position(unseen, intervals, now));
    });
    assert.deepEqual(tick(seen, intervals, times[9]), tick(unseen, intervals, times[9]));
  }
});

test("in steps of 50 ms, every interval begins at its computed second and none is left out", () => {
  for (const intervals of ALL.filter((each) => each.length < 40)) {
    let state = begin(intervals, T0);
    const begun = [0];
    for (let ms = 0; !state.done; ms += 50) {
      const { index } = state;
      state = tick(state, intervals, T0 + ms);
      if (state.index !== index || state.done) begun.push(ms);
    }
    let sum = 0;
    assert.deepEqual(begun, [0, ...intervals.map((each) => (sum += each.estimate_seconds * 1000))]);
    assert.equal(state.ended_at, T0 + sum);
  }
});

test("a pause stands still for as long as it lasts, and what follows comes that much later", () => {
  const paused = pause(after(THREE, 12), T0 + 12_000);
  assert.equal(at(paused, THREE, 500).left_seconds, 18);
  assert.equal(tick(paused, THREE, T0 + 500_000), paused);
  assert.equal(pause(paused, T0 + 13_000), paused, "paused twice is paused once");
  const resumed = resume(paused, T0 + 112_000);
  assert.equal(at(resumed, THREE, 129.999).index, 1);
  assert.equal(at(resumed, THREE, 130).index, 2);
  assert.equal(resume(resumed, T0 + 200_000), resumed);
});

test("fifteen seconds more are for this interval only", () => {
  const more = add(add(after(THREE, 12), THREE, 15, T0 + 12_000), THREE, 15, T0 + 13_000);
  assert.equal(at(more, THREE, 13).left_seconds, 47);
  assert.equal(at(more, THREE, 59.999).index, 1);
  assert.deepEqual([at(more, THREE, 60).index, at(more, THREE, 60).left_seconds], [2, 15]);
});

test("no interval grows by more than a day, however much is added", () => {
  assert.equal(add(after(THREE, 12), THREE, 1e6, T0 + 12_000).added_ms, 24 * 3600 * 1000);
});

test("skip goes on to the next interval at once, and the last one's skip ends all", () => {
  const skipped = skip(after(THREE, 12), THREE, T0 + 12_000);
  assert.deepEqual([skipped.index, skipped.at, skipped.skipped, skipped.finished], [2, T0 + 12_000, [0], []]);
  const end = skip(after(THREE, 85), THREE, T0 + 85_000);
  assert.deepEqual([end.done, end.ended_at, end.skipped, end.finished], [true, T0 + 85_000, [2], [0, 1]]);
  assert.equal(skip(end, THREE, T0 + 90_000), end);
  const { progress, total_left_seconds, left_seconds } = at(end, THREE, 99);
  assert.deepEqual([progress, total_left_seconds, left_seconds], [1, 0, 0]);
  const early = endHere(pause(after(THREE, 50), T0 + 50_000), THREE, T0 + 60_000);
  assert.deepEqual([early.done, early.ended_at, early.paused_at, early.skipped, early.finished], [true, T0 + 60_000, null, [1], [0]]);
  assert.equal(endHere(early, THREE, T0 + 90_000), early);
});

test("back begins this interval again, or within its first three seconds the one before", () => {
  const press = (/** @type {number} */ second) => back(after(THREE, second), THREE, T0 + second * 1000);
  assert.deepEqual([press(13.5).index, press(13.5).at], [1, T0 + 13_500]);
  assert.deepEqual([press(12).index, press(12).at], [0, T0 + 12_000]);
  assert.equal(press(1).index, 0);
  assert.equal(press(47).index, 2, "from a work into its transition");
  assert.deepEqual([press(200).index, press(200).done], [5, false], "from the end to the last interval");
  const passed = skip(after(THREE, 81), THREE, T0 + 81_000);
  assert.equal(back(passed, THREE, T0 + 82_000).index, 5, "also when its time had hardly begun");
});

test("skip and back in a pause stay paused, at the beginning", () => {
  const paused = pause(after(THREE, 14), T0 + 14_000);
  for (const move of [skip, back]) {
    const moved = move(paused, THREE, T0 + 60_000);
    assert.equal(at(moved, THREE, 300).elapsed_seconds, 0);
    assert.equal(at(resume(moved, T0 + 300_000), THREE, 301).elapsed_seconds, 1);
  }
  assert.equal(skip(pause(after(THREE, 85), T0 + 85_000), THREE, T0 + 90_000).paused_at, null, "the end is no pause");
});

test("a jump goes to what leads into a step; steps left out are passed, and come back when gone back to", () => {
  const [first, second, third] = [0, 1, 2].map((step) => firstOf(THREE, step));
  assert.deepEqual([first, second, third, firstOf(THREE, 3)], [0, 2, 4, -1]);
  const ahead = jump(after(THREE, 12), THREE, 2, T0 + 12_000);
  assert.deepEqual([ahead.index, ahead.skipped], [4, [0, 1]]);
  const again = jump(ahead, THREE, 1, T0 + 13_000);
  assert.deepEqual([again.index, again.skipped], [2, [0]]);
  const end = tick(again, THREE, T0 + 13_000 + 70_000);
  assert.deepEqual([end.done, end.finished, end.skipped], [true, [1, 2], [0]]);
  const more = jump(end, THREE, 0, T0 + 200_000);
  assert.deepEqual([more.done, more.ended_at, more.index, more.finished], [false, null, 0, [1, 2]]);
  assert.deepEqual(jump(more, THREE, 2, T0 + 201_000).skipped, [0], "what was done once is not passed");
  const once = tick(more, THREE, T0 + 260_000);
  assert.deepEqual([once.index, once.finished, once.skipped], [3, [1, 2, 0], []], "done after all");
  assert.deepEqual(tick(once, THREE, T0 + 300_000).finished, [1, 2, 0], "done twice is done");
  assert.equal(jump(end, THREE, 7, T0), end, "there is no such step");
});

test("begun at a later step, it stands in what leads into that step", () => {
  const begun = begin(THREE, T0, firstOf(THREE, 2));
  assert.deepEqual([at(begun, THREE, 0).interval.step, begun.skipped], [2, []]);
});

test("nothing to do is done at once", () => {
  assert.equal(begin([], T0).done, true);
  assert.equal(tick(begin([], T0), [], T0 + 1).ended_at, T0);
});

test("no button changes the state that it was given", () => {
  const state = Object.freeze({ ...after(THREE, 12), finished: Object.freeze([]), skipped: Object.freeze([]) });
  for (const move of [tick, skip, back, complete]) move(/** @type {any} */ (state), THREE, T0 + 500_000);
  jump(/** @type {any} */ (state), THREE, 2, T0 + 12_000);
});
