// Where one is in a programme on a day, and what is due.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { dateOf, dayNumber, doseWords, dueOn, isDue, nextDay, placeIn, stretches, validStarts, weekday } from "../../../overrides/scripts/reading/programme-days.js";

/** @typedef {import("../../../overrides/scripts/reading/programme-days.js").PhaseSession} PhaseSession */

/** @param {Partial<PhaseSession>} [own] @returns {PhaseSession} */
const session = (own) => ({
  routine: "a", name: "A", url: "routines/a/", level: "start", days: [], every_days: 1, times_a_week: null,
  times_a_day: { min: 1, max: 1 }, every_minutes: 0, between: null, words: "", ...own,
});

/** @param {number} phase @param {number} first @param {number | null} last @param {number} sessions */
const weeks = (phase, first, last, sessions) => ({
  phase, first, last, words: "",
  sessions: Array.from({ length: sessions }, () => ({ length: { work_seconds: { min: 60, max: 60 }, changeover_seconds: 0 }, doses: [] })),
});

const PROGRAMME = {
  id: "p", name: "P", url: "programmes/p/",
  phases: [
    { name: "One", weeks: { first: 1, last: 2 }, until: "", enter_when: [], sessions: [session({ days: ["tuesday", "thursday"] })] },
    { name: "Two", weeks: null, until: "You can.", enter_when: [], sessions: [session({ every_days: 2 }), session({ times_a_week: { min: 3, max: 3 } })] },
    { name: "Three", weeks: { first: 1, last: 4 }, until: "", enter_when: [], sessions: [session()] },
  ],
  weeks: [weeks(0, 1, 1, 1), weeks(0, 2, 2, 1), weeks(1, 3, 4, 2), weeks(1, 5, null, 2), weeks(2, 1, 4, 1)],
};

const MONDAY = dayNumber("2026-11-30");

/** @param {number} after days @param {string[]} [starts] */
function at(after, starts = ["2026-11-30"]) {
  const place = placeIn(PROGRAMME, starts, MONDAY + after);
  return place.kind === "in" ? [place.phase, place.week, place.weeks.first, place.dayOfPhase] : place.kind;
}

test("days are numbered from Monday, over the change of the clocks and of the year", () => {
  assert.equal(weekday(MONDAY), 0);
  assert.equal(weekday(dayNumber("2026-12-03")), 3);
  assert.equal(dateOf(dayNumber("2026-12-31") + 1), "2027-01-01");
  assert.equal(dayNumber("2026-10-26") - dayNumber("2026-10-24"), 2);
});

test("a week has seven days from the first day on, and a phase ends with its last week", () => {
  assert.equal(at(-1), "before");
  assert.deepEqual(at(0), [0, 1, 1, 0]);
  assert.deepEqual(at(6), [0, 1, 1, 6]);
  assert.deepEqual(at(7), [0, 2, 2, 7]);
  assert.deepEqual(at(13), [0, 2, 2, 13]);
});

test("an open phase goes on until one has gone on, and weeks are counted from 1 then", () => {
  assert.deepEqual(at(14), [1, 3, 3, 0]);
  assert.deepEqual(at(300), [1, 43, 5, 286]);
  assert.deepEqual(at(300, ["2026-11-30", "2027-09-20"]), [2, 1, 1, 6]);
  assert.equal(at(400, ["2026-11-30", "2027-09-20"]), "over");
});

test("phases are counted together up to each open one", () => {
  assert.deepEqual(stretches(PROGRAMME), [[0, 1], [2]]);
  assert.deepEqual(stretches({ phases: PROGRAMME.phases.slice(0, 2) }), [[0, 1]]);
});

test("sessions are due on their days, every so many days of the phase, or on any day", () => {
  const due = (/** @type {number} */ after) => dueOn(PROGRAMME, placeIn(PROGRAMME, ["2026-11-30"], MONDAY + after), MONDAY + after);
  assert.deepEqual([0, 1, 2, 3, 4].map(due), [[], [0], [], [0], []]);
  assert.deepEqual([14, 15, 16].map(due), [[0, 1], [1], [0, 1]]);
  assert.deepEqual(due(-3), []);
});

test("the next day with something due is found, if it is within thirteen weeks", () => {
  assert.equal(nextDay(PROGRAMME, ["2026-11-30"], MONDAY)?.day, MONDAY + 1);
  assert.equal(nextDay(PROGRAMME, ["2027-03-02"], MONDAY)?.day, undefined);
  assert.equal(nextDay(PROGRAMME, ["2026-12-21"], MONDAY)?.day, MONDAY + 22);
  assert.equal(nextDay(PROGRAMME, ["2026-11-30", "2026-12-01"], MONDAY + 28), null);
});

for (const kept of [undefined, null, {}, "2026-11-30", [1], ["soon"], ["2026-13-45"], ["2026-11-30", null]]) {
  test(`what a browser holds that is no list of days counts as nothing: ${JSON.stringify(kept)}`, () => {
    assert.deepEqual(validStarts(kept, PROGRAMME), []);
  });
}

test("more days than a programme has stretches are left out", () => {
  assert.deepEqual(validStarts(["2026-11-30", "2026-12-30", "2027-01-30"], PROGRAMME), ["2026-11-30", "2026-12-30"]);
});

test("a session of every second week is due in these alone", () => {
  const own = session({ days: ["monday"], every_weeks: 2, first_week: 3 });
  const due = [1, 2, 3, 4, 5].map((week) => isDue(own, week, 0, MONDAY));
  assert.deepEqual(due, ["not", "not", "due", "not", "due"]);
  assert.equal(isDue(session({ first_week: 3 }), 4, 0, MONDAY), "due");
  assert.equal(isDue(session({ first_week: null }), 1, 0, MONDAY), "due");
});

test("the next day is found behind weeks without any", () => {
  const own = { ...PROGRAMME.phases[2], weeks: { first: 1, last: 12 }, sessions: [session({ days: ["monday"], every_weeks: 6, first_week: 2 })] };
  const programme = { ...PROGRAMME, phases: [own], weeks: [weeks(0, 1, 12, 1)] };
  assert.equal(nextDay(programme, ["2026-11-30"], MONDAY)?.day, MONDAY + 7);
  assert.equal(nextDay(programme, ["2026-11-30"], MONDAY + 7)?.day, MONDAY + 49);
});

test("a dose says which step it is of where its exercise comes again", () => {
  const dose = /** @type {any} */ ({ words: "8 min" });
  assert.equal(doseWords({ step: 3, exercise: "run", name: "Run", which: "2 of 2", dose }), "Run, 2 of 2: 8 min");
  assert.equal(doseWords({ step: 0, exercise: "run", name: "Run", which: "", dose }), "Run: 8 min");
});
