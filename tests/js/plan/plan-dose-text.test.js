// Doses as a coach types them.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { doseIn } from "../../../overrides/scripts/plan/plan-dose-text.js";
import * as words from "../../../overrides/scripts/shared/dose-words.js";
import { normalizeDose, writtenDose } from "../../../overrides/scripts/shared/plan-dose.js";
import { chance } from "../../support/chance.js";
import { doseOf } from "../../support/data-doses.js";
import { cases } from "../../support/random-cases.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Dose} Dose */

/** @type {{dose: Record<string, any>}[]} */
const DOSES = ["doses", "wider-doses"].flatMap((name) => JSON.parse(readFileSync(`tests/vectors/${name}.json`, "utf-8")).doses);
const BEFORE = doseOf({ reps: 10 });

/** What a text is, as a link has it; the text itself in brackets where it cannot be read. @param {string} typed */
function read(typed, before = BEFORE) {
  const found = doseIn(typed, before);
  if ("unread" in found) return `[${found.unread}]`;
  const dose = normalizeDose(found.dose);
  return dose ? writtenDose(dose) : "";
}

test("what pages say of a dose is read as that dose", () => {
  assert.ok(DOSES.length > 90);
  const missed = [];
  for (const { dose: given } of DOSES) {
    const dose = /** @type {Dose} */ (normalizeDose(doseOf(given)));
    const said = words.dose(dose, "");
    const again = read(said, dose);
    if (again !== writtenDose(dose)) missed.push(`${said}: ${again}, not ${writtenDose(dose)}`);
  }
  assert.deepEqual(missed, []);
});

test("a dose is read however a coach writes it", () => {
  for (const [typed, written] of [
    ["3x10", "3x10"],
    ["3 X 12", "3x12"],
    ["3 sets of 10-12 reps", "3x10-12"],
    ["2–3 × 10–15, rest 60–90 s", "2-3x10-15r60-90"],
    ["2-3 x 10 to 15 with 12 kg, 60-90 sec rest", "2-3x10-15r60-90w12kg"],
    ["10", "10"],
    ["12 repetitions each with 5 kg", "[each with 5 kg]"],
    ["3 × 30 s hold", "3x30h"],
    ["3 x 30 seconds hold, rest 1 min", "3x30hr60"],
    ["45 s", "45s"],
    ["1 min 30 s", "90s"],
    ["10 × 100 m", "10x100m"],
    ["5 km", "5000m"],
    ["5 breaths, in 4 s, hold 7 s, out 8 s", "5vp4-7-8"],
    ["3 × as many as possible", "3xmax"],
    ["1 × to fatigue", "1xfat"],
    ["3 x 8 @ 60 kg, effort 7 of 10", "3x8w60kgf7rpe"],
    ["3 x 8 60kg RPE 7-8", "3x8w60kgf7-8rpe"],
    ["3 × 8, 2 reps in reserve, tempo 3-1-X-0", "3x8t31x0f2rir"],
    ["3 × 8, tempo 3110", "3x8t3110"],
    ["2 × 10, then as many reps as possible", "2x10u1xmax"],
    ["8, 5, 3 reps with 60 kg, rest 2 min", "8r120w60kgu5r120w60kgu3w60kg"],
    ["2 × 10 with red band, then 2 x 8 with green band", "2x10wb3-redu2x8wb5-green"],
    ["3 × 10 with 1,5 kg.", "3x10w1d5kg"],
    ["12 or more", "12y"],
    ["10 reps or 60 s hold", "10o60h"],
  ]) assert.equal(read(typed), written, typed);
});

test("what cannot be read is told from where on it cannot", () => {
  for (const [typed, told] of [
    ["", "[]"],
    ["many", "[many]"],
    ["3 x", "[x]"],
    ["3 × 10, slowly", "[slowly]"],
    ["3 × 10, rest", "[rest]"],
    ["3 × 10 each foot", "[each foot]"],
    ["10 or 12 or 14", "[or 14]"],
    ["10 or so", "[so]"],
    ["3 × 10, then", "[then]"],
    ["3 × 10 <b>", "[<b>]"],
  ]) assert.equal(read(typed), told, typed);
});

test("whatever is typed is read in no time, and never throws", () => {
  const random = chance(31);
  const parts = ["3", " x ", "10", "-", "12", " s", " hold", ", ", "then ", "with ", "kg", " band", "rest ", " or ", "min", "red", "effort ", "%", "(", "as many as possible", "in 4 s", "tempo 3-1-1-0", "\u202f", "’"];
  for (let round = 0; round < cases(3000); round += 1) {
    const typed = Array.from({ length: 1 + Math.floor(random() * 14) }, () => parts[Math.floor(random() * parts.length)]).join("");
    const found = doseIn(typed, BEFORE);
    if ("unread" in found) continue;
    const dose = normalizeDose(found.dose);
    assert.ok(dose, typed);
    const again = doseIn(words.dose(dose, ""), dose);
    assert.ok("dose" in again, `${typed}: ${words.dose(dose, "")}`);
    assert.equal(words.dose(/** @type {Dose} */ (normalizeDose(again.dose)), ""), words.dose(dose, ""), typed);
  }
});
