// The engine with groups: clocks that a late Done does not move, rounds that are counted, and steps that come again.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import {
  add, back, begin, complete, countKey, countRound, firstOf, jump, pause, position, resume, skip, tick,
} from "../../../overrides/scripts/timer/playback.js";
import { due } from "../../../overrides/scripts/timer/signal-times.js";
import { validState } from "../../../overrides/scripts/timer/stored-session.js";
import { TimerRun } from "../../../overrides/scripts/timer/timer-run.js";
import { chance, moments } from "../../support/chance.js";
import { cases } from "../../support/random-cases.js";
import { GROUP_VECTORS, groupedRoutineOf, routineOf } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Interval} Interval */
/** @typedef {import("../../../overrides/scripts/timer/playback.js").State} State */
/** @typedef {import("../../support/vector-routines.js").Brief} Brief */
/** @typedef {import("../../support/vector-routines.js").BriefGroup} BriefGroup */

const T0 = 1_790_000_000_000;
const DONE = { paced: false, prepare_seconds: 0 };
/** @type {(dose: Record<string, any>) => Brief} */
const step = (dose) => ({ laterality: "bilateral", dose });
const REPS = step({ reps: 5 }); // 20 seconds, as long as nobody presses Done
const WORK = step({ work_seconds: 20 });

/** @param {Brief[]} steps @param {BriefGroup[]} [groups] @param {object} [options] */
const laidOut = (steps, groups, options = DONE) => timeline(routineOf(steps, { groups }), options);
const at = (/** @type {number} */ seconds) => T0 + seconds * 1000;

/**
 * What is on, and since which second, after Done was pressed at these seconds.
 * @param {Interval[]} intervals
 * @param {number[]} presses
 * @param {number} seconds
 */
function after(intervals, presses, seconds) {
  const pressed = presses.reduce((state, press) => complete(state, intervals, at(press)), begin(intervals, T0));
  const state = tick(pressed, intervals, at(seconds));
  const { kind, round } = intervals[state.index];
  return state.done ? `ended ${(Number(state.ended_at) - T0) / 1000}` : `${kind} ${round ?? 1} since ${(state.at - T0) / 1000}`;
}

const EMOM = laidOut([REPS], [{ size: 1, rounds: 3, every_seconds: 60 }]);

test("an early Done gives more rest: the next round begins by the clock", () => {
  assert.equal(after(EMOM, [12], 59.999), "rest 2 since 12");
  assert.equal(after(EMOM, [12], 60), "work 2 since 60");
  assert.equal(after(EMOM, [12, 65], 119.999), "rest 3 since 65");
  assert.equal(after(EMOM, [12, 65], 120), "work 3 since 120");
  assert.equal(after(EMOM, [12, 65, 131], 132), "ended 131", "behind the last there is nothing to rest for");
});

test("a late Done leaves less rest, and none where the minute is over; the round after that is on time again", () => {
  assert.equal(after(EMOM, [50], 59.999), "rest 2 since 50");
  assert.equal(after(EMOM, [50], 60), "work 2 since 60");
  assert.equal(after(EMOM, [70], 70), "work 2 since 70");
  assert.equal(after(EMOM, [70, 90], 119.999), "rest 3 since 90");
  assert.equal(after(EMOM, [70, 90], 120), "work 3 since 120");
  assert.equal(after(EMOM, [60], 60), "work 2 since 60", "exactly at the end of the minute there is no rest of no time");
});

test("what is left of a rest by the clock is said as it is, and time added to it moves the clock", () => {
  const rest = complete(begin(EMOM, T0), EMOM, at(12));
  assert.equal(position(rest, EMOM, at(12)).left_seconds, 48);
  assert.equal(position(rest, EMOM, at(50)).left_seconds, 10);
  const longer = add(rest, EMOM, 15, at(50));
  assert.equal(after(EMOM, [12], 60), "work 2 since 60");
  assert.equal(tick(longer, EMOM, at(74.999)).index, longer.index);
  const second = complete(tick(longer, EMOM, at(75)), EMOM, at(85));
  assert.equal(position(second, EMOM, at(85)).left_seconds, 50, "a minute from the beginning of the round, whenever that was");
});

