// Doses in words, by the vectors that hold Python's to the same.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { amount, brief, details, dose, pace, seconds, side } from "../../../overrides/scripts/shared/dose-words.js";
import { parsed } from "../../../overrides/scripts/shared/time-words.js";
import { doseOf } from "../../../overrides/scripts/plan/dose-of-data.js";

/** @typedef {import("../../../overrides/scripts/shared/dose-words.js").Laterality} Laterality */
/** @typedef {{dose: Record<string, any>, laterality: Laterality, limb: string, directions?: string[], words: string}} Said */
/** @param {string} name @returns {any} */
const read = (name) => JSON.parse(readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), "utf-8"));
/** @type {{doses: Said[], seconds: [number | [number, number], string][]}} */
const VECTORS = read("doses");
/** @type {{doses: Said[], paced: any[], pairs: any[]}} */
const WIDER = read("wider-doses");
const SAID = [...VECTORS.doses, ...WIDER.doses];
const marked = (/** @type {string} */ text) => text.replaceAll("\u202f", "_");

/** @param {Said} vector */
function said({ dose: data, ...exercise }) {
  const found = doseOf(data);
  return dose(found, side(exercise, found.side_order));
}

test("a dose is said as the pages say it", () => {
  assert.ok(VECTORS.doses.length > 80 && WIDER.doses.length > 80);
  for (const each of SAID) assert.equal(marked(said(each)), each.words);
});

test("a dose from a file of records, where spaces and hyphens are plain, is shown as the pages show it", () => {
  const plain = (/** @type {string} */ words) => words.replaceAll("\u202f", " ").replaceAll("\u2011", "-");
  for (const each of SAID) {
    const words = said(each);
    assert.deepEqual(parsed(JSON.stringify({ name: "10 s", steps: [{ words: plain(words) }] })), { name: "10 s", steps: [{ words }] });
  }
});

test("paper has the amount with its load on a line, and the details apart", () => {
  for (const { start, goal, lines, details: behind, ...exercise } of WIDER.pairs.filter((each) => !each.in_one)) {
    const doses = [start, goal].map(doseOf);
    const [first, then = first] = lines.map((/** @type {string} */ line) => line.replace("→ ", ""));
    assert.deepEqual(doses.map((each) => marked(amount(each))), [first, then]);
    const which = side(exercise);
    const [here, later] = doses.map((each) => details(each).map(marked));
    const added = later.filter((each) => !here.includes(each)).map((each) => `later ${each}`);
    assert.deepEqual([...(which ? [which] : []), ...here, ...added], behind);
  }
});

test("a brief dose says how much, and what stands beneath says its tempo in words", () => {
  for (const { dose: data, brief: much, details: beneath, words: whole, ...exercise } of WIDER.paced) {
    const found = doseOf(data);
    const said = [brief(found, side(exercise)), details(found, pace).join(", "), dose(found, side(exercise), pace)];
    assert.deepEqual(said.map((each) => marked(each).replaceAll("\u00a0", "_")), [much, beneath, whole]);
  }
});

test("seconds are said as the pages say them", () => {
  assert.ok(VECTORS.seconds.length > 10);
  for (const [time, words] of VECTORS.seconds) {
    assert.equal(marked(seconds(typeof time === "number" ? time : { min: time[0], max: time[1] })), words);
  }
});

test("a side that only a plan can ask for is set off by a comma", () => {
  const hold = doseOf({ sets: 2, hold_seconds: 30, rest_seconds: 10, or: { reps: 8 } });
  assert.equal(marked(dose(hold, "left foot only")), "2_×_30_s hold, left foot only, rest 10_s, or 8_reps");
});

test("a dose without an amount is a mistake of the program's, and said so", () => {
  assert.throws(() => dose(doseOf({}), ""), /a dose without an amount/);
});
