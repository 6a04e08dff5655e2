// The screen at each point of a run.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { begin, pause, position } from "../../../overrides/scripts/timer/playback.js";
import { screen } from "../../support/timer-screens.js";
import { routineOf } from "../../support/vector-routines.js";

/** @typedef {import("../../support/vector-routines.js").Brief} Brief */

const T0 = 1_790_000_000_000;
const plain = (/** @type {string} */ text) => text.replaceAll("\u202f", " ");

/** @type {Brief} */
const BALL = { laterality: "unilateral", dose: { work_seconds: 30, words: "30 s each foot" } };
const LAST = { laterality: /** @type {const} */ ("bilateral"), dose: { hold_seconds: 60, words: "60 s hold" }, name: "Block hold" };

/**
 * The screen so many seconds into the n-th interval of a kind.
 * @param {Brief[]} steps
 * @param {string} kind
 * @param {{number?: number, seconds?: number, paused?: boolean, options?: object, given?: object}} [more]
 */
function at(steps, kind, { number = 0, seconds = 0, paused = false, options = {}, given = {} } = {}) {
  const routine = routineOf(steps);
  const intervals = timeline(routine, { paced: true, ...options });
  const index = intervals.flatMap((each, index) => (each.kind === kind ? [index] : []))[number];
  const running = begin(intervals, T0, index);
  const state = paused ? pause(running, T0 + seconds * 1000) : running;
  const now = T0 + seconds * 1000 + (paused ? 99_000 : 0);
  const settings = { level: /** @type {const} */ ("start") };
  return screen({ mode: "running", routine, intervals, state, position: position(state, intervals, now), settings, ...given });
}