test("a pause stops the clock, in work and in rest", () => {
  let state = resume(pause(begin(EMOM, T0), at(5)), at(105));
  state = complete(state, EMOM, at(112));
  assert.equal(position(state, EMOM, at(112)).left_seconds, 48);
  state = resume(pause(tick(state, EMOM, at(120)), at(120)), at(220));
  assert.equal(position(state, EMOM, at(220)).left_seconds, 40);
});

test("skipping work by the clock leaves the time until the next round, skipping the rest begins it now", () => {
  const rest = skip(begin(EMOM, T0), EMOM, at(12));
  assert.equal(position(rest, EMOM, at(12)).left_seconds, 48);
  const next = complete(skip(rest, EMOM, at(30)), EMOM, at(40));
  assert.equal(position(next, EMOM, at(40)).left_seconds, 50);
});

test("going back to a round's work begins its minute again", () => {
  const rest = complete(begin(EMOM, T0), EMOM, at(12));
  const again = back(rest, EMOM, at(13));
  const done = complete(again, EMOM, at(23));
  assert.equal(position(done, EMOM, at(23)).left_seconds, 50);
});

test("several exercises of a round share its minute, those that wait and those that do not", () => {
  const intervals = laidOut([REPS, WORK, REPS], [{ size: 3, rounds: 2, every_seconds: 120, transition_seconds: 5 }]);
  assert.equal(after(intervals, [10, 10 + 5 + 20 + 5 + 10], 50), "rest 2 since 50");
  assert.equal(after(intervals, [10, 50], 119.999), "rest 2 since 50");
  assert.equal(after(intervals, [10, 50], 120), "work 2 since 120");
});

test("alternating minutes begin by the clock, each with its own work", () => {
  const intervals = laidOut([REPS, WORK], [{ size: 2, rounds: 2, step_every_seconds: 60 }]);
  assert.equal(after(intervals, [5], 60), "work 1 since 60");
  assert.equal(after(intervals, [5], 80), "rest 2 since 80");
  assert.equal(after(intervals, [5, 130], 180), "work 2 since 180");
});

test("sets by the clock of a dose begin on time, too", () => {
  const intervals = laidOut([step({ sets: 3, reps: 5, every_seconds: 60 })]);
  assert.equal(after(intervals, [8], 60), "work 1 since 60");
  assert.equal(after(intervals, [8, 75], 120), "work 1 since 120");
  assert.equal(after(intervals, [8, 75, 130], 131), "ended 130");
});

test("an estimate as long as the clock still leaves a rest to an early Done, and no rest to one on time", () => {
  const intervals = laidOut([REPS], [{ size: 1, rounds: 2, every_seconds: 20 }]);
  assert.equal(after(intervals, [8], 19), "rest 2 since 8");
  assert.equal(after(intervals, [8], 20), "work 2 since 20");
  assert.equal(after(intervals, [20], 20), "work 2 since 20");
});

test("what was late in one group is none of the next one's business", () => {
  const clocked = { rounds: 2, every_seconds: 60, rest_after_seconds: 0 };
  const intervals = laidOut([REPS, REPS], [{ size: 1, ...clocked }, { first: 1, size: 1, ...clocked }], { ...DONE, transition_seconds: 0 });
  assert.equal(after(intervals, [10, 90, 100], 150), "work 2 since 150", "begun at 90, so its second minute begins at 150");
});

test("signals come when the rest by the clock really ends", () => {
  const rest = complete(begin(EMOM, T0), EMOM, at(12));
  const said = due(rest, EMOM, at(12), at(61)).map(({ signal, at: then }) => `${signal} ${(then - T0) / 1000}`);
  assert.deepEqual(said, ["rest 12", "countdown 57", "countdown 58", "countdown 59", "work 60"]);
});

