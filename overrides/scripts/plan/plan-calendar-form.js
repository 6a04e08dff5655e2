// The dialog that saves a plan as a calendar file; loaded with its markup once it is asked for.
// @ts-check

import { fillParts, find } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { handOver } from "../shared/hand-over.js";
import { calendar } from "./plan-calendar.js";

/** @typedef {import("./plan-calendar.js").Day} Day */
/** @typedef {import("./plan-outputs.js").Output} Output */

/** The message for each result of handOver(). */
const RESULTS = {
  saved: gettext`Saved as plan.ics. Open it in your calendar.`,
  shared: gettext`plan.ics was handed on. Open it in your calendar.`,
  left: "",
  again: gettext`Your phone wants another tap: save the calendar file once more.`,
};

/**
 * Connects the form of the dialog.
 * @param {HTMLElement} dialog
 * @param {() => (Output & {url: string}) | null} wanted the plan that is shown now
 * @param {(words: string) => void} say
 */
export function connectCalendar(dialog, wanted, say) {
  find(dialog, "form").addEventListener("submit", (event) => {
    const { target, submitter } = /** @type {SubmitEvent} */ (event);
    const form = /** @type {HTMLFormElement} */ (target);
    if (/** @type {HTMLButtonElement | null} */ (submitter)?.value !== "save") return;
    const fields = new FormData(form);
    const days = /** @type {Day[]} */ (fields.getAll("days"));
    const wrong = !days.length ? gettext`Choose a day.` : form.checkValidity() ? "" : gettext`Choose a time, and 1 to 52 weeks or none.`;
    fillParts(form, { calendar_said: wrong });
    const output = wanted();
    if (wrong) {
      event.preventDefault();
      find(form, days.length ? ":invalid:is(input)" : "[name=days]").focus();
    } else if (output) void save(output, days, String(fields.get("time")), Number(fields.get("weeks"))).then(say);
  });
}

/**
 * @param {Output & {url: string}} output
 * @param {Day[]} days
 * @param {string} time
 * @param {number} weeks 0: without end
 */
async function save(output, days, time, weeks) {
  const text = calendar({ ...output, days, time, ...(weeks ? { weeks } : {}), now: new Date() });
  return RESULTS[await handOver(new File([text], "plan.ics", { type: "text/calendar;charset=utf-8" }), window)];
}
