// The tones of signals: distinct in rhythm and contour, loud enough, without clicks.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { EDGE, TONES, samples, seconds, vibration } from "../../../overrides/scripts/timer/tones.js";

/** @typedef {import("../../../overrides/scripts/timer/tones.js").Signal} Signal */

const SIGNALS = /** @type {Signal[]} */ (Object.keys(TONES));
const PAIRS = SIGNALS.flatMap((one, n) => SIGNALS.slice(n + 1).map((other) => /** @type {const} */ ([one, other])));
const RATE = 8000;

/** The way of the pitch: up, down or level, from note to note. @param {Signal} signal */
const contour = (signal) => TONES[signal].slice(1).map(({ hz }, n) => Math.sign(hz - TONES[signal][n].hz)).join();

/** Whether there is sound, each hundredth of a second. @param {Signal} signal */
const rhythm = (signal) =>
  Array.from({ length: 130 }, (_, n) =>
    TONES[signal].some((tone) => n / 100 >= tone.from_seconds && n / 100 < tone.from_seconds + tone.seconds),
  );

/** @param {Signal} signal @param {number} hz how strong a pitch is in it */
function strength(signal, hz) {
  const wave = samples(signal, RATE);
  let [re, im] = [0, 0];
  wave.forEach((height, n) => {
    re += height * Math.cos((2 * Math.PI * hz * n) / RATE);
    im += height * Math.sin((2 * Math.PI * hz * n) / RATE);
  });
  return Math.hypot(re, im) / RATE;
}

test("there is a sound for each signal", () => {
  const all = ["countdown", "finish", "half", "rest", "switch", "tick", "transition", "work"];
  assert.deepEqual([...SIGNALS].sort(), all);
});

for (const [one, other] of PAIRS) {
  test(`${one} and ${other} differ without regard to pitch`, () => {
    const there = rhythm(other);
    const apart = rhythm(one).filter((sounds, n) => sounds !== there[n]).length / 100;
    assert.ok(apart >= 0.06, `their rhythms are only ${apart} s apart`);
    if (contour(one) !== contour(other)) return;
    // A melody twice as long, or of a third of the length, is no longer the same one.
    const [short, long] = [seconds(one), seconds(other)].sort((a, b) => a - b);
    assert.ok(long > 2 * short, "one contour, and much the same length");
  });
}

test("a phone's speaker carries every fundamental", () => {
  for (const { hz } of Object.values(TONES).flat()) assert.ok(hz >= 600 && hz <= 2000, `${hz} Hz`);
});

test("signals come near full scale and never over it; a tick stays soft", () => {
  for (const signal of SIGNALS) {
    const peak = Math.max(...samples(signal, RATE).map(Math.abs));
    if (signal === "tick") assert.ok(peak > 0.1 && peak <= 0.3, `tick ${peak}`);
    else assert.ok(peak > 0.85 && peak <= 1, `${signal} ${peak}`);
  }
});

test("a tone swells and fades, so that nothing clicks", () => {
  for (const signal of SIGNALS) {
    const wave = samples(signal, RATE);
    for (const tone of TONES[signal]) {
      const first = Math.round(tone.from_seconds * RATE);
      const last = first + Math.round(tone.seconds * RATE) - 1;
      for (let n = 0; n < (EDGE * RATE) / 4; n++) {
        assert.ok(Math.abs(wave[first + n]) <= 0.3 && Math.abs(wave[last - n]) <= 0.3, `${signal}, sample ${n}`);
      }
      assert.equal(Math.abs(wave[first]), 0);
      assert.equal(Math.abs(wave[last]), 0);
    }
  }
});

test("samples hold the pitches of the table and their rests are silent", () => {
  for (const signal of SIGNALS) {
    for (const { hz } of TONES[signal]) {
      assert.ok(strength(signal, hz) > 3 * strength(signal, hz * 1.19), `${signal} ${hz}`);
    }
    const wave = samples(signal, RATE);
    TONES[signal].slice(1).forEach(({ from_seconds }, n) => {
      const before = TONES[signal][n];
      const over = Math.ceil((before.from_seconds + before.seconds) * RATE) + 1;
      const rest = wave.slice(over, Math.floor(from_seconds * RATE) - 1);
      assert.ok(rest.length > 0.01 * RATE && rest.every((height) => height === 0), signal);
    });
  }
});

test("no sound lasts into what may follow it: a name is said 0.6 s after, a countdown beeps each second", () => {
  for (const signal of SIGNALS) if (signal !== "finish") assert.ok(seconds(signal) < 0.6, `${signal} ${seconds(signal)}`);
});

test("a motor buzzes the same rhythm, and no shorter than it can be felt", () => {
  assert.deepEqual(vibration("half"), [70, 90, 70]);
  for (const signal of SIGNALS) {
    const pattern = vibration(signal);
    assert.equal(pattern.length, 2 * TONES[signal].length - 1);
    assert.ok(pattern.every((part) => Number.isInteger(part) && part >= 40), signal);
  }
});
