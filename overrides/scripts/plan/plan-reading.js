// Shows a plan to whoever opened its link.
// @ts-check

import { cloneTemplate, fillParts, find } from "../shared/dom.js";
import { amount, brief, dose as doseWords, pace } from "../shared/dose-words.js";
import { gettext, oneOf } from "../shared/gettext.js";
import { around, groupLine, groupOf } from "../shared/group-words.js";
import { exerciseOf, isMirrored, ofSide, stepDose } from "../shared/plan-routine.js";
import { capital, fetched, joined } from "../shared/routine-words.js";
import { factsOf, UNSTATED, usualDose } from "./plan-facts.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").Plan} Plan */
/** @typedef {import("../shared/plan-records.js").PlanExercise} PlanExercise */

/**
 * @param {HTMLElement} view
 * @param {{plan: Plan, routine: Routine, exercisesByCode: ReadonlyMap<string, PlanExercise>, notices: string[]}} opened
 * @param {URL} root the site's
 */
export function showPlan(view, { plan, routine, exercisesByCode, notices }, root) {
  const { count, short_length, equipment } = factsOf(routine);
  fillParts(view, { note: plan.note, notices, count, short_length, equipment });
  // The routine leaves out steps whose exercise the site does not have, so these are left out here, too.
  const steps = plan.steps.filter((step) => exerciseOf(step, exercisesByCode)).map((step, index) => {
    const known = /** @type {PlanExercise} */ (exerciseOf(step, exercisesByCode));
    const { part = "" } = routine.steps[index];
    const { dose, which } = stepDose(step, known, plan.level);
    const usual = step.own ? "" : usualDose(step, known, plan.level);
    const said = {
      number: `${index + 1}`,
      group: groupLine(routine, index),
      session_part: capital(part),
      ...inTwo(dose, which, around(step)),
      step_note: step.note ?? "",
      changed: usual && gettext`Usually ${{ dose: usual }}.`,
      one_side: oneSide(step, known),
    };
    const turns = !isOneSided(step) && known.laterality !== "bilateral";
    return stepOf(ofSide(known, step.side), said, brief(dose, which), isMirrored(known, step.side) ? "left" : "right", turns, root);
  });
  for (const [index, { step }] of steps.entries()) step.classList.toggle("plan-step--grouped", Boolean(groupOf(routine, index)));
  find(view, "[data-part=steps]").replaceChildren(...steps.map(({ step }) => step));
  find(view, "[data-part=ways]").replaceChildren(...steps.map(({ way }) => way));
  view.hidden = false;
  // Figures, and how it is printed, are loaded after the words are shown.
  const figures = steps.flatMap(({ figure }) => figure || []);
  void import("./plan-figures.js").then(({ draw }) => figures.forEach((each) => void draw(each, root)), () => {});
}

/** Sets of repetitions, whose unit a whole dose leaves out: it must not where they stand alone. */
const BARE = /^[\d–]+\u202f×\u202f[\d–]+(?=[ ,]|$)/;

/**
 * How much, which is set large, and what else is said of the dose: `3 × 10 reps` or `2 × 45 s hold`, then `each foot, rest 30 s`.
 * @param {import("../shared/timeline.js").Dose} dose
 * @param {string} which the side in words
 * @param {string[]} around
 */
function inTwo(dose, which, around) {
  const words = doseWords(dose, which, pace);
  const first = [amount(dose, pace), amount({ ...dose, load: undefined }, pace)].find((said) => words.startsWith(said)) ?? words;
  return { dose: first.replace(BARE, gettext`${{ counts: "$&" }}\u202freps`), dose_of: joined(words.slice(first.length).replace(/^,? /, ""), ...around) };
}

/** @param {import("../shared/plan-link.js").PlanStep} step whether it works one side only */
const isOneSided = ({ side }) => side === "left" || side === "right";

/**
 * A sentence for a step of a bilateral exercise that works one side only, since its texts do not mention it.
 * @param {import("../shared/plan-link.js").PlanStep} step
 * @param {PlanExercise} exercise
 */
function oneSide(step, { limb, laterality }) {
  if (!isOneSided(step) || laterality !== "bilateral") return "";
  // Translators: in "Work the left foot only, also where the steps speak of both."
  const one = oneOf(
    `the ${step.side} ${limb}`,
    "the left side", "the left foot", "the left leg", "the left knee", "the left hip", "the left arm", "the left hand", "the left shoulder",
    "the right side", "the right foot", "the right leg", "the right knee", "the right hip", "the right arm", "the right hand", "the right shoulder",
  );
  return gettext`Work ${{ limb: one }} only, also where the steps speak of both.`;
}

/**
 * @param {PlanExercise} exercise
 * @param {Record<string, string>} said
 * @param {string} words its dose, for the way to it
 * @param {"left" | "right"} side that its figure shows at work
 * @param {boolean} turns whether the other side has its turn
 * @param {URL} root
 */
function stepOf(exercise, said, words, side, turns, root) {
  const step = cloneTemplate("reading-step");
  const { setup, instructions, cues, feel_not_here, stop_signs, contraindications, precautions, easier, harder } = exercise;
  fillParts(step, {
    ...said,
    name: exercise.short_name,
    about: exercise.short_name,
    needs: fetched(exercise) && gettext`You need: ${{ things: fetched(exercise) }}.`,
    feel_here: exercise.feel_here.join(" "),
    more: exercise.url,
    faults: exercise.faults.map(({ fault, fix }) => `${fault} ${fix}`),
    setup,
    instructions,
    cues,
    feel_not_here,
    stop_signs,
    contraindications: exercise.contraindications_stated === false ? [UNSTATED] : contraindications,
    precautions,
    easier,
    harder,
    page: new URL(exercise.url, root).href,
  });
  const place = find(step, ".plan-step__figure");
  place.hidden = !exercise.has_figure && !exercise.images;
  const way = cloneTemplate("way");
  fillParts(way, { number: said.number, name: exercise.short_name, dose: words });
  way.onclick = () => {
    step.scrollIntoView();
    find(step, "h2").focus();
  };
  return { step, way, figure: place.hidden ? null : { place, exercise, side, turns, way: find(way, "button") } };
}
