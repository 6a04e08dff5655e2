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
/** @typedef {0 | 1 | undefined} Direction which of the exercise's directions, if it has them */
/**
 * @typedef {{kind: Kind, seconds: number | null, estimate_seconds: number, step: number, side: Side,
 *   alternating: boolean, direction?: Direction, set: number, sets: number, rep: number, reps: number, rep_seconds: number,
 *   rep_rest_seconds: number, amount: "reps" | "hold" | "work" | null, open?: Open, distance_metres?: Range,
 *   breaths?: number, breath_pattern?: number[], tempo?: string, side_order?: Dose["side_order"], load?: string, effort?: string}} Interval Without `seconds` it waits for Done.
 *   An interval that is not work has the step, side, set, rep and so on of the work that follows it. `rep` counts holds from 1
 *   and is 0 elsewhere: a set of reps is one interval. `reps` are for each side. `load` and `effort`: the set's own, in words
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
    const work = sidesOf(dose, step.exercise, change, index, chosen);
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
 * Whether something waits for Done, so that nobody knows how long it all takes.
 * @param {Interval[]} intervals
 */
export const isEstimate = (intervals) => intervals.some(({ seconds }) => seconds === null);

/**
 * The intervals of a step: all sets of one side, then all of the other; or sides that take turns, set by set or within a set.
 * @param {Dose} dose
 * @param {Exercise} exercise
 * @param {number} change
 * @param {number} step
 * @param {Options} chosen
 */
function sidesOf(dose, { laterality, directions }, change, step, { most, paced }) {
  const alternating = laterality === "alternating";
  const inTurn = laterality === "unilateral" && dose.side_order === "in-turn";
  const of = (/** @type {Range | null | undefined} */ range) => (range ? range[most ? "max" : "min"] : 0);
  const alike = dose.each_set ?? [dose];
  const sets = alike.flatMap((own) => Array.from({ length: of(own.sets_range) || own.sets }, () => own));
  // In a single hold sides cannot take turns: each has a hold of its own.
  const apart = alternating && alike.every(({ reps, work_seconds }) => !reps && !work_seconds);

  const setOf = (/** @type {Side} */ side, /** @type {Direction} */ direction, /** @type {number} */ set) => {
    const own = sets[set];
    const amount = own.work_seconds ? "work" : own.hold_seconds ? "hold" : "reps";
    const plain = amount === "reps";
    const reps = of(own.reps);
    const beats = alternating ? 2 * reps : reps;
    const pace = own.tempo ? own.tempo.split("-").reduce((sum, part) => sum + Number(part), 0) : REPETITION_SECONDS;
    const rep_rest_seconds = plain ? dose.rep_rest_seconds : 0;
    const seconds = plain ? beats * pace + (beats - 1) * rep_rest_seconds : of(own.work_seconds) || of(own.hold_seconds);
    // As many repetitions as possible in a time end with it.
    const waits = own.distance_metres || (own.open && (amount !== "work" || own.open === "or-more"));
    const work = (side_of_rep = side, rep = 0) => ({
      kind: /** @type {const} */ ("work"),
      step,
      side: side_of_rep,
      alternating,
      direction,
      set: set + 1,
      sets: sets.length,
      rep,
      reps,
      amount: /** @type {Interval["amount"]} */ (amount),
      open: own.open,
      distance_metres: own.distance_metres,
      breaths: own.breaths && of(own.breaths),
      breath_pattern: own.breath_pattern,
      tempo: (plain && own.tempo) || undefined,
      side_order: dose.side_order,
      load: own.load?.words,
      effort: own.effort?.words,
      seconds: waits || (plain && !paced) ? null : seconds,
      estimate_seconds: seconds,
      rep_seconds: plain ? pace : 0,
      rep_rest_seconds,
    });
    if (own.reps && amount === "hold") {
      const holds = Array.from({ length: beats }, (_, turn) =>
        alternating ? [work(turn % 2 ? "left" : "right", (turn >> 1) + 1)] : [work(side, turn + 1)],
      );
      return joined(holds, "rest", () => dose.rep_rest_seconds);
    }
    return alternating && amount === "hold" && !apart ? [work("right"), work("left")] : [work()];
  };

  // What is left until the next set: of its rest, or of the time after which a set begins. Sides in turn rest meanwhile.
  const pause = (/** @type {Interval[]} */ before) => {
    const own = sets[before[0].set - 1];
    const spent = before.reduce((sum, { estimate_seconds }) => sum + estimate_seconds, 0);
    const rest = of(own.rest_seconds_range) || own.rest_seconds;
    const whole = dose.every_seconds || rest + (inTurn ? (spent - change) / 2 : spent);
    return Math.max(inTurn ? change : 0, whole - spent);
  };
  const setsOf = (/** @type {Side} */ side, /** @type {Direction} */ direction) => {
    const each = sets.map((_, set) =>
      inTurn
        ? joined([setOf("right", direction, set), setOf("left", direction, set)], "switch", () => change)
        : setOf(side, direction, set),
    );
    return joined(each, "rest", pause);
  };
  /** @type {Side[]} */
  const sides = apart || (laterality === "unilateral" && !inTurn) ? ["right", "left"] : [null];
  /** @type {Direction[]} */
  const ways = directions ? [0, 1] : [undefined];
  const bothWays = (/** @type {Side} */ side) => joined(ways.map((way) => setsOf(side, way)), "switch", () => change);
  return joined(sides.map(bothWays), "switch", () => (alternating ? 0 : change));
}

/**
 * Joins groups of intervals, with a pause between them.
 * @param {Interval[][]} groups
 * @param {Kind} kind
 * @param {(before: Interval[]) => number} pause in seconds, after a group
 */
function joined(groups, kind, pause) {
  return groups.flatMap((group, at) => [...(at ? leadTo(group, kind, pause(groups[at - 1])) : []), ...group]);
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
