// The track of pocket mode: a WAV file with each signal at its time.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { begin } from "../../../overrides/scripts/timer/playback.js";
import { due } from "../../../overrides/scripts/timer/signal-times.js";
import { samples, seconds } from "../../../overrides/scripts/timer/tones.js";
import { track } from "../../../overrides/scripts/timer/track.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Interval} Interval */

const RATE = 8000;
const NOW = 1_800_000_000_123;

/**
 * @param {Interval["kind"]} kind
 * @param {number | null} length
 * @returns {Interval}
 */
const interval = (kind, length) =>
  /** @type {Interval} */ ({
    kind, seconds: length, estimate_seconds: length ?? 30, step: 0, side: null, alternating: false,
    set: 1, sets: 1, rep: 0, reps: 0, rep_seconds: 0, rep_rest_seconds: 0, amount: kind === "work" ? "hold" : null,
  });

const PAUSES = [interval("prepare", 5), interval("work", 20.5), interval("rest", 7), interval("work", 30)];

/**
 * @param {Interval[]} intervals
 * @param {import("../../../overrides/scripts/timer/playback.js").State} [state]
 * @param {number} [now]
 */
async function built(intervals, state = begin(intervals, NOW), now = NOW) {
  const bytes = await new Blob(track(intervals, state, now)).arrayBuffer();
  const view = new DataView(bytes);
  const word = (/** @type {number} */ at) => String.fromCharCode(...new Uint8Array(bytes, at, 4));
  return { view, word, wave: new Int16Array(bytes, 44) };
}

/** The first sample of each sound: what comes after at least 0.2 s of silence. @param {Int16Array} wave */
function onsets(wave) {
  const found = [];
  let heard = -RATE;
  for (let n = 0; n < wave.length; n++) {
    if (Math.abs(wave[n]) < 200) continue;
    if (n - heard > 0.2 * RATE) found.push(n);
    heard = n;
  }
  return found;
}

test("the file says what it is", async () => {
  const { view, word, wave } = await built(PAUSES);
  assert.deepEqual([word(0), word(8), word(12), word(36)], ["RIFF", "WAVE", "fmt ", "data"]);
  assert.deepEqual([view.getUint32(4, true), view.getUint32(40, true)], [view.byteLength - 8, view.byteLength - 44]);
  const [format, channels, rate, bits] = [20, 22, 24, 34].map((at) => view.getUint16(at, true));
  assert.deepEqual([format, channels, rate, bits, view.getUint32(28, true)], [1, 1, RATE, 16, 2 * RATE]);
  assert.equal(wave.length, Math.ceil(62.5 + 2) * RATE, "the stretch, and a moment for the last sound");
});

test("every signal sounds at its sample, and nothing else does", async () => {
  const { wave } = await built(PAUSES);
  const signals = due(begin(PAUSES, NOW), PAUSES, NOW, NOW + 1e6);
  assert.ok(signals.length >= 15 && signals.at(-1)?.signal === "finish");
  const rest = Int16Array.from(wave);
  for (const { at, signal } of signals) {
    const first = Math.round(((at - NOW) * RATE) / 1000);
    samples(signal, RATE).forEach((height, n) => {
      assert.equal(wave[first + n], Math.trunc(height * 0x7fff), `${signal}, sample ${n}`);
      rest[first + n] = 0;
    });
  }
  assert.ok(rest.every((height) => height === 0));
  // And found in the sound itself, as ears do it, within 2 ms.
  const expected = signals.map(({ at }) => ((at - NOW) * RATE) / 1000);
  const heard = onsets(wave);
  assert.equal(heard.length, expected.length);
  heard.forEach((onset, n) => {
    assert.ok(Math.abs(onset - expected[n]) < 0.002 * RATE, `${n}: ${onset}, not ${expected[n]}`);
  });
});

test("a stretch ends where something waits for Done, whose own beginning is still heard", async () => {
  const { wave } = await built([interval("prepare", 5), interval("work", null), interval("rest", 60)]);
  assert.equal(wave.length, 7 * RATE);
  const last = /** @type {number} */ (onsets(wave).at(-1));
  assert.ok(Math.abs(last - 5 * RATE) < 0.002 * RATE);
});

test("a track that is built in the middle holds what is left, and added seconds", async () => {
  const state = { ...begin(PAUSES, NOW), index: 1, added_ms: 15_000 };
  const { wave } = await built(PAUSES, state, NOW + 12_000);
  assert.equal(wave.length, Math.ceil(20.5 + 15 - 12 + 7 + 30 + 2) * RATE);
  const first = onsets(wave)[0] / RATE;
  assert.ok(Math.abs(first - (20.5 + 15 - 12 - 3)) < 0.002, `first heard at ${first} s: the countdown to the moved end`);
});

test("a track is no longer than a phone's memory bears, and each sound in it is made once", async () => {
  const hour = [interval("prepare", 10), interval("work", 3600)];
  assert.equal((await built(hour)).wave.length, (45 * 60 + 2) * RATE);
  const long = Array.from({ length: 60 }, () => [interval("work", 15), interval("rest", 5)]).flat();
  const parts = /** @type {Int16Array[]} */ (track(long, begin(long, NOW), NOW).slice(1));
  assert.ok(parts.length > 300);
  assert.ok(new Set(parts.map(({ buffer }) => buffer)).size < 10, "silence and a sound of each signal are shared");
});

test("what is not wanted is left out", async () => {
  const wave = new Int16Array(await new Blob(track(PAUSES, begin(PAUSES, NOW), NOW, ["half"])).arrayBuffer(), 44);
  assert.equal(onsets(wave).length, onsets((await built(PAUSES)).wave).length - 2);
});

test("what waits already makes a short silence", async () => {
  const waiting = [interval("work", null)];
  const { wave } = await built(waiting, begin(waiting, NOW - 60_000));
  assert.equal(wave.length, 2 * RATE);
  assert.deepEqual(onsets(wave), []);
  assert.ok(seconds("finish") < 2, "the tail holds the longest sound");
});
