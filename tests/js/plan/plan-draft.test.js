// Edits of a plan with undo and redo, and a dose as the fields of a form.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { doseFrom as rawDoseFrom, fieldsFor, fieldsThatCount, isOther, tempoFrom } from "../../../overrides/scripts/plan/plan-dose-fields.js";
import * as change from "../../../overrides/scripts/plan/plan-draft.js";
import { factsOf, usualDose } from "../../../overrides/scripts/plan/plan-facts.js";
import { normalizeDose, writtenDose } from "../../../overrides/scripts/shared/plan-dose.js";
import { chance } from "../../support/chance.js";
import { doseOf } from "../../support/data-doses.js";
import { cases } from "../../support/random-cases.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Dose} Dose */

/** The dose of a form as the editor takes it. @param {Parameters<typeof rawDoseFrom>} typed */
const doseFrom = (...typed) => normalizeDose(rawDoseFrom(...typed));

const plan = { ...change.EMPTY, steps: ["aa", "bb", "cc"].map(change.usualStep) };
/** @param {import("../../../overrides/scripts/shared/plan-link.js").Draft} draft */
const codes = (draft) => draft.steps.map(({ code }) => code).join(" ");

test("steps are added, moved, changed and removed, and the plan before stays as it was", () => {
  assert.equal(codes(change.withMore(plan, [change.usualStep("dd")])), "aa bb cc dd");
  assert.equal(codes(change.moved(plan, 0, 2)), "bb cc aa");
  assert.equal(codes(change.moved(plan, 2, 0)), "cc aa bb");
  assert.equal(codes(change.moved(plan, 0, -1)), "aa bb cc");
  assert.equal(codes(change.moved(plan, 2, 9)), "aa bb cc");
  assert.equal(codes(change.moved(plan, 9, 0)), "aa bb cc", "where there is no step, none moves");
  assert.equal(codes(change.without(plan, 1)), "aa cc");
  assert.deepEqual(change.changed(plan, 1, { side: "left" }).steps.map(({ side }) => side), [null, "left", null]);
  assert.equal(codes(plan), "aa bb cc");
  assert.equal(plan.steps[1].side, null);
});

test("a plan takes no more than it has room for", () => {
  const many = Array.from({ length: 40 }, () => change.usualStep("aa"));
  assert.equal(change.withMore(plan, many).steps.length, 30);
});

test("every change has its way back and forth, whatever they are", () => {
  const random = chance(7);
  for (let round = 0; round < cases(300); round += 1) {
    let [edits, now] = [change.validHistory(null), "0"];
    const been = [now];
    for (let turn = 1; turn <= 20; turn += 1) {
      edits = change.remembered(edits, now, "");
      been.push((now = `${turn}`));
    }
    const back = 1 + Math.floor(random() * 20);
    for (let turn = 0; turn < back; turn += 1) {
      const stepped = change.steppedTo(edits, now, "undo");
      assert.ok(stepped);
      [edits, now] = [stepped.edits, stepped.plan];
    }
    assert.equal(now, been[20 - back]);
    for (let turn = 0; turn < back; turn += 1) {
      const stepped = change.steppedTo(edits, now, "redo");
      assert.ok(stepped);
      [edits, now] = [stepped.edits, stepped.plan];
    }
    assert.equal(now, "20");
    assert.equal(change.steppedTo(edits, now, "redo"), null);
  }
});

test("letters of one text are one step back, and another change begins a new one", () => {
  let edits = change.validHistory(null);
  for (const [before, kind] of [["0", "title"], ["1", "title"], ["2", "note"], ["3", ""], ["4", ""], ["5", "note"]]) {
    edits = change.remembered(edits, before, kind);
  }
  assert.deepEqual(edits.undo, ["0", "2", "3", "4", "5"]);
  const stepped = change.steppedTo(edits, "6", "undo");
  assert.deepEqual(change.remembered(/** @type {any} */ (stepped).edits, "5", "note").undo, ["0", "2", "3", "4", "5"]);
});

test("what a browser kept is taken only if it is a way back", () => {
  for (const kept of [null, undefined, 7, "x", [], {}, { undo: [1], redo: "x" }, { undo: { length: 3 } }]) {
    assert.deepEqual(change.validHistory(kept), { undo: [], redo: [], last: "" });
  }
  const long = Array.from({ length: 300 }, (_, index) => `${index}`);
  assert.equal(change.validHistory({ undo: long, redo: [] }).undo.length, 100);
});

