// The intervals of a routine: the shared vectors, and the visitor's options.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { lengths, timeline } from "../../../overrides/scripts/shared/timeline.js";
import { freeRoutine } from "../../../overrides/scripts/timer/free-routine.js";
import { routineOf, vector, VECTORS, WIDER_VECTORS } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Interval} Interval */
/** @typedef {import("../../support/vector-routines.js").Brief} Brief */

/** An interval as the vectors write it. @param {Interval} interval */
function written({ kind, seconds, estimate_seconds, side, alternating, direction, set, sets, rep, reps, breath_pattern }) {
  return [
    kind,
    seconds ?? `waits ~${estimate_seconds}`,
    side,
    alternating && "alternating",
    direction !== undefined && `direction ${direction + 1}`,
    sets > 1 && `set ${set}/${sets}`,
    rep && `rep ${rep}/${reps}`,
    reps && !rep && `of ${reps} reps`,
    kind === "work" && breath_pattern && `breath ${breath_pattern.join("-")}`,
  ].filter(Boolean).join(" ");
}

const CHOSEN = /** @type {const} */ ({ laterality: "unilateral", dose: { hold_seconds: { min: 30, max: 60 } } });
/** @type {Brief} */
const REPS = { laterality: "bilateral", dose: { reps: 10 } };

for (const each of [...VECTORS, ...WIDER_VECTORS]) {
  const routine = routineOf(each.steps, each);
  test(`the timer takes as long as the pages say: ${each.name}`, () => {
    for (const level of /** @type {const} */ (["start", "goal"])) {
      for (const most of [false, true]) {
        const found = lengths(timeline(routine, { level, most, alternatives: each.alternatives ?? [] }));
        const work_seconds = each.work[most ? "max" : "min"];
        const { changeover_seconds } = each;
        const total_seconds = work_seconds + changeover_seconds;
        assert.deepEqual(found, { work_seconds, changeover_seconds, prepare_seconds: 10, total_seconds });
      }
    }
  });
  test(`a wait for Done is counted as the time that it usually takes: ${each.name}`, () => {
    const [paced, waiting] = [true, false].map((paced) => timeline(routine, { paced }));
    assert.deepEqual(lengths(waiting), lengths(paced));
    paced.forEach(({ seconds }, at) => assert.equal(waiting[at].seconds, waiting[at].amount === "reps" ? null : seconds));
  });
  test(`what waits for Done is what makes a length an estimate: ${each.name}`, () => {
    const intervals = timeline(routine, { alternatives: each.alternatives ?? [] });
    assert.equal(intervals.some(({ seconds }) => seconds === null), each.estimated ?? false);
  });
  if (each.intervals) {
    test(`the timer's intervals come in order: ${each.name}`, () => {
      assert.deepEqual(timeline(routine, { alternatives: each.alternatives ?? [] }).map(written), each.intervals);
    });
  }
}

test("the vectors have each kind of amount with each laterality", () => {
  const kinds = VECTORS.flatMap(({ steps }) => steps).map(({ laterality, dose }) =>
    [laterality, ...["reps", "hold_seconds", "work_seconds"].filter((key) => key in dose)].join(" "),
  );
  assert.equal(new Set(kinds).size, 3 * 4);
});

test("no interval takes no time, and each takes whole seconds", () => {
  for (const each of VECTORS) {
    const options = { prepare_seconds: 0, switch_seconds: 0, transition_seconds: 0 };
    const intervals = timeline(routineOf(each.steps, each), options);
    assert.equal(lengths(intervals).changeover_seconds, 0);
    assert.equal(intervals[0].kind, "work");
    for (const { seconds } of intervals) assert.ok(Number.isInteger(seconds) && Number(seconds) > 0);
  }
});

test("the level says which dose, and the other end of a range is another choice", () => {
  const routine = routineOf([CHOSEN]);
  routine.steps[0].goal = { ...routine.steps[0].goal, hold_seconds: { min: 90, max: 120 } };
  const holds = [{}, { most: true }, { level: "goal" }, { level: "goal", most: true }].map(
    (options) => timeline(routine, /** @type {any} */ (options))[1].seconds,
  );
  assert.deepEqual(holds, [30, 60, 90, 120]);
});

