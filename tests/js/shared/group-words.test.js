// Groups in words: the shared vectors, and what stands around steps.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { around, groupLine, groupOf, roundsOf } from "../../../overrides/scripts/shared/group-words.js";
import { groupIn, normalizeGroup, writtenGroup } from "../../../overrides/scripts/shared/plan-groups.js";
import { groupedRoutineOf } from "../../support/vector-routines.js";

/** @type {[any, string][]} */
const WORDS = JSON.parse(readFileSync(new URL("../../vectors/group-words.json", import.meta.url), "utf-8")).vectors;
/** A group as the API has it. @param {any} record as the data has it @returns {any} */
const asGroup = (record) => groupedRoutineOf([{ ...record, steps: [{ laterality: "bilateral", dose: { reps: 5 } }] }]).groups?.[0];
const NARROW = "\u202f";

for (const [record, words] of WORDS) {
  test(`rounds are said as the pages say them: ${words}`, () => {
    assert.equal(roundsOf(asGroup(record)), words.replaceAll("_", NARROW));
  });
  test(`a link says these rounds, too: ${words}`, () => {
    const group = normalizeGroup(asGroup(record));
    assert.equal(roundsOf(/** @type {any} */ (groupIn(writtenGroup(group)))), words.replaceAll("_", NARROW));
  });
}

test("a group's line stands above its first step alone", () => {
  const groups = [{ name: "Circuit", first: 1, size: 2, rounds: 3, words: "3 rounds" }];
  assert.deepEqual([0, 1, 2, 3].map((index) => groupLine({ groups }, index)), ["", "Circuit: 3 rounds", "", ""]);
  assert.deepEqual([0, 1, 2, 3].map((index) => groupOf({ groups }, index)?.name), [undefined, "Circuit", "Circuit", undefined]);
  assert.equal(groupLine({}, 0), "");
});

test("what is around a step is how often and the rest after it", () => {
  assert.deepEqual(around({}), []);
  assert.deepEqual(around({ how_often: "Twice a day.", rest_after_seconds: 90 }), ["twice a day", `then 90${NARROW}s rest`]);
});
