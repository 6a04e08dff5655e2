// Which part of a figure's picture a small picture shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyOf, boundsOf, boxOf, shownPart } from "../../../overrides/scripts/shared/picture-bounds.js";

/** @param {string} viewBox @returns {any} */
const picture = (viewBox) => ({ getAttribute: () => viewBox });

test("what a picture cuts off, such as the leg above a foot, is not shown small either", () => {
  const foot = { left: -10, top: -560, right: 300, bottom: 0 };
  assert.equal(boxOf(shownPart(foot, picture("-48 -307 603 336"))), "-10 -307 310 307");
});

test("a body that is within its picture is shown whole", () => {
  const body = { left: 10, top: -200, right: 90, bottom: 0 };
  assert.equal(boxOf(shownPart(body, picture("-48 -307 603 336"))), "10 -200 80 200");
});

test("a body's box holds its lines, as wide as they are, in each frame, and neither the ground nor a magnifier", () => {
  const path = (/** @type {Record<string, string>} */ { around = "", ...given }) =>
    ({ getAttribute: (/** @type {string} */ name) => given[name] ?? null, matches: (/** @type {string} */ parts) => Boolean(around) && parts.includes(around) });
  const paths = [
    path({ d: "M10-20L30 40", "stroke-width": "4" }),
    path({ d: "M0 0", "data-frames": "M0 0L5 5;M-70 60h0" }),
    path({ d: "M-900 900", around: ".figure__ground" }),
    path({ d: "M900-900", around: "svg svg *" }),
  ];
  const picture = /** @type {any} */ ({ querySelectorAll: (/** @type {string} */ parts) => (parts === "path" ? paths : []) });
  assert.deepEqual(boundsOf(bodyOf(picture)), { left: -70, top: -22, right: 32, bottom: 60 });
});
