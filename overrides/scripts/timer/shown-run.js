// What there is to show of a run, as the screen takes it, with all that someone should be told now; changes nothing.
// @ts-check

import { awayWords, whereLeft } from "./away-words.js";
import { position } from "./playback.js";

/**
 * @param {import("./timer-conductor.js").TimerConductor} conductor
 * @param {number} now
 * @returns {import("./timer-screen.js").Given}
 */
export function shownOf({ run, settings, alternatives, first, given, isUntouched, devices, days }, now) {
  const { routine, state, intervals, away } = run;
  return {
    mode: !state ? "ready" : state.done ? "ended" : "running",
    ...{ routine, intervals, state, settings, alternatives, first },
    position: state && position(state, intervals, now),
    notes: [whereLeft(run, isUntouched), ...given.notes, ...devices.notes].filter(Boolean),
    away: away?.reason === "short" ? awayWords(away) : "",
    ...days.said(new Date(now)),
  };
}
