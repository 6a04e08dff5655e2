// Controls one run of the timer: carries out what the visitor does, and keeps devices, stored session and screen up to date.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { absenceNote, awayWords } from "./away-words.js";
import { DoneDays } from "./done-days.js";
import { add, back, end, pause, position, skip } from "./playback.js";
import { baseQuery } from "./timer-address.js";
import { TimerRun } from "./timer-run.js";
import { storeSettings, storedSettings, withValid } from "./timer-settings.js";

/**
 * @typedef {import("./timer-settings.js").Settings} Settings
 * @typedef {import("./timer-session.js").Session} Session
 * @typedef {object} Setup what the element on the page provides
 * @property {import("../shared/timeline.js").Routine} routine
 * @property {string} address the query that asks for it
 * @property {number} first the step to begin with
 * @property {Settings} settings
 * @property {Set<string>} notes sentences about problems, shown for as long as they are in the set
 * @property {import("./timer-session.js").SessionStore} store
 * @property {(given: import("./timer-screen.js").ScreenInput, main: string) => void} show
 * @property {() => void} begins called when it begins to run, so that others pause
 */

const ADDED_SECONDS = 15;
/** How long a sentence about an absence stays on the screen. */
const AWAY_SHOWN_MS = 60_000;
/** A running session is stored this often although nothing changed, so that a restore knows when it was last seen. */
const STORED_EVERY_MS = 5000;
/** The settings that the timeline depends on. */
const TIMELINE_SETTINGS = ["level", "paced", "most", "prepare_seconds", "transition_seconds"];
const NO_DEVICES = gettext`Sound and vibration could not be loaded; the timer goes on without, and the screen may turn off.`;

export class TimerController {
  #setup;
  #settings;
  /** @type {number[]} steps that take the dose after "or" */
  #alternatives = [];
  #first;
  /** Whether the run was restored and nobody has tapped since: browsers begin no sound without a tap. */
  #isUntouched = false;
  #timeout = 0;
  #days;
  /** @type {import("./timer-devices.js").TimerDevices | null} null: not loaded, or not yet */
  #devices = null;
  /** The session that was stored last, as JSON, and when. */
  #stored = "";
  #storedAt = 0;

  /** @param {Setup} setup */
  constructor(setup) {
    this.#setup = setup;
    this.#settings = setup.settings;
    this.#first = setup.first;
    /** For others to read: only the controller changes it. */
    this.run = new TimerRun(setup.routine, this.#options);
    this.#days = new DoneDays(baseQuery(setup.address));
  }

  /**
   * Loads sound, vibration and wake lock, which the first view does without. A run that has begun before they come goes
   * on with them from then on, and without them if they do not come.
   */
  async loadDevices() {
    try {
      const { TimerDevices } = await import("./timer-devices.js");
      this.#devices = new TimerDevices(this.#settings, {
        beat: () => this.beat(),
        changed: () => this.show(),
        interrupted: () => this.stop(),
        pressed: (button) => this.#pressed(button),
      });
      if (this.#isHeard) this.#devices.play(this.run, Date.now());
    } catch {
      this.#setup.notes.add(NO_DEVICES);
    }
    this.show();
  }

