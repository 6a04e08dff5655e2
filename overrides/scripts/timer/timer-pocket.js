// Plays a run as one audio track behind a locked screen, and keeps the run in step with it; loaded for pocket mode.
// @ts-check

import { PocketTrack } from "./pocket-track.js";

/**
 * @typedef {import("./timer-run.js").TimerRun} TimerRun
 * @typedef {import("./timer-devices.js").DeviceListener} DeviceListener
 */

export class TimerPocket {
  #track = new PocketTrack();
  /** The milliseconds by which the run was shifted, since the track lags behind the device's clock. */
  #lag = 0;
  /** @type {string[]} */
  #unwanted = [];
  #inParts = false;
  #listener;

  /** @param {DeviceListener} listener */
  constructor(listener) {
    this.#listener = listener;
    this.#track.onPause(listener.interrupted);
  }

  /** @param {import("./timer-settings.js").Settings} settings */
  set({ sound, volume, half_time, tempo }) {
    this.#unwanted = half_time ? [] : ["half"];
    this.#inParts = tempo !== "reps";
    this.#track.volume = sound ? volume : 0;
  }

  /**
   * @param {TimerRun} run
   * @param {number} now
   */
  play(run, now) {
    const listener = this.#listener;
    const track = this.#track;
    if (!run.state) return;
    this.#lag = 0;
    track.build(run.intervals, run.state, now, this.#unwanted, this.#inParts);
    track.describe(
      { title: run.routine.name },
      {
        play: () => listener.pressed("play"),
        pause: () => listener.pressed("pause"),
        previoustrack: () => listener.pressed("back"),
        nexttrack: () => listener.pressed("skip"),
      },
    );
    track.onPosition(() => {
      // The run is shifted by the lag of the track, so that sound and screen stay in step.
      const lag = Math.round(Date.now() - track.moment);
      run.shift(lag - this.#lag);
      this.#lag = lag;
      listener.beat();
    });
    track.onEnd(() => {
      listener.beat();
      // A track holds 45 minutes at most: a longer run needs another. A run that waits for Done has no signals.
      if (run.isRunning && !run.isWaiting) this.play(run, Date.now());
    });
    void track.play().then((plays) => plays || listener.interrupted());
  }

  halt() {
    this.#track.pause();
  }

  release() {
    this.#track.release();
  }
}