test("in steps of 50 ms, every interval of groups begins at its computed second and none is left out", () => {
  for (const { steps, name } of GROUP_VECTORS) {
    const intervals = timeline(groupedRoutineOf(steps)).filter(({ seconds }) => seconds !== null);
    if (intervals.some(({ amount }) => amount === "rounds")) continue; // long, and nothing happens in it
    let state = begin(intervals, T0);
    const begun = [0];
    for (let ms = 0; !state.done; ms += 50) {
      const { index } = state;
      state = tick(state, intervals, T0 + ms);
      if (state.index !== index || state.done) begun.push(ms);
    }
    let sum = 0;
    const computed = [0, ...intervals.map((each) => (sum += each.estimate_seconds * 1000))];
    assert.deepEqual(begun, [...new Set(computed)], name);
  }
});

test("whoever presses buttons in groups gets the same, however often anybody looked in between", () => {
  const random = chance(16);
  const all = GROUP_VECTORS.flatMap(({ steps }) => [true, false].map((paced) => timeline(groupedRoutineOf(steps), { paced })));
  const buttons = [
    skip, back, complete, complete, countRound,
    (/** @type {State} */ s, /** @type {Interval[]} */ i, /** @type {number} */ n) => add(s, i, 15, n),
    (/** @type {State} */ s, /** @type {Interval[]} */ i, /** @type {number} */ n) => pause(tick(s, i, n), n),
    (/** @type {State} */ s, /** @type {Interval[]} */ _, /** @type {number} */ n) => resume(s, n),
    (/** @type {State} */ s, /** @type {Interval[]} */ i, /** @type {number} */ n) => jump(s, i, i[i.length - 1].step, n),
  ];
  for (let run = 0; run < cases(2000); run += 1) {
    const intervals = all[run % all.length];
    let [seen, unseen] = [begin(intervals, T0), begin(intervals, T0)];
    const times = moments(random, T0, T0 + 900_000, 12);
    times.forEach((now, index) => {
      const button = buttons[Math.floor(random() * buttons.length)];
      for (const look of moments(random, times[index - 1] ?? T0, now, 3)) seen = tick(seen, intervals, look);
      seen = button(seen, intervals, now);
      unseen = button(unseen, intervals, now);
      assert.deepEqual(position(seen, intervals, now), position(unseen, intervals, now));
      assert.deepEqual(validState(JSON.parse(JSON.stringify(seen)), intervals), seen, "and a reload keeps it");
    });
  }
});

test("a step is done once it does not come again", () => {
  const intervals = laidOut([WORK, WORK], [{ size: 2, rounds: 2, transition_seconds: 0 }]);
  const done = (/** @type {number} */ seconds) => tick(begin(intervals, T0), intervals, at(seconds)).finished;
  assert.deepEqual([done(40), done(59), done(60), done(80)], [[], [], [0], [0, 1]]);
});

const AMRAP = laidOut([REPS, WORK, WORK], [{ size: 2, open: "as-many-as-possible", work_seconds: 600 }]);

test("rounds are counted while their time runs, which ends all steps of the group", () => {
  let state = begin(AMRAP, T0);
  for (const seconds of [100, 200, 300]) state = countRound(state, AMRAP, at(seconds));
  assert.deepEqual([state.counted, state.at], [{ "rounds/1/0": 3 }, T0]);
  state = tick(state, AMRAP, at(600));
  assert.deepEqual([state.index, state.at, state.finished, state.counted], [1, at(600), [0, 1], { "rounds/1/0": 3 }]);
  assert.equal(countRound(state, AMRAP, at(601)), state, "nothing else counts rounds");
});

test("a paused group counts no rounds, and one that has ended none either", () => {
  const paused = pause(begin(AMRAP, T0), at(50));
  assert.deepEqual(countRound(paused, AMRAP, at(60)).counted, {});
  const ended = tick(begin(AMRAP, T0), AMRAP, at(1000));
  assert.deepEqual(countRound(ended, AMRAP, at(1001)).counted, {});
});

test("a jump to any step of such a group begins it, and leaving it early skips it unless a round was done", () => {
  const there = jump(begin(AMRAP, T0, AMRAP.length - 1), AMRAP, 1, at(5));
  assert.deepEqual([there.index, firstOf(AMRAP, 1)], [0, 0]);
  assert.deepEqual(skip(there, AMRAP, at(60)).skipped, [0, 1]);
  const { skipped, finished } = skip(countRound(there, AMRAP, at(50)), AMRAP, at(60));
  assert.deepEqual([skipped, finished], [[], [0, 1]]);
});

