// Keeps a plan in the page's address, with the way back: a reload, another page and the back button lose nothing.
// @ts-check

import { remembered, validTrail, steppedTo } from "./plan-draft.js";

/** Some browsers refuse to be told an address more than a hundred times in half a minute. */
const PAUSE_MS = 400;

export class PlanAddress {
  constructor() {
    this.trail = validTrail(null);
    this.apart = false;
    this.timer = 0;
    /** @type {string | null} */
    this.pending = null;
    addEventListener("pagehide", () => this.flush());
    addEventListener("hashchange", renewStart);
  }

  /**
   * A link was opened. Until something is changed, the address stays as it is.
   * @param {boolean} whole whether the plan is all that the link says; if not, it stays one step back
   */
  opened(whole) {
    clearTimeout(this.timer);
    this.pending = null;
    this.apart = !whole;
    this.trail = validTrail(history.state);
  }

  /**
   * @param {string} before the plan's fragment before the change
   * @param {string} now
   * @param {"title" | "note" | ""} typed which text it is that grew by a letter
   */
  changed(before, now, typed) {
    if (now === before) return;
    this.trail = remembered(this.trail, before, typed);
    this.keep(now, typed !== "");
  }

  /**
   * The plan's fragment one step back or forth, if there is one.
   * @param {string} now
   * @param {"undo" | "redo"} way
   */
  step(now, way) {
    const stepped = steppedTo(this.trail, now, way);
    if (!stepped) return null;
    this.trail = stepped.trail;
    this.keep(stepped.plan, false);
    return stepped.plan;
  }

  /**
   * @param {string} fragment
   * @param {boolean} later
   */
  keep(fragment, later) {
    this.pending = fragment;
    clearTimeout(this.timer);
    if (later) this.timer = window.setTimeout(() => this.flush(), PAUSE_MS);
    else this.flush();
  }

  flush() {
    if (this.pending === null) return;
    const { undo, redo } = this.trail;
    const address = `${location.pathname}?edit${this.pending}`;
    try {
      if (this.apart) history.pushState({ undo, redo }, "", address);
      else history.replaceState({ undo, redo }, "", address);
      this.apart = false;
      this.pending = null;
      renewStart();
    } catch {
      this.timer = window.setTimeout(() => this.flush(), 10 * PAUSE_MS);
    }
  }
}

/** An icon on a home screen begins at the address that the page had when it named its manifest, so it names it again. */
function renewStart() {
  const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("[rel=manifest]"));
  if (manifest) manifest.href = manifest.href;
}
