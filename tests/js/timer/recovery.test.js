// How a stored run goes on: after how long, with which clock, and whether it is valid.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { begin, firstOf, pause, position, resume, tick } from "../../../overrides/scripts/timer/playback.js";
import { restored } from "../../../overrides/scripts/timer/recovery.js";
import { validState } from "../../../overrides/scripts/timer/stored-session.js";
import { chance } from "../../support/chance.js";
import { cases } from "../../support/random-cases.js";
import { routineOf } from "../../support/vector-routines.js";

const T0 = 1_790_000_000_000;
const MINUTE = 60_000;
/** Prepare 10, then eight times 120 with transitions of 15 between. */
const EIGHT = timeline(routineOf([{ laterality: "bilateral", dose: { work_seconds: 120 }, times: 8 }]));
/** Kept when the first work began, last seen at 12 s. */
const KEPT = tick(begin(EIGHT, T0), EIGHT, T0 + 10_000);
const SEEN = T0 + 12_000;

test("reloaded at step five, it stands at the right second of step five", () => {
  const fifth = tick(begin(EIGHT, T0, firstOf(EIGHT, 4)), EIGHT, T0 + 20_000);
  const kept = validState(JSON.parse(JSON.stringify(fifth)), EIGHT);
  assert.deepEqual(kept, fifth);
  const { state, reason } = restored(/** @type {any} */ (kept), EIGHT, T0 + 20_000, T0 + 22_500);
  assert.equal(reason, "none", "nobody notices two seconds and a half");
  const { interval, elapsed_seconds } = position(state, EIGHT, T0 + 22_500);
  assert.deepEqual([interval.step, interval.kind, elapsed_seconds], [4, "work", 7.5]);
});

test("away for ten minutes or less, it went on meanwhile and says for how long", () => {
  for (const gap of [3000, 40_000, 10 * MINUTE]) {
    const { state, gap_seconds, reason } = restored(KEPT, EIGHT, SEEN, SEEN + gap);
    assert.deepEqual([reason, gap_seconds], ["short", gap / 1000]);
    assert.deepEqual(state, tick(begin(EIGHT, T0), EIGHT, SEEN + gap));
  }
});

test("away for longer, it waits where it was last seen", () => {
  const later = SEEN + 10 * MINUTE + 1;
  const { state, gap_seconds, reason } = restored(KEPT, EIGHT, SEEN, later);
  assert.deepEqual([reason, gap_seconds], ["long", 600.001]);
  assert.deepEqual(state, { ...KEPT, paused_at: SEEN });
  assert.equal(position(resume(state, later), EIGHT, later + 1000).elapsed_seconds, 3);
});

test("last seen later than kept, what ran out in between is counted", () => {
  const seen = T0 + 10_000 + 120_000 + 5000;
  const { state } = restored(KEPT, EIGHT, seen, seen + 11 * MINUTE);
  assert.deepEqual([state.index, position(state, EIGHT, 0).elapsed_seconds, state.finished], [2, 5, [0]]);
});

test("when the clock was set back, it waits where it was last seen", () => {
  const { state, gap_seconds, reason } = restored(KEPT, EIGHT, SEEN, SEEN - 2001);
  assert.deepEqual([reason, gap_seconds, state.paused_at], ["clock", 0, SEEN]);
  assert.equal(position(resume(state, T0 - 5 * MINUTE), EIGHT, T0 - 5 * MINUTE + 1000).elapsed_seconds, 3);
  const jitter = restored(KEPT, EIGHT, SEEN, SEEN - 2000);
  assert.deepEqual([jitter.reason, jitter.gap_seconds, jitter.state], ["none", 0, KEPT]);
});

test("a run that begins in a year to come does not stand at zero until then", () => {
  const { state, reason } = restored({ ...KEPT, at: T0 * 2 }, EIGHT, SEEN, SEEN + 1000);
  assert.equal(reason, "clock");
  assert.equal(position(resume(state, SEEN + 5000), EIGHT, SEEN + 6000).elapsed_seconds, 1);
});

