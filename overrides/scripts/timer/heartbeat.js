// Calls a function four times a second, also in a hidden tab.
// @ts-check

import { trustedAddress } from "../shared/trusted-address.js";

/** @type {string | undefined} */
let workerAddress;

/**
 * The interval runs in a worker, for a hidden page's own timers come once a second and, in Chromium, after a minute once a
 * minute; its workers' timers are left alone (Firefox slows both, to about half a second). A timer of the page stands
 * by for as long as the worker has not begun, cannot begin, or died.
 */
export class Heartbeat {
  /** @type {Worker | null} */
  #worker = null;
  #timer = 0;
  #beat;

  /** @param {() => void} beat */
  constructor(beat) {
    this.#beat = beat;
  }

  start() {
    if (this.#timer) return;
    this.#wait(250);
    try {
      this.#worker = new Worker((workerAddress ??= trustedAddress("limber-heartbeat", new URL("./heartbeat-worker.js", import.meta.url))));
      this.#worker.onmessage = () => this.#now(1000);
    } catch {
      // No workers here: the page's own timer goes on.
    }
  }

  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /** @param {number} patience milliseconds until the page's own timer steps in */
  #now(patience) {
    if (!this.#timer) return; // a message that was on its way when it was stopped
    clearTimeout(this.#timer);
    this.#wait(patience);
    this.#beat();
  }

  /** @param {number} milliseconds */
  #wait(milliseconds) {
    this.#timer = window.setTimeout(() => this.#now(250), milliseconds);
  }
}