/** @type {[string, ReturnType<typeof at>, Record<string, unknown>][]} */
const TABLE = [
  [
    "preparation", at([BALL, LAST], "prepare", { seconds: 3 }),
    { phase: "prepare", phase_word: "Get ready", name: "Ball roll", side: "Right foot", clock: "7", count: "30 s",
      next_label: "Next", next: "Block hold", place: "Step 1 of 2", main: "Pause", status: "Get ready, 10 seconds. Ball roll, right foot, 30 seconds." },
  ],
  [
    "work on the right", at([BALL, LAST], "work", { seconds: 7.2 }),
    { phase: "work", phase_word: "Work", side: "Right foot", clock: "23", count: "", next_label: "Next",
      next: "Block hold", left: "2 min 13 s left", status: "Ball roll, right foot, 30 seconds." },
  ],
  [
    "changing sides", at([BALL, LAST], "switch"),
    { phase: "switch", phase_word: "Change sides", side: "Left foot", clock: "5", cue: "",
      next_label: "Next", next: "Left foot, 30 s", fetch: "", status: "Change sides, 5 seconds. Then left foot." },
  ],
  ["work on the left", at([BALL, LAST], "work", { number: 1 }), { side: "Left foot", status: "Ball roll, left foot, 30 seconds." }],
  [
    "a transition", at([BALL, LAST], "transition"),
    { phase: "transition", phase_word: "Next", name: "Block hold", side: "", clock: "15", count: "60 s hold", next: "",
      place: "Step 2 of 2", status: "Next, in 15 seconds: Block hold, 60 seconds." },
  ],
  [
    "the last step", at([BALL, LAST], "work", { number: 2, seconds: 59.9 }),
    { clock: "1", next_label: "Last exercise", next: "", fetch: "", left: "1 s left", progress: 1, status: "Block hold, 60 seconds." },
  ],
  ["the last millisecond", at([{ ...LAST, dose: { hold_seconds: 3 } }], "work", { seconds: 2.999 }), { clock: "1", left: "1 s left" }],
  ["a minute and more", at([{ ...LAST, dose: { hold_seconds: 120 } }], "work", { seconds: 10.5 }), { clock: "1:50" }],
  ["paused", at([BALL], "work", { seconds: 7.2, paused: true }), { phase: "work", phase_word: "Paused", clock: "23", main: "Resume", paused: true }],
  [
    "paced reps", at([{ ...BALL, dose: { sets: 2, reps: 6, rest_seconds: 30 } }], "work", { seconds: 9 }),
    { clock: "3", of: " of 6", count: "Set 1 of 2", status: "Ball roll, right foot, set 1 of 2, 6 reps." },
  ],
  [
    "rest between sets", at([{ ...BALL, dose: { sets: 2, reps: 6, rest_seconds: 30 } }], "rest"),
    { phase: "rest", phase_word: "Rest", clock: "30", side: "Right foot", count: "Set 2 of 2", status: "Rest, 30 seconds. Then set 2 of 2." },
  ],
  [
    "reps that wait", at([{ ...BALL, dose: { sets: 2, reps: 6 } }], "work", { seconds: 40, options: { paced: false } }),
    { phase: "wait", phase_word: "Your pace", clock: "6", count: "Reps, set 1 of 2", main: "Done",
      left: "About 1 min 17 s left", status: "Ball roll, right foot, set 1 of 2, 6 reps. Press Done after the last." },
  ],
  ["one rep that waits", at([{ ...LAST, dose: { reps: 1 } }], "work", { options: { paced: false } }), { count: "Rep", status: "Block hold, 1 rep. Press Done after the last." }],
  ["the first of held reps", at([{ ...BALL, dose: { reps: 5, hold_seconds: 10 } }], "work"), { count: "Hold 1 of 5", status: "Ball roll, right foot, hold 1 of 5, 10 seconds." }],
  ["another of them", at([{ ...BALL, dose: { reps: 5, hold_seconds: 10 } }], "work", { number: 2 }), { count: "Hold 3 of 5", status: "Hold 3 of 5, 10 seconds." }],
  [
    "a rest too short for a sentence", at([{ ...BALL, dose: { reps: 5, hold_seconds: 10, rep_rest_seconds: 2 } }], "rest"),
    { phase: "rest", count: "Hold 2 of 5", status: "Hold 2 of 5, 10 seconds." },
  ],
  [
    "a rest long enough for one", at([{ ...BALL, dose: { reps: 5, hold_seconds: 10, rep_rest_seconds: 5 } }], "rest"),
    { status: "Rest, 5 seconds. Then hold 2 of 5." },
  ],
  [
    "the rest after the last hold of a set", at([{ ...BALL, dose: { sets: 2, reps: 2, hold_seconds: 10, rest_seconds: 30 } }], "rest"),
    { count: "Set 2 of 2, hold 1 of 2", status: "Rest, 30 seconds. Then set 2 of 2, hold 1 of 2." },
  ],
  [
    "alternating paced reps, the second", at([{ ...BALL, laterality: "alternating", dose: { reps: 5 } }], "work", { seconds: 5 }),
    { side: "Left foot", clock: "1", of: " of 5", count: "", status: "Ball roll, 5 reps each side, taking turns." },
  ],
  [
    "alternating reps that wait", at([{ ...BALL, laterality: "alternating", dose: { reps: 5 } }], "work", { options: { paced: false } }),
    { side: "Take turns", clock: "5", count: "Reps each side" },
  ],
  [
    "alternating held reps", at([{ ...BALL, laterality: "alternating", dose: { reps: 3, hold_seconds: 10 } }], "work", { number: 3 }),
    { side: "Left foot", count: "Hold 2 of 3", status: "Left foot, hold 2 of 3, 10 seconds." },
  ],
  [
    "alternating timed work", at([{ ...BALL, laterality: "alternating" }], "work"),
    { side: "Take turns", count: "", status: "Ball roll, 30 seconds, taking turns." },
  ],
  [
    "a load and an effort", at([{ ...BALL, dose: { sets: 2, reps: 6, rest_seconds: 30, load: { words: "2 × 12 kg" }, effort: { rpe: 7 } } }], "work"),
    { load: "2 × 12 kg, effort 7 of 10", clock: "1", of: " of 6", count: "Set 1 of 2",
      status: "Ball roll, right foot, set 1 of 2, 6 reps, 2 × 12 kg, effort 7 of 10." },
  ],
  [
    "the load of the next set", at([{ ...BALL, dose: { sets: [{ reps: 8, load: { words: "50 kg" } }, { reps: 5, load: { words: "60 kg" } }], rest_seconds: 60 } }], "rest"),
    { load: "60 kg", count: "Set 2 of 2", status: "Rest, 60 seconds. Then set 2 of 2, 60 kg." },
  ],
  [
    "reps without an end", at([{ ...LAST, dose: { sets: 2, reps: { min: 12 } } }], "work", { seconds: 40 }),
    { phase: "wait", clock: "12", load: "", count: "Reps or more, set 1 of 2", main: "Done",
      status: "Block hold, set 1 of 2, 12 reps or more. Press Done after the last." },
  ],
  [
    "as many reps as possible", at([{ ...LAST, dose: { sets: 2, reps: "as-many-as-possible", load: { words: "red band" } } }], "work", { seconds: 40.9 }),
    { clock: "40", load: "As many reps as possible, red band", count: "Set 1 of 2", main: "Done",
      status: "Block hold, set 1 of 2, as many reps as possible, red band. Press Done at the end." },
  ],
  [
    "as many as possible in a time", at([{ ...LAST, dose: { reps: "as-many-as-possible", work_seconds: 60 } }], "work", { seconds: 20 }),
    { phase: "work", clock: "40", load: "As many reps as possible", main: "Pause", status: "Block hold, as many reps as possible in 60 seconds." },
  ],
  ["to come: as many as possible in a time", at([{ ...LAST, dose: { reps: "as-many-as-possible", work_seconds: 60 } }], "prepare"), { load: "As many reps as possible", count: "60 s" }],
  ["reps to fatigue", at([{ ...LAST, dose: { reps: "to-fatigue" } }], "work", { seconds: 100 }), { clock: "1:40", load: "Reps to fatigue" }],
  ["a hold as long as possible", at([{ ...LAST, dose: { hold_seconds: "as-long-as-possible" } }], "work", { seconds: 0.5 }), { clock: "0", load: "Hold as long as possible" }],
  [
    "a hold that may be longer", at([{ ...LAST, dose: { hold_seconds: { min: 30 } } }], "work", { seconds: 33 }),
    { clock: "33", load: "30 s hold or longer", count: "", status: "Block hold, 30 seconds hold or longer. Press Done at the end." },
  ],
  ["work that may be longer", at([{ ...LAST, dose: { work_seconds: { min: 300 } } }], "prepare"), { load: "5 min or longer", count: "" }],
  [
    "a long distance", at([{ ...LAST, dose: { distance_metres: { min: 1000, max: 1500 } } }], "prepare"),
    { load: "1–1.5 km", count: "", status: "Get ready, 10 seconds. Block hold, 1–1.5 km." },
  ],
  [
    "a distance", at([{ ...LAST, dose: { sets: 3, distance_metres: 400, effort: { rpe: 8 } } }], "work", { seconds: 75 }),
    { phase: "wait", clock: "75", load: "400 m, effort 8 of 10", count: "Set 1 of 3", status: "Block hold, set 1 of 3, 400 m, effort 8 of 10. Press Done at the end." },
  ],
  [
    "a breath that is held", at([{ ...LAST, dose: { breaths: 5, breath_pattern: "4-7-8" } }], "work", { seconds: 25 }),
    { phase: "work", beat: "Hold", clock: "5", count: "Breath 2 of 5", status: "Block hold, 5 breaths, 95 seconds." },
  ],
  ["breaths to come", at([{ ...LAST, dose: { breaths: 1 } }], "prepare"), { beat: "", clock: "10", count: "1 breath" }],
  ["a repetition and its part, whatever is heard", at([{ ...LAST, dose: { reps: 5, tempo: "3-1-1-0" } }], "work", { seconds: 8, given: { settings: { tempo: "reps" } } }), { beat: "Pause", clock: "2", of: " of 5", count: "" }],
  ["the last repetition", at([{ ...LAST, dose: { reps: 5, tempo: "3-1-1-0" } }], "work", { seconds: 24.9 }), { beat: "Up", clock: "5", of: " of 5" }],
  [
    "the second direction to come", at([{ ...LAST, directions: ["forward", "back"], dose: { hold_seconds: 20 } }], "switch"),
    { phase_word: "Change direction", side: "Back", status: "Change direction, 5 seconds. Then back." },
  ],
  [
    "the other side to come, in its first direction", at([{ ...BALL, directions: ["forward", "back"], dose: { work_seconds: 20 } }], "switch", { number: 1 }),
    { phase_word: "Change sides", side: "Left foot, forward", status: "Change sides, 5 seconds. Then left foot, forward." },
  ],
  [
    "the weaker side", at([{ ...BALL, dose: { work_seconds: 30, side_order: "weaker-first" } }], "work"),
    { side: "Weaker foot", status: "Ball roll, weaker foot, 30 seconds." },
  ],
  [
    "the side that is not affected", at([{ ...BALL, dose: { work_seconds: 30, side_order: "affected-first" } }], "switch"),
    { phase_word: "Change sides", side: "Other foot", status: "Change sides, 5 seconds. Then other foot." },
  ],
  ["sides in turn", at([{ ...BALL, dose: { sets: 2, work_seconds: 30, rest_seconds: 60, side_order: "in-turn" } }], "switch"), { phase_word: "Change sides", side: "Left foot" }],
];

