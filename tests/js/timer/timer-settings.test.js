// The validation of stored settings and days, which may hold anything.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { DoneDays, dayOf, lastDone } from "../../../overrides/scripts/timer/done-days.js";
import { DEFAULTS, withValid } from "../../../overrides/scripts/timer/timer-settings.js";

test("without anything kept, the settings are the usual ones", () => {
  const { prepare_seconds, volume, tempo, level, transition_seconds, ...others } = withValid(null);
  assert.deepEqual([prepare_seconds, volume, tempo, level, transition_seconds], [10, 0.8, "reps", "start", null]);
  const on = Object.entries(others).flatMap(([name, value]) => (value ? [name] : []));
  assert.deepEqual(on, ["paced", "sound", "vibration", "half_time"]);
  for (const nothing of [null, undefined, "", 7, "text", [], [1, 2], true, {}, Object.create(null)]) {
    assert.deepEqual(withValid(nothing), { ...DEFAULTS });
  }
});

test("sound values are taken, each on its own", () => {
  const changed = {
    level: "goal",
    paced: false,
    most: true,
    sound: false,
    volume: 0,
    voice: true,
    vibration: false,
    pocket: true,
    half_time: false,
    tempo: "words",
    prepare_seconds: 0,
    transition_seconds: 30,
  };
  assert.deepEqual(Object.keys(changed).sort(), Object.keys(DEFAULTS).sort());
  assert.deepEqual(withValid(changed), changed);
  for (const [name, value] of Object.entries(changed)) {
    assert.deepEqual(withValid({ [name]: value }), { ...DEFAULTS, [name]: value });
  }
  const before = /** @type {typeof DEFAULTS} */ (changed);
  for (const [name, value] of [...Object.entries(DEFAULTS), ["tempo", "parts"], ["volume", 1], ["prepare_seconds", 120]]) {
    assert.deepEqual(withValid({ [name]: value }, before), { ...before, [name]: value });
  }
});

/** @type {Record<string, unknown[]>} */
const UNSOUND = {
  level: ["", "START", "most", 1, null, ["goal"]],
  paced: [0, 1, "true", null, {}],
  volume: [-0.1, 1.1, NaN, Infinity, "1", null],
  prepare_seconds: [-1, 1.5, 121, NaN, "10", null, 1e9],
  transition_seconds: [-1, 0.5, 121, "", undefined, {}],
  vibration: ["yes", 2],
  tempo: ["", "ticks", "3-1-1-0", true, null, ["reps"]],
};

test("an unsound value leaves its setting as it was and the others alone", () => {
  for (const [name, values] of Object.entries(UNSOUND)) {
    for (const value of values) {
      const settings = withValid({ [name]: value, most: true }, { ...DEFAULTS, volume: 0.3 });
      assert.deepEqual(settings, { ...DEFAULTS, volume: 0.3, most: true }, `${name}: ${String(value)}`);
    }
  }
});

test("strangers among the settings are left out", () => {
  const settings = withValid(JSON.parse('{"__proto__": {"level": "goal"}, "constructor": 1, "theme": "dark", "voice": true}'));
  assert.deepEqual(settings, { ...DEFAULTS, voice: true });
  assert.equal(Object.getPrototypeOf(settings), Object.prototype);
});

test("the settings given are never changed", () => {
  const before = { ...DEFAULTS };
  withValid({ level: "goal" }, before);
  assert.deepEqual(before, { ...DEFAULTS });
});

const TODAY = new Date(2026, 10, 22, 0, 5);

test("a day is the device's day, at any hour", () => {
  assert.equal(dayOf(TODAY), "2026-11-22");
  assert.equal(dayOf(new Date(2026, 0, 3, 23, 59)), "2026-01-03");
});

test("the last day that a routine was done is said", () => {
  assert.equal(lastDone("2026-11-20", TODAY), "Last done: 20 November");
  assert.equal(lastDone("2025-12-31", TODAY), "Last done: 31 December 2025");
  assert.equal(lastDone("2026-11-22", TODAY), "Done today");
});

test("what is no day is not said", () => {
  for (const nothing of ["undefined", "", "20 November", "2026-13-01", "2026-11-20T12:00", "<b>", "null"]) {
    assert.equal(lastDone(nothing, TODAY), "", nothing);
  }
});

test("a day is marked until one leaves the page, and for ever where the device keeps it", (context) => {
  context.after(() => Reflect.deleteProperty(globalThis, "localStorage"));
  /** @param {object} storage */
  const marked = (storage) => {
    Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
    const days = new DoneDays("routine=a");
    return [days.mark(TODAY), days.screenValues(TODAY), new DoneDays("routine=a").screenValues(TODAY).marked];
  };
  const kept = new Map([["limber-done", '{"routine=b": "2026-11-19"}']]); // as devices have it
  const keeps = { getItem: (/** @type {string} */ key) => kept.get(key), setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value) };
  const shown = { last_done: "Done today", marked: true };
  assert.deepEqual(marked(keeps), [true, shown, true]);
  assert.deepEqual([...kept.keys(), Object.keys(JSON.parse(kept.get("limber-done") ?? ""))], ["limber-done", ["routine=b", "routine=a"]]);
  assert.deepEqual(marked({}), [false, shown, false]);
});
