// Conducts one run: carries out each action and keeps devices, store and screen in step with it.
// @ts-check

import { DoneDays } from "./done-days.js";
import { back, pause, skip } from "./playback.js";
import { shownOf } from "./shown-run.js";
import { bare } from "./timer-address.js";
import { TimerDevices } from "./timer-devices.js";
import { TimerKeeper, takenUp } from "./timer-keeper.js";
import { TimerRun } from "./timer-run.js";
import { keepSettings, keptSettings, withValid } from "./timer-settings.js";

/**
 * @typedef {import("./timer-settings.js").Settings} Settings
 * @typedef {import("./timer-session.js").Session} Session
 * @typedef {object} Given
 * @property {import("../shared/timeline.js").Routine} routine
 * @property {string} address the query that asks for it
 * @property {number} first the step to begin with
 * @property {Settings} settings
 * @property {Set<string>} notes sentences on what is not as it should be
 * @property {import("./timer-session.js").SessionStore} store
 * @property {(given: import("./timer-screen.js").Given, main: string) => void} show
 * @property {() => void} begins called when it begins to run, so that others pause
 */

/** What the timer has to say of an absence is said for so long. */
const SAID_MS = 60_000;
/** What makes another timeline */
const LAID_OUT = ["level", "paced", "most", "prepare_seconds", "transition_seconds"];

export class TimerConductor {
  /** @param {Given} given */
  constructor(given) {
    this.given = given;
    this.settings = given.settings;
    /** @type {number[]} */
    this.alternatives = [];
    this.first = given.first;
    this.run = new TimerRun(given.routine, this.options);
    /** Whether it goes on from before, and waits for a tap: without one no sound begins. */
    this.isUntouched = false;
    this.timer = 0;
    this.days = new DoneDays(bare(given.address));
    this.keeper = new TimerKeeper(given.store, given.address);
    this.devices = new TimerDevices(this.settings, {
      beat: () => this.beat(),
      changed: () => this.paint(),
      interrupted: () => this.stop(),
      pressed: (action) => this.pressed(action),
    });
  }

  /** @returns {import("../shared/timeline.js").Options} */
  get options() {
    const { level, most, paced, prepare_seconds, transition_seconds } = this.settings;
    const { alternatives, first } = this;
    return { level, most, paced, prepare_seconds, transition_seconds, switch_seconds: null, alternatives, first };
  }

  main() {
    // Sound waits for a tap and the time does not: whoever resumes a run that went on does not mean to pause it.
    this.tap((now) => (this.isUntouched && this.run.isRunning ? this.run.follow(now) : this.run.main(now)));
  }

  /** @param {"back" | "skip"} way */
  move(way) {
    this.tap((now) => this.run.act(now, (state, intervals) => ({ back, skip })[way](state, intervals, now)));
  }

  /** @param {"play" | "pause" | "back" | "skip"} button on the lock screen */
  pressed(button) {
    if (!this.run.isUnderWay) return; // nobody looks: what is over is not begun again
    if (button === "pause") this.stop();
    else if (button !== "play") this.move(button);
    else if (!this.run.isRunning || this.run.isWaiting) this.main();
  }

  /**
   * What someone does: whatever it changes, sound and screen are asked for in the same tap, before anything is awaited.
   * @param {(now: number) => void} change
   */
  tap(change) {
    const now = Date.now();
    change(now);
    this.isUntouched = false;
    this.settle(now);
  }

  /** Pause; nobody needs to have tapped. */
  stop() {
    if (!this.run.isRunning) return;
    const now = Date.now();
    this.run.act(now, (state) => pause(state, now));
    this.settle(now);
  }

  /** Pause, and leave what is kept to whoever runs now. */
  giveWay() {
    this.isUntouched = true;
    this.stop();
  }

  /** @param {number} now */
  settle(now) {
    if (this.run.isRunning && !this.isUntouched) {
      this.given.begins();
      this.devices.play(this.run, now);
    } else if (this.run.state?.done) this.devices.end();
    else this.devices.halt();
    this.keep(now);
    this.paint(now);
  }

  beat() {
    const { run } = this;
    if (!run.isRunning) return;
    const now = Date.now();
    this.devices.beat(run, now);
    run.follow(now);
    if (!run.isRunning) return this.tap(() => {}); // it came to its end alone, as if somebody were there
    if (run.away && now - run.away.back > SAID_MS) run.away = null;
    this.keep(now);
    this.paint(now);
  }

  /**
   * What nobody has touched here is kept as it was: another tab may be at it.
   * @param {number} now
   * @param {boolean} [certainly]
   */
  keep(now, certainly) {
    if (!this.isUntouched) this.keeper.keep(this.run, now, certainly);
  }

  /**
   * Take up a session that was kept of this routine.
   * @param {Session} session
   * @returns {boolean} whether it is one
   */
  restore(session) {
    const now = Date.now();
    const run = takenUp(this.given.routine, session, now);
    if (!run?.state) return false;
    Object.assign(this.run, run);
    const { options } = session;
    this.settings = withValid(options, this.settings);
    this.alternatives = options.alternatives;
    this.first = options.first;
    this.isUntouched = true;
    this.settle(now);
    return true;
  }

  /**
   * @param {string} name of a setting
   * @param {unknown} value
   */
  set(name, value) {
    this.settings = withValid({ [name]: value }, this.settings);
    keepSettings(withValid({ [name]: value }, keptSettings())); // not the level that only this address asks for
    this.devices.set(this.settings);
    if (LAID_OUT.includes(name)) this.layOut();
    else if (this.run.isRunning && !this.isUntouched) this.settle(Date.now());
    else this.paint();
  }

  /** The routine in other intervals, at the same place. */
  layOut() {
    const now = Date.now();
    this.run.change(this.options, now);
    if (this.run.state && !this.run.state.done) this.settle(now);
    else this.paint();
  }

  /** The page goes: what was lent is given back, and the session stays behind. */
  leave() {
    clearTimeout(this.timer);
    const now = Date.now();
    this.run.follow(now);
    this.keep(now, true);
    this.devices.release();
  }

  /** The page is back as it was left. */
  comeBack() {
    this.run.follow(Date.now());
    this.isUntouched = this.run.isRunning;
    this.settle(Date.now());
  }

  /** @param {number} [now] that for which the run was followed: a later one may lie behind the end of its interval */
  paint(now = Date.now()) {
    const { run } = this;
    this.given.show(shownOf(this, now), this.isUntouched && run.isUnderWay ? "Resume" : "");
    clearTimeout(this.timer);
    // Just after the digits change; the worker's beat stands in where a page's own timers are slowed.
    if (run.isRunning) this.timer = window.setTimeout(() => this.beat(), Math.min(250, 1005 - ((now - (run.state?.at ?? 0)) % 1000)));
  }
}