const SPRINT = { size: 2, rounds: 3, for_time: true };

test("a group that begins again counts its rounds anew", () => {
  const two = countRound(countRound(begin(AMRAP, T0), AMRAP, at(50)), AMRAP, at(90));
  const again = back(two, AMRAP, at(95));
  assert.deepEqual([again.at, again.counted], [at(95), { "rounds/1/0": 0 }]);
  const after = tick(two, AMRAP, at(650));
  assert.deepEqual(after.counted, { "rounds/1/0": 2 }, "what comes behind it leaves its rounds alone");
  assert.deepEqual(jump(after, AMRAP, 1, at(660)).counted, { "rounds/1/0": 0 });
});

test("rounds for time end themselves with the last one, and keep the time they took", () => {
  const intervals = laidOut([REPS, WORK, WORK], [SPRINT]);
  let state = begin(intervals, T0);
  for (const seconds of [40, 80]) state = countRound(state, intervals, at(seconds));
  assert.equal(position(state, intervals, at(90)).elapsed_seconds, 90);
  state = countRound(state, intervals, at(123.4));
  assert.deepEqual([state.index, state.at, state.finished], [1, at(123.4), [0, 1]]);
  assert.deepEqual(state.counted, { "rounds/1/0": 3, "seconds/1/0": 123 });
});

test("rounds for time end at their cap, or with Done", () => {
  const intervals = laidOut([REPS, WORK, WORK], [{ ...SPRINT, cap_seconds: 90 }]);
  const one = countRound(begin(intervals, T0), intervals, at(40));
  const capped = tick(one, intervals, at(95));
  assert.deepEqual([capped.index, capped.at, capped.counted], [1, at(90), { "rounds/1/0": 1, "seconds/1/0": 90 }]);
  const done = complete(one, intervals, at(61));
  assert.deepEqual([done.index, done.counted], [1, { "rounds/1/0": 1, "seconds/1/0": 61 }]);
});

test("a cap is signalled as any end is", () => {
  const intervals = laidOut([REPS, WORK, WORK], [{ ...SPRINT, cap_seconds: 90 }]);
  const said = due(begin(intervals, T0), intervals, at(0), at(91)).map(({ signal, at: then }) => `${signal} ${(then - T0) / 1000}`);
  assert.deepEqual(said, ["work 0", "half 45", "countdown 87", "countdown 88", "countdown 89", "transition 90"]);
});

test("a second time through all keeps what was counted in the first, and counts anew", () => {
  const run = new TimerRun(routineOf([REPS, WORK], { groups: [{ size: 2, open: "as-many-as-possible", work_seconds: 60 }] }), {
    level: "start", most: false, alternatives: [], paced: false, prepare_seconds: 0, switch_seconds: null, transition_seconds: null, first: 0,
  });
  run.begin(T0);
  run.main(at(20));
  run.follow(at(60));
  assert.equal(run.state?.done, true);
  run.goRound(at(100));
  run.main(at(110));
  assert.deepEqual(run.state?.counted, { "rounds/1/0": 1, "rounds/2/0": 1 });
  assert.deepEqual([run.state?.pass, run.state?.finished], [2, []]);
  run.again(null, at(300));
  assert.deepEqual([run.state?.pass, run.state?.counted], [1, {}]);
});

test("who was away goes on from where it was left, and who was not from where it is", () => {
  const run = new TimerRun(routineOf([WORK, WORK]), {
    level: "start", most: false, alternatives: [], paced: false, prepare_seconds: 0, switch_seconds: null, transition_seconds: 0, first: 0,
  });
  run.begin(T0);
  run.follow(at(2));
  run.returnFromAbsence(at(3));
  assert.deepEqual([run.away, position(/** @type {State} */ (run.state), run.intervals, at(3)).elapsed_seconds], [null, 3]);
  run.follow(at(30));
  assert.deepEqual([run.away?.reason, run.away?.gap_seconds, run.state?.index], ["short", 28, 1]);
  run.returnFromAbsence(at(40));
  assert.deepEqual([run.away, run.state?.index, position(/** @type {State} */ (run.state), run.intervals, at(41)).elapsed_seconds], [null, 0, 3]);
});

