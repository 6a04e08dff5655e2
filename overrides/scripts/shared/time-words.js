// Words lengths of time to read and to hear, and estimates the width of a text.
// @ts-check

export const NARROW = "\u202f";

/**
 * Parses a file of the API. It has plain spaces and hyphens, so doses get back the non-breaking ones that pages have.
 * @param {string} json
 */
export const parsed = (json) =>
  JSON.parse(json, (key, value) =>
    key.endsWith("words") ? value.replace(/(×|\d(?= [×%bcklmrs])) /g, `$1${NARROW}`).replace(/([\dX])-(?=[\dX])/g, "$1\u2011") : value);

/** @type {(least: number, most: number) => string} */
const count = (least, most) => (least === most ? `${least}` : `${least}–${most}`);

/**
 * The length of a session, as the pages say it: `6 min`, `about 12–14 min`, `45 s`.
 * @param {number} least seconds
 * @param {number} most seconds
 * @param {boolean} [isEstimate] because of something whose length nobody knows
 */
export function minutes(least, most = least, isEstimate = false) {
  if (most < 90) return `${isEstimate ? "about " : ""}${count(least, most)}${NARROW}s`;
  const [low, high] = [Math.max(1, Math.floor((least + 30) / 60)), Math.floor((most + 30) / 60)];
  return `${!isEstimate && low * 60 === least && high * 60 === most ? "" : "about "}${count(low, high)}${NARROW}min`;
}

/**
 * A length to the second: `6 min 20 s`, `1 h 5 min`.
 * @param {number} seconds
 */
export function exactly(seconds) {
  const of = (/** @type {number} */ number, /** @type {string} */ unit) => (number ? `${number}${NARROW}${unit}` : "");
  const parts =
    seconds < 3600
      ? [of(Math.floor(seconds / 60), "min"), of(seconds % 60, "s")]
      : [of(Math.floor(seconds / 3600), "h"), of(Math.floor(seconds / 60) % 60, "min")];
  return parts.filter(Boolean).join(" ") || `0${NARROW}s`;
}

/** @type {(number: number, noun: string) => string} */
export const several = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/**
 * A length of time for screen readers: `60 seconds`, `2 minutes 30 seconds`.
 * @param {number} seconds
 */
export function spoken(seconds) {
  if (seconds < 100) return several(seconds, "second");
  const rest = seconds % 60;
  return several(Math.floor(seconds / 60), "minute") + (rest ? ` ${several(rest, "second")}` : "");
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
