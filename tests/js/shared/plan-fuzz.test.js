// Random plans and links: a plan survives its link, reading is idempotent, and nothing throws.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import * as limits from "../../../overrides/scripts/shared/plan-link.js";
import { decode, encode, normalised } from "../../../overrides/scripts/shared/plan-link.js";
import { chance } from "../../support/chance.js";
import { ALIASES, CODES, randomFragment, randomPlan } from "../../support/plan-vectors.js";
import { cases } from "../../support/random-cases.js";

/** @typedef {import("../../../overrides/scripts/shared/plan-link.js").Plan} Plan */
/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Dose} Dose */

const LINK = /^#[12]g?c(\.[A-Za-z0-9%=.-]*)?\.\d[a-z\d]{3}$/;
const BAD = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|\s\s|^\s|\s$/u;

test("a plan comes back from its link as it was, 1,500 times, also from one that was escaped again, once or twice", () => {
  const random = chance(5);
  const seen = { doses: 0, others: 0, cut: 0, texts: 0, groups: 0, own: 0, notes: 0, often: 0, escaped: 0 };
  for (let turn = 0; turn < cases(1_500); turn += 1) {
    const plan = randomPlan(random);
    const sound = normalised(plan);
    const link = encode(plan);
    assert.deepEqual(decode(link, CODES, ALIASES), sound);
    assert.deepEqual(normalised(sound), sound);
    assert.match(link, LINK);
    assert.ok(link.length <= limits.LONGEST_WRITTEN);
    const again = encodeURIComponent(link);
    const twice = encodeURIComponent(again);
    if (turn % 3 === 0 && twice.length <= limits.LONGEST_LINK) {
      assert.deepEqual(decode(again, CODES, ALIASES), sound);
      assert.deepEqual(decode(twice, CODES, ALIASES), sound);
      seen.escaped += Number(link.includes("%"));
    }
    seen.doses += sound.steps.filter(({ dose }) => dose).length;
    seen.others += sound.steps.filter(({ dose }) => dose?.or).length;
    seen.groups += sound.groups?.length ?? 0;
    seen.own += sound.steps.filter(({ own }) => own).length;
    seen.notes += sound.steps.filter(({ note }) => note).length;
    seen.often += sound.steps.filter(({ how_often }) => how_often).length;
    seen.texts += Number(Boolean(sound.title && sound.note));
    seen.cut += Number(link.length > limits.LONGEST_WRITTEN - 12);
  }
  for (const [what, times] of Object.entries(seen)) assert.ok(times > cases(20), `${what}: ${times}`);
});

test("20,000 fragments are read without a fault, each to what it will always be", () => {
  const random = chance(7);
  /** @type {Record<string, number>} */
  const seen = {};
  for (let turn = 0; turn < cases(20_000); turn += 1) {
    const fragment = randomFragment(random);
    const plan = decode(fragment, CODES, ALIASES);
    hold(plan);
    const link = encode(plan);
    assert.match(link, LINK);
    assert.equal(encode(decode(link, CODES, ALIASES)), link, fragment);
    for (const what of [String(plan.reason), ...Object.keys(plan).filter((key) => kept(plan, key))]) {
      seen[what] = (seen[what] ?? 0) + 1;
    }
  }
  for (const what of ["null", "none", "strange", "newer", "empty", "steps", "title", "note", "unknown", "unread", "replaced", "groups"]) {
    assert.ok(seen[what] > cases(25), `${what}: ${seen[what]}`);
  }
});

/** @param {Plan} plan @param {string} key */
function kept(plan, key) {
  const value = plan[/** @type {keyof Plan} */ (key)];
  return key !== "reason" && key !== "level" && (value?.length ?? 0) > 0;
}

/** What any plan is that was read. @param {Plan} plan */
function hold(plan) {
  assert.ok(plan.level === "start" || plan.level === "goal");
  assert.ok([...plan.title].length <= limits.LONGEST_TITLE && [...plan.note].length <= limits.LONGEST_NOTE);
  for (const text of [plan.title, plan.note, ...plan.unread, ...plan.unknown]) {
    assert.equal(text, text.normalize("NFC"));
    assert.doesNotMatch(text, BAD);
  }
  assert.ok(plan.steps.length + plan.unknown.length <= limits.MOST_STEPS);
  for (const group of plan.groups ?? []) isSound(group);
  for (const { code, dose, own, group, note = "", how_often = "", rest_after_seconds, transition_seconds } of plan.steps) {
    assert.ok(own ? code === "" && dose : CODES.has(code));
    for (const [text, most] of /** @type {const} */ ([[note, 80], [how_often, 60], [own?.name ?? "", 40], [own?.words ?? "", 160]])) {
      assert.ok([...text].length <= most);
      assert.doesNotMatch(text, BAD);
    }
    assert.ok(group === undefined || plan.groups?.[group]);
    for (const pause of [rest_after_seconds ?? 0, transition_seconds ?? 0]) assert.ok(Number.isInteger(pause) && pause >= 0 && pause <= 3600);
    if (dose) within(dose);
    if (dose?.or) within(dose.or);
  }
}

/** @param {import("../../../overrides/scripts/shared/plan-link.js").Group} group */
function isSound({ name, rounds, rounds_range, round_rest_seconds = 0, every_seconds, step_every_seconds, work_seconds, for_time }) {
  assert.ok([...name].length <= 40);
  assert.doesNotMatch(name, BAD);
  const { min, max } = rounds_range ?? { min: rounds, max: rounds };
  assert.ok(min === rounds && min >= 1 && min <= max && max <= 100);
  assert.ok(round_rest_seconds >= 0 && round_rest_seconds <= 3600);
  assert.ok([every_seconds, step_every_seconds, work_seconds, for_time].filter(Boolean).length <= 1);
}

/** @param {Dose} dose */
function within({ sets, reps, hold_seconds, work_seconds, distance_metres, breaths, rest_seconds, rep_rest_seconds, switch_seconds }) {
  const sane = (/** @type {number} */ number, /** @type {number} */ least, /** @type {number} */ most) =>
    assert.ok(Number.isInteger(number) && number >= least && number <= most, String(number));
  sane(sets, 1, 100);
  for (const pause of [rest_seconds, rep_rest_seconds, switch_seconds ?? 0]) sane(pause, 0, 3600);
  assert.ok(reps || hold_seconds || work_seconds);
  for (const [amount, most] of /** @type {const} */ ([[reps, hold_seconds ? 1000 : 500], [hold_seconds, 3600], [work_seconds, distance_metres || breaths ? 71_429 : 14_400]])) {
    if (!amount) continue;
    sane(amount.min, 1, amount.max);
    sane(amount.max, 1, most);
  }
}
