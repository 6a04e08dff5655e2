// Words a plan's sheet and cards, as scripts/limber/paper/texts.py words a routine's.
// @ts-check

// tests/vectors/paper-texts.json holds both to the same words.

import { amount, count, details } from "../shared/dose-words.js";
import { gettext, pgettext } from "../shared/gettext.js";
import { warning } from "../shared/plan-notices.js";
import { around, groupOf } from "../shared/group-words.js";
import { asRoutine, exerciseOf, isMirrored, ofSide, stepDose } from "../shared/plan-routine.js";
import { capital } from "../shared/routine-words.js";
import { STOP_SIGNS } from "../shared/stop-signs.js";
import { factsOf, UNSTATED } from "./plan-facts.js";
import { cardKit, kit } from "./plan-needs.js";

/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/plan-link.js").Fault} Fault */
/** @typedef {import("../shared/plan-link.js").Plan} Plan */
/** @typedef {import("../shared/plan-records.js").FullExercise} FullExercise */
/** @typedef {{amounts: string[], side: string[]}} PaperDose in parts that stand on one line each */
/** @typedef {import("../shared/plan-link.js").PlanStep["side"]} Side */
/**
 * @typedef {{dose: Dose, laterality: string, which: string, name: string, side: Side, exercise: FullExercise,
 *   step: import("../shared/plan-link.js").PlanStep}} StepDose
 */
/**
 * @typedef {{number: number, exercise: FullExercise, dose: PaperDose, side: string, which: string, mirrored: boolean, note: string,
 *   rounds: string, begins: boolean, key: string}} PaperStep the exercise with its texts for the side that the plan has; where it is
 *   one, `side` names it, `left foot`, and `which` is that alone, `left`; `rounds` are those of its group, which `begins` with it or
 *   before; `key` explains how its dose is written
 */
/**
 * @typedef {{title: string, warning: string, how_long: string[], kit: string, note: string, legend: string,
 *   source: string, stop_signs: string, few_stop_signs: string, steps: PaperStep[]}} SheetTexts with the stop signs that hold for all,
 *   where each step has its own, and with as many of these as always fit
 */
/**
 * @typedef {{dose: PaperDose, steps: string[], facts: [string, string][], more: [string, string][], faults: [string, string][]}} CardTexts
 *   `more` are facts to add as far as there is room, the most important first; one takes the place of an earlier one
 */

/** Where a sheet has no room for all. */
const MORE = gettext`More: on each exercise’s page.`;

/**
 * The texts of a plan's sheet. Exercises that the site does not have are left out, as in the timer.
 * @param {Plan} plan
 * @param {ReadonlyMap<string, FullExercise>} exercisesByCode
 * @param {Pick<import("./plan-layout.js").Measures, "most_stop_signs" | "most_sources">} most characters
 * @returns {SheetTexts}
 */
export function sheetTexts(plan, exercisesByCode, { most_stop_signs, most_sources }) {
  const routine = asRoutine(plan, exercisesByCode);
  const steps = stepDoses(plan, exercisesByCode);
  const exercises = steps.map(({ exercise }) => exercise);
  const [work, ...others] = capital(factsOf(routine).length).split(", ");
  const signs = exercises.length ? [STOP_SIGNS, ...stopSigns(exercises)] : [];
  const few = signs.filter((_, at) => signs.slice(0, at + 1).join(" ").length <= most_stop_signs);
  return {
    title: routine.name,
    warning: warning(plan),
    how_long: others.length ? [`${work},`, ...others] : [work],
    kit: kit(exercises),
    note: plan.note,
    legend: legend(steps),
    source: source(exercises, most_sources),
    stop_signs: signs[0] ?? "",
    few_stop_signs: few.length < signs.length ? [...few, MORE].join(" ") : signs.join(" "),
    steps: paperSteps(plan, exercisesByCode),
  };
}

/**
 * The plan's exercises in order, each with its dose.
 * @param {Plan} plan
 * @param {ReadonlyMap<string, FullExercise>} exercisesByCode
 * @returns {PaperStep[]}
 */
