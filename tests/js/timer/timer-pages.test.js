// The screen before, after and without a run.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { ems } from "../../../overrides/scripts/shared/time-words.js";
import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { endScreen } from "../../../overrides/scripts/timer/end-screen.js";
import { begin, firstOf, position } from "../../../overrides/scripts/timer/playback.js";
import { screen } from "../../support/timer-screens.js";
import { routineOf } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/timer/timer-screen.js").ScreenInput} Given */

const T0 = 1_790_000_000_000;
const plain = (/** @type {string} */ text) => text.replaceAll("\u202f", " ");
const EITHER = { reps: 6, words: "6 reps or 60 s hold", or: { hold_seconds: 60, words: "60 s hold" } };

/** Two exercises; the second may be done in another way, and needs a block. */
function pair() {
  const routine = routineOf([
    { laterality: "bilateral", dose: { work_seconds: 30, words: "30 s" } },
    { laterality: "bilateral", dose: EITHER, name: "Pelvic list" },
  ]);
  routine.steps[1].exercise.equipment = [{ name: "Yoga block", required: true, substitutes: [] }];
  return routine;
}

/** @param {Partial<Given> & {mode: Given["mode"]}} given */
const said = (given, routine = pair()) =>
  screen({ routine, intervals: timeline(routine), settings: { level: "start" }, ...given });

test("before it begins it says how long it takes, what to have at hand, and the steps", () => {
  const { title, main, needs, begins, steps, status, routine_url } = said({ mode: "ready" });
  assert.deepEqual([title, plain(main), begins, status, routine_url], ["Some", "Start, 69 s", "", "", "routines/some/"]);
  assert.deepEqual(needs, ["Yoga block"]);
  assert.deepEqual(steps.map((step) => [step.number, step.name, step.dose, step.state_word]), [
    ["1", "Ball roll", "30 s", ""],
    ["2", "Pelvic list", "6 reps or 60 s hold", ""],
  ]);
});

test("a step whose dose has an alternative offers it, and then says only that", () => {
  assert.deepEqual(said({ mode: "ready" }).choices, [{ step: 1, label: "Pelvic list: 60 s hold", on: false }]);
  const chosen = said({ mode: "ready", alternatives: [1] });
  assert.equal(chosen.choices[0].on, true);
  assert.equal(chosen.steps[1].dose, "60 s hold");
});

test("from a later step on, it says where it begins and counts only what comes", () => {
  const { begins, main, needs } = said({ mode: "ready", first: 1 });
  assert.equal(begins, "Begins with Pelvic list, step 2 of 2.");
  assert.equal(plain(main), "Start, 39 s");
  assert.deepEqual(needs, ["Yoga block"]);
});

test("when to stop is the routine's own, or what its exercises say if that can be read before Start", () => {
  const routine = pair();
  assert.equal(said({ mode: "ready" }, routine).stop, "");
  for (const { exercise } of routine.steps) exercise.stop_signs = ["Sharp pain.", `Pain in the ${exercise.name}.`];
  assert.equal(said({ mode: "ready" }, routine).stop, "Sharp pain. Pain in the Ball roll. Pain in the Pelvic list.");
  assert.equal(said({ mode: "ready" }, { ...routine, stop_signs: ["A leg that gives way."] }).stop, "A leg that gives way.");
  routine.steps[0].exercise.stop_signs = ["Pain that is sharp. ".repeat(20)];
  assert.match(said({ mode: "ready" }, routine).stop, /^You meet a sign to stop that the instructions/);
});

test("a free timer says nothing of what to have at hand", () => {
  assert.deepEqual(said({ mode: "ready" }, { ...pair(), url: "" }).needs, []);
});

test("levels are offered where they differ", () => {
  const routine = pair();
  assert.equal(said({ mode: "ready" }).levels, "");
  routine.steps[0].goal = { ...routine.steps[0].goal, words: "3 min", work_seconds: { min: 180, max: 180 } };
  const { levels, main, start_length, goal_length } = said({ mode: "ready" }, routine);
  assert.notEqual(levels, "");
  assert.deepEqual([main, plain(start_length), plain(goal_length)], ["Start", "69 s", "4 min"], "each says how long it takes");
});

