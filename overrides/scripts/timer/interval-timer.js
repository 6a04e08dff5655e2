// The element <interval-timer>: loads the routine that is asked for, and passes events of the page and of keys to its controller.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { loadStyles } from "../shared/style-sheet.js";
import { takeOver } from "./one-tab.js";
import { baseQuery, queryOf, sentencesFor, withoutChecksum } from "./timer-address.js";
import { TimerController } from "./timer-controller.js";
import { actionOf } from "./timer-keys.js";
import { screen } from "./timer-screen.js";
import { SessionStore, endedSession } from "./timer-session.js";
import { storedSettings } from "./timer-settings.js";
import { NoRoutine, notLoaded, roundsFor, routineFor } from "./timer-source.js";
import { TimerView } from "./timer-view.js";

/** @typedef {import("./timer-address.js").TimerRequest} TimerRequest */

const RUN_STYLES = new URL("../../components/timer-stage/timer-running.css", import.meta.url);
const NOT_STORED = gettext`This browser keeps nothing: a reload would lose your place.`;
const NO_SETTINGS = gettext`The settings could not be loaded.`;
const TAKEN_OVER = gettext`The timer went on in another tab.`;

/** @type {Promise<unknown> | null} one style sheet for all timers of a page */
let styled = null;

export class IntervalTimer extends HTMLElement {
  /** The timer that ran last: it takes the keys that no focused element needs. @type {IntervalTimer | null} */
  static #last = null;
  /** @type {TimerController | null} */
  #controller = null;
  /** @type {TimerView | null} */
  #view = null;
  /** @type {import("./timer-rounds.js").TimerRounds | null} */
  #rounds = null;
  /** What words a run, which the first view does without. @type {typeof import("./running-screen.js").running | undefined} */
  #running;
  /** @type {import("./timer-end.js").TimerEnd | null} */
  #end = null;
  /** @type {Promise<void> | null} */
  #runLoading = null;
  /** @type {Set<string>} */
  #notes = new Set();
  /** @type {Promise<HTMLDialogElement | null> | null} null: not asked for */
  #settings = null;
  #listening = new AbortController();
  #isOpening = false;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    document.addEventListener("visibilitychange", () => this.#controller?.beat(), { signal });
    document.addEventListener("fullscreenchange", () => this.#controller?.show(), { signal });
    addEventListener("pagehide", () => this.#leave(), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.#controller?.comeBack(), { signal });
    if (this.#controller) return this.#controller.comeBack(); // moved to another place in the page
    // The page's default is "start", so it does not count as a choice of level.
    const level = this.dataset.level === "goal" ? "goal" : null;
    const [, id] = this.dataset.src?.match(/api\/v1\/routines\/([a-z0-9-]{1,64})\.json$/) ?? [];
    if (!id || this.#isOpening) return;
    this.#isOpening = true; // moved before the answer came: one is enough
    void this.open({ kind: "routine", id, level, from: null });
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#leave();
  }

  /** @returns {string} the site's root, as seen from the page */
  get root() {
    return this.dataset.root ?? "";
  }

  /** Several sites may share a host, and with it the browser's storage: each has its own key in it. */
  get #site() {
    return new URL(this.root, document.baseURI).pathname;
  }

  /**
   * Load what is asked for and show it ready to start, or show why not.
   * @param {TimerRequest} request
   * @param {import("./timer-address.js").Note[]} [missing] what is not as the address has it
   * @returns {Promise<boolean>} whether there is something to be led through
   */
  async open(request, missing = []) {
    const store = this.store();
    try {
      const [routine, kept] = await Promise.all([routineFor(request, this.root), store.load(Date.now())]);
      const rounds = await roundsFor(routine);
      const settings = { ...storedSettings(), ...(request.level && { level: request.level }) };
      const found = routine.steps.findIndex(({ exercise: { id, old_ids } }) => [id, ...(old_ids ?? [])].includes(request.from ?? ""));
      if (request.from && found < 0) missing.push("absent");
      const notes = [...(await sentencesFor(missing)), ...(routine.notes ?? [])];
      for (const note of notes) this.#notes.add(note);
      const address = queryOf(request);
      // A stored session of the same routine goes on, whatever its first step and dose, unless the address asks for others.
      const ours = [kept, await endedSession(Date.now())].find(
        (session) => session && [session.address, baseQuery(session.address)].map(withoutChecksum).includes(withoutChecksum(address)),
      );
      const links = kept && kept !== ours ? [this.linkTo(kept)] : [];
      this.#controller = new TimerController({
        routine,
        settings,
        store,
        address,
        first: Math.max(0, found),
        notes: this.#notes,
        show: (given, main) => this.#show({ ...given, links: this.#controller?.run.state ? [] : links }, main),
        begins: () => {
          for (const note of [...notes, TAKEN_OVER]) this.#notes.delete(note); // read before Start; now they would take room
          this.#begins();
        },
      });
      if (ours) await this.#controller.restore(ours);
      if (this.#controller.run.isUnderWay) await Promise.all([this.#loadRun(), (styled ??= loadStyles(RUN_STYLES))]); // what goes on is not seen without
      if (this.#controller.run.state?.done) await this.#loadEnd();
      this.#view = new TimerView(this.stage, {
        ...this.#controller.actions,
        fullScreen: () => this.#toggleFullScreen(),
        settings: () => void this.#loadSettings().then((dialog) => this.#openSettings(dialog)),
      });
      this.#rounds = rounds && new rounds.TimerRounds(this.stage, this.#controller.actions);
      this.#fallback(false);
      this.#controller.show();
      styled ??= loadStyles(RUN_STYLES);
      if (!this.#running) void this.#loadRun();
      void this.#controller.loadDevices();
      void this.#loadSettings();
      if (!this.#end) void this.#loadEnd().then(() => this.#controller?.show());
      return true;
    } catch (problem) {
      if (!(problem instanceof NoRoutine)) throw problem;
      this.offer(problem.message, problem.links);
      return false;
    }
  }

  /**
   * Show a problem and links to go on, above what the page shows without a timer.
   * @param {string} problem
   * @param {{text: string, url: string}[]} links
   */
  offer(problem, links) {
    this.#view = new TimerView(this.stage, {});
    this.#fallback(true);
    this.#show({ mode: "problem", settings: storedSettings(), problem, links });
  }

  /** @param {import("./timer-session.js").Session} session */
  linkTo({ name, address }) {
    return { text: gettext`Resume ${name}`, url: `timer/${address}` };
  }

  store() {
    return new SessionStore(this.#site, () => {
      this.#notes.add(NOT_STORED);
      this.#controller?.show();
    });
  }

  /** @returns {HTMLElement} */
  get stage() {
    return /** @type {HTMLElement} */ (this.querySelector(".timer-stage"));
  }

  /** @param {boolean} isShown */
  #fallback(isShown) {
    this.stage.hidden = false;
    for (const part of this.querySelectorAll("[data-fallback]")) part.toggleAttribute("hidden", !isShown);
  }

