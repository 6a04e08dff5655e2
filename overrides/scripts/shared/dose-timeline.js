// Flattens the dose of one step into intervals of time.
// @ts-check

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./timeline.js").Exercise} Exercise */
/** @typedef {import("./timeline.js").Interval} Interval */
/** @typedef {import("./timeline.js").Kind} Kind */
/** @typedef {import("./timeline.js").Side} Side */
/** @typedef {import("./timeline.js").Direction} Direction */
/** @typedef {import("./timeline.js").Options} Options */
/** @typedef {import("./timeline.js").Range} Range */

/** The usual pace of a repetition without a tempo; scripts/limber/duration.py has the source. */
const REPETITION_SECONDS = 4;

/**
 * The intervals of a step: all sets of one side, then all of the other; or sides that take turns, set by set or within a set.
 * @param {Dose} dose
 * @param {Exercise} exercise
 * @param {number} change
 * @param {number} step
 * @param {Options} chosen
 */
export function sidesOf(dose, { laterality, directions }, change, step, { most, paced }) {
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
      return joined(holds, (to) => leadTo(to, "rest", dose.rep_rest_seconds));
    }
    return alternating && amount === "hold" && !apart ? [work("right"), work("left")] : [work()];
  };

  const switched = (/** @type {Interval[][]} */ stretches, seconds = change) =>
    joined(stretches, (to) => leadTo(to, "switch", seconds));
  // What is left until the next set: of its rest, or of the time after which a set begins. Sides in turn rest meanwhile.
  const pause = (/** @type {Interval[]} */ before) => {
    const own = sets[before[0].set - 1];
    const spent = total(before);
    const rest = of(own.rest_seconds_range) || own.rest_seconds;
    const whole = dose.every_seconds || rest + (inTurn ? (spent - change) / 2 : spent);
    return Math.max(inTurn ? change : 0, whole - spent);
  };
  const setsOf = (/** @type {Side} */ side, /** @type {Direction} */ direction) => {
    const each = sets.map((_, set) =>
      inTurn
        ? switched([setOf("right", direction, set), setOf("left", direction, set)])
        : setOf(side, direction, set),
    );
    return dose.every_seconds ? byClock(each, pause) : joined(each, (to, before) => leadTo(to, "rest", pause(before)));
  };
  /** @type {Side[]} */
  const sides = apart || (laterality === "unilateral" && !inTurn) ? ["right", "left"] : [null];
  /** @type {Direction[]} */
  const ways = directions ? [0, 1] : [undefined];
  const bothWays = (/** @type {Side} */ side) => switched(ways.map((way) => setsOf(side, way)));
  return switched(sides.map(bothWays), alternating ? 0 : change);
}

/**
 * Joins several stretches of intervals, with what leads from one to the next.
 * @param {Interval[][]} stretches
 * @param {(to: Interval[], before: Interval[], at: number) => Interval[]} lead `at`: the index of the stretch that it leads to
 */
export const joined = (stretches, lead) =>
  stretches.flatMap((stretch, at) => [...(at ? lead(stretch, stretches[at - 1], at) : []), ...stretch]);

/**
 * Joins stretches that begin by a clock: what is left of the time of one is rest. Where a stretch waits for Done, there is a
 * rest also if its estimate leaves none, since Done may come early.
 * @param {Interval[][]} stretches
 * @param {(before: Interval[]) => number} left in seconds, after a stretch
 */
export function byClock(stretches, left) {
  const marked = stretches.map((stretch) =>
    stretch.map((each, at) => ({ ...each, clock: at ? undefined : /** @type {const} */ ("begins") })),
  );
  return joined(marked, (to, before) => {
    const seconds = left(before);
    const isRest = seconds || before.some((each) => each.seconds === null);
    return isRest ? [leadOf(to[0], "rest", seconds, "ends")] : [];
  });
}

/**
 * The pause before other intervals; none where it would take no time.
 * @param {Interval[]} to
 * @param {Kind} kind
 * @param {number} seconds
 */
export const leadTo = ([to], kind, seconds) => (seconds ? [leadOf(to, kind, seconds)] : []);

/**
 * @param {Interval} to
 * @param {Kind} kind
 * @param {number} seconds
 * @param {Interval["clock"]} [clock]
 * @returns {Interval}
 */
const leadOf = (to, kind, seconds, clock) =>
  ({ ...to, kind, seconds, estimate_seconds: seconds, amount: null, rep_seconds: 0, rep_rest_seconds: 0, clock });

/** The seconds that they take all together. @param {Interval[]} intervals */
export const total = (intervals) => intervals.reduce((sum, { estimate_seconds }) => sum + estimate_seconds, 0);
