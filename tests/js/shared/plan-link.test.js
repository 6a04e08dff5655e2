// Plan links: the committed ones, their limits, and hostile ones.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { dose as words, side } from "../../../overrides/scripts/shared/dose-words.js";
import { isWider, normalizeDose } from "../../../overrides/scripts/shared/plan-dose.js";
import { decode, encode, LONGEST_LINK, LONGEST_WRITTEN, MOST_STEPS, normalised } from "../../../overrides/scripts/shared/plan-link.js";
import { doseOf } from "../../../overrides/scripts/plan/dose-of-data.js";
import { fitting } from "../../../overrides/scripts/shared/plan-text.js";
import { ALIASES, CODES, LINKS, nowWritten, planOf } from "../../support/plan-vectors.js";

/** @typedef {import("../../../overrides/scripts/shared/plan-link.js").PlanStep} PlanStep */

/** @type {{doses: any[]}} */
const { doses: WIDER_DOSES } = JSON.parse(readFileSync(new URL("../../vectors/wider-doses.json", import.meta.url), "utf-8"));

/** @param {PlanStep[]} steps @param {string} [title] @param {string} [note] */
const draft = (steps, title = "", note = "") => ({ level: /** @type {const} */ ("start"), title, note, steps });
/** @type {PlanStep} */
const PLAIN = { code: "cs", level: null, dose: null, side: null };

for (const { name, link, as = link, plan } of LINKS) {
  test(`a link opens for ever: ${name}`, () => {
    const found = decode(link, CODES, ALIASES);
    assert.deepEqual(found, planOf(plan));
    assert.equal(encode(found), nowWritten(as));
    assert.equal(encode(decode(as, CODES)), nowWritten(as));
    assert.equal(decode(nowWritten(as), CODES).fault, null);
  });
}

test("every dose of the vectors comes back from a link as it was, and is said like that", () => {
  for (const each of WIDER_DOSES) {
    const dose = normalizeDose(doseOf(each.dose));
    const link = encode(draft([{ ...PLAIN, dose }]));
    const [found] = decode(link, CODES).steps;
    assert.deepEqual(found.dose, dose, link);
    const which = side(each, found.dose?.side_order);
    const said = found.dose && words(found.dose, which);
    assert.equal(said?.replaceAll("\u202f", "_"), each.words);
    assert.equal(link.startsWith("#2c"), isWider(/** @type {any} */ (dose)));
  }
});

test("no link is in the list twice", () => {
  assert.equal(new Set(LINKS.map(({ link }) => link)).size, LINKS.length);
});

