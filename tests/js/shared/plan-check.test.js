// Checksums of plan links: cut and changed links are detected, and a repaired one is the plan that was sent.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { repairedPlan, repairedState } from "../../../overrides/scripts/shared/address-repair.js";
import { checkOf } from "../../../overrides/scripts/shared/plan-check.js";
import { withoutTexts } from "../../../overrides/scripts/shared/plan-fragment.js";
import { decode, encode } from "../../../overrides/scripts/shared/plan-link.js";
import { chance } from "../../support/chance.js";
import { ALIASES, CODES, LINKS, planOf, printedBeside, randomFragment, randomPlan } from "../../support/plan-vectors.js";
import { cases } from "../../support/random-cases.js";

/** @param {string} link */
const read = (link) => decode(link, CODES, ALIASES);
/** Whether a link is the plan that was meant, as JSON, or says that it is not. @param {string} link @param {string} meant */
function holds(link, meant) {
  const found = read(link);
  if (found.reason || found.fault || found.unread.length || found.unknown.length) return true;
  return JSON.stringify(found) === meant;
}
/** @param {number} seed @param {number} count */
function links(seed, count) {
  const random = chance(seed);
  const plans = Array.from({ length: count }, () => randomPlan(random)).filter(({ steps }) => steps.length);
  return plans.map((plan) => encode(plan)).filter((link) => read(link).steps.length && link.length < 400);
}

test("checks stay what they are", () => {
  const sums = ["", "1c", "1c.tl.br2x45s.pl3x10r60l.t=Week-1", "1gc.br", "z".repeat(2000)].map(checkOf);
  assert.deepEqual(sums, ["0000", "2wwh", "0q2e", "8gzb", "0bom"]);
});

test("every cut of a link is the same plan or says what became of it", () => {
  let cuts = 0;
  for (const link of [...LINKS.map(({ plan }) => encode(planOf(plan))), ...links(21, 60)]) {
    for (let end = 0; end < link.length; end += 1) {
      const cut = link.slice(0, end);
      const { fault, reason } = read(cut);
      assert.ok(fault === "cut" || reason, `${cut} of ${link}`); // for certain, and not by chance
      cuts += 1;
    }
  }
  assert.ok(cuts > 5_000);
});

test("a link that lost its end and met something else there says so, too", () => {
  for (const link of links(22, 15)) {
    for (let end = 4; end < link.length; end += 7) {
      for (const tail of [".", "…", "?fbclid=IwAR0", "&utm_source=mail", "%20", ")."]) {
        const { fault, reason } = read(repairedPlan(link.slice(0, end) + tail));
        assert.ok(fault || reason, link.slice(0, end) + tail);
      }
    }
  }
});

test("one sign changed, left out or put in, two that changed places, a part left out or moved: each says so", () => {
  const random = chance(23);
  let [tried, missed] = [0, 0];
  const signs = "abcdefghijklmnopqrstuvwxyz0123456789.-=%ABC";
  const below = (/** @type {number} */ most) => Math.floor(random() * most);
  for (const link of links(24, 100)) {
    const meant = JSON.stringify(read(link));
    for (let turn = 0; turn < 40; turn += 1) {
      const at = 1 + below(link.length - 1);
      const sign = signs[below(signs.length)];
      const parts = link.split(".");
      const [from, into] = [1 + below(parts.length - 1), 1 + below(parts.length - 1)];
      const [part] = parts.splice(from, 1);
      const without = parts.join(".");
      parts.splice(into, 0, part);
      const swapped = link.slice(0, at) + [...link.slice(at, at + 2)].reverse().join("") + link.slice(at + 2);
      const changes = [link.slice(0, at) + sign + link.slice(at + 1), link.slice(0, at) + link.slice(at + 1)];
      changes.push(link.slice(0, at) + sign + link.slice(at), swapped, without, parts.join("."));
      for (const change of changes) {
        tried += 1;
        missed += Number(!holds(change, meant));
      }
    }
  }
  assert.ok(tried > 8_000);
  assert.equal(missed, 0); // one in 466,553 would be missed by chance; these draws have none
});

