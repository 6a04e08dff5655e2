// Shows the figure of the exercise where the stage has room; loaded once a run shows.
// @ts-check

import { drawingOf, figureOf } from "../shared/figure-drawing.js";
import { addMarks } from "../shared/figure-marks.js";
import { gettext, pgettext } from "../shared/gettext.js";
import { MovingFigure } from "../shared/moving-figure.js";
import { loadStyles } from "../shared/style-sheet.js";

/** @typedef {import("../shared/figure-drawing.js").Drawing} Drawing */
/** @typedef {import("./timer-screen.js").Screen} Screen */
/** @typedef {import("../shared/timeline.js").Exercise} Exercise */

/** The first has the look of figures, and is there already where steps were listed. */
const STYLES = [
  new URL("../../components/timer-stage/step-pictures.css", import.meta.url),
  new URL("../../components/timer-stage/timer-picture.css", import.meta.url),
];
/** A bar that is further than this from the clock is set right. */
const LATE_MS = 400;
const ICONS = { still: "M4 4h16v16H4z", move: "M5 2l17 10L5 22z" };

/** @type {Promise<unknown> | null} one style sheet for all timers of a page */
let styled = null;

export class TimerPicture {
  #stage;
  #root;
  #place;
  #main;
  #button = document.createElement("button");
  /** @type {Map<string, Promise<Drawing | null>>} */
  #drawings = new Map();
  /** @type {Screen | null} */
  #screen = null;
  /** @type {MovingFigure | import("./looped-film.js").LoopedFilm | null} */
  #figure = null;
  /** @type {Set<string>} exercises whose film could not be loaded, such as without a network */
  #lost = new Set();
  #shown = "";
  #isSeen = false;
  #isHeld;
  #bar = document.createElement("i");
  /** Of the interval whose time the bar shows: how long it is, whether it is paused, when it ends or what is left of it. */
  #bared = { all: 0, paused: false, end: 0 };

