// Which page a mistyped address most likely meant.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { mendedAddress, nearest } from "../../overrides/assets/not-found.js";

const pages = [
  { title: "Start page", url: "/" },
  { title: "Exercises", url: "/exercises/" },
  { title: "Safety", url: "/safety/" },
  { title: "Calf stretch", url: "/exercises/calf-stretch/" },
  { title: "Pelvic list", url: "/exercises/pelvic-list/" },
  { title: "Toe lifts", url: "/exercises/toe-lifts/" },
  { title: "Sit to stand", url: "/exercises/sit-to-stand/" },
  { title: "Kneeling stretch", url: "/exercises/kneeling-top-of-foot-stretch/" },
  { title: "Foot and hip", url: "/routines/foot-and-hip/" },
];

/** @param {string} path */
const meant = (path) => nearest(path, pages)?.title ?? null;

for (const [what, path, title] of /** @type {[string, string, string | null][]} */ ([
  ["a letter too few", "/exercises/calf-strech/", "Calf stretch"],
  ["a letter too many", "/exercises/callf-stretch/", "Calf stretch"],
  ["a wrong letter", "/exercises/calf-stritch/", "Calf stretch"],
  ["letters swapped", "/exercises/ote-lifst/", "Toe lifts"],
  ["capital letters", "/exercises/CALF-STRETCH/", "Calf stretch"],
  ["no slash at the end", "/exercises/pelvic-lst", "Pelvic list"],
  ["underscores", "/exercises/top_of_foot/", "Kneeling stretch"],
  ["spaces", "/exercises/top%20of%20foot/", "Kneeling stretch"],
  ["an ending", "/exercises/toe-lift.html", "Toe lifts"],
  ["an index file", "/exercises/toe-lifs/index.html", "Toe lifts"],
  ["a word of the name", "/calf/", "Calf stretch"],
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

const SITE = ["/", "/exercises/", "/exercises/calf-stretch/", "/routines/foot-and-hip/", "/plan/", "/plan/sheet/", "/timer/", "/safety/"];

for (const [what, path, meant] of /** @type {[string, string, string | null][]} */ ([
  ["an escaped # of a plan", "/plan/%231.tl.br2x45s", "/plan/#1.tl.br2x45s"],
  ["a # escaped twice", "/plan/%25231.tl", "/plan/#1.tl"],
  ["a # and a title escaped", "/plan/%231.tl.t%3DA-%2526-b", "/plan/#1.tl.t=A-%26-b"],
  ["no # at all", "/timer/1.tl.br", "/timer/#1.tl.br"],
  ["an escaped ?", "/timer/%3Froutine=foot-and-hip", "/timer/?routine=foot-and-hip"],
  ["an escaped ? and no slash before it", "/timer%3Froutine%3Dfoot-and-hip", "/timer/?routine=foot-and-hip"],
  ["an escaped # of a place", "/exercises/calf-stretch/%23dose", "/exercises/calf-stretch/#dose"],
  ["large print's ?, escaped", "/plan/sheet/%3Flarge%231.tl", "/plan/sheet/?large#1.tl"],
  ["a doubled slash", "/plan//#1.cs", "/plan/#1.cs"],
  ["a tail and capitals", "/Plan/%231.tl?fbclid=IwAR0", "/plan/#1.tl"],
  ["capitals", "/exercises/Calf-Stretch", "/exercises/calf-stretch/"],
  ["capitals, with a query and a place", "/Exercises/Calf-Stretch/?utm=x#dose", "/exercises/calf-stretch/?utm=x#dose"],
  ["a full stop", "/exercises/calf-stretch.", "/exercises/calf-stretch/"],
  ["a bracket and a full stop", "/exercises/calf-stretch).", "/exercises/calf-stretch/"],
  ["a bracket behind the slash", "/exercises/calf-stretch/)", "/exercises/calf-stretch/"],
  ["a star", "/exercises/calf-stretch*", "/exercises/calf-stretch/"],
  ["a space", "/exercises/calf-stretch%20", "/exercises/calf-stretch/"],
  ["a quotation mark", "/exercises/calf-stretch%E2%80%9D", "/exercises/calf-stretch/"],
  ["a >", "/exercises/calf-stretch%3E", "/exercises/calf-stretch/"],
  ["a comma, at the start page", "/,", "/"],
  ["a file's ending", "/exercises/calf-stretch.html", "/exercises/calf-stretch/"],
  ["an index file", "/safety/index.htm#stop", "/safety/#stop"],
  ["a page that is there, and the host says not", "/exercises/calf-stretch/", null],
  ["a longer word", "/exercises/calf-stretches/", null],
  ["a shorter word", "/exercises/calf-stretc/", null],
  ["a folder more", "/exercises/calf-stretch/more/", null],
  ["a plan at a page for none", "/safety/%231.tl", null],
  ["nothing of ours", "/wp-login.php", null],
  ["another host", "//evil.example/plan/", null],
  ["another host behind a page", "/plan///evil.example/", null],
  ["a script", "/plan/javascript:alert(1)", null],
])) {
  test(`an address with ${what} leads to ${meant ?? "no page by itself"}`, () => {
    const { pathname, search, hash } = new URL(`https://coach.example${path}`);
    assert.equal(mendedAddress({ pathname, search, hash }, SITE), meant);
    const below = mendedAddress({ pathname: `/physio${pathname}`, search, hash }, SITE.map((each) => `/physio${each}`));
    assert.equal(below, meant && `/physio${meant}`);
  });
}

test("a very long address is compared quickly", () => {
  const began = performance.now();
  assert.equal(meant(`/${"calf-".repeat(200_000)}`), null);
  assert.ok(performance.now() - began < 500);
});
