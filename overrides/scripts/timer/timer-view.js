// Shows a screen in the stage's elements and reports what is pressed.
// @ts-check

import { TimerLists } from "./timer-lists.js";

/** @typedef {import("./timer-screen.js").Screen} Screen */
/** @typedef {Record<string, (...values: any[]) => void>} Actions named as the stage's data-action */

/** A second tap on Done, when the end has come with the first, must not start the whole again. */
const DOUBLE_TAP_MS = 800;

let count = 0;

export class TimerView {
  /**
   * @param {HTMLElement} stage
   * @param {Actions} actions
   */
  constructor(stage, actions) {
    this.stage = stage;
    this.actions = actions;
    this.mode = "";
    this.changed_at = 0;
    if (!document.fullscreenEnabled) stage.querySelector("[data-action=fullScreen]")?.remove();
    if (!("vibrate" in navigator)) stage.querySelector("[data-setting=vibration]")?.closest("label")?.remove();
    this.parts = all(stage, "[data-part]");
    this.sharers = all(stage, "[data-with]");
    this.modal = all(stage, "[data-mode]");
    this.controls = /** @type {HTMLInputElement[]} */ (all(stage, "[data-setting]"));
    // Radios outside of a form are one group on a page, and there may be several timers on it.
    for (const control of this.controls) if (control.type === "radio" && !control.form) control.name += `-${count}`;
    count += 1;
    /** @type {Promise<import("./timer-picture.js").TimerPicture | null> | undefined} words go on without it */
    this.picture = undefined;
    this.lists = new TimerLists(stage);
    stage.addEventListener("click", (event) => this.press(event));
    stage.addEventListener("change", (event) => this.choose(event));
  }

  /**
   * Writes only what differs from what stands there.
   * @param {Screen} screen
   */
  show(screen) {
    const focused = this.stage.contains(document.activeElement);
    if (screen.mode !== this.mode) this.turn();
    this.mode = screen.mode;
    attribute(this.stage, "data-mode", screen.mode);
    attribute(this.stage, "data-phase", screen.paused ? "paused" : screen.phase);
    for (const name of /** @type {const} */ (["name_ems", "word_ems", "side_ems", "clock_ems"])) {
      const size = `${screen[name] || 1}`;
      const property = `--${name.replace("_", "-")}`;
      if (this.stage.style.getPropertyValue(property) !== size) this.stage.style.setProperty(property, size);
    }
    for (const part of this.modal) hide(part, !part.dataset.mode?.split(" ").includes(screen.mode));
    for (const part of this.sharers) hide(part, !valueOf(screen, part.dataset.with).length);
    for (const part of this.parts) this.fill(part, screen);
    for (const control of this.controls) set(control, screen.settings);
    this.lists.show(screen);
    if (screen.exercise?.url) this.picture ??= import("./timer-picture.js").then((it) => new it.TimerPicture(this.stage), () => null);
    this.picture?.then((picture) => picture?.show(screen));
    const full = this.stage.querySelector("[data-action=fullScreen]");
    if (full) attribute(full, "aria-pressed", `${Boolean(document.fullscreenElement)}`);
    const at = document.activeElement;
    if (focused && !(at && this.stage.contains(at) && isShown(at))) this.focusMain();
  }

  /** Another mode is another page: it begins at its top, and no list of what was lies above it. */
  turn() {
    this.changed_at = performance.now();
    for (const part of [this.stage, ...all(this.stage, ".timer-stage__page")]) part.scrollTop = 0;
    const list = this.stage.querySelector("[data-dialog=list]");
    if (list instanceof HTMLDialogElement) list.close();
  }

  /** On the main button; where there is none, on the first way out. */
  focusMain() {
    const choices = [...all(this.stage, "[data-action=main]"), ...all(this.stage, ".timer-stage__page a")];
    choices.find(isShown)?.focus();
  }

  /**
   * @param {HTMLElement} part
   * @param {Screen} screen
   */
  fill(part, screen) {
    const name = part.dataset.part;
    if (part instanceof HTMLProgressElement) {
      if (part.value !== screen.progress) part.value = screen.progress;
    } else if (part instanceof HTMLAnchorElement) {
      hide(part, !screen.routine_url);
      attribute(part, "href", new URL(screen.routine_url, this.lists.root).href);
    } else {
      const text = valueOf(screen, name);
      if (part.textContent !== text) part.textContent = text;
      if (name !== "status") hide(part, !text); // a live region must be there before its text
    }
  }

  /** @param {Event} event */
  press(event) {
    const at = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    if (!(at instanceof HTMLButtonElement)) return;
    const { action = "", step } = at.dataset;
    const dialog = all(this.stage, "dialog").find((each) => each.dataset.dialog === action);
    if (dialog instanceof HTMLDialogElement) return dialog.showModal();
    at.closest("dialog")?.close();
    const restarting = action === "main" && this.mode === "ended";
    if (restarting && performance.now() - this.changed_at < DOUBLE_TAP_MS) return;
    this.actions[restarting ? "restart" : action]?.(...(step ? [Number(step)] : []));
  }

  /** @param {Event} event */
  choose({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    const { action, setting, step } = target.dataset;
    if (action === "alternative") return this.actions.alternative(Number(step), target.checked);
    if (!setting || !target.reportValidity()) return;
    const value = target.type === "checkbox" ? target.checked : target.type === "radio" ? target.value : number(target);
    if (setting === "level") this.actions.level(value);
    else this.actions.setting(setting, value);
  }
}

/**
 * @param {ParentNode} from
 * @param {string} selector
 */
const all = (from, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (from.querySelectorAll(selector))];

/** @param {Element} part */
const isShown = (part) => part.getClientRects().length > 0;

/**
 * @param {HTMLElement} part
 * @param {boolean} hidden
 */
function hide(part, hidden) {
  if (part.hidden !== hidden) part.hidden = hidden;
}

/**
 * @param {Element} at
 * @param {string} name
 * @param {string} value
 */
function attribute(at, name, value) {
  if (at.getAttribute(name) !== value) at.setAttribute(name, value);
}

/**
 * @param {Screen} screen
 * @param {string | undefined} name
 */
const valueOf = (screen, name) => /** @type {string} */ (screen[/** @type {keyof Screen} */ (name)] ?? "");

/**
 * A visitor sets it, too, so that what stands there is asked and not what was written last.
 * @param {HTMLInputElement} control
 * @param {Screen["settings"]} settings
 */
function set(control, settings) {
  const value = settings[/** @type {keyof Screen["settings"]} */ (control.dataset.setting)];
  const checked = control.type === "radio" ? control.value === value : Boolean(value);
  if (control.type === "radio" || control.type === "checkbox") {
    if (control.checked !== checked) control.checked = checked;
  } else if (control !== document.activeElement && control.value !== `${value ?? ""}`) {
    control.value = `${value ?? ""}`;
  }
}

/** @param {HTMLInputElement} control */
const number = (control) => (control.value === "" ? null : Number(control.value));
