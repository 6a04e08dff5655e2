// The screen of groups: rounds, lists, what comes next, what is counted, and what became of it; and what is said aloud of it.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { withGroups } from "../../../overrides/scripts/timer/group-screen.js";
import { begin, complete, countRound, pause, position, tick } from "../../../overrides/scripts/timer/playback.js";
import { announcements, countSaid, spokenDue } from "../../../overrides/scripts/timer/spoken-times.js";
import { endScreen } from "../../../overrides/scripts/timer/end-screen.js";
import { screen } from "../../support/timer-screens.js";
import { routineOf } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/timer/playback.js").State} State */
/** @typedef {import("../../support/vector-routines.js").Brief} Brief */
/** @typedef {import("../../support/vector-routines.js").BriefGroup} BriefGroup */

const T0 = 1_790_000_000_000;
const plain = (/** @type {string} */ text) => text.replaceAll(/[\u202f\u00a0]/g, " ");
const at = (/** @type {number} */ seconds) => T0 + seconds * 1000;
/** @type {(name: string, dose: Record<string, any>) => Brief} */
const step = (name, dose) => ({ laterality: "bilateral", name, dose });
const MARCH = step("March", { work_seconds: 30, words: "30 s" });
const SQUAT = step("Squat", { work_seconds: 20, words: "20 s" });
const SWING = step("Swing", { work_seconds: 20, words: "20 s with 16 kg", load: { words: "16 kg" } });

/**
 * The screen at a moment, and what it has no parts for.
 * @param {ReturnType<typeof routineOf>} routine
 * @param {State | null} state
 * @param {number} seconds
 * @param {object} [options]
 */
function shown(routine, state, seconds, options = {}) {
  const intervals = timeline(routine, options);
  const now = state && tick(state, intervals, at(seconds));
  /** @type {import("../../../overrides/scripts/timer/timer-screen.js").ScreenInput} */
  const given = {
    mode: !now ? "ready" : now.done ? "ended" : "running",
    routine,
    intervals,
    state: now,
    position: now && position(now, intervals, at(seconds)),
    settings: { level: "start" },
  };
  const { screen: changed, rounds } = withGroups(endScreen(screen(given), given).screen, given);
  return { ...changed, rounds };
}

const CIRCUIT = routineOf([MARCH, SQUAT, SWING, MARCH], {
  groups: [{ first: 1, size: 2, rounds: 2, transition_seconds: 10, round_rest_seconds: 60, words: "2 rounds, 60 s rest between rounds" }],
});
const circuit = (/** @type {number} */ seconds) => shown(CIRCUIT, begin(timeline(CIRCUIT), T0), seconds);

test("each interval of a group says its round before its load, and what comes next", () => {
  const said = (/** @type {number} */ seconds) => {
    const { phase, name, load, next_label, next } = circuit(seconds);
    return [phase, name, plain(load), next_label && `${next_label} ${next}`.trim()].join("; ");
  };
  assert.equal(said(15), "work; March; ; Next Squat");
  assert.equal(said(45), "transition; Squat; Round 1 of 2; Next Swing");
  assert.equal(said(60), "work; Squat; Round 1 of 2; Next Swing");
  assert.equal(said(80), "transition; Swing; Round 1 of 2, 16 kg; Next Squat");
  assert.equal(said(90), "work; Swing; Round 1 of 2, 16 kg; Next Squat");
  assert.equal(said(110), "rest; Squat; Round 2 of 2; Next Swing");
  assert.equal(said(200), "work; Swing; Round 2 of 2, 16 kg; Next March");
  assert.equal(said(236), "work; March; ; Last exercise");
});

test("the name of its group is told apart, and heads its steps in every list", () => {
  assert.deepEqual([15, 60, 110, 236].map((seconds) => circuit(seconds).rounds.name), ["", "Circuit", "Circuit", ""]);
  const heads = [{ step: 1, text: "Circuit: 2 rounds, 60 s rest between rounds" }];
  assert.deepEqual(circuit(60).rounds.heads, heads);
  assert.deepEqual(shown(CIRCUIT, null, 0).rounds.heads, heads, "before it begins, too");
});

