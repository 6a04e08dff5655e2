// Routines for tests of the timer: from the shared vectors, or from doses as the data has them.
// @ts-check

import { readFileSync } from "node:fs";

/** @typedef {import("../../overrides/scripts/shared/timeline.js").Dose} Dose */
/** @typedef {import("../../overrides/scripts/shared/timeline.js").Exercise} Exercise */
/** @typedef {import("../../overrides/scripts/shared/timeline.js").Routine} Routine */
/** @typedef {{laterality: Exercise["laterality"], dose: Record<string, any>, times?: number, name?: string}} Brief */
/**
 * @typedef {{name: string, switch_seconds: number, transition_seconds: number, steps: Brief[], alternatives?: number[],
 *   work: {min: number, max: number}, changeover_seconds: number, intervals?: string[]}} Vector
 */

/** @type {{vectors: Vector[], usual: {switch_seconds: number, transition_seconds: number}}} */
export const { vectors: VECTORS, usual: USUAL } = JSON.parse(
  readFileSync(new URL("../vectors/lengths.json", import.meta.url), "utf-8"),
);

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
function stepOf({ laterality, dose, name = "Ball roll" }) {
  const exercise = {
    id: "some",
    code: "so",
    name,
    short_name: name,
    spoken_name: name,
    laterality,
    limb: "foot",
    cue: "",
    equipment: [],
    image: null,
    url: "exercises/some/",
  };
  return { core: true, note: "", exercise, start: doseOf(dose), goal: doseOf(dose) };
}

/**
 * A dose as the API has it, from one as the data writes it; without words.
 * @param {Record<string, any>} dose
 * @returns {Dose}
 */
export function doseOf(dose) {
  const range = (/** @type {any} */ amount) => (typeof amount === "number" ? { min: amount, max: amount } : amount ?? null);
  return {
    sets: 1,
    rest_seconds: 0,
    rep_rest_seconds: 0,
    switch_seconds: null,
    tempo: "",
    words: "",
    ...dose,
    reps: range(dose.reps),
    hold_seconds: range(dose.hold_seconds),
    work_seconds: range(dose.work_seconds),
    or: dose.or ? doseOf(dose.or) : null,
  };
}
