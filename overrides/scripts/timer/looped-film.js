// Plays a film over and over without its sound, as the timer plays a figure; nothing of it is loaded before.
// @ts-check

import { HALF_PIXELS, photoOf } from "../shared/photo-size.js";

export class LoopedFilm {
  element = document.createElement("video");
  wanted = false;
  isAtRest = true;

  /**
   * @param {import("../shared/timeline.js").Exercise} exercise one that has a film
   * @param {URL} root
   * @param {() => void} onLost called when the film cannot be played, such as without a network
   */
  constructor({ id, image, film }, root, onLost) {
    const { url = "", alt = "", poster = null } = film ?? {};
    const still = poster ?? image;
    const before = still ? photoOf(still, HALF_PIXELS) : `figures/${id}.svg`;
    Object.assign(this.element, { muted: true, loop: true, playsInline: true, preload: "none", ariaLabel: alt });
    this.element.poster = new URL(before, root).href;
    this.element.addEventListener("error", onLost);
    this.element.src = new URL(url, root).href;
  }

  /** @param {boolean} wanted */
  play(wanted) {
    this.wanted = wanted;
    this.isAtRest = false;
    if (wanted) void this.element.play().catch(() => {}); // paused meanwhile, or it cannot be loaded, which is told by an event
    else this.element.pause();
  }

  rest() {
    this.play(false);
    this.isAtRest = true;
  }
}
