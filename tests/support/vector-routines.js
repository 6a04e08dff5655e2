// Routines for tests of the timer: from the shared vectors, or from doses as the data has them.
// @ts-check

import { readFileSync } from "node:fs";

import { doseOf } from "./data-doses.js";

/** @typedef {import("../../overrides/scripts/shared/timeline.js").Exercise} Exercise */
/** @typedef {import("../../overrides/scripts/shared/timeline.js").Routine} Routine */
/** @typedef {{laterality: Exercise["laterality"], dose: Record<string, any>, directions?: string[], times?: number, name?: string}} Brief */
/**
 * @typedef {{name: string, switch_seconds: number, transition_seconds: number, steps: Brief[], alternatives?: number[],
 *   work: {min: number, max: number}, changeover_seconds: number, estimated?: boolean, intervals?: string[]}} Vector
 */

/** @param {string} name @returns {any} */
const read = (name) => JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), "utf-8"));

/** @type {{vectors: Vector[], usual: {switch_seconds: number, transition_seconds: number}}} */
export const { vectors: VECTORS, usual: USUAL } = read("lengths");
/** @type {{vectors: Vector[], minutes: [number, number, string][]}} */
export const { vectors: WIDER_VECTORS, minutes: ESTIMATED_MINUTES } = read("wider-lengths");

/** @param {string} name */
export function vector(name) {
  const found = VECTORS.find((each) => each.name === name);
  if (!found) throw new Error(`no vector "${name}"`);
  return found;
}

/**
 * @param {Brief[]} steps
 * @param {{switch_seconds?: number, transition_seconds?: number}} [pauses]
 * @returns {Routine}
 */
export function routineOf(steps, { switch_seconds = 5, transition_seconds = 15 } = {}) {
  const named = { id: "some", code: "so", name: "Some", short_name: "Some", summary: "", url: "routines/some/" };
  const each = steps.flatMap((step) => Array.from({ length: step.times ?? 1 }, () => stepOf(step)));
  return { ...named, switch_seconds, transition_seconds, steps: each };
}

/**
 * @param {Brief} step
 * @returns {import("../../overrides/scripts/shared/timeline.js").Step}
 */
function stepOf({ laterality, dose, directions, name = "Ball roll" }) {
  const exercise = {
    id: "some",
    code: "so",
    name,
    short_name: name,
    spoken_name: name,
    laterality,
    limb: "foot",
    ...(directions && { directions }),
    cue: "",
    equipment: [],
    image: null,
    url: "exercises/some/",
  };
  return { core: true, note: "", exercise, start: worded(doseOf(dose)), goal: worded(doseOf(dose)) };
}

/**
 * With its loads and efforts in words, as the API has them: of the kinds that tests of the timer need.
 * @param {import("../../overrides/scripts/shared/timeline.js").Dose} dose
 */
function worded(dose) {
  for (const own of [dose, ...(dose.each_set ?? [])]) {
    if (own.load) own.load.words = `with ${own.load.names?.join(", then ")}`;
    if (own.effort) own.effort.words = `effort ${own.effort.amount.min} of 10`;
  }
  return dose;
}
