// The timer's engine: works out the state of a timeline at a time that it is given.
// @ts-check

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/**
 * @typedef {{index: number, at: number, paused_at: number | null, added_ms: number, done: boolean,
 *   ended_at: number | null, finished: number[], skipped: number[]}} State which interval, since when, and what time was
 *   added to it; times are milliseconds since 1970. `finished` steps ran to their end once, `skipped` ones were passed.
 */
/** @typedef {(state: State, intervals: Interval[], now: number) => State} Action */

const AGAIN_MS = 3000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** @type {(intervals: Interval[], now: number, index?: number) => State} */
export const begin = (intervals, now, index = 0) => {
  const none = intervals.length === 0;
  const nothing = { paused_at: null, added_ms: 0, finished: [], skipped: [] };
  return { index, at: now, ...nothing, done: none, ended_at: none ? now : null };
};

/**
 * Moves on past every interval that has run out. Each begins exactly when the one before ended, however often this is
 * called: nothing drifts.
 * @type {Action}
 */
export const tick = (state, intervals, now) => {
  let then = state;
  while (!then.done && then.paused_at === null) {
    const { seconds } = intervals[then.index];
    const end = then.at + (seconds ?? Infinity) * 1000 + then.added_ms;
    if (now < end) break;
    then = passed(then, intervals, end);
  }
  return then;
};

/**
 * Pauses a state that tick() has brought to now.
 * @type {(state: State, now: number) => State}
 */
export const pause = (state, now) =>
  state.done || state.paused_at !== null ? state : { ...state, paused_at: Math.max(now, state.at) };

/** @type {(state: State, now: number) => State} */
export const resume = (state, now) =>
  state.paused_at === null ? state : { ...state, at: state.at + now - state.paused_at, paused_at: null };

/**
 * Adds time to this interval, unless it waits for "Done".
 * @type {(state: State, intervals: Interval[], seconds: number, now: number) => State}
 */
export const add = (state, intervals, seconds, now) => {
  const then = tick(state, intervals, now);
  if (then.done || waits(then, intervals)) return then;
  return { ...then, added_ms: Math.min(then.added_ms + seconds * 1000, DAY_MS) };
};

/**
 * Skips to the next interval.
 * @type {Action}
 */
export const skip = (state, intervals, now) => {
  const then = tick(state, intervals, now);
  return then.done ? then : moved(then, intervals, then.index + 1, now);
};

/**
 * Goes back to the beginning of this interval or, within three seconds of it, of the one before.
 * @type {Action}
 */
export const back = (state, intervals, now) => {
  const then = tick(state, intervals, now);
  const again = then.done || then.index === 0 || elapsed(then, now) > AGAIN_MS;
  return moved(then, intervals, again ? then.index : then.index - 1, now);
};

/**
 * Completes an interval that waits for "Done".
 * @type {Action}
 */
export const complete = (state, intervals, now) => {
  const then = tick(state, intervals, now);
  return waits(then, intervals) && then.paused_at === null ? passed(then, intervals, Math.max(now, then.at)) : then;
};

/**
 * Jumps to the interval that leads into a step, also after the end.
 * @type {(state: State, intervals: Interval[], step: number, now: number) => State}
 */
export const jump = (state, intervals, step, now) => {
  const index = firstOf(intervals, step);
  return index < 0 ? state : moved(tick(state, intervals, now), intervals, index, now);
};

/**
 * The index of the interval that leads into a step; -1 where there is no such step.
 * @type {(intervals: Interval[], step: number) => number}
 */
export const firstOf = (intervals, step) => intervals.findIndex((each) => each.step === step);

/**
 * The state in numbers to show. `rep` counts paced or held repetitions from 1, and is 0 where none are counted;
 * `progress` is that of the whole timeline, from 0 to 1.
 * @param {State} state
 * @param {Interval[]} intervals
 * @param {number} now
 */
export const position = (state, intervals, now) => {
  const then = tick(state, intervals, now);
  const { index, done } = then;
  const interval = intervals[index];
  const waiting = waits(then, intervals);
  const elapsed_seconds = elapsed(then, now) / 1000;
  const whole = interval.estimate_seconds + then.added_ms / 1000;
  const left = done ? 0 : Math.max(0, whole - elapsed_seconds);
  const sum = (/** @type {Interval[]} */ some) => some.reduce((all, each) => all + each.estimate_seconds, 0);
  const before = sum(intervals.slice(0, index));
  const after = sum(intervals.slice(index + 1));
  const own = interval.estimate_seconds;
  return {
    interval,
    index,
    next: intervals[index + 1] ?? null,
    previous: intervals[index - 1] ?? null,
    elapsed_seconds,
    done,
    waiting,
    left_seconds: waiting ? null : left,
    total_left_seconds: left + after,
    progress: (before + own * (1 - left / whole)) / (before + own + after),
    ...counted(interval, elapsed_seconds),
  };
};

/**
 * The current repetition and its side. Where time was added to a set, it stays at the last repetition.
 * @type {(interval: Interval, elapsed_seconds: number) => {rep: number, side: Interval["side"]}}
 */
const counted = ({ seconds, side, rep, reps, rep_seconds, rep_rest_seconds, alternating }, elapsed_seconds) => {
  if (seconds === null || !rep_seconds) return { rep, side };
  const beat = Math.floor(elapsed_seconds / (rep_seconds + rep_rest_seconds));
  if (!alternating) return { rep: Math.min(beat + 1, reps), side };
  const turn = Math.min(beat, 2 * reps - 1);
  return { rep: (turn >> 1) + 1, side: turn % 2 ? "left" : "right" };
};

/** @type {(state: State, intervals: Interval[]) => boolean} */
const waits = ({ done, index }, intervals) => !done && intervals[index].seconds === null;

/** @type {(state: State, now: number) => number} */
const elapsed = ({ at, paused_at, ended_at }, now) => Math.max(0, (paused_at ?? ended_at ?? now) - at);

/**
 * The state after an interval has run to its end, which finishes the step if it was its last one.
 * @type {Action}
 */
const passed = (state, intervals, at) => {
  const { index, finished } = state;
  const { step } = intervals[index];
  const last = intervals[index + 1]?.step !== step;
  return {
    ...onto(state, intervals, index + 1, at),
    finished: last && !finished.includes(step) ? [...finished, step] : finished,
  };
};

/**
 * The state after the visitor moves elsewhere: unfinished steps before that are skipped, those from it on are to come.
 * @type {(state: State, intervals: Interval[], index: number, now: number) => State}
 */
const moved = (state, intervals, index, now) => {
  const from = intervals[state.index].step;
  const to = intervals[index]?.step ?? from + 1;
  const left = Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
  const skipped = [...new Set([...state.skipped, ...left])];
  return {
    ...onto(state, intervals, index, now),
    paused_at: state.paused_at === null || index >= intervals.length ? null : now,
    skipped: skipped.filter((step) => step < to && !state.finished.includes(step)),
  };
};

/** @type {(state: State, intervals: Interval[], index: number, at: number) => State} */
const onto = (state, intervals, index, at) =>
  index < intervals.length
    ? { ...state, index, at, added_ms: 0, done: false, ended_at: null }
    : { ...state, done: true, ended_at: at };
