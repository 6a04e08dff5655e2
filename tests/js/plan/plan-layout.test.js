// The distribution of steps over sheets: no sheet too full, no step lost, the largest type first.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { shares, styles } from "../../../overrides/scripts/plan/plan-layout.js";
import { MEASURES, SHARES } from "../../support/sheet-vectors.js";

const USUAL = { large: false, drawn: true };
const rows = (/** @type {number} */ height, /** @type {number} */ count) => Array.from({ length: count }, () => height);

test("the largest type comes first, what one does before what one thinks of, and all stop signs before fewer", () => {
  const tried = [...styles(7, USUAL, MEASURES)];
  assert.deepEqual(tried[0], { sheets: 1, style: { size: 15, pose: 40, form: "stacked", cue: true, large: false, key_first: false, all_stop_signs: true } });
  const few = tried.findIndex(({ style }) => !style.all_stop_signs);
  assert.ok(tried.slice(0, few).every(({ style }) => style.size >= 8.5));
  assert.ok(tried.every(({ style }) => style.size >= 8));
  assert.equal(tried.at(-1)?.sheets, 7, "at the worst, each step has a sheet of its own");
});

test("steps without figures leave no room for any", () => {
  for (const large of [false, true]) assert.ok([...styles(7, { large, drawn: false }, MEASURES)].every(({ style }) => style.pose === 0));
});

test("thirteen exercises begin with two sheets, large print with four exercises to a sheet", () => {
  const first = (/** @type {number} */ count, large = false) => [...styles(count, { ...USUAL, large }, MEASURES)][0];
  assert.deepEqual([first(12).sheets, first(13).sheets], [1, 2]);
  assert.deepEqual([1, 4, 5, 8, 9].map((count) => first(count, true).sheets), [1, 1, 2, 2, 3]);
  const { size, pose, form, large } = first(2, true).style;
  assert.deepEqual([size, pose, form, large], [18, 46, "stacked", true]);
});

test("rows fill a sheet between head and foot, and no more", () => {
  const room = 246 - 0.7 - 40 - 6 - 30;
  assert.deepEqual(shares({ head: 40, above: 6, rows: [room], foot: 30 }, 1, MEASURES), [{ count: 1, notes: 0 }], "to the last hair");
  assert.equal(shares({ head: 40, above: 6, rows: rows(room / 8 + 0.01, 8), foot: 30 }, 1, MEASURES), null);
  assert.deepEqual(shares({ head: 40, above: 6, rows: rows(room / 8 - 0.01, 8), foot: 30 }, 1, MEASURES), [{ count: 8, notes: 0 }]);
});

test("sheets hold what they hold in Python, too", () => {
  for (const { sheets, shares: wanted, ...heights } of SHARES) {
    const found = shares(heights, sheets, MEASURES);
    assert.deepEqual(found?.map(({ count, notes }) => [count, notes]) ?? null, wanted);
  }
});

test("what is left of a sheet is rows to write on", () => {
  assert.deepEqual(shares({ head: 40, above: 6, rows: rows(20, 3), foot: 30 }, 1, MEASURES), [{ count: 3, notes: 4 }]);
});

test("steps are dealt to sheets so that none is fuller than it must be, and none is empty", () => {
  const dealt = shares({ head: 40, above: 6, rows: rows(15, 13), foot: 30 }, 2, MEASURES) ?? [];
  assert.deepEqual(dealt.map(({ count }) => count), [6, 7]);
  const high = shares({ head: 40, above: 6, rows: [70, 70, 20, 20, 20, 20], foot: 30 }, 2, MEASURES) ?? [];
  assert.deepEqual(high.map(({ count }) => count), [2, 4]);
  assert.equal(shares({ head: 40, above: 6, rows: [15], foot: 30 }, 2, MEASURES), null, "no sheet is empty");
  assert.equal(shares({ head: 40, above: 6, rows: rows(300, 3), foot: 30 }, 3, MEASURES), null);
});

test("what does not fit goes on to one sheet more at a time", () => {
  for (const large of [false, true]) {
    const sheets = [...new Set([...styles(5, { ...USUAL, large }, MEASURES)].map((each) => each.sheets))];
    assert.deepEqual(sheets, large ? [2, 3, 4, 5] : [1, 2, 3, 4, 5]);
  }
});
