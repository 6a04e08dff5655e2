// Fetches the routine that is asked for and validates it; a problem becomes a sentence for the visitor.
// @ts-check

import { gettext, oneOf } from "../shared/gettext.js";
import { parsed } from "../shared/time-words.js";
import { timeline } from "../shared/timeline.js";

/**
 * @typedef {import("../shared/timeline.js").Routine} Routine
 * @typedef {import("./timer-address.js").TimerRequest} TimerRequest
 */

/** The routine cannot be loaded; the message is for the visitor. */
export class NoRoutine extends Error {
  /**
   * @param {string} message
   * @param {{text: string, url: string}[]} [links] to go on from there
   */
  constructor(message, links = [{ text: gettext`Try again`, url: location.href }]) {
    super(message);
    this.links = links;
  }
}

/**
 * @param {TimerRequest} request
 * @param {string} root the site's root, as seen from the page
 * @returns {Promise<Routine & {notes?: string[]}>} with sentences about it
 */
export async function routineFor(request, root) {
  if (request.kind === "free") {
    const { freeRoutine } = await import("./free-routine.js").catch(() => fail("timer"));
    return freeRoutine({ ...request, name: gettext`Own intervals` });
  }
  const routine = await (request.kind === "plan" ? ofPlan(request.fragment, root) : ofFile(request, root));
  if (isRoutine(routine)) return routine;
  throw new NoRoutine(
    oneOf(
      `The ${request.kind} could not be read: the site sent something else.`,
      "The plan could not be read: the site sent something else.",
      "The routine could not be read: the site sent something else.",
      "The exercise could not be read: the site sent something else.",
    ),
  );
}

/**
 * @param {Exclude<TimerRequest, {kind: "free" | "plan"}>} request
 * @param {string} root
 */
async function ofFile({ kind, id }, root) {
  const file = new URL(`api/v1/${kind}s/${id}.json`, new URL(root, document.baseURI));
  const answer = await fetch(file, { signal: AbortSignal.timeout(20_000) }).catch(() => fail(kind));
  if (!answer.ok) {
    const { refusal } = await import("./address-notes.js").catch(() => fail(kind));
    throw new NoRoutine(...(await refusal(answer.status, kind, id, root)));
  }
  const value = await answer.text().then(parsed).catch(() => null);
  return kind === "routine" ? value : asRoutine(value);
}

/**
 * What shows groups and counts in a session, where it has something to count.
 * @param {Routine} routine
 */
export const roundsFor = async ({ groups, steps }) =>
  groups || JSON.stringify(steps).includes('"open"') ? import("./timer-rounds.js").catch(() => fail("timer")) : null;

/**
 * The code that reads plans is loaded only for a plan's link.
 * @param {string} fragment
 * @param {string} root
 */
async function ofPlan(fragment, root) {
  const { planned } = await import("../shared/plan-source.js").catch(() => fail("plan"));
  const { routine, notes, links } = await planned(fragment, root);
  if (!routine) throw new NoRoutine(notes.join(" "), links);
  return { ...routine, notes };
}

/**
 * @param {string} what
 * @returns {never}
 */
function fail(what) {
  throw notLoaded(what);
}

/** What could not be loaded, in words. @param {string} what */
export const notLoaded = (what) =>
  new NoRoutine(
    navigator.onLine
      ? oneOf(
          `The ${what} could not be loaded. Try again in a moment.`,
          "The timer could not be loaded. Try again in a moment.",
          "The plan could not be loaded. Try again in a moment.",
          "The routine could not be loaded. Try again in a moment.",
          "The exercise could not be loaded. Try again in a moment.",
        )
      : oneOf(
          `You are offline, and this ${what} is not on the device.`,
          "You are offline, and this timer is not on the device.",
          "You are offline, and this plan is not on the device.",
          "You are offline, and this routine is not on the device.",
          "You are offline, and this exercise is not on the device.",
        ),
  );

/**
 * One exercise as a routine of one step.
 * @param {any} exercise
 */
function asRoutine(exercise) {
  const steps = [{ core: false, note: "", exercise, start: exercise?.start, goal: exercise?.goal }];
  return { ...exercise, transition_seconds: 0, steps };
}

/**
 * Whether a value is a routine: it is if a timeline can be made of it, at both levels.
 * @param {any} value
 * @returns {value is Routine}
 */
function isRoutine(value) {
  try {
    const intervals = [...timeline(value, { level: "start" }), ...timeline(value, { level: "goal" })];
    return intervals.length > 0 && intervals.every(({ estimate_seconds, clock }) => estimate_seconds > 0 || clock === "ends");
  } catch {
    return false;
  }
}
