// Animates figures: interpolates between the frames that stand in a picture's data-frames.
// @ts-check

import { gettext, pgettext } from "./gettext.js";

/**
 * @typedef {{ frames: number, move: number, stay: number }} KeyframeTiming how many frames lead to a pose, the seconds that
 *   they take, and those that it is held
 */

/**
 * Where a motion is after so many seconds, in frames, and the pose that it is held in or comes from; it begins with the
 * first pose held.
 * @param {readonly KeyframeTiming[]} timings
 * @param {number} seconds
 */
export function momentAt(timings, seconds) {
  let { stay } = timings[timings.length - 1];
  let left = seconds % timings.reduce((sum, timing) => sum + timing.move + timing.stay, 0);
  let frame = 0;
  for (const [pose, { frames, move, stay: next }] of timings.entries()) {
    if (left < stay + move) return { pose, frame: frame + frames * eased(Math.max(0, left - stay) / move) };
    left -= stay + move;
    frame += frames;
    stay = next;
  }
  return { pose: 0, frame: 0 }; // sums are rounded: the last instant may be past the last move
}

/** @param {number} share */
const eased = (share) => share * share * (3 - 2 * share);

/** @param {string} text of the attribute data-figure: "6 1.6 1.2;6 1.6 2.6" @returns {KeyframeTiming[]} */
export function timingsOf(text) {
  return text.split(";").map((each) => {
    const [frames, move, stay] = each.split(" ").map(Number);
    return { frames, move, stay };
  });
}

const MOST_EACH_SECOND = 30; // pictures: more look no smoother at a figure's pace, and cost a phone twice the power

/** One path, with its coordinates in each frame. */
class MovingPath {
  #path;
  #between;
  #frames;

  /** @param {Element} path */
  constructor(path) {
    this.#path = path;
    this.#between = /** @type {string} */ (path.getAttribute("d")).split(/-?\d+/);
    this.#frames = /** @type {string} */ (path.getAttribute("data-frames")).split(";").map((each) => each.split(" ").map(Number));
  }

  /** @param {number} frame */
  show(frame) {
    const count = this.#frames.length;
    const [one, other] = [this.#frames[Math.floor(frame) % count], this.#frames[(Math.floor(frame) + 1) % count]];
    const share = frame % 1;
    const numbers = one.map((at, number) => Math.round((at + (other[number] - at) * share) * 10) / 10);
    this.#path.setAttribute("d", this.#between.map((text, number) => text + (numbers[number] ?? "")).join(""));
  }
}

export class MovingFigure {
  #figure;
  #button;
  #timings;
  #paths;
  /** What is seen only at one pose, such as its arrow: [data-at-pose]. */
  #marks;
  /** Its poses beside it, small, of which one is told as now. */
  #stills;
  #seconds = 0;
  #seen = true;
  #asked = 0;
  #before = 0;
  #shown = -1;
  #marked = "";

  /** @param {HTMLElement} figure with data-figure @param {HTMLButtonElement | null} [button] its first element has the label: Pause or Play */
  constructor(figure, button = null) {
    this.#figure = figure;
    this.#button = button;
    this.#timings = timingsOf(/** @type {string} */ (figure.dataset.figure));
    this.#paths = Array.from(figure.querySelectorAll("[data-frames]"), (path) => new MovingPath(path));
    this.#marks = figure.querySelectorAll("[data-at-pose]");
    this.#stills = figure.querySelectorAll(".figure-stills__still");
    this.wanted = false;
  }

  /** @param {boolean} wanted */
  play(wanted) {
    this.wanted = wanted;
    if (wanted) this.#figure.classList.add("figure--moving");
    this.#figure.classList.toggle("figure--playing", wanted);
    if (this.#button?.firstElementChild) this.#button.firstElementChild.textContent = wanted ? pgettext("what moves", gettext`Pause`) : gettext`Play`;
    this.#goOn();
  }

  /** @param {boolean} seen */
  inSight(seen) {
    this.#seen = seen;
    this.#goOn();
  }

  #goOn() {
    cancelAnimationFrame(this.#asked);
    this.#before = 0;
    if (this.wanted && this.#seen) this.#asked = requestAnimationFrame((now) => this.#step(now));
  }

  /** @param {number} now */
  #step(now) {
    // 2 ms before its time counts as its time: a screen's own steps are not of quite the same length.
    if (!this.#before || now - this.#before > 1000 / MOST_EACH_SECOND - 2) {
      if (this.#before) this.#seconds += Math.min(now - this.#before, 100) / 1000;
      this.#before = now;
      const { frame, pose } = momentAt(this.#timings, this.#seconds);
      this.#show(frame);
      this.#mark(`${pose}`);
    }
    this.#asked = requestAnimationFrame((later) => this.#step(later));
  }

  /** @param {string} pose */
  #mark(pose) {
    if (pose === this.#marked) return;
    this.#marked = pose;
    for (const [number, still] of this.#stills.entries()) {
      still.classList.toggle("figure-stills__still--now", `${number}` === pose);
    }
    for (const mark of this.#marks) mark.setAttribute("visibility", mark.getAttribute("data-at-pose") === pose ? "visible" : "hidden");
  }

  /** @param {number} frame */
  #show(frame) {
    if (frame === this.#shown) return; // a pose that is held
    this.#shown = frame;
    for (const path of this.#paths) path.show(frame);
  }

  get isAtRest() {
    return !this.#figure.classList.contains("figure--moving");
  }

  /** Stops, and shows the poses side by side. */
  rest() {
    this.play(false);
    this.#figure.classList.remove("figure--moving");
  }
}

/** Animates every figure below `root` while it is in view, unless the system asks for reduced motion.
 * @param {ParentNode} root */
export function connectFigures(root) {
  const less = matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {Map<Element, MovingFigure>} */
  const figures = new Map();
  const sight = new IntersectionObserver((entries) => {
    for (const entry of entries) figures.get(entry.target)?.inSight(entry.isIntersecting);
  });
  for (const element of root.querySelectorAll("[data-figure]")) {
    const button = element.querySelector("button");
    if (!(element instanceof HTMLElement) || !button) continue;
    const figure = new MovingFigure(element, button);
    figures.set(element, figure);
    button.hidden = false;
    button.addEventListener("click", () => figure.play(!figure.wanted));
    figure.inSight(false);
    figure.play(!less.matches);
    sight.observe(element);
  }
  less.addEventListener("change", () => {
    for (const figure of figures.values()) less.matches ? figure.rest() : figure.play(true);
  });
}
