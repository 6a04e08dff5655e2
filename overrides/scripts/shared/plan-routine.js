// Makes a routine of a plan and the records of its exercises.
// @ts-check

import * as words from "./dose-words.js";
import { normalizeDose, writtenDose } from "./plan-dose.js";

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./timeline.js").Exercise} Exercise */
/** @typedef {import("./timeline.js").Routine} Routine */
/** @typedef {import("./timeline.js").Step} Step */
/** @typedef {import("./plan-link.js").Draft} Draft */
/** @typedef {import("./plan-link.js").Fault} Fault */
/** @typedef {import("./plan-link.js").PlanStep} PlanStep */
/** @typedef {Exercise & {start: Dose, goal: Dose, old_codes?: string[]}} Exercised an exercise's record, as the API has it */

// As where a routine says nothing else; tests/vectors/lengths.json holds scripts/limber/model/nouns.py to the same.
const SWITCH_SECONDS = 5;
const TRANSITION_SECONDS = 15;

/** What marks a plan whose link fails its check, wherever it is met. @type {Record<Fault, string>} */
const MARKS = { cut: "Incomplete", changed: "Not as sent" };

/**
 * The API's records by what a link calls them: their codes, and for retired codes those of their successors.
 * @template {{code: string, old_codes?: string[]}} Known
 * @param {Known[]} exercises
 */
export function catalogue(exercises) {
  const exercisesByCode = new Map(exercises.map((each) => /** @type {const} */ ([each.code, each])));
  const aliases = new Map(exercises.flatMap(({ code, old_codes = [] }) => old_codes.map((old) => /** @type {const} */ ([old, code]))));
  return { exercisesByCode, aliases };
}

/**
 * What a plan is called: its title, and before it whether it is all that was sent.
 * @param {{title: string, fault?: Fault | null}} plan
 */
export const nameOf = ({ title, fault }) => `${fault ? `${MARKS[fault]}: ` : ""}${title || "Your plan"}`;

/**
 * The plan as the timer takes routines. Both doses of a step are the plan's, so at either level it is what the coach
 * asked for. What the dataset does not have is left out.
 * @param {Draft & {fault?: Fault | null}} plan
 * @param {ReadonlyMap<string, Exercised>} exercisesByCode
 * @returns {Routine}
 */
export function asRoutine(plan, exercisesByCode) {
  const steps = plan.steps.flatMap((step) => {
    const exercise = exercisesByCode.get(step.code);
    return exercise ? [stepOf(step, exercise, plan.level)] : [];
  });
  const name = nameOf(plan);
  return {
    ...{ id: "", code: "", name, short_name: name, summary: "", url: "" },
    ...{ switch_seconds: SWITCH_SECONDS, transition_seconds: TRANSITION_SECONDS, steps },
  };
}

/**
 * The plan with nothing in it that is as the exercises have it anyway: so the link is short, and goes along with what
 * becomes of their own doses.
 * @template {Draft} Plan
 * @param {Plan} plan
 * @param {ReadonlyMap<string, Exercised>} exercisesByCode
 * @returns {Plan}
 */
export function withoutTheUsual(plan, exercisesByCode) {
  const steps = plan.steps.map((step) => {
    const exercise = exercisesByCode.get(step.code);
    if (!exercise) return step;
    const level = step.level === plan.level ? null : step.level;
    const dose = same(step.dose, exercise[level ?? plan.level]) ? null : step.dose;
    return { ...step, dose, level, side: step.side === sideOf(exercise) ? null : step.side };
  });
  return { ...plan, steps };
}

/**
 * An exercise as it reads where one side alone is worked: each text names that side, and no step changes sides. Any other
 * wish is for both.
 * @template {Pick<Exercised, "one_side">} Known
 * @param {Known} exercise
 * @param {PlanStep["side"]} side
 * @returns {Known}
 */
export function ofSide(exercise, side) {
  return side === "left" || side === "right" ? { ...exercise, ...exercise.one_side?.[side] } : exercise;
}

/**
 * Whether a step has an exercise's figure mirrored. Where both sides work at once, there is no other to show.
 * @param {Pick<Exercise, "laterality">} exercise
 * @param {PlanStep["side"]} side
 */
export const isMirrored = ({ laterality }, side) => side === "left" && laterality !== "bilateral";

/**
 * What a step asks for: a dose, and which side or sides it is for, in words.
 * @param {PlanStep} step
 * @param {Exercised} exercise
 * @param {"start" | "goal"} level the plan's
 */
export function asked(step, exercise, level) {
  const own = exercise[step.level ?? level];
  const dose = normalizeDose(step.dose) ?? own;
  const { laterality, which, name } = sided(step, exercise, dose);
  return { dose, laterality, which: which ?? words.side(laterality, exercise.limb), name, usual: dose === own && !which };
}

/** @param {PlanStep} step @param {Exercised} known @param {"start" | "goal"} level @returns {Step} */
function stepOf(step, known, level) {
  const exercise = ofSide(known, step.side);
  const { dose: given, laterality, which, name, usual } = asked(step, exercise, level);
  const dose = usual ? given : inWords(given, which);
  const named = (/** @type {string} */ said) => (name ? `${said}, ${name}` : said);
  return {
    ...{ core: true, note: "", start: dose, goal: dose },
    exercise: {
      ...exercise,
      ...{ name: named(exercise.name), short_name: named(exercise.short_name), spoken_name: named(exercise.spoken_name) },
      laterality,
      ...(isMirrored(known, step.side) && { side: "left" }), // as its figure shows it
    },
  };
}

/**
 * Which sides a step works, as the timer has it, and in words where these are not the exercise's own. The timer has no
 * exercise of one side only: it is one without sides, whose name says which.
 * @param {PlanStep} step
 * @param {Exercise} exercise
 * @param {Dose} dose
 * @returns {{laterality: Exercise["laterality"], which: string | null, name: string}}
 */
function sided({ side }, exercise, dose) {
  const { limb, laterality } = exercise;
  const wanted = side ?? sideOf(exercise);
  // In a single hold no side takes turns.
  const sides = wanted === "alternating" && !dose.reps && !dose.work_seconds ? "each" : wanted;
  if (sides === sideOf(exercise)) return { laterality, which: null, name: "" };
  if (sides === "both") return { laterality: "bilateral", which: "both sides at once", name: "" };
  if (sides === "each") return { laterality: "unilateral", which: words.side("unilateral", limb), name: "" };
  if (sides === "alternating") return { laterality: sides, which: words.side(sides, limb), name: "" };
  return { laterality: "bilateral", which: `${sides} ${limb} only`, name: `${sides} ${limb}` };
}

/** @param {Exercise} exercise */
function sideOf({ laterality }) {
  return /** @type {const} */ ({ unilateral: "each", alternating: "alternating", bilateral: "both" })[laterality];
}

/** @param {Dose} dose @param {string} which @returns {Dose} */
function inWords(dose, which) {
  const or = dose.or && { ...dose.or, words: words.dose(dose.or, which) };
  return { ...dose, or, words: words.dose(dose, which) };
}

/** @param {Dose | null} one @param {Dose} other */
function same(one, other) {
  const [mine, theirs] = [normalizeDose(one), normalizeDose(other)];
  return !mine || (theirs !== null && writtenDose(mine) === writtenDose(theirs));
}
