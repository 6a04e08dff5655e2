// Moves a figure through its poses: takes the frames that stand in its picture and shows what lies between two of them.
// @ts-check

/** @typedef {{ frames: number, move: number, stay: number }} Way how many frames lead to a pose, the seconds that they take, and those that it is held */

/** Where a motion stands after so many seconds, in frames; it begins with the first pose held.
 * @param {readonly Way[]} ways @param {number} seconds */
export function frameAt(ways, seconds) {
  const last = ways[ways.length - 1];
  let left = seconds % ways.reduce((sum, way) => sum + way.move + way.stay, 0);
  if (left < last.stay) return 0;
  left -= last.stay;
  let frame = 0;
  for (const way of ways) {
    if (left < way.move) return frame + way.frames * eased(left / way.move);
    left -= way.move;
    frame += way.frames;
    if (left < way.stay) return frame;
    left -= way.stay;
  }
  return 0;
}

/** @param {number} share */
const eased = (share) => share * share * (3 - 2 * share);

/** @param {string} text what the page says: "6 1.6 1.2;6 1.6 2.6" @returns {Way[]} */
export function waysOf(text) {
  return text.split(";").map((each) => {
    const [frames, move, stay] = each.split(" ").map(Number);
    return { frames, move, stay };
  });
}

/** One path, with where it is in each frame. */
class MovingPath {
  /** @param {Element} path */
  constructor(path) {
    this.path = path;
    this.between = (path.getAttribute("d") ?? "").split(/-?\d+/);
    this.frames = (path.getAttribute("data-frames") ?? "").split(";").map((each) => each.split(" ").map(Number));
  }

  /** @param {number} frame */
  show(frame) {
    const count = this.frames.length;
    const [one, other] = [this.frames[Math.floor(frame) % count], this.frames[(Math.floor(frame) + 1) % count]];
    const share = frame % 1;
    const numbers = one.map((at, number) => Math.round((at + (other[number] - at) * share) * 10) / 10);
    this.path.setAttribute("d", this.between.map((text, number) => text + (numbers[number] ?? "")).join(""));
  }
}

export class MovingFigure {
  /** @param {HTMLElement} figure @param {HTMLButtonElement | null} [button] whose first words say what it would do */
  constructor(figure, button = null) {
    this.figure = figure;
    this.button = button;
    this.ways = waysOf(figure.dataset.figure ?? "");
    this.paths = Array.from(figure.querySelectorAll("[data-frames]"), (path) => new MovingPath(path));
    this.seconds = 0;
    this.wanted = false;
    this.seen = true;
    this.asked = 0;
    this.before = 0;
  }

  /** @param {boolean} wanted */
  play(wanted) {
    this.wanted = wanted;
    if (wanted) this.figure.classList.add("figure--moving");
    if (this.button?.firstElementChild) this.button.firstElementChild.textContent = wanted ? "Pause" : "Play";
    this.goOn();
  }

  /** @param {boolean} seen */
  inSight(seen) {
    this.seen = seen;
    this.goOn();
  }

  goOn() {
    cancelAnimationFrame(this.asked);
    this.before = 0;
    if (this.wanted && this.seen) this.asked = requestAnimationFrame((now) => this.step(now));
  }

  /** @param {number} now */
  step(now) {
    if (this.before) this.seconds += Math.min(now - this.before, 100) / 1000;
    this.before = now;
    const frame = frameAt(this.ways, this.seconds);
    for (const path of this.paths) path.show(frame);
    this.asked = requestAnimationFrame((later) => this.step(later));
  }

  get isAtRest() {
    return !this.figure.classList.contains("figure--moving");
  }

  /** Back to the poses side by side. */
  rest() {
    this.play(false);
    this.figure.classList.remove("figure--moving");
  }
}

/** Every figure below `root` moves while it is in sight, unless the system asks for less motion.
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
    if (less.matches) figure.rest();
    sight.observe(element);
  }
  less.addEventListener("change", () => {
    for (const figure of figures.values()) less.matches ? figure.rest() : figure.play(true);
  });
}
