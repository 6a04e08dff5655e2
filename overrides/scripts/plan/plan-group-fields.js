// Converts the rounds and the clock of a group into the values of a form's fields, and back.
// @ts-check

// Loaded once a plan has rounds: most have none.

import { gettext } from "../shared/gettext.js";

/** @typedef {import("../shared/plan-groups.js").Group} Group */
/** @typedef {import("../shared/timeline.js").Range} Range */
/** @typedef {"" | "round" | "step" | "most" | "time"} Clock none · a round or a step every so often · as many rounds as fit · for time */
/**
 * @typedef {{rounds: string, round_rest: string, clock: Clock, every_seconds: string, work_minutes: string, cap_minutes: string}} GroupFields
 *   each as typed: `rounds` and `round_rest` a number or a range; without a cap, there is none
 */

/** The values at first when a coach chooses another clock. */
const FIRST = { every_seconds: 60, work_minutes: 10 };

/** @param {Group} group @returns {GroupFields} */
export function groupFieldsFor(group) {
  const { rounds, rounds_range, round_rest_seconds = 0, round_rest_seconds_range } = group;
  const { every_seconds, step_every_seconds, work_seconds, for_time, cap_seconds } = group;
  const every = every_seconds ?? step_every_seconds;
  return {
    rounds: said(rounds_range, rounds),
    round_rest: said(round_rest_seconds_range, round_rest_seconds),
    clock: work_seconds ? "most" : every_seconds ? "round" : step_every_seconds ? "step" : for_time ? "time" : "",
    every_seconds: every ? `${every}` : "",
    work_minutes: minutes(work_seconds),
    cap_minutes: minutes(cap_seconds),
  };
}

/**
 * The group in the fields, to be limited by `normalizeGroup`; missing values get a default. What no field shows stays.
 * @param {GroupFields} fields
 * @param {Group} before the group that they showed
 * @returns {Group}
 */
export function groupFrom(fields, { name, transition_seconds, rest_after_seconds, ...before }) {
  const rounds = rangeFrom(fields.rounds) ?? rangeFrom(groupFieldsFor({ name, ...before }).rounds);
  const rest = fields.round_rest.trim() ? rangeFrom(fields.round_rest) : { min: 0, max: 0 };
  const kept = before.round_rest_seconds_range ?? { min: before.round_rest_seconds ?? 0, max: before.round_rest_seconds ?? 0 };
  const every = Number(fields.every_seconds) || FIRST.every_seconds;
  const cap = Math.round(Number(fields.cap_minutes) * 60);
  const { clock } = fields;
  return {
    name,
    ...ranged("rounds", rounds ?? { min: 1, max: 1 }),
    ...ranged("round_rest_seconds", rest ?? kept),
    ...(transition_seconds !== undefined && { transition_seconds }),
    ...(rest_after_seconds && { rest_after_seconds }),
    ...(clock === "round" && { every_seconds: every }),
    ...(clock === "step" && { step_every_seconds: every }),
    ...(clock === "most" && { work_seconds: Math.round((Number(fields.work_minutes) || FIRST.work_minutes) * 60) }),
    ...(clock === "time" && { for_time: true, ...(cap > 0 && { cap_seconds: cap }) }),
  };
}

/**
 * The names of the fields that a group with this clock uses.
 * @param {Clock} clock
 * @returns {Set<string>}
 */
export function groupFieldsThatCount(clock) {
  const of = { "": ["round_rest"], round: ["every_seconds"], step: ["every_seconds"], most: ["work_minutes"], time: ["cap_minutes"] };
  return new Set(["group_name", "clock", ...(clock === "most" ? [] : ["rounds"]), ...of[clock]]);
}

/**
 * Parses a number or a range as people type it: 3, 2-3, 2–3, 2 to 3. Null where it is neither.
 * @param {string} typed
 * @returns {Range | null}
 */
export function rangeFrom(typed) {
  const [, one, other = one] = /^\s*(\d{1,4})(?:\s*(?:[-\u2010-\u2013/]|to)\s*(\d{1,4}))?\s*$/.exec(typed) ?? [];
  return one ? { min: Math.min(Number(one), Number(other)), max: Math.max(Number(one), Number(other)) } : null;
}

/**
 * What is wrong with a typed value of a field of rounds, in words; empty where it is valid.
 * @param {string} name
 * @param {string} value
 */
export function groupFault(name, value) {
  if (name === "rounds" && !rangeFrom(value)) return gettext`Rounds are a number such as 3, or a range such as 2–3. They stay as they were.`;
  const isRest = name === "round_rest" && value.trim() && !rangeFrom(value);
  return isRest ? gettext`A rest is a number of seconds such as 60, or a range such as 60–90. It stays as it was.` : "";
}

/** @param {"rounds" | "round_rest_seconds"} key @param {Range} range @returns {any} */
const ranged = (key, { min, max }) => ({ [key]: min, ...(min < max && { [`${key}_range`]: { min, max } }) });

/** @param {Range | undefined} range @param {number} one */
const said = (range, one) => (range ? `${range.min}–${range.max}` : `${one}`);

/** @param {number | undefined} seconds */
const minutes = (seconds) => (seconds ? `${Math.round((seconds / 60) * 100) / 100}` : "");
