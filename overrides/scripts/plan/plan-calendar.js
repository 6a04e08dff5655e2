// Writes a plan as an iCalendar file with a weekly event on chosen days.
// @ts-check

// The UID depends on the plan's title and exercises: with other doses, sides, days or times an event replaces the one before.

import { calendarFile, localTime } from "../shared/calendar-file.js";
import { gettext } from "../shared/gettext.js";
import { plain } from "../shared/plain-text.js";
import { lengths, timeline } from "../shared/timeline.js";
import { numbered } from "./plan-notes.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"} Day */
/** @typedef {import("../shared/calendar-file.js").Moment} Moment */

/** @type {Day[]} */
const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MOST_WEEKS = 520;

/**
 * The text of the file. Without `weeks` the event recurs without end.
 * @param {{plan: Pick<Draft, "title" | "note" | "steps">, routine: Routine, url: string, days: Day[], time: string, weeks?: number | null,
 *   now: Moment}} of the routine as `asRoutine` makes it of the plan; the address as `encode` ends it; at least one day;
 *   the time as `07:30`
 */
export function calendar({ plan, routine, url, days, time, weeks = null, now }) {
  const { href, hostname, pathname } = new URL(url);
  const chosen = WEEK.flatMap((day, index) => (days.includes(day) ? [index] : []));
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time) ?? [];
  if (!chosen.length || !hours) throw new RangeError("reminders without a day or a time");
  const by = chosen.map((index) => WEEK[index].slice(0, 2).toUpperCase()).join(",");
  const today = (now.getDay() + 6) % 7;
  const ahead = Math.min(...chosen.map((day) => ((day - today + 6) % 7) + 1)); // the first of these days after today
  const begin = Number(hours) * 60 + Number(minutes);
  const end = begin + Math.max(1, Math.ceil(lengths(timeline(routine, { most: true })).total_seconds / 60));
  const count = weeks && weeks > 0 ? `;COUNT=${Math.min(Math.ceil(weeks), MOST_WEEKS) * chosen.length}` : "";
  const event = {
    uid: `plan-${fingerprint(series(pathname, plan))}@${hostname}`,
    start: localTime(now, ahead, begin),
    end: localTime(now, ahead, end),
    rule: `FREQ=WEEKLY;BYDAY=${by}${count}`,
    name: routine.name,
    description: description(plan, routine, href),
    url: href,
  };
  return calendarFile(hostname, now, [event]);
}

/** @param {Pick<Draft, "note">} plan @param {Routine} routine @param {string} url */
function description(plan, routine, url) {
  const note = plain(plan.note);
  const steps = numbered(routine);
  return [...(note ? [gettext`Note: ${note}`, ""] : []), ...steps, ...(steps.length ? [""] : []), gettext`Your plan: ${url}`].join("\n");
}

/**
 * What identifies a plan while its doses change. The path tells the sites of one host apart.
 * @param {string} path
 * @param {Pick<Draft, "title" | "steps">} plan
 */
function series(path, { title, steps }) {
  const codes = [...new Set(steps.map(({ code, own }) => (own ? plain(own.name) : code)))].sort();
  return [path, plain(title), ...codes].join("\n");
}

/** A hash of a text, in sixteen hexadecimal digits (FNV-1a, forwards and backwards). @param {string} text */
function fingerprint(text) {
  const hash = (/** @type {string[]} */ signs) =>
    signs.reduce((sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;
  return [text.split(""), text.split("").reverse()].map((signs) => hash(signs).toString(16).padStart(8, "0")).join("");
}
