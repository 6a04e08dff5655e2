// Words what is wrong with an address, and suggests the nearest record; loaded only where something is.
// @ts-check

import { nearest } from "../shared/nearest-page.js";

/** @typedef {import("./timer-address.js").Note} Note */
/** @typedef {{text: string, url: string}} Link */

/** @type {Record<Note, string>} */
const SENTENCES = {
  routine: "This link names no routine.",
  exercise: "This link names no exercise.",
  level: "This link names no level that there is; yours stays.",
  from: "This link names no exercise to begin at; the timer begins at the first.",
  absent: "This link begins at an exercise that is not in the routine; the timer begins at the first.",
  free: "A free timer takes 1 to 3600 seconds of work, 0 to 3600 of rest, and 1 to 99 sets.",
};

/** @param {Note[]} notes */
export const sentences = (notes) => notes.map((note) => SENTENCES[note]);

/**
 * Words why the site did not send a record, with links to others. Never throws.
 * @param {number} status of its answer
 * @param {"routine" | "exercise"} kind
 * @param {string} id
 * @param {string} root the site's root, as seen from the page
 * @returns {Promise<[string, Link[]?]>}
 */
export async function refusal(status, kind, id, root) {
  if (status !== 404) return [`The ${kind} could not be loaded: the site answered with error ${status}.`];
  return [`There is no ${kind} “${id}” here.`, await near(kind, id, new URL(root, document.baseURI))];
}

/**
 * Links to the record with the most similar name, and to the list of all.
 * @param {"routine" | "exercise"} kind
 * @param {string} id
 * @param {URL} root
 * @returns {Promise<Link[]>}
 */
async function near(kind, id, root) {
  const all = { text: `See all ${kind}s`, url: `${kind}s/` };
  try {
    const answer = await fetch(new URL(`api/v1/${kind}s.json`, root));
    /** @type {{id: string, name: string}[]} */
    const records = (await answer.json())[`${kind}s`];
    const found = nearest(id, records.map((each) => ({ title: each.name, url: each.id })));
    return found ? [{ text: `Did you mean ${found.title}?`, url: `timer/?${kind}=${found.url}` }, all] : [all];
  } catch {
    return [all];
  }
}