test("a jump keeps what was left out, and leads out of a step that is done again", () => {
  const run = new TimerRun(routineOf([WORK, WORK, REPS]), {
    level: "start", most: false, alternatives: [], paced: false, prepare_seconds: 10, switch_seconds: null, transition_seconds: 0, first: 0,
  });
  assert.deepEqual([run.isUnderWay, run.isRunning, run.isWaiting], [false, false, false], "not begun");
  run.begin(T0);
  assert.deepEqual([run.isUnderWay, run.isRunning, run.isWaiting], [true, true, false], "under way");
  run.act(at(1), (state, intervals) => skip(state, intervals, at(1)));
  run.jump(2, at(5));
  run.follow(at(6));
  assert.equal(run.away, null, "it was looked at all the time");
  assert.deepEqual([run.isUnderWay, run.state?.skipped, run.intervals[run.state?.index ?? 0].step], [true, [0, 1], 2]);
  assert.equal(run.isWaiting, true, "for Done");
  run.main(at(9));
  assert.deepEqual([run.isUnderWay, run.isRunning, run.isWaiting], [false, false, false], "ended");
  run.again([1], at(100));
  run.jump(0, at(105));
  assert.deepEqual([run.only, run.intervals[run.state?.index ?? 9].step], [null, 0]);
});

test("the main button starts, pauses, resumes, says that a set or a round is done, and starts anew", () => {
  const run = new TimerRun(routineOf([WORK, REPS, WORK], { groups: [{ first: 2, size: 1, open: "as-many-as-possible", work_seconds: 60 }] }), {
    level: "start", most: false, alternatives: [], paced: false, prepare_seconds: 0, switch_seconds: null, transition_seconds: 0, first: 0,
  });
  const after = (/** @type {number} */ seconds) => {
    run.main(at(seconds));
    const { index = -1, paused_at, counted, done } = /** @type {State} */ (run.state);
    return [run.intervals[index].step, paused_at === null ? "runs" : "paused", Object.values(counted).join(), done];
  };
  assert.deepEqual(after(0), [0, "runs", "", false]);
  assert.deepEqual(after(5), [0, "paused", "", false]);
  assert.deepEqual(after(9), [0, "runs", "", false]);
  run.follow(at(30)); // it was paused for four seconds, so that it is at the repetitions since 24
  assert.deepEqual(after(34), [2, "runs", "0", false]);
  assert.deepEqual(after(40), [2, "runs", "1", false]);
  run.act(at(50), (state) => pause(state, at(50)));
  assert.deepEqual(after(60), [2, "runs", "1", false]);
  run.follow(at(110));
  assert.equal(run.state?.done, true);
  assert.deepEqual(after(120), [0, "runs", "", false]);
});

test("a step that is done again is done alone, without its group", () => {
  const run = new TimerRun(routineOf([WORK, WORK], { groups: [{ size: 2, open: "as-many-as-possible", work_seconds: 60 }] }), {
    level: "start", most: false, alternatives: [], paced: true, prepare_seconds: 10, switch_seconds: null, transition_seconds: null, first: 0,
  });
  run.begin(T0);
  run.follow(at(70));
  run.again([1], at(80));
  assert.deepEqual(run.intervals.map(({ kind, seconds }) => [kind, seconds]), [["prepare", 10], ["work", 20]]);
});

