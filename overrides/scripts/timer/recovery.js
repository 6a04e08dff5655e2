// Works out how a run goes on after an absence, at a time that it is given.
// @ts-check

import { pause, tick } from "./playback.js";

/** @typedef {import("./playback.js").State} State */
/** @typedef {import("../shared/timeline.js").Interval} Interval */

const UNNOTICED_MS = 3000;
const AWAY_MS = 10 * 60 * 1000;
const SET_BACK_MS = 2000;

/**
 * The state of a run that was last seen some time ago. It went on meanwhile, unless that was more than ten minutes, or
 * the clock was set back, so that nobody knows how long it was: then it is paused where it was seen.
 * @param {State} state
 * @param {Interval[]} intervals
 * @param {number} seen
 * @param {number} now
 * @returns {{state: State, gap_seconds: number, reason: "none" | "short" | "long" | "clock"}}
 */
export function restored(state, intervals, seen, now) {
  const gap = now - seen;
  const then = tick(state, intervals, seen);
  if (then.done || then.paused_at !== null) return { state: then, gap_seconds: 0, reason: "none" };
  const stopped = pause(then, seen);
  const future = then.at - seen; // an interval that begins after it was seen: from another clock, or garbage
  if (gap < -SET_BACK_MS || future > SET_BACK_MS) return { state: stopped, gap_seconds: 0, reason: "clock" };
  if (gap > AWAY_MS) return { state: stopped, gap_seconds: gap / 1000, reason: "long" };
  const reason = gap < UNNOTICED_MS ? "none" : "short";
  return { state: tick(then, intervals, now), gap_seconds: Math.max(0, gap) / 1000, reason };
}
