// Writes a programme as an iCalendar file, from the day on which its reader begins.
// @ts-check

// A file without that day cannot be written, so there is none on the site. An event is that of a session in weeks that ask for
// the same: whoever saves the file again, on another day or in a later phase, replaces what was saved before.

import { calendarFile, localTime } from "../shared/calendar-file.js";
import { gettext } from "../shared/gettext.js";
import { plain } from "../shared/plain-text.js";
import { AHEAD, dateOf, dayNumber, doseWords, isDue, stretches, WEEK, weekday } from "./programme-days.js";

/** @typedef {import("./programme-days.js").Programme} Programme */
/** @typedef {import("./programme-days.js").PhaseSession} PhaseSession */
/** @typedef {import("./programme-days.js").PlannedSession} PlannedSession */
/** @typedef {import("../shared/calendar-file.js").Moment} Moment */
/** @typedef {{first: number, last: number | null, planned: PlannedSession, phaseFirst: number}} Run weeks by their numbers, and the first of their phase */
/** @typedef {{first: number, end: number | null, phaseBegins: number, weeksBegin: number}} Days of some weeks: the first, and the first behind
 *   them, if there is one; the first of their phase, and of week 1 */

const MORNING = 7 * 60 + 30; // as the calendar file of a routine has it
const EVENING = 19 * 60 + 30;

/**
 * @param {{programme: Programme, starts: string[], url: string, now: Moment}} of the first day of each stretch that one has
 *   come to; the address of the programme's page
 */
export function programmeCalendar({ programme, starts, url, now }) {
  const { hostname, pathname } = new URL(url);
  const folders = pathname.split("/").filter(Boolean).slice(0, -2).map((part) => part.replaceAll(".", "%2E"));
  const events = starts.flatMap((start, stretch) => {
    const until = starts[stretch + 1] === undefined ? null : dayNumber(starts[stretch + 1]);
    return stretches(programme)[stretch].flatMap((phase) =>
      programme.phases[phase].sessions.flatMap((session, index) =>
        runsOf(programme, phase, index).flatMap((run) => {
          const rule = ruleOf(session, daysOf(run, dayNumber(start), until));
          if (!rule) return [];
          return timesOf(session).map((minutes, time) => {
            const uid = [`${programme.id}-${phase + 1}-${run.first}-${index + 1}-${time + 1}`, ...folders].join(".");
            return { ...eventOf(session, run.planned, rule.first, minutes, url), rule: rule.rule, uid: `${uid}@${hostname}` };
          });
        }),
      ),
    );
  });
  return calendarFile(hostname, now, events);
}

/**
 * The weeks of a phase, those in one in which a session is the same.
 * @param {Programme} programme
 * @param {number} phase
 * @param {number} index the session's
 */
function runsOf(programme, phase, index) {
  /** @type {Run[]} */
  const runs = [];
  const own = programme.weeks.filter((weeks) => weeks.phase === phase);
  for (const { first, last, sessions } of own) {
    const planned = sessions[index];
    const before = runs.at(-1);
    if (before && JSON.stringify(before.planned) === JSON.stringify(planned)) before.last = last;
    else runs.push({ first, last, planned, phaseFirst: own[0].first });
  }
  return runs;
}

/**
 * The days of weeks; those that were left for the next stretch are not among them.
 * @param {Run} run
 * @param {number} start
 * @param {number | null} until
 * @returns {Days}
 */
function daysOf({ first, last, phaseFirst }, start, until) {
  const end = last === null ? until : Math.min(start + last * 7, until ?? Infinity);
  return { first: start + (first - 1) * 7, end, phaseBegins: start + (phaseFirst - 1) * 7, weeksBegin: start };
}

/**
 * The first day of a session in these days, and how it recurs; nothing where it has no day there.
 * @param {PhaseSession} session
 * @param {Days} days
 */
function ruleOf(session, { first, end, phaseBegins, weeksBegin }) {
  const { every_weeks = 1 } = session;
  const chosen = weekdays(session, weekday(first));
  const asked = chosen.length ? { ...session, days: chosen } : session;
  const ahead = Array.from({ length: AHEAD }, (_, day) => first + day);
  const due = ahead.find((day) => isDue(asked, Math.floor((day - weeksBegin) / 7) + 1, day - phaseBegins, day) === "due");
  if (due === undefined || (end !== null && due >= end)) return null;
  const by = chosen.map(code).join(",");
  // weeks of the programme begin on the day of the week that its reader chose
  const weeks = every_weeks > 1 ? `;INTERVAL=${every_weeks};WKST=${code(WEEK[weekday(weeksBegin)])}` : "";
  const every = chosen.length ? `FREQ=WEEKLY${weeks};BYDAY=${by}` : `FREQ=DAILY${session.every_days > 1 ? `;INTERVAL=${session.every_days}` : ""}`;
  const until = end === null ? "" : `;UNTIL=${dateOf(end - 1).replaceAll("-", "")}T235959`;
  return { first: due, rule: every + until };
}

/** A day of the week, as calendars have it. @param {string} day */
const code = (day) => day.slice(0, 2).toUpperCase();

/**
 * The days of the week of a session: its own, or as many as it asks for, evenly from the first one on; all where it is not done
 * in each week.
 * @param {PhaseSession} session
 * @param {number} from
 */
function weekdays({ days, times_a_week, every_weeks = 1 }, from) {
  if (every_weeks > 1 && !days.length && !times_a_week) return WEEK;
  if (days.length || !times_a_week) return WEEK.filter((day) => days.includes(day));
  const count = times_a_week.min;
  const chosen = Array.from({ length: count }, (_, index) => (from + Math.floor((index * 7) / count)) % 7);
  return WEEK.filter((_, index) => chosen.includes(index));
}

/** The times of the day of a session, in minutes since midnight. @param {PhaseSession} session */
function timesOf({ times_a_day, every_minutes, between }) {
  const [first, last] = between ? [between.from, between.to].map(minutesOf) : [MORNING, EVENING];
  if (every_minutes) return Array.from({ length: Math.floor((last - first) / every_minutes) + 1 }, (_, index) => first + index * every_minutes);
  const count = times_a_day.min;
  return Array.from({ length: count }, (_, index) => Math.round(first + (count > 1 ? (index * (last - first)) / (count - 1) : 0)));
}

/** @param {string} time as 09:00 */
function minutesOf(time) {
  const [hours, minutes] = time.split(":").map(Number);
  return 60 * hours + minutes;
}

/**
 * @param {PhaseSession} session
 * @param {PlannedSession} planned
 * @param {number} day
 * @param {number} minutes
 * @param {string} url
 */
function eventOf({ name, words }, { length, doses }, day, minutes, url) {
  const seconds = length.work_seconds.max + (length.changeover_seconds_range?.max ?? length.changeover_seconds);
  const [year, month, date] = dateOf(day).split("-").map(Number);
  const then = { getFullYear: () => year, getMonth: () => month - 1, getDate: () => date };
  const told = doses.map((each) => plain(doseWords(each)));
  return {
    start: localTime(then, 0, minutes),
    end: localTime(then, 0, minutes + Math.max(1, Math.ceil(seconds / 60))),
    name,
    description: [plain(words), "", ...told, ...(told.length ? [""] : []), gettext`Start the timer: ${{ address: url }}`].join("\n"),
    url,
  };
}
