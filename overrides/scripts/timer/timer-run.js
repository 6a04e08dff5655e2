// One run through a routine: its timeline, its state, and what each action makes of it, at times that it is given.
// @ts-check

import { timeline } from "../shared/timeline.js";
import * as playback from "./playback.js";
import { restored, validState } from "./recovery.js";

/**
 * @typedef {import("../shared/timeline.js").Routine} Routine
 * @typedef {import("../shared/timeline.js").Options} Options
 * @typedef {import("../shared/timeline.js").Interval} Interval
 * @typedef {import("./playback.js").State} State
 * @typedef {{reason: "short" | "long" | "clock", gap_seconds: number, back: number, left: State}} Away how long nobody
 *   was there, until when, and the state that was left, paused
 */

const LAST_MS = 3000;

export class TimerRun {
  /**
   * @param {Routine} routine
   * @param {Options} options
   * @param {number | null} [only] the one step to do, again
   */
  constructor(routine, options, only = null) {
    this.routine = routine;
    this.options = options;
    this.only = only;
    this.intervals = this.#laidOut();
    /** @type {State | null} null: not begun */
    this.state = null;
    this.seen = 0;
    /** @type {Away | null} */
    this.away = null;
  }

  /** @returns {Interval[]} */
  #laidOut() {
    const { only, options } = this;
    if (only === null) return timeline(this.routine, options);
    return timeline(this.routine, { ...options, first: only }).filter(({ step }) => step === only);
  }

  get isRunning() {
    return this.isUnderWay && this.state?.paused_at === null;
  }

  /** Begun and not over, running or paused. */
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
    const { finished, skipped } = this.only === null || !this.state ? begun : this.state;
    this.state = { ...begun, finished, skipped: skipped.filter((step) => step !== this.only) };
    this.seen = now;
    this.away = null;
  }

  /**
   * Do one step again, and nothing after it; or, with null, the whole from its beginning.
   * @param {number | null} step
   * @param {number} now
   */
  again(step, now) {
    this.only = step;
    this.intervals = this.#laidOut();
    this.begin(now);
  }

  /**
   * Take up a state that was kept; false if it is none of this timeline.
   * @param {unknown} kept
   * @param {number} seen
   * @param {number} now
   */
  restore(kept, seen, now) {
    this.state = validState(kept, this.intervals);
    if (!this.state) return false;
    this.seen = seen;
    this.follow(now);
    return true;
  }

  /**
   * Go with the time. Whoever was away longer than a moment finds out by `away`.
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
  backToWhereLeft(now) {
    if (!this.away) return;
    this.state = playback.resume(this.away.left, now);
    this.seen = now;
    this.away = null;
  }

  /**
   * An action that playback knows, after what the time did meanwhile.
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
   * To a step; also before the beginning, after the end, and while another is done again.
   * @param {number} step
   * @param {number} now
   */
  jump(step, now) {
    const finished = this.state?.finished ?? [];
    if (!this.state || this.only !== null) this.again(null, now);
    if (this.state) this.state = { ...this.state, finished };
    this.act(now, (state, intervals) => playback.jump(state, intervals, step, now));
  }

  /**
   * What the main button does: begin, Done, pause or resume.
   * @param {number} now
   */
  main(now) {
    if (!this.state || this.state.done) return this.again(null, now);
    this.act(now, (state, intervals) => {
      if (state.paused_at !== null) return playback.resume(state, now);
      if (playback.position(state, intervals, now).waiting) return playback.complete(state, intervals, now);
      return playback.pause(state, now);
    });
  }

  /**
   * The sound's clock runs apart from the device's; what is shown follows the sound.
   * @param {number} milliseconds
   */
  shift(milliseconds) {
    if (this.state && this.isRunning) this.state = { ...this.state, at: this.state.at + Math.round(milliseconds) };
  }

  /**
   * Lay the routine out anew and stay at the same place, as far as it exists.
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
    // What was waited in and now has a pace begins anew; what would be over at once is heard to end.
    const goes_on = exact && (seconds === null || before[this.state.index].seconds !== null);
    const most = seconds === null ? since : Math.max(0, seconds * 1000 + added_ms - LAST_MS);
    const elapsed = goes_on ? Math.min(since, most) : 0;
    this.state = { ...this.state, index, added_ms, at: (this.state.paused_at ?? now) - elapsed };
  }
}

/**
 * Where an interval is found in another timeline: the same kind on the same side, in the nearest set and repetition;
 * what is not there any more (a rest of no seconds) gives way to what came after it.
 * @param {Interval[]} before
 * @param {number} index
 * @param {Interval[]} intervals
 */
function samePlace(before, index, intervals) {
  const { step, amount } = before[index];
  for (let at = index; before[at]?.step === step; at += 1) {
    const wanted = before[at];
    const distance = (/** @type {Interval} */ one) => Math.abs(one.set - wanted.set) * 1000 + Math.abs(one.rep - wanted.rep);
    const alike = intervals.filter((one) => one.step === step && one.kind === wanted.kind && one.side === wanted.side);
    if (alike.length) {
      const nearest = alike.reduce((best, one) => (distance(one) < distance(best) ? one : best));
      return { index: intervals.indexOf(nearest), exact: at === index && nearest.amount === amount };
    }
  }
  return { index: playback.firstOf(intervals, step), exact: false };
}
