// The element <programme-today>: which week of a programme it is, what is due, and the way into the timer at that week's doses.
// @ts-check

import { announce, fillParts, find } from "../shared/dom.js";
import { LOCALE, gettext } from "../shared/gettext.js";
import { minutes, parsed } from "../shared/time-words.js";
import { dayOf } from "../timer/done-days.js";
import { dateOf, dayNumber, doseWords, dueOn, nextDay, placeIn, stretches, validStarts, weekday } from "./programme-days.js";

/** @typedef {import("./programme-days.js").Programme} Programme */
/** @typedef {import("./programme-days.js").PhaseSession} PhaseSession */
/** @typedef {import("./programme-days.js").PlannedSession} PlannedSession */
/** @typedef {import("./programme-days.js").Place} Place */

const WAIT_MS = 20_000;
const KEY = "limber-programmes";
/** The message for each result of handOver(). */
const SAVED = {
  saved: gettext`Saved. Open the file in your calendar: at 7:30, where the programme names no time.`,
  shared: gettext`The file was handed on. Open it in your calendar.`,
  left: "",
  again: gettext`Your phone wants another tap: save it once more.`,
};
const NOT_LOADED = gettext`The way into the timer could not be loaded. Try again in a moment.`;
const OWN_DOSES = gettext`The timer has the routine’s own doses; do the ones above.`;

/** It is hidden until this script has what it shows. */
class ProgrammeToday extends HTMLElement {
  /** @type {Programme | null} */
  #programme = null;
  /** @type {string[]} the first day, and the days on which one went on to a phase behind an open one */
  #starts = [];

  async connectedCallback() {
    find(this, "form").addEventListener("submit", (event) => this.#begin(/** @type {SubmitEvent} */ (event)));
    find(this, "[data-reached]").addEventListener("click", () => this.#goOn());
    find(this, "[data-calendar]").addEventListener("click", () => void this.#save());
    document.addEventListener("visibilitychange", () => document.hidden || this.#show());
    try {
      const address = `${this.dataset.root}api/v1/programmes/${this.dataset.programme}.json`;
      const answer = await fetch(address, { signal: AbortSignal.timeout(WAIT_MS) });
      this.#programme = answer.ok ? parsed(await answer.text()) : null;
    } catch {
      // as with an answer that is none
    }
    if (!this.#programme) return this.remove(); // the page says all there is without it
    this.#starts = validStarts(stored()[this.#programme.id], this.#programme);
    await this.#show();
    this.hidden = false;
  }

  /** @param {SubmitEvent} event */
  #begin(event) {
    event.preventDefault();
    const first = new FormData(/** @type {HTMLFormElement} */ (event.target)).get("first");
    if (!this.#programme || !validStarts([first], this.#programme).length) return;
    this.#keep([...this.#starts.slice(0, -1), String(first)]);
  }

  #goOn() {
    this.#keep([...this.#starts, dayOf(new Date())]);
  }

  async #save() {
    const modules = await Promise.all([import("./programme-calendar.js"), import("../shared/hand-over.js")]).catch(() => null);
    if (!modules || !this.#programme) return this.#say(gettext`The calendar file could not be made. Try again in a moment.`);
    const [{ programmeCalendar }, { handOver }] = modules;
    const url = location.origin + location.pathname;
    const text = programmeCalendar({ programme: this.#programme, starts: this.#starts, url, now: new Date() });
    const name = `${this.#programme.id}.ics`;
    const result = await handOver(new File([text], name, { type: "text/calendar;charset=utf-8" }), window);
    this.#say(SAVED[result]);
  }

  /** @param {string} words */
  #say(words) {
    announce(find(this, "[role=status]"), words);
  }

  /** @param {string[]} starts */
  #keep(starts) {
    this.#starts = starts;
    const { id } = /** @type {Programme} */ (this.#programme);
    let said = gettext`Kept in this browser.`;
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...stored(), [id]: starts }));
    } catch {
      said = gettext`This browser keeps nothing, so the day is forgotten when you leave.`;
    }
    this.#show();
    this.#say(said);
  }

  async #show() {
    const programme = this.#programme;
    if (!programme) return;
    const today = dayNumber(dayOf(new Date()));
    const begun = this.#starts.length > 0;
    const place = begun ? placeIn(programme, this.#starts, today) : null;
    const due = place ? dueOn(programme, place, today) : [];
    const rows = await Promise.all(due.map((index) => this.#session(programme, /** @type {Place & {kind: "in"}} */ (place), index)));
    fillParts(this, {
      where: place ? where(place, today) : gettext`When do you begin?`,
      sessions: rows,
      next: place && !rows.length ? this.#next(programme, today) : "",
      reached: this.#reached(programme, place),
      label: begun ? gettext`First day` : gettext`Your first day. It stays in this browser.`,
      keep: begun ? gettext`Change` : gettext`Begin`,
      calendar: begun ? gettext`Save to your calendar` : "",
    });
    const field = /** @type {HTMLInputElement} */ (find(this, "input"));
    field.value = this.#starts.at(-1) ?? dateOf(today + ((7 - weekday(today)) % 7));
    markWeeks(place);
  }

  /**
   * What the element shows of a session that is due.
   * @param {Programme} programme
   * @param {Place & {kind: "in"}} place
   * @param {number} index
   */
  async #session(programme, place, index) {
    const session = programme.phases[place.phase].sessions[index];
    const planned = place.weeks.sessions[index];
    const start = await this.#start(session, planned, gettext`${session.name}, week ${place.week}`);
    return {
      name: session.name,
      facts: [often(session), length(planned)].filter(Boolean).join(" · "),
      doses: planned.doses.map(doseWords),
      ...start,
    };
  }

  /**
   * The way into the timer: of the routine, or where doses differ, of a plan with these.
   * @param {PhaseSession} session
   * @param {PlannedSession} planned
   * @param {string} title
   */
  async #start({ routine, level }, { doses }, title) {
    const own = `${this.dataset.root}timer/?routine=${routine}&level=${level}`;
    if (!doses.length) return { start: own, note: "" };
    const module = await import("./programme-plan.js").catch(() => null);
    if (!module) return { start: "", note: NOT_LOADED };
    const { plan, problem } = await module.sessionPlan(this.dataset.root ?? "", routine, level, doses, title);
    if (problem) return { start: "", note: problem };
    return plan ? { start: `${this.dataset.root}timer/${plan}`, note: "" } : { start: own, note: OWN_DOSES };
  }

  /** @param {Programme} programme @param {number} today */
  #next(programme, today) {
    const next = nextDay(programme, this.#starts, today);
    if (!next) return "";
    const names = next.due.map((index) => programme.phases[next.place.phase].sessions[index].name).join(", ");
    return next.day === today + 1 ? gettext`Next: tomorrow, ${names}.` : gettext`Next: ${{ day: longDay(next.day) }}, ${names}.`;
  }

  /** When one goes on from an open phase to the next. @param {Programme} programme @param {Place | null} place */
  #reached(programme, place) {
    const last = stretches(programme).length === this.#starts.length;
    return place?.kind === "in" && !last && !programme.phases[place.phase].weeks ? programme.phases[place.phase].until : "";
  }
}

