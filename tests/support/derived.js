// Compares derived values with golden files.
// @ts-check

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/**
 * Compares lines with those of a golden file; with ACCEPT in the environment, writes that first.
 * @param {string} name
 * @param {string[]} lines
 */
export function matchGolden(name, lines) {
  const golden = new URL(`../golden/derived/${name}.txt`, import.meta.url);
  const text = lines.map((line) => `${line}\n`).join("");
  if (process.env.ACCEPT) writeFileSync(golden, text);
  assert.equal(text, readFileSync(golden, "utf-8"), "if this is meant, accept it with ACCEPT=1 in the environment");
}

/**
 * A value in one line, or in one for each of its keys; spaces that do not break look like others in a diff.
 * @param {string} name
 * @param {any} value
 * @returns {string[]}
 */
export function linesOf(name, value) {
  if (!value || typeof value !== "object") return [`${name}: ${value}`.trimEnd().replace(/[\u202f\u2011\n\r]/g, named)];
  const json = JSON.stringify(value).replace(/[\u202f\u2011]/g, named);
  if (json.length <= 100) return [`${name}: ${json}`];
  return [`${name}:`, ...Object.entries(value).flatMap(([key, each]) => linesOf(key, each).map((line) => `  ${line}`))];
}

/** @param {string} sign */
const named = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
