// Starts and stops sound, voice, vibration, wake lock and pocket mode together, as the run goes.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { due } from "./signal-times.js";
import { Signals } from "./signals.js";
import { ScreenLock } from "./wake-lock.js";

/**
 * @typedef {import("./timer-run.js").TimerRun} TimerRun
 * @typedef {import("./timer-settings.js").Settings} Settings
 * @typedef {object} DeviceListener called by the devices
 * @property {() => void} beat called at each heartbeat, four times a second
 * @property {() => void} changed called when the notes have changed
 * @property {() => void} interrupted called when the device stops the sound, such as for a call
 * @property {(action: "play" | "pause" | "back" | "skip") => void} pressed called for a button on the lock screen
 */

/** The note for each state of the sound. */
const SOUNDS = {
  on: "",
  off: "",
  none: gettext`There is no sound: this device does not play any.`,
  blocked: gettext`There is no sound. Pause and resume to try again.`,
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
  #lockNote = "";
  #ending = 0;
  #isUnloaded = false;
  #settings;
  #listener;

  /**
   * @param {Settings} settings
   * @param {DeviceListener} listener
   */
  constructor(settings, listener) {
    this.#settings = settings;
    this.#listener = listener;
    this.set(settings); // before the listeners are connected: the caller is not ready yet
    this.#signals.onTick(listener.beat);
    this.#signals.onState(listener.changed);
    this.#lock.onChange((message) => {
      this.#lockNote = message;
      listener.changed();
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

  /** Loads voice and pocket mode, which few visitors use. */
  async #load() {
    const { pocket, voice } = this.#settings;
    try {
      const [track, speech] = await Promise.all([
        pocket && import("./timer-pocket.js"),
        voice && import("./timer-speech.js"),
      ]);
      if (track && this.#settings.pocket) this.#pocket ??= new track.TimerPocket(this.#listener);
      if (speech && this.#settings.voice) this.#speech ??= new speech.TimerSpeech();
      this.#isUnloaded = false;
      this.set(this.#settings);
      if (this.#run) this.play(this.#run, Date.now());
    } catch {
      this.#isUnloaded = true;
    }
    this.#listener.changed();
  }

  /** Sentences about what does not work on this device. */
  get notes() {
    return [
      this.#run ? SOUNDS[this.#signals.state] : "",
      this.#lockNote,
      this.#speech?.isMissing ? gettext`There is no voice: this device has none.` : "",
      this.#isUnloaded ? gettext`Voice and pocket mode could not be loaded; the timer goes on without.` : "",
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
    this.#speech?.play(run, now, this.#settings.tempo === "words");
    if (this.#pocket) {
      this.#lock.release();
      this.#pocket.play(run, now);
    } else void this.#lock.request();
  }

  /**
   * Announce what has become due since the last call; to be called before the run is brought up to now.
   * @param {TimerRun} run
   * @param {number} now
   */
  beat(run, now) {
    if (this.#run) this.#speech?.beat(run, now);
  }

  /**
   * The run is over; its last sound may end.
   * @param {number} now
   */
  end(now) {
    clearTimeout(this.#ending);
    if (this.#run) this.#speech?.tellRounds(this.#run, now);
    this.#ending = window.setTimeout(() => this.halt(), 4000);
  }

  /** The run is paused: stop everything. */
  halt() {
    clearTimeout(this.#ending);
    this.#run = null;
    this.#signals.stop();
    this.#lock.release();
    this.#speech?.halt();
    this.#pocket?.halt();
  }

  /** Release all devices. */
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
    const inParts = this.#settings.tempo !== "reps";
    return due(state, intervals, from, to, inParts).filter(({ signal }) => this.#settings.half_time || signal !== "half");
  }
}
