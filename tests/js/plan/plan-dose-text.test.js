// Doses as a coach types them: read as the dataset reads them, and refused where a plan's link cannot carry them.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { doseOf } from "../../../overrides/scripts/plan/dose-of-data.js";
import { NotUnderstood, read as readText } from "../../../overrides/scripts/plan/dose-text.js";
import { typedWords } from "../../../overrides/scripts/plan/plan-dose-fields.js";
import { doseIn } from "../../../overrides/scripts/plan/plan-dose-text.js";
import * as words from "../../../overrides/scripts/shared/dose-words.js";
import { normalizeDose, writtenDose } from "../../../overrides/scripts/shared/plan-dose.js";
import { decode, encode } from "../../../overrides/scripts/shared/plan-link.js";
import { chance } from "../../support/chance.js";
import { matchGolden } from "../../support/derived.js";
import { cases } from "../../support/random-cases.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Dose} Dose */
/** @typedef {{text: string, start: Record<string, any>, goal?: Record<string, any>, limb?: string, directions?: string[], alternates?: boolean}} Vector */

const vectors = (/** @type {string} */ name) => JSON.parse(readFileSync(`tests/vectors/${name}.json`, "utf-8"));
/** @type {{read: Vector[], not_understood: {text: string, what: string}[]}} */
const TEXTS = vectors("dose-texts");
/** @type {{dose: Record<string, any>}[]} */
const DOSES = ["doses", "wider-doses"].flatMap((name) => vectors(name).doses);
const BEFORE = doseOf({ reps: 10 });
/** @type {import("../../../overrides/scripts/plan/plan-dose-text.js").Sided} */
const PLAIN = { laterality: "bilateral", limb: "side" };

/** What a text is, as a link has it, with its side; what is wrong with it in brackets. @param {string} typed */
function read(typed, before = BEFORE, exercise = PLAIN) {
  const found = doseIn(typed, before, exercise, normalizeDose);
  return "fault" in found ? `[${found.fault}]` : `${writtenDose(found.dose)}${found.side ? ` ${found.side}` : ""}`;
}

const said = (/** @type {Dose} */ dose) => typedWords(dose, words.dose(dose, ""));

test("each line is read as the dataset reads it", () => {
  for (const { text, start, goal, limb = "", directions = [], alternates = false } of TEXTS.read) {
    const found = readText(text);
    assert.deepEqual(found.lines.map(({ dose }) => dose), goal ? [start, goal] : [start], text);
    assert.deepEqual([found.limb, found.directions, found.alternates], [limb, directions, alternates], text);
  }
});

test("a space that breaks no line is a space, and each hyphen a hyphen", () => {
  for (const odd of ["3\u00a0×\u20098\u201110", "3\u202f×\u20028\u201210", "3 ×\u200a8\u201010"]) assert.deepEqual(readText(odd), readText("3 × 8-10"));
});

test("what the dataset refuses is refused, and the same part of it is named", () => {
  for (const { text, what } of TEXTS.not_understood) {
    assert.throws(() => readText(text), (fault) => fault instanceof NotUnderstood && fault.message === what, text);
    assert.match(read(text), /^\[.+\]$/, text);
  }
});

test("a plan's link carries each line with its side, but for a goal dose and for directions that its exercise has not", () => {
  const refused = [];
  for (const { text, start, limb, directions, alternates } of TEXTS.read) {
    const exercise = { ...PLAIN, limb: limb ?? "side" };
    const found = doseIn(text, BEFORE, exercise, normalizeDose);
    if ("fault" in found) {
      refused.push(text);
      continue;
    }
    const step = { code: "tl", level: null, dose: found.dose, side: found.side ?? null };
    const [opened] = decode(encode({ level: "start", title: "", note: "", steps: [step] }), new Set(["tl"])).steps;
    assert.equal(opened.side, alternates ? "alternating" : limb ? "each" : null, text);
    assert.deepEqual(opened.dose, normalizeDose(doseOf(start)), text);
    assert.equal(directions, undefined, text);
  }
  assert.deepEqual(refused, ["10 forward and 10 back", "2 x 8 → 3 x 12"]);
});

test("what the field shows of a dose is read as that dose", () => {
  assert.ok(DOSES.length > 90);
  const once = /** @type {Dose} */ (normalizeDose(doseOf({ reps: 3 })));
  assert.equal(typedWords(once, "3\u202f×\u202f5 s rest between, each half\u2011way"), "3 × 5 s rest between reps, each half-way");
  const missed = [];
  for (const { dose: given } of DOSES) {
    const dose = /** @type {Dose} */ (normalizeDose(doseOf(given)));
    const again = read(said(dose), dose);
    if (again !== writtenDose(dose)) missed.push(`${said(dose)}: ${again}, not ${writtenDose(dose)}`);
  }
  assert.deepEqual(missed, []);
});

