// Flattens a routine with its groups into intervals of time.
// @ts-check

import { byClock, joined, leadTo, sidesOf, total } from "./dose-timeline.js";

/** @typedef {{min: number, max: number}} Range */
/** @typedef {"or-more" | "as-many-as-possible" | "to-fatigue" | "as-long-as-possible"} Open how an amount without an end ends */
/**
 * @typedef {{unit: string, amounts?: Range[], pieces?: number, names?: string[], step_cm?: Range[], edge_mm?: Range[],
 *   words: string}} Load `unit` is that of the data, and empty where there is only a step or an edge; of several amounts or names
 *   each comes as the one before gets easy
 */
/** @typedef {{scale: "rpe" | "rir" | "percent" | "percent_of_max_heart_rate", amount: Range, words: string}} Effort */
/**
 * @typedef {{sets: number, sets_range?: Range, reps: Range | null, hold_seconds: Range | null, work_seconds: Range | null,
 *   open?: Open, breaths?: Range, breath_pattern?: number[], distance_metres?: Range, rest_seconds: number,
 *   rest_seconds_range?: Range, tempo: string, tempo_as_written?: string, load?: Load, effort?: Effort}} SetDose the dose of
 *   sets that are alike. Where there are breaths or a distance, `work_seconds` are what they take; with an open end, an amount is
 *   the least or an estimate. `breath_pattern`: seconds of in, hold, out and hold
 */
/**
 * @typedef {SetDose & {rep_rest_seconds: number, switch_seconds: number | null, every_seconds?: number,
 *   side_order?: "in-turn" | "weaker-first" | "affected-first", each_set?: SetDose[], or: Dose | null, words: string, paced_words?: string}} Dose with
 *   `each_set` the sets differ: the amount is that of the first, and `sets` counts all
 */
/**
 * @typedef {{id: string, code: string, name: string, short_name: string, spoken_name: string, language?: string,
 *   laterality: "bilateral" | "unilateral" | "alternating", limb: string, directions?: string[], cue: string, setup?: string[],
 *   equipment: {name: string, required: boolean, substitutes: string[]}[],
 *   image: import("./photo-size.js").Photo | null, film?: {url: string, alt: string, poster: import("./photo-size.js").Photo | null}, url: string, stop_signs?: string[], side?: "left", old_ids?: string[],
 *   one_side?: Partial<Record<"right" | "left", {cue?: string, setup?: string[]}>> | null}} Exercise `language`: of its texts, where that is not
 *   the site's; `directions`: two, each of which has the whole dose; `one_side`: its texts for one side, where these differ
 */
/**
 * @typedef {{core: boolean, note: string, exercise: Exercise, start: Dose, goal: Dose, side?: import("./plan-dose.js").Side, how_often?: string,
 *   part?: "warm-up" | "cool-down", transition_seconds?: number, rest_after_seconds?: number}} Step the transition to it
 */
/**
 * @typedef {{name: string, first: number, size: number, rounds: number, rounds_range?: Range, open?: "as-many-as-possible",
 *   round_rest_seconds?: number, round_rest_seconds_range?: Range, rest_after_seconds?: number, transition_seconds?: number,
 *   every_seconds?: number, step_every_seconds?: number, work_seconds?: number, for_time?: boolean, cap_seconds?: number,
 *   words: string}} Group steps done together, in rounds: so many from the `first` on, which counts from 0. By a clock, a round
 *   begins `every_seconds`, or a step `step_every_seconds`. With `work_seconds` there are as many rounds as fit in them
 */
/**
 * @typedef {{id: string, code: string, name: string, short_name: string, summary: string, url: string,
 *   switch_seconds: number, transition_seconds: number, steps: Step[], groups?: Group[], second_round?: "optional",
 *   stop_signs?: string[]}} Routine
 */
/**
 * @typedef {{level: "start" | "goal", most: boolean, alternatives: number[], paced: boolean, prepare_seconds: number,
 *   switch_seconds: number | null, transition_seconds: number | null, first: number}} Options which dose, which end of a
 *   range, which steps take the dose after "or", whether a set of reps has a pace or waits for Done; null: as the
 *   routine says; and at which step it begins
 */
/** @typedef {"prepare" | "work" | "rest" | "switch" | "transition"} Kind */
/** @typedef {"right" | "left" | null} Side */
/** @typedef {0 | 1 | undefined} Direction which of the exercise's directions, if it has them */
/**
 * @typedef {{kind: Kind, seconds: number | null, estimate_seconds: number, step: number, side: Side,
 *   alternating: boolean, direction?: Direction, set: number, sets: number, rep: number, reps: number, rep_seconds: number,
 *   rep_rest_seconds: number, amount: "reps" | "hold" | "work" | "rounds" | null, open?: Open, distance_metres?: Range,
 *   breaths?: number, breath_pattern?: number[], tempo?: string, side_order?: Dose["side_order"], load?: string,
 *   effort?: string, group?: number, round?: number, rounds?: number, size?: number, cap_seconds?: number,
 *   clock?: "begins" | "ends"}} Interval Without `seconds` it waits for Done, at most `cap_seconds`.
 *   An interval that is not work has the step, side, set, rep and so on of the work that follows it. `rep` counts holds from 1
 *   and is 0 elsewhere: a set of reps is one interval. `reps` are for each side. `load` and `effort`: the set's own, in words.
 *   `group`: its index, with the round from 1. An amount of rounds is a whole group as one interval, of `size` steps.
 *   `clock`: the first interval of what begins by a clock, and the rest that lasts until the next one begins
 */

/** @type {Options} */
const USUAL = {
  level: "start",
  most: false,
  alternatives: [],
  paced: true,
  prepare_seconds: 10,
  switch_seconds: null,
  transition_seconds: null,
  first: 0,
};

