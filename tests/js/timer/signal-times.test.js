// When signals are due: each once, none too close to another, whatever range is asked for and whatever is pressed.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { freeRoutine } from "../../../overrides/scripts/timer/free-routine.js";
import { add, begin, complete, jump, pause, resume, skip, tick } from "../../../overrides/scripts/timer/playback.js";
import { due, signalsOf } from "../../../overrides/scripts/timer/signal-times.js";
import { chance, moments } from "../../support/chance.js";
import { cases } from "../../support/random-cases.js";
import { routineOf, vector, VECTORS } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Interval} Interval */
/** @typedef {import("../../../overrides/scripts/timer/signal-times.js").Signal} Signal */
/** @typedef {import("../../support/vector-routines.js").Brief} Brief */

const T0 = 1_790_000_000_000;
const ALL = VECTORS.map((each) => timeline(routineOf(each.steps, each)));
/** @type {Brief} */
const REPS = { laterality: "bilateral", dose: { reps: 3 } };

/** Signals as "second signal". @param {{at: number, signal: Signal}[]} signals */
const written = (signals) => signals.map(({ at, signal }) => `${(at - T0) / 1000} ${signal}`);
/** All of a timeline that begins now. @param {Interval[]} intervals */
const whole = (intervals) => due(begin(intervals, T0), intervals, T0, Infinity);
/** The last three seconds before an end. @param {number} end */
const last = (end) => [3, 2, 1].map((left) => `${end - left} countdown`);
/** A timeline of one step. @param {Brief["laterality"]} laterality @param {Record<string, any>} dose */
const one = (laterality, dose, options = {}) => timeline(routineOf([{ laterality, dose }]), options);

test("five seconds to get ready, a signal to work, the last seconds, a signal at the end: hands off", () => {
  assert.deepEqual(written(whole(one("bilateral", { work_seconds: 15 }, { prepare_seconds: 5 }))), [
    ...last(5), "5 work", ...last(20), "20 finish",
  ]);
});

test("each hold, each break and each change of sides and exercises has its own signal", () => {
  const { steps, ...pauses } = vector("held repetitions, each side, with a pause between the holds");
  const signals = whole(timeline(routineOf(steps, pauses)));
  const count = (/** @type {Signal} */ wanted) => signals.filter(({ signal }) => signal === wanted).length;
  assert.deepEqual([count("work"), count("rest"), count("switch"), count("transition")], [30, 24, 3, 2]);
  assert.equal(count("countdown"), 3 * (30 + 3 + 2 + 1), "each hold, switch, transition and the time to prepare");
});

test("half time is told of holds and timed work of twenty seconds or more, and of nothing else", () => {
  const half = (/** @type {Interval[]} */ intervals) => written(whole(intervals)).filter((each) => each.endsWith("half"));
  assert.deepEqual(half(one("bilateral", { work_seconds: 20 })), ["20 half"]);
  assert.deepEqual(half(one("bilateral", { hold_seconds: 45 })), ["32.5 half"]);
  assert.deepEqual(half(one("bilateral", { work_seconds: 19 })), []);
  assert.deepEqual(half(one("bilateral", { reps: 10 }, { prepare_seconds: 30 })), []);
});

test("a beat three tenths of a second after a beginning is told, and none that is sooner", () => {
  const ticks = (/** @type {number} */ rep_seconds) =>
    signalsOf(/** @type {any} */ ({ kind: "work", seconds: 4, reps: 3, rep_seconds, rep_rest_seconds: 0 }), null).filter(({ signal }) => signal === "tick");
  assert.deepEqual(ticks(0.3).map(({ at_seconds }) => at_seconds), [0.3, 0.6]);
  assert.deepEqual(ticks(0.29).map(({ at_seconds }) => at_seconds), [0.58]);
});

