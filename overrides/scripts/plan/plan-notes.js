// Writes a plan as plain text, for a coach's notes or an e-mail.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { around, groupLine } from "../shared/group-words.js";
import { plain } from "../shared/plain-text.js";
import { needed } from "../shared/routine-words.js";
import { factsOf } from "./plan-facts.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */

/**
 * The whole plan as text. The link is the last line, so that no program takes anything after it for a part of it.
 * @param {{plan: Pick<Draft, "note">, routine: Routine, url: string}} of the routine as `asRoutine` makes it of the plan
 */
export function notes({ plan, routine, url }) {
  const length = factsOf(routine).short_length;
  const note = plain(plan.note);
  const about = routine.steps.length
    ? [gettext`How long: ${{ time: plain(length) }}`, gettext`You need: ${{ things: needs(routine) }}`, "", ...numbered(routine), ""]
    : [""];
  return [plain(routine.name), ...(note ? [gettext`Note: ${note}`] : []), ...about, plain(url)].join("\n");
}

/**
 * The steps with their doses, one a line: `1. Toe lifts: 3 × 10 each foot, rest 30 s`.
 * @param {Routine} routine
 */
export function numbered(routine) {
  return routine.steps.flatMap((step, index) => {
    const { exercise, start, note } = step;
    const said = [[start.words, ...around(step)].map(plain).filter(Boolean).join(", "), plain(note)].filter(Boolean).join(". ");
    const group = groupLine(routine, index);
    return [
      ...(group ? [plain(group)] : []),
      `${index + 1}. ${gettext`${{ name: named(exercise.name, start.words) }}: ${{ dose: said }}`}`,
    ];
  });
}

/** The name without the side, which asRoutine() adds for the timer: here it is part of the dose. @param {string} name @param {string} words */
function named(name, words) {
  const [, rest, side] = /^(.+), (.+)$/.exec(name) ?? [];
  return plain(side && words.includes(side) ? rest : name); // each language has the side within the words for that side only
}

/** @param {Routine} routine */
function needs({ steps }) {
  const things = needed(steps).map(plain);
  return steps.some(({ exercise }) => exercise.equipment.length) ? things.join("; ") : gettext`nothing but a floor`;
}
