// One run through a routine: its timeline, its state, and what each action makes of it, at times that it is given.
// @ts-check

import { timeline } from "../shared/timeline.js";
import * as playback from "./playback.js";
import { restored } from "./recovery.js";

/**
 * @typedef {import("../shared/timeline.js").Routine} Routine
 * @typedef {import("../shared/timeline.js").Options} Options
 * @typedef {import("../shared/timeline.js").Interval} Interval
 * @typedef {import("./playback.js").State} State
 * @typedef {{reason: "short" | "long" | "clock", gap_seconds: number, back: number, left: State}} Absence why and
 *   for how long the page did not run, when it was back, and the state that was left, paused
 */

const LAST_MS = 3000; // of an interval that would be over at once

export class TimerRun {
  /**
   * @param {Routine} routine
   * @param {Options} options
   * @param {number[] | null} [only] the steps to do, where these are not all
   */
  constructor(routine, options, only = null) {
    this.routine = routine;
    this.options = options;
    this.only = only;
    this.intervals = this.#laidOut();
    /** @type {State | null} null: not begun */
    this.state = null;
    this.seen = 0;
    /** @type {Absence | null} */
    this.away = null;
  }

  /** @returns {Interval[]} */
  #laidOut() {
    const { only, options, routine } = this;
    return only ? timelineOf(only, routine, options) : timeline(routine, options);
  }

  get isRunning() {
    return this.isUnderWay && this.state?.paused_at === null;
  }

  /** Whether it has begun and not ended: it runs or is paused. */
  get isUnderWay() {
    return this.state !== null && !this.state.done;
  }

  get isWaiting() {
    return this.isRunning && this.intervals[this.state?.index ?? 0].seconds === null;
  }

  /** @param {number} now */
  begin(now) {
    const first = this.only === null ? playback.firstOf(this.intervals, this.options.first) : 0;
    const begun = playback.begin(this.intervals, now, first);
    const { finished, worked, skipped, pass, counted, begun_at } = this.only === null || !this.state ? begun : this.state;
    this.state = { ...begun, finished, worked, skipped: skipped.filter((step) => !this.only?.includes(step)), pass, counted, begun_at };
    this.seen = now;
    this.away = null;
  }

  /**
   * Do some steps only or, with null, start the routine again.
   * @param {number[] | null} steps
   * @param {number} now
   */
  again(steps, now) {
    this.only = steps;
    this.intervals = this.#laidOut();
    this.begin(now);
  }

  /**
   * Go through all of it once more, from the first step, in the same session: what was counted stays.
   * @param {number} now
   */
  goRound(now) {
    const { pass = 0, counted = {}, begun_at = now } = this.state ?? {};
    this.again(null, now);
    if (this.state) this.state = { ...this.state, pass: pass + 1, counted, begun_at };
  }

  /**
   * Go on from a stored state that fits this timeline.
   * @param {State} state
   * @param {number} seen
   * @param {number} now
   */
  restore(state, seen, now) {
    this.state = state;
    this.seen = seen;
    this.follow(now);
  }

  /**
   * Bring the state up to now. An absence of more than three seconds is noted in `away`.
   * @param {number} now
   */
  follow(now) {
    if (!this.state || !this.isRunning) return;
    const { state, gap_seconds, reason } = restored(this.state, this.intervals, this.seen, now);
    if (reason !== "none") this.away = { reason, gap_seconds, back: now, left: playback.pause(this.state, this.seen) };
    this.state = state;
    this.seen = now;
  }

  /** @param {number} now */
  returnFromAbsence(now) {
    if (!this.away) return;
    this.state = playback.resume(this.away.left, now);
    this.seen = now;
    this.away = null;
  }

  /**
   * Apply an action of playback.js to the state, once that is up to now.
   * @param {number} now
   * @param {(state: State, intervals: Interval[]) => State} action
   */
  act(now, action) {
    this.follow(now);
    if (!this.state) return;
    this.state = action(this.state, this.intervals);
    this.seen = now;
    this.away = null;
  }

  /**
   * Jump to a step; also before the start, after the end, and while only some steps are done.
   * @param {number} step
   * @param {number} now
   */
  jump(step, now) {
    const { finished = [], worked = [], pass = 1, counted = {}, begun_at = now } = this.state ?? {};
    if (!this.state || this.only !== null) this.again(null, now);
    if (this.state) this.state = { ...this.state, finished, worked, pass, counted, begun_at };
    this.act(now, (state, intervals) => playback.jump(state, intervals, step, now));
  }

  /**
   * The action of the main button: start, Done, a round counted, pause or resume.
   * @param {number} now
   */
  main(now) {
    if (!this.state || this.state.done) return this.again(null, now);
    this.act(now, (state, intervals) => {
      if (state.paused_at !== null) return playback.resume(state, now);
      if (intervals[state.index].amount === "rounds") return playback.countRound(state, intervals, now);
      if (playback.position(state, intervals, now).waiting) return playback.complete(state, intervals, now);
      return playback.pause(state, now);
    });
  }

  /**
   * Shift the state, since the clock of the sound drifts from the device's: the screen follows the sound.
   * @param {number} milliseconds
   */
  shift(milliseconds) {
    if (this.state && this.isRunning) this.state = { ...this.state, at: this.state.at + Math.round(milliseconds) };
  }

  /**
   * Rebuild the timeline with other options and stay at the same place, as far as it exists.
   * @param {Options} options
   * @param {number} now
   */
  change(options, now) {
    this.follow(now);
    const before = this.intervals;
    this.options = options;
    this.intervals = this.#laidOut();
    if (!this.state) return;
    const { index, exact } = samePlace(before, this.state.index, this.intervals);
    const { seconds } = this.intervals[index];
    const added_ms = exact ? this.state.added_ms : 0;
    const since = (this.state.paused_at ?? now) - this.state.at;
    // A set that waited and now has a pace begins again; an interval that would be over leaves three seconds to hear its end.
    const goes_on = exact && (seconds === null || before[this.state.index].seconds !== null);
    const most = seconds === null ? since : Math.max(0, seconds * 1000 + added_ms - LAST_MS);
    const elapsed = goes_on ? Math.min(since, most) : 0;
    const ahead_ms = exact ? this.state.ahead_ms : 0;
    this.state = { ...this.state, index, added_ms, ahead_ms, at: (this.state.paused_at ?? now) - elapsed };
  }
}

