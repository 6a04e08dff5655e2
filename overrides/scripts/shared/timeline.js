// Flattens a routine and its doses into intervals of time.
// @ts-check

/** @typedef {{min: number, max: number}} Range */
/** @typedef {"or-more" | "as-many-as-possible" | "to-fatigue" | "as-long-as-possible"} Open how an amount without an end ends */
/**
 * @typedef {{unit: string, amounts?: Range[], pieces?: number, names?: string[], step_cm?: Range[], edge_mm?: Range[],
 *   words: string}} Load `unit` is that of the data, and empty where there is only a step or an edge; of several amounts or names
 *   each comes as the one before gets easy
 */
/** @typedef {{scale: "rpe" | "rir" | "percent", amount: Range, words: string}} Effort */
/**
 * @typedef {{sets: number, sets_range?: Range, reps: Range | null, hold_seconds: Range | null, work_seconds: Range | null,
 *   open?: Open, breaths?: Range, breath_pattern?: number[], distance_metres?: Range, rest_seconds: number,
 *   rest_seconds_range?: Range, tempo: string, tempo_as_written?: string, load?: Load, effort?: Effort}} SetDose the dose of
 *   sets that are alike. Where there are breaths or a distance, `work_seconds` are what they take; with an open end, an amount is
 *   the least or an estimate. `breath_pattern`: seconds of in, hold, out and hold
 */
/**
 * @typedef {SetDose & {rep_rest_seconds: number, switch_seconds: number | null, every_seconds?: number,
 *   side_order?: "in-turn" | "weaker-first" | "affected-first", each_set?: SetDose[], or: Dose | null, words: string}} Dose with
 *   `each_set` the sets differ: the amount is that of the first, and `sets` counts all
 */
/**
 * @typedef {{id: string, code: string, name: string, short_name: string, spoken_name: string,
 *   laterality: "bilateral" | "unilateral" | "alternating", limb: string, directions?: string[], cue: string,
 *   equipment: {name: string, required: boolean, substitutes: string[]}[],
 *   image: {url: string, alt: string} | null, url: string, side?: "left", old_ids?: string[],
 *   one_side?: Partial<Record<"right" | "left", {cue?: string}>> | null}} Exercise `directions`: two, each of which has the
 *   whole dose; `one_side`: its texts for one side, where these differ
 */
/** @typedef {{core: boolean, note: string, exercise: Exercise, start: Dose, goal: Dose}} Step */
/**
 * @typedef {{id: string, code: string, name: string, short_name: string, summary: string, url: string,
 *   switch_seconds: number, transition_seconds: number, steps: Step[]}} Routine
 */
/**
 * @typedef {{level: "start" | "goal", most: boolean, alternatives: number[], paced: boolean, prepare_seconds: number,
 *   switch_seconds: number | null, transition_seconds: number | null, first: number}} Options which dose, which end of a
 *   range, which steps take the dose after "or", whether a set of reps has a pace or waits for Done; null: as the
 *   routine says; and at which step it begins
 */
/** @typedef {"prepare" | "work" | "rest" | "switch" | "transition"} Kind */
/** @typedef {"right" | "left" | null} Side */
/**
 * @typedef {{kind: Kind, seconds: number | null, estimate_seconds: number, step: number, side: Side,
 *   alternating: boolean, set: number, sets: number, rep: number, reps: number, rep_seconds: number,
 *   rep_rest_seconds: number, amount: "reps" | "hold" | "work" | null}} Interval without `seconds` it waits for Done.
 *   An interval that is not work has the step, side, set and rep of the work that follows it. `rep` counts holds from 1 and is 0
 *   elsewhere: a set of reps is one interval. `reps` are for each side.
 */

/** The usual pace of a repetition without a tempo; scripts/limber/duration.py has the source. */
const REPETITION_SECONDS = 4;

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

/**
 * The intervals of all steps, in order.
 * @param {Routine} routine
 * @param {Partial<Options>} [options]
 * @returns {Interval[]}
 */
