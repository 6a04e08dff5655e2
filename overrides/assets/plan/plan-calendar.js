// A plan as a calendar file that reminds on chosen days; knows no page, and is told what time it is.
// @ts-check

// scripts/limber/calendar_files.py makes the same of a routine: a floating time, wherever the reader is, and a UID by
// which a calendar knows the entry. The same plan on the same days replaces what was there, at whatever time.

import { lengths, timeline } from "../timer/timeline.js";
import { numbered, plain } from "./plan-notes.js";

/** @typedef {import("../timer/timeline.js").Routine} Routine */
/** @typedef {import("./plan-link.js").Draft} Draft */
/** @typedef {"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"} Day */
/**
 * @typedef {{getFullYear: () => number, getMonth: () => number, getDate: () => number, getDay: () => number,
 *   toISOString: () => string}} Moment what JavaScript has for a moment and its day in the reader's own time zone
 */

/** @type {Day[]} */
const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const OCTETS = 75; // in a line, as RFC 5545 has it
const MOST_WEEKS = 520;

/**
 * The text of the file. Without `weeks` it goes on for ever.
 * @param {{plan: Pick<Draft, "note">, routine: Routine, url: string, days: Day[], time: string, weeks?: number | null,
 *   now: Moment}} of the routine as `asRoutine` makes it of the plan; the address as `encode` ends it; at least one day;
 *   the time as `07:30`
 */
export function calendar({ plan, routine, url, days, time, weeks = null, now }) {
  const { href, hostname, hash } = new URL(url);
  const chosen = WEEK.flatMap((day, index) => (days.includes(day) ? [index] : []));
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time) ?? [];
  if (!chosen.length || !hours) throw new RangeError("reminders without a day or a time");
  const by = chosen.map((index) => WEEK[index].slice(0, 2).toUpperCase()).join(",");
  const name = escaped(plain(routine.name));
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${hostname}//Limber//EN`, "BEGIN:VEVENT"],
    `UID:plan-${fingerprint(`${hash} ${by}`)}@${hostname}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART:${first(chosen, now)}T${hours}${minutes}00`,
    `DURATION:PT${Math.max(1, Math.ceil(lengths(timeline(routine, { most: true })).total_seconds / 60))}M`,
    `RRULE:FREQ=WEEKLY;BYDAY=${by}${weeks && weeks > 0 ? `;COUNT=${Math.min(Math.ceil(weeks), MOST_WEEKS) * chosen.length}` : ""}`,
    `SUMMARY:${name}`,
    `DESCRIPTION:${escaped(description(plan, routine, href))}`,
    `URL:${href}`,
    ...["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${name}`, "TRIGGER:-PT10M", "END:VALARM"],
    ...["END:VEVENT", "END:VCALENDAR"],
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {Pick<Draft, "note">} plan @param {Routine} routine @param {string} url */
function description(plan, routine, url) {
  const note = plain(plan.note);
  const steps = numbered(routine);
  return [...(note ? [`Note: ${note}`, ""] : []), ...steps, ...(steps.length ? [""] : []), `Your plan: ${url}`].join("\n");
}

/** The first of these days of the week after today. @param {number[]} days @param {Moment} now */
function first(days, now) {
  const today = (now.getDay() + 6) % 7;
  const ahead = Math.min(...days.map((day) => ((day - today + 6) % 7) + 1));
  let [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate() + ahead];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day > length) [month, day] = [month + 1, day - length];
  if (month > 12) [year, month] = [year + 1, 1];
  return `${year}${`${month}`.padStart(2, "0")}${`${day}`.padStart(2, "0")}`;
}

/** Sixteen letters and figures that stand for a text (FNV-1a, forwards and backwards). @param {string} text */
function fingerprint(text) {
  const hash = (/** @type {string[]} */ signs) =>
    signs.reduce((sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;
  return [text.split(""), text.split("").reverse()].map((signs) => hash(signs).toString(16).padStart(8, "0")).join("");
}

/** A text as a value. Nothing else in it can end the line: all texts are plain. @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** A line in parts of no more octets than may stand in one; each but the first begins with a space. @param {string} line */
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