/** @returns {Record<string, unknown>} */
function stored() {
  try {
    return Object(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return {}; // storage is blocked, or does not hold JSON
  }
}

/** @param {Place} place @param {number} today */
function where(place, today) {
  if (place.kind === "before") return place.days === 1 ? gettext`Begins tomorrow` : gettext`Begins on ${{ day: longDay(today + place.days) }}`;
  return place.kind === "over" ? gettext`All weeks are done` : gettext`Week ${place.week}, ${{ day: dayName(today) }}`;
}

/** How often on its day, where that is not once. @param {PhaseSession} session */
function often({ times_a_day, times_a_week, every_minutes, words }) {
  return times_a_day.max > 1 || times_a_week || every_minutes ? words : "";
}

/** @param {PlannedSession} planned */
function length({ length: { work_seconds: work, changeover_seconds: least, changeover_seconds_range: changes, estimated } }) {
  return minutes(work.min + least, work.max + (changes?.max ?? least), estimated);
}

/** @param {number} day */
const dayName = (day) => named(day, { weekday: "long" });

/** @param {number} day */
const longDay = (day) => named(day, { weekday: "long", day: "numeric", month: "long" });

/** @param {number} day @param {Intl.DateTimeFormatOptions} how */
const named = (day, how) => new Date(`${dateOf(day)}T12:00Z`).toLocaleDateString(LOCALE, { ...how, timeZone: "UTC" });

/** Marks the phase and the doses of this week. @param {Place | null} place */
function markWeeks(place) {
  const now = place?.kind === "in" ? place : null;
  for (const phase of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-phase]"))) {
    const isNow = now !== null && `${phase.dataset.phase}`.split(" ").includes(`${now.phase}`); // some are told of together
    if (phase.matches("a")) mark(phase, isNow);
    for (const weeks of /** @type {NodeListOf<HTMLElement>} */ (phase.querySelectorAll("[data-first]"))) {
      const { first, last = Infinity } = weeks.dataset;
      mark(weeks, isNow && now.week >= Number(first) && now.week <= Number(last));
    }
  }
}

/** @param {Element} element @param {boolean} isNow */
function mark(element, isNow) {
  if (isNow) element.setAttribute("aria-current", "date");
  else element.removeAttribute("aria-current");
}

customElements.define("programme-today", ProgrammeToday);
