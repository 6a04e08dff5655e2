// Words an interval as one sentence for screen readers.
// @ts-check

import { capital, fetched, holdOf, joined, repsOf, setOf, sideOf, within } from "../shared/routine-words.js";
import { spoken } from "../shared/time-words.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {import("../shared/timeline.js").Routine} Routine */

/** In a shorter rest, a sentence about it would still be spoken during the work after it. */
const SHORT_SECONDS = 5;

/**
 * @param {Routine} routine
 * @param {{interval: Interval, next: Interval | null}} position
 * @param {import("../shared/timeline.js").Exercise} [before] what was there for this exercise need not be fetched
 * @returns {string}
 */
export function sentence(routine, { interval, next }, before) {
  const { kind, seconds, step, side, rep, alternating } = interval;
  const { exercise } = routine.steps[step];
  const time = spoken(seconds ?? 0);
  const then = next?.step === step && next.kind === "work" ? work(next, exercise) : exercise.short_name;
  if (kind === "work") return ended(work(interval, exercise)) + (seconds === null ? " Press Done after the last." : "");
  if (kind === "switch") return `Change sides, ${time}. Then ${sideOf(side, exercise)}.`;
  if (kind === "rest") {
    const again = rep > 1 || (alternating && side === "left"); // the set goes on
    if (again && Number(seconds) < SHORT_SECONDS) return ended(then);
    const which = joined(again ? "" : setOf(interval), holdOf(interval), alternating ? sideOf(side, exercise) : "");
    return `Rest, ${time}. Then ${which}.`;
  }
  const things = fetched(exercise, before);
  const lead = kind === "prepare" ? `Prepare, ${time}. ` : `Next, in ${time}: `;
  return `${lead}${ended(then)}${things ? ` Fetch: ${within(things)}.` : ""}`;
}

/**
 * Work in words, without the full stop: "Calf stretch, right foot, 30 seconds".
 * @param {Interval} interval
 * @param {Routine["steps"][number]["exercise"]} exercise
 */
function work(interval, exercise) {
  const { estimate_seconds, side, alternating, rep, amount } = interval;
  const again = rep > 1;
  const turns = alternating && !rep ? "taking turns" : "";
  const dose = amount === "reps" ? repsOf(interval) : spoken(estimate_seconds);
  return capital(
    joined(
      again ? "" : exercise.short_name,
      again && !alternating ? "" : sideOf(side, exercise),
      again ? "" : setOf(interval),
      holdOf(interval),
      dose,
      turns,
    ),
  );
}

const ended = (/** @type {string} */ said) => `${said}.`;