test("a dose is read however a coach writes it", () => {
  for (const [typed, written] of [
    ["3 X 12", "3x12"],
    ["3 sets of 10-12 reps", "3x10-12"],
    ["2-3 x 10 to 15 with 12 kg, 60-90 sec rest", "2-3x10-15r60-90w12kg"],
    ["12 repetitions each with 5 kg", "12w5kg each"],
    ["3 x 30 seconds hold, rest 1 min", "3x30hr60"],
    ["10 × 100 m", "10x100m"],
    ["3 × as many as possible", "3xmax"],
    ["1 × to fatigue", "1xfat"],
    ["3 x 8 60kg RPE 7-8", "3x8w60kgf7-8rpe"],
    ["3 × 8, 2 reps in reserve, tempo 3-1-X-0", "3x8t31x0f2rir"],
    ["3 × 8, tempo 3110", "3x8t3110"],
    ["8, 5, 3 reps with 60 kg, rest 2 min", "8r120w60kgu5r120w60kgu3w60kg"],
    ["2 × 10 with red band, then 2 x 8 with green band", "2x10wb3-redu2x8wb5-green"],
    ["3 × 10 with 1,5 kg.", "3x10w1d5kg"],
    ["1 x 5 x 10 s, 2 s between reps", "1x5x10hb2"],
  ]) assert.equal(read(typed), written, typed);
});

test("what a text does not say stays, and names of loads that the dose has are known", () => {
  const before = doseOf({ sets: 3, reps: 10, load: { band: "x-light" }, switch_seconds: 8, side_order: "weaker-first" });
  assert.equal(read("4 × 10 with x-light band", before), "4x10wb7-x-lightc8w");
  assert.equal(read("4 × 10 in turn, switch 5 s", before), "4x10c5t");
  const sack = doseOf({ reps: 10, load: { words: "a full rucksack" } });
  assert.equal(read("12 reps with a full rucksack", sack), "12ww15-a-full-rucksack");
  const walk = doseOf({ distance_metres: 400, estimate_seconds: 200 });
  assert.deepEqual([read("2 x 400 m", walk), read("2 x 400 m in 3 min", walk), read("500 m", walk)], ["2x400mq200", "2x400mq180", "500m"]);
});

test("a side that is typed is the exercise's own, or it is said whose it is", () => {
  const leg = { ...PLAIN, limb: "leg" };
  assert.equal(read("3 x 10 each side", BEFORE, leg), "3x10 each");
  assert.equal(read("3 x 10 each leg", BEFORE, leg), "3x10 each");
  for (const limb of /** @type {const} */ (["foot", "leg", "knee", "hip", "arm", "hand", "shoulder"])) {
    const other = limb === "arm" ? "leg" : "arm";
    assert.equal(
      read(`3 x 10 each ${other}`, BEFORE, { ...PLAIN, limb }),
      `[“each ${other}” is of another exercise: this one is done with each ${limb}. Write each side, or choose another exercise.]`,
    );
  }
  const ways = { ...PLAIN, directions: ["forward", "back"] };
  assert.equal(read("10 forward and 10 back", BEFORE, ways), "10");
  assert.match(read("10 up and 10 down", BEFORE, ways), /its own are forward and back/);
});

test("what no plan can carry is refused, and the part is named", () => {
  const typed = [
    "",
    "3 × 10, slowly",
    "3 × 10, rest",
    "10 or 12 or 14",
    "8 or 12",
    "3 × 10 <b>",
    "3 x 10, rest 60 s, rest 90 s",
    "3 x 10, 20 kg, 30 kg",
    "10, rest 60 s",
    "3 x 10 or 10 breaths, rest 60 s",
    "3 x 30 s, 2 s between reps",
    "3 x 30 s, tempo 3-1-1-0",
    "10, every 60 s",
    "3 x 900",
    "3 x 10, then 900",
    "300 x 10",
    "3 x 10 @ 2000 kg",
    Array(30).fill("5").map((each, at) => Number(each) + at).join(", "),
    "3 x 10, RPE 7.3",
    "3 x 10, 3 times a week",
    "2 x 8 → 3 x 12",
    ...TEXTS.not_understood.map(({ text }) => text),
  ];
  matchGolden("plan-dose-faults", typed.map((each) => `${each}: ${read(each)}`));
});

test("whatever is typed is read in no time, and what is read says the same again", () => {
  const random = chance(31);
  const parts = ["3", " x ", "10", "-", "12", " s", " hold", ", ", "then ", "with ", "kg", " band", "rest ", " or ", "min", "red", "effort ", "%", "(", "as many as possible", "in 4 s", "tempo 3-1-1-0", "\u202f", "’", " each side", " → "];
  for (let round = 0; round < cases(3000); round += 1) {
    const typed = Array.from({ length: 1 + Math.floor(random() * 14) }, () => parts[Math.floor(random() * parts.length)]).join("");
    const found = doseIn(typed, BEFORE, PLAIN, normalizeDose);
    if ("fault" in found) continue;
    assert.equal(read(said(found.dose), found.dose), writtenDose(found.dose), `${typed}: ${said(found.dose)}`);
  }
});
