// Doses in words, by the vectors that hold Python's to the same.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { dose, seconds, side } from "../../../overrides/scripts/shared/dose-words.js";
import { parsed } from "../../../overrides/scripts/shared/time-words.js";
import { doseOf } from "../../support/data-doses.js";

/** @typedef {import("../../../overrides/scripts/shared/dose-words.js").Laterality} Laterality */
/**
 * @type {{doses: {dose: Record<string, any>, laterality: Laterality, limb: string, words: string}[],
 *   seconds: [number | [number, number], string][]}}
 */
const VECTORS = JSON.parse(readFileSync(new URL("../../vectors/doses.json", import.meta.url), "utf-8"));
const marked = (/** @type {string} */ text) => text.replaceAll("\u202f", "_");

test("a dose is said as the pages say it", () => {
  assert.ok(VECTORS.doses.length > 80);
  for (const each of VECTORS.doses) {
    assert.equal(marked(dose(doseOf(each.dose), side(each.laterality, each.limb))), each.words);
  }
});

test("a dose from a file of records, where spaces and hyphens are plain, is shown as the pages show it", () => {
  const plain = (/** @type {string} */ words) => words.replaceAll("\u202f", " ").replaceAll("\u2011", "-");
  for (const each of VECTORS.doses) {
    const words = dose(doseOf(each.dose), side(each.laterality, each.limb));
    assert.deepEqual(parsed(JSON.stringify({ name: "10 s", steps: [{ words: plain(words) }] })), { name: "10 s", steps: [{ words }] });
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
