// A plan and its records as a routine for the timer, worded as on the pages.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { factsOf } from "../../../overrides/scripts/plan/plan-facts.js";
import { decode, encode } from "../../../overrides/scripts/shared/plan-link.js";
import { asRoutine, catalogue, withoutDefaults } from "../../../overrides/scripts/shared/plan-routine.js";
import { lengths, timeline } from "../../../overrides/scripts/shared/timeline.js";
import { doseOf } from "../../../overrides/scripts/plan/dose-of-data.js";
import { nowWritten } from "../../support/plan-vectors.js";
import { USUAL } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/shared/plan-routine.js").Exercised} Exercised */

/** @param {string} code @param {Exercised["laterality"]} laterality @param {any} start @param {any} goal @returns {Exercised} */
const record = (code, laterality, start, goal) => ({
  id: `the-${code}`,
  code,
  name: `Long ${code}`,
  short_name: code,
  spoken_name: `Say ${code}`,
  laterality,
  limb: laterality === "bilateral" ? "side" : "foot",
  cue: "",
  equipment: [],
  image: null,
  url: "",
  start: { ...doseOf(start), words: "start" },
  goal: { ...doseOf(goal), words: "goal" },
});
const RECORDS = [
  { ...record("cs", "unilateral", { hold_seconds: 30 }, { hold_seconds: 60 }), old_codes: ["oc", "od"] },
  record("kt", "bilateral", { reps: 8, tempo: "2-1-2-0" }, { reps: { min: 10, max: 12 }, or: { hold_seconds: 60 } }),
  record("wl", "alternating", { work_seconds: 30 }, { work_seconds: 60 }),
];
const { exercisesByCode, aliases } = catalogue(RECORDS);

/** @param {string} link */
const read = (link) => decode(link, exercisesByCode, aliases);
/** @param {string} link */
const routineOf = (link) => asRoutine(read(link), exercisesByCode);
/** @param {string} link */
const said = (link) => routineOf(link).steps.map(({ start }) => start.words.replaceAll("\u202f", " "));
/** @param {string} link */
const work = (link) =>
  timeline(routineOf(link)).filter(({ kind }) => kind === "work").map(({ side, seconds }) => `${seconds}${side ? ` ${side}` : ""}`);

test("exercises at their own doses are the routine that the pages have", () => {
  for (const [link, level] of /** @type {const} */ ([["#1.cs.kt.wl", "start"], ["#1g.cs.kt.wl", "goal"]])) {
    const { steps } = routineOf(link);
    for (const [index, { start, goal, exercise }] of steps.entries()) {
      assert.deepEqual({ ...start, words: level }, { ...RECORDS[index][level], or: start.or, paced_words: start.paced_words });
      assert.equal(goal, start, "at either level it is what the coach asked for");
      assert.deepEqual(exercise, RECORDS[index]);
    }
    const own = { ...routineOf(link), steps: RECORDS.map((each) => ({ ...steps[0], exercise: each, start: each.start, goal: each.goal })) };
    assert.deepEqual(timeline(routineOf(link)), timeline(own, { level }));
  }
  assert.deepEqual(said("#1g.cs-s.cs.oc-s").map((words) => words.split(" ")[0]), ["30", "60", "30"]);
});

test("pauses between steps and sides are those of a routine that says nothing else", () => {
  const { switch_seconds, transition_seconds } = routineOf("#1.cs");
  assert.deepEqual({ switch_seconds, transition_seconds }, USUAL);
});

test("a coach's dose is done and said", () => {
  assert.deepEqual(said("#1.cs2x45hr10.kt3x5x10hb2.wl45s.kt8t3110o20h"), [
    "2 × 45 s hold each foot, rest 10 s",
    "3 × 5 × 10 s hold, 2 s between",
    "45 s, alternating",
    "8 reps, tempo 3‑1‑1‑0, or 20 s hold",
  ]);
  assert.deepEqual(work("#1.cs2x45h"), ["45 right", "45 right", "45 left", "45 left"]);
  assert.equal(routineOf("#1.kt8o20h").steps[0].start.or?.words.replaceAll("\u202f", " "), "20 s hold");
});

