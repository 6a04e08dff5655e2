// Writes events as an iCalendar file.
// @ts-check

// scripts/limber/exports/ writes the same for a routine, and gives the reasons: in calendar.py floating time, which is local
// everywhere; in calendar_file.py a UID that identifies the event and a SEQUENCE that orders its versions. tests/vectors/calendar-texts.json
// has examples of how both escape and fold texts.

import { plain } from "./plain-text.js";

/**
 * @typedef {{getFullYear: () => number, getMonth: () => number, getDate: () => number, getDay: () => number,
 *   getTime: () => number, toISOString: () => string}} Moment the methods of a time that are used here; its day is that in the reader's time zone
 */
/**
 * @typedef {{uid: string, start: string, end: string, rule: string, name: string, description: string, url: string}} Event times
 *   as `localTime` writes them; the rule as RFC 5545 has it, empty for one that does not recur; the description may have lines
 */

const OCTETS = 75; // in a line, as RFC 5545 has it
const SEQUENCE_FROM_MS = 1_577_836_800_000; // 2020: seconds since then have room in 31 bits until 2088

/**
 * The text of the file.
 * @param {string} hostname
 * @param {Moment} now
 * @param {Event[]} events
 */
export function calendarFile(hostname, now, events) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${hostname}//Exercise routines//EN`, ...events.flatMap((each) => eventLines(each, now)), "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {Event} event @param {Moment} now */
function eventLines({ uid, start, end, rule, name, description, url }, now) {
  const moment = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const summary = escaped(plain(name));
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `SEQUENCE:${Math.max(0, Math.floor((now.getTime() - SEQUENCE_FROM_MS) / 1000))}`,
    `DTSTAMP:${moment}`,
    `LAST-MODIFIED:${moment}`,
    `DTSTART:${start}`,
    `DTEND:${end}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${summary}`,
    "TRIGGER:-PT10M",
    "END:VALARM",
    "END:VEVENT",
  ];
}

/**
 * A floating time: so many days after a day, so many minutes after that day's midnight.
 * @param {Pick<Moment, "getFullYear" | "getMonth" | "getDate">} day
 * @param {number} days
 * @param {number} minutes
 */
export function localTime(day, days, minutes) {
  // Calculated in UTC, where no hour is skipped or repeated: only days and months are to carry over.
  const then = new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate() + days, 0, minutes));
  return then.toISOString().replace(/[-:]/g, "").slice(0, "20260704T073000".length);
}

/** A text as a property's value. It has no control characters but line ends. @param {string} text */
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