test("what stood still or had ended is as it was, however long ago and whatever the clock says", () => {
  const paused = pause(KEPT, SEEN);
  const done = tick(KEPT, EIGHT, T0 + 60 * MINUTE);
  assert.equal(done.done, true);
  for (const now of [SEEN + 1000, SEEN + 10_000 * MINUTE, SEEN - MINUTE]) {
    assert.deepEqual(restored(paused, EIGHT, SEEN, now), { state: paused, gap_seconds: 0, reason: "none" });
    assert.deepEqual(restored(done, EIGHT, SEEN, now), { state: done, gap_seconds: 0, reason: "none" });
  }
});

test("a set that waits still waits", () => {
  const intervals = timeline(routineOf([{ laterality: "bilateral", dose: { reps: 10 } }]), { paced: false });
  const { state } = restored(tick(begin(intervals, T0), intervals, SEEN), intervals, SEEN, SEEN + 9 * MINUTE);
  assert.deepEqual([state.index, position(state, intervals, SEEN + 9 * MINUTE).waiting], [1, true]);
});

test("a state of any moment is taken back as it was", () => {
  const end = tick(begin(EIGHT, T0), EIGHT, T0 + 60 * MINUTE);
  for (const state of [begin(EIGHT, T0), KEPT, pause(KEPT, SEEN), { ...KEPT, added_ms: 15_000 }, end]) {
    assert.deepEqual(validState(JSON.parse(JSON.stringify(state)), EIGHT), state);
  }
});

test("a kept state brings in nothing of its own", () => {
  const kept = { ...KEPT, extra: 1, finished: [0] };
  const state = validState(kept, EIGHT);
  assert.deepEqual(state, { ...KEPT, finished: [0] });
  assert.notEqual(state?.finished, kept.finished);
});

test("what is no state of this timeline is none", () => {
  /** @type {Record<string, unknown[]>} */
  const wrong = {
    index: [-1, EIGHT.length, 0.5, "1", null, NaN],
    at: [NaN, Infinity, -1, "12", null, 9e15],
    paused_at: [undefined, NaN, "12", T0, -1],
    added_ms: [-1, NaN, null, Infinity],
    done: [true, "no", null, undefined, 0],
    ended_at: [T0, undefined, NaN],
    finished: [null, {}, "0", [0.5], [-1], ["0"], [0, 0], [NaN]],
    skipped: [null, [[0]], [1, 1]],
  };
  for (const [key, values] of Object.entries(wrong)) {
    for (const value of values) assert.equal(validState({ ...KEPT, [key]: value }, EIGHT), null, `${key}: ${value}`);
  }
  for (const value of [null, undefined, 3, "state", [], {}, () => KEPT]) assert.equal(validState(value, EIGHT), null);
  assert.equal(validState({ ...pause(KEPT, SEEN), done: true, ended_at: SEEN }, EIGHT), null, "paused after the end");
});

test("garbage in any field is either refused or can be played", () => {
  const random = chance(3);
  const values = [0, 1, -1, 0.5, 7, 1e9, T0, T0 * 4, 1e300, NaN, Infinity, null, undefined, "", "1", true, false, [], [0], [9], {}];
  const keys = Object.keys(KEPT);
  let taken = 0;
  for (let run = 0; run < cases(20_000); run += 1) {
    const garbage = /** @type {Record<string, unknown>} */ ({ ...KEPT });
    for (let change = 0; change < 3; change += 1) {
      garbage[keys[Math.floor(random() * keys.length)]] = values[Math.floor(random() * values.length)];
    }
    const state = validState(garbage, EIGHT);
    if (!state) continue;
    taken += 1;
    const { state: then } = restored(state, EIGHT, SEEN, SEEN + MINUTE);
    for (const number of Object.values(position(then, EIGHT, SEEN + MINUTE))) {
      assert.ok(typeof number !== "number" || Number.isFinite(number));
    }
  }
  assert.ok(taken > cases(100) && taken < cases(20_000));
});
