// When names are announced: early enough, one after the other, and only what is new.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { freeRoutine } from "../../../overrides/scripts/timer/free-routine.js";
import { add, begin, complete, jump, pause, tick } from "../../../overrides/scripts/timer/playback.js";
import { announcements, partWords, speechSeconds, spokenDue } from "../../../overrides/scripts/timer/spoken-times.js";
import { chance, moments } from "../../support/chance.js";
import { routineOf, VECTORS } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Options} Options */
/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Routine} Routine */
/** @typedef {import("../../support/vector-routines.js").Brief} Brief */

const T0 = 1_790_000_000_000;
/** A name as long as names may be. */
const LONG = "Standing single-leg calf raise, eyes shut";
/** @type {Brief} */
const ROLL = { laterality: "unilateral", dose: { work_seconds: 20 }, name: "Ball roll" };
/** @type {Brief} */
const REPS = { laterality: "bilateral", dose: { reps: 10 }, name: "Toe lifts" };

/** @param {Routine} routine @param {Partial<Options>} [options] */
function spoken(routine, options) {
  const intervals = timeline(routine, options);
  const texts = announcements(routine, intervals);
  return { intervals, texts, all: spokenDue(begin(intervals, T0), intervals, texts, T0, Infinity) };
}
/** @param {Routine} routine @param {Partial<Options>} [options] */
const written = (routine, options) => spoken(routine, options).all.map(({ at, text }) => `${(at - T0) / 1000} ${text}`);

test("the name is said in the pause before an exercise, with its side, and the other side in the switch", () => {
  assert.deepEqual(written(routineOf([ROLL, REPS])), [
    "0.6 Ball roll, right foot", "30.6 left foot", "55.6 Toe lifts",
  ]);
});

test("of sets after the first the number is said, of reps and alternating sides nothing", () => {
  const dose = { sets: 2, reps: 3, hold_seconds: 10, rep_rest_seconds: 5, rest_seconds: 30 };
  for (const laterality of /** @type {const} */ (["bilateral", "alternating"])) {
    const texts = spoken(routineOf([{ laterality, dose }])).all.map(({ text }) => text);
    assert.deepEqual(texts, ["Ball roll", "set 2"]);
  }
  const rounds = freeRoutine({ work_seconds: 20, rest_seconds: 10, rounds: 3, name: "Work" });
  assert.deepEqual(written(rounds), ["0.6 Work", "30.6 set 2", "60.6 set 3"]);
});

test("without a pause before it, it is said at the end of the work before, as what comes next", () => {
  const options = { prepare_seconds: 10, switch_seconds: 0, transition_seconds: 1 };
  const { all } = spoken(routineOf([ROLL, REPS]), options);
  assert.deepEqual(all.map(({ text }) => text), ["Ball roll, right foot", "Next: left foot", "Next: Toe lifts"]);
  const [, left, toes] = all;
  assert.deepEqual([left.at - T0, left.latest - T0], [28_000, 28_500]);
  assert.deepEqual([toes.at - T0, toes.latest - T0], [49_000, 49_500]);
});

test("a name of forty letters is said whole before twenty seconds of work", () => {
  for (const transition_seconds of [0, 5, 15]) {
    const steps = [{ ...REPS, name: "A" }, { ...REPS, dose: { work_seconds: 20 }, name: LONG }];
    const { all } = spoken(routineOf(steps), { transition_seconds });
    const begins = T0 + 50_000 + transition_seconds * 1000;
    assert.ok(all[1].text.endsWith(LONG));
    assert.ok(all[1].at + speechSeconds(all[1].text) * 1000 <= begins, `transition ${transition_seconds}`);
  }
});

test("in a pause of two seconds it is said at once, with half a second to spare", () => {
  const { all } = spoken(routineOf([ROLL]), { switch_seconds: 2 });
  const { at, latest, text } = all[1];
  assert.deepEqual([at - T0, latest - T0, text], [30_000, 30_500, "left foot"]);
});

