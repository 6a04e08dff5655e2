// Edits of a plan with undo and redo, and a dose as the fields of a form.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { doseFrom as rawDoseFrom, fieldsFor, fieldsThatCount, isOther, tempoFrom } from "../../../overrides/scripts/plan/plan-dose-fields.js";
import * as change from "../../../overrides/scripts/plan/plan-draft.js";
import { factsOf, usualDose } from "../../../overrides/scripts/plan/plan-facts.js";
import { normalizeDose, writtenDose } from "../../../overrides/scripts/shared/plan-dose.js";
import { chance } from "../../support/chance.js";
import { doseOf } from "../../../overrides/scripts/plan/dose-of-data.js";
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
  assert.deepEqual(factsOf(/** @type {any} */ ({ steps: [] })), { count: "", length: "", short_length: "", equipment: [] });
});

test("what is usual is said only where the plan has something else", () => {
  const [start, goal] = [30, 60].map((work_seconds) => doseOf({ work_seconds }));
  const exercise = /** @type {any} */ ({ start, goal, laterality: "bilateral", limb: "side" });
  assert.equal(usualDose(change.usualStep("aa"), exercise, "goal"), "");
  assert.equal(usualDose({ ...change.usualStep("aa"), dose: doseOf({ reps: 5 }) }, exercise, "goal"), "60\u202fs");
  assert.equal(usualDose({ ...change.usualStep("aa"), side: "left" }, exercise, "goal"), "60\u202fs");
  assert.equal(usualDose({ ...change.usualStep("aa"), level: "goal" }, exercise, "start"), "30\u202fs");
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

/** The groups of a plan's steps: a figure for each step in one, a dash for others. @param {import("../../../overrides/scripts/shared/plan-link.js").Draft} draft */
const rounds = (draft) => draft.steps.map(({ group }) => group ?? "-").join("");
const five = { ...change.EMPTY, steps: ["aa", "bb", "cc", "dd", "ee"].map(change.usualStep) };

test("steps are put into rounds with the one before, and parted again", () => {
  const pair = change.joinedTo(five, 1);
  assert.equal(rounds(pair), "00---");
  assert.deepEqual(pair.groups, [{ name: "", rounds: 3, round_rest_seconds: 60 }]);
  const three = change.joinedTo(pair, 2);
  assert.equal(rounds(three), "000--");
  assert.deepEqual([0, 1, 2, 3].map((at) => change.isJoined(three, at)), [false, true, true, false]);
  const two_pairs = change.joinedTo(pair, 3);
  assert.equal(rounds(two_pairs), "0011-");
  const named = change.groupChanged(two_pairs, 1, { name: "Second", rounds: 2 });
  const all = change.joinedTo(named, 2);
  assert.equal(rounds(all), "0000-", "those in rounds with it come along");
  assert.deepEqual(all.groups, pair.groups);
  assert.equal(rounds(change.joinedTo(change.joinedTo(five, 2), 1)), "000--", "the one before joins the group behind it");
  const later = change.groupChanged(change.joinedTo(five, 2), 0, { name: "Later", rounds: 5 });
  assert.deepEqual(change.joinedTo(later, 1).groups, [{ name: "Later", rounds: 5 }]);
  assert.equal(rounds(change.parted(all, 2)), "0011-");
  assert.deepEqual(change.parted(all, 2).groups, [...(pair.groups ?? []), ...(pair.groups ?? [])]);
  assert.equal(rounds(change.parted(all, 3)), "000--");
  assert.equal(rounds(change.parted(pair, 1)), "-----");
  assert.equal(change.parted(pair, 1).groups, undefined);
  assert.equal(change.parted(pair, 4), pair);
  assert.equal(rounds(five), "-----");
});

test("a step that is moved joins and leaves groups, and none is left in two parts or of one step", () => {
  const pair = change.joinedTo(five, 2); // aa (bb cc) dd ee
  assert.equal(rounds(change.moved(pair, 0, 1)), "000--", "between two of a group");
  assert.equal(rounds(change.moved(pair, 1, 2)), "-00--", "within its group");
  assert.equal(rounds(change.moved(pair, 2, 3)), "-----", "away from the only other one");
  const three = change.joinedTo(pair, 3);
  assert.equal(rounds(change.moved(three, 1, 0)), "--00-");
  assert.equal(codes(change.moved(three, 1, 0)), "bb aa cc dd ee");
  assert.equal(rounds(change.moved(three, 3, 4)), "-00--");
  assert.equal(rounds(change.moved(three, 4, 3)), "-0000");
});

test("a group of which one step is left is none, unless its sets differ", () => {
  const pair = change.joinedTo(five, 1);
  assert.equal(rounds(change.without(pair, 0)), "----");
  assert.equal(change.without(pair, 0).groups, undefined);
  const listed = normalizeDose(doseOf({ sets: [{ reps: 10 }, { reps: 15 }] }));
  assert.equal(rounds(change.without(change.changed(pair, 1, { dose: listed }), 0)), "0---");
  const alone = { ...five, steps: five.steps.map((step, at) => (at === 1 ? { ...step, group: 0 } : step)), groups: [{ name: "", rounds: 2 }] };
  assert.equal(rounds(change.without(alone, 4)), "-0--", "one that had a single step before stays");
  assert.equal(rounds(change.moved(alone, 3, 4)), "-0---");
});

test("whatever is done, each group is one run of steps, counted in their order", () => {
  const random = chance(23);
  const upTo = (/** @type {number} */ most) => Math.floor(random() * most);
  for (let round = 0; round < cases(300); round += 1) {
    let draft = five;
    for (let turn = 0; turn < 30; turn += 1) {
      const [at, to, count] = [upTo(draft.steps.length), upTo(draft.steps.length + 2) - 1, draft.steps.length];
      const edits = [
        () => change.moved(draft, at, to),
        () => (at ? change.joinedTo(draft, at) : draft),
        () => change.parted(draft, at),
        () => (count > 3 ? change.without(draft, at) : draft),
        () => change.withMore(draft, [{ ...change.usualStep("xx"), group: 0 }, { ...change.usualStep("yy"), group: 0 }], [{ name: "", rounds: 2 }]),
      ];
      draft = edits[upTo(edits.length)]();
      const runs = draft.steps.flatMap(({ group }, index) => (group !== undefined && group !== draft.steps[index - 1]?.group ? [group] : []));
      assert.deepEqual(runs, (draft.groups ?? []).map((_, index) => index));
      assert.ok((draft.groups ?? [{}]).every(Boolean));
    }
  }
});

test("a routine is taken over with its groups, and with what it says of each step", () => {
  const dose = doseOf({ reps: 8 });
  const exercise = (/** @type {string} */ code) => /** @type {any} */ ({ code });
  const step = { core: true, note: "", start: dose, goal: dose };
  const note = "Try it once more after the ball roll, or at the very end. It is often easier then.";
  const routine = /** @type {import("../../../overrides/scripts/shared/timeline.js").Routine} */ (/** @type {any} */ ({
    switch_seconds: 5,
    transition_seconds: 15,
    steps: [
      { ...step, exercise: exercise("aa"), part: "warm-up", note },
      { ...step, exercise: exercise("bb"), rest_after_seconds: 90, transition_seconds: 0 },
      { ...step, exercise: exercise("cc"), how_often: "Twice a day.", note: "A single sentence that goes on and on and on and on until it has more than eighty letters" },
    ],
    groups: [{ name: "Circuit", first: 1, size: 2, rounds: 2, rounds_range: { min: 2, max: 3 }, words: "2–3 rounds" }],
  }));
  const [aa, bb, cc] = change.stepsOf(routine, "start");
  assert.deepEqual(aa, { ...change.usualStep("aa"), dose, note: "Try it once more after the ball roll, or at the very end.", part: "warm-up" });
  assert.deepEqual(bb, { ...change.usualStep("bb"), dose, group: 0, rest_after_seconds: 90, transition_seconds: 0 });
  assert.equal(cc.how_often, "Twice a day.");
  assert.equal(cc.note, routine.steps[2].note, "too long: a coach is told");
  const most = `${"n".repeat(78)}a.`;
  const long = { ...routine, steps: [`${most} And more.`, `${"n".repeat(40)}. ${"n".repeat(38)}. End.`].map((said) => ({ ...routine.steps[0], note: said })) };
  assert.deepEqual(change.stepsOf(long, "start").map((each) => each.note), [most, `${"n".repeat(40)}.`]);
  assert.deepEqual(change.ownStep(dose), { ...change.usualStep(""), own: { name: "", words: "" }, dose });
  assert.deepEqual(change.groupsOf(routine), [{ name: "Circuit", rounds: 2, rounds_range: { min: 2, max: 3 } }]);
  const twice = change.withMore(change.withMore(five, [aa, bb, cc], change.groupsOf(routine)), [aa, bb, cc], change.groupsOf(routine));
  assert.equal(rounds(twice), "------00-11");
});