test("the case of texts is theirs, and that of all else means nothing", () => {
  const link = encode(read("#1.pl12.t=Week-1"));
  assert.equal(read(link.replace("Week", "week")).fault, "changed");
  assert.deepEqual(read(link.replace("pl12", "PL12").replace("1c", "1C")), read(link));
});

test("a link without its texts, as a code has it, passes in capitals; one that fails goes on failing", () => {
  for (const link of links(25, 80)) {
    const less = withoutTexts(link);
    const [short, whole] = [read(less.includes("=") ? less : less.toUpperCase()), read(link)];
    assert.deepEqual(short, printedBeside(whole));
    if (whole.steps.length) assert.equal(read(withoutTexts(link.slice(0, -2))).fault ?? "cut", "cut");
  }
  assert.equal(withoutTexts("#nothing"), "#nothing");
});

test("a field that is called like an exercise was one, and is not left out without a word", () => {
  assert.deepEqual(read("#1.tl.cs=45h.br").unread, ["cs=45h"]);
  assert.deepEqual(read("#1.tl.OC%3D45h").unread, ["oc%3d45h"]);
  assert.deepEqual(read("#1.tl.days=mwf.br").unread, []);
});

/** What programs do to a link, none of which loses anything of it. @type {Record<string, (link: string) => string>} */
const TRAVELS = {
  "escaped whole": (link) => encodeURIComponent(link),
  "escaped whole twice": (link) => encodeURIComponent(encodeURIComponent(link)),
  "its # escaped": (link) => link.replace("#", "%23"),
  "its # doubly escaped": (link) => link.replace("#", "%2523"),
  "its # dropped": (link) => link.slice(1),
  "its # wide": (link) => link.replace("#", "＃"),
  "its # by number": (link) => link.replace("#", "&#35;"),
  "? for #": (link) => link.replace("#", "?"),
  "a tail": (link) => `${link}?fbclid=IwAR0x_-1&utm_source=mail`,
  "an escaped tail": (link) => encodeURIComponent(`${link}?fbclid=IwAR0`),
  "in a sentence": (link) => `${link}).`,
  "dots escaped": (link) => link.replaceAll(".", "%2E"),
  "wrapped at dots": (link) => link.replaceAll(".", ".%0D%0A"),
  "wrapped anywhere": (link) => link.replace(/(.{40})(?=.)/g, (all) => (/%.?$/.test(all) ? all : `${all}%20`)),
  "a soft hyphen at dots": (link) => link.replaceAll(".", "%C2%AD."),
};

const SENT = links(26, 40).map((link) => ({ link, plan: read(link) }));

for (const [what, travelled] of Object.entries(TRAVELS)) {
  test(`a link that travelled is the plan that was sent: ${what}`, () => {
    for (const { link, plan } of SENT) {
      const came = travelled(link);
      if (came.length > 1900) continue;
      const state = repairedState(came);
      assert.deepEqual(read(state?.hash ?? ""), plan, came);
      assert.equal(state?.search, "", came);
    }
  });
}

test("10,000 hostile addresses are mended without a fault, and never to another path", () => {
  const random = chance(27);
  const marks = ["#", "?", "&", "%23", "%3F", "%2523", "&amp;", "&#35;", "＃", "routine=", "Exercise%3D", "//evil.example/", "\\", "\n"];
  for (let turn = 0; turn < cases(10_000); turn += 1) {
    const mark = () => (random() < 0.4 ? marks[Math.floor(random() * marks.length)] : "");
    const came = mark() + mark() + randomFragment(random) + mark() + (random() < 0.2 ? randomFragment(random) : "");
    const state = repairedState(came);
    if (!state) continue;
    assert.match(state.search, /^(\?[^#]*)?$/s, came);
    assert.match(state.hash, /^(#.*)?$/s, came);
    read(state.hash);
  }
});
