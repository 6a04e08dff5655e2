// Which exercises match the ticked filters.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { matches } from "../../../overrides/scripts/reading/exercise-filter.js";

/** A calf stretch: it needs a dome, or a towel in its place. */
const calf = { region: ["calf", "ankle"], position: ["standing"], needs: [["dome", "towel"]] };
/** Toe lifts: they need nothing. */
const toes = { region: ["toes"], position: ["standing", "seated"], needs: [] };
/** It needs two things at once, the first with a substitute. */
const both = { region: ["hip"], position: ["supine"], needs: [["block", "towel"], ["band"]] };

/** @param {Partial<import("../../../overrides/scripts/reading/exercise-filter.js").Choice>} choice */
const ticked = (choice) => ({ region: [], position: [], have: [], ...choice });

test("a choice of nothing fits every exercise", () => {
  for (const item of [calf, toes, both]) assert.equal(matches(item, ticked({})), true);
});

test("a region fits an exercise that has it, in any place", () => {
  assert.equal(matches(calf, ticked({ region: ["ankle"] })), true);
  assert.equal(matches(calf, ticked({ region: ["hip"] })), false);
});

test("several regions widen the choice", () => {
  assert.equal(matches(calf, ticked({ region: ["hip", "calf"] })), true);
  assert.equal(matches(toes, ticked({ region: ["hip", "calf"] })), false);
});

test("a position fits an exercise that can be done in it", () => {
  assert.equal(matches(toes, ticked({ position: ["seated"] })), true);
  assert.equal(matches(calf, ticked({ position: ["seated"] })), false);
});

test("several filters narrow the choice", () => {
  assert.equal(matches(toes, ticked({ region: ["toes"], position: ["seated"] })), true);
  assert.equal(matches(toes, ticked({ region: ["toes"], position: ["supine"] })), false);
  assert.equal(matches(toes, ticked({ region: ["hip"], position: ["seated"] })), false);
});

test("a substitute does as well as the thing itself", () => {
  assert.equal(matches(calf, ticked({ have: ["towel"] })), true);
  assert.equal(matches(calf, ticked({ have: ["dome"] })), true);
  assert.equal(matches(calf, ticked({ have: ["block"] })), false);
});

test("an exercise needs all of its things", () => {
  assert.equal(matches(both, ticked({ have: ["towel"] })), false);
  assert.equal(matches(both, ticked({ have: ["band"] })), false);
  assert.equal(matches(both, ticked({ have: ["band", "towel"] })), true);
});

test("an exercise that needs nothing fits whatever there is", () => {
  assert.equal(matches(toes, ticked({ have: ["nothing"] })), true);
  assert.equal(matches(toes, ticked({ have: ["dome"] })), true);
  assert.equal(matches(calf, ticked({ have: ["nothing"] })), false);
});