test("what is shorter than five seconds has no countdown", () => {
  const free = (/** @type {number} */ work_seconds) => freeRoutine({ work_seconds, rest_seconds: 0, rounds: 1, name: "" });
  const told = (/** @type {number} */ seconds) => written(whole(timeline(free(seconds), { prepare_seconds: 0 })));
  assert.deepEqual(told(4), ["0 work", "4 finish"]);
  assert.deepEqual(told(5), ["0 work", ...last(5), "5 finish"]);
});

test("paced reps tick at each rep but the first, which the signal to work begins", () => {
  assert.deepEqual(written(whole(timeline(routineOf([REPS]), { prepare_seconds: 0 }))), [
    "0 work", "4 tick", "8 tick", ...last(12), "12 finish",
  ]);
  const turns = written(whole(one("alternating", { reps: 3 }, { prepare_seconds: 0 })));
  assert.deepEqual(turns.filter((each) => each.endsWith("tick")), ["4 tick", "8 tick", "12 tick", "16 tick", "20 tick"]);
});

test("where a rep begins in the last three seconds, the countdown is heard and not both", () => {
  const fast = one("bilateral", { reps: 6, tempo: "0-0-1-0" }, { prepare_seconds: 0 });
  assert.deepEqual(written(whole(fast)), ["0 work", "1 tick", "2 tick", ...last(6), "6 finish"]);
});

test("no two signals fall within 0.3 s of each other", () => {
  for (const intervals of ALL) {
    const signals = whole(intervals);
    signals.slice(1).forEach(({ at }, index) => assert.ok(at - signals[index].at >= 300, written(signals).join(", ")));
  }
  for (const added of [0, 0.25, 0.9, 15, 15.1]) {
    for (const intervals of ALL) {
      const signals = signalsOf(intervals[1], intervals[2], added).map(({ at_seconds }) => at_seconds);
      signals.slice(1).forEach((at, index) => assert.ok(at - signals[index] >= 0.3));
    }
  }
});

test("every interval but the first is begun by a signal, and the end has one", () => {
  for (const intervals of ALL) {
    const signals = whole(intervals);
    let at = T0;
    for (const { kind, estimate_seconds } of intervals) {
      const found = signals.find((each) => each.at === at);
      assert.equal(found?.signal, kind === "prepare" ? undefined : kind);
      at += estimate_seconds * 1000;
    }
    assert.deepEqual(signals.filter(({ signal }) => signal === "finish").map((each) => each.at), [at]);
  }
});

test("asked for any pieces of time, it gives each signal once, whether the state was ticked or not", () => {
  const random = chance(5);
  for (let run = 0; run < cases(2000); run += 1) {
    const intervals = ALL[run % ALL.length];
    const signals = whole(intervals);
    const end = signals[signals.length - 1].at + 1;
    const cuts = moments(random, T0, end, Math.floor(random() * 20));
    let state = begin(intervals, T0);
    const found = cuts.slice(1).flatMap((to, index) => {
      if (run % 2) state = tick(state, intervals, cuts[index]);
      return due(state, intervals, cuts[index], to);
    });
    assert.deepEqual(found, signals);
  }
});

test("looked at every 50 ms, each signal is found in the 50 ms in which it falls", () => {
  const intervals = timeline(routineOf([REPS, { laterality: "unilateral", dose: { hold_seconds: 21 } }]));
  let state = begin(intervals, T0);
  const found = [];
  for (let now = T0; !state.done; now += 50) {
    state = tick(state, intervals, now);
    found.push(...due(state, intervals, now, now + 50));
  }
  assert.deepEqual(found, whole(intervals));
});

test("in a pause nothing is due, and after it all the rest is, later", () => {
  const intervals = one("bilateral", { work_seconds: 20 });
  const paused = pause(begin(intervals, T0), T0 + 8500);
  assert.deepEqual(due(paused, intervals, T0, Infinity), []);
  const resumed = resume(paused, T0 + 60_000);
  assert.deepEqual(written(due(resumed, intervals, T0 + 60_000, T0 + 62_000)), ["60.5 countdown", "61.5 work"]);
});