  /**
   * @param {import("./timer-screen.js").ScreenInput} given
   * @param {string} [main] what the main button says in place of its usual word
   */
  #show(given, main) {
    // Begun before its words are there: shown once they have come, and asked for again where they did not.
    if (given.mode === "running" && !this.#running) return void this.#loadRun();
    const plain = screen(given, this.#running);
    const ended = this.#end?.changed(plain, given) ?? plain;
    const shown = this.#rounds?.changed(ended, given) ?? ended;
    this.#end?.show(shown);
    this.#view?.show(main ? { ...shown, main } : shown);
    this.#rounds?.show();
  }

  /** Loads what words a run. Where it does not come, a run that has begun pauses, and its place is stored. */
  #loadRun() {
    return (this.#runLoading ??= import("./running-screen.js").then(
      (it) => {
        this.#running = it.running;
        if (this.#view) this.#controller?.show();
      },
      () => {
        this.#runLoading = null;
        if (!this.#controller?.run.isUnderWay) return;
        this.#controller.stop();
        const { message: problem, links } = notLoaded("timer");
        this.#show({ mode: "problem", settings: storedSettings(), problem, links });
      },
    ));
  }

  /** Loads what only the end shows, during the run: without it, the end has its name and a button. */
  #loadEnd() {
    return import("./timer-end.js").then((it) => { this.#end = new it.TimerEnd(this.stage, this.root); }, () => {});
  }

  /** Loads the dialog of settings; asked again where it could not be. */
  #loadSettings() {
    return (this.#settings ??= import("./settings-dialog.js").then((it) => it.settingsDialog(this.root)).catch(() => null).then((dialog) => {
      if (dialog) this.#view?.add(dialog);
      else this.#settings = null;
      this.#controller?.show();
      return dialog;
    }));
  }

  /** Pressed before they were there. @param {HTMLDialogElement | null} dialog */
  #openSettings(dialog) {
    if (dialog) return dialog.showModal();
    this.#notes.add(NO_SETTINGS);
    this.#controller?.show();
  }

  #begins() {
    const last = IntervalTimer.#last;
    if (last && last !== this) last.#controller?.stop();
    IntervalTimer.#last = this;
    takeOver(`limber-timer ${this.#site}`, () => IntervalTimer.#last && IntervalTimer.#last.#giveWay());
  }

  #giveWay() {
    this.#notes.add(TAKEN_OVER);
    this.#controller?.giveWay();
  }

  #leave() {
    void this.#controller?.leave();
  }

  #toggleFullScreen() {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void this.stage.requestFullscreen().catch(() => {});
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const controller = this.#controller;
    const within = document.activeElement?.closest("interval-timer");
    const isMeant = within ? within === this : "page" in this.dataset || IntervalTimer.#last === this;
    const action = controller && isMeant ? actionOf(event) : null;
    if (!controller || !action) return;
    const begins = action === "main" && !controller.run.state; // after the end, only the button starts again
    if (!begins && !controller.run.isUnderWay) return;
    if (!within && !("page" in this.dataset) && !controller.run.isRunning) return;
    event.preventDefault();
    if (action === "main") controller.main();
    else controller.move(action);
  }
}