test("a round is said once, as it begins", () => {
  const said = [45, 60, 80, 90, 110, 170].map((seconds) => plain(circuit(seconds).status));
  assert.deepEqual(said, [
    "Circuit, round 1 of 2. Next, in 15 seconds: Squat, 20 seconds.",
    "Squat, 20 seconds.",
    "Next, in 10 seconds: Swing, 20 seconds, 16 kg.",
    "Swing, 20 seconds, 16 kg.",
    "Round 2 of 2. Rest, 60 seconds. Next: Squat, 20 seconds.",
    "Squat, 20 seconds.",
  ]);
});

test("what was fetched in the first round need not be fetched in the next", () => {
  const routine = routineOf([SQUAT, SWING], { groups: [{ size: 2, rounds: 2, words: "2 rounds" }] });
  routine.steps[1].exercise.equipment = [{ name: "Kettlebell", required: true, substitutes: [] }];
  const fetch = (/** @type {number} */ seconds) => shown(routine, begin(timeline(routine), T0), seconds).fetch;
  assert.deepEqual([10, 30, 45, 65, 80, 100].map(fetch), ["Kettlebell", "Kettlebell", "", "", "", ""]);
});

test("a single step's rest leads to the next exercise", () => {
  const routine = routineOf([{ ...MARCH, rest_after_seconds: 90 }, SQUAT]);
  const { phase, name, count, next_label, status } = screen({
    mode: "running", routine, intervals: timeline(routine), settings: { level: "start" },
    state: tick(begin(timeline(routine), T0), timeline(routine), at(41)),
    position: position(begin(timeline(routine), T0), timeline(routine), at(41)),
  });
  assert.deepEqual([phase, name, plain(count), next_label], ["rest", "Squat", "20 s", ""]);
  assert.equal(status, "Rest, 90 seconds. Next: Squat, 20 seconds.");
});

test("what comes next of the same exercise, its other side, stays what comes next", () => {
  const routine = routineOf([MARCH, { ...SQUAT, laterality: "unilateral" }]);
  const intervals = timeline(routine);
  const next = (/** @type {number} */ seconds) => {
    const { next_label, next } = shown(routine, begin(intervals, T0), seconds);
    return `${next_label} ${next}`;
  };
  assert.deepEqual([15, 60, 85].map(next), ["Next Squat", "Next Left foot", "Last exercise "]);
});

test("a rest by the clock is as long as Done came early, and its sentence names no time", () => {
  const reps = step("Squat", { reps: 5, words: "5 reps" });
  const routine = routineOf([reps], { groups: [{ size: 1, rounds: 3, every_seconds: 60, words: "a round every 60 s, 3 rounds" }] });
  const options = { paced: false, prepare_seconds: 0 };
  const intervals = timeline(routine, options);
  const { clock, status, load } = shown(routine, complete(begin(intervals, T0), intervals, at(12)), 12, options);
  assert.deepEqual([clock, status, plain(load)], ["48", "Round 2 of 3. Rest. Then Squat, 5 reps.", "Round 2 of 3"]);
});

const AMRAP = routineOf([MARCH, SQUAT, SWING, MARCH], {
  groups: [
    { name: "Finisher", first: 1, size: 2, open: "as-many-as-possible", work_seconds: 600, words: "as many rounds as possible in 10 min" },
  ],
});
const FINISHER = timeline(AMRAP);
/** In the finisher since second 55, with so many rounds. @param {number} rounds */
function inFinisher(rounds) {
  let state = begin(FINISHER, T0);
  for (let round = 1; round <= rounds; round += 1) state = countRound(state, FINISHER, at(60 + round));
  return state;
}

test("rounds that are counted have their time, their number and the list of what is in them", () => {
  const { name, clock, side, main, more, load, count, cue, exercise, place, status, rounds } = shown(AMRAP, inFinisher(0), 60);
  assert.deepEqual([name, clock, side, main, more], ["Finisher", "9:55", "0 rounds", "Round done", ""]);
  assert.deepEqual([load, count, cue, exercise, place], ["", "", "", null, "Steps 2–3 of 4"]);
  assert.equal(status, "Finisher: as many rounds as possible in 10 min. Press Round done after each.");
  assert.deepEqual(rounds.tasks, [{ name: "Squat", dose: "20 s", note: "" }, { name: "Swing", dose: "20 s with 16 kg", note: "" }]);
  assert.deepEqual([rounds.isCounting, rounds.mayPause, rounds.mayFinish], [true, true, false]);
});