test("what has no time to be said is left out", () => {
  assert.deepEqual(written(routineOf([ROLL]), { prepare_seconds: 0 }), ["20.6 left foot"]);
  assert.deepEqual(written(routineOf([ROLL]), { prepare_seconds: 1 }), ["21.6 left foot"]);
  const quick = freeRoutine({ work_seconds: 1, rest_seconds: 0, rounds: 6, name: "Work" });
  const texts = spoken(quick).all.map(({ text }) => text);
  assert.deepEqual(texts, ["Work", "Next: set 2", "Next: set 4", "Next: set 6"], "every other one is over too soon");
});

test("what comes after a wait is not said before Done is", () => {
  const { texts, intervals } = spoken(routineOf([REPS, ROLL]), { paced: false, transition_seconds: 1, prepare_seconds: 2 });
  assert.deepEqual(texts.map(({ text, index }) => `${text} in ${intervals[index].kind}`), [
    "Toe lifts in prepare",
    "left foot in switch",
  ]);
});

test("each begins 1.5 s before what it names or sooner, and ends before the next begins, however late it may begin", () => {
  for (const each of VECTORS) {
    for (const name of ["Ball roll", LONG]) {
      const routine = routineOf(each.steps.map((step) => ({ ...step, name })), each);
      for (const seconds of [0, 1, 2, 3, 15]) {
        const { intervals, texts, all } = spoken(routine, { switch_seconds: seconds, transition_seconds: seconds });
        for (const { index, at_seconds } of texts) {
          assert.ok(at_seconds >= 0 && at_seconds < intervals[index].estimate_seconds, "it is said in its own interval");
        }
        /** @type {number[]} */
        const works = [];
        intervals.reduce((at, { kind, estimate_seconds }) => {
          if (kind === "work") works.push(at);
          return at + estimate_seconds * 1000;
        }, T0);
        all.forEach(({ at, latest, text }, index) => {
          const named = Number(works.find((begins) => begins >= at + 1500));
          assert.ok(at <= latest && latest <= named - 1500, text);
          const next = all[index + 1];
          if (next) assert.ok(latest + speechSeconds(text) * 1000 <= next.at + 1, `${text}, ${next.text}`);
        });
      }
    }
  }
});

test("every exercise is named before it begins, when there are 1.5 s or more before it", () => {
  for (const each of VECTORS) {
    const routine = routineOf(each.steps, each);
    for (const transition_seconds of [2, 15]) {
      const { all } = spoken(routine, { transition_seconds });
      assert.equal(all.filter(({ text }) => text.includes("Ball roll")).length, routine.steps.length);
    }
  }
});

test("asked for any pieces of time, it gives each name once, whether the state was ticked or not", () => {
  const random = chance(6);
  for (let run = 0; run < 500; run += 1) {
    const each = VECTORS[run % VECTORS.length];
    const { intervals, texts, all } = spoken(routineOf(each.steps, each));
    const cuts = moments(random, T0, all[all.length - 1].at + 1, Math.floor(random() * 20));
    let state = begin(intervals, T0);
    const found = cuts.slice(1).flatMap((to, index) => {
      if (run % 2) state = tick(state, intervals, cuts[index]);
      return spokenDue(state, intervals, texts, cuts[index], to);
    });
    assert.deepEqual(found, all);
  }
});

test("more time in a pause leaves more time to say it; more time in work moves what its end says", () => {
  const routine = routineOf([ROLL, REPS]);
  const { intervals, texts } = spoken(routine, { switch_seconds: 0 });
  const soon = (/** @type {import("../../../overrides/scripts/timer/playback.js").State} */ state) =>
    spokenDue(state, intervals, texts, T0, Infinity)[0];
  const first = soon(begin(intervals, T0));
  const later = soon(add(begin(intervals, T0), intervals, 15, T0));
  assert.deepEqual([later.at - first.at, later.latest - first.latest], [0, 15_000]);
  const work = tick(begin(intervals, T0), intervals, T0 + 11_000);
  const [before, after] = [work, add(work, intervals, 15, T0 + 11_000)].map(soon);
  assert.deepEqual([before.text, after.at - before.at, after.latest - before.latest], ["Next: left foot", 15_000, 15_000]);
});

