// Which frame of a figure is shown at a time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { connectFigures, momentAt, MovingFigure, timingsOf } from "../../../overrides/scripts/shared/moving-figure.js";

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
  const { element, draws, wait } = onScreen("3 0.5 1", "M0 0", "0 0;30 0;60 0;90 0");
  const figure = new MovingFigure(element);
  figure.play(true);
  wait(60); // a second held
  assert.equal(draws.length, 1, "the pose it begins with");
  wait(30); // half a second of motion
  assert.ok(draws.length >= 14 && draws.length <= 17, `${draws.length} draws`);
  assert.equal(new Set(draws).size, draws.length, "each is another picture");
});

test("what is drawn lies between two frames; a long wait counts for a tenth of a second, and one out of sight for nothing", () => {
  const { element, button, draws, wait } = onScreen("1 1 0.1;1 1 0.2", "M0 -9Z", "0 -10;10000 10");
  const figure = new MovingFigure(element, button);
  const passes = (/** @type {number[]} */ ...times) => {
    draws.length = 0;
    for (const milliseconds of times) wait(1, milliseconds);
    return draws;
  };
  figure.play(true);
  assert.deepEqual(passes(100, 100, 100), ["M0 -10Z"], "0.2 seconds held");
  assert.deepEqual(passes(100, 5000), ["M280 -9.4Z", "M1040 -7.9Z"]);
  figure.inSight(false);
  assert.deepEqual(passes(100, 100), []);
  figure.inSight(true);
  assert.deepEqual(passes(100, 100), ["M2160 -5.7Z"], "it goes on where it was");
  assert.deepEqual(passes(31.3), [], "a picture that comes too early");
  assert.deepEqual(passes(0.05).length, 1, "and one that does not");
  figure.play(false);
  assert.deepEqual(passes(100), []);
});

test("an arrow is seen at its pose, whose still is the one of now", () => {
  const { element, stills, arrow, wait } = onScreen("1 1 1;1 1 1", "M0 0", "0 0;9 9");
  const now = () => [...stills.map(({ classes }) => classes.has("figure-stills__still--now")), arrow.visibility];
  new MovingFigure(element).play(true);
  wait(1);
  assert.deepEqual(now(), [true, false, "hidden"]);
  wait(25, 100);
  assert.deepEqual(now(), [false, true, "visible"]);
  wait(20, 100);
  assert.deepEqual(now(), [true, false, "hidden"]);
});

test("a figure in sight moves until its button is pressed, and rests where less motion is wanted", () => {
  for (const matches of [false, true]) {
    const other = onScreen("1 1 0", "M0", "0;9");
    const { element, button, draws, wait } = onScreen("1 1 0;1 1 0", "M0", "0;9");
    other.element.querySelector = () => null; // no button: it stays as it is
    /** @type {any} */
    let sees;
    const less = { matches, wanted: "", change() {}, addEventListener: (/** @type {"change"} */ type, /** @type {() => void} */ listener) => (less[type] = listener) };
    Object.assign(globalThis, {
      HTMLElement: Element,
      matchMedia: (/** @type {string} */ query) => Object.assign(less, { wanted: query }),
      IntersectionObserver: class {
        /** @param {any} seen */
        constructor(seen) {
          sees = seen;
        }
        /** @param {any} target */
        observe(target) {
          sees([{ target, isIntersecting: false }]);
        }
      },
    });
    const pictures = () => {
      draws.length = 0;
      wait(5, 100);
      return draws.length;
    };
    const root = { querySelectorAll: (/** @type {string} */ what) => (what === "[data-figure]" ? [{ querySelector: () => button }, other.element, element] : []) };
    connectFigures(/** @type {any} */ (root));
    assert.equal(less.wanted, "(prefers-reduced-motion: reduce)");
    assert.equal(button.hidden, false);
    assert.equal(other.element.classes.size, 0);
    assert.equal(pictures(), 0, "out of sight");
    sees([{ target: element, isIntersecting: true }]);
    const is = (/** @type {boolean} */ moving, /** @type {boolean} */ playing) => {
      assert.deepEqual([...element.classes].sort(), [...(moving ? ["figure--moving"] : []), ...(playing ? ["figure--playing"] : [])]);
      assert.equal(button.firstElementChild.textContent, playing ? "Pause" : "Play");
      assert.equal(pictures() > 0, playing);
    };
    is(!matches, !matches);
    less.matches = true;
    less.change();
    is(false, false);
    button.click();
    is(true, true);
    button.click();
    is(true, false);
    less.matches = false;
    less.change();
    is(true, true);
    const figure = new MovingFigure(element);
    assert.equal(figure.wanted, false);
    assert.equal(figure.isAtRest, false);
    figure.rest();
    assert.equal(figure.isAtRest, true);
  }
});

/** What a page knows an element by, as far as a figure asks. */
class Element {
  /** @type {Set<string>} */
  classes = new Set();
  classList = {
    add: (/** @type {string} */ name) => void this.classes.add(name),
    remove: (/** @type {string} */ name) => void this.classes.delete(name),
    contains: (/** @type {string} */ name) => this.classes.has(name),
    toggle: (/** @type {string} */ name, /** @type {boolean} */ wanted) => void this.classes[wanted ? "add" : "delete"](name),
  };
}

/**
 * A figure of one path, an arrow at its second pose, and two stills; what is drawn of it, and a screen that shows so many
 * pictures, 60 a second.
 * @param {string} timings @param {string} d @param {string} frames
 */
function onScreen(timings, d, frames) {
  /** @type {string[]} */
  const draws = [];
  const path = {
    getAttribute: (/** @type {string} */ name) => ({ d, "data-frames": frames })[name] ?? null,
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => name === "d" && draws.push(value),
  };
  const arrow = {
    visibility: "",
    getAttribute: (/** @type {string} */ name) => (name === "data-at-pose" ? "1" : null),
    setAttribute: (/** @type {"visibility"} */ name, /** @type {string} */ value) => void (arrow[name] = value),
  };
  const stills = [new Element(), new Element()];
  const button = { hidden: true, firstElementChild: { textContent: "" }, click() {}, addEventListener: (/** @type {"click"} */ type, /** @type {() => void} */ listener) => (button[type] = listener) };
  /** @type {Record<string, any[]>} */
  const parts = { "[data-frames]": [path], "[data-at-pose]": [arrow], ".figure-stills__still": stills };
  const element = /** @type {any} */ (Object.assign(new Element(), {
    dataset: { figure: timings },
    querySelector: (/** @type {string} */ what) => (what === "button" ? button : null),
    querySelectorAll: (/** @type {string} */ what) => parts[what] ?? [],
  }));
  let next = (/** @type {number} */ _) => {};
  let now = 0;
  globalThis.requestAnimationFrame = (asked) => {
    next = asked;
    return 1;
  };
  globalThis.cancelAnimationFrame = () => {
    next = () => {};
  };
  const wait = (/** @type {number} */ pictures, milliseconds = 1000 / 60) => {
    for (let count = 0; count < pictures; count++) {
      now += milliseconds;
      next(now);
    }
  };
  return { element, button: /** @type {any} */ (button), draws, stills, arrow, wait };
}
