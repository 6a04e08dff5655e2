// The parts of a repetition and of a breath, and which one is on.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { partAt, partsOf, partTimes } from "../../../overrides/scripts/timer/beats.js";
import { routineOf } from "../../support/vector-routines.js";

/** The work of a dose. @param {Record<string, any>} dose @param {{paced?: boolean, laterality?: "bilateral" | "alternating"}} [more] */
function workOf(dose, { paced = true, laterality = "bilateral" } = {}) {
  const found = timeline(routineOf([{ laterality, dose }]), { paced }).find(({ kind }) => kind === "work");
  assert.ok(found);
  return found;
}
/** @param {import("../../../overrides/scripts/shared/timeline.js").Interval} interval */
const written = (interval) => partTimes(interval).map(({ word, at_seconds }) => `${at_seconds} ${word}`);

test("a repetition goes down first, as its tempo is written, and pauses that take no time are none", () => {
  assert.deepEqual(partsOf(workOf({ reps: 2, tempo: "3-1-2-1" })).map(({ word, seconds }) => `${word} ${seconds}`), [
    "down 3", "pause 1", "up 2", "pause 1",
  ]);
  assert.deepEqual(written(workOf({ reps: 2, tempo: "3-0-1-0" })), ["0 down", "3 up", "4 down", "7 up"]);
  assert.deepEqual(written(workOf({ reps: 1, tempo: "30X1" })), ["0 down", "3 up", "4 pause"], "as fast as possible is a second");
});

test("the pause between two repetitions has no word, and none follows the last", () => {
  assert.deepEqual(written(workOf({ reps: 2, tempo: "2-0-2-0", rep_rest_seconds: 3 })), ["0 down", "2 up", "7 down", "9 up"]);
  const { word } = partAt(workOf({ reps: 2, tempo: "2-0-2-0", rep_rest_seconds: 3 }), 5) ?? {};
  assert.equal(word, "");
});

test("sides that take turns have the tempo each", () => {
  assert.equal(partTimes(workOf({ reps: 3, tempo: "2-0-2-0" }, { laterality: "alternating" })).length, 12);
});

test("a breath follows its pattern, and goes in and out in halves without one", () => {
  assert.deepEqual(written(workOf({ breaths: 2, breath_pattern: "4-7-8" })), ["0 in", "4 hold", "11 out", "19 in", "23 hold", "30 out"]);
  assert.deepEqual(written(workOf({ breaths: 2 })), ["0 in", "3 out", "6 in", "9 out"]);
});

test("what is on is told with what is left of it, and which breath it is", () => {
  const breaths = workOf({ breaths: 2, breath_pattern: "4-7-8" });
  const told = (/** @type {number} */ at) => Object.values(partAt(breaths, at) ?? {}).join(" ");
  assert.deepEqual([0, 3.5, 4, 18.5, 19, 37].map(told), ["in 4 1", "in 0.5 1", "hold 7 1", "out 0.5 1", "in 4 2", "out 1 2"]);
  assert.equal(partAt(breaths, 38), null, "in added time nothing leads");
});

test("nothing leads through holds, timed work, repetitions without a tempo, those that wait, and rests", () => {
  const rest = timeline(routineOf([{ laterality: "bilateral", dose: { sets: 2, breaths: 2, rest_seconds: 30 } }]))[2];
  assert.equal(rest.kind, "rest");
  const others = [
    workOf({ hold_seconds: 30 }), workOf({ work_seconds: 30 }), workOf({ reps: 5 }), workOf({ reps: 5, hold_seconds: 5, tempo: "2-0-2-0" }),
    workOf({ reps: 5, tempo: "2-0-2-0" }, { paced: false }), workOf({ reps: "to-fatigue", tempo: "2-0-2-0" }), rest,
  ];
  for (const interval of others) assert.deepEqual([partsOf(interval), partTimes(interval), partAt(interval, 1)], [[], [], null]);
});
