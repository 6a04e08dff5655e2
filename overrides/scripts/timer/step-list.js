// Lists the steps of a routine with their doses and states: done, begun, skipped, now or to come.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { doseOf } from "../shared/routine-words.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/timeline.js").Step} Step */
/** @typedef {import("./playback.js").State} State */

/**
 * All steps with their doses and states.
 * @param {Routine} routine
 * @param {(step: Step, index: number) => string} dose
 * @param {State | null} state
 * @param {number} now the current step, or -1
 */
export function listed(routine, dose, state, now) {
  const words = { done: gettext`Done`, begun: gettext`Begun`, now: gettext`Now`, skipped: gettext`Skipped`, "to come": "" };
  return routine.steps.map((step, index) => {
    const is = state?.finished.includes(index) ? "done" : state?.skipped.includes(index) ? (state.worked.includes(index) ? "begun" : "skipped") : "to come";
    const became = /** @type {keyof typeof words} */ (index === now ? "now" : is);
    const { short_name: name, url, side = "right" } = step.exercise; // as in the run
    return {
      step: index,
      number: `${index + 1}`,
      name,
      url,
      side,
      dose: dose(step, index),
      note: step.note,
      state: became,
      state_word: words[became],
    };
  });
}

/**
 * The dose of a step, as it is set.
 * @param {{level?: "start" | "goal"}} settings
 * @param {number[]} alternatives
 */
export const doses = ({ level = "start" }, alternatives) => (/** @type {import("../shared/timeline.js").Step} */ step, /** @type {number} */ index) =>
  doseOf(step, level, alternatives.includes(index));