  /** @param {HTMLElement} stage */
  constructor(stage) {
    this.#stage = stage;
    this.#root = new URL(stage.dataset.root ?? "", document.baseURI);
    this.#place = /** @type {HTMLElement} */ (stage.querySelector(".timer-stage__figure"));
    this.#main = /** @type {HTMLElement} */ (stage.querySelector("[data-action=main]"));
    this.#bar.className = "timer-stage__going";
    this.#bar.append(document.createElement("b"));
    styled ??= Promise.all(STYLES.map(loadStyles));
    stage.querySelector(".timer-stage__time")?.after(this.#bar);
    this.#button.type = "button";
    this.#button.className = "timer-stage__still";
    this.#button.addEventListener("click", () => this.#hold(!this.#isHeld));
    const less = matchMedia("(prefers-reduced-motion: reduce)");
    this.#isHeld = less.matches;
    less.addEventListener("change", () => this.#hold(less.matches));
    // Where there is no room, the style sheet puts the figure beyond the edge: not visible, so not loaded.
    new IntersectionObserver((entries) => {
      this.#isSeen = entries.some((each) => each.isIntersecting);
      this.#follow();
    }).observe(this.#place);
  }

  /** @param {Screen} screen */
  show(screen) {
    this.#screen = screen;
    this.#stage.toggleAttribute("data-own", screen.exercise?.url === "");
    this.#time(screen);
    this.#follow();
  }

  /**
   * Has the bar go by itself, once for each interval: a new width each second would be work for the page each second.
   * @param {Screen} screen
   */
  #time({ lasts: { left, all }, paused }) {
    this.#bar.hidden = !all;
    const end = left * 1000 + (paused ? 0 : performance.now());
    const was = this.#bared;
    if (!all || (was.all === all && was.paused === paused && Math.abs(was.end - end) < LATE_MS)) return;
    this.#bared = { all, paused, end };
    const bar = /** @type {HTMLElement} */ (this.#bar.firstChild);
    for (const old of bar.getAnimations()) old.cancel();
    const easing = matchMedia("(prefers-reduced-motion: reduce)").matches ? `steps(${Math.ceil(all)})` : "linear";
    const going = bar.animate({ transform: ["none", "scaleX(0)"] }, { duration: all * 1000, easing, fill: "both" });
    going.currentTime = (all - left) * 1000;
    if (paused) going.pause();
  }

  /** @param {boolean} held */
  #hold(held) {
    this.#isHeld = held;
    this.#follow();
  }

  #follow() {
    const { exercise = null, paused = false } = this.#screen ?? {};
    const side = exercise?.side === "left" ? "left" : "right";
    const wanted = exercise ? `${side} ${exercise.url}` : "";
    if (this.#isSeen && wanted !== this.#shown) {
      this.#shown = wanted;
      void this.#draw(exercise, side, wanted);
    }
    const figure = this.#figure;
    if (!figure) return;
    const moves = !paused && !this.#isHeld && this.#isSeen; // also before it is done: who gets ready sees how
    if (this.#isHeld) {
      if (figure.wanted || !figure.isAtRest) figure.rest(); // its poses side by side
    } else {
      if (figure.isAtRest) figure.play(true); // a run that comes back paused shows it large as well
      if (figure.wanted !== moves) figure.play(moves);
    }
    this.#label();
    if (paused && document.activeElement === this.#button) this.#main.focus();
    this.#button.hidden = paused; // beside Resume, it would be a second word for going on
  }

  #label() {
    const word = this.#isHeld ? pgettext("picture", gettext`Play`) : pgettext("picture", gettext`Still`); // no word of the timer's own Pause, nor of a hold
    const words = gettext`Picture: ${word}`;
    if (this.#button.ariaLabel === words) return;
    this.#button.ariaLabel = words;
    const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    icon.setAttribute("viewBox", "0 0 24 24");
    const path = document.createElementNS(icon.namespaceURI, "path");
    path.setAttribute("d", this.#isHeld ? ICONS.move : ICONS.still);
    icon.append(path);
    this.#button.replaceChildren(icon, word);
  }

  /**
   * @param {Exercise | null} exercise
   * @param {"left" | "right"} side
   * @param {string} wanted
   */
  async #draw(exercise, side, wanted) {
    const film = exercise?.film && !this.#lost.has(exercise.url) && (await this.#film(exercise));
    const picture = film ? film.element : exercise?.url ? await this.#drawn(exercise.url, side) : null;
    await styled;
    if (wanted !== this.#shown) return; // another exercise is shown by now
    const moves = Boolean(film || picture?.dataset.figure);
    if (!moves && document.activeElement === this.#button) this.#main.focus();
    this.#figure?.play(false);
    this.#figure = film || (picture && moves ? new MovingFigure(picture) : null);
    this.#place.replaceChildren(...(picture ? [picture] : []), ...(moves ? [this.#button] : []));
    this.#stage.toggleAttribute("data-plain", Boolean(exercise) && !picture); // then the number has the room
    this.#follow();
  }

  /**
   * @param {string} url
   * @param {"left" | "right"} side
   */
  async #drawn(url, side) {
    const asked = this.#drawings.get(url) ?? drawingOf(url, this.#root);
    this.#drawings.set(url, asked);
    const drawing = await asked;
    const { photo, alt = "" } = drawing?.dataset ?? {};
    if (photo) return Object.assign(document.createElement("img"), { alt, src: new URL(photo, this.#root).href });
    const figure = drawing && figureOf(drawing, side);
    if (!figure) return figure;
    addMarks(figure);
    const [, , wide, high] = (drawing.querySelector(".figure__pose")?.getAttribute("viewBox") ?? "").split(" ").map(Number);
    figure.classList.toggle("figure--wide", wide > 1.5 * high);
    return figure;
  }

  /** @param {Exercise} exercise */
  async #film(exercise) {
    const { LoopedFilm } = await import("./looped-film.js");
    return new LoopedFilm(exercise, this.#root, () => {
      this.#lost.add(exercise.url);
      this.#shown = "";
      this.#follow();
    });
  }
}
