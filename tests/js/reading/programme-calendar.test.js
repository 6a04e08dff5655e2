// The calendar file of a programme, from the day on which its reader begins.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { programmeCalendar } from "../../../overrides/scripts/reading/programme-calendar.js";

const URL_ = "https://coach.example/physio/lim.ber/programmes/p/";
const NOW = new Date(2026, 10, 20, 12);
const LENGTH = { work_seconds: { min: 300, max: 600 }, changeover_seconds: 30 };

/** @param {object} own @returns {any} */
const session = (own) => ({
  routine: "a", name: "Strength, A", url: "routines/a/", level: "start", days: [], every_days: 1, times_a_week: null,
  times_a_day: { min: 1, max: 1 }, every_minutes: 0, between: null, words: "each day", ...own,
});
/** @param {number} phase @param {number} first @param {number | null} last @param {any[]} [doses] @returns {any} */
const weeks = (phase, first, last, doses = []) => ({ phase, first, last, words: "", sessions: [{ length: LENGTH, doses }] });

/** @param {any} phases @param {any} all @param {string[]} starts */
function events(phases, all, starts) {
  const text = programmeCalendar({ programme: { id: "p", name: "P", url: "programmes/p/", phases, weeks: all }, starts, url: URL_, now: NOW });
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75);
  return text
    .replaceAll("\r\n ", "")
    .split("BEGIN:VEVENT\r\n")
    .slice(1)
    .map((event) => Object.fromEntries(event.split("\r\n").map((line) => [line.split(":")[0], line.slice(line.indexOf(":") + 1)]).reverse()));
}

/** @param {object} own @param {object} [phase] */
const one = (own, phase) => events([{ weeks: { first: 1, last: 2 }, sessions: [session(own)], ...phase }], [weeks(0, 1, 2)], ["2026-12-02"]);

test("a session on days of the week recurs until its weeks are over", () => {
  const [event, ...more] = one({ days: ["tuesday", "thursday"] });
  assert.deepEqual(more, []);
  assert.equal(event.DTSTART, "20261203T073000"); // the first day is a Wednesday
  assert.equal(event.DTEND, "20261203T074100");
  assert.equal(event.RRULE, "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261215T235959");
  assert.equal(event.SUMMARY, "Strength\\, A");
  assert.equal(event.UID, "p-1-1-1-1.physio.lim%2Eber@coach.example");
});

test("a session each day, every second day, and on so many days a week", () => {
  assert.equal(one({})[0].RRULE, "FREQ=DAILY;UNTIL=20261215T235959");
  assert.equal(one({ every_days: 2 })[0].RRULE, "FREQ=DAILY;INTERVAL=2;UNTIL=20261215T235959");
  assert.equal(one({ times_a_week: { min: 3, max: 4 } })[0].RRULE, "FREQ=WEEKLY;BYDAY=WE,FR,SU;UNTIL=20261215T235959");
  assert.match(one({ times_a_week: { min: 5, max: 5 } })[0].RRULE, /BYDAY=MO,WE,TH,FR,SU;/, "over the end of a week");
  assert.match(one({ times_a_week: { min: 3, max: 4 }, days: ["monday", "sunday"] })[0].RRULE, /BYDAY=MO,SU;/);
});

test("a session of every second week recurs in weeks that begin on the reader's first day", () => {
  const turns = (/** @type {object} */ own) => one({ every_weeks: 2, first_week: 2, ...own }, { weeks: { first: 1, last: 6 } })[0];
  const [monday, daily] = [turns({ days: ["monday", "thursday"] }), turns({})];
  assert.equal(monday.DTSTART, "20261210T073000"); // weeks begin on Wednesday: the second on 9 December
  assert.match(monday.RRULE, /^FREQ=WEEKLY;INTERVAL=2;WKST=WE;BYDAY=MO,TH;/);
  assert.equal(daily.DTSTART, "20261209T073000");
  assert.deepEqual(one({ every_weeks: 2, first_week: 3 }), [], "its first week is behind the last");
  assert.deepEqual(one({ every_weeks: 2, first_week: 999 }), []);
  assert.match(daily.RRULE, /^FREQ=WEEKLY;INTERVAL=2;WKST=WE;BYDAY=MO,TU,WE,TH,FR,SA,SU;/);
});

