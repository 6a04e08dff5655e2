// Exercises of one side only: their texts in a plan's routine and on paper, and their cues on the timer's screen.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { cardTexts, paperSteps, sheetTexts } from "../../../overrides/scripts/plan/plan-paper-texts.js";
import { connectSides } from "../../../overrides/scripts/shared/figure-sides.js";
import { decode } from "../../../overrides/scripts/shared/plan-link.js";
import { asRoutine, isMirrored, ofSide } from "../../../overrides/scripts/shared/plan-routine.js";
import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { begin, position } from "../../../overrides/scripts/timer/playback.js";
import { record } from "../../support/full-records.js";
import { MEASURES } from "../../support/sheet-vectors.js";
import { screen } from "../../support/timer-screens.js";

const T0 = 1_790_000_000_000;
/** @type {any} */
const ONE_SIDE = {
  right: { instructions: ["Right foot up."], short_steps: ["Right up"] },
  left: {
    instructions: ["Left foot up."],
    short_steps: ["Left up"],
    cue: "Left heel heavy.",
    cues: ["Left heel heavy."],
    faults: [{ fault: "Left bends.", fix: "Keep it straight." }],
    stop_signs: ["Pain in the left heel."],
  },
};
const RECORDS = [
  record("aa", {
    instructions: ["Right foot up.", "Change feet."],
    short_steps: ["Right up", "Change feet"],
    one_side: ONE_SIDE,
    cue: "Right heel heavy.",
    cues: ["Right heel heavy."],
    stop_signs: ["Pain in the right heel."],
  }),
  record("bb", { laterality: "bilateral", instructions: ["Both up."], limb: "side", one_side: null }),
];
const codes = new Map(RECORDS.map((each) => [each.code, each]));
const [SIDED, BOTH] = RECORDS;
const read = (/** @type {string} */ link) => decode(link, { has: () => true });

test("an exercise reads as its record says for one side, and as ever for both", () => {
  assert.deepEqual(ofSide(SIDED, "left"), { ...SIDED, ...ONE_SIDE.left });
  assert.deepEqual(ofSide(SIDED, "right"), { ...SIDED, ...ONE_SIDE.right });
  for (const side of /** @type {const} */ ([null, "each", "both", "alternating"])) assert.equal(ofSide(SIDED, side), SIDED);
  assert.deepEqual(ofSide(BOTH, "left"), BOTH);
  assert.deepEqual(ofSide(/** @type {any} */ ({ id: "kept on a device since before there were sides" }), "left").id.length, 46);
});

test("a figure is mirrored for the left of what has sides, and for nothing else", () => {
  assert.deepEqual([isMirrored(SIDED, "left"), isMirrored(SIDED, "right"), isMirrored(SIDED, null)], [true, false, false]);
  assert.deepEqual([isMirrored(BOTH, "left"), isMirrored({ laterality: "alternating" }, "left")], [false, true]);
});

test("the timer has the cue of the side that a plan asks for, and its figure mirrored where that is shown so", () => {
  const routine = asRoutine(read("#1.aa-l.aa-r.aa.bb-l"), codes);
  assert.deepEqual(routine.steps.map(({ exercise: { cue, side } }) => [cue, side]), [
    ["Left heel heavy.", "left"], ["Right heel heavy.", undefined], ["Right heel heavy.", undefined], ["", undefined],
  ]);
  assert.deepEqual(routine.steps.map(({ exercise }) => exercise.spoken_name), ["aa, left foot", "aa, right foot", "aa", "bb, left side"]);
});

test("the screen has the cue of the side that works now", () => {
  const routine = asRoutine(read("#1.aa"), codes);
  const intervals = timeline(routine);
  const cue = (/** @type {number} */ index) => {
    const state = begin(intervals, T0, index);
    return screen({ mode: "running", routine, intervals, state, position: position(state, intervals, T0), settings: {} }).cue;
  };
  const cues = intervals.map(({ kind, side }, index) => `${kind} ${side}: ${cue(index)}`);
  assert.ok(cues.includes("work right: Right heel heavy.") && cues.includes("work left: Left heel heavy."), `${cues}`);
  assert.ok(cues.includes("switch left: Left heel heavy."), `who changes to the left reads its cue already: ${cues}`);
});

