// How times and equipment are worded on the timer's screen, with lengths of a session as on the pages.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { capital, directionOf, doseOf, fetched, needed, sideOf, within } from "../../../overrides/scripts/shared/routine-words.js";
import { clock, ems, exactly, minutes, spoken, widest } from "../../../overrides/scripts/shared/time-words.js";
import { ESTIMATED_MINUTES } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Exercise} Exercise */

/** @type {[number, number, string][]} */
const LENGTHS = JSON.parse(readFileSync(new URL("../../vectors/session-lengths.json", import.meta.url), "utf-8")).lengths;
const plain = (/** @type {string} */ text) => text.replaceAll("\u202f", " ");

test("lengths of a session are said as on the pages", () => {
  for (const [least, most, words] of LENGTHS) assert.equal(plain(minutes(least, most)), words);
  for (const [least, most, words] of ESTIMATED_MINUTES) assert.equal(plain(minutes(least, most, true)), words.replaceAll("_", " "));
});

test("what is left is said to the second, with a thin space before each unit", () => {
  for (const [seconds, words] of /** @type {const} */ ([
    [0, "0 s"],
    [1, "1 s"],
    [59, "59 s"],
    [60, "1 min"],
    [380, "6 min 20 s"],
    [3599, "59 min 59 s"],
    [3600, "1 h"],
    [3659, "1 h"],
    [7500, "2 h 5 min"],
  ])) {
    assert.equal(plain(exactly(seconds)), words);
  }
  assert.equal(exactly(380), "6\u202fmin 20\u202fs");
});

test("the clock counts seconds below a hundred, and minutes and seconds from there on", () => {
  for (const [seconds, words] of /** @type {const} */ ([
    [0, "0"],
    [9, "9"],
    [99, "99"],
    [100, "1:40"],
    [119, "1:59"],
    [600, "10:00"],
    [3600, "60:00"],
    [5999, "99:59"],
    [6000, "1:40:00"],
    [6065, "1:41:05"],
  ])) {
    assert.equal(clock(seconds), words);
  }
});

test("a screen reader says units in full", () => {
  for (const [seconds, words] of /** @type {const} */ ([
    [1, "1 second"],
    [60, "60 seconds"],
    [99, "99 seconds"],
    [120, "2 minutes"],
    [150, "2 minutes 30 seconds"],
    [121, "2 minutes 1 second"],
  ])) {
    assert.equal(spoken(seconds), words);
  }
});

test("the width of a text grows with its letters, and its widest part is between two places for a line to break", () => {
  assert.equal(ems(""), 0);
  assert.ok(ems("ill") < ems("aaa") && ems("aaa") < ems("WWW"));
  assert.equal(ems("10"), ems("47"), "digits are of one width");
  assert.equal(widest("Kneeling top-of-foot stretch"), ems("Kneeling"));
  assert.equal(widest("top-of-foot"), ems("foot"), "a line may break after a hyphen");
  assert.equal(widest(""), 0);
});

test("a name within a sentence begins small, but for acronyms and proper names", () => {
  const names = JSON.parse(readFileSync(new URL("../../vectors/names-within.json", import.meta.url), "utf-8"));
  for (const [name, words] of names) assert.equal(within(name), words);
  assert.equal(capital("left foot"), "Left foot");
});

test("a side is named with the limb of its exercise, and with what is known of it", () => {
  for (const limb of /** @type {const} */ (["side", "foot", "leg", "knee", "hip", "arm", "hand", "shoulder"])) {
    const of = /** @type {Exercise} */ ({ limb });
    assert.deepEqual([sideOf("right", of), sideOf("left", of), sideOf(null, of)], [`right ${limb}`, `left ${limb}`, ""]);
    assert.deepEqual([sideOf("right", of, "in-turn"), sideOf("left", of, "in-turn")], [`right ${limb}`, `left ${limb}`]);
    assert.deepEqual([sideOf("right", of, "weaker-first"), sideOf("left", of, "weaker-first")], [`weaker ${limb}`, `other ${limb}`]);
    assert.deepEqual([sideOf("right", of, "affected-first"), sideOf("left", of, "affected-first")], [`affected ${limb}`, `other ${limb}`]);
  }
  assert.equal(sideOf("left", /** @type {any} */ ({ limb: "" })), "left side");
  const ways = /** @type {any} */ ({ directions: ["forward", "back"] });
  assert.deepEqual([0, 1, undefined].map((direction) => directionOf(/** @type {any} */ ({ direction }), ways)), ["forward", "back", ""]);
});

/** @param {{name: string, required?: boolean, substitutes?: string[]}[]} equipment */
const exercise = (...equipment) =>
  /** @type {Exercise} */ (/** @type {unknown} */ ({
    equipment: equipment.map((thing) => ({ required: true, substitutes: [], ...thing })),
  }));
const dome = { name: "Half dome", substitutes: ["Thick rolled towel"] };
const mirror = { name: "Mirror", required: false };

test("what to fetch is what is needed, or what does as well, and is not there yet", () => {
  assert.equal(fetched(exercise(dome)), "Half dome or thick rolled towel");
  assert.equal(fetched(exercise(dome, { name: "Yoga block" })), "Half dome or thick rolled towel, yoga block");
  assert.equal(fetched(exercise(mirror)), "", "nobody has to fetch what only helps");
  assert.equal(fetched(exercise(dome), exercise(dome)), "");
  assert.equal(fetched(exercise(dome), exercise({ ...dome, required: false })), "Half dome or thick rolled towel");
  assert.equal(fetched(undefined), "");
});

test("what to have at hand is each thing once, what is needed first", () => {
  const steps = (/** @type {Exercise[]} */ ...each) => /** @type {any[]} */ (each.map((one) => ({ exercise: one })));
  assert.deepEqual(needed(steps(exercise(mirror), exercise(dome), exercise(dome, mirror))), [
    "Half dome or thick rolled towel",
    "Mirror, if you have one",
  ]);
  assert.deepEqual(needed(steps(exercise({ ...dome, required: false }), exercise(dome))), ["Half dome or thick rolled towel"]);
  assert.deepEqual(needed(steps(exercise())), ["Nothing but a floor."]);
});

test("a dose is said as chosen: at its level, and the other one where there is one", () => {
  const step = /** @type {any} */ ({ start: { words: "8 reps", or: { words: "30 s hold" } }, goal: { words: "12 reps", or: null } });
  assert.equal(doseOf(step, "start", false), "8 reps");
  assert.equal(doseOf(step, "start", true), "30 s hold");
  assert.equal(doseOf(step, "goal", true), "12 reps");
});
