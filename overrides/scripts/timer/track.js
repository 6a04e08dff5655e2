// Renders the signals of a stretch of the session as a WAV file.
// @ts-check

import { due, stretch } from "./signal-times.js";
import { samples } from "./tones.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {import("./playback.js").State} State */

const RATE = 8000; // samples a second: the tones lie below 2000 Hz, and a minute is 1 MB
const LONGEST = 45 * 60; // seconds of a track, for it must fit into a phone's memory
const TAIL = 2; // seconds, in which the last signal sounds
const SILENCE = new Int16Array(10 * RATE);

/**
 * The parts of a WAV file that holds the signals from `now` on: up to an interval that waits, to the end, or for 45
 * minutes. They share one block of silence and one sound of each signal: 43 MB are never copied, and 20 minutes take
 * milliseconds.
 * @param {Interval[]} intervals
 * @param {State} state
 * @param {number} now
 * @param {readonly string[]} [unwanted] signals to leave out
 * @param {boolean} [inParts] whether each part of a repetition ticks
 * @returns {BlobPart[]}
 */
export function track(intervals, state, now, unwanted = [], inParts = false) {
  const until = Math.min(ending(intervals, state), now + LONGEST * 1000);
  const length = Math.ceil(Math.max(0, (until - now) / 1000) + TAIL) * RATE;
  /** @type {Map<string, Int16Array<ArrayBuffer>>} */
  const sounds = new Map();
  /** @type {Int16Array<ArrayBuffer>[]} */
  const parts = [];
  let written = 0;
  /** @param {number} to */
  const keepSilent = (to) => {
    while (written < to) write(SILENCE.subarray(0, to - written));
  };
  /** @param {Int16Array<ArrayBuffer>} part */
  const write = (part) => {
    parts.push(part);
    written += part.length;
  };
  const signals = due(state, intervals, now, Infinity, inParts).filter(({ at, signal }) => at <= until && !unwanted.includes(signal));
  /** @param {number} at */
  const sample = (at) => Math.round(((at - now) * RATE) / 1000);
  signals.forEach(({ at, signal }, n) => {
    keepSilent(sample(at));
    const sound = sounds.get(signal) ?? Int16Array.from(samples(signal, RATE), (height) => height * 0x7fff);
    sounds.set(signal, sound);
    // A signal is cut where the next one begins.
    const room = (n + 1 < signals.length ? sample(signals[n + 1].at) : length) - written;
    write(sound.subarray(0, Math.max(0, room)));
  });
  keepSilent(length);
  return [header(length), ...parts];
}

/**
 * When the session ends, or the next interval begins that waits.
 * @param {Interval[]} intervals
 * @param {State} state
 */
function ending(intervals, state) {
  const [{ index, at, added_seconds }] = stretch(state, intervals, Infinity).slice(-1);
  const { seconds, cap_seconds = 0 } = intervals[index];
  return at + ((seconds ?? cap_seconds) + added_seconds) * 1000;
}

/** @param {number} length samples, 16 bits each, one channel */
function header(length) {
  const view = new DataView(new ArrayBuffer(44));
  const words = /** @type {const} */ ([[0, "RIFF"], [8, "WAVEfmt "], [36, "data"]]);
  for (const [at, word] of words) [...word].forEach((letter, n) => view.setUint8(at + n, letter.charCodeAt(0)));
  for (const [at, value] of [[4, 36 + 2 * length], [16, 16], [24, RATE], [28, 2 * RATE], [40, 2 * length]]) {
    view.setUint32(at, value, true);
  }
  for (const [at, value] of [[20, 1], [22, 1], [32, 2], [34, 16]]) view.setUint16(at, value, true);
  return view.buffer;
}