for (const [name, said, expected] of TABLE) {
  test(`${name}: says what there is to do, and one sentence`, () => {
    const found = Object.fromEntries(Object.keys(expected).map((key) => [key, /** @type {any} */ (said)[key]]));
    for (const [key, value] of Object.entries(found)) if (typeof value === "string") found[key] = plain(value);
    assert.deepEqual(found, expected);
  });
}

for (const [setup, prepare] of /** @type {const} */ ([[[], true], [["Stand tall."], false]])) test(`what the coach says of a step is shown where there is time to read it, with${setup.length ? "" : "out"} words on getting into place`, () => {
  const routine = routineOf([BALL, { ...LAST, dose: { sets: 2, hold_seconds: 60, rest_seconds: 30 } }]);
  for (const step of routine.steps) Object.assign(step, { note: "Stop above 3 of 10.", exercise: { ...step.exercise, setup } });
  const intervals = timeline(routine, { paced: true });
  const noted = intervals.map(({ kind }, index) => {
    const state = begin(intervals, T0, index);
    return [kind, Boolean(screen({ mode: "running", routine, intervals, state, position: position(state, intervals, T0), settings: {} }).note)];
  });
  const expected = { prepare, work: false, switch: false, transition: true, rest: true };
  assert.deepEqual(Object.fromEntries(noted), expected);
});

test("before Start each step stands there with its dose; a free timer, whose name says all, has none", () => {
  const steps = (/** @type {Brief[]} */ briefs) =>
    screen({ mode: "ready", routine: routineOf(briefs), settings: {}, options: /** @type {any} */ ({ paced: true }) }).steps ?? [];
  assert.deepEqual(steps([LAST]).map(({ name, dose }) => [name, plain(dose)]), [["Block hold", "60 s hold"]]);
  assert.deepEqual(steps([{ ...LAST, dose: { hold_seconds: 60, words: "" } }]), []);
  const routine = routineOf([LAST]);
  Object.assign(routine.steps[0].start, { words: "6 reps, tempo 2-0-2-0", paced_words: "6 reps, 2 s down · 2 s up" });
  assert.equal(screen({ mode: "ready", routine, settings: {} }).steps[0].dose, "6 reps, 2 s down · 2 s up");
});
