// Announces what comes next in a run, by the device's voice; loaded when it is switched on.
// @ts-check

import { announcements, partWords, spokenDue } from "./spoken-times.js";
import { Voice } from "./voice.js";

/** @typedef {import("./timer-run.js").TimerRun} TimerRun */

export class TimerSpeech {
  #voice = new Voice();
  /** @type {import("./spoken-times.js").Announcement[]} */
  #spoken = [];
  #heard = 0;

  get isMissing() {
    return this.#voice.state === "none";
  }

  /**
   * @param {TimerRun} run
   * @param {number} now
   * @param {boolean} ofTempo whether the parts of a repetition are said, too
   */
  play(run, now, ofTempo) {
    this.#voice.unlock();
    this.#spoken = [...announcements(run.routine, run.intervals), ...partWords(run.intervals, ofTempo)];
    this.#heard = now;
  }

  /**
   * Announce what has become due since the last call.
   * @param {TimerRun} run
   * @param {number} now
   */
  beat(run, now) {
    if (!run.state) return;
    for (const { text, latest } of spokenDue(run.state, run.intervals, this.#spoken, this.#heard, now)) {
      this.#voice.say(text, latest);
    }
    this.#heard = now;
  }

  halt() {
    this.#voice.stop();
  }
}
