// Validates a session that a device has stored, and its state; loaded only where there is one.
// @ts-check

import { parseRequest } from "./timer-address.js";
import { areValid } from "./timer-settings.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {import("../shared/timeline.js").Options} Options */
/** @typedef {import("./playback.js").State} State */
/** @typedef {import("./timer-session.js").Session} Session */

const LAST_TIME = 8.64e15;
/** A session that was left a day ago is not restored. */
const LONGEST_MS = 24 * 3600 * 1000;
const LONGEST_KEY = 60;

/**
 * @param {unknown} value
 * @param {number} now
 * @returns {Session | null} null for anything that is not a whole, valid session
 */
export function validSession(value, now) {
  if (typeof value !== "object" || !value) return null;
  const { version, address, name, options, only: stored, state, seen } = /** @type {Record<string, unknown>} */ (value);
  const only = isCount(stored) ? [stored] : stored; // an earlier version repeated one step at most
  if (version !== 1 || typeof address !== "string" || typeof name !== "string" || name.length > 200) return null;
  const { request, notes } = parseRequest(address);
  const valid = validOptions(options);
  if (!request || notes.length || !valid || !(only === null || (areSteps(only) && only.length))) return null;
  if (!isCount(seen) || now - seen > LONGEST_MS) return null;
  return { version, address, name, options: valid, only, state, seen };
}

/**
 * @param {unknown} value
 * @returns {Options | null}
 */
function validOptions(value) {
  const { level, most, paced, prepare_seconds, transition_seconds, alternatives, first } = /** @type {any} */ (value ?? {});
  const chosen = { level, most, paced, prepare_seconds, transition_seconds };
  const valid = areValid(chosen) && isCount(first) && Array.isArray(alternatives) && alternatives.every(isCount);
  return valid ? { ...chosen, switch_seconds: null, alternatives, first } : null;
}

/**
 * A stored state, or null if it is not valid: a visitor's storage may hold anything.
 * @param {unknown} value
 * @param {Interval[]} intervals
 * @returns {State | null}
 */
export function validState(value, intervals) {
  if (typeof value !== "object" || value === null) return null;
  const stored = /** @type {State} */ (value);
  const { index, at, paused_at, added_ms, done, ended_at, finished, skipped } = stored;
  const { ahead_ms = 0, pass = 1, counted = {}, begun_at = null, worked = [] } = stored; // a session of an earlier version has none
  const isValid =
    isCount(index) &&
    index < intervals.length &&
    isTime(at) &&
    (paused_at === null || (isTime(paused_at) && paused_at >= at && !done)) &&
    isTime(intervals[index].clock === "ends" ? Math.abs(added_ms) : added_ms) && // such a rest may be cut short
    isTime(Math.abs(ahead_ms)) &&
    (begun_at === null || isTime(begun_at)) &&
    (done === true ? isTime(ended_at) : done === false && ended_at === null) &&
    areSteps(finished) &&
    areSteps(worked) &&
    areSteps(skipped) &&
    isCount(pass) &&
    areCounts(counted);
  if (!isValid) return null;
  const lists = { finished: [...finished], worked: [...worked], skipped: [...skipped], counted: { ...counted } };
  return { index, at, paused_at, added_ms, ahead_ms, done, begun_at, ended_at, pass, ...lists };
}

/** @param {unknown} value */
function isTime(value) {
  return typeof value === "number" && value >= 0 && value <= LAST_TIME;
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isCount(value) {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/**
 * @param {unknown} list
 * @returns {list is number[]}
 */
function areSteps(list) {
  return Array.isArray(list) && list.every(isCount) && new Set(list).size === list.length;
}

/** @param {unknown} value */
function areCounts(value) {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).every(([key, count]) => key.length <= LONGEST_KEY && isCount(count));
}
