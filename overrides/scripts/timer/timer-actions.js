// What each button of the timer does, by its name.
// @ts-check

import { add } from "./playback.js";

/** @typedef {import("./timer-conductor.js").TimerConductor} TimerConductor */

const MORE_SECONDS = 15;

/** @param {TimerConductor} conductor */
export function actionsOf(conductor) {
  const { run } = conductor;
  const set = (/** @type {string} */ name, /** @type {unknown} */ value) => conductor.set(name, value);
  return {
    main: () => conductor.main(),
    back: () => conductor.move("back"),
    skip: () => conductor.move("skip"),
    add: () => conductor.tap((now) => run.act(now, (state, intervals) => add(state, intervals, MORE_SECONDS, now))),
    jump: (/** @type {number} */ step) => conductor.tap((now) => run.jump(step, now)),
    restart: () => {
      conductor.first = 0; // wherever it began
      run.options = conductor.options;
      conductor.tap((now) => run.again(null, now));
    },
    again: (/** @type {number} */ step) => conductor.tap((now) => run.again(step, now)),
    resume: () => conductor.tap((now) => run.backToWhereLeft(now)),
    level: (/** @type {string} */ level) => set("level", level),
    setting: set,
    alternative: (/** @type {number} */ step, /** @type {boolean} */ on) => {
      const others = conductor.alternatives.filter((one) => one !== step);
      conductor.alternatives = on ? [...others, step] : others;
      conductor.layOut();
    },
    markDone: () => {
      const isKept = conductor.days.mark(new Date());
      if (!isKept) conductor.given.notes.add("This browser keeps nothing: the day is marked until you leave the page.");
      conductor.paint();
    },
  };
}
