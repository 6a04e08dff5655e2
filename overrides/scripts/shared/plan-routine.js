// Makes a routine of a plan and the records of its exercises.
// @ts-check

import * as words from "./dose-words.js";
import { gettext, oneOf } from "./gettext.js";
import { roundsOf } from "./group-words.js";
import { normalizeDose } from "./plan-dose.js";
import { normalizeGroup, pauseOf } from "./plan-groups.js";
import { USUAL_DOSE } from "./plan-link.js";
import { SWITCH_SECONDS, TRANSITION_SECONDS } from "./routine-as-plan.js";

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./timeline.js").SetDose} SetDose */
/** @typedef {import("./timeline.js").Exercise} Exercise */
/** @typedef {import("./timeline.js").Routine} Routine */
/** @typedef {import("./timeline.js").Step} Step */
/** @typedef {import("./plan-link.js").Draft} Draft */
/** @typedef {import("./plan-link.js").Fault} Fault */
/** @typedef {import("./plan-link.js").Own} Own */
/** @typedef {import("./plan-link.js").PlanStep} PlanStep */
/** @typedef {Exercise & {start: Dose, goal: Dose, old_codes?: string[]}} Exercised an exercise's record, as the API has it */

/** What stands before the name of a plan whose link is damaged, wherever it is shown. @type {Record<Fault, string>} */
const MARKS = { cut: gettext`Incomplete`, changed: gettext`Not as sent` };

/**
 * The API's records by code, and for retired codes the codes of their successors.
 * @template {{code: string, old_codes?: string[]}} Known
 * @param {Known[]} exercises
 */
export function catalogue(exercises) {
  const exercisesByCode = new Map(exercises.map((each) => /** @type {const} */ ([each.code, each])));
  const aliases = new Map(exercises.flatMap(({ code, old_codes = [] }) => old_codes.map((old) => /** @type {const} */ ([old, code]))));
  return { exercisesByCode, aliases };
}

/**
 * The name of a plan: its title, after a warning where its link is damaged.
 * @param {{title: string, fault?: Fault | null}} plan
 */
export const nameOf = ({ title, fault }) => `${fault ? `${MARKS[fault]}: ` : ""}${title || gettext`Your plan`}`;

/**
 * The plan as a routine. Start and goal dose of a step are both the plan's, so that both levels are what the coach chose.
 * Exercises that the site does not have are left out.
 * @param {Draft & {fault?: Fault | null}} plan
 * @param {ReadonlyMap<string, Exercised>} exercisesByCode
 * @returns {Routine}
 */
export function asRoutine(plan, exercisesByCode) {
  const known = plan.steps.filter((step) => exerciseOf(step, exercisesByCode));
  const steps = known.map((step) => stepOf(step, /** @type {Exercised} */ (exerciseOf(step, exercisesByCode)), plan.level));
  const groups = groupsOf(known, plan.groups ?? []);
  const name = nameOf(plan);
  return {
    id: "",
    code: "",
    name,
    short_name: name,
    summary: "",
    url: "",
    switch_seconds: SWITCH_SECONDS,
    transition_seconds: TRANSITION_SECONDS,
    steps,
    ...(groups.length && { groups }),
  };
}

/**
 * The exercise of a step: the site's record, or one made of what the plan says of the coach's own. None where the site lacks it.
 * @template {Exercised} Known
 * @param {PlanStep} step
 * @param {ReadonlyMap<string, Known>} exercisesByCode
 * @returns {Known | undefined}
 */
export const exerciseOf = ({ code, own, dose }, exercisesByCode) =>
  own ? /** @type {Known} */ (/** @type {unknown} */ (ownExercise(own, dose))) : exercisesByCode.get(code);

/** The record of an exercise that the site does not have, with as many keys as a plan's pages and paper ask for. @param {Own} own @param {Dose | null} dose */
function ownExercise({ name, words: said }, dose) {
  const called = name || gettext`An exercise of your coach`;
  const own = inWords(normalizeDose(dose) ?? USUAL_DOSE, "");
  const none = /** @type {never[]} */ ([]);
  const lists = ["setup", "cues", "feel_here", "feel_not_here", "faults", "precautions", "stop_signs", "contraindications"];
  const others = ["easier", "harder", "progressions", "regressions", "regions", "muscles", "short_steps", "equipment", "old_codes"];
  return {
    ...Object.fromEntries([...lists, ...others].map((key) => [key, none])),
    id: "",
    code: "",
    name: called,
    short_name: called,
    spoken_name: called,
    summary: "",
    laterality: "bilateral",
    limb: "side",
    cue: said,
    instructions: said ? [said] : none,
    image: null,
    figure: null,
    source: null,
    url: "",
    start: own,
    goal: own,
  };
}

/**
 * The groups of these steps as the API has them: with their first step, their size and their words.
 * @param {PlanStep[]} steps
 * @param {import("./plan-groups.js").Group[]} groups
 */
function groupsOf(steps, groups) {
  /** @type {import("./timeline.js").Group[]} */
  const found = [];
  for (const [index, { group = -1 }] of steps.entries()) {
    const own = groups[group] && normalizeGroup(groups[group]);
    if (own && steps[index - 1]?.group === group) found[found.length - 1].size += 1;
    else if (own) found.push({ ...own, name: own.name || gettext`Rounds`, first: index, size: 1, words: roundsOf(own) });
  }
  return found;
}

/**
 * The plan without what equals the exercises' own: its link is shorter, and follows later changes of their doses.
 * @template {Draft} Plan
 * @param {Plan} plan
 * @param {ReadonlyMap<string, Exercised>} exercisesByCode
 * @returns {Plan}
 */