test("a visitor's own pauses go before those of the dose and the routine", () => {
  const own = { ...CHOSEN, dose: { hold_seconds: 20, switch_seconds: 12 } };
  const routine = routineOf([own, CHOSEN], { switch_seconds: 7, transition_seconds: 20 });
  /** @param {Partial<import("../../../overrides/scripts/shared/timeline.js").Options>} [options] */
  const pauses = (options) => timeline(routine, options).filter((each) => each.kind !== "work").map((each) => each.seconds);
  assert.deepEqual(pauses(), [10, 12, 20, 7]);
  assert.deepEqual(pauses({ prepare_seconds: 3, switch_seconds: 4, transition_seconds: 6 }), [3, 4, 6, 4]);
});

test("beginning at a later step keeps the earlier ones, so that one can go back to them", () => {
  const steps = timeline(routineOf([REPS, REPS, REPS]), { first: 1 });
  assert.deepEqual(steps.map(({ kind, step }) => `${kind} ${step}`), [
    "prepare 0", "work 0", "prepare 1", "work 1", "transition 2", "work 2",
  ]);
});

test("unpaced, repetitions wait for Done; holds, held repetitions and timed work never do", () => {
  const held = { reps: 2, hold_seconds: 10 };
  const doses = [{ reps: 10 }, held, { hold_seconds: 10 }, { work_seconds: 10 }];
  const steps = doses.map((dose) => ({ laterality: /** @type {const} */ ("bilateral"), dose }));
  const options = { paced: false, prepare_seconds: 0 };
  assert.deepEqual(timeline(routineOf(steps, { transition_seconds: 0 }), options).map(written), [
    "work waits ~40 of 10 reps", "work 10 rep 1/2", "work 10 rep 2/2", "work 10", "work 10",
  ]);
});

test("a set of paced repetitions knows when each of them begins", () => {
  const dose = { reps: 3, tempo: "2-1-2-0", rep_rest_seconds: 1 };
  for (const laterality of /** @type {const} */ (["bilateral", "alternating"])) {
    const [, set] = timeline(routineOf([{ laterality, dose }]));
    const beats = laterality === "alternating" ? 6 : 3;
    assert.equal(set.rep_seconds + set.rep_rest_seconds, 6);
    assert.equal(set.seconds, beats * 6 - 1, "after the last one there is nothing to rest for");
  }
});

test("what is not work has no pace and no amount of its own", () => {
  const intervals = VECTORS.flatMap((each) => timeline(routineOf(each.steps, each)));
  for (const { kind, rep_seconds, rep_rest_seconds, amount } of intervals.filter((each) => each.kind !== "work")) {
    assert.deepEqual([kind, amount, rep_seconds, rep_rest_seconds], [kind, null, 0, 0]);
  }
});

test("a free timer is a routine of one step", () => {
  const { steps } = vector("eight rounds of work and rest");
  const free = freeRoutine({ work_seconds: 20, rest_seconds: 10, rounds: 8, name: "Work" });
  assert.deepEqual(timeline(free), timeline(routineOf(steps)));
  assert.equal(free.steps[0].exercise.spoken_name, "Work");
  assert.equal(timeline(freeRoutine({ work_seconds: 5, rest_seconds: 0, rounds: 3, name: "Work" })).length, 1 + 3);
});

test("sixty steps of twenty sets are laid out at once", () => {
  const dose = { sets: 20, reps: 50, hold_seconds: 5, rep_rest_seconds: 1, rest_seconds: 5 };
  const routine = routineOf([{ laterality: "unilateral", dose, times: 60 }]);
  assert.equal(timeline(routine).length, 60 * (1 + 1 + 2 * (20 * 99 + 19)));
});

test("a free timer is a routine of one step that nobody fetches anything for", () => {
  const dose = {
    sets: 8,
    reps: null,
    hold_seconds: null,
    work_seconds: { min: 20, max: 20 },
    rest_seconds: 10,
    rep_rest_seconds: 0,
    switch_seconds: null,
    tempo: "",
    or: null,
    words: "",
  };
  const called = { id: "", code: "", name: "Intervals", short_name: "Intervals", url: "" };
  const exercise = { ...called, spoken_name: "Intervals", laterality: "bilateral", limb: "", cue: "", equipment: [], image: null };
  assert.deepEqual(freeRoutine({ work_seconds: 20, rest_seconds: 10, rounds: 8, name: "Intervals" }), {
    ...called,
    summary: "8 × 20 s\n10 s rest between",
    stop_signs: ["Sharp pain, chest pain, dizziness, numbness, or a leg that gives way."],
    switch_seconds: 0,
    transition_seconds: 0,
    steps: [{ core: true, note: "", exercise, start: dose, goal: dose }],
  });
});