test("a session that is done several times a day has an event for each", () => {
  const starts = (/** @type {any[]} */ all) => all.map(({ DTSTART }) => DTSTART.slice(9, 13));
  assert.deepEqual(starts(one({ times_a_day: { min: 3, max: 4 } })), ["0730", "1330", "1930"]);
  assert.deepEqual(starts(one({ times_a_day: { min: 2, max: 4 } })), ["0730", "1930"]);
  assert.deepEqual(starts(one({ every_minutes: 60, between: { from: "09:00", to: "11:30" } })), ["0900", "1000", "1100"]);
});

test("a session ends in the minute in which its time is over, and takes one at least", () => {
  for (const [seconds, end] of [[20, "0731"], [61, "0732"], [120, "0732"]]) {
    const length = { work_seconds: { min: 10, max: seconds }, changeover_seconds: 0 };
    const [event] = events([{ weeks: { first: 1, last: 1 }, sessions: [session({})] }], [{ ...weeks(0, 1, 1), sessions: [{ length, doses: [] }] }], ["2026-12-02"]);
    assert.equal(event.DTEND, `20261202T${end}00`);
  }
});

test("every second and third day goes on from week to week of a phase", () => {
  const dose = { name: "Raise", step: 0, exercise: "x", dose: { words: "10 reps" } };
  for (const [every_days, then] of [[2, "10"], [3, "11"]]) { // 2, 4, 6, 8, 10 or 2, 5, 8, 11 December
    const phases = [{ weeks: { first: 1, last: 2 }, sessions: [session({ every_days })] }];
    const [first, second] = events(phases, [weeks(0, 1, 1), weeks(0, 2, 2, [dose])], ["2026-12-02"]);
    assert.deepEqual([first.DTSTART, second.DTSTART], ["20261202T073000", `202612${then}T073000`]);
  }
});

test("days count from the first of their own phase, not of the programme", () => {
  const phases = [{ weeks: { first: 1, last: 1 }, sessions: [] }, { weeks: { first: 2, last: 3 }, sessions: [session({ every_days: 3 })] }];
  const all = [{ ...weeks(0, 1, 1), sessions: [] }, weeks(1, 2, 2), weeks(1, 3, 3, [{ name: "Raise", step: 0, exercise: "x", dose: { words: "10 reps" } }])];
  const found = events(phases, all, ["2026-12-02"]).map(({ DTSTART, RRULE }) => [DTSTART.slice(0, 8), RRULE]);
  assert.deepEqual(found, [ // 9, 12, 15, 18 and 21 December
    ["20261209", "FREQ=DAILY;INTERVAL=3;UNTIL=20261215T235959"],
    ["20261218", "FREQ=DAILY;INTERVAL=3;UNTIL=20261222T235959"],
  ]);
});

test("weeks in which a session is the same are one event", () => {
  const phases = [{ weeks: { first: 1, last: 3 }, sessions: [session({})] }];
  const [event, ...more] = events(phases, [weeks(0, 1, 1), weeks(0, 2, 3)], ["2026-12-02"]);
  assert.deepEqual(more, []);
  assert.equal(event.RRULE, "FREQ=DAILY;UNTIL=20261222T235959");
});

test("an open phase has no end until one has gone on, and what follows it is there from then on", () => {
  const phases = [{ weeks: null, sessions: [session({})] }, { weeks: { first: 1, last: 4 }, sessions: [session({})] }];
  const dose = { name: "Raise", step: 0, exercise: "x", dose: { words: "10 reps" } };
  const all = [weeks(0, 1, 1), weeks(0, 2, null, [dose]), weeks(1, 1, 4)];
  assert.deepEqual(events(phases, all, ["2026-12-02"]).map(({ RRULE }) => RRULE), ["FREQ=DAILY;UNTIL=20261208T235959", "FREQ=DAILY"]);
  assert.deepEqual(
    events(phases, all, ["2026-12-02", "2026-12-05"]).map(({ RRULE }) => RRULE),
    ["FREQ=DAILY;UNTIL=20261204T235959", "FREQ=DAILY;UNTIL=20270101T235959"],
  );
});

test("the description has the doses of the weeks in plain signs", () => {
  const dose = { name: "Calf raise", step: 0, exercise: "x", dose: { words: "3\u202f×\u202f15 with 10\u202fkg" } };
  const [event] = events([{ weeks: { first: 1, last: 1 }, sessions: [session({})] }], [weeks(0, 1, 1, [dose])], ["2026-12-02"]);
  assert.equal(event.DESCRIPTION, `each day\\n\\nCalf raise: 3 × 15 with 10 kg\\n\\nStart the timer: ${URL_}`);
});
