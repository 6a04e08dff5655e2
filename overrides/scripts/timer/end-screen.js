// Works out what the timer shows when a run is over: what came of it, what was left out, and the ways on.
// @ts-check

import { capital, joined } from "../shared/routine-words.js";
import { exactly } from "../shared/time-words.js";
import { hasDone } from "./playback.js";

/** @typedef {import("./timer-screen.js").Screen} Screen */
/** @typedef {import("./timer-screen.js").ScreenInput} ScreenInput */
/**
 * @typedef {object} Way
 * @property {string} text
 * @property {string} [action] named as the stage's data-action; without one it leads home
 * @property {number[]} [steps] that the action is about
 * @property {boolean} [isFirst] whether it is the one that most will want
 */

/**
 * The screen at the end, and the ways on in their order.
 * @param {Screen} shown
 * @param {ScreenInput} given
 * @returns {{screen: Screen, ways: Way[]}}
 */
export function endScreen(shown, { mode, routine, state = null, marked = false }) {
  if (mode !== "ended" || !routine || !state) return { screen: shown, ways: [] };
  const { steps } = shown;
  const left = steps.filter((step) => step.state !== "done").map(({ step }) => step);
  const isDone = hasDone(state);
  const what = steps.length === 1 ? steps[0].name : `${steps.length} exercises`;
  const times = state.pass > 1 ? `${state.pass} rounds` : "";
  const took = tookOf(state);
  const said = isDone ? capital(joined(times, left.length ? took && `in ${took}` : joined(what, took))) : "";
  const summary = said && `${said}.`;
  const title = titleOf(steps.length - left.length, steps.length, isDone);
  const screen = { ...shown, phase: isDone ? "done" : "", title, summary, main: "", status: `${title}. ${summary}`.trim() };
  return { screen, ways: waysOf(left, steps.length, { isDone, marked, mayGoRound: Boolean(routine.second_round) }) };
}

/**
 * @param {number} done
 * @param {number} all
 * @param {boolean} isDone whether any step was, in this time through or in one before
 */
function titleOf(done, all, isDone) {
  if (done === all) return "Done";
  return isDone ? `${done} of ${all} done` : "Nothing done yet";
}

/**
 * What one most likely wants comes first, then the way home.
 * @param {number[]} left
 * @param {number} all
 * @param {{isDone: boolean, marked: boolean, mayGoRound: boolean}} about
 * @returns {Way[]}
 */
function waysOf(left, all, { isDone, marked, mayGoRound }) {
  const home = { text: "Home" };
  const mark = { text: `Mark${marked ? "ed" : ""} as done today`, action: "markDone" };
  const round = mayGoRound ? { text: "Go round again", action: "goRound" } : { text: "Start again", action: "restart" };
  if (!isDone) return [{ text: "Start again", action: "restart", isFirst: true }, home, mark];
  if (!left.length) return [{ ...mark, isFirst: !marked }, { ...home, isFirst: marked }, round];
  const rest = { text: left.length === all && all > 1 ? `Do all ${all}` : `Do the ${left.length === 1 ? "one" : left.length} left`, action: "again", steps: left };
  return [{ ...rest, isFirst: true }, home, mark, round];
}

/**
 * How long it took from the first start to the end, with all that came between: what a run does not know, it does not take off.
 * @param {NonNullable<ScreenInput["state"]>} state
 */
function tookOf({ begun_at, ended_at }) {
  const seconds = Math.round(((ended_at ?? NaN) - (begun_at ?? NaN)) / 1000);
  const said = seconds < 90 ? seconds : Math.round(seconds / 60) * 60;
  return seconds > 0 ? exactly(said) : ""; // not so where the clock was set back
}
