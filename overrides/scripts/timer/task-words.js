// Words what an interval asks for beyond a number: an open end, a distance, a load, an effort.
// @ts-check

import { decimal, gettext, pgettext } from "../shared/gettext.js";
import { joined } from "../shared/routine-words.js";
import { exactly, seconds } from "../shared/time-words.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */

/** The length of an interval of work: `90 s`, `5 min`. @param {Interval} interval */
export const timeOf = ({ estimate_seconds: time }) => (time < 120 ? seconds(time) : exactly(time));

/**
 * What is done in an interval that has no number to show, or none that ends it; empty where the number says it all.
 * @param {Interval} interval
 * @param {string} [time] its length in words
 */
export function taskOf(interval, time = timeOf(interval)) {
  const { amount, open, distance_metres } = interval;
  if (distance_metres) return metres(distance_metres);
  if (open === "as-many-as-possible") return gettext`as many reps as possible`;
  if (open === "to-fatigue") return gettext`reps to fatigue`;
  if (open === "as-long-as-possible") return gettext`hold as long as possible`;
  if (open !== "or-more" || amount === "reps") return "";
  return amount === "hold" ? gettext`${time} hold or longer` : gettext`${time} or longer`;
}

/** Whether its number is that of repetitions, as far as one is known. @param {Interval} interval */
export const isCounted = (interval) => interval.amount === "reps" && !taskOf(interval);

/**
 * Load and effort of its set: `2 × 12 kg, effort 7 of 10`; on the screen, a weight needs no "with" before it.
 * @param {Interval} interval
 */
export const loadOf = ({ load = "", effort = "" }) =>
  // Translators: "with 12 kg", "at 70 % of 1RM": the words before a load that are left out where it stands alone; between them a |.
  joined(load.replace(RegExp(`^(${pgettext("words before a load", gettext`with|at`)}) `), ""), effort);

/** `400 m`, `1.5 km`. @param {import("../shared/timeline.js").Range} distance */
function metres({ min, max }) {
  const isLong = min >= 1000 && min % 100 === 0 && max % 100 === 0;
  const said = [min, max].map((each) => `${decimal(isLong ? each / 1000 : each)}`);
  const count = [...new Set(said)].join("–");
  return isLong ? gettext`${count}\u202fkm` : gettext`${count}\u202fm`;
}
