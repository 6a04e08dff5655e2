// Which page is found for a damaged address, and what the page says of it.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { leadOn, mendedAddress, offerNearest, tellOffline } from "../../../overrides/scripts/reading/not-found.js";

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
  ["a doubled slash within", "/exercises//calf-stretch", "/exercises/calf-stretch/"],
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

/** The page of lost addresses, with a sentence that its script shows. @param {string | null} [others] */
function lostPage(others = null) {
  const names = { "/exercises/calf-stretch/": "Calf stretch", "/timer/": "Timer" };
  const links = Object.entries(names).map(([pathname, textContent]) => ({ href: `https://coach.example${pathname}`, pathname, textContent }));
  const offer = { href: "", textContent: "" };
  const sentence = {
    hidden: true, querySelector: (/** @type {string} */ part) => (part === "a" ? offer : null),
    removeAttribute: (/** @type {"hidden"} */ name) => delete /** @type {any} */ (sentence)[name],
  };
  const page = /** @type {any} */ ({
    getAttribute: (/** @type {string} */ name) => (name === "data-others" ? others : null),
    querySelectorAll: (/** @type {string} */ part) => (part === "li a" ? links : []),
    querySelector: (/** @type {string} */ part) => (part === "[data-near]" ? sentence : null),
  });
  return { page, offer, sentence };
}

test("the nearest page is offered, or none", (context) => {
  Object.assign(globalThis, { document: { baseURI: "https://coach.example/404.html" } });
  context.after(() => Reflect.deleteProperty(globalThis, "document"));
  const near = lostPage();
  offerNearest(near.page, "/exercises/calf-strech/");
  assert.deepEqual(near.offer, { href: "/exercises/calf-stretch/", textContent: "Calf stretch" });
  assert.equal("hidden" in near.sentence, false);
  const far = lostPage();
  offerNearest(far.page, "/wp-login.php");
  assert.deepEqual([far.offer.href, "hidden" in far.sentence], ["", true]);

  /** @type {string[]} */
  const to = [];
  const address = (/** @type {string} */ path) =>
    /** @type {any} */ (Object.assign(new URL(`https://coach.example${path}`), { replace: (/** @type {string} */ url) => void to.push(url) }));
  const led = ["/Timer/", "/plan/%231.tl", "/nowhere/"].map((path) => leadOn(lostPage("plan/ cards/").page, address(path)));
  assert.equal(leadOn(lostPage().page, address("/plan/%231.tl")), false, "of no other pages");
  assert.deepEqual([led, to], [[true, true, false], ["https://coach.example/timer/", "https://coach.example/plan/#1.tl"]]);
});

test("a device without a network is told so, where the page has a place for it", (context) => {
  const own = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  context.after(() => (own ? Object.defineProperty(globalThis, "navigator", own) : Reflect.deleteProperty(globalThis, "navigator")));
  for (const onLine of [true, false]) {
    Object.defineProperty(globalThis, "navigator", { value: { onLine }, configurable: true });
    /** @type {unknown[]} */
    const set = [];
    const note = { toggleAttribute: (/** @type {unknown[]} */ ...given) => set.push(given) };
    tellOffline(/** @type {any} */ ({ querySelector: (/** @type {string} */ part) => (part === "[data-offline]" ? note : null) }));
    tellOffline(/** @type {any} */ ({ querySelector: () => null }));
    assert.deepEqual(set, [["hidden", onLine]]);
  }
});
