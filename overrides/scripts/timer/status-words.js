// Words an interval as one sentence for screen readers.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { breathsOf, capital, directionOf, fetched, holdOf, joined, repsOf, setOf, sideOf, within } from "../shared/routine-words.js";
import { spoken } from "../shared/time-words.js";
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
  if (kind === "work") return ended(work(interval, exercise)) + (seconds === null ? ` ${done(interval)}` : "");
  if (kind === "switch") {
    const which = joined(sideOf(side, exercise, side_order), directionOf(interval, exercise));
    return inTurn(joined(changeOf(interval, previous), time), which);
  }
  const isOther = previous?.step !== step;
  if (kind === "rest" && !isOther) {
    const again = rep > 1 || (alternating && side === "left"); // the set goes on
    if (again && Number(seconds) < SHORT_SECONDS) return ended(then);
    const which = joined(
      again ? "" : setOf(interval),
      holdOf(interval),
      alternating ? sideOf(side, exercise) : "",
      again ? "" : loadOf(interval),
    );
    return inTurn(joined(gettext`Rest`, clock === "ends" ? "" : time), which || then); // by a clock it is as long as Done came early
  }
  const things = fetched(exercise, before);
  const next_said = ended(then);
  const said = {
    prepare: gettext`Get ready, ${time}. ${{ next: next_said }}`,
    rest: gettext`Rest, ${time}. Next: ${{ next: next_said }}`,
    transition: gettext`Next, in ${time}: ${{ next: next_said }}`,
  }[kind];
  return [said, things && gettext`You need: ${{ things: within(things) }}.`, note].filter(Boolean).join(" ");
}

/**
 * What a switch asks for. A direction comes after the other, whichever side it is for; after the second, the side changes.
 * @param {Interval} interval
 * @param {Interval | null} previous
 */
export const changeOf = ({ direction }, previous) =>
  direction === 1 && previous?.direction === 0 ? gettext`Change direction` : gettext`Change sides`;

/** @param {Interval} interval */
const done = (interval) => (isCounted(interval) ? gettext`Press Done after the last.` : gettext`Press Done at the end.`);

/** @type {(now: string, next: string) => string} */
const inTurn = (now, next) => gettext`${now}. Then ${next}.`;

/**
 * Work in words, without the full stop: "Calf stretch, right foot, 30 seconds".
 * @param {Interval} interval
 * @param {Routine["steps"][number]["exercise"]} exercise
 */
function work(interval, exercise) {
  const { estimate_seconds, side, side_order, alternating, rep, amount, open, breaths } = interval;
  const again = rep > 1;
  const turns = alternating && !rep ? gettext`taking turns` : "";
  const time = spoken(estimate_seconds);
  const counted = breaths ? joined(breathsOf(breaths), time) : amount === "reps" ? orMore(repsOf(interval), open) : time;
  const task = taskOf(interval, time);
  const dose = task && interval.seconds !== null ? gettext`${task} in ${time}` : task || counted;
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

/** @param {string} count @param {Interval["open"]} open */
export const orMore = (count, open) => (open ? gettext`${count} or more` : count);
