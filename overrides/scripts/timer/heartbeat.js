// Calls a function four times a second, also in a hidden tab.
// @ts-check

import { trustedAddress } from "../shared/trusted-address.js";

/** @type {string | undefined} */
let workerAddress;

/**
 * Browsers slow the timers of a hidden page to one call a second and, in Chromium, to one a minute after a minute. They
 * leave the timers of its workers alone (Firefox slows both, to about half a second), so the interval runs in a worker.
 * A timer of the page is the fallback while the worker has not started, cannot start, or has died.
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
      // This browser has no workers: the page's own timer is used.
    }
  }

  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /** @param {number} patience milliseconds without a message until the page's own timer is used */
  #now(patience) {
    if (!this.#timer) return; // the message was sent before stop()
    clearTimeout(this.#timer);
    this.#wait(patience);
    this.#beat();
  }

  /** @param {number} milliseconds */
  #wait(milliseconds) {
    this.#timer = window.setTimeout(() => this.#now(250), milliseconds);
  }
}
