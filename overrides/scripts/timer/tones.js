// Defines the tones of each signal: frequencies, rhythm, samples and vibration.
// @ts-check

/**
 * @typedef {"work"|"switch"|"rest"|"transition"|"countdown"|"half"|"tick"|"finish"} Signal
 * @typedef {"sine"|"triangle"|"square"} Shape a name that an oscillator knows, too
 * @typedef {{hz: number, from_seconds: number, seconds: number, shape: Shape, gain: number}} Tone
 */

/** In the range that phone speakers play well and older people still hear, 600 to 2000 Hz: */
const [G5, B5, D6, G6] = [783.99, 987.77, 1174.66, 1567.98];

/**
 * Notes in turn, each [Hz, seconds, seconds of silence before the next].
 * @param {number[][]} notes
 * @param {Shape} [shape] a square wave is the loudest for its peak, and is heard above traffic
 * @param {number} [gain]
 * @returns {Tone[]}
 */
function melody(notes, shape = "square", gain = 0.9) {
  let from_seconds = 0;
  return notes.map(([hz, seconds, silence]) => {
    const tone = { hz, from_seconds, seconds, shape, gain };
    from_seconds += seconds + silence;
    return tone;
  });
}

/**
 * No two signals share a rhythm or a melodic contour, so that they can be told apart by people who hear pitch badly. The
 * countdown leads up to the next signal as the pips of a time signal do.
 * @type {Readonly<Record<Signal, readonly Tone[]>>}
 */
export const TONES = {
  work: melody([[G5, 0.1, 0.03], [D6, 0.42]]),
  rest: melody([[D6, 0.2, 0.02], [G5, 0.37]], "triangle", 0.95),
  switch: melody([[G6, 0.08, 0.05], [B5, 0.08, 0.05], [G6, 0.08, 0.05], [B5, 0.08]]),
  transition: melody([[G5, 0.14, 0.08], [B5, 0.14, 0.08], [G6, 0.14]], "triangle", 0.95),
  countdown: melody([[B5, 0.11]]),
  half: melody([[D6, 0.07, 0.09], [D6, 0.07]]),
  tick: melody([[D6, 0.03]], "sine", 0.25),
  finish: melody([[G5, 0.12, 0.04], [G5, 0.12, 0.04], [B5, 0.12, 0.04], [G6, 0.7]]),
};

/** Seconds of fade-in and fade-out of a tone: without, it would click. */
export const EDGE = 0.006;

/**
 * The duration of a signal.
 * @param {Signal} signal
 */
export function seconds(signal) {
  return Math.max(...TONES[signal].map((tone) => tone.from_seconds + tone.seconds));
}

/**
 * The rhythm of a signal as a pattern for navigator.vibrate: milliseconds on, off, on … A motor takes some 40 ms to be
 * felt, and as long to stop.
 * @param {Signal} signal
 * @returns {number[]}
 */
export function vibration(signal) {
  const tones = TONES[signal];
  return tones.flatMap((tone, n) => {
    const on = Math.max(40, tone.seconds * 1000);
    const next = tones[n + 1];
    return next ? [on, Math.max(40, (next.from_seconds - tone.from_seconds) * 1000 - on)] : [on];
  }).map(Math.round);
}

/**
 * The signal as samples between -1 and 1, for a track. Overtones above half the rate are left out; the
 * others are those of an oscillator of that shape.
 * @param {Signal} signal
 * @param {number} rate samples a second
 */
export function samples(signal, rate) {
  const wave = new Float32Array(Math.ceil(seconds(signal) * rate));
  for (const tone of TONES[signal]) {
    const first = Math.round(tone.from_seconds * rate);
    const count = Math.min(Math.round(tone.seconds * rate), wave.length - first);
    for (let n = 0; n < count; n++) {
      const edge = Math.min(1, n / rate / EDGE, (count - 1 - n) / rate / EDGE);
      wave[first + n] += tone.gain * edge * shaped(tone, n / rate, rate / 2);
    }
  }
  return wave;
}

/**
 * The sample of a tone at a given time, as a sum of odd overtones (in a square wave 1/n of the nth, in a triangle ±1/n²).
 * @param {Tone} tone
 * @param {number} at seconds
 * @param {number} highest Hz
 */
function shaped({ hz, shape }, at, highest) {
  const turn = 2 * Math.PI * hz * at;
  if (shape === "sine" || 3 * hz >= highest) return Math.sin(turn);
  // The divisors scale the peak of the sum to 1.
  return shape === "square"
    ? (Math.sin(turn) + Math.sin(3 * turn) / 3) / 0.9428
    : (Math.sin(turn) - Math.sin(3 * turn) / 9) / 1.1111;
}
