// Starts and stops sound, voice, vibration, wake lock and pocket mode together, as the run goes.
// @ts-check

import { due } from "./signal-times.js";
import { Signals } from "./signals.js";
import { ScreenLock } from "./wake-lock.js";

/**
 * @typedef {import("./timer-run.js").TimerRun} TimerRun
 * @typedef {import("./timer-settings.js").Settings} Settings
 * @typedef {object} Told what devices tell
 * @property {() => void} beat it is time to look, four times a second
 * @property {() => void} changed there is something else to say in notes
 * @property {() => void} interrupted the device stopped the sound, such as for a call
 * @property {(action: "play" | "pause" | "back" | "skip") => void} pressed a button on the lock screen
 */

/** What to say of each state of the sound. */
const SOUNDS = {
  on: "",
  off: "",
  none: "There is no sound: this device does not play any.",
  blocked: "There is no sound. Pause and resume to try again.",
};

export class TimerDevices {
  #signals = new Signals();
  #lock = new ScreenLock();
  /** @type {import("./timer-speech.js").TimerSpeech | null} */
  #speech = null;
  /** @type {import("./timer-pocket.js").TimerPocket | null} */
  #pocket = null;
  /** @type {TimerRun | null} what plays now */
  #run = null;
  #dark = "";
  #ending = 0;
  #isUnloaded = false;
  #settings;
  #told;

  /**
   * @param {Settings} settings
   * @param {Told} told
   */
  constructor(settings, told) {
    this.#settings = settings;
    this.#told = told;
    this.set(settings); // before anyone listens: there is nobody yet to whom to tell
    this.#signals.onTick(told.beat);
    this.#signals.onState(told.changed);
    this.#lock.onChange((message) => {
      this.#dark = message;
      told.changed();
    });
  }

  /** @param {Settings} settings */
  set(settings) {
    this.#settings = settings;
    const { pocket, volume, sound, vibration, voice } = settings;
    if (!pocket) this.#pocket?.release();
    if (!pocket) this.#pocket = null;
    if (!voice) this.#speech?.halt();
    if (!voice) this.#speech = null;
    this.#signals.set({ volume, vibration, sound: sound && !this.#pocket });
    this.#pocket?.set(settings);
    if ((pocket && !this.#pocket) || (voice && !this.#speech)) void this.#load();
  }

  /** What few want is loaded when it is wanted. */
  async #load() {
    const { pocket, voice } = this.#settings;
    try {
      const [track, speech] = await Promise.all([
        pocket && import("./timer-pocket.js"),
        voice && import("./timer-speech.js"),
      ]);
      if (track && this.#settings.pocket) this.#pocket ??= new track.TimerPocket(this.#told);
      if (speech && this.#settings.voice) this.#speech ??= new speech.TimerSpeech();
      this.#isUnloaded = false;
      this.set(this.#settings);
      if (this.#run) this.play(this.#run, Date.now());
    } catch {
      this.#isUnloaded = true;
    }
    this.#told.changed();
  }

  /** What someone should know of the devices, in sentences. */
  get notes() {
    return [
      this.#run ? SOUNDS[this.#signals.state] : "",
      this.#dark,
      this.#speech?.isMissing ? "There is no voice: this device has none." : "",
      this.#isUnloaded ? "Voice and pocket mode could not be loaded; the timer goes on without." : "",
    ].filter(Boolean);
  }

  /**
   * Follow a run from now on. To be called in the tap that changed it, before anything is awaited.
   * @param {TimerRun} run
   * @param {number} now
   */
  play(run, now) {
    clearTimeout(this.#ending);
    this.#run = run;
    this.#signals.unlock();
    this.#signals.follow((from, to) => this.#due(run, from, to), now);
    this.#speech?.play(run, now);
    if (this.#pocket) {
      this.#lock.release();
      this.#pocket.play(run, now);
    } else void this.#lock.request();
  }

  /**
   * Say what fell due since the last time, before the run goes on.
   * @param {TimerRun} run
   * @param {number} now
   */
  beat(run, now) {
    if (this.#run) this.#speech?.beat(run, now);
  }

  /** The run is over; its last sound may end. */
  end() {
    clearTimeout(this.#ending);
    this.#ending = window.setTimeout(() => this.halt(), 4000);
  }

  /** Nothing more: the run is paused. */
  halt() {
    clearTimeout(this.#ending);
    this.#run = null;
    this.#signals.stop();
    this.#lock.release();
    this.#speech?.halt();
    this.#pocket?.halt();
  }

  /** Give everything back. */
  release() {
    this.halt();
    this.#signals.release();
    this.#pocket?.release();
  }

  /**
   * @param {TimerRun} run
   * @param {number} from
   * @param {number} to
   */
  #due({ state, intervals }, from, to) {
    if (!state) return [];
    return due(state, intervals, from, to).filter(({ signal }) => this.#settings.half_time || signal !== "half");
  }
}
