// Which texts match a search.
// @ts-check

import assert from "node:assert/strict";
import test from "node:test";

import { finder, plain } from "../../../overrides/scripts/shared/text-filter.js";

const holds = (/** @type {string} */ text, /** @type {string} */ asked) => finder(asked)(text);
const TEXT = plain("Dehnübung: Standing top‑of‑foot stretch coach.example/exercises/standing-top-of-foot-stretch");

test("nothing asked fits everything", () => {
  assert.ok(holds(TEXT, ""));
  assert.ok(holds(TEXT, "  "));
});

test("every word asked must be there, in any order and as a part of a word", () => {
  assert.ok(holds(TEXT, "foot stand"));
  assert.ok(!holds(TEXT, "foot calf"));
});

test("case, accents, spaces and kinds of hyphen do not count", () => {
  for (const asked of ["DEHNUBUNG", "dehnübung", "top-of-foot", "top of foot", "top–of‑foot", "  stretch  "]) {
    assert.ok(holds(TEXT, asked), asked);
  }
});

test("letters that are two in one match these", () => {
  for (const [text, asked] of [["Fußgelenk", "fussgelenk"], ["Fussgelenk", "FUẞ"], ["le cœur", "coeur"]]) assert.ok(holds(plain(text), asked), asked);
});

test("a text is made plain once, and is the same when it is made so again", () => {
  assert.equal(TEXT, "dehnubung: standing top of foot stretch coach.example/exercises/standing top of foot stretch");
  assert.equal(plain(TEXT), TEXT);
});
