// A plan as plain text: its lines, which no text in it can add to or hide.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { notes, numbered } from "../../../overrides/scripts/plan/plan-notes.js";
import { decode, encode } from "../../../overrides/scripts/shared/plan-link.js";
import { asRoutine } from "../../../overrides/scripts/shared/plan-routine.js";
import { chance } from "../../support/chance.js";
import { EXERCISES, PAGE, randomBriefPlan } from "../../support/plan-vectors.js";
import { cases } from "../../support/random-cases.js";

/** @param {import("../../../overrides/scripts/shared/plan-link.js").Draft} plan */
const said = (plan) => notes({ plan, routine: asRoutine(plan, EXERCISES), url: PAGE + encode(plan) });
/** @param {string} fragment */
const saidOf = (fragment) => said(decode(fragment, EXERCISES));

test("notes say what it is, how long it takes, what it needs and what to do, and end with the link", () => {
  assert.equal(saidOf("#1.br3x10r30l.tl-s.cs8t3110.t=Ankle-and-calf.n=After-a-run%2E"), [
    "Ankle and calf",
    "Note: After a run.",
    "How long: 6 min",
    "You need: Ball or rolled sock; Chair, if you have one",
    "",
    "1. Exercise br: 3 × 10, left foot only, rest 30 s",
    "2. Exercise tl: 30 s hold each foot",
    "3. Exercise cs: 8 reps each foot, tempo 3-1-1-0",
    "",
    "https://coach.example/limber/plan/#1c.br3x10r30l.tl-s.cs8t3110.t=Ankle-and-calf.n=After-a-run%2E.7y0z",
  ].join("\n"));
});

test("the side that a step is done on is said once, in each language", () => {
  for (const [name, words, told] of [
    ["Wadendehnung, linker Fuß", "3 × 10, nur linker Fuß", "1. Wadendehnung: 3 × 10, nur linker Fuß"],
    ["Balle, pied gauche", "30 s, pied gauche seulement", "1. Balle: 30 s, pied gauche seulement"],
    ["Toe lifts, lowers and spreads", "30 s each foot", "1. Toe lifts, lowers and spreads: 30 s each foot"],
  ]) {
    const routine = asRoutine(decode("#1.br", EXERCISES), EXERCISES);
    const [step] = routine.steps;
    const steps = [{ ...step, exercise: { ...step.exercise, name }, start: { ...step.start, words } }];
    assert.deepEqual(numbered({ ...routine, steps }), [told]);
  }
});

test("notes leave out what there is not", () => {
  assert.match(saidOf("#1.tl"), /^Your plan\nHow long: 65 s\nYou need: nothing but a floor\n\n1\. /);
  assert.equal(saidOf("#1.t=Toes"), `Toes\n\n${PAGE}#1c.t=Toes.0lti`);
});

test("a range is said with both its ends", () => {
  assert.match(saidOf("#1.br3x10-30"), /\nHow long: about 4–12 min\n/);
});

test("no text makes a line of its own, 100 times", () => {
  const random = chance(41);
  let texts = 0;
  for (let turn = 0; turn < cases(100); turn += 1) {
    const plan = randomBriefPlan(random);
    const lines = said(plan).split("\n");
    const { steps, groups = [] } = asRoutine(plan, EXERCISES);
    const note = Number(lines[1].startsWith("Note: "));
    assert.equal(lines.length, steps.length ? 6 + note + steps.length + groups.length : 3 + note);
    assert.equal(lines.at(-1), PAGE + encode(plan));
    for (const line of lines) assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u202f\u2011]|^\s|\s$/u);
    texts += note;
  }
  assert.ok(texts > cases(25));
});
