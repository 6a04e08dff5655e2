// Words what happened to the run while nobody was there.
// @ts-check

import { exactly } from "../shared/time-words.js";

/** @typedef {import("./timer-run.js").Absence} Absence */

/** @param {Absence} away */
export function awayWords({ reason, gap_seconds }) {
  if (reason === "clock") return "The device’s clock was set back; paused where you were.";
  if (reason === "long") return `Paused where you left off: you were away ${exactly(Math.round(gap_seconds))}.`;
  return `You were away ${exactly(Math.round(gap_seconds))}. The timer went on.`;
}

/**
 * A sentence for someone who comes back to the page, about anything but a short absence, which has a button of its own.
 * @param {import("./timer-run.js").TimerRun} run
 * @param {boolean} isUntouched whether nobody here has touched it yet
 */
export function absenceNote({ away, isRunning, isUnderWay }, isUntouched) {
  if (isRunning) return isUntouched ? "The timer goes on. Press Resume to hear it." : "";
  if (!isUnderWay) return "";
  return away ? awayWords(away) : isUntouched ? "Paused where you left off." : "";
}
