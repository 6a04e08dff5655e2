// Plays signals at given times through Web Audio, and recovers from lost audio devices.
// @ts-check

import { EDGE, TONES } from "./tones.js";

/** @typedef {import("./tones.js").Signal} Signal */
/** @typedef {{context: AudioContext, begins: number, out: GainNode, sources: OscillatorNode[]}} Playing */

/** Seconds by which a planned signal may be off before it is moved: a context's clock advances in steps of its buffer. */
const OFF = 0.04;
/** Seconds before its beginning in which a signal is not moved any more: the device may already have its samples. */
const FIXED = 0.05;
const PATIENCE = 8; // heartbeats without progress of its clock, after which a context is replaced
const TRIES = 3; // contexts in a row without sound, after which there seems to be no device and new ones are tried rarely

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

  /** To be called in a tap, before anything is awaited: browsers only let taps start sound. */
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
   * To be called at each heartbeat: checks that the context's clock advances, and tries to recover if not. The promise
   * of resume() may never settle (WebKit, outside of a tap), so it is called again rather than awaited. After a phone
   * call ("interrupted", in WebKit) the clock may stand still in a context that says it runs: only a new one helps.
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
   * Schedules a signal for `at`, in epoch milliseconds, or moves the one scheduled for it: the clock of a context drifts
   * from the system's. It stands still while the device opens and at each underrun, for up to seconds.
   * @param {Signal} signal
   * @param {number} at
   * @param {Playing | null} before
   * @returns {Playing | null} nothing while nothing can sound
   */
  place(signal, at, before) {
    const context = this.#context;
    if (!context || context.state !== "running") {
      if (before) this.cancel(before); // its clock may go on before the next heartbeat, and play it late
      return null;
    }
    const now = context.currentTime;
    // The latency of the device (wireless headsets: up to 0.3 s) is made up for.
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
   * Whether a signal has begun to sound.
   * @param {Playing} playing
   */
  begun({ context, begins }) {
    return context === this.#context && begins < context.currentTime;
  }

  /** @param {Playing} playing */
  cancel({ context, begins, out, sources }) {
    const now = context.currentTime;
    // A signal that sounds is faded out: a cut would click.
    out.gain.setTargetAtTime(0, now, EDGE);
    for (const source of sources) source.stop(begins > now ? 0 : now + 6 * EDGE);
  }

  /** Suspend the context in ten seconds: an open device costs power and ducks music. The last sound may end first. */
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
 * Only iOS has audio sessions so far.
 * @param {"transient" | "playback"} type
 */
export function setAudioSession(type) {
  const { audioSession } = /** @type {{audioSession?: {type: string}}} */ (/** @type {unknown} */ (navigator));
  if (audioSession) audioSession.type = type;
}
