// What paper of routines and of plans has in common, from the shared vectors.
// @ts-check

import { readFileSync } from "node:fs";

/** @typedef {import("../../overrides/scripts/plan/plan-layout.js").Measures} Measures */
/** @typedef {{head: number, above: number, rows: number[], foot: number, sheets: number, shares: [steps: number, notes: number][] | null}} Shared */

/** @type {{measures: Measures, shares: Shared[]}} */
export const { measures: MEASURES, shares: SHARES } = JSON.parse(readFileSync(new URL("../vectors/sheets.json", import.meta.url), "utf-8"));
