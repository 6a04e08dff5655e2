// Announces what comes next in a run, by the device's voice; loaded when it is switched on.
// @ts-check

import { announcements, countSaid, partWords, spokenDue } from "./spoken-times.js";
import { Voice } from "./voice.js";

/** @typedef {import("./timer-run.js").TimerRun} TimerRun */

/** How much later the number of rounds may be said. */
const LATEST_MS = 3000;

export class TimerSpeech {
  #voice = new Voice();
  /** @type {import("./spoken-times.js").Announcement[]} */
  #spoken = [];
  #heard = 0;
  /** @type {import("../shared/timeline.js").Interval | null} in which rounds were counted when it was looked at last */
  #counting = null;

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
    this.tellRounds(run, now);
  }

  /**
   * Announce what has become due since the last call.
   * @param {TimerRun} run
   * @param {number} now
   */
  beat(run, now) {
    if (!run.state) return;
    this.tellRounds(run, now);
    for (const { text, latest, of } of spokenDue(run.state, run.intervals, this.#spoken, this.#heard, now)) {
      this.#voice.say(text, latest, of);
    }
    this.#heard = now;
  }

  /**
   * Say how many rounds were counted, once that is over.
   * @param {TimerRun} run
   * @param {number} now
   */
  tellRounds({ state, intervals }, now) {
    const interval = state && !state.done ? intervals[state.index] : null;
    const said = state && this.#counting && this.#counting !== interval ? countSaid(state, this.#counting) : "";
    if (said) this.#voice.say(said, now + LATEST_MS);
    this.#counting = interval?.amount === "rounds" ? interval : null;
  }

  halt() {
    this.#voice.stop();
  }
}
