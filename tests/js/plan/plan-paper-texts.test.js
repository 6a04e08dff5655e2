// The texts of a plan's sheet and cards: each once, and no more than there is room for.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { cardKit, kit } from "../../../overrides/scripts/plan/plan-needs.js";
import { cardTexts, paperSteps, sheetTexts } from "../../../overrides/scripts/plan/plan-paper-texts.js";
import { decode } from "../../../overrides/scripts/shared/plan-link.js";
import { doseOf } from "../../../overrides/scripts/plan/dose-of-data.js";
import { need, record } from "../../support/full-records.js";
import { MEASURES } from "../../support/sheet-vectors.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Exercise["laterality"]} Laterality */

const LONG = "x".repeat(229);
const RECORDS = [
  record("aa", { stop_signs: ["First.", "Second."], equipment: [need("Ball", true, "Orange"), need("Mirror", false)] }),
  record("bb", { stop_signs: ["Third.", "First."], equipment: [need("Ball", true)], laterality: "bilateral", source: null }),
  record("cc", { stop_signs: [LONG], regressions: ["the-aa"], harder: ["Go on."], laterality: "alternating" }),
];
const codes = new Map(RECORDS.map((each) => [each.code, each]));

/** @param {string} link */
const texts = (link) => sheetTexts(decode(link, codes), codes, MEASURES);
const plain = (/** @type {string[]} */ parts) => parts.map((part) => part.replaceAll("\u202f", " "));

/** @typedef {{name: string, required: boolean, substitutes: string[]}} NeedBrief */
/** @typedef {Record<string, any> & {equipment: NeedBrief[]}} ExerciseBrief */
/**
 * @type {{kits: {name: string, exercises: ExerciseBrief[], kit: string, card_kits: string[]}[],
 *   cards: {name: string, exercise: ExerciseBrief, others: Record<string, string>, steps: string[], faults: [string, string][], facts: [string, string][],
 *     more: [string, string][]}[],
 *   doses: {name: string, legend: string, steps: {laterality: Laterality, limb: string, dose: Record<string, any>,
 *     amounts: string[], side: string[]}[]}[]}}
 */
const VECTORS = JSON.parse(readFileSync(new URL("../../vectors/paper-texts.json", import.meta.url), "utf-8"));
const marked = (/** @type {string} */ text) => text.replaceAll("\u202f", "_").replaceAll("\u2011", "-");
const needs = (/** @type {NeedBrief[]} */ brief) => brief.map(({ name, required, substitutes }) => need(name, required, ...substitutes));

for (const { name, exercises, kit: wanted, card_kits } of VECTORS.kits) {
  test(`what is needed is said as in the shared vectors: ${name}`, () => {
    const codes = exercises.map((each) => `a${exercises.findIndex(({ short_name }) => short_name === each.short_name)}`);
    const records = exercises.map((each, at) => record(codes[at], { ...each, equipment: needs(each.equipment) }));
    assert.equal(kit(records), wanted);
    assert.deepEqual(records.map(({ equipment }) => cardKit(equipment)), card_kits);
  });
}

for (const { name, exercise, others, steps, faults, facts, more } of VECTORS.cards) {
  test(`a card says what it says in the shared vectors: ${name}`, () => {
    const known = record("aa", { ...exercise, equipment: needs(exercise.equipment) });
    const [step] = paperSteps(decode("#1.aa", new Map([["aa", known]])), new Map([["aa", known]]));
    const said = cardTexts(step, new Map(Object.entries(others)));
    assert.deepEqual([said.steps, said.faults, said.facts, said.more], [steps, faults, facts, more]);
  });
}

for (const { name, steps, legend } of VECTORS.doses) {
  test(`doses and their legend are said as in the shared vectors: ${name}`, () => {
    const known = new Map(steps.map(({ laterality, limb, dose }, at) => {
      const code = `a${"abc"[at]}`;
      return [code, record(code, { laterality, limb, start: doseOf(dose), goal: doseOf(dose) })];
    }));
    const said = sheetTexts(decode(`#1.${[...known.keys()].join(".")}`, known), known, MEASURES);
    const doses = said.steps.map(({ dose: { amounts, side } }) => ({ amounts: amounts.map(marked), side: side.map(marked) }));
    assert.deepEqual(doses, steps.map(({ amounts, side }) => ({ amounts, side })));
    assert.equal(marked(said.legend), legend);
  });
}

test("each thing is needed once, with what does as well, and for what it does not", () => {
  const [one, two, none] = RECORDS;
  assert.equal(kit([one, two, one]), "Ball or orange (not for BB). Helps: mirror.");
  assert.equal(kit([one, one]), "Ball or orange. Helps: mirror.");
  assert.equal(kit([none]), "Nothing but a floor.");
  assert.equal(cardKit(one.equipment), "Ball or orange; mirror (optional).");
  assert.equal(cardKit([]), "Nothing.");
});