test("paper has the steps, fault, stop sign and figure of the side, whatever else the plan holds", () => {
  const [gone, left, right, each] = [read("#1.zz.aa-l.aa-r.aa"), ...paperSteps(read("#1.zz.aa-l.aa-r.aa"), codes)];
  assert.equal(gone.steps.length, 4, "one of them is not there");
  const steps = [left, right, each].map((step) => cardTexts(step, new Map()).steps);
  assert.deepEqual(steps, [["Left up"], ["Right up"], ["Right up", "Change feet"]]);
  assert.deepEqual([left, right, each].map(({ mirrored, side }) => [mirrored, side]), [[true, "left foot"], [false, "right foot"], [false, ""]]);
  assert.deepEqual(cardTexts(left, new Map()).faults, [["Left bends.", "Keep it straight."]]);
  assert.deepEqual(sheetTexts(read("#1.aa-l"), codes, MEASURES).few_stop_signs.split(". ")[1], "Pain in the left heel.");
});

/** A picture of a figure, as far as its sides go. @param {string} said @param {string | null} [other] */
function picture(said, other = null) {
  const classes = new Set();
  /** @type {Record<string, string | null>} */
  const has = { "aria-label": said, "data-mirrored": other };
  return {
    classList: { toggle: (/** @type {string} */ name, /** @type {boolean} */ on) => (on ? classes.add(name) : classes.delete(name)), contains: classes.has.bind(classes) },
    getAttribute: (/** @type {string} */ name) => has[name],
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => void (has[name] = value),
    shown: () => `${[...classes].join()} ${has["aria-label"]} ${has["data-mirrored"]}`,
  };
}

test("a figure's switch mirrors its pictures and says their other side, and a page that is gone back to does, too", (context) => {
  const [still, sided, alike] = [picture(""), picture("Right foot up", "Left foot up"), picture("Both up")];
  const radios = ["right", "left"].map((value) => ({ value, checked: value === "right", name: "side" }));
  /** @type {Record<string, () => void>} */
  const heard = {};
  const hear = (/** @type {string} */ name, /** @type {() => void} */ show) => void (heard[name] = show);
  Object.defineProperty(globalThis, "addEventListener", { value: hear, configurable: true });
  context.after(() => Reflect.deleteProperty(globalThis, "addEventListener"));
  const sides = { hidden: true, querySelectorAll: (/** @type {string} */ part) => (part === "input" ? radios : []), addEventListener: hear };
  /** @type {Record<string, unknown[]>} */
  const parts = { ".figure-stills__picture": [still], "[role=img]": [sided, alike] };
  const figure = {
    querySelector: (/** @type {string} */ part) => (part === "fieldset" ? sides : null),
    querySelectorAll: (/** @type {string} */ part) => parts[part],
  };
  const plain = { querySelector: () => null };
  const root = { querySelectorAll: (/** @type {string} */ part) => (part === ".figure" ? [plain, figure, figure] : []) };
  connectSides(/** @type {any} */ (root));
  assert.deepEqual([sides.hidden, radios.map(({ name }) => name)], [false, ["figure-side-2", "figure-side-2"]], "each has radios of its own");
  const shown = (/** @type {string} */ event, /** @type {string} */ side) => {
    for (const radio of radios) radio.checked = radio.value === side;
    heard[event]();
    return [still, sided, alike].map((each) => each.shown());
  };
  const left = ["figure__left  null", "figure__left Left foot up Right foot up", "figure__left Both up null"];
  const right = ["  null", " Right foot up Left foot up", " Both up null"];
  assert.deepEqual([shown("change", "left"), shown("pageshow", "left"), shown("pageshow", "right"), shown("change", "right")], [left, left, right, right]);
});
