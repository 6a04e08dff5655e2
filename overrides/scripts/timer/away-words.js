// Words what happened to the run while nobody was there.
// @ts-check

import { exactly } from "../shared/time-words.js";

/** @typedef {import("./timer-run.js").Away} Away */

/** @param {Away} away */
export function awayWords({ reason, gap_seconds }) {
  if (reason === "clock") return "The device’s clock was set back; paused where you were.";
  if (reason === "long") return `Paused where you left off: you were away ${exactly(Math.round(gap_seconds))}.`;
  return `You were away ${exactly(Math.round(gap_seconds))}. The timer went on.`;
}

/**
 * What someone should know who comes back, beside an absence that can be taken back.
 * @param {import("./timer-run.js").TimerRun} run
 * @param {boolean} isUntouched whether nobody here has touched it yet
 */
export function whereLeft({ away, isRunning, isUnderWay }, isUntouched) {
  if (isRunning) return isUntouched ? "The timer goes on. Press Resume to hear it." : "";
  if (!isUnderWay) return "";
  return away ? awayWords(away) : isUntouched ? "Paused where you left off." : "";
}