test("of what was left out a group is done in rounds only where none of it is missing, and a step keeps its number and its other dose", () => {
  const either = { ...WORK, dose: { work_seconds: 20, or: { work_seconds: 7 } } };
  const groups = [{ size: 2, rounds: 2, transition_seconds: 0 }, { first: 3, size: 2, rounds: 3, transition_seconds: 0 }];
  const run = new TimerRun(routineOf([WORK, WORK, either, WORK, WORK], { groups }), {
    level: "start", most: false, alternatives: [2], paced: true, prepare_seconds: 10, switch_seconds: null, transition_seconds: 0, first: 0,
  });
  run.begin(T0);
  run.again([1, 2, 3, 4], at(80));
  const work = run.intervals.filter(({ kind }) => kind === "work");
  assert.deepEqual(work.map(({ step, seconds, group, round }) => [step, seconds, group, round]), [
    [1, 20, undefined, undefined], [2, 7, undefined, undefined],
    ...[1, 2, 3].flatMap((round) => [[3, 20, 1, round], [4, 20, 1, round]]),
  ]);
  assert.deepEqual(run.intervals.filter(({ kind }) => kind === "prepare").map(({ step }) => step), [1]);
});

test("with more rounds or fewer, a run stays in its round", () => {
  const groups = [{ size: 2, rounds: 2, rounds_range: { min: 2, max: 3 }, transition_seconds: 0 }];
  const options = {
    level: /** @type {const} */ ("start"), most: true, alternatives: [], paced: true, prepare_seconds: 0, switch_seconds: null, transition_seconds: null, first: 0,
  };
  const run = new TimerRun(routineOf([WORK, WORK], { groups }), options);
  run.begin(T0);
  run.follow(at(50));
  const { round, step: now } = run.intervals[run.state?.index ?? 0];
  run.change({ ...options, most: false }, at(50));
  const there = run.intervals[run.state?.index ?? 0];
  assert.deepEqual([round, now, there.round, there.step, there.rounds], [2, 0, 2, 0, 2]);
});

test("with other settings, a run keeps the time that was added or is ahead where its interval stays, and begins another anew", () => {
  const options = {
    level: /** @type {const} */ ("start"), most: false, alternatives: [], paced: true, prepare_seconds: 0, switch_seconds: null, transition_seconds: 30, first: 0,
  };
  const changed = (/** @type {number} */ seconds, /** @type {object} */ more) => {
    const run = new TimerRun(routineOf([WORK, WORK]), options);
    run.begin(T0);
    run.follow(at(seconds));
    if (run.state) run.state = { ...run.state, added_ms: 2000, ahead_ms: 3000 };
    run.change({ ...options, ...more }, at(seconds + 1));
    const { index = 9, added_ms, ahead_ms, at: since = 0 } = run.state ?? {};
    return [run.intervals[index].kind, run.intervals[index].step, added_ms, ahead_ms, (since - T0) / 1000];
  };
  assert.deepEqual(changed(5, { transition_seconds: 0 }), ["work", 0, 2000, 3000, 0]);
  assert.deepEqual(changed(40, { transition_seconds: 60 }), ["transition", 1, 2000, 3000, 20]);
  assert.deepEqual(changed(40, { transition_seconds: 10 }), ["transition", 1, 2000, 3000, 32], "it leaves three seconds to hear its end");
  assert.deepEqual(changed(40, { transition_seconds: 0 }), ["work", 1, 0, 0, 41]);
});

test("a stored state may have a rest that a clock cut short, and no count that is none", () => {
  const rest = complete(begin(EMOM, T0), EMOM, at(50));
  assert.equal(rest.added_ms, -30_000);
  assert.deepEqual(validState(rest, EMOM), rest);
  for (const counted of [null, 5, { "rounds/1/0": -1 }, { "rounds/1/0": "3" }, { ["x".repeat(99)]: 1 }]) {
    assert.equal(validState({ ...rest, counted }, EMOM), null);
  }
  const { ahead_ms, pass, counted, ...earlier } = rest;
  assert.deepEqual(validState({ ...earlier, added_ms: 0 }, EMOM), { ...rest, added_ms: 0 }, "one of an earlier version has no counts");
  assert.deepEqual([ahead_ms, pass, counted], [0, 1, {}]);
});

test("repetitions are known by their set, its side and its round", () => {
  const intervals = laidOut([{ laterality: "unilateral", dose: { sets: 2, reps: 5 } }], [{ size: 1, rounds: 2 }]);
  const keys = intervals.filter(({ kind }) => kind === "work").map((each) => countKey("reps", begin(intervals, T0), each));
  assert.equal(new Set(keys).size, 2 * 2 * 2);
});
