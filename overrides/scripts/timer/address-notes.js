// Words what is wrong with an address, and suggests the nearest record; loaded only where something is.
// @ts-check

import { gettext, oneOf } from "../shared/gettext.js";
import { nearest } from "../shared/nearest-page.js";

/** @typedef {import("./timer-address.js").Note} Note */
/** @typedef {{text: string, url: string}} Link */

/** @type {Record<Note, string>} */
const SENTENCES = {
  routine: gettext`This link names no routine.`,
  exercise: gettext`This link names no exercise.`,
  level: gettext`This link names no level that there is; yours stays.`,
  from: gettext`This link names no exercise to begin at; the timer begins at the first.`,
  absent: gettext`This link begins at an exercise that is not in the routine; the timer begins at the first.`,
  free: gettext`A free timer takes 1 to 3600 seconds of work, 0 to 3600 of rest, and 1 to 99 sets.`,
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
  const isRoutine = kind === "routine";
  if (status !== 404) {
    return [
      isRoutine
        ? gettext`The routine could not be loaded: the site answered with error ${status}.`
        : gettext`The exercise could not be loaded: the site answered with error ${status}.`,
    ];
  }
  const none = isRoutine ? gettext`There is no routine “${id}” here.` : gettext`There is no exercise “${id}” here.`;
  return [none, await near(kind, id, new URL(root, document.baseURI))];
}

/**
 * Links to the record with the most similar name, and to the list of all.
 * @param {"routine" | "exercise"} kind
 * @param {string} id
 * @param {URL} root
 * @returns {Promise<Link[]>}
 */
async function near(kind, id, root) {
  const all = { text: oneOf(`See all ${kind}s`, "See all routines", "See all exercises"), url: `${kind}s/` };
  try {
    const answer = await fetch(new URL(`api/v1/${kind}s.json`, root));
    /** @type {{id: string, name: string}[]} */
    const records = (await answer.json())[`${kind}s`];
    const found = nearest(id, records.map((each) => ({ title: each.name, url: each.id })));
    return found ? [{ text: gettext`Did you mean ${found.title}?`, url: `timer/?${kind}=${found.url}` }, all] : [all];
  } catch {
    return [all];
  }
}
