// Which frame of a figure is shown at a time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { momentAt, MovingFigure, timingsOf } from "../../../overrides/scripts/shared/moving-figure.js";

const timings = timingsOf("4 2 1;6 1 0.5"); // 4 frames in 2 s, held for 1 s; 6 frames back in 1 s, held for 0.5 s
const frameAt = (/** @type {typeof timings} */ of, /** @type {number} */ seconds) => momentAt(of, seconds).frame;
const poseAt = (/** @type {typeof timings} */ of, /** @type {number} */ seconds) => momentAt(of, seconds).pose;

test("a figure begins with its first pose, held", () => {
  assert.equal(frameAt(timings, 0), 0);
  assert.equal(frameAt(timings, 0.49), 0);
});

test("a figure is at a pose when the way there is over, and stays as long as it says", () => {
  assert.equal(frameAt(timings, 2.5), 4);
  assert.equal(frameAt(timings, 3.49), 4);
  assert.ok(frameAt(timings, 3.9) > 4);
});

test("a figure is half way at half time, and slow at both ends", () => {
  assert.equal(frameAt(timings, 1.5), 2);
  assert.ok(frameAt(timings, 0.6) < 0.1);
  assert.ok(frameAt(timings, 2.4) > 3.9);
});

test("a figure goes round and round, and never back on its way", () => {
  const at = Array.from({ length: 450 }, (_, step) => frameAt(timings, step / 100));
  assert.deepEqual(at, [...at].sort((a, b) => a - b));
  assert.equal(frameAt(timings, 4.5), 0);
  assert.equal(frameAt(timings, 4.5 * 7 + 1.5), 2);
});

test("a motion comes from a pose until it has come to the next one", () => {
  assert.deepEqual([0, 0.4, 1.5, 2.4].map((seconds) => poseAt(timings, seconds)), [0, 0, 0, 0]);
  assert.deepEqual([2.6, 3.4, 4.4].map((seconds) => poseAt(timings, seconds)), [1, 1, 1]);
  assert.equal(poseAt(timings, 4.6), 0);
  const rounded = timingsOf("3 2.2 2.8;3 1.8 2.1;3 0.3 2.9;3 3.3 1.1");
  assert.deepEqual(momentAt(rounded, 16.5), { pose: 0, frame: 0 }, "at the last instant of a round, too");
});

test("a screen of 60 pictures a second draws a moving figure 30 times, and a held pose not at all", () => {
  const { figure, draws, wait } = onScreen("3 0.5 1", "M0 0", "0 0;30 0;60 0;90 0");
  figure.play(true);
  wait(60); // a second held
  assert.equal(draws.length, 1, "the pose it begins with");
  wait(30); // half a second of motion
  assert.ok(draws.length >= 14 && draws.length <= 17, `${draws.length} draws`);
  assert.equal(new Set(draws).size, draws.length, "each is another picture");
});

/**
 * A figure of one path, what is drawn of it, and a screen that shows so many pictures, 60 a second.
 * @param {string} timings @param {string} d @param {string} frames
 */
function onScreen(timings, d, frames) {
  /** @type {string[]} */
  const draws = [];
  const path = {
    /** @param {string} name */
    getAttribute: (name) => (name === "d" ? d : frames),
    /** @param {string} _ @param {string} value */
    setAttribute: (_, value) => draws.push(value),
  };
  /** @type {any} */
  const element = { dataset: { figure: timings }, classList: { add() {}, toggle() {} }, querySelectorAll: (/** @type {string} */ what) => (what === "[data-frames]" ? [path] : []) };
  /** @type {FrameRequestCallback} */
  let next = () => {};
  let now = 0;
  globalThis.requestAnimationFrame = (asked) => {
    next = asked;
    return 1;
  };
  globalThis.cancelAnimationFrame = () => {
    next = () => {};
  };
  /** @param {number} pictures */
  const wait = (pictures) => {
    for (let count = 0; count < pictures; count++) {
      now += 1000 / 60;
      next(now);
    }
  };
  return { figure: new MovingFigure(element), draws, wait };
}
