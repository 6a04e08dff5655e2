// Groups in the fields of a plan's editor, and what its link has no room for.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { EMPTY, ownStep, usualStep } from "../../../overrides/scripts/plan/plan-draft.js";
import { grammar } from "../../../overrides/scripts/plan/plan-grammar.js";
import { groupFieldsFor, groupFieldsThatCount, groupFrom, rangeFrom } from "../../../overrides/scripts/plan/plan-group-fields.js";
import { withoutRoom } from "../../../overrides/scripts/plan/plan-room.js";
import { decode, encode } from "../../../overrides/scripts/shared/plan-link.js";
import { normalizeGroup } from "../../../overrides/scripts/shared/plan-groups.js";

/** @typedef {import("../../../overrides/scripts/shared/plan-groups.js").Group} Group */

test("a group is the same when its fields are read as they are shown", () => {
  /** @type {Group[]} */
  const groups = [
    { name: "Circuit", rounds: 3 },
    { name: "", rounds: 2, rounds_range: { min: 2, max: 3 }, round_rest_seconds: 60, round_rest_seconds_range: { min: 60, max: 90 } },
    { name: "", rounds: 20, every_seconds: 60, transition_seconds: 0, rest_after_seconds: 120 },
    { name: "", rounds: 10, step_every_seconds: 45 },
    { name: "", rounds: 1, open: "as-many-as-possible", work_seconds: 1210 },
    { name: "", rounds: 5, for_time: true },
    { name: "", rounds: 5, for_time: true, cap_seconds: 900 },
  ];
  for (const group of groups) assert.deepEqual(normalizeGroup(groupFrom(groupFieldsFor(group), group)), normalizeGroup(group));
});

test("no number of a group is beyond its limits", () => {
  const limits = { rounds: [1, 100], round_rest_seconds: [0, 3600], rest_after_seconds: [0, 3600], transition_seconds: [0, 3600] };
  const clocks = { every_seconds: [5, 3600], step_every_seconds: [5, 3600], work_seconds: [1, 14_400], cap_seconds: [1, 14_400] };
  for (const [key, [least, most]] of Object.entries({ ...limits, ...clocks })) {
    const given = { name: "", rounds: 2, ...(key === "cap_seconds" && { for_time: true }) };
    const of = (/** @type {number} */ value) => /** @type {Record<string, any>} */ (normalizeGroup({ ...given, [key]: value }))[key] ?? 0;
    assert.deepEqual([-1, least, most, most + 1].map(of), [least, least, most, most], key);
  }
});

test("another clock brings fields of its own, and each has a value", () => {
  const group = { name: "Circuit", rounds: 3, round_rest_seconds: 60 };
  const fields = groupFieldsFor(group);
  const read = (/** @type {Partial<typeof fields>} */ typed) => normalizeGroup(groupFrom({ ...fields, ...typed }, group));
  assert.deepEqual(read({ clock: "round" }), { name: "Circuit", rounds: 3, every_seconds: 60 });
  assert.deepEqual(read({ clock: "step", every_seconds: "45" }), { name: "Circuit", rounds: 3, step_every_seconds: 45 });
  assert.equal(read({ clock: "most" }).work_seconds, 600, "ten minutes at first");
  assert.deepEqual(read({ clock: "most", work_minutes: "20" }), { name: "Circuit", rounds: 1, open: "as-many-as-possible", work_seconds: 1200 });
  assert.deepEqual(read({ clock: "time" }), { name: "Circuit", rounds: 3, for_time: true });
  assert.deepEqual(read({ clock: "time", cap_minutes: "15" }), { name: "Circuit", rounds: 3, for_time: true, cap_seconds: 900 });
  assert.deepEqual(read({ rounds: "2–3", round_rest: "" }), { name: "Circuit", rounds: 2, rounds_range: { min: 2, max: 3 } });
  assert.deepEqual(read({ rounds: "many", round_rest: "long" }), group, "what cannot be read stays");
  const ranged = { ...group, round_rest_seconds_range: { min: 60, max: 90 } };
  assert.deepEqual(normalizeGroup(groupFrom({ ...groupFieldsFor(ranged), round_rest: "long" }, ranged)), ranged);
  assert.deepEqual(normalizeGroup(groupFrom({ ...fields, round_rest: "long" }, { name: "", rounds: 3 })), { name: "", rounds: 3 });
  assert.deepEqual(
    /** @type {import("../../../overrides/scripts/plan/plan-group-fields.js").Clock[]} */ (["", "round", "step", "most", "time"]).map((clock) => [...groupFieldsThatCount(clock)].join(" ")),
    ["rounds round_rest", "rounds every_seconds", "rounds every_seconds", "work_minutes", "rounds cap_minutes"].map((own) => `group_name clock ${own}`),
  );
});

