// The list of a routine's steps with their states.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { listed } from "../../../overrides/scripts/timer/step-list.js";

test("a list of steps says of each whether it is done, begun, skipped, on now or to come", () => {
  const step = (/** @type {string} */ name) => ({ exercise: { name: `Long ${name}`, short_name: name } });
  const routine = /** @type {any} */ ({ steps: ["a", "b", "c", "d", "e"].map(step) });
  const state = /** @type {any} */ ({ finished: [0], worked: [0, 4], skipped: [1, 4], done: false });
  const dose = (/** @type {unknown} */ _, /** @type {number} */ index) => `dose ${index}`;
  assert.deepEqual(
    listed(routine, dose, state, 2).map((each) => [each.step, each.number, each.name, each.dose, each.state, each.state_word]),
    [
      [0, "1", "a", "dose 0", "done", "Done"],
      [1, "2", "b", "dose 1", "skipped", "Skipped"],
      [2, "3", "c", "dose 2", "now", "Now"],
      [3, "4", "d", "dose 3", "to come", ""],
      [4, "5", "e", "dose 4", "begun", "Begun"],
    ],
  );
  const before = listed(routine, dose, null, -1);
  assert.deepEqual(before.map((each) => each.state), ["to come", "to come", "to come", "to come", "to come"]);
  assert.deepEqual(before.map((each) => each.state_word), ["", "", "", "", ""]);
});
