// Golden files of what the timer shows, says and signals in whole runs.
// @ts-check

// After a change that is meant: `ACCEPT=1 node --test tests/js/timer/timer-derived.test.js`, then read the diff.

import { test } from "node:test";

import * as times from "../../../overrides/scripts/shared/time-words.js";
import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { add, begin, pause, position, skip, tick } from "../../../overrides/scripts/timer/playback.js";
import { signalsOf } from "../../../overrides/scripts/timer/signal-times.js";
import { announcements } from "../../../overrides/scripts/timer/spoken-times.js";
import { endScreen } from "../../../overrides/scripts/timer/end-screen.js";
import { samples, seconds, TONES, vibration } from "../../../overrides/scripts/timer/tones.js";
import { track } from "../../../overrides/scripts/timer/track.js";
import { linesOf, matchGolden } from "../../support/derived.js";
import { screen } from "../../support/timer-screens.js";
import { groupedRoutineOf, routineOf } from "../../support/vector-routines.js";

/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Options} Options */
/** @typedef {import("../../../overrides/scripts/shared/timeline.js").Routine} Routine */

const T0 = 1_790_000_000_000;
const or = { hold_seconds: 45, words: "45 s hold" };
const ROUTINE = routineOf([
  { laterality: "unilateral", dose: { sets: 2, reps: 3, hold_seconds: 10, rep_rest_seconds: 4, rest_seconds: 20, words: "held" }, name: "Ball roll" },
  { laterality: "bilateral", dose: { reps: { min: 8, max: 10 }, tempo: "2-1-2-0", or, words: "8–10 reps" }, name: "DB press, seated" },
  { laterality: "alternating", dose: { sets: 2, reps: 2, hold_seconds: 6, rep_rest_seconds: 2, rest_seconds: 5, words: "turns" }, name: "Kneel" },
  { laterality: "alternating", dose: { work_seconds: 130, words: "130 s" }, name: "Kneel" },
  { laterality: "alternating", dose: { reps: 1, words: "1 rep" }, name: "Lunge" },
]);
const [first, second, third] = ROUTINE.steps.map(({ exercise }) => exercise);
const ball = { name: "Ball", required: true, substitutes: ["Rolled sock", "TENS pad"] };
[first.equipment, third.equipment] = [[ball, { name: "Mat", required: false, substitutes: [] }], [ball]];
[first.cue, second.cue, second.limb] = ["Slowly.", "Breathe.", ""];
ROUTINE.summary = "What it is for.";
ROUTINE.steps[0].goal = { ...ROUTINE.steps[0].goal, words: "held longer" };

const roll = { laterality: /** @type {const} */ ("unilateral"), dose: { work_seconds: 20 }, name: "Ball roll" };
const press = { laterality: /** @type {const} */ ("bilateral"), dose: { reps: 8, load: { words: "12 kg" } }, name: "Press" };
const GROUPED = groupedRoutineOf([
  { group: "Once", steps: [roll, press] },
  { group: "Circuit", rounds: 2, round_rest_seconds: 40, transition_seconds: 10, steps: [press, { ...roll, dose: { hold_seconds: 30 } }] },
  { group: "Each minute", rounds: 2, every_seconds: 60, steps: [press, { ...press, name: "Row" }] },
  { group: "In turn", rounds: 2, step_every_seconds: 60, rest_after_seconds: 45, steps: [press, roll] },
  { ...press, dose: { sets: [{ reps: 5, load: { words: "50 kg" } }, { reps: 5, load: { words: "60 kg" } }], rest_seconds: 30 }, directions: ["forwards", "backwards"] },
  { group: "Many", rounds: "as-many-as-possible", work_seconds: 300, steps: [press, { ...press, name: "Row" }] },
  { group: "Fast", rounds: 3, for_time: true, cap_seconds: 600, steps: [press, roll] },
]);

/** What is not empty on a screen. @param {any} shown */
const seen = (shown) =>
  Object.entries(shown)
    .filter(([key, value]) => key !== "exercise" && (Array.isArray(value) ? value.length : value))
    .flatMap(([key, value]) => linesOf(key, value).map((line) => `  ${line}`));

/** @type {[string, Partial<Options>, Routine][]} */
const RUNS = [
  ["paced", {}, ROUTINE],
  ["unpaced", { paced: false, most: true, level: "goal" }, ROUTINE],
  ["the other", { alternatives: [1], first: 2, transition_seconds: 0 }, ROUTINE],
  ["groups", {}, GROUPED],
];