test("a number or a range is read however it is typed", () => {
  assert.deepEqual(rangeFrom("3"), { min: 3, max: 3 });
  for (const typed of ["2-3", "2–3", " 2 – 3 ", "3-2", "2 to 3"]) assert.deepEqual(rangeFrom(typed), { min: 2, max: 3 }, typed);
  for (const typed of ["", "x", "2-", "2,5", "-3", "1-2-3"]) assert.equal(rangeFrom(typed), null, typed);
});

test("what the link has no room for is named, by the number of its exercise", () => {
  const told = (/** @type {import("../../../overrides/scripts/shared/plan-link.js").Draft} */ plan) => withoutRoom(plan, plan.steps.map(() => "Squat"), grammar);
  const step = { ...usualStep("aa"), note: "Slowly", how_often: "Twice a day" };
  assert.equal(told(EMPTY), "");
  assert.equal(told({ ...EMPTY, title: "Legs", note: "After\na run", steps: [step, { ...step, group: 0 }], groups: [{ name: "Circuit", rounds: 3 }] }), "");
  assert.equal(told({ ...EMPTY, steps: [usualStep("aa"), { ...step, note: "n".repeat(81) }] }), "The link has no room for the whole note of number 2.");
  const own = { ...ownStep(grammar.usualDose), own: { name: "N".repeat(41), words: "w".repeat(161) } };
  assert.equal(told({ ...EMPTY, steps: [own] }), "The link has no room for the whole name of number 1 and words of number 1.");
  const both = { ...EMPTY, title: "t".repeat(61), note: "n".repeat(281), steps: [{ ...step, how_often: "h".repeat(61) }] };
  assert.equal(told(both), "The link has no room for the whole title, note and “how often” of number 1.");
  const named = { ...EMPTY, steps: [step, { ...step, group: 0 }], groups: [{ name: "g".repeat(41), rounds: 3 }] };
  assert.equal(told(named), "The link has no room for the whole name of the rounds from number 2.");
  const five = [..."12345"].map(() => ({ ...step, note: "n".repeat(81) }));
  const numbers = ["1", "2", "3"].map((number) => `note of number ${number}`).join(", ");
  assert.equal(told({ ...EMPTY, steps: five }), `The link has no room for the whole ${numbers} and 2 more.`);
  assert.match(told({ ...EMPTY, steps: five.slice(1) }), /note of number 3 and note of number 4\.$/);
  const many = Array.from({ length: 30 }, () => ({ ...step, note: "é".repeat(80) }));
  const plan = { ...EMPTY, title: "T", steps: many };
  const kept = decode(encode(plan), new Set(["aa"])).steps.filter(({ note }) => note === "é".repeat(80)).length;
  assert.match(told(plan), new RegExp(`^The link has no room for the whole note of number ${kept + 1}, .* and ${30 - kept - 3} more\\.$`));
});

test("exercises that the link has no room for are named", () => {
  const sets = Array.from({ length: 20 }, (_, at) => ({ sets: 1, reps: { min: 100 + at, max: 150 + at }, hold_seconds: null, work_seconds: null, rest_seconds: 100, tempo: "" }));
  const dose = grammar.normalizeDose({ ...sets[0], sets: 20, rep_rest_seconds: 0, switch_seconds: null, or: null, words: "", each_set: sets });
  const steps = Array.from({ length: 12 }, () => ({ ...usualStep("aa"), dose, note: "Slowly" }));
  const doses = steps.map((step, at) => ({ ...step, side: at % 2 ? /** @type {const} */ ("left") : /** @type {const} */ ("right") }));
  const left = decode(encode({ ...EMPTY, steps: doses }), new Set(["aa"])).steps.length;
  assert.ok(left < 12);
  const names = doses.map((_, at) => `Squat ${at}`);
  const said = withoutRoom({ ...EMPTY, steps: doses }, names, grammar);
  assert.ok(said.startsWith(`The link has no room for the last ${12 - left} exercises: ${left + 1} Squat ${left}, `), said);
});
