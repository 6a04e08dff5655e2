// Damaged addresses and their repairs, from tests/vectors/travelled-links.json, and what becomes of the page's own.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { repairedState, repairHere } from "../../../overrides/scripts/shared/address-repair.js";
import { LONGEST_LINK } from "../../../overrides/scripts/shared/plan-link.js";

/** @typedef {{name: string, came: string, search?: string, hash?: string, none?: true}} Vector */
/** @type {{links: Vector[]}} */
const { links } = JSON.parse(readFileSync(new URL("../../vectors/travelled-links.json", import.meta.url), "utf-8"));

for (const { name, came, search = "", hash = "", none } of links) {
  test(`an address that travelled is read: ${name}`, () => {
    assert.deepEqual(repairedState(came), none ? null : { search, hash });
    assert.deepEqual(repairedState(search + hash), { search, hash }, "what is mended stays");
  });
}

test("each field of this site is read in capitals, with a sign behind it", () => {
  const words = "routine exercise level from work rest rounds edit large backs region position have show exercises routines";
  for (const name of words.split(" ")) assert.deepEqual(repairedState(`?${name.toUpperCase()}=One).`), { search: `?${name}=one`, hash: "" });
});

for (const [what, search, hash, shown, scrolled] of [
  ["that is whole stays", "?routine=a", "#dose", null, null],
  ["that is longer than two of the longest links stays", `?Routine=${"a".repeat(2 * LONGEST_LINK)}`, "", null, null],
  ["that is shorter is repaired", `?Routine=${"a".repeat(LONGEST_LINK)}`, "", `/page/?routine=${"a".repeat(LONGEST_LINK)}`, null],
  ["of a plan is repaired whole", "", "#1.tl.%20br?fbclid=x", "/page/#1.tl.br", null],
  ["with a place is repaired, and leads there", "?Routine=a", "#dose).", "/page/?routine=a#dose).", "#dose"],
  ["with a place that is none stays there", "?Routine=a", "#nowhere).", "/page/?routine=a#nowhere).", null],
]) test(`a page's address ${what}`, (context) => {
  /** @type {Record<string, string | null>} */
  const seen = { shown: null, scrolled: null };
  const page = {
    location: { pathname: "/page/", search, hash, replace: (/** @type {string} */ to) => void (seen.scrolled = to) },
    history: { replaceState: (/** @type {null} */ _, /** @type {string} */ __, /** @type {string} */ to) => void (seen.shown = to) },
    document: { getElementById: (/** @type {string} */ id) => (id === "dose" ? {} : null) },
  };
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
    context.after(() => Reflect.deleteProperty(globalThis, name));
  }
  repairHere();
  assert.deepEqual(seen, { shown, scrolled });
});
