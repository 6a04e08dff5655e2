// Writes a plan as an iCalendar file with a weekly event on chosen days.
// @ts-check

// scripts/limber/exports/calendar.py writes the same for a routine, and gives the reasons: floating time, which is local
// everywhere, a UID that identifies the event, a SEQUENCE that orders its versions. The UID depends on the plan's
// title and exercises: with other doses, sides, days or times an event replaces the one before. tests/vectors/calendar-texts.json
// has examples of how both escape and fold texts.

import { lengths, timeline } from "../shared/timeline.js";
import { numbered, plain } from "./plan-notes.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"} Day */
/**
 * @typedef {{getFullYear: () => number, getMonth: () => number, getDate: () => number, getDay: () => number,
 *   getTime: () => number, toISOString: () => string}} Moment the methods of a time that are used here; its day is that in the reader's time zone
 */

/** @type {Day[]} */
const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const OCTETS = 75; // in a line, as RFC 5545 has it
const MOST_WEEKS = 520;
const SEQUENCE_FROM_MS = 1_577_836_800_000; // 2020: seconds since then have room in 31 bits until 2088

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
  const name = escaped(plain(routine.name));
  const moment = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const today = (now.getDay() + 6) % 7;
  const ahead = Math.min(...chosen.map((day) => ((day - today + 6) % 7) + 1)); // the first of these days after today
  const begin = Number(hours) * 60 + Number(minutes);
  const end = begin + Math.max(1, Math.ceil(lengths(timeline(routine, { most: true })).total_seconds / 60));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${hostname}//Limber//EN`,
    "BEGIN:VEVENT",
    `UID:plan-${fingerprint(series(pathname, plan))}@${hostname}`,
    `SEQUENCE:${Math.max(0, Math.floor((now.getTime() - SEQUENCE_FROM_MS) / 1000))}`,
    `DTSTAMP:${moment}`,
    `LAST-MODIFIED:${moment}`,
    `DTSTART:${local(now, ahead, begin)}`,
    `DTEND:${local(now, ahead, end)}`,
    `RRULE:FREQ=WEEKLY;BYDAY=${by}${weeks && weeks > 0 ? `;COUNT=${Math.min(Math.ceil(weeks), MOST_WEEKS) * chosen.length}` : ""}`,
    `SUMMARY:${name}`,
    `DESCRIPTION:${escaped(description(plan, routine, href))}`,
    `URL:${href}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${name}`,
    "TRIGGER:-PT10M",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {Pick<Draft, "note">} plan @param {Routine} routine @param {string} url */
function description(plan, routine, url) {
  const note = plain(plan.note);
  const steps = numbered(routine);
  return [...(note ? [`Note: ${note}`, ""] : []), ...steps, ...(steps.length ? [""] : []), `Your plan: ${url}`].join("\n");
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

/**
 * A floating time: so many days after today, so many minutes after that day's midnight.
 * @param {Moment} now
 * @param {number} days
 * @param {number} minutes
 */
function local(now, days, minutes) {
  // Calculated in UTC, where no hour is skipped or repeated: only days and months are to carry over.
  const then = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days, 0, minutes));
  return then.toISOString().replace(/[-:]/g, "").slice(0, "20260704T073000".length);
}

/** A hash of a text, in sixteen hexadecimal digits (FNV-1a, forwards and backwards). @param {string} text */
function fingerprint(text) {
  const hash = (/** @type {string[]} */ signs) =>
    signs.reduce((sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;
  return [text.split(""), text.split("").reverse()].map((signs) => hash(signs).toString(16).padStart(8, "0")).join("");
}

/** A text as a property's value. It has no other control characters: plain() removed them. @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** A line folded into parts of at most 75 octets, each but the first after a space. @param {string} line */
function folded(line) {
  let [text, octets] = ["", 0];
  for (const sign of line) {
    const point = sign.codePointAt(0) ?? 0;
    const wide = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (octets + wide > OCTETS) [text, octets] = [`${text}\r\n `, 1];
    [text, octets] = [text + sign, octets + wide];
  }
  return text;
}