test("a link has nothing in it that a messenger stumbles over, and ends on a letter or a digit", () => {
  for (const { plan } of LINKS) assert.match(encode(planOf(plan)), /^#[12]g?c(\.[A-Za-z0-9%=.-]*)?\.\d[a-z\d]{3}$/);
});

test("five million characters are not even looked at", () => {
  const looked = { has: () => assert.fail("a code was looked up") };
  for (const start of ["#1.", "#", "%25", "."]) {
    assert.equal(decode(start + "br.".repeat(5e6 / 3), looked).reason, "long");
  }
  assert.equal(decode(`#1.${"br.".repeat(665)}br`, CODES).reason, null);
  assert.equal(decode("#1.br.t=".padEnd(LONGEST_LINK, "a"), CODES).reason, null);
  assert.equal(decode("#1.br.t=".padEnd(LONGEST_LINK + 1, "a"), CODES).reason, "long");
});

test("there are thirty exercises at most, and what is left out is said", () => {
  const { steps, unread } = decode(`#1.${Array(40).fill("br").join(".")}.cs-l`, CODES);
  assert.equal(steps.length, MOST_STEPS);
  assert.deepEqual(unread, ["br", "cs-l"]);
  const many = decode(`#1.${Array.from({ length: 90 }, (_, index) => `1${index}`).join(".")}`, CODES);
  assert.equal(many.unread.length, 30);
});

test("what every object has is no code", () => {
  const bare = decode("#1.__proto__.constructor.valueOf.has.get.size.br", new Map([["br", {}]]), new Map());
  assert.deepEqual(bare.unknown, ["has", "get", "size"]);
  assert.deepEqual(bare.unread, ["__proto__", "constructor", "valueof"]);
  assert.deepEqual(bare.steps, [{ ...PLAIN, code: "br" }]);
});

test("a code that is in use goes before one that was retired", () => {
  assert.equal(decode("#1.br", CODES, new Map([["br", "cs"]])).steps[0].code, "br");
});

test("texts are clipped by the characters that people count", () => {
  const { title, note } = normalised(draft([PLAIN], "🦶".repeat(70), "é".repeat(300)));
  assert.deepEqual([title, note], ["🦶".repeat(60), "é".repeat(Math.floor((LONGEST_WRITTEN - "#1c.cs.t=.n=.0000".length - 720) / 6))]);
  assert.equal([...normalised(draft([PLAIN], "a", "e\u0301".repeat(300))).note].length, 280);
  const read = decode(`#1.cs.t=${"%F0%9F%A6%B6".repeat(70)}.n=${"a".repeat(300)}`, CODES);
  assert.deepEqual([[...read.title].length, read.note.length], [60, 280]);
  assert.equal(normalised(draft([PLAIN], `${"a".repeat(59)} b`)).title, "a".repeat(59));
  assert.deepEqual([fitting("abc", 3), fitting("ab?", 4), fitting("a b", 2), fitting("a", 0)], ["abc", "ab", "a", ""]);
});

test("marks are not heaped on a letter until they cover the lines around it", () => {
  assert.equal([...normalised(draft([PLAIN], `x${"\u0310".repeat(50)}y`)).title].length, 1 + 4 + 1);
});

test("a link never grows too long: first the note gives way, then the title, never a step", () => {
  const or = { sets: 9, reps: { min: 10, max: 11 }, hold_seconds: { min: 3599, max: 3600 }, rest_seconds: 600 };
  const dose = doseOf({
    sets: 20,
    reps: { min: 199, max: 200 },
    tempo: "10-10-10-10",
    rest_seconds: 600,
    switch_seconds: 600,
    or: { ...or, rep_rest_seconds: 600, switch_seconds: 600 },
  });
  const longest = (/** @type {number} */ at) => /** @type {PlanStep} */ ({ code: "lunge", level: null, dose, side: at % 2 ? "left" : "right" });
  const steps = Array.from({ length: MOST_STEPS }, (_, at) => longest(at));
  assert.equal(encode({ ...draft(steps), level: "goal" }).length, 1839);
  const full = draft(steps, "足".repeat(60), "足".repeat(280));
  assert.ok(encode(full).length <= LONGEST_WRITTEN);
  assert.deepEqual(normalised(full).steps, steps);
  assert.deepEqual([normalised(full).note, normalised(full).title], ["", "足".repeat(16)]);
});

test("what an exercise has as the one before is not written twice, and is read from it whatever became of that one", () => {
  const link = nowWritten("#1.pl3x10-12r60l.br-d.cs.cs.tl-sl.tl-d");
  const [first, second, , , fifth, sixth] = decode(link, CODES).steps;
  assert.deepEqual([second, sixth], [{ ...first, code: "br" }, fifth]);
  assert.equal(encode(decode(link, CODES)), link);
  assert.deepEqual(decode("#1.zz3x10l.br-d", CODES).steps, decode("#1.br3x10l", CODES).steps);
  assert.deepEqual(decode("#1.br-d.pl-x9.cs-d", CODES).unread, ["br-d", "pl-x9", "cs-d"]);
});

test("a dose has nothing in it that it cannot have", () => {
  const written = (/** @type {Record<string, any>} */ dose) => encode(draft([{ ...PLAIN, dose: doseOf(dose) }])).slice(4, -5);
  assert.equal(written({ reps: 10, rest_seconds: 60 }), "cs10", "one set has no rest after it");
  assert.equal(written({ reps: 10, rep_rest_seconds: 2 }), "cs10");
  assert.equal(written({ hold_seconds: 10, tempo: "2-1-2-0" }), "cs10h");
  assert.equal(written({ reps: 10, tempo: "0-0-0-0" }), "cs10");
  assert.equal(written({ reps: 10, or: { reps: 12 } }), "cs10", "two of a kind are a range");
  assert.equal(written({ reps: 10, or: { hold_seconds: 30, or: { reps: 12 } } }), "cs10o30h");
  assert.equal(written({ reps: 10, hold_seconds: 5, work_seconds: 60 }), "cs60s");
  assert.equal(written({ rest_seconds: 60 }), "cs");
});

test("links of the first version have the limits they always had", () => {
  assert.deepEqual([LONGEST_LINK, LONGEST_WRITTEN, MOST_STEPS], [2000, 1986, 30]);
  const { title, note } = decode("#1", { has: () => true });
  assert.deepEqual([title, note], ["", ""]);
});

test("a link of the first version keeps to its limits, and what goes beyond is said by the second", () => {
  assert.deepEqual(decode("#1.pl500r3600", CODES).steps[0].dose, decode("#1.pl200r600", CODES).steps[0].dose);
  const dose = decode("#2c.pl2x500r3600", CODES).steps[0].dose;
  assert.deepEqual([dose?.reps?.max, dose?.rest_seconds], [500, 3600]);
  const draft = { level: /** @type {const} */ ("start"), title: "", note: "", steps: [{ code: "pl", level: null, side: null, dose }] };
  assert.match(encode(draft), /^#2c\.pl2x500r3600\./);
  assert.deepEqual(decode(encode(draft), CODES).steps[0].dose, dose);
});
