// Plays a run as one audio track behind a locked screen, and keeps the run in step with it; loaded for pocket mode.
// @ts-check

import { PocketTrack } from "./pocket-track.js";

/**
 * @typedef {import("./timer-run.js").TimerRun} TimerRun
 * @typedef {import("./timer-devices.js").Told} Told
 */

export class TimerPocket {
  #track = new PocketTrack();
  /** By how many milliseconds the state follows a track that lags behind the device's clock. */
  #lag = 0;
  /** @type {string[]} */
  #unwanted = [];
  #told;

  /** @param {Told} told */
  constructor(told) {
    this.#told = told;
    this.#track.onPause(told.interrupted);
  }

  /** @param {import("./timer-settings.js").Settings} settings */
  set({ sound, volume, half_time }) {
    this.#unwanted = half_time ? [] : ["half"];
    this.#track.volume = sound ? volume : 0;
  }

  /**
   * @param {TimerRun} run
   * @param {number} now
   */
  play(run, now) {
    const told = this.#told;
    const track = this.#track;
    if (!run.state) return;
    this.#lag = 0;
    track.build(run.intervals, run.state, now, this.#unwanted);
    track.describe(
      { title: run.routine.name },
      {
        play: () => told.pressed("play"),
        pause: () => told.pressed("pause"),
        previoustrack: () => told.pressed("back"),
        nexttrack: () => told.pressed("skip"),
      },
    );
    track.onPosition(() => {
      // Sound and picture cannot part: by what the track lags behind, the run does, too.
      const lag = Math.round(Date.now() - track.moment);
      run.shift(lag - this.#lag);
      this.#lag = lag;
      told.beat();
    });
    track.onEnd(() => {
      told.beat();
      // The longest track is over, and the run is not; one that waits for Done has nothing to sound.
      if (run.isRunning && !run.isWaiting) this.play(run, Date.now());
    });
    void track.play().then((plays) => plays || told.interrupted());
  }

  halt() {
    this.#track.pause();
  }

  release() {
    this.#track.release();
  }
}
