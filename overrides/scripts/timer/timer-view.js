// Writes a screen into the stage's elements, and calls the action of each button and control.
// @ts-check

import { Parts, find, findAll, hide, setAttribute } from "../shared/dom.js";

/** @typedef {import("./timer-screen.js").Screen} Screen */
/** @typedef {Record<string, (...values: any[]) => void>} Actions named as the stage's data-action */

/** Where the first tap on Done ended the routine, a second one must not go on from there. */
const DOUBLE_TAP_MS = 800;
/** The lists whose rows have a control or a state. */
const ROWS = /** @type {const} */ (["steps", "jumps", "choices"]);

let count = 0;

export class TimerView {
  #stage;
  #actions;
  #root;
  #parts;
  #modal;
  /** @type {HTMLInputElement[]} */
  #controls = [];
  #mode = "";
  #changedAt = 0;
  /** @type {Promise<import("./timer-picture.js").TimerPicture | null> | undefined} words go on without it */
  #picture;

  /**
   * @param {HTMLElement} stage
   * @param {Actions} actions
   */
  constructor(stage, actions) {
    this.#stage = stage;
    this.#actions = actions;
    this.#root = new URL(stage.dataset.root ?? "", document.baseURI);
    if (!document.fullscreenEnabled) stage.querySelector("[data-action=fullScreen]")?.remove();
    this.#parts = new Parts(stage);
    this.#modal = findAll(stage, "[data-mode]");
    this.#control();
    // Radios outside of a form are one group per name and page, and a page may hold several timers.
    for (const control of this.#controls) if (control.type === "radio") control.name += `-${count}`;
    count += 1;
    stage.addEventListener("click", (event) => this.#press(event));
    stage.addEventListener("change", (event) => this.#choose(event));
  }

  /** Takes in a dialog that has come later. @param {HTMLElement} dialog */
  add(dialog) {
    if (!("vibrate" in navigator)) dialog.querySelector("[data-setting=vibration]")?.closest("label")?.remove();
    this.#stage.append(dialog);
    this.#parts.add(dialog);
    this.#control();
  }

  #control() {
    this.#controls = /** @type {HTMLInputElement[]} */ (findAll(this.#stage, "[data-setting]"));
  }

  /** @param {Screen} screen */
  show(screen) {
    const { mode, phase, paused, settings, exercise, ems, lasts: _, soon, ...values } = screen;
    const stage = this.#stage;
    const focused = stage.contains(document.activeElement);
    const turned = mode !== this.#mode;
    if (turned) this.#turn();
    this.#mode = mode;
    setAttribute(stage, "data-mode", mode);
    setAttribute(stage, "data-phase", paused ? "paused" : phase);
    setAttribute(stage, "data-side", exercise?.side ?? "");
    stage.toggleAttribute("data-soon", soon);
    for (const [name, size] of Object.entries(ems)) {
      const property = `--${name}-ems`;
      if (stage.style.getPropertyValue(property) !== `${size || 1}`) stage.style.setProperty(property, `${size || 1}`);
    }
    for (const part of this.#modal) hide(part, !part.dataset.mode?.split(" ").includes(mode));
    this.#fill(values, mode);
    if (turned && values.steps.some(({ url }) => url)) this.#listPictures();
    for (const control of this.#controls) set(control, settings);
    if (exercise) this.#picture ??= import("./timer-picture.js").then((it) => new it.TimerPicture(stage), () => null);
    this.#picture?.then((picture) => picture?.show(screen));
    const full = stage.querySelector("[data-action=fullScreen]");
    if (full) setAttribute(full, "aria-pressed", `${Boolean(document.fullscreenElement)}`);
    if (focused && !stage.querySelector(":focus:not([hidden], [hidden] *)")) this.#focusMain();
  }

  /**
   * @param {Pick<Screen, "steps" | "choices" | "links" | "needs" | "notes" | "routine_url">} values
   * @param {Screen["mode"]} mode
   */
  #fill({ steps, choices, links, routine_url, ...texts }, mode) {
    const address = (/** @type {string} */ url) => new URL(url, this.#root).href;
    const rows = { steps: mode === "ready" ? steps : [], jumps: mode === "running" ? steps : [], choices };
    const stepRow = (/** @type {Screen["steps"][0]} */ { number, name, dose, note, state_word }) => ({ number, name, dose, note, state_word });
    this.#parts.fill({
      ...texts,
      steps: rows.steps.map(stepRow),
      jumps: rows.jumps.map(stepRow),
      choices: choices.map(({ label }) => ({ label })),
      links: links.map(({ text, url }) => ({ text, url: address(url) })),
      routine_url: routine_url && address(routine_url),
    });
    for (const name of ROWS) {
      const items = find(this.#stage, `[data-part=${name}]`).children;
      rows[name].forEach((row, index) => mark(/** @type {HTMLElement} */ (items[index]), row));
    }
  }

  /** Draws the exercises that are listed, which the words do without. */
  #listPictures() {
    void import("./step-pictures.js").then((it) => it.pictureSteps(this.#stage, this.#root), () => null);
  }

  /** Another mode is shown from its top, with the list of steps closed. */
  #turn() {
    this.#changedAt = performance.now();
    for (const part of [this.#stage, ...findAll(this.#stage, ".timer-stage__page")]) part.scrollTop = 0;
    const list = this.#stage.querySelector("[data-dialog=list]");
    if (list instanceof HTMLDialogElement) list.close();
  }

  /** Focus the main button or, where there is none, the first way on. */
  #focusMain() {
    const choices = ["[data-action=main]", ".timer-end__ways > *", ".timer-stage__page a"];
    choices.flatMap((each) => findAll(this.#stage, each)).find((each) => each.getClientRects().length)?.focus();
  }

  /** @param {Event} event */
  #press(event) {
    const at = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    if (!(at instanceof HTMLButtonElement)) return;
    const { action = "", step } = at.dataset;
    const dialog = findAll(this.#stage, "dialog").find((each) => each.dataset.dialog === action);
    if (dialog instanceof HTMLDialogElement) return dialog.showModal();
    at.closest("dialog")?.close();
    const isWay = at.closest(".timer-stage__controls");
    if (isWay && this.#mode === "ended" && performance.now() - this.#changedAt < DOUBLE_TAP_MS) return;
    this.#actions[action]?.(...(step ? step.split(",").map(Number) : []));
  }

  /** @param {Event} event */
  #choose({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    const { action, setting, step } = target.dataset;
    if (action === "alternative") return this.#actions.alternative(Number(step), target.checked);
    if (!setting || !target.reportValidity()) return;
    const value = target.type === "checkbox" ? target.checked : target.type === "radio" ? target.value : number(target);
    if (setting === "level") this.#actions.level(value);
    else this.#actions.setting(setting, value);
  }
}

/**
 * Sets what is not a text in a row: its step, its state, and whether its box is ticked.
 * @param {HTMLElement} item
 * @param {{step: number, on?: boolean, state?: string, url?: string, side?: string}} row
 */
function mark(item, { step, on = false, state = "", url, side }) {
  const box = item.querySelector("input");
  if (box) box.checked = on;
  const control = item.querySelector("[data-action]");
  if (control) setAttribute(control, "data-step", `${step}`);
  const thumb = item.querySelector(".step-thumb");
  if (thumb && url) setAttribute(thumb, "data-exercise", url);
  if (thumb && side) setAttribute(thumb, "data-side", side);
  const current = state === "now" ? "step" : null;
  if (item.ariaCurrent !== current) item.ariaCurrent = current;
}

/**
 * Sets a control to its setting, but for a number that is being typed.
 * @param {HTMLInputElement} control
 * @param {Screen["settings"]} settings
 */
function set(control, settings) {
  const value = settings[/** @type {keyof Screen["settings"]} */ (control.dataset.setting)];
  const checked = control.type === "radio" ? control.value === value : Boolean(value);
  if (control.type === "radio" || control.type === "checkbox") control.checked = checked;
  else if (control !== document.activeElement) control.value = `${value ?? ""}`;
}

/** @param {HTMLInputElement} control */
const number = (control) => (control.value === "" ? null : Number(control.value));