export function paperSteps(plan, exercisesByCode) {
  const routine = asRoutine(plan, exercisesByCode);
  return stepDoses(plan, exercisesByCode).map(({ exercise, dose: own, which, name, side, step }, index) => {
    const amounts = [amount(own), own.or ? gettext`or ${{ dose: amount(own.or) }}` : ""].filter(Boolean);
    const dose = { amounts: amounts.map(shorter), side: [...(which ? [which] : []), ...details(own), ...around(step)] };
    const { note = "" } = step;
    const group = groupOf(routine, index);
    const rounds = group ? gettext`${{ name: group.name }}: ${{ text: group.words }}` : "";
    const begins = group?.first === index;
    const key = tempoKey([own], gettext`Seconds to lower, pause, raise, pause.`);
    const mirrored = isMirrored(exercise, side);
    return { number: index + 1, exercise, dose, side: name, which: nameOf(side), mirrored, note, rounds, begins, key };
  });
}

/** @param {Side} side */
function nameOf(side) {
  if (side === "left") return pgettext("side", gettext`left`);
  return side === "right" ? pgettext("side", gettext`right`) : "";
}

const MOST_FAULTS = 3; // on the back of a card: as many as leave its grid rows to write in

/**
 * The texts of an exercise's card: the first of each kind, which is the most important, then what else there is.
 * @param {PaperStep} step
 * @param {ReadonlyMap<string, string>} namesById of all exercises, since an easier one need not be in the plan
 * @param {{fault?: Fault | null, title?: string}} [plan] what is wrong with the plan's link, which each card must say, and its name
 * @returns {CardTexts}
 */
export function cardTexts({ exercise, dose, key, note, rounds }, namesById, { fault: damage = null, title = "" } = {}) {
  const faults = exercise.faults.slice(0, MOST_FAULTS).map(({ fault, fix }) => /** @type {[string, string]} */ ([fault, fix]));
  /** @type {(texts: string[], ids: string[]) => string} */
  const alternative = ([first], [id]) => first ?? (namesById.has(id) ? `${namesById.get(id)}.` : "");
  /** @type {[string, string][]} */
  const facts = [
    ["Beware", damage ? gettext`The link of this plan was not as it was sent. Do not train by this card.` : ""],
    ["Group", rounds && `${rounds}.`],
    ["Note", note],
    ["Not if", exercise.contraindications_stated === false ? UNSTATED : ""],
    ["Feel it", exercise.feel_here[0] ?? ""],
    ["Easier", alternative(exercise.easier, exercise.regressions)],
    ["Harder", alternative(exercise.harder, exercise.progressions)],
    ["You need", cardKit(exercise.equipment)],
    ["Stop if", exercise.stop_signs[0] ?? ""],
    ["Words", wordsOf(exercise)],
  ];
  const [sign, ...otherSigns] = exercise.stop_signs;
  /** @type {[string, string][]} */
  const more = [
    ["Stop if", otherSigns.length ? gettext`${sign} More: on its page.` : ""],
    ["Stop if", otherSigns.length ? exercise.stop_signs.join(" ") : ""],
    ["Not if", exercise.contraindications.join(" ")],
    ["Tempo", key],
    ["Routine", title],
    ["Take care", exercise.precautions[0] ?? ""],
    ["Set up", exercise.setup.join(" ")],
    ["Take care", exercise.precautions.join(" ")],
  ];
  const isSaid = (/** @type {[string, string]} */ [, text]) => text !== "";
  return { dose, steps: cardSteps(exercise), facts: facts.filter(isSaid), more: more.filter(isSaid), faults };
}

/** What to do in a few words, step by step; where there is nothing shorter, the instructions. @param {FullExercise} exercise */
const cardSteps = ({ short_steps, instructions }) => (short_steps.length ? short_steps : instructions);

/** The same as part of a line. @param {FullExercise} exercise */
export const shortSteps = (exercise) => cardSteps(exercise).map((text) => text.replace(/\.$/, ""));

/** @param {Plan} plan @param {ReadonlyMap<string, FullExercise>} exercisesByCode @returns {StepDose[]} */
function stepDoses({ steps, level }, exercisesByCode) {
  return steps.flatMap((step) => {
    const exercise = exerciseOf(step, exercisesByCode);
    return exercise ? [{ ...stepDose(step, exercise, level), side: step.side, step, exercise: ofSide(exercise, step.side) }] : [];
  });
}

