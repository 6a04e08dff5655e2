// The distribution of steps over sheets: no sheet too full, no step lost, the largest type first.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { air, shares, styles } from "../../../overrides/scripts/plan/plan-layout.js";
import { MEASURES, SHARES } from "../../support/sheet-vectors.js";

const USUAL = { large: false, with_steps: true };

test("the largest type comes first, and all stop signs before fewer", () => {
  const tried = [...styles(7, USUAL, MEASURES)];
  assert.deepEqual(tried[0], { sheets: 1, style: { size: 11, cue: true, steps: true, tight: false, all_stop_signs: true } });
  const few = tried.findIndex(({ style }) => !style.all_stop_signs);
  assert.ok(tried.slice(0, few).every(({ style }) => style.size >= 9.5));
  assert.ok(tried.every(({ style }) => style.size >= 8));
  assert.equal(tried.at(-1)?.sheets, 7, "at the worst, each step has a sheet of its own");
});

test("short steps stand on a sheet where all have them", () => {
  assert.ok([...styles(7, { large: false, with_steps: false }, MEASURES)].every(({ style }) => !style.steps));
});

test("thirteen exercises and large print begin with two sheets", () => {
  const first = (/** @type {number} */ count, large = false) => [...styles(count, { ...USUAL, large }, MEASURES)][0];
  assert.deepEqual([first(12).sheets, first(13).sheets, first(1, true).sheets, first(2, true).sheets], [1, 2, 1, 2]);
  assert.deepEqual([first(2, true).style.size, first(2, true).style.tight], [14, false]);
});

test("rows fill a sheet between head and foot, and no more", () => {
  const room = 246 - 0.7 - 6 - 40 - 30;
  assert.equal(shares({ head: 40, row: room / 8 + 0.01, foot: 30 }, 8, 1, MEASURES), null);
  assert.deepEqual(shares({ head: 40, row: room / 8 - 0.01, foot: 30 }, 8, 1, MEASURES), [{ count: 8, notes: 0 }]);
});

test("sheets hold what they hold in Python, too", () => {
  for (const { head, row, foot, steps, sheets, shares: wanted } of SHARES) {
    const found = shares({ head, row, foot }, steps, sheets, MEASURES);
    assert.deepEqual(found?.map(({ count, notes }) => [count, notes]) ?? null, wanted);
  }
});

test("what is left of a sheet is rows to write on", () => {
  assert.deepEqual(shares({ head: 40, row: 20, foot: 30 }, 3, 1, MEASURES), [{ count: 3, notes: 4 }]);
});

test("steps are dealt to sheets so that rows are of like height", () => {
  const dealt = shares({ head: 40, row: 15, foot: 30 }, 13, 2, MEASURES) ?? [];
  assert.deepEqual(dealt.map(({ count }) => count), [6, 7]);
  assert.equal(shares({ head: 40, row: 15, foot: 30 }, 1, 2, MEASURES), null, "no sheet is empty");
  assert.equal(shares({ head: 40, row: 300, foot: 30 }, 3, 3, MEASURES), null);
});

test("what does not fit goes on to one sheet more at a time", () => {
  for (const large of [false, true]) {
    const sheets = [...new Set([...styles(5, { ...USUAL, large }, MEASURES)].map((each) => each.sheets))];
    assert.deepEqual(sheets, large ? [2, 3, 4, 5] : [1, 2, 3, 4, 5]);
  }
});

test("rows of large type have air between them, those of small and of tight type have none", () => {
  const usual = { size: 11, cue: true, steps: true, tight: false, all_stop_signs: true };
  assert.equal(air(usual), air({ ...usual, size: 9 }));
  assert.ok(air({ ...usual, size: 8.9 }) < air(usual));
  assert.equal(air({ ...usual, size: 14, tight: true }), air({ ...usual, size: 8 }));
});
