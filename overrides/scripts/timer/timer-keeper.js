// Makes a session of a run at each change, and a run of a kept session.
// @ts-check

import { TimerRun } from "./timer-run.js";

/** @typedef {import("./timer-session.js").Session} Session */

const HEARTBEAT_MS = 5000;

export class TimerKeeper {
  #kept = "";
  #at = 0;

  /**
   * @param {import("./timer-session.js").SessionStore} store
   * @param {string} address the query that asks for the routine
   */
  constructor(store, address) {
    this.store = store;
    this.address = address;
  }

  /**
   * Keep it if it changed, and now and then that it was seen.
   * @param {TimerRun} run
   * @param {number} now
   * @param {boolean} [certainly]
   */
  keep({ routine, state, options, only, seen }, now, certainly = false) {
    const what = JSON.stringify([state, options, only]);
    if (!state) return;
    // What is over is cleared once: by the time this page goes, the store may hold another's session.
    if (what === this.#kept && (state.done || (now - this.#at < HEARTBEAT_MS && !certainly))) return;
    this.#kept = what;
    this.#at = now;
    const { address, store } = this;
    /** @type {Session} */
    const session = { version: 1, address, name: routine.short_name, options, only, state, seen };
    if (state.done) store.end(session);
    else void store.save(session);
  }
}

/**
 * The run of a session, gone on until now; null if it is none of this routine.
 * @param {import("../shared/timeline.js").Routine} routine
 * @param {Session} session
 * @param {number} now
 */
export function takenUp(routine, { options, only, state, seen }, now) {
  const areThere = [options.first, only ?? 0, ...options.alternatives].every((step) => step < routine.steps.length);
  const run = areThere ? new TimerRun(routine, options, only) : null;
  return run?.restore(state, seen, now) ? run : null;
}
