// Loads the plan of a link as a routine for the timer, or the sentence that says why there is none.
// @ts-check

// Loaded only for a plan's link.

import { gettext } from "./gettext.js";
import { notices } from "./plan-notices.js";
import { NoRecords, PlanRecords } from "./plan-records.js";
import { asRoutine } from "./plan-routine.js";

/** @typedef {import("./timeline.js").Routine} Routine */
/**
 * @typedef {{routine: Routine | null, notes: string[], links?: {text: string, url: string}[]}} Found without a routine
 *   the notes say why, with links to go on; without links another try may help
 */

/**
 * Never throws: problems of the link and of the network become sentences.
 * @param {string} fragment
 * @param {string} root the site's root, as seen from the page
 * @returns {Promise<Found>}
 */
export async function planned(fragment, root) {
  const url = `plan/${fragment}`;
  try {
    const { plan, exercisesByCode, retired } = await new PlanRecords(root).opened(fragment);
    const notes = notices(plan, exercisesByCode, retired);
    if (!plan.steps.length) return { routine: null, notes, links: [{ text: gettext`Open the plan page`, url }] };
    const summary = plan.note && gettext`The sender writes: “${plan.note}”`;
    return { routine: { ...asRoutine(plan, exercisesByCode), summary, url }, notes };
  } catch (problem) {
    const isKnown = problem instanceof NoRecords;
    const said = isKnown ? problem.message : gettext`The exercises could not be read: the site sent something else.`;
    return { routine: null, notes: [said] };
  }
}
