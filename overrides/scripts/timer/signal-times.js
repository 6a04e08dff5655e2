// Works out when signals are due.
// @ts-check

import { partTimes } from "./beats.js";
import { endOf, onto } from "./playback.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {import("./playback.js").State} State */
/** @typedef {"work" | "switch" | "rest" | "transition" | "tick" | "half" | "countdown" | "finish"} Signal */
/** @typedef {{at_seconds: number, signal: Signal}} SignalTime seconds from the beginning of its interval */

/** Two signals closer together than this sound like one. */
const APART_SECONDS = 0.3;
const COUNTDOWN_FROM_SECONDS = 5;
const HALF_FROM_SECONDS = 20;

/**
 * The signals of one interval, in order. Of two at the same time the more important one stays: first beginning and end,
 * then the last three seconds, then half time, then the beat of a repetition. Added seconds move the end and the last
 * three seconds; half time stays, so that it is not signalled twice.
 * @param {Interval} interval
 * @param {Interval | null | undefined} next
 * @param {number} [added_seconds]
 * @param {boolean} [inParts] whether each part of a repetition ticks, and not only the repetition; those of breaths always do
 * @returns {SignalTime[]}
 */
export function signalsOf(interval, next, added_seconds = 0, inParts = false) {
  const { kind, seconds, cap_seconds, estimate_seconds, alternating, reps, rep_seconds, rep_rest_seconds, breaths, open, amount } = interval;
  /** @type {SignalTime[]} */
  const told = [];
  const tell = (/** @type {Signal} */ signal, /** @type {number} */ at_seconds, into = told) => {
    if (told.every((other) => Math.abs(other.at_seconds - at_seconds) >= APART_SECONDS)) into.push({ at_seconds, signal });
  };
  /** @type {SignalTime[]} */
  const ticks = [];
  if (kind !== "prepare") tell(kind, 0);
  const known = seconds ?? cap_seconds;
  if (known !== undefined) {
    const end = known + added_seconds;
    if (!next) tell("finish", end);
    if (end >= COUNTDOWN_FROM_SECONDS) for (const left of [3, 2, 1]) tell("countdown", end - left);
    if (kind === "work" && !rep_seconds && !breaths && known >= HALF_FROM_SECONDS) tell("half", known / 2);
    const parts = breaths || inParts ? partTimes(interval) : [];
    const beats = rep_seconds && !parts.length ? reps * (alternating ? 2 : 1) : 0;
    for (const { at_seconds } of parts) tell("tick", at_seconds, ticks);
    for (let beat = 1; beat < beats; beat++) tell("tick", beat * (rep_seconds + rep_rest_seconds), ticks);
  } else if (kind === "work" && open === "or-more" && amount !== "reps") {
    tell("countdown", estimate_seconds); // the least is done: from here on it is more
  }
  return [...told, ...ticks].sort((one, other) => one.at_seconds - other.at_seconds);
}

/**
 * The signals from one time up to, but not including, another, so that successive calls return each of them once.
 * @param {State} state
 * @param {Interval[]} intervals
 * @param {number} from
 * @param {number} to
 * @param {boolean} [inParts] as for signalsOf
 * @returns {{at: number, signal: Signal, index: number}[]}
 */
export function due(state, intervals, from, to, inParts) {
  const among = (/** @type {{at: number}} */ { at }) => at >= from && at < to;
  if (state.done) {
    const end = { at: state.ended_at ?? 0, signal: /** @type {Signal} */ ("finish"), index: intervals.length - 1 };
    return [end].filter(among);
  }
  return stretch(state, intervals, to).flatMap(({ index, at, added_seconds }) =>
    signalsOf(intervals[index], intervals[index + 1], added_seconds, inParts)
      .map(({ at_seconds, signal }) => ({ at: at + at_seconds * 1000, signal, index }))
      .filter(among),
  );
}

/**
 * The intervals that begin before a given time, with their own times, up to one that waits.
 * @param {State} state
 * @param {Interval[]} intervals
 * @param {number} to
 */
export function stretch(state, intervals, to) {
  const found = [];
  let then = state;
  while (!then.done && then.paused_at === null && then.at < to) {
    found.push({ index: then.index, at: then.at, added_seconds: then.added_ms / 1000 });
    then = onto(then, intervals, then.index + 1, endOf(then, intervals));
  }
  return found;
}
