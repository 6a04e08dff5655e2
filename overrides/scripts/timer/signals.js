// Plays each signal and vibration once, when it is due.
// @ts-check

import { Heartbeat } from "./heartbeat.js";
import { Sound } from "./sound.js";
import { vibration } from "./tones.js";

/**
 * @typedef {import("./tones.js").Signal} Signal
 * @typedef {{at: number, signal: Signal, index: number}} Due `at` in epoch milliseconds
 * @typedef {(from: number, to: number) => Due[]} GetDue
 * @typedef {Due & {playing: import("./sound.js").Playing | null, buzz: number}} Planned
 * @typedef {"on" | "off" | "none" | "blocked"} State sounds are heard, are not wanted, cannot be played, need a tap
 */

/** Milliseconds to look ahead. Firefox slows a hidden page's worker to 0.9 s between two beats at the most. */
const AHEAD = 1500;
/** Milliseconds after which a signal would mislead. What the device slept through is not made up for with a burst. */
const LATE = 400;
/** Milliseconds that may lie between a change and the word of it. */
const TOLD = 150;
/** Two signals of a kind never lie so near; a clock that was set right moves a signal by less. */
const SAME = 150;

export class Signals {
  /** How many signals were not heard although they should have been: the device slept, or let nothing sound. */
  skipped = 0;
  #sound = new Sound();
  #heartbeat = new Heartbeat(() => this.#beat());
  #wanted = true;
  #volume = 1;
  #vibrates = true;
  /** @type {GetDue | null} */
  #getDue = null;
  #floor = 0;
  #asked = 0;
  /** @type {Planned[]} */
  #plan = [];
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {State} */
  #told = "off";
  /** @type {(state: State) => void} */
  #onState = () => {};

  /** Within the tap, before anything is awaited. */
  unlock() {
    if (this.#loud) this.#sound.unlock();
    this.#heartbeat.start(); // stopped again by stop(), so that a Start that failed costs no power
  }

  /** @returns {State} */
  get state() {
    return this.#loud ? this.#sound.state : "off";
  }

  /** @param {{volume?: number, sound?: boolean, vibration?: boolean}} settings volume 0 to 1 */
  set({ volume = this.#volume, sound = this.#wanted, vibration: vibrates = this.#vibrates }) {
    const was = this.#loud;
    this.#volume = this.#sound.volume = Math.min(1, Math.max(0, volume));
    this.#wanted = sound;
    this.#vibrates = vibrates;
    if (this.#loud && !was && this.#getDue) {
      this.#sound.unlock(); // a setting is changed by a tap, too
      this.#floor = Date.now();
      this.#plan = this.#plan.filter(({ at }) => at > this.#floor); // what fell due in silence was not missed
    }
    if (!this.#loud) for (const one of this.#plan) this.#hush(one);
    if (!vibrates) for (const one of this.#plan) clearTimeout(one.buzz);
    this.#tell();
  }

  /**
   * Sound what `getDue` says, which is asked at each beat, and whose answers differ only after changed().
   * @param {GetDue} getDue
   * @param {number} [now]
   */
  follow(getDue, now) {
    this.#getDue = getDue;
    this.#heartbeat.start();
    this.changed(now);
  }

  /**
   * What is due is another now: pause, skip, more time. What was still to come is taken back; what sounds may end.
   * @param {number} [now] when it changed; nothing that fell due before is sounded
   */
  changed(now = Date.now() - TOLD) {
    this.#floor = this.#asked = now;
    this.#pump();
  }

  /** Follow nothing any more. What sounds may end. */
  stop() {
    this.#getDue = null;
    this.#heartbeat.stop();
    for (const one of this.#plan) this.#takeBack(one);
    this.#plan = [];
    this.#sound.rest();
  }

  /** Give back the device and the worker. */
  release() {
    this.stop();
    this.#sound.release();
  }

  /**
   * @param {() => void} listener called at each beat, four times a second, in a hidden tab, too
   * @returns {() => void} takes the listener away
   */
  onTick(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param {(state: State) => void} listener */
  onState(listener) {
    this.#onState = listener;
  }

  get #loud() {
    return this.#wanted && this.#volume > 0;
  }

  #beat() {
    if (this.#loud) this.#sound.check();
    this.#pump();
    this.#tell();
    for (const listener of this.#listeners) listener();
  }

  #tell() {
    const state = this.state;
    if (state !== this.#told) this.#onState((this.#told = state));
  }

  #pump() {
    if (!this.#getDue) return;
    const now = Date.now();
    // From where it was asked last: after a sleep, what was missed is counted.
    const due = this.#getDue(Math.max(this.#floor, Math.min(this.#asked, now - LATE)), now + AHEAD);
    this.#asked = now + AHEAD;
    this.#plan = this.#plan.filter((one) => {
      const still = one.at <= now || due.some((other) => same(one, other));
      if (!still) this.#takeBack(one);
      return still;
    });
    for (const one of due) {
      const known = this.#plan.find((other) => same(one, other));
      if (known) known.at = one.at;
      else if (one.at >= this.#floor) this.#plan.push({ ...one, playing: null, buzz: 0 });
    }
    this.#plan = this.#plan.filter((one) => this.#place(one, now));
  }

  /**
   * @param {Planned} one
   * @param {number} now
   * @returns {boolean} whether it must be remembered
   */
  #place(one, now) {
    const waits = this.#loud && !(one.playing && this.#sound.begun(one.playing));
    if (one.at < now - LATE) {
      if (waits) this.#hush(one);
      if (waits) this.skipped++;
      return false;
    }
    if (waits) one.playing = this.#sound.place(one.signal, one.at, one.playing);
    if (one.buzz === 0 && this.#vibrates) one.buzz = window.setTimeout(() => vibrate(one), one.at - now);
    return true;
  }

  /** @param {Planned} one */
  #takeBack(one) {
    clearTimeout(one.buzz);
    if (one.playing && !this.#sound.begun(one.playing)) this.#hush(one);
  }

  /** @param {Planned} one */
  #hush(one) {
    if (one.playing) this.#sound.cancel(one.playing);
    one.playing = null;
  }
}

/**
 * @param {Due} one
 * @param {Due} other
 */
function same(one, other) {
  return one.signal === other.signal && one.index === other.index && Math.abs(one.at - other.at) < SAME;
}

/** @param {Due} due */
function vibrate({ at, signal }) {
  // Without a tap before it the call is refused, and logged as a fault. iOS has no such call.
  if (Date.now() - at < LATE && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(vibration(signal));
}
