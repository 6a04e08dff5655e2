// Routines for tests of the timer: from the shared vectors, or from doses as the data has them.
// @ts-check

import { readFileSync } from "node:fs";

import { doseOf } from "../../overrides/scripts/plan/dose-of-data.js";

/** @typedef {import("../../overrides/scripts/shared/timeline.js").Exercise} Exercise */
/** @typedef {import("../../overrides/scripts/shared/timeline.js").Routine} Routine */
/** @typedef {import("../../overrides/scripts/shared/timeline.js").Group} Group */
/** @typedef {Pick<import("../../overrides/scripts/shared/timeline.js").Step, "transition_seconds" | "rest_after_seconds">} Pauses */
/**
 * @typedef {{laterality: Exercise["laterality"], dose: Record<string, any>, directions?: string[], times?: number, name?: string}
 *   & Pauses} Brief
 */
/** @typedef {Partial<Group> & {size: number}} BriefGroup */
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

/**
 * @typedef {Record<string, any> & {group: string, steps: Brief[]}} GroupRecord as the data has it
 * @typedef {{name: string, steps: (Brief | GroupRecord)[], work: {min: number, max: number}, changeovers: {min: number, max: number},
 *   estimated?: boolean, intervals?: string[]}} GroupVector
 */
/** @type {{vectors: GroupVector[]}} */
export const { vectors: GROUP_VECTORS } = read("group-lengths");

/** @param {string} name */
export function vector(name) {
  const found = VECTORS.find((each) => each.name === name);
  if (!found) throw new Error(`no vector "${name}"`);
  return found;
}

/**
 * @param {Brief[]} steps
 * @param {{switch_seconds?: number, transition_seconds?: number, groups?: BriefGroup[]}} [pauses] and groups, if it has any
 * @returns {Routine}
 */
export function routineOf(steps, { switch_seconds = 5, transition_seconds = 15, groups } = {}) {
  const named = { id: "some", code: "so", name: "Some", short_name: "Some", summary: "", url: "routines/some/" };
  const each = steps.flatMap((step) => Array.from({ length: step.times ?? 1 }, () => stepOf(step)));
  const grouped = groups?.map((group) => ({ name: "Circuit", first: 0, rounds: 1, words: "", ...group }));
  return { ...named, switch_seconds, transition_seconds, steps: each, ...(grouped && { groups: grouped }) };
}

/**
 * The routine of a vector with groups.
 * @param {(Brief | GroupRecord)[]} records steps and groups, as the data has them
 */
export function groupedRoutineOf(records) {
  /** @type {Brief[]} */
  const steps = [];
  /** @type {BriefGroup[]} */
  const groups = [];
  for (const record of records) {
    const first = steps.length;
    const inner = "group" in record ? record.steps : [record];
    steps.push(...inner);
    if (!("group" in record)) continue;
    const { group: name, rounds = 1, round_rest_seconds = 0, steps: _, ...as_written } = record;
    const isOpen = rounds === "as-many-as-possible";
    const [rounds_range, round_rest_seconds_range] = [isOpen ? 1 : rounds, round_rest_seconds].map(rangeOf);
    const least = { rounds: rounds_range.min, round_rest_seconds: round_rest_seconds_range.min };
    const open = isOpen ? { open: rounds } : {};
    groups.push({ name, first, size: inner.length, ...least, rounds_range, round_rest_seconds_range, ...open, ...as_written });
  }
  return routineOf(steps, { groups });
}

/** @param {number | {min: number, max: number}} value */
const rangeOf = (value) => (typeof value === "number" ? { min: value, max: value } : value);

/**
 * @param {Brief} step
 * @returns {import("../../overrides/scripts/shared/timeline.js").Step}
 */
function stepOf({ laterality, dose, directions, name = "Ball roll", transition_seconds, rest_after_seconds }) {
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
  return {
    core: true,
    note: "",
    exercise,
    start: worded(doseOf(dose)),
    goal: worded(doseOf(dose)),
    ...(transition_seconds !== undefined && { transition_seconds }),
    ...(rest_after_seconds !== undefined && { rest_after_seconds }),
  };
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
