// Keeps the screen on while it is asked to, and says when it cannot.
// @ts-check

import { gettext } from "../shared/gettext.js";

export const MISSING = gettext`The screen may turn off: this browser cannot keep it on.`;
export const REFUSED = gettext`The screen may turn off: the device refused to keep it on, perhaps to save its battery.`;

export class ScreenLock {
  #wanted = false;
  /** @type {WakeLockSentinel | null} */
  #held = null;
  #asking = false;
  #said = "";
  /** @type {(message: string) => void} */
  #onChange = () => {};
  #again = () => void this.#get();

  /** @param {(message: string) => void} listener told a sentence when the screen may turn off, "" when it stays on */
  onChange(listener) {
    this.#onChange = listener;
  }

  /** @returns {boolean} whether the screen is kept on now */
  get held() {
    return this.#held !== null;
  }

  /** To be called in a tap. The promise settles once the browser has answered; there is no need to wait for it. */
  request() {
    this.#wanted = true;
    // The browser releases the lock when the page is hidden, and grants none until it is visible again.
    document.addEventListener("visibilitychange", this.#again);
    return this.#get();
  }

  release() {
    const lock = this.#held;
    this.#wanted = false;
    document.removeEventListener("visibilitychange", this.#again);
    this.#held = null; // first, or the release would count as the system's
    void lock?.release();
    this.#say("");
  }

  async #get() {
    if (!this.#wanted || this.#held || this.#asking || document.visibilityState !== "visible") return;
    if (!navigator.wakeLock) return this.#say(MISSING);
    this.#asking = true;
    try {
      const lock = await navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => this.#lost(lock));
      if (this.#wanted) this.#held = lock;
      else void lock.release();
      this.#say("");
    } catch {
      // If the page was hidden meanwhile, the lock is requested again later. If not, the device refuses it.
      if (this.#wanted && document.visibilityState === "visible") this.#say(REFUSED);
    } finally {
      this.#asking = false;
    }
  }

  /** @param {WakeLockSentinel} lock */
  #lost(lock) {
    if (this.#held !== lock) return;
    this.#held = null;
    if (document.visibilityState === "visible") this.#say(REFUSED); // by the system, such as at a low battery
  }

  /** @param {string} message */
  #say(message) {
    if (message !== this.#said) this.#onChange((this.#said = message));
  }
}
