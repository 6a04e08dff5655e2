// A plan as a table: the same columns and cells as a routine's.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { groupsOf, stepsOf } from "../../../overrides/scripts/plan/plan-draft.js";
import { defused, table } from "../../../overrides/scripts/plan/plan-table.js";
import { decode } from "../../../overrides/scripts/shared/plan-link.js";

const { cells, tables } = JSON.parse(readFileSync(new URL("../../vectors/table-rows.json", import.meta.url), "utf-8"));

test("no cell is taken for a formula", () => {
  for (const [cell, safe] of cells) assert.equal(defused(cell), safe);
});

test("a plan of a routine is the routine's table", () => {
  for (const { site, exercises, routine, table: wanted } of tables) {
    const known = new Map(exercises.map((/** @type {{code: string}} */ each) => [each.code, each]));
    const plan = { ...decode("", known), steps: stepsOf(routine, "start"), groups: groupsOf(routine) };
    assert.equal(table(plan, known, site), wanted);
  }
});

test("a plan's own side and dose stand in its row, and a step that the site lacks in none", () => {
  const { site, exercises } = tables[0];
  const known = new Map(exercises.map((/** @type {{code: string}} */ each) => [each.code, each]));
  const plan = decode("#1.zzzq.sq3x45hr30l", known);
  const lost = { ...plan.steps[0], code: "zzzq" };
  const rows = table({ ...plan, steps: [lost, ...plan.steps] }, known, site).split("\r\n");
  assert.equal(rows.length, 3);
  assert.match(rows[1], /^"'@Split squat, deep","3 × 45 s hold, left leg only, rest 30 s",/);
});

test("an exercise of the coach's own has its words as its cue, and no page", () => {
  const { site, exercises } = tables[0];
  const known = new Map(exercises.map((/** @type {{code: string}} */ each) => [each.code, each]));
  const plan = decode("#1.hr", known);
  const own = { ...plan.steps[0], code: "", own: { name: "-Bridge", words: "Hips up." } };
  const [, row] = table({ ...plan, steps: [own] }, known, site).split("\r\n");
  assert.match(row, /^'-Bridge,.*,Hips up\.,,,,,$/);
});
