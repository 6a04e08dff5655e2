// Plays a stretch of the session as one audio track, which goes on behind a locked screen.
// @ts-check

import { setAudioSession } from "./sound.js";
import { track } from "./track.js";

/**
 * @typedef {import("../shared/timeline.js").Interval} Interval
 * @typedef {import("./playback.js").State} State
 * @typedef {Partial<Record<"play" | "pause" | "previoustrack" | "nexttrack", () => void>>} Actions
 */

export class PocketTrack {
  #audio = new Audio();
  #address = "";
  #began = 0;
  #asked = false;
  /** @type {(seconds: number) => void} */
  #onPosition = () => {};
  /** @type {() => void} */
  #onPause = () => {};
  /** @type {() => void} */
  #onEnd = () => {};

  constructor() {
    const audio = this.#audio;
    // Four times a second, also in a hidden tab and behind a locked screen: the device drives it, not a timer.
    audio.ontimeupdate = () => this.#asked && this.#onPosition(audio.currentTime);
    audio.onpause = () => {
      // Not asked for by us: a call, a headset pulled out, another app's music.
      if (this.#asked && audio.paused && !audio.ended) this.#interrupted();
    };
    audio.onended = () => {
      this.#asked = false;
      this.#onEnd();
    };
    audio.onplaying = () => {
      const { duration, currentTime: position } = audio;
      if (Number.isFinite(duration)) navigator.mediaSession?.setPositionState?.({ duration, position });
    };
  }

  /**
   * Render the signals from now on: up to an interval that waits, to the end, or for 45 minutes. It is fast enough for
   * play() to follow in the same tap.
   * @param {Interval[]} intervals
   * @param {State} state
   * @param {number} now
   * @param {readonly string[]} [unwanted] signals to leave out
   * @param {boolean} [inParts] whether each part of a repetition ticks
   * @returns {Blob}
   */
  build(intervals, state, now, unwanted, inParts) {
    this.#asked = false;
    const wav = new Blob(track(intervals, state, now, unwanted, inParts), { type: "audio/wav" });
    const old = this.#address;
    this.#audio.src = this.#address = URL.createObjectURL(wav);
    if (old) URL.revokeObjectURL(old);
    this.#began = now;
    return wav;
  }

  /** Within the tap. @returns {Promise<boolean>} whether it plays */
  async play() {
    // iOS: "playback" is what goes on behind a locked screen and with the ring switch silent.
    // https://www.w3.org/TR/audio-session/#enumdef-audiosessiontype
    setAudioSession("playback");
    this.#asked = true;
    try {
      await this.#audio.play();
      return true;
    } catch (error) {
      // pause() or build() was called meanwhile, and has set what is wanted.
      if (error instanceof DOMException && error.name === "AbortError") return this.#asked;
      this.#asked = false;
      return false;
    }
  }

  pause() {
    this.#asked = false;
    this.#audio.pause();
  }

  /** The position in the track. While it plays this is the only clock, so that sound and screen stay in step. */
  get seconds() {
    return this.#audio.currentTime;
  }

  /** The time of the signals that are heard now, in epoch milliseconds: behind the clock by the lag of the sound. */
  get moment() {
    return this.#began + this.seconds * 1000;
  }

  /** @param {number} volume 0 to 1, its square as with the other sounds; iOS leaves it to the buttons at its side */
  set volume(volume) {
    this.#audio.volume = Math.min(1, Math.max(0, volume)) ** 2;
  }

  /** @param {(seconds: number) => void} listener */
  onPosition(listener) {
    this.#onPosition = listener;
  }

  /** @param {() => void} listener called at a pause that nobody asked for, such as a call's */
  onPause(listener) {
    this.#onPause = listener;
  }

  /** @param {() => void} listener called when the track is over: an interval waits for a tap, or the session has ended */
  onEnd(listener) {
    this.#onEnd = listener;
  }

  /**
   * Sets what the locked screen shows, and what its buttons do.
   * @param {MediaMetadataInit} shown
   * @param {Actions} actions
   */
  describe(shown, actions) {
    if (!navigator.mediaSession) return;
    navigator.mediaSession.metadata = new MediaMetadata(shown);
    connect(actions);
  }

  release() {
    this.pause();
    this.#audio.removeAttribute("src");
    this.#audio.load(); // else the device stays open
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = "";
    setAudioSession("transient");
    if (!navigator.mediaSession) return;
    navigator.mediaSession.metadata = null;
    connect({});
  }

  #interrupted() {
    this.#asked = false;
    this.#onPause();
  }
}

/** @param {Actions} actions */
function connect(actions) {
  for (const name of /** @type {const} */ (["play", "pause", "previoustrack", "nexttrack"])) {
    navigator.mediaSession.setActionHandler(name, actions[name] ?? null);
  }
}
