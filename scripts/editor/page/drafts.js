// Keeps what was typed and not saved yet in this browser, by record.
// @ts-check

/** @import { Values } from "./asking.js" */
/** @typedef {{given: Values, seen: string, copyOf: string}} Draft */

const KEY = "limber-draft:";

/**
 * @param {string} record
 * @returns {Draft | undefined}
 */
export function draftOf(record) {
  try {
    return JSON.parse(localStorage.getItem(KEY + record) ?? "null") ?? undefined;
  } catch {
    return undefined; // storage is blocked
  }
}

/**
 * @param {string} record
 * @param {Draft | undefined} draft undefined: nothing is left to keep
 */
export function keepDraft(record, draft) {
  try {
    if (draft && Object.keys(draft.given).length) localStorage.setItem(KEY + record, JSON.stringify(draft));
    else localStorage.removeItem(KEY + record);
  } catch {
    // storage is blocked: a reload loses it
  }
}

/** @returns {string[]} the records with drafts */
export function drafts() {
  try {
    return Object.keys(localStorage)
      .filter((each) => each.startsWith(KEY))
      .map((each) => each.slice(KEY.length))
      .sort();
  } catch {
    return [];
  }
}
