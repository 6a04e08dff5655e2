// The position at a time: time left, repetition and side, and what is unknown of a set that waits.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { lengths, timeline } from "../../../overrides/scripts/shared/timeline.js";
import { add, begin, complete, pause, position, tick } from "../../../overrides/scripts/timer/playback.js";
import { routineOf, vector } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Interval} Interval */
/** @typedef {import("../../../overrides/scripts/timer/playback.js").State} State */

const T0 = 1_790_000_000_000;
/** Prepare 10, work 20, transition 15, work 20, transition 15, work 20. */
const THREE = timeline(routineOf([{ laterality: "bilateral", dose: { work_seconds: 20 }, times: 3 }]));
/** Prepare 10, then 10 reps that wait, switch 5, 10 reps that wait. */
const WAITING = timeline(routineOf([{ laterality: "unilateral", dose: { reps: 10 } }]), { paced: false });

/** @param {State} state @param {Interval[]} intervals @param {number} seconds after T0 */
const at = (state, intervals, seconds) => position(state, intervals, T0 + seconds * 1000);
/** A state after so many seconds of a timeline. @param {Interval[]} intervals @param {number} seconds */
const after = (intervals, seconds) => tick(begin(intervals, T0), intervals, T0 + seconds * 1000);

test("time left and progress run evenly to the end, and end there", () => {
  const { total_seconds, prepare_seconds } = lengths(THREE);
  const whole = total_seconds + prepare_seconds;
  for (let second = 0; second <= whole + 5; second += 0.25) {
    const { total_left_seconds, progress, left_seconds, elapsed_seconds, done, next } = at(begin(THREE, T0), THREE, second);
    assert.equal(total_left_seconds, Math.max(0, whole - second));
    assert.ok(Math.abs(progress - Math.min(1, second / whole)) < 1e-9);
    assert.equal(done, second >= whole);
    if (second < whole - 20) continue;
    assert.deepEqual([next, left_seconds, elapsed_seconds], [null, total_left_seconds, 20 - total_left_seconds]);
  }
});

test("paced reps are counted, of each side in turn where sides take turns", () => {
  const plain = timeline(routineOf(vector("three sets of ten with rest between the sets only").steps));
  const reps = [10, 13.999, 14, 46, 49.999].map((second) => at(begin(plain, T0), plain, second).rep);
  assert.deepEqual(reps, [1, 1, 2, 10, 10]);
  assert.equal(at(add(after(plain, 49), plain, 15, T0 + 49_000), plain, 60).rep, 10, "with more time, still the last");
  const rests = timeline(routineOf([{ laterality: "bilateral", dose: { reps: 3, rep_rest_seconds: 2 } }]));
  assert.deepEqual([15.9, 16, 22].map((second) => at(begin(rests, T0), rests, second).rep), [1, 2, 3]);
  const turns = timeline(routineOf([{ laterality: "alternating", dose: { reps: 2 } }]));
  const seen = [10, 14, 18, 22, 25.9].map((second) => at(begin(turns, T0), turns, second));
  seen.push(at(add(after(turns, 25), turns, 15, T0 + 25_000), turns, 40));
  assert.deepEqual(seen.map(({ rep, side }) => `${rep} ${side}`), ["1 right", "1 left", "2 right", "2 left", "2 left", "2 left"]);
});

test("a set that waits shows no countdown, goes on at Done and at nothing else", () => {
  const waiting = after(WAITING, 5000);
  const { index, waiting: waits, left_seconds, total_left_seconds, rep } = at(waiting, WAITING, 5000);
  assert.deepEqual([index, waits, left_seconds, rep], [1, true, null, 0]);
  assert.equal(total_left_seconds, 5 + 40, "what is left is an estimate, and never less than nothing");
  assert.deepEqual(add(waiting, WAITING, 15, T0 + 5_000_000), waiting);
  const done = complete(waiting, WAITING, T0 + 5_000_000);
  assert.deepEqual([done.index, done.at, done.skipped, done.finished], [2, T0 + 5_000_000, [], []]);
  assert.equal(complete(done, WAITING, T0 + 5_001_000), done, "a switch does not wait");
  const last = complete(done, WAITING, T0 + 5_005_000);
  assert.deepEqual([last.done, last.ended_at, last.finished], [true, T0 + 5_005_000, [0]]);
  const paused = pause(waiting, T0 + 5_000_000);
  assert.equal(complete(paused, WAITING, T0 + 5_001_000), paused);
});

test("a clock that runs a little backward stands still, and nothing counts below zero", () => {
  const { elapsed_seconds, left_seconds } = at(begin(THREE, T0), THREE, -1);
  assert.deepEqual([elapsed_seconds, left_seconds], [0, 10]);
  assert.equal(at(pause(begin(THREE, T0), T0 - 500), THREE, 9).elapsed_seconds, 0);
});