export function timeline(routine, options) {
  const chosen = { ...USUAL, ...options };
  return routine.steps.flatMap((step, index) => {
    const own = step[chosen.level];
    const dose = (chosen.alternatives.includes(index) && own.or) || own;
    const change = chosen.switch_seconds ?? dose.switch_seconds ?? routine.switch_seconds;
    const work = sidesOf(dose, step.exercise.laterality, change, index, chosen);
    const lead =
      index === 0 || index === chosen.first
        ? leadTo(work, "prepare", chosen.prepare_seconds)
        : leadTo(work, "transition", chosen.transition_seconds ?? routine.transition_seconds);
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
 * The intervals of a step: all sets of one side, then all of the other; or sides that take turns within a set.
 * @param {Dose} dose
 * @param {Exercise["laterality"]} laterality
 * @param {number} change
 * @param {number} step
 * @param {Options} chosen
 */
function sidesOf(dose, laterality, change, step, { most, paced }) {
  const alternating = laterality === "alternating";
  const held = dose.reps && dose.hold_seconds;
  const amount = dose.work_seconds ? "work" : dose.hold_seconds ? "hold" : "reps";
  const of = (/** @type {Range | null} */ range) => (range ? range[most ? "max" : "min"] : 0);
  const reps = of(dose.reps);
  const pace = dose.tempo ? dose.tempo.split("-").reduce((sum, part) => sum + Number(part), 0) : REPETITION_SECONDS;
  const beats = alternating ? 2 * reps : reps;

  /** @type {(side: Side, set: number, rep?: number) => Interval} */
  const work = (side, set, rep = 0) => {
    const plain = amount === "reps";
    const seconds = plain
      ? beats * pace + (beats - 1) * dose.rep_rest_seconds
      : of(dose.work_seconds) || of(dose.hold_seconds);
    return {
      kind: "work",
      step,
      side,
      alternating,
      set,
      sets: dose.sets,
      rep,
      reps,
      amount,
      seconds: plain && !paced ? null : seconds,
      estimate_seconds: seconds,
      rep_seconds: plain ? pace : 0,
      rep_rest_seconds: plain ? dose.rep_rest_seconds : 0,
    };
  };
  const setOf = (/** @type {Side} */ side, /** @type {number} */ set) => {
    if (!held) return [work(side, set)];
    const holds = Array.from({ length: beats }, (_, turn) =>
      alternating ? [work(turn % 2 ? "left" : "right", set, (turn >> 1) + 1)] : [work(side, set, turn + 1)],
    );
    return joined(holds, "rest", dose.rep_rest_seconds);
  };
  const setsOf = (/** @type {Side} */ side) =>
    joined(Array.from({ length: dose.sets }, (_, set) => setOf(side, set + 1)), "rest", dose.rest_seconds);

  // In a single hold sides cannot take turns: each has a hold of its own.
  const apart = laterality === "unilateral" || (alternating && !dose.reps && !dose.work_seconds);
  /** @type {Side[]} */
  const sides = apart ? ["right", "left"] : [null];
  return joined(sides.map(setsOf), "switch", alternating ? 0 : change);
}

/**
 * Joins groups of intervals, with a pause between them.
 * @param {Interval[][]} groups
 * @param {Kind} kind
 * @param {number} seconds
 */
function joined(groups, kind, seconds) {
  return groups.flatMap((group, index) => [...(index ? leadTo(group, kind, seconds) : []), ...group]);
}

/**
 * The pause before other intervals; none where it would take no time.
 * @param {Interval[]} to
 * @param {Kind} kind
 * @param {number} seconds
 * @returns {Interval[]}
 */
function leadTo([to], kind, seconds) {
  const lead = { ...to, kind, seconds, estimate_seconds: seconds, amount: null, rep_seconds: 0, rep_rest_seconds: 0 };
  return seconds ? [lead] : [];
}
