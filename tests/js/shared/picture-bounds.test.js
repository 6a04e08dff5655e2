// Which part of a figure's picture a small picture shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, shownPart } from "../../../overrides/scripts/shared/picture-bounds.js";

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