/** All stop signs, each once: first the most important one of each exercise. @param {FullExercise[]} exercises */
function stopSigns(exercises) {
  const most = Math.max(0, ...exercises.map(({ stop_signs }) => stop_signs.length));
  const signs = Array.from({ length: most }, (_, at) => exercises.flatMap(({ stop_signs }) => stop_signs[at] ?? []));
  return [...new Set(signs.flat())];
}

/** An amount whose repetitions are written in short, for large type in narrow columns. @param {string} said */
const shorter = (said) => said.replace(reps("").trim(), pgettext("on paper", gettext`reps`));

const reps = (/** @type {string} */ counts) => gettext`${counts}\u202freps`;

/** Explains how doses are written, with one of the plan as the example. @param {StepDose[]} steps */
function legend(steps) {
  const kinds = new Set(steps.map(({ laterality }) => laterality));
  return [
    example(steps),
    kinds.has("alternating") ? gettext`Alternating: the sides take turns, and the count is for each side.` : "",
    tempoKey(steps.map(({ dose }) => dose), gettext`Tempo: seconds to lower, pause, raise, pause.`),
  ].filter(Boolean).join(" ");
}

/** Explains tempos, if there are any. @param {Dose[]} doses @param {string} words */
function tempoKey(doses, words) {
  const sets = doses.flatMap((dose) => [dose, ...(dose.each_set ?? [])]);
  return [
    sets.some(({ tempo }) => tempo) ? words : "",
    sets.some(({ tempo_as_written }) => tempo_as_written) ? gettext`X: as fast as possible.` : "",
  ].filter(Boolean).join(" ");
}

/**
 * `2 × 10 each side = 2 sets of 10 reps on the right, then 2 sets of 10 reps on the left.` Nothing where no dose needs it, or none
 * is plain enough to explain another by.
 * @param {StepDose[]} steps
 */
function example(steps) {
  const isPlain = (/** @type {StepDose} */ { dose, exercise }) => !dose.each_set && !dose.side_order && !exercise.directions;
  const explained = steps.filter((step) => isPlain(step) && (step.laterality === "unilateral" || mostSets(step.dose) > 1));
  const rank = (/** @type {StepDose} */ { dose, laterality }) =>
    (laterality === "unilateral" ? 0 : 1e4) + (mostSets(dose) > 1 ? 0 : 1e3) + amount(dose).length;
  const [found] = explained.sort((one, other) => rank(one) - rank(other));
  if (!found) return "";
  const { laterality, which } = found;
  const { load, sets_range, ...dose } = found.dose;
  const single = amount({ ...dose, sets: 1 });
  const sets = sets_range ?? { min: dose.sets, max: dose.sets };
  const one = sets.max > 1 ? gettext`${{ count: count(sets) }} sets of ${{ amount: single }}` : single;
  const written = amount({ ...found.dose, load: undefined });
  return laterality === "unilateral"
    ? gettext`${written} ${{ side: which }} = ${one} on the right, then ${one} on the left.`
    : `${written} = ${one}.`;
}

/** Whose words an exercise has, and their licence, which has to stand wherever they do. @param {FullExercise} exercise */
const wordsOf = ({ source: work }) => (work?.licence ? `${work.author}, ${work.licence}.` : "");

/** @param {Dose} dose */
const mostSets = ({ sets, sets_range }) => sets_range?.max ?? sets;

/** The sources of the exercises, each once. @param {FullExercise[]} exercises @param {number} most characters */
function source(exercises, most) {
  const works = [...new Set(exercises.flatMap(({ source }) => (source ? [credit(source)] : [])))];
  const named = works.filter((_, at) => works.slice(0, at + 1).join("; ").length <= most);
  if (!works.length) return "";
  const hasOthers = exercises.some(({ source }) => source?.licence);
  return [
    gettext`Exercises after ${{ works: named.join("; ") }}.`,
    named.length < works.length ? MORE : "",
    hasOthers
      ? gettext`The other words are ours, the choice is the sender’s.`
      : gettext`The words are ours, the choice is the sender’s.`,
  ].filter(Boolean).join(" ");
}

/** @param {NonNullable<FullExercise["source"]>} source */
const credit = ({ author, title, publisher, url, licence }) =>
  `${author}, ${title}, ${publisher}, ${url.replace(/^https:\/\//, "").replace(/\/$/, "")}${licence ? ` ${gettext`(words: ${licence})`}` : ""}`;
