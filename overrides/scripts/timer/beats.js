// Works out the parts of a repetition, by its tempo, or of a breath, and which one is on at a time that it is given.
// @ts-check

import { gettext, pgettext } from "../shared/gettext.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {{word: string, seconds: number}} Part without a word it is the pause between two repetitions */

// Translators: what one does now, in a word as short as it can be: it is shown in large, and said within a second.
const TEMPO = [
  pgettext("part of a repetition", gettext`down`),
  pgettext("part of a repetition", gettext`pause`),
  pgettext("part of a repetition", gettext`up`),
  pgettext("part of a repetition", gettext`pause`),
];
const BREATH = [
  pgettext("part of a breath", gettext`in`),
  pgettext("part of a breath", gettext`hold`),
  pgettext("part of a breath", gettext`out`),
  pgettext("part of a breath", gettext`hold`),
];

/**
 * The parts of each repetition or breath, in their order; none where nothing leads through it.
 * @param {Interval} interval
 * @returns {Part[]}
 */
export function partsOf({ kind, seconds, estimate_seconds, breaths, breath_pattern, tempo, rep_rest_seconds }) {
  if (kind !== "work" || seconds === null) return [];
  const half = breaths ? estimate_seconds / breaths / 2 : 0;
  const paced = tempo ? tempo.split("-").map(Number) : [];
  const times = breaths ? (breath_pattern ?? [half, 0, half, 0]) : paced;
  const words = breaths ? BREATH : TEMPO;
  const parts = [...times.map((time, at) => ({ word: words[at], seconds: time })), { word: "", seconds: rep_rest_seconds }];
  return times.length ? parts.filter((part) => part.seconds > 0) : [];
}

/**
 * When each part begins, in seconds from the beginning of its interval. The first part of all begins with the interval itself.
 * @param {Interval} interval
 * @returns {{word: string, at_seconds: number}[]}
 */
export function partTimes(interval) {
  const found = [];
  const parts = partsOf(interval);
  let at_seconds = 0;
  while (parts.length && at_seconds < interval.estimate_seconds) {
    for (const { word, seconds } of parts) {
      if (word && at_seconds < interval.estimate_seconds) found.push({ word, at_seconds });
      at_seconds += seconds;
    }
  }
  return found;
}

/**
 * The part that is on, what is left of it, and how many repetitions or breaths have begun; null where there are no parts.
 * @param {Interval} interval
 * @param {number} elapsed_seconds
 */
export function partAt(interval, elapsed_seconds) {
  const parts = elapsed_seconds < interval.estimate_seconds ? partsOf(interval) : []; // added time has none
  const whole = parts.reduce((sum, { seconds }) => sum + seconds, 0);
  let left = elapsed_seconds % whole;
  for (const { word, seconds } of parts) {
    if (left < seconds) return { word, left_seconds: seconds - left, number: Math.floor(elapsed_seconds / whole) + 1 };
    left -= seconds;
  }
  return null;
}