  /** Whether it runs, and not only since a stored session went on: browsers start no sound without a tap. */
  get #isHeard() {
    return this.run.isRunning && !this.#isUntouched;
  }

  /** What each button does, by the name in its data-action; `apply` carries out any action of playback.js. */
  get actions() {
    return {
      main: () => this.main(),
      back: () => this.move("back"),
      skip: () => this.move("skip"),
      end: () => this.move("end"),
      add: () => this.#act((now) => this.run.act(now, (state, intervals) => add(state, intervals, ADDED_SECONDS, now))),
      jump: (/** @type {number} */ step) => this.#act((now) => this.run.jump(step, now)),
      restart: () => this.#fromFirst((now) => this.run.again(null, now)),
      goRound: () => this.#fromFirst((now) => this.run.goRound(now)),
      apply: (/** @type {import("./playback.js").Action} */ action) =>
        this.#act((now) => this.run.act(now, (state, intervals) => action(state, intervals, now))),
      again: (/** @type {number[]} */ ...steps) => this.#act((now) => this.run.again(steps, now)),
      resume: () => this.#act((now) => this.run.returnFromAbsence(now)),
      level: (/** @type {string} */ level) => this.#set("level", level),
      setting: (/** @type {string} */ name, /** @type {unknown} */ value) => this.#set(name, value),
      alternative: (/** @type {number} */ step, /** @type {boolean} */ on) => {
        const others = this.#alternatives.filter((one) => one !== step);
        this.#alternatives = on ? [...others, step] : others;
        this.#changeTimeline();
      },
      markDone: () => {
        const isKept = this.#days.mark(new Date());
        if (!isKept) this.#setup.notes.add(gettext`This browser keeps nothing: the day is marked until you leave the page.`);
        this.show();
      },
    };
  }

  main() {
    // A restored run goes on, without sound until a tap: "Resume" means to hear it, and not to pause it.
    this.#act((now) => (this.#isUntouched && this.run.isRunning ? this.run.follow(now) : this.run.main(now)));
  }

  /** @param {"back" | "skip" | "end"} direction */
  move(direction) {
    this.#act((now) => this.run.act(now, (state, intervals) => ({ back, skip, end })[direction](state, intervals, now)));
  }

  /** Pause; nobody needs to have tapped. */
  stop() {
    if (!this.run.isRunning) return;
    const now = Date.now();
    this.run.act(now, (state) => pause(state, now));
    this.#update(now);
  }

  /** Pause because another tab runs now, and leave the stored session to it. */
  giveWay() {
    this.#isUntouched = true;
    this.stop();
  }

  /** Bring everything up to the present time; to be called several times a second. */
  beat() {
    const { run } = this;
    if (!run.isRunning) return;
    const now = Date.now();
    this.#devices?.beat(run, now);
    run.follow(now);
    if (!run.isRunning) return this.#act(() => {}); // it has ended by itself, which counts as seen by somebody
    if (run.away && now - run.away.back > AWAY_SHOWN_MS) run.away = null;
    this.#store(now);
    this.show(now);
  }

  /**
   * Go on with a stored session, unless it does not fit this routine.
   * @param {Session} session
   */
  async restore(session) {
    const { validState } = await import("./stored-session.js");
    const now = Date.now();
    const { routine } = this.#setup;
    const { options, only, state, seen } = session;
    const { first, alternatives } = options;
    if (![first, ...(only ?? []), ...alternatives].every((step) => step < routine.steps.length)) return;
    const run = new TimerRun(routine, options, only);
    const valid = validState(state, run.intervals);
    if (!valid) return;
    run.restore(valid, seen, now);
    this.run = run;
    this.#settings = withValid(options, this.#settings);
    this.#alternatives = alternatives;
    this.#first = first;
    this.#isUntouched = true;
    this.#update(now);
  }

  /** The page goes: give the devices back and store the session. */
  leave() {
    clearTimeout(this.#timeout);
    const now = Date.now();
    this.run.follow(now);
    this.#store(now, true);
    this.#devices?.release();
  }

  /** The page is back as it was left. */
  comeBack() {
    this.run.follow(Date.now());
    this.#isUntouched = this.run.isRunning;
    this.#update(Date.now());
  }

  /** @param {number} [now] the time that the run was brought up to: a later one may be past the end of its interval */
  show(now = Date.now()) {
    const { run } = this;
    const { routine, state, intervals, away } = run;
    /** @type {import("./timer-screen.js").ScreenInput} */
    const given = {
      mode: !state ? "ready" : state.done ? "ended" : "running",
      routine,
      intervals,
      state,
      settings: this.#settings,
      alternatives: this.#alternatives,
      first: this.#first,
      options: this.#options,
      position: state && position(state, intervals, now),
      notes: [absenceNote(run, this.#isUntouched), ...this.#setup.notes, ...(state?.done ? [] : (this.#devices?.notes ?? []))].filter(Boolean),
      away: away?.reason === "short" ? awayWords(away) : "",
      ...this.#days.screenValues(new Date(now)),
    };
    this.#setup.show(given, this.#isUntouched && run.isUnderWay ? gettext`Resume` : "");
    clearTimeout(this.#timeout);
    // Just after the digits change; the worker's heartbeat stands in where a page's own timers are slowed.
    if (run.isRunning) this.#timeout = window.setTimeout(() => this.beat(), Math.min(250, 1005 - ((now - (state?.at ?? 0)) % 1000)));
  }

  /** @returns {import("../shared/timeline.js").Options} */
  get #options() {
    const { level, most, paced, prepare_seconds, transition_seconds } = this.#settings;
    return {
      level,
      most,
      paced,
      prepare_seconds,
      transition_seconds,
      switch_seconds: null,
      alternatives: this.#alternatives,
      first: this.#first,
    };
  }

  /**
   * Begins at the first step, also where the address asks for another.
   * @param {(now: number) => void} begin
   */
  #fromFirst(begin) {
    this.#first = 0;
    this.run.options = this.#options;
    this.#act(begin);
  }

  /** @param {"play" | "pause" | "back" | "skip"} button on the lock screen */
  #pressed(button) {
    if (!this.run.isUnderWay) return; // a locked screen must not start again what has ended
    if (button === "pause") this.stop();
    else if (button !== "play") this.move(button);
    else if (!this.run.isRunning || this.run.isWaiting) this.main();
  }

  /**
   * An action of the visitor. Browsers start sound and keep the screen on only in the same tap, before anything is
   * awaited.
   * @param {(now: number) => void} change
   */
  #act(change) {
    const now = Date.now();
    change(now);
    this.#isUntouched = false;
    this.#update(now);
  }

  /**
   * Brings devices, stored session and screen up to date after a change of the run.
   * @param {number} now
   */
  #update(now) {
    if (this.#isHeard) {
      this.#setup.begins();
      this.#devices?.play(this.run, now);
    } else if (this.run.state?.done) this.#devices?.end(now);
    else this.#devices?.halt();
    this.#store(now);
    this.show(now);
  }

  /**
   * @param {string} name of a setting
   * @param {unknown} value
   */
  #set(name, value) {
    this.#settings = withValid({ [name]: value }, this.#settings);
    storeSettings(withValid({ [name]: value }, storedSettings())); // without a level that only this address asks for
    this.#devices?.set(this.#settings);
    if (TIMELINE_SETTINGS.includes(name)) this.#changeTimeline();
    else if (this.#isHeard) this.#update(Date.now());
    else this.show();
  }

  /** Rebuilds the timeline after a change of its options, and stays at the same place. */
  #changeTimeline() {
    const now = Date.now();
    this.run.change(this.#options, now);
    if (this.run.state && !this.run.state.done) this.#update(now);
    else this.show();
  }

  /**
   * Stores the session if it changed, and now and then that it was seen. A restored one that nobody has touched is left
   * as it is: another tab may be at it.
   * @param {number} now
   * @param {boolean} [always]
   */
  #store(now, always = false) {
    const { routine, state, options, only, seen } = this.run;
    if (this.#isUntouched || !state) return;
    const json = JSON.stringify([state, options, only]);
    // An ended session is deleted once: later, the store may hold the session of another tab.
    if (json === this.#stored && (state.done || (now - this.#storedAt < STORED_EVERY_MS && !always))) return;
    this.#stored = json;
    this.#storedAt = now;
    const { address, store } = this.#setup;
    /** @type {Session} */
    const session = { version: 1, address, name: routine.short_name, options, only, state, seen };
    if (state.done) store.end(session);
    else void store.save(session);
  }
}
