// Shows the end of a run in the timer's stage: figures of what was done and of what was not, the ways on; loaded during the run.
// @ts-check

import { cloneTemplate, fillParts, find, hide, setAttribute } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { loadStyles } from "../shared/style-sheet.js";
import { endScreen } from "./end-screen.js";

/** @typedef {import("./timer-screen.js").Screen} Screen */
/** @typedef {Screen["steps"][0]} Step */
/** @typedef {import("./end-screen.js").Way} Way */

const STYLES = new URL("../../components/timer-stage/timer-end.css", import.meta.url);
const ADVICE = gettext`If an exercise hurts more tomorrow, leave it out and ask a professional.`;

/** @type {Promise<unknown> | null} one style sheet for all timers of a page */
let styled = null;

export class TimerEnd {
  #root;
  #figures = made("div", "timer-end__figures");
  #advice = made("p", "", ADVICE);
  #again = made("details", "timer-end__again");
  #ways = made("div", "timer-stage__controls timer-end__ways");
  /** @type {Way[]} */
  #wanted = [];
  #shown = "";

  /**
   * @param {HTMLElement} stage
   * @param {string} root the site's, as seen from the page
   */
  constructor(stage, root) {
    this.#root = new URL(root, document.baseURI);
    find(stage, "[data-part=steps]").before(this.#figures, this.#ways, this.#advice, this.#again);
    styled ??= loadStyles(STYLES);
  }

  /**
   * The screen as the end changes it.
   * @param {Screen} screen
   * @param {import("./timer-screen.js").ScreenInput} given
   */
  changed(screen, given) {
    const changed = endScreen(screen, given);
    this.#wanted = changed.ways;
    return changed.screen;
  }

  /** Shows the rest of it; changes only what differs. @param {Screen} screen */
  show({ mode, phase, steps }) {
    const isEnd = mode === "ended";
    const key = JSON.stringify(isEnd && [phase, steps, this.#wanted]);
    if (key === this.#shown) return;
    this.#shown = key;
    const isWorked = phase === "done";
    const done = steps.filter(({ state }) => state === "done" || !isWorked); // where all was skipped, figures of what is there to do
    const left = steps.filter((step) => !done.includes(step));
    const isMany = steps.length > 1;
    hide(this.#figures, !isEnd || (!isMany && !steps[0].url)); // one without a picture has been named
    hide(this.#advice, !isWorked);
    hide(this.#again, !isEnd || !isWorked || !done.length || !isMany);
    hide(this.#ways, !isEnd);
    if (!isEnd) return;
    const shown = done.length ? [listOf("ul", "timer-end__done", done.map(tile))] : [];
    if (!isWorked && isMany) shown.unshift(made("h3", "", gettext`Skipped`));
    if (left.length) shown.push(made("h3", "", gettext`Left out`), listOf("ul", "timer-end__left", left.map(tile)));
    this.#figures.style.setProperty("--columns", `${[isMany ? 2 : 1, 2, 3, 4, 3, 3][Math.max(done.length, left.length) - 1] ?? 4}`); // columns
    this.#figures.replaceChildren(...shown);
    this.#again.replaceChildren(made("summary", "", gettext`Do one again`), listOf("ol", "timer-stage__steps", done.map(rowOf)));
    this.#offer();
    void import("./step-pictures.js").then((it) => it.pictureSteps(this.#figures.parentElement ?? document, this.#root), () => null);
  }

  /** What stays of a kind stays in the page, and with it the focus. */
  #offer() {
    const bar = this.#ways;
    while (bar.children.length > this.#wanted.length) bar.lastElementChild?.remove();
    this.#wanted.forEach(({ text, action = "", steps = [], rank }, at) => {
      const tag = action ? "button" : "a";
      const there = bar.children[at];
      const way = /** @type {HTMLElement} */ (there?.localName === tag ? there : made(tag, ""));
      if (!there) bar.append(way);
      else if (there !== way) there.replaceWith(way);
      way.textContent = text;
      way.className = rank ? `timer-end__${rank}` : "";
      if (!action) return setAttribute(way, "href", this.#root.href);
      setAttribute(way, "type", "button");
      setAttribute(way, "data-action", action);
      setAttribute(way, "data-step", steps.join());
    });
  }
}

/** The figure of an exercise above its name, and whether a part of it was done. @param {Step} step */
function tile(step) {
  const { name, state, state_word } = step;
  const item = made("li", "");
  item.append(pictured(made("span", "step-thumb"), step), made("span", "", name));
  if (state === "begun") item.append(made("small", "", state_word));
  return item;
}

/** A row that has its step done again. @param {Step} step */
function rowOf(step) {
  const row = cloneTemplate("jump");
  const { number, name, dose } = step;
  fillParts(row, { number, name, dose, note: "", state_word: "" });
  pictured(find(row, ".step-thumb"), step);
  Object.assign(find(row, "button").dataset, { action: "again", step: step.step });
  return row;
}

/** @param {HTMLElement} thumb @param {Step} step */
function pictured(thumb, { url, side }) {
  if (url) Object.assign(thumb.dataset, { exercise: url, side });
  return thumb;
}

/**
 * @param {string} tag
 * @param {string} name of its class
 * @param {HTMLElement[]} items
 */
function listOf(tag, name, items) {
  const list = made(tag, name);
  list.append(...items);
  return list;
}

/**
 * @param {string} tag
 * @param {string} name of its class
 * @param {string} [text]
 */
function made(tag, name, text = "") {
  return Object.assign(document.createElement(tag), { className: name, textContent: text });
}
