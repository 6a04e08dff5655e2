// The figure that is posed: its picture, and a handle on each joint, which is dragged or moved by keys.
// @ts-check

import { make } from "./making.js";

/** @import { PoseNumber, Told } from "./pose-numbers.js" */
/** @typedef {{name: string, called: string, at: [number, number], by: string[]}} Handle `by`: the numbers that bend it */
/** @typedef {[number, number, number, number]} Box left, top, width and height, in the picture's units */
/** @typedef {Told & {picture: string, box: Box, handles: Handle[], shift?: [number, number]}} Stance `shift`: how far what stays still has moved */

const REACH = 30; // pixels from a handle at which it is still taken
const LARGE = 10; // degrees of a step with Shift

export class PoseStage {
  /** @type {Map<string, HTMLElement>} */
  #made = new Map();
  /** @type {Handle[]} */
  #handles = [];
  /** @type {Box} */
  #box = [0, 0, 1, 1];
  /** @type {Told} */
  #told = { numbers: {}, told: [] };
  /** @type {Map<string, PoseNumber>} */
  #numbers = new Map();
  /** @type {{name: string, x: number, y: number, box: Box} | undefined} */
  #drag;
  /** The side whose handles are taken: both, right or left. */
  side = "both";

  /**
   * @param {{stage: HTMLElement, picture: HTMLElement, handles: HTMLElement, now: HTMLElement}} places
   * @param {{begun: () => void, dragged: (name: string, by: [number, number]) => void, dropped: () => void, bent: (name: string, value: number) => void}} told
   */
  constructor(places, told) {
    this.places = places;
    this.told = told;
    const { stage } = places;
    stage.addEventListener("pointerdown", (event) => this.#take(event));
    stage.addEventListener("pointermove", (event) => (this.#drag ? this.#pull(event) : this.#pointAt(this.#nearest(event))));
    stage.addEventListener("pointerleave", () => this.#pointAt(undefined));
    stage.addEventListener("touchstart", (event) => this.#nearest(event.touches[0]) && event.preventDefault(), { passive: false }); // else it scrolls
    for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, () => this.#drop());
  }

  /** @param {readonly PoseNumber[]} numbers */
  know(numbers) {
    this.#numbers = new Map(numbers.map((each) => [each.name, each]));
  }

  /**
   * @param {Stance} stance
   * @param {boolean} anew another pose: what is seen of it is chosen anew
   */
  show(stance, anew) {
    this.places.picture.innerHTML = stance.picture; // made by the site's components
    this.#told = stance;
    if (this.#drag) {
      const { box } = this.#drag;
      const [right, down] = stance.shift ?? [0, 0];
      this.#box = [box[0] + right, box[1] + down, box[2], box[3]];
    } else if (anew || !fits(stance.box, this.#box)) this.#box = stance.box;
    const by = new Map(this.#handles.map((each) => [each.name, each.by]));
    this.#handles = stance.handles.map((each) => ({ ...each, by: this.#drag ? (by.get(each.name) ?? []) : each.by }));
    this.#place();
  }

  #place() {
    const [left, top, wide, high] = this.#box;
    const { stage, picture, handles } = this.places;
    picture.querySelector("svg")?.setAttribute("viewBox", this.#box.join(" "));
    stage.style.setProperty("--wide", `${wide}`);
    stage.style.setProperty("--high", `${high}`);
    for (const [name, made] of this.#made) {
      if (!this.#handles.some((each) => each.name === name)) made.remove(), this.#made.delete(name);
    }
    for (const [number, each] of this.#handles.entries()) {
      const made = this.#made.get(each.name) ?? this.#make(each.name);
      if (handles.children[number] !== made) handles.insertBefore(made, handles.children[number] ?? null); // else it would lose the focus
      made.style.left = `${((each.at[0] - left) / wide) * 100}%`;
      made.style.top = `${((each.at[1] - top) / high) * 100}%`;
      made.hidden = !this.#isTaken(each);
      this.#say(made, each);
    }
  }

  /** @param {Handle} it */
  #isTaken({ name }) {
    return this.side === "both" || !/^(right|left)_/.test(name) || name.startsWith(this.side);
  }

  /** @param {string} name */
  #make(name) {
    const made = make("div", { class: "pose-handle", role: "slider", tabindex: 0, "data-handle": name });
    made.addEventListener("keydown", (event) => this.#press(event, name));
    made.addEventListener("focus", () => this.#tellNow(name));
    this.#made.set(name, made);
    return made;
  }

  /**
   * @param {HTMLElement} made
   * @param {Handle} it
   */
  #say(made, { called, by }) {
    const first = this.#numbers.get(by[0] ?? "");
    const said = by.map((each) => this.#words(each)).join(", ");
    made.setAttribute("aria-label", called.charAt(0).toUpperCase() + called.slice(1));
    made.setAttribute("aria-valuemin", `${first?.least ?? 0}`);
    made.setAttribute("aria-valuemax", `${first?.most ?? 0}`);
    made.setAttribute("aria-valuenow", `${first ? this.#value(first.name) : 0}`);
    made.setAttribute("aria-valuetext", said || "Drag it");
    made.title = `${called}${said ? `: ${said}` : ""}`;
    if (document.activeElement === made) this.#tellNow(made.dataset.handle ?? "");
  }

  /** @param {string} name a number, with its value */
  #words(name) {
    const it = this.#numbers.get(name);
    return it ? `${it.key.replaceAll("_", " ")} ${this.#value(name)}${it.unit === "°" ? "°" : ` ${it.unit}`}` : "";
  }

  /** @param {string} name */
  #value(name) {
    return this.#told.numbers[name] ?? this.#told.joints?.[name] ?? 0;
  }

  /** @param {string} name of the handle that is in use */
  #tellNow(name) {
    this.places.now.textContent = this.#made.get(name)?.title ?? "";
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} name
   */
  #press(event, name) {
    const way = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const by = this.#handles.find((each) => each.name === name)?.by ?? [];
    const number = by[event.key === "ArrowUp" || event.key === "ArrowDown" ? 1 : 0] ?? by[0];
    const it = this.#numbers.get(number ?? "");
    if (!it) return;
    const value = Math.min(it.most, Math.max(it.least, this.#value(number) + way * (event.shiftKey ? LARGE : 1)));
    this.#told = { ...this.#told, numbers: { ...this.#told.numbers, [number]: value } }; // the next key may come first
    this.told.bent(number, value);
  }

  /** @param {PointerEvent} event */
  #take(event) {
    const name = this.#nearest(event);
    if (event.button !== 0 || !name) return;
    event.preventDefault();
    this.places.stage.setPointerCapture(event.pointerId);
    this.#pointAt(name);
    this.#drag = { name, x: event.clientX, y: event.clientY, box: this.#box };
    this.#made.get(name)?.focus({ preventScroll: true });
    this.told.begun();
  }

  /**
   * The handle that a pointer takes: joints lie so near to each other that it is the nearest one, wherever they overlap.
   * @param {{clientX: number, clientY: number}} at
   */
  #nearest({ clientX, clientY }) {
    const far = (/** @type {Handle} */ { name }) => {
      const box = this.#made.get(name)?.getBoundingClientRect();
      return box ? Math.hypot(clientX - box.left - box.width / 2, clientY - box.top - box.height / 2) : Infinity;
    };
    const taken = this.#handles.filter((each) => this.#isTaken(each)).map((each) => ({ name: each.name, far: far(each) }));
    const near = taken.sort((one, other) => one.far - other.far)[0];
    return near && near.far <= REACH ? near.name : undefined;
  }

  /** @param {string | undefined} name */
  #pointAt(name) {
    this.places.stage.classList.toggle("pose-stage__view--near", Boolean(name));
    for (const [each, made] of this.#made) made.classList.toggle("pose-handle--near", each === name);
  }

  /** @param {PointerEvent} event */
  #pull(event) {
    if (!this.#drag) return;
    const unit = this.#drag.box[2] / this.places.stage.getBoundingClientRect().width;
    this.told.dragged(this.#drag.name, [(event.clientX - this.#drag.x) * unit, (event.clientY - this.#drag.y) * unit]);
  }

  #drop() {
    if (!this.#drag) return;
    this.#drag = undefined;
    this.told.dropped();
  }
}

/**
 * Whether what is seen can stay as it is: the pose is within it, and not small in it.
 * @param {Box} inner
 * @param {Box} outer
 */
function fits(inner, outer) {
  const isWithin = inner[0] >= outer[0] - 40 && inner[1] >= outer[1] - 40 && inner[0] + inner[2] <= outer[0] + outer[2] + 40;
  return isWithin && Math.abs(inner[1] + inner[3] - outer[1] - outer[3]) < 40 && inner[2] * inner[3] > 0.5 * outer[2] * outer[3];
}