test("each round that is done is shown and said", () => {
  const { side, status, rounds, steps } = shown(AMRAP, inFinisher(1), 70);
  assert.deepEqual([side, status], ["1 round", "1 round."]);
  assert.equal(shown(AMRAP, inFinisher(3), 70).status, "3 rounds.");
  assert.deepEqual(rounds.tallies, [{ key: "rounds/1/0", label: "Rounds", value: 1, usual: 10 }]);
  assert.deepEqual(steps.map(({ state_word }) => state_word), ["Done", "Now", "Now", ""]);
});

test("while they are paused, the main button resumes", () => {
  const paused = pause(tick(inFinisher(1), FINISHER, at(70)), at(70));
  const { main, phase_word, rounds } = shown(AMRAP, paused, 90);
  assert.deepEqual([main, phase_word, rounds.mayPause], ["Resume", "Paused", false]);
});

test("what leads to such a group says what to do in it", () => {
  const { name, count, status, rounds, main, next_label } = shown(AMRAP, begin(FINISHER, T0), 45);
  assert.deepEqual([name, count, main, next_label], ["Finisher", "As many rounds as possible in 10 min", "Pause", "Next"]);
  assert.equal(status, "Next: Finisher: as many rounds as possible in 10 min.");
  assert.deepEqual([rounds.tasks.length, rounds.mayPause], [2, false]);
  assert.equal(shown(AMRAP, begin(FINISHER, T0), 20).next, "Finisher");
});

test("after their time, the number of rounds may be set right, and the end says it", () => {
  assert.deepEqual(shown(AMRAP, inFinisher(5), 660).rounds.tallies.map(({ value }) => value), [5], "during the transition after it");
  const { summary, status, rounds } = shown(AMRAP, inFinisher(5), 900);
  assert.deepEqual([summary, status], ["4 exercises, 12\u202fmin. Finisher: 5 rounds.", "Done. 4 exercises, 12\u202fmin. Finisher: 5 rounds."]);
  assert.deepEqual(rounds.heads, [{ step: 1, text: "Finisher: 5 rounds" }]);
  assert.deepEqual(rounds.tallies.map(({ label, value }) => [label, value]), [["Finisher: rounds", 5]]);
});

/** @param {Partial<BriefGroup>} more */
function sprint(more) {
  const routine = routineOf([SQUAT, SWING], {
    groups: [{ name: "Sprint", size: 2, rounds: 3, for_time: true, words: "3 rounds for time", ...more }],
  });
  return { routine, intervals: timeline(routine, { prepare_seconds: 0 }) };
}

test("rounds for time count the time up and the rounds to their number, and may be finished", () => {
  const { routine, intervals } = sprint({ cap_seconds: 900 });
  const state = countRound(begin(intervals, T0), intervals, at(40));
  const { clock, side, count, phase_word, main, rounds } = shown(routine, state, 75, { prepare_seconds: 0 });
  assert.deepEqual([clock, side, plain(count), phase_word, main], ["75", "1 of 3 rounds", "Within 15 min", "For time", "Round done"]);
  assert.equal(rounds.mayFinish, true);
});

test("one round for time is simply done", () => {
  const { routine, intervals } = sprint({ rounds: 1 });
  const { side, main, rounds } = shown(routine, begin(intervals, T0), 5, { prepare_seconds: 0 });
  assert.deepEqual([side, main, rounds.mayFinish], ["", "Done", false]);
});

test("the end says how long they took, and how many there were where they are not all", () => {
  const { routine, intervals } = sprint({ cap_seconds: 900 });
  const rounds = (/** @type {number[]} */ times) =>
    times.reduce((state, seconds) => countRound(state, intervals, at(seconds)), begin(intervals, T0));
  const end = (/** @type {State} */ state) => plain(shown(routine, state, 1000, { prepare_seconds: 0 }).summary);
  assert.equal(end(rounds([50, 101, 151])), "2 exercises, 3 min. Sprint: 3 rounds in 2 min 31 s.");
  assert.equal(end(rounds([50])), "2 exercises, 15 min. Sprint: 1 of 3 rounds in 15 min.");
  assert.equal(end(complete(rounds([50, 101]), intervals, at(120))), "2 exercises, 2 min. Sprint: 2 of 3 rounds in 2 min.");
});