/**
 * @param {Partial<import("../../../overrides/scripts/timer/playback.js").State>} state
 * @param {ReturnType<typeof routineOf>} [routine]
 * @param {boolean} [marked]
 */
function ended(state, routine = pair(), marked = false) {
  const over = { ...begin(timeline(routine), T0), done: true, ended_at: T0, ...state };
  /** @type {Given} */
  const given = { mode: "ended", routine, intervals: timeline(routine), settings: { level: "start" }, state: over, marked };
  const { screen: { title, summary, status, phase, main }, ways } = endScreen(screen(given), given);
  return { title, summary: plain(summary), status, phase, main, ways, said: ways.map(({ text, rank }) => text + { first: "!", second: "?", "": "" }[rank ?? ""]) };
}

test("at the end it says how much was done, and offers first to do what was left out", () => {
  const half = ended({ finished: [1], ended_at: T0 + 300_000 });
  assert.deepEqual([half.title, half.summary, half.phase, half.main], ["1 of 2 done", "It took 5 min.", "done", ""]);
  assert.deepEqual(half.said, ["Do the one left!", "Mark as done today?", "Home", "Start again"]);
  assert.deepEqual([half.ways[0].action, half.ways[0].steps], ["again", [0]]);
  const whole = ended({ finished: [0, 1] });
  assert.deepEqual([whole.title, whole.summary, whole.status], ["Done", "2 exercises.", "Done. 2 exercises."]);
  assert.deepEqual(whole.said, ["Mark as done today!", "Home", "Start again"]);
  assert.deepEqual(ended({ finished: [0, 1] }, pair(), true).said, ["Marked as done today?", "Home!", "Start again"]);
});

test("at the end of one exercise it does not speak of several", () => {
  const routine = routineOf([{ laterality: "bilateral", dose: { work_seconds: 30 } }]);
  const end = ended({ finished: [0] }, routine);
  assert.deepEqual([end.title, end.summary], ["Done", `${routine.steps[0].exercise.name}.`]);
});

test("at the end, a routine may be gone through again if it says so, and says how often it was", () => {
  const end = ended({ finished: [0, 1], pass: 2 }, { ...pair(), second_round: "optional" });
  assert.deepEqual([end.said.at(-1), end.summary], ["Go round again", "2 rounds, 2 exercises."]);
});

test("where nothing was done, the end says that, and nothing goes round again", () => {
  const routine = { ...pair(), second_round: /** @type {const} */ ("optional") };
  const none = { ended_at: T0 + 21_000, skipped: [0, 1] };
  const end = ended(none, routine);
  assert.deepEqual([end.title, end.summary, end.phase, end.status], ["0 of 2 done", routine.name, "", `0 of 2 done. ${routine.name}`]);
  assert.deepEqual(end.said, ["Do all 2!", "Home"]);
  const later = ended({ ...none, pass: 2 }, routine);
  assert.deepEqual([later.title, later.summary], ["0 of 2 done", "2 rounds took 21 s."], "the round before was done");
  assert.deepEqual(later.said, ["Do all 2!", "Mark as done today?", "Home", "Go round again"]);
});

test("where one side or set was done and no exercise to its end, the end says that it was begun", () => {
  const begun = { ended_at: T0 + 120_000, worked: [0], skipped: [0, 1] };
  const two = ended(begun);
  assert.deepEqual([two.title, two.summary, two.phase], ["1 of 2 begun", "It took 2 min.", "done"]);
  assert.deepEqual(two.said, ["Do all 2!", "Home", "Mark as done today"]);
  const one = ended({ ...begun, skipped: [0] }, routineOf([{ laterality: "unilateral", dose: { work_seconds: 30 } }]));
  assert.deepEqual([one.title, one.said], ["Begun, not finished", ["Start again!", "Home", "Mark as done today"]]);
});

test("until what the end is made of has come, there is its name, and a button", () => {
  const { title, summary, main, status } = said({ mode: "ended", state: { ...begin(timeline(pair()), T0), done: true, ended_at: T0 } });
  assert.deepEqual([title, summary, main, status], ["Some", "", "Start again", ""]);
});

