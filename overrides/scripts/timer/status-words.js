// Words an interval as one sentence for screen readers.
// @ts-check

import { capital, directionOf, fetched, holdOf, joined, repsOf, setOf, sideOf, within } from "../shared/routine-words.js";
import { several, spoken } from "../shared/time-words.js";
import { isCounted, loadOf, taskOf } from "./task-words.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {import("../shared/timeline.js").Routine} Routine */

/** In a shorter rest, a sentence about it would still be spoken during the work after it. */
const SHORT_SECONDS = 5;

/**
 * @param {Routine} routine
 * @param {{interval: Interval, next: Interval | null, previous: Interval | null}} position
 * @param {import("../shared/timeline.js").Exercise} [before] what was there for this exercise need not be fetched
 * @returns {string}
 */
export function sentence(routine, { interval, next, previous }, before) {
  const { kind, seconds, step, side, side_order, rep, alternating, clock } = interval;
  const { exercise, note } = routine.steps[step];
  const time = spoken(seconds ?? 0);
  const then = next?.step === step && next.kind === "work" ? work(next, exercise) : exercise.short_name;
  if (kind === "work") return ended(work(interval, exercise)) + (seconds === null ? done(interval) : "");
  if (kind === "switch") {
    const which = joined(sideOf(side, exercise, side_order), directionOf(interval, exercise));
    return `${changeOf(interval, previous)}, ${time}. Then ${which}.`;
  }
  const isOther = previous?.step !== step;
  if (kind === "rest" && !isOther) {
    const again = rep > 1 || (alternating && side === "left"); // the set goes on
    if (again && Number(seconds) < SHORT_SECONDS) return ended(then);
    const load = again ? "" : loadOf(interval);
    const which = joined(again ? "" : setOf(interval), holdOf(interval), alternating ? sideOf(side, exercise) : "", load);
    const rest = clock === "ends" ? "Rest" : `Rest, ${time}`; // by a clock it is as long as Done came early
    return `${rest}. Then ${which || then}.`;
  }
  const things = fetched(exercise, before);
  const lead = { prepare: `Get ready, ${time}. `, rest: `Rest, ${time}. Next: `, transition: `Next, in ${time}: ` }[kind];
  return `${lead}${ended(then)}${things ? ` You need: ${within(things)}.` : ""} ${note}`.trim();
}

/**
 * What a switch asks for. A direction comes after the other, whichever side it is for; after the second, the side changes.
 * @param {Interval} interval
 * @param {Interval | null} previous
 */
export const changeOf = ({ direction }, previous) =>
  direction === 1 && previous?.direction === 0 ? "Change direction" : "Change sides";

/** @param {Interval} interval */
const done = (interval) => (isCounted(interval) ? " Press Done after the last." : " Press Done at the end.");

/**
 * Work in words, without the full stop: "Calf stretch, right foot, 30 seconds".
 * @param {Interval} interval
 * @param {Routine["steps"][number]["exercise"]} exercise
 */
function work(interval, exercise) {
  const { estimate_seconds, side, side_order, alternating, rep, amount, open, breaths } = interval;
  const again = rep > 1;
  const turns = alternating && !rep ? "taking turns" : "";
  const time = spoken(estimate_seconds);
  const counted = breaths ? `${several(breaths, "breath")}, ${time}` : amount === "reps" ? repsOf(interval) + (open ? " or more" : "") : time;
  const task = taskOf(interval, time);
  const dose = task && interval.seconds !== null ? `${task} in ${time}` : task || counted;
  return capital(
    joined(
      again ? "" : exercise.short_name,
      again && !alternating ? "" : sideOf(side, exercise, side_order),
      again ? "" : directionOf(interval, exercise),
      again ? "" : setOf(interval),
      holdOf(interval),
      dose,
      turns,
      again ? "" : loadOf(interval),
    ),
  );
}

const ended = (/** @type {string} */ said) => `${said}.`;
