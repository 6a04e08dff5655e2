// Writes a plan as plain text, for a coach's notes or an e-mail.
// @ts-check

import { clean } from "../shared/plan-text.js";
import { needed } from "../shared/routine-words.js";
import { minutes } from "../shared/time-words.js";
import { lengths, timeline } from "../shared/timeline.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */

/**
 * The plan to read where nothing else is known of it. The link stands last and alone, so that no program takes what
 * comes after it for a part of it; whoever pastes the text can go on below.
 * @param {{plan: Pick<Draft, "note">, routine: Routine, url: string}} of the routine as `asRoutine` makes it of the plan
 */
export function notes({ plan, routine, url }) {
  const [least, most] = [false, true].map((most) => lengths(timeline(routine, { most })).total_seconds);
  const note = plain(plan.note);
  const about = routine.steps.length
    ? [`How long: ${plain(minutes(least, most))}`, `You need: ${needs(routine)}`, "", ...numbered(routine), ""]
    : [""];
  return [plain(routine.name), ...(note ? [`Note: ${note}`] : []), ...about, plain(url)].join("\n");
}

/**
 * The steps with their doses, each on a line: `1. Toe lifts: 3 × 10 each foot, rest 30 s`.
 * @param {Routine} routine
 */
export function numbered({ steps }) {
  return steps.map(({ exercise, start }, index) => `${index + 1}. ${named(exercise.name, start.words)}: ${plain(start.words)}`);
}

/**
 * A text as one line of ordinary signs: spaces that do not break and hyphens like them are boxes in some programs. Every
 * text that leaves the page goes through here; scripts/limber/plain_text.py does the same in Python.
 * @param {string} text
 */
export function plain(text) {
  return clean(text, Number.POSITIVE_INFINITY).replace(/[\u2010\u2011]/g, "-");
}

/** For the timer a name has the side that a plan asks for; here the dose says it. @param {string} name @param {string} words */
function named(name, words) {
  const [, rest, side] = /^(.+), ((?:left|right) .+)$/.exec(name) ?? [];
  return plain(side && words.includes(`${side} only`) ? rest : name);
}

/** @param {Routine} routine */
function needs({ steps }) {
  const things = needed(steps).map(plain);
  return steps.some(({ exercise }) => exercise.equipment.length) ? things.join("; ") : "nothing but a floor";
}
