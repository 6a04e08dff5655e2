// Which frame of a figure is shown at a time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frameAt, timingsOf } from "../../../overrides/scripts/shared/moving-figure.js";

const timings = timingsOf("4 2 1;6 1 0.5"); // 4 frames in 2 s, held for 1 s; 6 frames back in 1 s, held for 0.5 s

test("a figure begins with its first pose, held", () => {
  assert.equal(frameAt(timings, 0), 0);
  assert.equal(frameAt(timings, 0.49), 0);
});

test("a figure is at a pose when the way there is over, and stays as long as it says", () => {
  assert.equal(frameAt(timings, 2.5), 4);
  assert.equal(frameAt(timings, 3.49), 4);
  assert.ok(frameAt(timings, 3.9) > 4);
});

test("a figure is half way at half time, and slow at both ends", () => {
  assert.equal(frameAt(timings, 1.5), 2);
  assert.ok(frameAt(timings, 0.6) < 0.1);
  assert.ok(frameAt(timings, 2.4) > 3.9);
});

test("a figure goes round and round, and never back on its way", () => {
  const at = Array.from({ length: 450 }, (_, step) => frameAt(timings, step / 100));
  assert.deepEqual(at, [...at].sort((a, b) => a - b));
  assert.equal(frameAt(timings, 4.5), 0);
  assert.equal(frameAt(timings, 4.5 * 7 + 1.5), 2);
});
