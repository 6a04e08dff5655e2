// Keeps a plan in the page's address and its undo history in the browser's: a reload or the back button lose nothing.
// @ts-check

import { remembered, validHistory, steppedTo } from "./plan-draft.js";

/** Some browsers allow no more than a hundred changes of the address in half a minute. */
const PAUSE_MS = 400;

export class PlanAddress {
  undoHistory = validHistory(null);
  /** Whether the next change is an entry of its own in the browser's history. */
  #apart = false;
  #timer = 0;
  /** @type {string | null} the fragment that the address is to have */
  #pending = null;

  constructor() {
    addEventListener("pagehide", () => this.#flush());
    addEventListener("hashchange", renewStart);
  }

  /**
   * To be called when a link was opened. The address stays as it is until the plan is changed.
   * @param {boolean} whole whether the plan is all that the link has; if not, the link stays in the browser's history
   */
  opened(whole) {
    clearTimeout(this.#timer);
    this.#pending = null;
    this.#apart = !whole;
    this.undoHistory = validHistory(history.state);
  }

  /**
   * @param {string} before the plan's fragment before the change
   * @param {string} now
   * @param {string} typed which text was typed into, if any
   */
  changed(before, now, typed) {
    if (now === before) return;
    this.undoHistory = remembered(this.undoHistory, before, typed);
    this.#keep(now, typed !== "");
  }

  /**
   * Undo or redo: returns the plan's fragment then, or null where there is none.
   * @param {string} now
   * @param {"undo" | "redo"} direction
   */
  step(now, direction) {
    const stepped = steppedTo(this.undoHistory, now, direction);
    if (!stepped) return null;
    this.undoHistory = stepped.edits;
    this.#keep(stepped.plan, false);
    return stepped.plan;
  }

  /**
   * @param {string} fragment
   * @param {boolean} later
   */
  #keep(fragment, later) {
    this.#pending = fragment;
    clearTimeout(this.#timer);
    if (later) this.#timer = window.setTimeout(() => this.#flush(), PAUSE_MS);
    else this.#flush();
  }

  #flush() {
    if (this.#pending === null) return;
    const { undo, redo } = this.undoHistory;
    const address = `${location.pathname}?edit${this.#pending}`;
    try {
      if (this.#apart) history.pushState({ undo, redo }, "", address);
      else history.replaceState({ undo, redo }, "", address);
      this.#apart = false;
      this.#pending = null;
      renewStart();
    } catch {
      this.#timer = window.setTimeout(() => this.#flush(), 10 * PAUSE_MS);
    }
  }
}

/** An app that is installed starts at the address at which its manifest was last requested, so it is requested again. */
function renewStart() {
  const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("[rel=manifest]"));
  if (manifest) manifest.href = manifest.href;
}