test("each dose is the same after it was shown in a form", () => {
  const random = chance(11);
  const upTo = (/** @type {number} */ most) => 1 + Math.floor(random() * most);
  const range = (/** @type {number} */ most) => {
    const [one, other] = [upTo(most), upTo(most)];
    return random() < 0.5 ? one : { min: Math.min(one, other), max: Math.max(one, other) };
  };
  for (let round = 0; round < cases(2000); round += 1) {
    const kinds = [{ reps: range(200) }, { hold_seconds: range(3600) }, { work_seconds: range(3600) }];
    const amount = random() < 0.25 ? { reps: upTo(10), hold_seconds: range(60) } : kinds[upTo(3) - 1];
    const or = random() < 0.3 ? { hold_seconds: 60 } : null;
    const given = { ...amount, sets: upTo(9), rest_seconds: upTo(90), rep_rest_seconds: upTo(9), tempo: random() < 0.3 ? "3-1-1-0" : "" };
    const dose = normalizeDose(/** @type {Dose} */ ({ ...doseOf(given), switch_seconds: random() < 0.3 ? upTo(60) : null, or: or && doseOf(or) }));
    assert.ok(dose);
    const back = doseFrom(fieldsFor(dose), dose);
    assert.ok(back);
    assert.equal(writtenDose(back), writtenDose(dose));
  }
});

test("a form asks for what a kind of dose has, and fills in what is missing", () => {
  const dose = /** @type {Dose} */ (normalizeDose(doseOf({ reps: 8 })));
  const fields = fieldsFor(dose);
  assert.deepEqual([...fieldsThatCount(fields, { sided: false, or: false })], ["kind", "sets", "reps", "reps_most", "tempo"]);
  assert.ok(!fieldsThatCount(fields, { sided: false, or: false }).has("rest_seconds"), "one set has no rest after it");
  assert.ok(fieldsThatCount({ ...fields, sets: "2" }, { sided: true, or: true }).has("rest_seconds"));
  const held = doseFrom({ ...fields, kind: "hold" }, dose);
  assert.deepEqual(held?.hold_seconds, { min: 30, max: 30 });
  assert.equal(held?.reps, null);
  assert.deepEqual(doseFrom({ ...fields, reps: "", reps_most: "x" }, dose)?.reps, { min: 10, max: 10 });
  assert.deepEqual(doseFrom({ ...fields, reps: "12", reps_most: "3" }, dose)?.reps, { min: 3, max: 12 });
});

test("facts of a plan without steps are none", () => {
  assert.deepEqual(factsOf(/** @type {any} */ ({ steps: [] })), { length: "", short_length: "", equipment: [] });
});

test("what is usual is said only where the plan has something else", () => {
  const exercise = /** @type {any} */ ({ start: { words: "30 s" }, goal: { words: "60 s" } });
  assert.equal(usualDose(change.usualStep("aa"), exercise, "goal"), "");
  assert.equal(usualDose({ ...change.usualStep("aa"), dose: doseOf({ reps: 5 }) }, exercise, "goal"), "60 s");
  assert.equal(usualDose({ ...change.usualStep("aa"), side: "left" }, exercise, "goal"), "60 s");
  assert.equal(usualDose({ ...change.usualStep("aa"), level: "goal" }, exercise, "start"), "30 s");
});

test("a tempo is four figures, however they stand", () => {
  for (const typed of ["3-1-1-0", "3110", " 3 1 1 0 ", "3\u20131\u20131\u20130", "3/1/1/0"]) assert.equal(tempoFrom(typed), "3-1-1-0");
  assert.equal(tempoFrom("10-2-10-0"), "10-2-10-0");
  assert.equal(tempoFrom(""), "");
  for (const typed of ["3-1-1", "31100", "x", "3-1-1-", "300-1-1-0"]) assert.equal(tempoFrom(typed), null, typed);
});

test("a dose is another one only if it is of another kind", () => {
  assert.ok(isOther(doseOf({ reps: 8 }), doseOf({ hold_seconds: 60 })));
  assert.ok(!isOther(doseOf({ hold_seconds: 30 }), doseOf({ hold_seconds: 60 })));
  assert.ok(!isOther(doseOf({ reps: 8 }), null));
});