export function withoutDefaults(plan, exercisesByCode) {
  const steps = plan.steps.map((step) => {
    const exercise = exercisesByCode.get(step.code);
    if (!exercise || step.own) return step;
    const level = step.level === plan.level ? null : step.level;
    const dose = same(step.dose, exercise[level ?? plan.level]) ? null : step.dose;
    return { ...step, dose, level, side: step.side === sideOf(exercise) ? null : step.side };
  });
  return { ...plan, steps };
}

/**
 * An exercise with its texts for one side only: each names that side, and no step switches sides. Unchanged for any other
 * choice of sides.
 * @template {Pick<Exercised, "one_side">} Known
 * @param {Known} exercise
 * @param {PlanStep["side"]} side
 * @returns {Known}
 */
export function ofSide(exercise, side) {
  return side === "left" || side === "right" ? { ...exercise, ...exercise.one_side?.[side] } : exercise;
}

/**
 * Whether a step shows the exercise's figure mirrored. A bilateral exercise has one figure for both sides.
 * @param {Pick<Exercise, "laterality">} exercise
 * @param {PlanStep["side"]} side
 */
export const isMirrored = ({ laterality }, side) => side === "left" && laterality !== "bilateral";

/**
 * The dose of a step, and its side or sides in words.
 * @param {PlanStep} step
 * @param {Exercised} exercise
 * @param {"start" | "goal"} level the plan's
 */
export function stepDose(step, exercise, level) {
  const dose = normalizeDose(step.dose) ?? exercise[step.level ?? level];
  const { laterality, which, name } = sided(step, exercise, dose);
  const sides = which ?? words.side({ ...exercise, laterality }, dose.side_order);
  return { dose, laterality, which: sides, name };
}

/** @param {PlanStep} step @param {Exercised} known @param {"start" | "goal"} level @returns {Step} */
function stepOf(step, known, level) {
  const exercise = ofSide(known, step.side);
  const { dose: given, laterality, which, name } = stepDose(step, exercise, level);
  const dose = inWords(given, which);
  const named = (/** @type {string} */ said) => (name ? `${said}, ${name}` : said);
  const { note = "", how_often, part, rest_after_seconds, transition_seconds } = step;
  return {
    core: true,
    note,
    ...(how_often && { how_often }),
    ...(part && { part }),
    ...(rest_after_seconds && { rest_after_seconds: pauseOf(rest_after_seconds) }),
    ...(transition_seconds !== undefined && { transition_seconds: pauseOf(transition_seconds) }),
    start: dose,
    goal: dose,
    exercise: {
      ...exercise,
      name: named(exercise.name),
      short_name: named(exercise.short_name),
      spoken_name: named(exercise.spoken_name),
      laterality,
      ...(isMirrored(known, step.side) && { side: "left" }), // for its figure
    },
  };
}

/**
 * The laterality of a step for the timer, and its sides in words where they are not the exercise's own. For the timer, an
 * exercise of one side only is bilateral, with the side in its name.
 * @param {PlanStep} step
 * @param {Exercise} exercise
 * @param {Dose} dose
 * @returns {{laterality: Exercise["laterality"], which: string | null, name: string}}
 */
function sided({ side }, exercise, dose) {
  const { limb, laterality } = exercise;
  const wanted = side ?? sideOf(exercise);
  // In a single hold, sides cannot take turns.
  const isHeld = (dose.each_set ?? [dose]).every(({ reps, work_seconds }) => !reps && !work_seconds);
  const sides = wanted === "alternating" && isHeld ? "each" : wanted;
  if (sides === sideOf(exercise)) return { laterality, which: null, name: "" };
  const said = (/** @type {string} */ which) => (exercise.directions ? `${which}, ${gettext`each direction`}` : which);
  if (sides === "both") return { laterality: "bilateral", which: said(gettext`both sides at once`), name: "" };
  if (sides === "each" || sides === "alternating") {
    const changed = sides === "each" ? "unilateral" : sides;
    return { laterality: changed, which: words.side({ ...exercise, laterality: changed }, dose.side_order), name: "" };
  }
  const only = oneOf(
    `${sides} ${limb} only`,
    "left side only", "left foot only", "left leg only", "left knee only", "left hip only", "left arm only", "left hand only", "left shoulder only",
    "right side only", "right foot only", "right leg only", "right knee only", "right hip only", "right arm only", "right hand only", "right shoulder only",
  );
  const one = oneOf(
    `${sides} ${limb}`,
    "left side", "left foot", "left leg", "left knee", "left hip", "left arm", "left hand", "left shoulder",
    "right side", "right foot", "right leg", "right knee", "right hip", "right arm", "right hand", "right shoulder",
  );
  return { laterality: "bilateral", which: said(only), name: one };
}

/** @param {Exercise} exercise */
function sideOf({ laterality }) {
  return /** @type {const} */ ({ unilateral: "each", alternating: "alternating", bilateral: "both" })[laterality];
}

/** @param {Dose} dose @param {string} which @returns {Dose} */
function inWords(dose, which) {
  const or = dose.or && inWords(dose.or, which);
  const each = dose.each_set && { each_set: dose.each_set.map(withWords) };
  return { ...withWords(dose), ...each, or, words: words.dose(dose, which), paced_words: words.dose(dose, which, words.pace) };
}

/** With its load and effort in words. @template {SetDose} Given @param {Given} dose @returns {Given} */
function withWords(dose) {
  const load = dose.load && { load: { ...dose.load, words: words.load(dose.load) } };
  const effort = dose.effort && { effort: { ...dose.effort, words: words.effort(dose.effort) } };
  return { ...dose, ...load, ...effort };
}

/** @param {Dose | null} one @param {Dose} other */
function same(one, other) {
  const [mine, theirs] = [normalizeDose(one), normalizeDose(other)];
  return !mine || (theirs !== null && JSON.stringify(mine) === JSON.stringify(theirs));
}
