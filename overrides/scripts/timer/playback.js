// The timer's engine: works out the state of a timeline at a time that it is given.
// @ts-check

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/**
 * @typedef {{index: number, at: number, paused_at: number | null, added_ms: number, ahead_ms: number, done: boolean,
 *   begun_at: number | null, ended_at: number | null, finished: number[], worked: number[], skipped: number[], pass: number, counted: Record<string, number>}} State
 *   which interval, since when, and what time was added to it; times are milliseconds since 1970. `ahead_ms`: by how much what
 *   a clock began is ahead of its estimate. `begun_at`: when it was first started, whatever became of it since; null: an earlier version
 *   has not stored it. `finished` steps ran to their end once, of `worked` ones a side or a
 *   set did, `skipped` ones were passed. `pass`: which
 *   time through all of it, from 1. `counted`: rounds, repetitions and seconds by their keys, as countKey() has them
 */
/** @typedef {(state: State, intervals: Interval[], now: number) => State} Action */

const AGAIN_MS = 3000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** @type {(intervals: Interval[], now: number, index?: number) => State} */
export const begin = (intervals, now, index = 0) => {
  const none = intervals.length === 0;
  const nothing = { paused_at: null, added_ms: 0, ahead_ms: 0, finished: [], worked: [], skipped: [], pass: 1, counted: {} };
  return { index, at: now, begun_at: now, ...nothing, done: none, ended_at: none ? now : null };
};

/**
 * Moves on past every interval that has run out. Each begins exactly when the one before ended, however often this is
 * called: nothing drifts.
 * @type {Action}
 */
export const tick = (state, intervals, now) => {
  let then = state;
  while (!then.done && then.paused_at === null) {
    const end = endOf(then, intervals);
    if (now < end) break;
    then = passed(then, intervals, end);
  }
  return then;
};

/** Whether any step was done to its end, in this time through or in one before. @type {(state: State | null) => boolean} */
export const hasDone = (state) => Boolean(state && (state.finished.length || state.pass > 1));

/** When the present interval ends by itself. @type {(state: State, intervals: Interval[]) => number} */
export const endOf = ({ index, at, added_ms }, intervals) => {
  const { seconds, cap_seconds } = intervals[index];
  return at + (seconds ?? cap_seconds ?? Infinity) * 1000 + added_ms;
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
 * Skips to the next interval. Rounds that were counted are done, and not skipped.
 * @type {Action}
 */
export const skip = (state, intervals, now) => {
  const then = tick(state, intervals, now);
  if (then.done) return then;
  const isCounted = then.counted[countKey("rounds", then, intervals[then.index])];
  return moved(isCounted ? finished(then, intervals, now) : then, intervals, then.index + 1, now);
};

/**
 * Ends it here: what is not finished is left out.
 * @type {Action}
 */
export const end = (state, intervals, now) => {
  const then = tick(state, intervals, now);
  return then.done ? then : moved(then, intervals, intervals.length, now);
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
 * Counts a round of a group whose rounds are counted. The last one of so many completes the interval.
 * @type {Action}
 */
export const countRound = (state, intervals, now) => {
  const then = tick(state, intervals, now);
  const interval = intervals[then.index];
  if (then.done || then.paused_at !== null || interval.amount !== "rounds") return then;
  const key = countKey("rounds", then, interval);
  const number = (then.counted[key] ?? 0) + 1;
  const more = { ...then, counted: { ...then.counted, [key]: number } };
  return interval.open || number < (interval.rounds ?? 1) ? more : passed(more, intervals, Math.max(now, then.at));
};

/**
 * What a count is known by: rounds and seconds of a group, or the repetitions of a set.
 * @param {"rounds" | "reps" | "seconds"} what
 * @param {State} state
 * @param {Interval} interval
 */
export const countKey = (what, { pass }, { amount, group, step, round = 1, set, side, direction }) =>
  [what, pass, ...(amount === "rounds" ? [group] : [step, round, set, side, direction])].join("/");

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
export const firstOf = (intervals, step) =>
  intervals.findIndex((each) => each.step <= step && step < each.step + (each.size ?? 1));

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
 * The state after an interval has run to its end.
 * @type {Action}
 */
const passed = (state, intervals, at) =>
  withoutRounds(onto(finished(state, intervals, at), intervals, state.index + 1, at), intervals);

/**
 * The state once its interval is finished, and with it the step, unless that comes again.
 * @type {Action}
 */
const finished = (state, intervals, at) => {
  const { index, counted } = state;
  const interval = intervals[index];
  const { kind, step, size = 1, amount, seconds } = interval;
  const goesOn = intervals[index + 1]?.step === step || intervals.slice(index + 1).some((each) => each.step === step);
  const steps = Array.from({ length: size }, (_, number) => step + number);
  const taken = amount === "rounds" && seconds === null && { [countKey("seconds", state, interval)]: Math.round(elapsed(state, at) / 1000) };
  return {
    ...state,
    finished: both(state.finished, goesOn ? [] : steps),
    worked: both(state.worked, kind === "work" ? steps : []),
    counted: { ...counted, ...taken },
  };
};

/** @type {(some: number[], more: number[]) => number[]} */
const both = (some, more) => [...new Set([...some, ...more])];

/**
 * The state after the visitor moves elsewhere: unfinished steps before that are skipped, those from it on are to come.
 * @type {(state: State, intervals: Interval[], index: number, now: number) => State}
 */
const moved = (state, intervals, index, now) => {
  const { step: from, size = 1 } = intervals[state.index];
  const to = intervals[index]?.step ?? from + size;
  const left = Array.from({ length: to - from }, (_, step) => from + step); // none where it goes back
  const skipped = both(state.skipped, left);
  return {
    ...withoutRounds(onto(state, intervals, index, now), intervals),
    paused_at: state.paused_at === null || index >= intervals.length ? null : now,
    skipped: skipped.filter((step) => step < to && !state.finished.includes(step)),
  };
};

/** Rounds are counted anew where their group begins, also if it begins again. @type {(state: State, intervals: Interval[]) => State} */
const withoutRounds = (state, intervals) => {
  const interval = intervals[state.index];
  if (state.done || interval.amount !== "rounds") return state;
  return { ...state, counted: { ...state.counted, [countKey("rounds", state, interval)]: 0 } };
};

/**
 * The state at the beginning of an interval. A rest until a clock goes on is longer by what is ahead of the clock and shorter
 * by what is behind; where nothing is left of it, what comes after it begins at once.
 * @type {(state: State, intervals: Interval[], index: number, at: number) => State}
 */
export const onto = (state, intervals, index, at) => {
  if (index >= intervals.length) return { ...state, done: true, ended_at: at };
  const there = { ...state, index, at, added_ms: 0, ahead_ms: 0, done: false, ended_at: null };
  const { clock, estimate_seconds } = intervals[index];
  if (index !== state.index + 1 || clock === "begins") return there;
  const ahead_ms = state.ahead_ms + intervals[state.index].estimate_seconds * 1000 - elapsed(state, at);
  if (clock !== "ends") return { ...there, ahead_ms };
  const left_ms = estimate_seconds * 1000 + ahead_ms;
  return left_ms > 0 ? { ...there, added_ms: ahead_ms } : { ...onto(there, intervals, index + 1, at), ahead_ms: left_ms };
};

/** Whether an exercise is about to begin. @param {ReturnType<typeof position>} at */
export const leadsTo = ({ interval: { kind, step }, previous }) =>
  kind === "prepare" || kind === "transition" || (kind === "rest" && previous?.step !== step);