test("a coach's side is done and said", () => {
  assert.deepEqual(work("#1.cs-l.cs-r.cs-b.cs-e.cs-a"), [
    "30", "30", "30", "30 right", "30 left",
    "30 right",
    "30 left",
  ]);
  assert.deepEqual(said("#1.cs-l.cs45hr.kt-e.wl30sb.cs10a.wl30h"), [
    "30 s hold, left foot only",
    "45 s hold, right foot only",
    "8 reps each side, tempo 2‑1‑2‑0",
    "30 s, both sides at once",
    "10 reps, alternating",
    "30 s hold each foot",
  ]);
  const { name, short_name, spoken_name, limb } = routineOf("#1.cs-l").steps[0].exercise;
  assert.deepEqual([name, short_name, spoken_name, limb], ["Long cs, left foot", "cs, left foot", "Say cs, left foot", "foot"]);
  for (const limb of /** @type {const} */ (["side", "foot", "leg", "knee", "hip", "arm", "hand", "shoulder"])) {
    for (const side of ["left", "right"]) {
      const [step] = asRoutine(read(`#1.cs-${side[0]}`), new Map([["cs", { ...RECORDS[0], limb }]])).steps;
      assert.deepEqual([step.start.words, step.exercise.name], [`30\u202fs hold, ${side} ${limb} only`, `Long cs, ${side} ${limb}`]);
    }
  }
  const worked = (/** @type {string} */ link) => {
    const exercise = routineOf(link).steps[0].exercise;
    return [exercise.laterality, "side" in exercise ? exercise.side : "none"];
  };
  assert.deepEqual(worked("#1.cs-l"), ["bilateral", "left"], "its figure is shown mirrored");
  assert.deepEqual(worked("#1.cs-r"), ["bilateral", "none"]);
  assert.deepEqual(worked("#1.wl-b"), ["bilateral", "none"]);
  assert.deepEqual(worked("#1.kt-e"), ["unilateral", "none"]);
  assert.deepEqual(worked("#1.cs10a"), ["alternating", "none"]);
  assert.deepEqual(said("#1.cs-e.kt-b.wl-a"), ["30 s hold each foot", "8 reps, tempo 2‑1‑2‑0", "30 s, alternating"], "the side that it has anyway");
});

test("a plan has its title for a name, and what is not there is left out", () => {
  assert.equal(routineOf("#1.cs.t=After-work").name, "After work");
  assert.equal(routineOf("#1.cs").name, "Your plan");
  assert.equal(asRoutine(decode("#1.cs.zz.kt", { has: () => true }), exercisesByCode).steps.length, 2);
  assert.ok(lengths(timeline(routineOf("#1.cs.kt.wl"))).total_seconds > 60);
});

test("a plan takes as long as its least and its most", () => {
  const said = (/** @type {{min: number, max: number}} */ work_seconds) => {
    const routine = routineOf("#1.wl");
    const [step] = routine.steps;
    const dose = { ...step.start, hold_seconds: null, reps: null, work_seconds };
    return factsOf({ ...routine, steps: [{ ...step, exercise: { ...step.exercise, laterality: "bilateral" }, start: dose, goal: dose }] });
  };
  assert.equal(said({ min: 120, max: 120 }).short_length.replaceAll("\u202f", " "), "2 min");
  assert.equal(said({ min: 120, max: 240 }).short_length.replaceAll("\u202f", " "), "2–4 min");
});

test("the rounds of a plan's group are in its length", () => {
  const routine = routineOf("#1.wl");
  const group = { name: "Circuit", first: 0, size: 1, words: "", round_rest_seconds: 60 };
  const seconds = (/** @type {number} */ rounds) => lengths(timeline({ ...routine, groups: [{ ...group, rounds }] })).total_seconds;
  const facts = (/** @type {number} */ rounds) => factsOf({ ...routine, groups: [{ ...group, rounds }] }).short_length;
  assert.equal(seconds(3), 3 * seconds(1) + 2 * 60);
  assert.notEqual(facts(3), facts(1));
});

test("no link makes more intervals than a phone can keep", () => {
  const intervals = (/** @type {string} */ item) => timeline(routineOf(`#1${`.${item}`.repeat(30)}`)).length;
  assert.equal(intervals("cs1x200x3600hr600b600"), 30 * (1 + 2 * 199 + 1));
  assert.equal(intervals("cs20x200x3600hr600b600"), 30 * (1 + 2 * 199 + 1));
  assert.equal(intervals("wl20x200x3600hr600b600"), 30 * (1 + 399));
});

test("retired codes lead to their successors", () => {
  assert.deepEqual([...aliases], [["oc", "cs"], ["od", "cs"]]);
  assert.deepEqual(read("#1.od").replaced, [{ from: "od", to: "cs" }]);
});

test("what is as usual is not in the link", () => {
  const short = (/** @type {string} */ link) => encode(withoutDefaults(read(link), exercisesByCode));
  assert.equal(short("#1.cs30he.kt8t2120b.wl30sa"), nowWritten("#1.cs.kt.wl"));
  assert.equal(short("#1g.cs60h.kt10-12o60h.wl-g"), nowWritten("#1g.cs.kt.wl"));
  assert.equal(short("#1g.cs30h.kt8t2120.cs-s.wl-sa"), nowWritten("#1g.cs30h.kt8t2120.cs-s.wl-s"));
  assert.equal(short("#1.cs31h.kt10-12o50h"), nowWritten("#1.cs31h.kt10-12o50h"));
  for (const link of ["#1.wl-sa", "#1.wl30sa"]) {
    const [{ level, dose, side }] = withoutDefaults(read(link), exercisesByCode).steps;
    assert.deepEqual([level, dose, side], [null, null, null]);
  }
});
