// Which page is found for a mistyped address.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { nearest } from "../../../overrides/scripts/shared/nearest-page.js";

const pages = [
  { title: "Start page", url: "/" },
  { title: "Exercises", url: "/exercises/" },
  { title: "Safety", url: "/safety/" },
  { title: "Your plan", url: "/plan/" },
  { title: "Calf stretch", url: "/exercises/calf-stretch/" },
  { title: "Pelvic list", url: "/exercises/pelvic-list/" },
  { title: "Toe lifts", url: "/exercises/toe-lifts/" },
  { title: "Sit to stand", url: "/exercises/sit-to-stand/" },
  { title: "Kneeling stretch", url: "/exercises/kneeling-top-of-foot-stretch/" },
  { title: "T-bar", url: "/exercises/t-bar/" },
  { title: "Foot and hip", url: "/routines/foot-and-hip/" },
];

/** @param {string} path */
const meant = (path) => nearest(path, pages)?.title ?? null;

for (const [what, path, title] of /** @type {[string, string, string | null][]} */ ([
  ["a letter too few", "/exercises/calf-strech/", "Calf stretch"],
  ["a letter too many", "/exercises/callf-stretch/", "Calf stretch"],
  ["a wrong letter", "/exercises/calf-stritch/", "Calf stretch"],
  ["letters swapped", "/exercises/ote-lifst/", "Toe lifts"],
  ["the first two letters of a short word swapped", "/lpan/", "Your plan"],
  ["a letter of a short word missing", "/pln/", "Your plan"],
  ["a letter too many in a short word", "/plaan/", "Your plan"],
  ["two letters of a short word missing", "/pla-n-s/", null],
  ["capital letters", "/exercises/CALF-STRETCH/", "Calf stretch"],
  ["no slash at the end", "/exercises/pelvic-lst", "Pelvic list"],
  ["underscores", "/exercises/top_of_foot/", "Kneeling stretch"],
  ["spaces", "/exercises/top%20of%20foot/", "Kneeling stretch"],
  ["an ending", "/exercises/toe-lift.html", "Toe lifts"],
  ["an index file", "/exercises/toe-lifs/index.html", "Toe lifts"],
  ["a word of the name", "/calf/", "Calf stretch"],
  ["a word of three letters of a short name", "/bar/", "T-bar"],
  ["the wrong folder", "/routines/pelvic-list/", "Pelvic list"],
  ["a folder before it", "/physio/limber/exercises/calf-strech/", "Calf stretch"],
  ["a page that is no record", "/saftey/", "Safety"],
  ["nothing like it", "/wp-login/", null],
  ["a word too short to tell", "/to/", null],
  ["the root itself", "/", null],
  ["a stray percent sign", "/exercises/calf-strech%/", "Calf stretch"],
])) {
  test(`an address with ${what} means ${title ?? "no page"}`, () => assert.equal(meant(path), title));
}

/** @type {{names: string[], meant: {typed: string, name: string}[]}} */
const VECTORS = JSON.parse(readFileSync(new URL("../../vectors/nearest-names.json", import.meta.url), "utf-8"));

for (const { typed, name } of VECTORS.meant) {
  test(`of the shared names, "${typed}" means ${name || "none"}`, () => {
    const named = VECTORS.names.map((title) => ({ title, url: `/exercises/${title}/` }));
    assert.equal(nearest(`/exercises/${encodeURIComponent(typed)}/`, named)?.title ?? "", name);
  });
}

test("a very long address means no page", () => {
  assert.equal(meant(`/${"calf-".repeat(200_000)}`), null);
});
