// Plays signals at given times through Web Audio, and recovers from lost audio devices.
// @ts-check

import { EDGE, TONES } from "./tones.js";

/** @typedef {import("./tones.js").Signal} Signal */
/** @typedef {{context: AudioContext, begins: number, out: GainNode, sources: OscillatorNode[]}} Playing */

/** Seconds by which a signal may stand wrong before it is moved: a context's clock goes on in steps of its buffer. */
const OFF = 0.04;
/** Seconds before its beginning in which a signal is left alone: the device may have fetched it already. */
const FIXED = 0.05;
const PATIENCE = 8; // beats of a clock that stands still, after which its context is given up
const TRIES = 3; // contexts, after which there seems to be no device; from then on one is tried now and then

export class Sound {
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {GainNode | null} */
  #master = null;
  #volume = 1;
  #idle = 0;
  #seen = -1;
  #still = 0;
  #tries = 0;
  #silent = false;
  #unlocked = false;

  /** To be called within a tap, and before anything is awaited: browsers let only taps begin sound. */
  unlock() {
    // iOS: music of other apps goes on beneath a "transient" sound, as it does beneath a notification, and may duck.
    // Left alone ("auto") a context there counts as playback, and stops it. "ambient" would mix as well, but says that
    // the sound is not worth ducking for. https://www.w3.org/TR/audio-session/#enumdef-audiosessiontype
    setAudioSession("transient");
    clearTimeout(this.#idle);
    this.#unlocked = true;
    if (!this.#context || this.state === "blocked") this.#build();
    this.#resume();
  }

  /** @param {number} volume 0 to 1; its square is the gain, for ears hear ratios */
  set volume(volume) {
    this.#volume = volume;
    if (this.#master) this.#master.gain.value = volume ** 2;
  }

  /** @returns {"on" | "none" | "blocked"} whether sounds can be heard; "blocked" asks for another tap */
  get state() {
    if (this.#silent) return "none";
    const context = this.#context;
    return context && (context.state === "running" || this.#still < PATIENCE / 2) ? "on" : "blocked";
  }

  /**
   * To be called at each beat: sees whether the clock goes on, and does what may help where it does not. A promise of
   * resume() may never settle (WebKit, outside of a tap), so that it is asked for again rather than awaited; after a
   * call ("interrupted", in WebKit) a clock may stand still although its context says that it runs, and only another
   * context helps.
   */
  check() {
    if (!this.#unlocked) return;
    clearTimeout(this.#idle);
    const context = this.#context;
    const time = context?.currentTime ?? -1;
    const waits = context !== null && context.state !== "running";
    const stands = time === this.#seen || waits;
    this.#seen = time;
    this.#still = stands ? this.#still + 1 : 0;
    if (!stands) {
      this.#tries = 0;
      this.#silent = false;
    } else if (!waits && this.#still % (this.#silent ? 5 * PATIENCE : PATIENCE) === 0) {
      if (++this.#tries > TRIES) this.#silent = true;
      this.#build();
    } else if (this.#still % 4 === 0) {
      this.#resume();
    }
  }

  /**
   * Has a signal sound at `at`, epoch milliseconds, or puts the one that was to sound then where it belongs now: the
   * clock of a context is not that of the wall. It stands while the device opens and at each underrun, up to seconds.
   * @param {Signal} signal
   * @param {number} at
   * @param {Playing | null} before
   * @returns {Playing | null} nothing while nothing can sound
   */
  place(signal, at, before) {
    const context = this.#context;
    if (!context || context.state !== "running") {
      if (before) this.cancel(before); // its clock may go on before the next beat, and sound it late
      return null;
    }
    const now = context.currentTime;
    // What a device still holds back (a headset without wires: up to 0.3 s) is begun so much earlier.
    const latency = Math.min(context.outputLatency || 0, 0.3);
    const begins = Math.max(now, now + (at - Date.now()) / 1000 - latency);
    if (before) {
      const fits = Math.abs(before.begins - begins) <= OFF || before.begins - now < FIXED;
      if (fits && before.context === context) return before;
      this.cancel(before);
    }
    return this.#start(context, signal, begins);
  }

  /**
   * Whether a signal sounds already, or has.
   * @param {Playing} playing
   */
  begun({ context, begins }) {
    return context === this.#context && begins < context.currentTime;
  }

  /** @param {Playing} playing */
  cancel({ context, begins, out, sources }) {
    const now = context.currentTime;
    // What sounds already is faded, for a cut would click.
    out.gain.setTargetAtTime(0, now, EDGE);
    for (const source of sources) source.stop(begins > now ? 0 : now + 6 * EDGE);
  }

  /** Let the device go in a while: an open one costs power, and ducks music. The last sound may end first. */
  rest() {
    clearTimeout(this.#idle);
    this.#idle = window.setTimeout(() => void this.#context?.suspend().catch(() => {}), 10_000);
  }

  release() {
    clearTimeout(this.#idle);
    void this.#context?.close().catch(() => {});
    this.#context = this.#master = null;
    this.#silent = false;
    this.#still = this.#tries = 0;
  }

  #build() {
    void this.#context?.close().catch(() => {});
    this.#context = this.#master = null;
    try {
      const context = new AudioContext({ latencyHint: "interactive" });
      this.#master = new GainNode(context, { gain: this.#volume ** 2 });
      this.#master.connect(context.destination);
      context.addEventListener("error", () => {
        [this.#silent, this.#seen] = [true, context.currentTime]; // Chromium: the device failed
      });
      this.#context = context;
    } catch {
      this.#silent = true; // no WebAudio here, or no more contexts
    }
  }

  #resume() {
    void this.#context?.resume().catch(() => {});
  }

  /**
   * @param {AudioContext} context
   * @param {Signal} signal
   * @param {number} begins
   * @returns {Playing}
   */
  #start(context, signal, begins) {
    const out = new GainNode(context);
    out.connect(/** @type {GainNode} */ (this.#master));
    const sources = TONES[signal].map((tone) => {
      const from = begins + tone.from_seconds;
      const to = from + tone.seconds;
      const source = new OscillatorNode(context, { type: tone.shape, frequency: tone.hz });
      const edges = new GainNode(context, { gain: 0 });
      edges.gain.setValueAtTime(0, from).linearRampToValueAtTime(tone.gain, from + EDGE);
      edges.gain.setValueAtTime(tone.gain, to - EDGE).linearRampToValueAtTime(0, to);
      source.connect(edges).connect(out);
      source.start(from);
      source.stop(to);
      return source;
    });
    sources[sources.length - 1].onended = () => out.disconnect();
    return { context, begins, out, sources };
  }
}

/**
 * iOS only, so far.
 * @param {"transient" | "playback"} type
 */
export function setAudioSession(type) {
  const { audioSession } = /** @type {{audioSession?: {type: string}}} */ (/** @type {unknown} */ (navigator));
  if (audioSession) audioSession.type = type;
}