test("a problem is a sentence and its ways out, and no button", () => {
  const links = [{ text: "Foot and hip", url: "timer/?routine=foot-and-hip" }];
  const { problem, status, main, links: ways } = screen({ mode: "problem", settings: {}, problem: "Nothing here.", links });
  assert.deepEqual([problem, status, main, ways], ["Nothing here.", "Nothing here.", "", links]);
});

test("notes, an absence and the last time pass through in any mode", () => {
  for (const mode of /** @type {const} */ (["ready", "ended", "problem"])) {
    const { notes, away, last_done } = said({ mode, notes: ["One."], away: "Two.", last_done: "Three." });
    assert.deepEqual([notes, away, last_done], [["One."], "Two.", "Three."]);
  }
});

/** @param {number} second @param {object} [change] */
function running(second, change) {
  const routine = pair();
  routine.steps[0].exercise.image = { url: "assets/a.svg", alt: "A foot on a ball" };
  const intervals = timeline(routine);
  const state = { ...begin(intervals, T0, 1), ...change };
  return screen({ mode: "running", routine, intervals, state, position: position(state, intervals, T0 + second * 1000), settings: {} });
}

test("what comes next is named with what to fetch for it", () => {
  const { next_label, next, fetch, exercise } = running(2);
  assert.deepEqual([next_label, next, fetch], ["Next", "Pelvic list", "Yoga block"]);
  assert.deepEqual(exercise?.image, { url: "assets/a.svg", alt: "A foot on a ball" });
});

test("on the way to a step its own things are to be fetched, and its dose is said", () => {
  const { name, fetch, next, count, status } = running(33);
  assert.deepEqual([name, fetch, next, count], ["Pelvic list", "Yoga block", "", "6 reps"]);
  assert.equal(status, "Next, in 15 seconds: Pelvic list, 6 reps. You need: yoga block.");
});

test("what the exercise before has there need not be fetched, unless that was not done", () => {
  const routine = pair();
  routine.steps[0].exercise.equipment = routine.steps[1].exercise.equipment;
  const intervals = timeline(routine);
  const led = (/** @type {number[]} */ finished) => {
    const state = { ...begin(intervals, T0, firstOf(intervals, 1)), finished };
    const shown = screen({ mode: "running", routine, intervals, state, position: position(state, intervals, T0), settings: {} });
    return [shown.fetch, shown.status.includes("You need")];
  };
  assert.deepEqual(led([0]), ["", false]);
  assert.deepEqual(led([]), ["Yoga block", true]);
});

test("what is done again alone leads to nothing", () => {
  const routine = pair();
  const intervals = timeline(routine).filter(({ step }) => step === 0);
  const state = begin(intervals, T0, 1);
  const shown = screen({ mode: "running", routine, intervals, state, position: position(state, intervals, T0), settings: {} });
  assert.deepEqual([shown.next_label, shown.next, shown.fetch], ["", "", ""]);
});

test("a set that waits for Done has no time to add to", () => {
  const routine = pair();
  const intervals = timeline(routine, { paced: false });
  const at = intervals.findIndex(({ seconds }) => seconds === null);
  const state = begin(intervals, T0, at);
  const shown = screen({ mode: "running", routine, intervals, state, position: position(state, intervals, T0), settings: {} });
  assert.deepEqual([shown.more, running(2).more], ["", "+15\u202fs"]);
});

test("the list knows what is done, what is now and what was skipped", () => {
  assert.deepEqual(running(2, { skipped: [1] }).steps.map((step) => step.state), ["now", "skipped"]);
  assert.deepEqual(running(33, { finished: [0] }).steps.map((step) => step.state), ["done", "now"]);
});

test("a full second is shown whole, and nobody sees a zero before the end", () => {
  for (const [second, clock] of /** @type {const} */ ([[0, "30"], [0.001, "30"], [0.9, "30"], [1, "29"], [29.5, "1"], [29.99, "1"]])) {
    assert.equal(running(second).clock, clock, `${second}`);
  }
});

test("the digits keep their size for the whole interval, which is never that of a single digit", () => {
  assert.equal(running(0).ems.clock, running(29).ems.clock);
  assert.equal(running(33).ems.clock, ems("15"));
  assert.equal(running(0, { added_ms: 75_000 }).ems.clock, ems("1:45"), "with time added it grows");
});
