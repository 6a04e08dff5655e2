// Words what happened to the run while nobody was there.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { exactly } from "../shared/time-words.js";

/** @typedef {import("./timer-run.js").Absence} Absence */

/** @param {Absence} away */
export function awayWords({ reason, gap_seconds }) {
  const time = exactly(Math.round(gap_seconds));
  if (reason === "clock") return gettext`The device’s clock was set back; paused where you were.`;
  if (reason === "long") return gettext`Paused where you left off: you were away ${time}.`;
  return gettext`You were away ${time}. The timer went on.`;
}

/**
 * A sentence for someone who comes back to the page, about anything but a short absence, which has a button of its own.
 * @param {import("./timer-run.js").TimerRun} run
 * @param {boolean} isUntouched whether nobody here has touched it yet
 */
export function absenceNote({ away, isRunning, isUnderWay }, isUntouched) {
  if (isRunning) return isUntouched ? gettext`The timer goes on. Press Resume to hear it.` : "";
  if (!isUnderWay) return "";
  return away ? awayWords(away) : isUntouched ? gettext`Paused where you left off.` : "";
}