for (const [name, options, routine] of RUNS) {
  test(`a run of the timer is shown as it was: ${name}`, () => {
    const intervals = timeline(routine, options);
    const { alternatives = [], level = "start" } = options;
    const given = { routine, intervals, settings: { level }, alternatives, ...(options.first && { first: options.first }) };
    let state = begin(intervals, T0);
    const lines = [name, ...seen(screen({ mode: "ready", ...given }))];
    while (!state.done) {
      const { index } = state;
      const { kind, seconds, estimate_seconds, amount } = intervals[index];
      const moment = state.at + Math.min(2500, 300 * estimate_seconds);
      const shown = screen({ mode: "running", ...given, state, position: position(state, intervals, moment) });
      const told = { ...shown, steps: shown.steps.map((step) => step.state).join(" "), settings: "" };
      lines.push(`${index} ${kind}`, ...seen(told));
      state = seconds === null || amount === "rounds" || index % 7 === 6 ? skip(state, intervals, moment) : tick(state, intervals, state.at + seconds * 1000 + state.added_ms);
    }
    const over = /** @type {const} */ ({ mode: "ended", ...given, state, marked: name === "paced" });
    const { screen: end, ways } = endScreen(screen(over), over);
    lines.push("ended", ...seen({ ...end, ways }));
    const stopped = skip(pause(add(begin(intervals, T0), intervals, 15, T0), T0 + 3000), intervals, T0 + 4000);
    lines.push("paused", ...seen(screen({ mode: "running", ...given, state: stopped, position: position(stopped, intervals, T0 + 9000) })));
    matchGolden(`timer-${name.replace(" ", "-")}`, lines);
  });
}

test("names and signals fall where they fell", () => {
  const lines = RUNS.flatMap(([name, options, routine]) => {
    const intervals = timeline(routine, { ...options, ...(name === "paced" ? {} : { switch_seconds: 1, transition_seconds: 3 }) });
    return [
      name,
      ...announcements(routine, intervals).map((each) => Object.values(each).map((it) => (typeof it === "number" ? +it.toFixed(3) : it)).join(" ")),
      ...intervals.map((each, index) =>
        signalsOf(each, intervals[index + 1], index % 2 ? 15 : 0).map(({ at_seconds, signal }) => `${+at_seconds.toFixed(3)} ${signal}`).join(", "),
      ),
    ];
  });
  matchGolden("timer-signals", lines);
});

test("signals sound and shake as they did, and a track holds them where they fall", async () => {
  const names = /** @type {(keyof typeof TONES)[]} */ (Object.keys(TONES));
  const few = (/** @type {keyof typeof TONES} */ name) => [...samples(name, 8000)].filter((_, n) => n % 37 === 5 && n < 5000).map((height) => height.toFixed(2));
  const tones = names.flatMap((name) => [`${name} ${seconds(name).toFixed(3)} s, ${vibration(name).join(" ")}`, `  ${few(name).join(" ")}`]);
  const intervals = timeline(routineOf([{ laterality: "unilateral", dose: { reps: 2 } }, { laterality: "bilateral", dose: { work_seconds: 8 } }]));
  const parts = await Promise.all(
    track(intervals, begin(intervals, T0), T0 + 2000, ["tick"]).map(async (part) => new Uint8Array(await new Blob([part]).arrayBuffer())),
  );
  matchGolden("timer-tones", [...tones, [...parts[0]].join(" "), ...parts.slice(1).map((part) => `${part.length} bytes, ${part.some(Boolean) ? "sound" : "silence"}`)]);
});

test("times and widths are what they were", () => {
  const seconds = [0, 1, 29, 59, 60, 61, 89, 90, 99, 100, 119, 120, 149, 150, 599, 600, 3599, 3600, 3661, 5999, 6000, 7325];
  const signs = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).concat(["é", "É", "’", "足", "🦶", "ß"]);
  matchGolden("timer-words", [
    ...seconds.map((each) => [times.minutes(each), times.minutes(each, each + 60), times.exactly(each), times.spoken(each), times.clock(each)].join(" | ")),
    ...signs.map((sign) => `${sign} ${times.ems(sign)}`),
    ...["", "Block hold", "Kneel-to-stand", "- -", "a-b c"].map((text) => `${text} ${times.widest(text)}`),
  ].map((line) => linesOf("", line)[0]));
});
