// Shows groups in the timer's stage: names, lists of steps, and numbers that the visitor counts; loaded where there are any.
// @ts-check

import { find, findAll, hide } from "../shared/dom.js";
import { gettext, pgettext } from "../shared/gettext.js";
import { loadStyles } from "../shared/style-sheet.js";
import { ems } from "../shared/time-words.js";
import { withGroups } from "./group-screen.js";
import { complete, pause, resume } from "./playback.js";

/** @typedef {import("./group-screen.js").Rounds} Rounds */
/** @typedef {import("./group-screen.js").Tally} Tally */
/** @typedef {import("./timer-screen.js").Screen} Screen */

const STYLES = new URL("../../components/timer-stage/timer-rounds.css", import.meta.url);
const MOST = 999;
/** A longer list may have to be scrolled on a small screen, and one with notes. */
const MOST_AT_ONCE = 5;

/** @type {Promise<unknown> | null} one style sheet for all timers of a page */
let styled = null;

export class TimerRounds {
  #stage;
  #actions;
  #name = made("span", "timer-stage__group");
  #tasks = made("ul", "timer-stage__tasks");
  #now = made("div", "timer-stage__tallies");
  #then = made("div", "timer-stage__tallies");
  #pause;
  #finish;
  /** @type {Rounds | null} */
  #wanted = null;
  #mode = "";
  #shown = "";

