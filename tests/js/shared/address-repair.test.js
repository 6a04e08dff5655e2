// Damaged addresses and their repairs, from tests/vectors/travelled-links.json.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { repairedState } from "../../../overrides/scripts/shared/address-repair.js";

/** @typedef {{name: string, came: string, search?: string, hash?: string, none?: true}} Vector */
/** @type {{links: Vector[]}} */
const { links } = JSON.parse(readFileSync(new URL("../../vectors/travelled-links.json", import.meta.url), "utf-8"));

for (const { name, came, search = "", hash = "", none } of links) {
  test(`an address that travelled is read: ${name}`, () => {
    assert.deepEqual(repairedState(came), none ? null : { search, hash });
    assert.deepEqual(repairedState(search + hash), { search, hash }, "what is mended stays");
  });
}