test("stop signs stand once each: those of whatever one does, then the weightiest of every exercise", () => {
  const always = "Sharp pain, chest pain, dizziness, numbness, or a leg that gives way.";
  assert.equal(texts("#1.aa.bb.aa").stop_signs, always, "each step has its own");
  assert.equal(texts("#1.aa.cc").few_stop_signs, `${always} First. More: on each exercise’s page.`);
  const all = `${always} First. Third. Second.`;
  const within = (/** @type {number} */ most) => sheetTexts(decode("#1.aa.bb.aa", codes), codes, { ...MEASURES, most_stop_signs: most }).few_stop_signs;
  assert.deepEqual([within(all.length), within(all.length - 1)], [all, `${always} First. Third. More: on each exercise’s page.`]);
  assert.equal(texts("#1.zz").stop_signs, "", "without exercises there is nothing to stop");
});

test("whom the exercises come from stands once, and nobody where they are all our own", () => {
  assert.equal(texts("#1.aa.cc.aa").source.match(/A\. Author, A title, A publisher, example\.org\/work\./g)?.length, 1);
  assert.equal(texts("#1.bb").source, "");
});

test("doses come in parts, with the side that the plan asks for", () => {
  const { steps } = texts("#1.aa2x45hr30l.bb10t2120o60h.cc20s");
  assert.deepEqual(steps.map(({ dose }) => [plain(dose.amounts), plain(dose.side)]), [
    [["2 × 45 s hold"], ["left foot only", "rest 30 s"]],
    [["10 reps", "or 60 s hold"], ["tempo 2\u20111\u20112\u20110"]],
    [["20 s"], ["alternating"]],
  ]);
});

test("the legend explains what stands on the sheet, and nothing else", () => {
  assert.equal(texts("#1.bb").legend, "");
  assert.equal(plain([texts("#1.aa2x45h").legend])[0], "2 × 45 s hold each foot = 2 sets of 45 s hold on the right, then 2 sets of 45 s hold on the left.");
  assert.equal(plain([texts("#1.aa2x45hl").legend])[0], "2 × 45 s hold = 2 sets of 45 s hold.");
  assert.match(texts("#1.cc20s.bb10t2120").legend, /^Alternating: .+ Tempo: .+$/);
});

test("the legend has for its example a dose on each side, in sets, and as short as there is one", () => {
  const example = (/** @type {string} */ link) => plain([texts(link).legend])[0].split(" = ")[0];
  assert.equal(example("#1.aa30h.aa2x45h"), "2 × 45 s hold each foot");
  assert.equal(example("#1.aa2x45h.aa30h"), "2 × 45 s hold each foot");
  assert.equal(example("#1.aa45h.aa5h.aa120h"), "5 s hold each foot");
  assert.equal(example("#1.bb2x10.aa45h"), "45 s hold each foot");
  assert.equal(example("#1.bb10.bb3x8"), "3 × 8");
});

test("a title, or what it is called without one, and the note", () => {
  const { title, note } = texts("#1.aa.t=Evening.n=Slowly");
  assert.deepEqual([title, note, texts("#1.aa").title], ["Evening", "Slowly", "Your plan"]);
});

test("a card names an easier exercise where the record has no easier way", () => {
  const [, , third] = texts("#1.aa.bb.cc").steps;
  assert.deepEqual(cardTexts(third, new Map([["the-aa", "Long aa"]])), {
    dose: third.dose,
    steps: ["Do it."],
    facts: [["Feel it", "Here."], ["Easier", "Long aa."], ["Harder", "Go on."], ["You need", "Nothing."], ["Stop if", LONG]],
    more: [],
    faults: [["So.", "Not so."]],
  });
});

test("a card explains its dose and names the plan, and nothing where there is nothing to explain", () => {
  const [tempo, plain] = texts("#1.bb10t2120.bb10").steps;
  const of = (/** @type {import("../../../overrides/scripts/plan/plan-paper-texts.js").PaperStep} */ step, title = "") =>
    cardTexts(step, new Map(), { title }).more.filter(([label]) => ["Tempo", "Routine"].includes(label));
  assert.deepEqual(of(tempo, "Evening"), [["Tempo", "Seconds to lower, pause, raise, pause."], ["Routine", "Evening"]]);
  assert.deepEqual(of(plain), []);
});

test("a sheet says that there are more sources only where there are", () => {
  assert.equal(
    texts("#1.aa").source,
    "Exercises after A. Author, A title, A publisher, example.org/work. The words are ours, the choice is the sender’s.",
  );
});