test("a jump has the name of where it goes said; a pause, a wait and the end say nothing", () => {
  const routine = routineOf([REPS, ROLL]);
  const { intervals, texts } = spoken(routine, { paced: false });
  const begun = begin(intervals, T0);
  const due = (/** @type {typeof begun} */ state) => spokenDue(state, intervals, texts, T0, Infinity).map(({ text }) => text);
  assert.deepEqual(due(begun), ["Toe lifts"]);
  assert.deepEqual(due(pause(begun, T0)), []);
  const away = jump(begun, intervals, 1, T0 + 1000);
  assert.deepEqual(due(away), ["Ball roll, right foot", "left foot"]);
  assert.deepEqual(due(tick(away, intervals, T0 + 1e6)), []);
  assert.deepEqual(due(complete(tick(begun, intervals, T0 + 20_000), intervals, T0 + 20_000)), due(away));
});

test("a change of direction is said, with the direction, and what has to be changed for the next set", () => {
  const circles = { laterality: /** @type {const} */ ("bilateral"), dose: { work_seconds: 20 }, directions: ["forward", "back"], name: "Circles" };
  assert.deepEqual(written(routineOf([circles]), { switch_seconds: 5 }), ["0.6 Circles, forward", "30.6 change direction, back"]);
  const press = { laterality: /** @type {const} */ ("bilateral"), name: "Press", dose: {
    sets: [{ reps: 5, load: { words: "50 kg" } }, { reps: 5, load: { words: "60 kg" } }, { reps: 5, load: { words: "60 kg" } }], rest_seconds: 30,
  } };
  const texts = spoken(routineOf([press])).all.map(({ text }) => text.replaceAll("\u202f", " "));
  assert.deepEqual(texts, ["Press, with 50 kg", "set 2, with 60 kg", "set 3"]);
  const sides = spoken(routineOf([{ ...press, laterality: "unilateral" }])).all.map(({ text }) => text.replaceAll("\u202f", " "));
  assert.deepEqual(sides.slice(3), ["left foot, with 50 kg", "set 2, with 60 kg", "set 3"], "it goes back with the side");
  const ways = spoken(routineOf([{ ...press, directions: ["in", "out"] }])).all.map(({ text }) => text.replaceAll("\u202f", " "));
  assert.equal(ways.find((text) => text.startsWith("change")), "change direction, out, with 50 kg", "and with the direction");
});

test("the weaker side and the other one are named as such", () => {
  const roll = { ...ROLL, dose: { work_seconds: 20, side_order: "weaker-first" } };
  assert.deepEqual(written(routineOf([roll])), ["0.6 Ball roll, weaker foot", "30.6 other foot"]);
});

test("a name in another language than the site's comes with its exercise, which says the language", () => {
  const routine = routineOf([{ laterality: "bilateral", dose: { work_seconds: 20 } }, { laterality: "bilateral", dose: { work_seconds: 20 } }]);
  routine.steps[0].exercise.language = "en";
  const intervals = timeline(routine, { transition_seconds: 15 });
  const said = spokenDue(begin(intervals, T0), intervals, announcements(routine, intervals), T0, Infinity);
  assert.deepEqual(said.map(({ of }) => of?.language), ["en", undefined]);
});

test("parts of breaths are said and, where that is wanted, those of repetitions; never late", () => {
  const intervals = timeline(routineOf([
    { laterality: "bilateral", dose: { breaths: 1, breath_pattern: "4-7-8" } }, { laterality: "bilateral", dose: { reps: 1, tempo: "3-0-1-0" } },
  ]), { transition_seconds: 1 });
  const said = (/** @type {boolean} */ ofTempo, added = 0) => {
    const state = add(begin(intervals, T0), intervals, added, T0);
    return spokenDue(state, intervals, partWords(intervals, ofTempo), T0, Infinity).map(({ at, latest, text }) => `${(at - T0) / 1000} ${text} ${latest - at}`);
  };
  assert.deepEqual(said(false), ["10 in 500", "14 hold 500", "21 out 500"]);
  assert.deepEqual(said(true), ["10 in 500", "14 hold 500", "21 out 500", "30 down 500", "33 up 500"]);
  assert.deepEqual(said(false, 15)[0], "25 in 500");
});
