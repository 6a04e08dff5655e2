// The calendar file of a plan, line by line; test_plan_calendar.py reads it with a calendar library.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { calendar } from "../../../overrides/scripts/plan/plan-calendar.js";
import { decode, encode } from "../../../overrides/scripts/shared/plan-link.js";
import { asRoutine } from "../../../overrides/scripts/shared/plan-routine.js";
import { chance } from "../../support/chance.js";
import { EXERCISES, PAGE, randomBriefPlan } from "../../support/plan-vectors.js";
import { cases } from "../../support/random-cases.js";

/** @typedef {Parameters<typeof calendar>[0]} Asked */

const NAMES = [
  "BEGIN", "VERSION", "PRODID", "BEGIN", "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND",
  "RRULE", "SUMMARY", "DESCRIPTION", "URL",
  "BEGIN", "ACTION", "DESCRIPTION", "TRIGGER", "END", "END", "END",
];

/** @param {import("../../../overrides/scripts/shared/plan-link.js").Draft} plan @param {Partial<Asked>} [changes] */
function file(plan, changes) {
  const routine = asRoutine(plan, EXERCISES);
  const now = new Date(2026, 2, 17, 12);
  return calendar({ plan, routine, url: PAGE + encode(plan), days: ["wednesday", "monday"], time: "07:30", now, ...changes });
}

/** Its lines by name, each whole again; where a name comes twice, the first. @param {string} text */
function lines(text) {
  const whole = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  return new Map(whole.reverse().map((line) => /** @type {const} */ ([line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)])));
}

/** @param {string} fragment @param {Partial<Asked>} [changes] */
const linesOf = (fragment, changes) => lines(file(decode(fragment, EXERCISES), changes));

test("a file is an entry with a reminder, whatever is in the plan, 150 times", () => {
  const random = chance(51);
  let long = 0;
  for (let turn = 0; turn < cases(150); turn += 1) {
    const plan = randomBriefPlan(random);
    const text = file(plan);
    const parts = text.split("\r\n");
    assert.equal(parts.pop(), "");
    for (const part of parts) {
      assert.ok(Buffer.byteLength(part) <= 75);
      assert.doesNotMatch(part, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]|^ ?$/u);
    }
    const whole = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
    assert.deepEqual(whole.map((line) => line.split(":")[0]), NAMES);
    const link = PAGE + encode(plan);
    assert.equal(lines(text).get("URL"), link);
    assert.ok(lines(text).get("DESCRIPTION")?.endsWith(`Your plan: ${link}`));
    long += Number(parts.length > whole.length + 5);
  }
  assert.ok(long > cases(30));
});

/** @type {{texts: {name: string, text: string, lines: string[]}[]}} */
const { texts } = JSON.parse(readFileSync(new URL("../../vectors/calendar-texts.json", import.meta.url), "utf-8"));

for (const { name, text, lines: wanted } of texts) {
  test(`a text is escaped and folded as in every calendar of ours: ${name}`, () => {
    const title = /^SUMMARY:.*(?:\r\n .*)*/m.exec(file({ ...decode("#1.cs", EXERCISES), title: text }));
    assert.deepEqual(title?.[0].split("\r\n"), wanted);
  });
}

test("it begins and ends as calendars do", () => {
  const found = file(decode("#1.cs", EXERCISES)).split("\r\n");
  const maker = `PRODID:-//${new URL(PAGE).hostname}//Exercise routines//EN`;
  assert.deepEqual(found.slice(0, 4), ["BEGIN:VCALENDAR", "VERSION:2.0", maker, "BEGIN:VEVENT"]);
  assert.deepEqual(found.slice(-4), ["END:VALARM", "END:VEVENT", "END:VCALENDAR", ""]);
});

