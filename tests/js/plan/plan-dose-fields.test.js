// Doses in the fields of a plan's editor: what no field shows is not lost.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { doseFrom as rawDoseFrom, fieldsFor } from "../../../overrides/scripts/plan/plan-dose-fields.js";
import { normalizeDose } from "../../../overrides/scripts/shared/plan-dose.js";
import { doseOf } from "../../../overrides/scripts/plan/dose-of-data.js";

/** The dose of a form as the editor takes it. @param {Parameters<typeof rawDoseFrom>} typed */
const doseFrom = (...typed) => normalizeDose(rawDoseFrom(...typed));
/** @type {{doses: {dose: Record<string, any>}[]}} */
const WIDER = JSON.parse(readFileSync("tests/vectors/wider-doses.json", "utf-8"));

test("a dose of any kind is the same when its fields are read as they are shown", () => {
  assert.ok(WIDER.doses.length > 80);
  for (const { dose } of WIDER.doses) {
    const before = doseOf(dose);
    assert.deepEqual(doseFrom(fieldsFor(before), before), normalizeDose(before), JSON.stringify(dose));
  }
});

test("another number of sets leaves load, effort, rests and amount", () => {
  const range = { min: 60, max: 90 };
  const before = doseOf({ sets: { min: 2, max: 3 }, reps: { min: 10 }, rest_seconds: range, load: { kg: 12 }, effort: { rir: 2 } });
  const after = doseFrom({ ...fieldsFor(before), sets: "4" }, before);
  const wanted = doseOf({ sets: 4, reps: { min: 10 }, rest_seconds: range, load: { kg: 12 }, effort: { rir: 2 } });
  assert.deepEqual(after, normalizeDose(wanted));
});

test("another number of repetitions ends an open end and a list of sets, and leaves what they share", () => {
  const open = doseOf({ sets: 3, reps: "to-fatigue", load: { band: "red" } });
  assert.deepEqual(
    doseFrom({ ...fieldsFor(open), reps: "12" }, open),
    normalizeDose(doseOf({ sets: 3, reps: 12, load: { band: "red" } })),
  );
  const listed = doseOf({ sets: [{ reps: 10 }, { reps: 15 }], rest_seconds: 60 });
  assert.deepEqual(
    doseFrom({ ...fieldsFor(listed), reps: "12" }, listed),
    normalizeDose(doseOf({ sets: 2, reps: 12, rest_seconds: 60 })),
  );
});

test("another time to switch sides leaves sets that differ", () => {
  const before = doseOf({ sets: [{ reps: 10 }, { reps: "to-fatigue" }], rest_seconds: 60 });
  const after = doseFrom({ ...fieldsFor(before), switch_seconds: "8" }, before);
  assert.deepEqual(after, normalizeDose({ ...before, switch_seconds: 8 }));
});
