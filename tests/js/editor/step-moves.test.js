// Steps of a routine as they are moved, into rounds and out of them.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { drop, move, placeInWords, rowAt } from "../../../scripts/editor/page/step-moves.js";

/** @import { Row } from "../../../scripts/editor/page/asking.js" */

/**
 * `a [b c] d`: steps, and rounds in brackets.
 * @param {string} said
 * @returns {Row[]}
 */
function rows(said) {
  /** @type {Row[]} */
  const all = [];
  let list = all;
  for (const each of said.split(/ |(?<=\[)|(?=\])/)) {
    if (each === "[") {
      list = [];
      all.push({ group: "Rounds", steps: list });
    } else if (each === "]") list = all;
    else list.push({ exercise: each });
  }
  return all;
}

/** @param {Row[]} all @returns {string} */
const inWords = (all) => all.map((each) => (each.steps ? `[${inWords(each.steps)}]` : each.exercise)).join(" ");

/** @param {Row[]} all @param {string} name @returns {Row} */
function named(all, name) {
  const found = all.flatMap((each) => [each, ...(each.steps ?? [])]).find((each) => (each.exercise ?? each.group) === name);
  assert.ok(found);
  return found;
}

for (const [before, name, by, after] of /** @type {[string, string, -1 | 1, string][]} */ ([
  ["a b c", "b", -1, "b a c"],
  ["a b c", "b", 1, "a c b"],
  ["a b", "a", -1, "a b"],
  ["a b", "b", 1, "a b"],
  ["a [b c] d", "a", 1, "[a b c] d"],
  ["a [b c] d", "d", -1, "a [b c d]"],
  ["a [b c] d", "b", -1, "a b [c] d"],
  ["a [b c] d", "c", 1, "a [b] c d"],
  ["a [b c] d", "Rounds", 1, "a d [b c]"],
])) {
  test(`${name} in ${before} goes ${by < 0 ? "up" : "down"}`, () => {
    const all = rows(before);
    assert.equal(move(all, named(all, name), by), before !== after);
    assert.equal(inWords(all), after);
  });
}

for (const [before, name, other, behind, after] of /** @type {[string, string, string, boolean, string][]} */ ([
  ["a b c", "c", "a", false, "c a b"],
  ["a b c", "a", "c", true, "b c a"],
  ["a [b c] d", "d", "b", true, "a [b d c]"],
  ["a [b c] d", "d", "Rounds", true, "a [d b c]"],
  ["a [b c] d", "d", "Rounds", false, "a d [b c]"],
  ["a [b c] d", "Rounds", "b", false, "a [b c] d"],
  ["a [b c] d", "Rounds", "d", true, "a d [b c]"],
])) {
  test(`${name} in ${before} is dropped ${behind ? "behind" : "before"} ${other}`, () => {
    const all = rows(before);
    drop(all, named(all, name), named(all, other), behind);
    assert.equal(inWords(all), after);
  });
}

test("a problem finds its row, and a row says where it is", () => {
  const all = rows("a [b c] d");
  assert.equal(rowAt(all, [1, "steps", 1, "dose"])?.exercise, "c");
  assert.equal(rowAt(all, [2, "exercise"])?.exercise, "d");
  assert.equal(rowAt(all, [1, "rounds"])?.group, "Rounds");
  assert.equal(rowAt(all, [7]), undefined);
  assert.equal(placeInWords(all, named(all, "c")), "2 of 2 in Rounds");
  assert.equal(placeInWords(all, named(all, "d")), "3 of 3");
});