/**
 * The timeline of some steps, as if the routine had no others. A group of which one is missing is not done in rounds.
 * @param {number[]} only
 * @param {Routine} routine
 * @param {Options} options
 */
function timelineOf(only, routine, options) {
  const groups = (routine.groups ?? []).map((group, number) => ({ ...group, number, first: only.indexOf(group.first), last: only.indexOf(group.first + group.size - 1) }))
    .filter(({ first, last, size }) => first >= 0 && last - first === size - 1);
  const some = { ...routine, steps: only.map((step) => routine.steps[step]), groups };
  const alternatives = options.alternatives.flatMap((step) => (only.includes(step) ? [only.indexOf(step)] : []));
  return timeline(some, { ...options, alternatives, first: 0 }).map((each) =>
    ({ ...each, step: only[each.step], ...(each.group !== undefined && { group: groups[each.group].number }) }));
}

/**
 * Finds an interval in another timeline: the same kind on the same side, in the nearest round, set and repetition. If there is
 * none any more (a rest of no seconds), the one after it is looked for.
 * @param {Interval[]} before
 * @param {number} index
 * @param {Interval[]} intervals
 */
function samePlace(before, index, intervals) {
  const { step, amount } = before[index];
  for (let at = index; before[at]?.step === step; at += 1) {
    const wanted = before[at];
    const apart = (/** @type {Interval} */ { round = 1, set, rep }) =>
      [round - (wanted.round ?? 1), set - wanted.set, rep - wanted.rep].map(Math.abs);
    const distance = (/** @type {Interval} */ one) => apart(one).reduce((sum, number) => sum * 1000 + number);
    const alike = intervals.filter((one) => one.step === step && one.kind === wanted.kind && one.side === wanted.side);
    if (alike.length) {
      const nearest = alike.reduce((best, one) => (distance(one) < distance(best) ? one : best));
      return { index: intervals.indexOf(nearest), exact: at === index && nearest.amount === amount };
    }
  }
  return { index: playback.firstOf(intervals, step), exact: false };
}
