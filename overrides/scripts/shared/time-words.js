// Words lengths of time to read and to hear, and estimates the width of a text.
// @ts-check

import { gettext, ngettext } from "./gettext.js";

export const NARROW = "\u202f";

/**
 * Parses a file of the API. It has plain spaces and hyphens, so doses get back the non-breaking ones that pages have.
 * @param {string} json
 */
export const parsed = (json) =>
  JSON.parse(json, (key, value) =>
    key.endsWith("words") ? value.replace(/(×|\d(?= [×%bcklmrs])) /g, "$1\u202f").replace(/([\dX])-(?=[\dX])/g, "$1\u2011") : value);

/** `30 s`. @param {number | string} count */
export const seconds = (count) => gettext`${count}\u202fs`;
/** @param {number | string} count */
const inMinutes = (count) => gettext`${count}\u202fmin`;

/**
 * The length of a session, as the pages say it: `6 min`, `about 12–14 min`, `45 s`.
 * @param {number} least seconds
 * @param {number} most seconds
 * @param {boolean} [isEstimate] because of something whose length nobody knows
 */
export function minutes(least, most = least, isEstimate = false) {
  const time = rounded(least, most);
  return isEstimate || (most >= 90 && (least % 60) + (most % 60)) ? gettext`about ${time}` : time;
}

/**
 * The same without whether it is exact: `6 min`, `12–14 min`, `45 s`.
 * @param {number} least seconds
 * @param {number} most seconds
 */
export function rounded(least, most) {
  const [low, high] = [least, most].map((each) => (most < 90 ? each : Math.round(each / 60) || 1));
  const count = low === high ? low : `${low}–${high}`;
  return most < 90 ? gettext`${count}\u202fs` : gettext`${count}\u202fmin`;
}

/**
 * A length to the second: `6 min 20 s`, `1 h 5 min`.
 * @param {number} time seconds
 */
export function exactly(time) {
  const all = Math.floor(time / 60);
  const hours = Math.floor(all / 60);
  const parts = hours
    ? [gettext`${{ count: hours }}\u202fh`, all % 60 && inMinutes(all % 60)]
    : [all && inMinutes(all), time % 60 && seconds(time % 60)];
  return parts.filter(Boolean).join(" ") || seconds(0);
}

/** @type {(number: number, noun: string) => string} */
export const several = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/**
 * A length of time for screen readers: `60 seconds`, `2 minutes 30 seconds`.
 * @param {number} time seconds
 */
export function spoken(time) {
  const count = time < 100 ? 0 : Math.floor(time / 60);
  const rest = time - 60 * count;
  const parts = [
    count && ngettext(count, gettext`${count} minute`, gettext`${count} minutes`),
    (rest || !count) && ngettext(rest, gettext`${{ count: rest }} second`, gettext`${{ count: rest }} seconds`),
  ];
  return parts.filter(Boolean).join(" ");
}

/**
 * A countdown: `45`, from 100 seconds on `1:40`, from 100 minutes on `1:40:00`.
 * @param {number} seconds
 */
export function clock(seconds) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  if (seconds < 100) return `${seconds}`;
  const all = Math.floor(seconds / 60);
  return `${all < 100 ? all : `${Math.floor(all / 60)}:${two(all % 60)}`}:${two(seconds % 60)}`;
}

/**
 * The estimated width of a text in bold type, in ems, by which the style sheet fits it into its box.
 * @param {string} text
 */
export function ems(text) {
  let sum = 0;
  for (const sign of text) {
    if (/[ijl.,:;'’|!()\-/ ]/.test(sign)) sum += 0.31;
    else if (/[ftrI]/.test(sign)) sum += 0.38;
    else if (/[mwMW]/.test(sign)) sum += 0.88;
    else sum += /\p{Lu}/u.test(sign) ? 0.7 : /[\u2E80-\uFFFF]/.test(sign) ? 1 : 0.59;
  }
  return Math.round(sum * 100) / 100;
}

/**
 * The estimated width of the widest word of a text, in ems.
 * @param {string} text
 */
export function widest(text) {
  return Math.max(0, ...(text.match(/[^\s-]+-?|-/g) ?? []).map(ems));
}
