// Works out where one is in a programme on a day, and which of its sessions are due.
// @ts-check

import { gettext } from "../shared/gettext.js";

/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/timeline.js").Range} Range */
/** @typedef {"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"} Day */
/**
 * @typedef {{routine: string, name: string, url: string, level: "start" | "goal", days: Day[], every_days: number,
 *   times_a_week: Range | null, every_weeks?: number, first_week?: number | null, times_a_day: Range, every_minutes: number, between: {from: string, to: string} | null,
 *   words: string}} PhaseSession
 * @typedef {{name: string, weeks: {first: number, last: number} | null, until: string, enter_when: string[],
 *   sessions: PhaseSession[]}} Phase
 * @typedef {{step: number, exercise: string, name: string, which?: string, dose: Dose,
 *   each_time?: {words: string} | null}} StepDose
 * @typedef {{work_seconds: Range, changeover_seconds: number, changeover_seconds_range?: Range, estimated?: true}} Length
 * @typedef {{length: Length, doses: StepDose[]}} PlannedSession
 * @typedef {{phase: number, first: number, last: number | null, words: string, sessions: PlannedSession[]}} Weeks
 * @typedef {{id: string, name: string, url: string, phases: Phase[], weeks: Weeks[]}} Programme as /api/v1/ has it
 */
/**
 * @typedef {{kind: "before", days: number} | {kind: "over"} | {kind: "in", phase: number, week: number, weeks: Weeks, dayOfPhase: number}} Place
 *   `week` is counted as in the programme, `dayOfPhase` from 0
 */

/** @type {Day[]} */
export const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAY_MS = 86_400_000;
/** The most days from one time of a session to the next: twelve weeks, and one more since the day may differ. */
export const AHEAD = 91;

/** The number of a day, so that days can be subtracted. @param {string} date as in 2026-11-20 */
export const dayNumber = (date) => Math.round(Date.parse(`${date}T00:00Z`) / DAY_MS);

/** @param {number} number */
export const dateOf = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The day of the week, from 0 for Monday. @param {number} number a day's */
export const weekday = (number) => (number + 3) % 7; // day 0, the first of 1970, was a Thursday

/**
 * The phases that are counted in weeks together: up to each open phase, behind which weeks are counted from 1 again.
 * @param {Pick<Programme, "phases">} programme
 */
export function stretches({ phases }) {
  /** @type {number[][]} */
  const found = [[]];
  phases.forEach(({ weeks }, phase) => {
    found[found.length - 1].push(phase);
    if (!weeks && phase < phases.length - 1) found.push([]);
  });
  return found;
}

/**
 * The days on which each stretch began, from what the browser stored.
 * @param {unknown} kept
 * @param {Programme} programme
 * @returns {string[]}
 */
export function validStarts(kept, programme) {
  if (!Array.isArray(kept)) return [];
  const sound = (/** @type {unknown} */ each) => typeof each === "string" && /^\d{4}-\d\d-\d\d$/.test(each) && !Number.isNaN(dayNumber(each));
  return kept.every(sound) ? kept.slice(0, stretches(programme).length) : [];
}

/**
 * @param {Programme} programme
 * @param {string[]} starts the first day of the programme, and of each stretch that one has come to; at least one
 * @param {number} today
 * @returns {Place}
 */
export function placeIn(programme, starts, today) {
  const phases = stretches(programme)[starts.length - 1];
  const day = today - dayNumber(starts[starts.length - 1]);
  if (day < 0) return { kind: "before", days: -day };
  const week = Math.floor(day / 7) + 1;
  let begins = 1;
  for (const phase of phases) {
    const { weeks } = programme.phases[phase];
    if (!weeks || week <= weeks.last) {
      const asked = programme.weeks.find((each) => each.phase === phase && week >= each.first && week <= (each.last ?? week));
      return asked ? { kind: "in", phase, week, weeks: asked, dayOfPhase: day - (begins - 1) * 7 } : { kind: "over" };
    }
    begins = weeks.last + 1;
  }
  return { kind: "over" };
}

/** A step's dose in words, with which one it is where its exercise comes again. @param {StepDose} of */
export const doseWords = ({ name, which, dose }) => gettext`${{ name: `${name}${which ? `, ${which}` : ""}` }}: ${{ dose: dose.words }}`;

/**
 * Whether a session is done in a week, by its number in the programme.
 * @param {PhaseSession} session
 * @param {number} week
 */
export function isInWeek({ every_weeks = 1, first_week }, week) {
  return !first_week || (week >= first_week && (week - first_week) % every_weeks === 0);
}

/**
 * Whether a session is due on a day of its phase; `any` where it is on so many days of the week, whichever these are.
 * @param {PhaseSession} session
 * @param {number} week
 * @param {number} dayOfPhase from 0
 * @param {number} today
 * @returns {"due" | "any" | "not"}
 */
export function isDue(session, week, dayOfPhase, today) {
  const { days, every_days, times_a_week } = session;
  if (!isInWeek(session, week)) return "not";
  if (days.length) return days.includes(WEEK[weekday(today)]) ? "due" : "not";
  if (times_a_week) return "any";
  return dayOfPhase % every_days === 0 ? "due" : "not";
}

/**
 * The sessions of a day by their numbers in their phase.
 * @param {Programme} programme
 * @param {Place} place
 * @param {number} today
 */
export function dueOn(programme, place, today) {
  if (place.kind !== "in") return [];
  const { sessions } = programme.phases[place.phase];
  return sessions.flatMap((session, index) => (isDue(session, place.week, place.dayOfPhase, today) === "not" ? [] : [index]));
}

/**
 * The next day after today with something due, if there is one within AHEAD days.
 * @param {Programme} programme
 * @param {string[]} starts
 * @param {number} today
 */
export function nextDay(programme, starts, today) {
  for (let day = today + 1; day <= today + AHEAD; day += 1) {
    const place = placeIn(programme, starts, day);
    const due = dueOn(programme, place, day);
    if (place.kind === "in" && due.length) return { day, place, due };
  }
  return null;
}