test("the first day is the next that was chosen, and never today", () => {
  const all = /** @type {const} */ (["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
  for (let from = 0; from < 1_500; from += 1) {
    const now = new Date(2026, 10, 22 + from, 23, 59);
    const day = all[from % 7];
    const at = linesOf("#1.tl", { now, days: [day], time: "18:05" }).get("DTSTART") ?? "";
    const first = new Date(Number(at.slice(0, 4)), Number(at.slice(4, 6)) - 1, Number(at.slice(6, 8)));
    const ahead = Math.round((first.getTime() - new Date(2026, 10, 22 + from).getTime()) / 86_400_000);
    assert.equal(all[(first.getDay() + 6) % 7], day);
    assert.ok(ahead >= 1 && ahead <= 7, at);
    assert.equal(Number(at.slice(6, 8)), first.getDate(), "a day that there is");
    assert.match(at, /^\d{8}T180500$/);
  }
  assert.match(linesOf("#1.tl", { now: new Date(2028, 1, 28), days: [...all] }).get("DTSTART") ?? "", /^20280229T/);
  assert.match(linesOf("#1.tl", { now: new Date(2026, 11, 31), days: [...all] }).get("DTSTART") ?? "", /^20270101T/);
});

test("it is the same series while doses, sides, days and times change, and another with other exercises or another title", () => {
  const uid = (/** @type {string} */ fragment, /** @type {Partial<Asked>} */ changes = {}) => linesOf(fragment, changes).get("UID");
  assert.match(uid("#1.tl.br") ?? "", /^plan-[0-9a-f]{16}@coach\.example$/);
  const same = uid("#1.tl.br");
  assert.equal(uid("#1.tl.br", { now: new Date(2030, 1, 1), time: "18:00", weeks: 4, days: ["monday"] }), same);
  for (const changed of ["#1g.tl.br", "#1.br.tl", "#1.tl2x45s.br", "#1.tl-l.tl-r.br", "#1.tl.br.n=Slowly"]) assert.equal(uid(changed), same, changed);
  const elsewhere = { url: `${PAGE.replace("/plan/", "/other/plan/")}#1.tl.br` };
  const others = [uid("#1.tl"), uid("#1.tl.cs"), uid("#1.tl.br.t=Toes"), uid("#1.tl.br.t=Week-2"), uid("#1.tl.br", elsewhere)];
  assert.equal(new Set([same, ...others]).size, 6);
});

test("it says when, how long and how often", () => {
  const found = linesOf("#1.br3x10-30.t=Toes%2C-heels", { weeks: 6 });
  assert.equal(found.get("RRULE"), "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12");
  assert.deepEqual([found.get("DTSTART"), found.get("DTEND")], ["20260318T073000", "20260318T074300"], "12 min and 5 s, rounded up");
  assert.equal(found.get("SUMMARY"), "Toes\\, heels");
  assert.deepEqual([0.5, 1].map((weeks) => linesOf("#1.tl", { weeks }).get("RRULE")?.split(";COUNT=")[1]), ["2", "2"]);
  for (const weeks of [undefined, null, 0, Number.NaN]) {
    assert.equal(linesOf("#1.tl", { weeks }).get("RRULE"), "FREQ=WEEKLY;BYDAY=MO,WE");
  }
  assert.match(linesOf("#1.tl", { weeks: Number.POSITIVE_INFINITY }).get("RRULE") ?? "", /;COUNT=1040$/);
  const now = { ...{ getFullYear: () => 2026, getMonth: () => 0, getDate: () => 1, getDay: () => 4, getTime: () => 1_767_267_005_123 }, toISOString: () => "2026-01-01T11:30:05.123Z" };
  for (const name of ["DTSTAMP", "LAST-MODIFIED"]) assert.equal(linesOf("#1.tl", { now }).get(name), "20260101T113005Z");
  assert.equal(linesOf("#1", {}).get("DTEND"), "20260318T073100");
  const late = linesOf("#1.br3x10-30", { now: new Date(2027, 11, 31), days: ["saturday"], time: "23:50" });
  assert.deepEqual([late.get("DTSTART"), late.get("DTEND")], ["20280101T235000", "20280102T000300"]);
  const long = linesOf("#1.br20x5x3600h", { now: new Date(2028, 1, 27), days: ["monday"] });
  assert.match(long.get("DTEND") ?? "", /^202803\d\dT/, "over the 29th of February, and longer than a day");
});

test("a file made later is a later version, down to the second", () => {
  const sequence = (/** @type {Date} */ now) => Number(linesOf("#1.tl", { now }).get("SEQUENCE"));
  const first = sequence(new Date("2026-03-17T12:00:00Z"));
  assert.equal(first, 195_912_000, "seconds since 2020, as a routine's file has it");
  assert.equal(sequence(new Date("2026-03-17T12:00:01.900Z")), first + 1);
  assert.ok(sequence(new Date("2087-01-01T00:00:00Z")) < 2 ** 31);
  assert.equal(sequence(new Date("1999-01-01T00:00:00Z")), 0, "a clock that is wrong");
});

test("without a day or a time there is no file", () => {
  for (const changes of [{ days: [] }, { time: "" }, { time: "24:00" }, { time: "7:30\r\nX:1" }]) {
    assert.throws(() => linesOf("#1.tl", changes), RangeError);
  }
});
