// Works out what the timer shows when a run is over: what came of it, what was left out, and the ways on.
// @ts-check

import { gettext, ngettext } from "../shared/gettext.js";
import { capital, exercisesOf, joined, roundsOf } from "../shared/routine-words.js";
import { exactly } from "../shared/time-words.js";
import { hasDone } from "./playback.js";

/** @typedef {import("./timer-screen.js").Screen} Screen */
/** @typedef {import("./timer-screen.js").ScreenInput} ScreenInput */
/**
 * @typedef {object} Way
 * @property {string} text
 * @property {string} [action] named as the stage's data-action; without one it leads home
 * @property {number[]} [steps] that the action is about
 * @property {"first" | "second"} [rank] of the one that most will want, and of the next; the others share a row below them
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
  const begun = steps.filter((step) => step.state === "begun").length;
  const what = steps.length === 1 ? steps[0].name : exercisesOf(steps.length);
  const rounds = state.pass > 1 ? roundsOf(state.pass) : "";
  const took = tookOf(state);
  const said = left.length ? took && (rounds ? gettext`${rounds} took ${{ time: took }}` : gettext`It took ${{ time: took }}`) : capital(joined(rounds, what, took));
  const isWorked = isDone || begun > 0;
  const summary = isWorked ? said && `${said}.` : routine.name;
  const title = titleOf(steps.length - left.length, begun, steps.length, isDone);
  const screen = { ...shown, phase: isWorked ? "done" : "", title, summary, main: "", status: `${title}. ${summary}`.trim() };
  return { screen, ways: waysOf(left, steps.length, { isDone, marked, isWorked, mayGoRound: Boolean(routine.second_round) }) };
}

/**
 * @param {number} done
 * @param {number} begun steps of which a side or a set was done
 * @param {number} all
 * @param {boolean} isDone whether any step was, in this time through or in one before
 */
function titleOf(done, begun, all, isDone) {
  if (done === all) return gettext`Done`;
  if (begun && !isDone) return all === 1 ? gettext`Begun, not finished` : gettext`${begun} of ${all} begun`;
  return all === 1 ? gettext`Skipped` : gettext`${done} of ${all} done`;
}

/**
 * What one most likely wants comes first, then to mark the day, then the way home: before it, where nothing was done to its end.
 * A day on which nothing was begun is not marked.
 * @param {number[]} left
 * @param {number} all
 * @param {{isDone: boolean, isWorked: boolean, marked: boolean, mayGoRound: boolean}} about
 * @returns {Way[]}
 */
function waysOf(left, all, { isDone, isWorked, marked, mayGoRound }) {
  const home = { text: gettext`Home` };
  const mark = { text: marked ? gettext`Marked as done today` : gettext`Mark as done today`, action: "markDone" };
  const second = /** @type {const} */ ({ ...mark, rank: "second" });
  const again = { text: gettext`Start again`, action: "restart" };
  const round = mayGoRound ? { text: gettext`Go round again`, action: "goRound" } : again;
  if (!left.length) return marked ? [second, { ...home, rank: "first" }, round] : [{ ...mark, rank: "first" }, home, round];
  const count = left.length;
  const text = count === all && all > 1 ? gettext`Do all ${all}` : ngettext(count, gettext`Do the one left`, gettext`Do the ${count} left`);
  const rest = /** @type {const} */ ({ text, action: "again", steps: left, rank: "first" });
  if (isDone) return [rest, second, home, round];
  return [all > 1 ? rest : { ...again, rank: rest.rank }, ...(count < all ? [again] : []), home, ...(isWorked ? [mark] : [])];
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