test("more time moves the countdown and what follows, and tells no half time and no rep twice", () => {
  const intervals = one("bilateral", { work_seconds: 20 });
  const more = add(tick(begin(intervals, T0), intervals, T0 + 25_000), intervals, 15, T0 + 25_000);
  assert.deepEqual(written(due(more, intervals, T0 + 25_000, Infinity)), [...last(45), "45 finish"]);
  const ready = add(begin(intervals, T0), intervals, 15, T0);
  assert.deepEqual(written(due(ready, intervals, T0, Infinity)), [
    ...last(25), "25 work", "35 half", ...last(45), "45 finish",
  ]);
  const reps = timeline(routineOf([REPS]), { prepare_seconds: 0 });
  const longer = add(begin(reps, T0), reps, 15, T0);
  assert.deepEqual(written(due(longer, reps, T0, Infinity)), ["0 work", "4 tick", "8 tick", ...last(27), "27 finish"]);
});

test("nobody knows what is due after an interval that waits, until Done is said", () => {
  const intervals = one("unilateral", { reps: 10 }, { paced: false });
  const waiting = begin(intervals, T0);
  assert.deepEqual(written(due(waiting, intervals, T0, Infinity)), [...last(10), "10 work"]);
  const side = complete(waiting, intervals, T0 + 100_000);
  assert.deepEqual(written(due(side, intervals, T0 + 100_000, Infinity)), ["100 switch", ...last(105), "105 work"]);
  const done = complete(side, intervals, T0 + 200_000);
  assert.deepEqual(written(due(done, intervals, T0 + 200_000, Infinity)), ["200 finish"]);
  assert.deepEqual(due(done, intervals, T0 + 200_001, Infinity), []);
});

test("what begins by a skip or a jump is told at that moment, and nothing of what was left", () => {
  const intervals = timeline(routineOf([REPS, REPS]));
  const skipped = skip(begin(intervals, T0), intervals, T0 + 9500);
  assert.deepEqual(written(due(skipped, intervals, T0 + 9500, T0 + 14_000)), ["9.5 work", "13.5 tick"]);
  const away = jump(skipped, intervals, 1, T0 + 14_000);
  assert.deepEqual(written(due(away, intervals, T0 + 14_000, T0 + 28_000)), ["14 transition", "26 countdown", "27 countdown"]);
});

test("each part of a repetition ticks where that is wanted, and each part of a breath always", () => {
  const parts = (/** @type {Interval[]} */ intervals, /** @type {boolean} */ wanted) => written(due(begin(intervals, T0), intervals, T0, Infinity, wanted));
  const reps = one("bilateral", { reps: 3, tempo: "3-1-1-0", rep_rest_seconds: 2 }, { prepare_seconds: 0 });
  assert.deepEqual(parts(reps, false), ["0 work", "7 tick", "14 tick", ...last(19), "19 finish"]);
  assert.deepEqual(parts(reps, true), [
    "0 work", "3 tick", "4 tick", "7 tick", "10 tick", "11 tick", "14 tick", ...last(19), "19 finish",
  ]);
  const breaths = one("bilateral", { breaths: 2, breath_pattern: "4-7-8" }, { prepare_seconds: 0 });
  const told = ["0 work", "4 tick", "11 tick", "19 tick", "23 tick", "30 tick", ...last(38), "38 finish"];
  assert.deepEqual([parts(breaths, false), parts(breaths, true)], [told, told]);
});

test("where a hold may be longer, its least is told once, and other intervals that wait tell nothing", () => {
  const told = (/** @type {Record<string, any>} */ dose) => written(whole(one("bilateral", dose, { prepare_seconds: 0 })));
  assert.deepEqual(told({ hold_seconds: { min: 30 } }), ["0 work", "30 countdown"]);
  assert.deepEqual(told({ work_seconds: { min: 60 } }), ["0 work", "60 countdown"]);
  for (const dose of [{ reps: { min: 8 } }, { hold_seconds: "as-long-as-possible" }, { distance_metres: 400 }]) assert.deepEqual(told(dose), ["0 work"]);
});
