// Which box of a figure's picture paths take.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyOf, boundsOf, boxOf } from "../../../overrides/scripts/shared/picture-bounds.js";

test("a body's box holds its lines, as wide as they are, in each frame, and neither the ground nor a magnifier", () => {
  const path = (/** @type {Record<string, string>} */ { around = "", ...given }) =>
    ({ getAttribute: (/** @type {string} */ name) => given[name] ?? null, matches: (/** @type {string} */ parts) => Boolean(around) && parts.includes(around) });
  const paths = [
    path({ d: "M10-20L30 40", "stroke-width": "4" }),
    path({ d: "M0 0", "data-frames": "M0 0L5 5;M-70 60h0" }),
    path({}), // which draws nothing
    path({ d: "M-900 900", around: ".figure__ground" }),
    path({ d: "M900-900", around: "svg svg *" }),
  ];
  const picture = /** @type {any} */ ({ querySelectorAll: (/** @type {string} */ parts) => (parts === "path" ? paths : []) });
  assert.equal(boxOf(boundsOf(bodyOf(picture))), "-70 -22 102 82");
});
