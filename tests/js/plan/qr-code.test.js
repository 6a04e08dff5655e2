// The text and size of a plan's QR code; test_plan_qr.py draws and reads it.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { correction, generate, mode } from "lean-qr";

import { codeOf, codeText, drawing, outline } from "../../../overrides/scripts/plan/qr-code.js";
import { decode, encode, normalised } from "../../../overrides/scripts/shared/plan-link.js";
import { chance } from "../../support/chance.js";
import { CODES, nowWritten, printedBeside, randomPlan } from "../../support/plan-vectors.js";
import { cases } from "../../support/random-cases.js";

const PAGE = "https://coaches.example.org/Limber/plan/";

test("a code holds the plan without its texts, in capitals behind the path alone, 500 times", () => {
  const random = chance(31);
  let texts = 0;
  for (let turn = 0; turn < cases(500); turn += 1) {
    const plan = normalised(randomPlan(random));
    const text = codeText(PAGE + encode(plan));
    const [page, fragment] = text.split("#");
    assert.equal(page, PAGE);
    if (plan.steps.every(({ own }) => !own?.name)) assert.equal(fragment, fragment.toUpperCase());
    assert.deepEqual(decode(fragment, CODES), printedBeside(plan));
    texts += Number(Boolean(plan.title || plan.note));
  }
  assert.ok(texts > cases(250));
});

test("a code holds the whole of an address that has no plan or no texts", () => {
  const held = (/** @type {string} */ link) => PAGE + nowWritten(link).toUpperCase();
  assert.equal(codeText(`${PAGE}#1g.tl.br-s.cs2x45hr30l`), held("#1g.tl.br-s.cs2x45hr30l"));
  assert.equal(codeText(`${PAGE}#1.t=Toes.n=At-noon`), held("#1"));
  assert.equal(codeText(PAGE + nowWritten("#1.tl.n=At-noon")), held("#1.tl"));
});

const LIBRARY = { generate, mode, correction };
const broken = () => { throw new Error("broken"); };
const version = (/** @type {string} */ text) => (codeOf(text, LIBRARY).size - 17) / 4;
/** @param {string} text @param {"L" | "M" | "Q"} level */
const least = (text, level) => generate(text, { modes: [mode.ascii], minCorrectionLevel: correction[level] });

test("a code has the most correction that fits version 6, in the smallest that has it; a long plan has a larger code", () => {
  const of = (/** @type {number} */ length) => "a".repeat(length);
  for (const [length, wanted] of [[26, 3], [46, 4], [47, 5], [60, 5], [61, 6], [74, 6]]) {
    assert.equal(version(of(length)), wanted);
    assert.equal(codeOf(of(length), LIBRARY).toString(), least(of(length), "Q").toString(), `${length}: Q`);
  }
  for (const [length, wanted] of [[75, 5], [84, 5], [85, 6], [106, 6]]) {
    assert.equal(version(of(length)), wanted);
    assert.equal(codeOf(of(length), LIBRARY).toString(), least(of(length), "M").toString(), `${length}: M`);
  }
  assert.deepEqual([107, 134, 135, 230].map((length) => version(of(length))), [6, 6, 7, 9]);
  assert.throws(() => codeOf(of(231), LIBRARY), { name: "TooLong", message: "This plan is too long for a QR code that phones can read. Copy the link instead." });
  assert.throws(() => codeOf("a", { ...LIBRARY, generate: Object.assign(broken, { with: generate.with }) }), /broken/);
});

test("each dark module is drawn once, four modules from the edge", () => {
  const code = codeOf("https://coach.example/plan/#1c.TL.0000", LIBRARY);
  const drawn = [...outline(code).matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].flatMap(([, x, y, wide, back]) => {
    assert.equal(wide, back);
    return Array.from({ length: Number(wide) }, (_, at) => `${Number(x) + at - 4} ${Number(y) - 4}`);
  });
  const all = Array.from({ length: code.size ** 2 }, (_, at) => [at % code.size, Math.floor(at / code.size)]);
  assert.deepEqual(drawn, all.filter(([x, y]) => code.get(x, y)).map(([x, y]) => `${x} ${y}`));
});

test("a drawing is as wide as its code with four modules around it, black on a white of its own", (context) => {
  const element = (/** @type {string} */ space, /** @type {string} */ name) => ({
    space, name, has: /** @type {Record<string, string>} */ ({}), within: /** @type {unknown[]} */ ([]),
    setAttribute(/** @type {string} */ key, /** @type {string} */ value) { this.has[key] = value; },
    append(/** @type {unknown[]} */ ...parts) { this.within.push(...parts); },
  });
  Object.assign(globalThis, { document: { createElementNS: element } });
  context.after(() => Reflect.deleteProperty(globalThis, "document"));
  const code = { size: 21, get: (/** @type {number} */ x, /** @type {number} */ y) => x === 2 && y === 3 };
  const { space, name, has, within } = /** @type {any} */ (drawing(code));
  assert.deepEqual([space, name], ["http://www.w3.org/2000/svg", "svg"]);
  assert.deepEqual(has, { class: "qr", viewBox: "0 0 29 29", "shape-rendering": "crispEdges" });
  assert.deepEqual(within.map((/** @type {any} */ each) => [each.name, each.has.fill, each.has.d]), [
    ["path", "#fff", "M0 0h29v29H0z"], ["path", "#000", "M6 7h1v1h-1z"],
  ]);
});

test("capitals make the code of a plan of seven smaller, and correction takes what room is left", () => {
  const usual = PAGE + nowWritten("#1.tl.br.st.pl.cs.kt.sb");
  const changed = PAGE + nowWritten("#1.tl3x10-12r45l.br3x45-75sr45l.st3x45hr45l.pl3x10-12r45l.cs3x45hr45l.kt3x45-75hr45e.sb3x5x15hr45l");
  assert.deepEqual([usual.length, version(usual), version(codeText(usual))], [69, 6, 6]);
  assert.deepEqual([changed.length, version(changed), version(codeText(changed))], [144, 7, 6]);
});