  /**
   * @param {HTMLElement} stage
   * @param {Record<string, (...values: any[]) => void>} actions of the controller
   */
  constructor(stage, actions) {
    this.#stage = stage;
    this.#actions = actions;
    this.#pause = button(pgettext("of the timer", gettext`Pause`), () =>
      actions.apply((/** @type {any} */ state, /** @type {any} */ _, /** @type {number} */ now) => pause(state, now)));
    this.#finish = button(gettext`Finish`, () =>
      actions.apply((/** @type {any} */ state, /** @type {any} */ intervals, /** @type {number} */ now) => complete(resume(state, now), intervals, now)));
    find(stage, ".timer-stage__phase").append(this.#name);
    find(stage, ".timer-stage__field").append(this.#tasks);
    find(stage, ".timer-stage__ahead").prepend(this.#now);
    find(stage, "[data-part=steps]").after(this.#then);
    find(stage, ".timer-stage__controls").append(this.#pause);
    // From two metres, a tap anywhere is easier than one on a button.
    find(stage, ".timer-stage__field").addEventListener("click", () => this.#wanted?.mayPause && actions.main());
    styled ??= loadStyles(STYLES);
  }

  /**
   * The screen as groups change it.
   * @param {Screen} screen
   * @param {import("./timer-screen.js").ScreenInput} given
   */
  changed(screen, given) {
    const changed = withGroups(screen, given);
    this.#wanted = changed.rounds;
    this.#mode = given.mode;
    return changed.screen;
  }

  /** Shows the rest of it, once the view has shown the screen; changes only what differs. */
  show() {
    const wanted = this.#wanted;
    const key = JSON.stringify([this.#mode, wanted]);
    if (!wanted || key === this.#shown) return;
    this.#shown = key;
    const { name, isCounting, tasks, mayPause, mayFinish, heads, tallies } = wanted;
    const isRunning = this.#mode === "running";
    this.#stage.toggleAttribute("data-counting", isCounting);
    this.#name.textContent = isCounting ? "" : name; // there it stands in large
    this.#list(tasks);
    for (const list of findAll(this.#stage, ".timer-stage__steps[data-row]")) headed(list, heads);
    this.#tally(this.#now, isRunning ? tallies : []);
    this.#tally(this.#then, isRunning ? [] : tallies);
    if (mayFinish) this.#now.append(this.#finish);
    else this.#finish.remove();
    if (document.activeElement === this.#pause && !mayPause) find(this.#stage, "[data-action=main]").focus();
    hide(this.#pause, !mayPause);
  }

  /** @param {Rounds["tasks"]} tasks */
  #list(tasks) {
    hide(this.#tasks, !tasks.length);
    this.#tasks.tabIndex = tasks.length > MOST_AT_ONCE || tasks.some(({ note }) => note) ? 0 : -1; // else no key would scroll it
    const widest = Math.max(1, ...tasks.map(({ name, dose }) => ems(`${name} ${dose}`)));
    this.#tasks.style.setProperty("--tasks", `${tasks.length || 1}`);
    this.#tasks.style.setProperty("--task-ems", `${widest}`);
    this.#tasks.replaceChildren(
      ...tasks.map(({ name, dose, note }) => {
        const item = document.createElement("li");
        item.append(Object.assign(made("b", ""), { textContent: name }), ` ${dose}${note && ` – ${note}`}`);
        return item;
      }),
    );
  }

  /**
   * A row for each number: one less, the number, one more. A row that is there stays, and with it the focus.
   * @param {HTMLElement} place
   * @param {Tally[]} tallies
   */
  #tally(place, tallies) {
    const rows = /** @type {HTMLElement[]} */ ([...place.querySelectorAll(".timer-stage__tally")]);
    const isOf = (/** @type {HTMLElement} */ row, /** @type {Tally} */ { key, label }) => row.dataset.key === key && row.ariaLabel === label;
    for (const row of rows) if (!tallies.some((tally) => isOf(row, tally))) row.remove();
    for (const tally of tallies) {
      const there = rows.find((row) => isOf(row, tally));
      const row = there ?? this.#row(tally);
      if (!there) place.append(row);
      const field = /** @type {HTMLInputElement} */ (row.querySelector("input"));
      const value = `${tally.value ?? ""}`;
      if (field.value !== value && document.activeElement !== field) field.value = value;
    }
    hide(place, !tallies.length);
  }

  /** @param {Tally} tally */
  #row({ key, label, usual }) {
    const row = made("div", "timer-stage__tally");
    row.dataset.key = key;
    row.role = "group";
    row.ariaLabel = label;
    const field = Object.assign(document.createElement("input"), { type: "number", min: "0", max: `${MOST}`, placeholder: "–" });
    field.inputMode = "numeric";
    field.ariaLabel = label;
    const set = (/** @type {number} */ value) => {
      const number = Math.min(MOST, Math.max(0, Math.round(value)));
      field.value = `${number}`;
      this.#actions.apply((/** @type {import("./playback.js").State} */ state) =>
        ({ ...state, counted: { ...state.counted, [key]: number } }));
    };
    field.addEventListener("change", () => field.value !== "" && set(Number(field.value)));
    const step = (/** @type {number} */ by) => set(field.value === "" ? usual : Number(field.value) + by);
    const less = Object.assign(button("−", () => step(-1)), { ariaLabel: gettext`One less` });
    const more = Object.assign(button("+", () => step(1)), { ariaLabel: gettext`One more` });
    const name = Object.assign(made("span", ""), { textContent: label });
    name.ariaHidden = "true"; // the field's own label says it
    row.append(name, less, field, more);
    return row;
  }
}

/**
 * Sets the name of each group above its first step in a list.
 * @param {HTMLElement} list
 * @param {Rounds["heads"]} heads
 */
function headed(list, heads) {
  [...list.children].forEach((item, step) => {
    const text = heads.find((head) => head.step === step)?.text ?? "";
    const there = item.querySelector(".timer-stage__head");
    if (there && !text) there.remove();
    if (!text || there?.textContent === text) return;
    const head = there ?? made("p", "timer-stage__head");
    head.textContent = text;
    if (!there) item.prepend(head);
  });
}

/**
 * @param {string} tag
 * @param {string} name of its class
 */
function made(tag, name) {
  return Object.assign(document.createElement(tag), { className: name });
}

/**
 * @param {string} words
 * @param {() => void} press
 */
function button(words, press) {
  const it = Object.assign(document.createElement("button"), { type: "button", textContent: words });
  it.addEventListener("click", press);
  return it;
}
