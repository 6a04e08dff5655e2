// A plan as a table: the same columns and cells as a routine's.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { groupsOf, stepsOf } from "../../../overrides/scripts/plan/plan-draft.js";
import { defused, saveTable, table } from "../../../overrides/scripts/plan/plan-table.js";
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

test("a table has its site's whole records, is saved or handed on, and what came of it is said", async () => {
  const { site, exercises, routine, table: wanted } = tables[0];
  const files = new Map([
    ["exercise-names", { exercises }],
    ...exercises.map((/** @type {{id: string}} */ each) => [`exercises/${each.id}`, each]),
  ].map(([path, record]) => [`${site}api/v1/${path}.json`, record]));
  const plan = { ...decode("", new Map()), steps: stepsOf(routine, "start"), groups: groupsOf(routine) };
  /** @type {File[]} */
  const shared = [];
  const link = { download: "", click() {} };
  let isInstalled = true;
  let share = async (/** @type {{files: File[]}} */ { files: [file] }) => void shared.push(file);
  const fails = (/** @type {string} */ name) => () => Promise.reject(new DOMException("", name));
  Object.assign(globalThis, {
    document: { baseURI: `${site}plan/` },
    fetch: async (/** @type {URL} */ url) => Response.json(files.get(url.href) ?? null, { status: files.has(url.href) ? 200 : 404 }),
    window: {
      navigator: { canShare: () => true, share: (/** @type {any} */ given) => share(given) },
      matchMedia: () => ({ matches: isInstalled }),
      document: { createElement: () => link },
      setTimeout: () => 0,
    },
  });
  const said = () => saveTable({ plan, url: `${site}plan/#1.hr` }, new URL(site));
  assert.equal(await said(), "plan.csv was handed on.");
  const [{ name, type }] = shared;
  assert.deepEqual([name, type], ["plan.csv", "text/csv;charset=utf-8"]);
  assert.equal(Buffer.from(await shared[0].arrayBuffer()).toString("utf-8"), wanted);
  share = fails("AbortError");
  assert.equal(await said(), "");
  share = fails("NotAllowedError");
  assert.equal(await said(), "Your phone wants another tap: save the table once more.");
  isInstalled = false;
  assert.equal(await said(), "Saved as plan.csv.");
  assert.equal(link.download, "plan.csv");
});
