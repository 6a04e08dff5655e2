// The draft of a figure: what was changed and not written yet, with its steps back and forth, kept in this browser.
// @ts-check

/** @typedef {{[key: string]: any}} Rec a record, or a part of one */
/** @typedef {["poses" | "faults", number]} Place */
/** @typedef {{figure: Rec, faults: (Rec | null)[]}} Figures a figure, and how each fault looks */

const KEY = "limber-pose:";

export class PoseDraft {
  /** @type {string[]} */
  #past = [];
  #at = 0;

  /**
   * @param {string} id
   * @param {Figures} loaded what the file says
   * @param {string} seen which record of the file that is
   */
  constructor(id, loaded, seen) {
    this.id = id;
    this.loaded = JSON.stringify(loaded);
    const kept = read(KEY + id);
    this.isKept = Boolean(kept && kept.said !== this.loaded);
    this.seen = this.isKept && kept ? kept.seen : seen;
    /** @type {Figures} */
    this.now = JSON.parse(this.isKept && kept ? kept.said : this.loaded);
    this.#past = [JSON.stringify(this.now)];
  }

  /** @param {Place} place @returns {Rec} the pose, or how the fault looks */
  pose([of, number]) {
    return (of === "poses" ? this.now.figure.poses?.[number] : this.now.faults[number]) ?? {};
  }

  /** @param {Place} place @param {Rec} pose */
  put([of, number], pose) {
    if (of === "faults") this.now.faults[number] = pose;
    else this.now.figure.poses[number] = pose;
  }

  /** What was changed is a step that can be taken back. Says whether there was a change. */
  keep() {
    const said = JSON.stringify(this.now);
    if (said === this.#past[this.#at]) return false;
    this.#past = [...this.#past.slice(0, this.#at + 1), said];
    this.#at = this.#past.length - 1;
    this.#write();
    return true;
  }

  /** @param {-1 | 1} by one step back, or forth again */
  step(by) {
    if (!(by < 0 ? this.canUndo : this.canRedo)) return;
    this.#at += by;
    this.now = JSON.parse(this.#past[this.#at]);
    this.#write();
  }

  get canUndo() {
    return this.#at > 0;
  }

  get canRedo() {
    return this.#at < this.#past.length - 1;
  }

  /** What of it the file does not say. */
  get isChanged() {
    return JSON.stringify(this.now) !== this.loaded;
  }

  /** Nothing is left to keep. */
  drop() {
    write(KEY + this.id, null);
  }

  #write() {
    write(KEY + this.id, this.isChanged ? { said: JSON.stringify(this.now), seen: this.seen } : null);
  }
}

/** @param {string} id of an exercise whose figure is not written yet as it was left */
export const isKept = (id) => read(KEY + id) !== null;

/** @param {string} key @returns {{said: string, seen: string} | null} */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null; // storage is blocked
  }
}

/** @param {string} key @param {{said: string, seen: string} | null} kept */
function write(key, kept) {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // storage is blocked: a reload loses it
  }
}
