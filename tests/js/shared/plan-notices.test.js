// The notices for each problem of a plan's link.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { decode, MOST_STEPS } from "../../../overrides/scripts/shared/plan-link.js";
import { notices, warning } from "../../../overrides/scripts/shared/plan-notices.js";

const NAMED = new Map([["tl", { short_name: "Toe lifts" }], ["br", { short_name: "Ball roll" }]]);
const ALIASES = new Map([["old", "br"]]);

/** @param {string} link @param {ReadonlyMap<string, {short_name: string}>} [records] */
const told = (link, records = NAMED) => notices(decode(link, NAMED, ALIASES), records);

test("nothing is told of a plan that is as it was sent", () => {
  assert.deepEqual(told("#1.tl.br2x45s.t=Evening.n=Slowly"), []);
});

test("one sentence tells why there is no plan", () => {
  const links = ["", "#top", `#1.${"tl.".repeat(900)}`, "#2.tl", "#1"];
  const said = links.map((link) => told(link));
  assert.deepEqual(said.map((each) => each.length), links.map(() => 1));
  assert.equal(new Set(said.flat()).size, links.length);
  for (const [sentence] of said) assert.match(sentence, /^(This|There) .+\.$/);
});

test("an exercise that the site does not have is named once", () => {
  assert.deepEqual(told("#1.zz.tl.zz"), ["One exercise is not on this site, so it is left out: “zz”."]);
  assert.deepEqual(told("#1.zz.tl.yy"), ["2 exercises are not on this site, so they are left out: “zz”, “yy”."]);
  assert.deepEqual(told("#1.zz").length, 2, "and that none is left");
});

test("an exercise whose record is missing is named, too", () => {
  assert.deepEqual(told("#1.tl.br", new Map([["tl", { short_name: "Toe lifts" }]])), [
    "One exercise is not on this site, so it is left out: “br”.",
  ]);
});

test("a retired exercise is told by the name of its successor", () => {
  assert.deepEqual(told("#1.old", new Map()), ["One exercise is not on this site, so it is left out: “br”."]);
  assert.deepEqual(told("#1.old"), ["Ball roll takes the place of an exercise that is no longer here: “old”."]);
});

test("an exercise that was taken out is told by its name", () => {
  const retired = { dl: "Deep lunge", old: "Foot roll" };
  const said = (/** @type {string} */ link) => notices(decode(link, NAMED, ALIASES), NAMED, retired);
  assert.deepEqual(said("#1.dl.tl.dl.zz"), [
    "One exercise is not on this site, so it is left out: “zz”.",
    "One exercise is no longer on this site, so it is left out: “Deep lunge”.",
  ]);
  assert.deepEqual(said("#1.old"), ["Ball roll takes the place of an exercise that is no longer here: “Foot roll”."]);
  assert.match(notices(decode("#1.constructor.tl", NAMED), NAMED, {}).join(), /“constructor”/);
});

test("what cannot be read is shown, and not what it might mean", () => {
  assert.deepEqual(told("#1.tl9q.br"), ["A part of this link cannot be read: “tl9q”. Ask the sender what was meant."]);
  assert.match(told("#1.tl9q.<b>.br").join(), /^2 parts of this link cannot be read: “tl9q”, “<b>”\./);
});

test("exercises after the last that a plan may have are told of", () => {
  assert.match(told(`#1${".tl".repeat(MOST_STEPS + 1)}`).join(), /^A part of this link cannot be read or stands after 30 exercises: “tl”/);
  const full = ".tl".repeat(MOST_STEPS - 1);
  assert.match(told(`#1${full}.9q`).join(), /^A part of this link cannot be read: “9q”/, "there is room for it");
  assert.match(told(`#1.zz${full}.9q`)[1], /^A part of this link cannot be read or stands after 30/);
});

test("a link that lost its end or was changed says what is left of it", () => {
  const said = (/** @type {"cut" | "changed"} */ fault, /** @type {number} */ count, /** @type {object} */ texts = {}) =>
    warning({ fault, title: "", note: "", steps: Array(count).fill(decode("#1.tl", NAMED).steps[0]), ...texts });
  const not_by_it = "Do not train by it: ask the sender to send it again.";
  const lost = "This link lost its end:";
  const changed = "This link was changed on its way:";
  assert.deepEqual([said("cut", 1), said("cut", 2), said("cut", 1, { title: "A" }), said("cut", 2, { note: "b" })], [
    `${lost} one exercise is here, the last perhaps with half its dose, and more may be missing. ${not_by_it}`,
    `${lost} 2 exercises are here, the last perhaps with half its dose, and more may be missing. ${not_by_it}`,
    `${lost} one exercise is here, but the words with them are not whole. ${not_by_it}`,
    `${lost} 2 exercises are here, but the words with them are not whole. ${not_by_it}`,
  ]);
  assert.deepEqual([said("changed", 1), said("changed", 2, { title: "A" })], [
    `${changed} one exercise is here, but not all is as it was sent. ${not_by_it}`,
    `${changed} 2 exercises are here, but not all is as it was sent. ${not_by_it}`,
  ]);
  assert.match(said("cut", 0), /^This link lost its end, and holds no exercise\. Ask /);
  assert.match(said("changed", 0), /^This link was changed on its way, and holds no exercise\. Ask /);
  const damaged = { ...decode("#1.zz", NAMED), fault: /** @type {const} */ ("cut") };
  assert.match(notices(damaged, NAMED)[0], /^This link lost its end, and holds no exercise/, "before what is missing");
});