/** What an interval of rounds that are counted has in common with all such. */
const COUNTING = {
  kind: /** @type {const} */ ("work"),
  amount: /** @type {const} */ ("rounds"),
  side: null,
  alternating: false,
  set: 1,
  sets: 1,
  rep: 0,
  reps: 0,
  rep_seconds: 0,
  rep_rest_seconds: 0,
  round: 1,
};

/**
 * The intervals of all steps and groups, in order. Between two of them is the time to change to the second or the rest after
 * the first, whichever is longer.
 * @param {Routine} routine
 * @param {Partial<Options>} [options]
 * @returns {Interval[]}
 */
export function timeline(routine, options) {
  const chosen = { ...USUAL, ...options };
  const { steps, groups = [] } = routine;
  let rest = 0;
  return steps.flatMap((step, index) => {
    const at = groups.findIndex(({ first, size }) => first <= index && index < first + size);
    const group = groups[at];
    if (group && group.first < index) return [];
    const work = group ? roundsOf(routine, at, chosen) : workOf(routine, index, chosen);
    const lead = pauseTo(work, step.transition_seconds ?? usualChange(routine, chosen), rest, chosen);
    const last = group ? steps[index + group.size - 1] : step;
    rest = Math.max(last.rest_after_seconds ?? 0, group?.rest_after_seconds ?? 0);
    return [...lead, ...work];
  });
}

/**
 * The lengths of intervals as the pages have them: rests are part of the work, and the total is without the time to
 * prepare.
 * @param {Interval[]} intervals
 */
export function lengths(intervals) {
  const sum = (/** @type {Kind[]} */ ...kinds) =>
    intervals.reduce((all, { kind, estimate_seconds }) => all + (kinds.includes(kind) ? estimate_seconds : 0), 0);
  const work_seconds = sum("work", "rest");
  const changeover_seconds = sum("switch", "transition");
  return {
    work_seconds,
    changeover_seconds,
    prepare_seconds: sum("prepare"),
    total_seconds: work_seconds + changeover_seconds,
  };
}

/**
 * Whether something waits for Done, so that nobody knows how long it all takes.
 * @param {Interval[]} intervals
 */
export const isEstimate = (intervals) => intervals.some(({ seconds }) => seconds === null);

/**
 * The intervals of one step.
 * @param {Routine} routine
 * @param {number} index
 * @param {Options} chosen
 */
function workOf(routine, index, chosen) {
  const step = routine.steps[index];
  const own = step[chosen.level];
  const dose = (chosen.alternatives.includes(index) && own.or) || own;
  const change = chosen.switch_seconds ?? dose.switch_seconds ?? routine.switch_seconds;
  return sidesOf(dose, step.exercise, change, index, chosen);
}

/**
 * The intervals of a group: all its rounds, or one interval in which rounds are counted as they are done.
 * @param {Routine} routine
 * @param {number} number of the group
 * @param {Options} chosen
 * @returns {Interval[]}
 */
function roundsOf(routine, number, chosen) {
  const group = /** @type {Group[]} */ (routine.groups)[number];
  const { first, size, open, every_seconds, step_every_seconds, work_seconds, for_time, cap_seconds } = group;
  const end = chosen.most ? "max" : "min";
  const rounds = group.rounds_range?.[end] ?? group.rounds;
  const runsOn = every_seconds || step_every_seconds || work_seconds || for_time;
  const steps = routine.steps.slice(first, first + size);
  const works = steps.map((_, at) => workOf(routine, first + at, chosen));
  const inRounds = Array.from({ length: rounds }, (_, round) =>
    works.map((work) => work.map((each) => ({ ...each, group: number, round: round + 1, rounds }))),
  );
  const change = (/** @type {number} */ at) =>
    steps[at].transition_seconds ?? group.transition_seconds ?? (runsOn ? 0 : usualChange(routine, chosen));
  const restAfter = (/** @type {number} */ at) => steps[at].rest_after_seconds ?? 0;
  const until = (/** @type {number} */ seconds) => (/** @type {Interval[]} */ before) => Math.max(0, seconds - total(before));
  if (step_every_seconds) return byClock(inRounds.flat(), until(step_every_seconds));

  const each = inRounds.map((round) => joined(round, (to, _, at) => pauseTo(to, change(at), restAfter(at - 1), chosen)));
  if (every_seconds) return byClock(each, until(every_seconds));
  const rest = Math.max(group.round_rest_seconds_range?.[end] ?? group.round_rest_seconds ?? 0, restAfter(size - 1));
  const all = joined(each, (to) => pauseTo(to, change(0), rest, chosen));
  if (!runsOn) return all;
  const estimate_seconds = work_seconds ?? Math.min(total(all), cap_seconds ?? Infinity);
  return [{ ...COUNTING, step: first, size, group: number, rounds, open, cap_seconds, seconds: work_seconds ?? null, estimate_seconds }];
}

/** @param {Routine} routine @param {Options} chosen */
const usualChange = (routine, chosen) => chosen.transition_seconds ?? routine.transition_seconds;

/**
 * The rest or the transition before other intervals, whichever is longer; before the first ones, the time to prepare.
 * @param {Interval[]} to
 * @param {number} change
 * @param {number} rest
 * @param {Options} chosen
 */
function pauseTo(to, change, rest, { first, prepare_seconds }) {
  const { step, round = 1 } = to[0];
  if (round === 1 && (step === 0 || step === first)) return leadTo(to, "prepare", prepare_seconds);
  return rest && rest >= change ? leadTo(to, "rest", rest) : leadTo(to, "transition", change);
}
