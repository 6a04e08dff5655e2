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
/** Milliseconds after which a signal would mislead: what was missed while the device slept is not played in a burst. */
const LATE = 400;
/** Milliseconds that may pass between a change and the call of changed(). */
const TOLD = 150;
/** Milliseconds by which a correction of the clock may move a signal: two different ones are further apart. */
const SAME = 150;

export class Signals {
  /** The number of signals that were missed: the device slept, or played nothing. */
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

  /** To be called in a tap, before anything is awaited. */
  unlock() {
    if (this.#loud) this.#sound.unlock();
    this.#heartbeat.start(); // stop() stops it again, so that a Start that failed costs no power
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
      this.#plan = this.#plan.filter(({ at }) => at > this.#floor); // what was due without sound was not missed
    }
    if (!this.#loud) for (const one of this.#plan) this.#hush(one);
    if (!vibrates) for (const one of this.#plan) clearTimeout(one.buzz);
    this.#tell();
  }

  /**
   * Play the signals that `getDue` returns. It is called at each heartbeat; call changed() when its results change.
   * @param {GetDue} getDue
   * @param {number} [now]
   */
  follow(getDue, now) {
    this.#getDue = getDue;
    this.#heartbeat.start();
    this.changed(now);
  }

  /**
   * Other signals are due now, after a pause, a skip or more time. Planned ones are cancelled; one that sounds may end.
   * @param {number} [now] when it changed; signals that were due before are not played
   */
  changed(now = Date.now() - TOLD) {
    this.#floor = this.#asked = now;
    this.#pump();
  }

  /** Play no more signals. One that sounds may end. */
  stop() {
    this.#getDue = null;
    this.#heartbeat.stop();
    for (const one of this.#plan) this.#takeBack(one);
    this.#plan = [];
    this.#sound.rest();
  }

  /** Release the audio device and the worker. */
  release() {
    this.stop();
    this.#sound.release();
  }

  /**
   * @param {() => void} listener called at each heartbeat: four times a second, also in a hidden tab
   * @returns {() => void} removes the listener
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
    // From the end of the last call, so that what was missed in a sleep is counted.
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
  // Before the first tap a browser refuses this and logs an error. iOS does not have it.
  if (Date.now() - at < LATE && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(vibration(signal));
}
