// Fetches the routine that is wished for and sees that it is one; what is wrong becomes a sentence for the visitor.
// @ts-check

import { freeRoutine, timeline } from "./timeline.js";

/**
 * @typedef {import("./timeline.js").Routine} Routine
 * @typedef {import("./timer-address.js").Wish} Wish
 */

/** A routine that cannot be had; the message is for the visitor. */
export class NoRoutine extends Error {
  isGone = false;
}

/**
 * @param {Wish} wish
 * @param {string} root the site's root, as seen from the page
 * @returns {Promise<Routine>}
 */
export async function routineFor(wish, root) {
  if (wish.kind === "free") return freeRoutine({ ...wish, name: "Free timer" });
  const what = wish.kind === "routine" ? "routine" : "exercise";
  const file = new URL(`api/v1/${what}s/${wish.id}.json`, new URL(root, document.baseURI));
  const answer = await fetch(file, { signal: AbortSignal.timeout(20_000) }).catch(() => {
    throw new NoRoutine(
      navigator.onLine
        ? `The ${what} could not be loaded. Try again in a moment.`
        : `You are offline, and this ${what} is not on the device.`,
    );
  });
  if (answer.status === 404) throw Object.assign(new NoRoutine(`There is no ${what} “${wish.id}” here.`), { isGone: true });
  if (!answer.ok) throw new NoRoutine(`The ${what} could not be loaded: the site answered with error ${answer.status}.`);
  const value = await answer.json().catch(() => null);
  const routine = what === "routine" ? value : asRoutine(value);
  if (!isRoutine(routine)) throw new NoRoutine(`The ${what} could not be read: the site sent something else.`);
  return routine;
}

/**
 * One exercise as a routine of one step.
 * @param {any} exercise
 */
function asRoutine(exercise) {
  const steps = [{ core: false, note: "", exercise, start: exercise?.start, goal: exercise?.goal }];
  return { ...exercise, transition_seconds: 0, steps };
}

/**
 * What can be laid out in time, at both levels, is a routine: an answer in another shape cannot.
 * @param {any} value
 * @returns {value is Routine}
 */
function isRoutine(value) {
  try {
    const intervals = [...timeline(value, { level: "start" }), ...timeline(value, { level: "goal" })];
    return intervals.length > 0 && intervals.every(({ estimate_seconds }) => estimate_seconds > 0);
  } catch {
    return false;
  }
}
