// Stores on the device on which day a routine was last done.
// @ts-check

import { LOCALE, gettext } from "../shared/gettext.js";

const KEY = "limber-done";

/**
 * `Last done: 20 November`; empty where the date is not one.
 * @param {string} date as in 2026-11-20, or anything that a visitor's storage holds
 * @param {Date} today
 */
export function lastDone(date, today) {
  if (date === dayOf(today)) return gettext`Done today`;
  const day = new Date(/^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T12:00` : NaN);
  if (Number.isNaN(day.valueOf())) return "";
  const year = day.getFullYear() === today.getFullYear() ? undefined : "numeric";
  return gettext`Last done: ${{ day: day.toLocaleDateString(LOCALE, { day: "numeric", month: "long", year }) }}`;
}

/**
 * The date in the time zone of the device, as in 2026-11-20.
 * @param {Date} date
 */
export function dayOf(date) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @returns {Record<string, unknown>} each routine's last day, by its address */
function storedDays() {
  try {
    return Object(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return {}; // storage is blocked, or does not hold JSON
  }
}

/** The day on which one routine was last done, stored on the device. */
export class DoneDays {
  #routine;
  #last;

  /** @param {string} routine */
  constructor(routine) {
    this.#routine = routine;
    this.#last = String(storedDays()[routine]);
  }

  /**
   * @param {Date} today
   * @returns {boolean} whether the device keeps it
   */
  mark(today) {
    this.#last = dayOf(today);
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...storedDays(), [this.#routine]: this.#last }));
      return true;
    } catch {
      return false;
    }
  }

  /** @param {Date} today */
  screenValues(today) {
    return { last_done: lastDone(this.#last, today), marked: this.#last === dayOf(today) };
  }
}