const MOST = step("Push-up", { sets: 2, reps: "as-many-as-possible", rest_seconds: 60, words: "2 × as many reps as possible" });

test("after a set of as many as possible, its number may be put in; the end lists them", () => {
  const routine = routineOf([MOST, MARCH]);
  const options = { prepare_seconds: 0 };
  const intervals = timeline(routine, options);
  const rest = complete(begin(intervals, T0), intervals, at(20));
  assert.deepEqual(shown(routine, begin(intervals, T0), 5, options).rounds.tallies, [], "not while it is being done");
  const [tally] = shown(routine, rest, 25, options).rounds.tallies;
  assert.deepEqual([tally.label, tally.value, tally.usual], ["Push-up, set 1: reps", null, 10]);
  const counted = { ...rest, counted: { [tally.key]: 14 } };
  assert.equal(shown(routine, counted, 25, options).rounds.tallies[0].value, 14);
  const end = shown(routine, complete(counted, intervals, at(100)), 200, options);
  assert.deepEqual(end.steps.map(({ dose }) => plain(dose)), ["2 × as many reps as possible – did 14", "30 s"]);
  assert.deepEqual(end.rounds.tallies.map(({ label, value }) => [label, value]), [["Push-up, set 1: reps", 14], ["Push-up, set 2: reps", null]]);
});

test("of a step that was skipped no number is asked for", () => {
  const routine = routineOf([MOST, MARCH]);
  const state = { ...begin(timeline(routine), T0), done: true, ended_at: T0 };
  assert.equal(shown(routine, state, 5).rounds.tallies.length, 2);
  assert.deepEqual(shown(routine, { ...state, skipped: [0] }, 5).rounds.tallies, []);
});

test("sets of a known number, and holds without an end, are not counted", () => {
  for (const dose of [{ reps: 10 }, { hold_seconds: "as-long-as-possible" }, { hold_seconds: { min: 30 } }]) {
    const routine = routineOf([step("Squat", { ...dose, words: "" })]);
    const intervals = timeline(routine);
    assert.deepEqual(shown(routine, { ...begin(intervals, T0), done: true, ended_at: T0 }, 5).rounds.tallies, []);
  }
});

test("a second time through has counts of its own, and the end tells both", () => {
  const routine = { ...AMRAP, second_round: /** @type {const} */ ("optional") };
  const state = { ...inFinisher(5), pass: 2, done: true, ended_at: at(900), counted: { "rounds/1/0": 5, "rounds/2/0": 4 } };
  const { rounds } = shown(routine, state, 1000);
  assert.equal(rounds.heads[0].text, "Finisher: 5 rounds, then 4 rounds");
  assert.deepEqual(rounds.tallies.map(({ value }) => value), [4]);
});

/** @param {ReturnType<typeof routineOf>} routine @param {object} [options] */
function spoken(routine, options) {
  const intervals = timeline(routine, options);
  return spokenDue(begin(intervals, T0), intervals, announcements(routine, intervals), T0, Infinity).map(({ text }) => text);
}

test("rounds are said aloud where sets are", () => {
  assert.deepEqual(spoken(CIRCUIT), ["March", "Circuit, round 1, Squat", "Swing, with 16 kg", "round 2, Squat", "Swing, with 16 kg", "March"]);
  const minutes = routineOf([SWING], { groups: [{ name: "Complex", size: 1, rounds: 3, every_seconds: 60 }] });
  assert.deepEqual(spoken(minutes), ["Complex, round 1, Swing, with 16 kg", "round 2", "round 3"]);
  assert.deepEqual(spoken(AMRAP), ["March", "Finisher, as many rounds as possible", "March"]);
  assert.deepEqual(spoken(sprint({}).routine), ["Sprint, 3 rounds for time"]);
});

test("the number of rounds is said once they are over", () => {
  const state = inFinisher(5);
  assert.equal(countSaid(state, FINISHER[3]), "5 rounds");
  assert.equal(countSaid(inFinisher(0), FINISHER[3]), "");
  const { intervals } = sprint({});
  const ended = [50, 100, 151].reduce((then, seconds) => countRound(then, intervals, at(seconds)), begin(intervals, T0));
  assert.equal(countSaid(ended, intervals[0]), "3 rounds in 2 minutes 31 seconds");
});
