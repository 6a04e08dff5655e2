// Turns a dose as a coach types it into one that a plan's link can carry, or says which part of it none can.
// @ts-check

import { gettext, oneOf } from "../shared/gettext.js";
import { doseOf } from "./dose-of-data.js";
import { NotUnderstood, quoted, read } from "./dose-text.js";

/** @typedef {import("../shared/timeline.js").Dose} Dose */
/** @typedef {import("../shared/timeline.js").Exercise} Exercise */
/** @typedef {import("../shared/plan-dose.js").Side} Side */
/** @typedef {import("./dose-text.js").Line} Line */
/** @typedef {Pick<Exercise, "laterality" | "limb" | "directions">} Sided */
/** @typedef {(dose: Dose | null) => Dose | null} Limit as `normalizeDose` of shared/plan-dose-limits.js */
/** @typedef {{dose: Dose, side?: Side}} Read without a side where the text says none */

const EXAMPLE = gettext`Write it like 2–3 × 8–12 @ RPE 7, rest 90 s.`;
/** What to do with what a plan's dose does not say: by the names of dose-grammar.js, or by the key of the data. @type {Record<string, string>} */
const TIPS = {
  growth: gettext`What grows from week to week can stand in the note.`,
  how_often: gettext`“How often” is a field of its own.`,
  group: gettext`Exercises in rounds are joined to the one before.`,
  rest_after: gettext`“Rest after it” is a field of its own.`,
  stop_signs: gettext`When to stop can stand in the note.`,
  part: gettext`“Part of the session” is a field of its own.`,
  percent: gettext`Say of what: 50 % of max, 50 % effort or 50 % of body weight.`,
  goal: gettext`Write one of both.`,
  side: gettext`Write each side, or choose another exercise.`,
  rest_seconds: gettext`A rest comes between sets, unless the clock begins them; “Rest after it” is a field of its own.`,
  rep_rest_seconds: gettext`Such a rest comes between holds, as in 3 × 10 × 5 s.`,
  every_seconds: gettext`The clock begins each of several sets.`,
  tempo: gettext`A tempo is of repetitions that are not held.`,
  or: gettext`There is one other dose, and two of a kind are a range, such as 8–12.`,
  number: gettext`It is beyond what a link can say.`,
};
/** What a plan says of a key of the data. @type {Record<string, (keyof Dose)[]>} */
const KEPT = {
  sets: ["sets", "sets_range"],
  reps: ["reps", "open"],
  estimate_seconds: ["work_seconds"],
  rest_seconds: ["rest_seconds", "rest_seconds_range"],
  tempo: ["tempo", "tempo_as_written"],
};
/**
 * Reads a dose. What no text says of a dose stays as it was: how long changing sides and the same distance take, and which side is first.
 * @param {string} typed
 * @param {Dose} before
 * @param {Sided} exercise
 * @param {Limit} normalizeDose which the page that reads plans has loaded
 * @returns {Read | {fault: string}} or what is wrong, in words
 */
export function doseIn(typed, before, exercise, normalizeDose) {
  try {
    const { lines, limb, directions, alternates } = read(typed, namesIn(before));
    const [line, goal] = lines;
    if (goal) throw new NotUnderstood(gettext`A step has one dose, and ${{ part: quoted(`→ ${typed.split(/→|[-=]>/).at(-1)?.trim()}`) }} is a second one.`, "goal");
    mustBeOf(exercise, limb, directions);
    const dose = carried(line, normalizeDose);
    const side = alternates ? "alternating" : limb ? "each" : undefined;
    return { dose: kept(dose, line, before), ...(side && { side }) };
  } catch (fault) {
    if (!(fault instanceof NotUnderstood)) throw fault;
    return { fault: `${fault.message} ${TIPS[fault.elsewhere] ?? EXAMPLE}`.replace(/"([^"]*)"/g, (_, part) => gettext`“${part}”`) };
  }
}

/** What loads are called that are no weights. @param {Dose} dose @returns {string[]} */
const namesIn = ({ load, each_set = [], or }) => [...(load?.names ?? []), ...each_set.flatMap((set) => set.load?.names ?? []), ...(or ? namesIn(or) : [])];

/** @param {Sided} exercise @param {string} limb @param {string[]} directions */
function mustBeOf(exercise, limb, directions) {
  if (limb && limb !== "side" && exercise.limb !== "side" && limb !== exercise.limb) {
    const limbs = oneOf(
      `each ${exercise.limb}`, "each foot", "each leg", "each knee", "each hip", "each arm", "each hand", "each shoulder",
    );
    throw new NotUnderstood(gettext`${{ part: quoted(`each ${limb}`) }} is of another exercise: this one is done with ${limbs}.`, "side");
  }
  const own = exercise.directions;
  if (directions.length && !own) throw new NotUnderstood(gettext`${{ part: quoted(directions.join(" and ") || "each direction") }} is of another exercise: this one has no directions.`);
  if (own && directions.length > 1 && !same(directions, own)) {
    const [one, other] = own;
    throw new NotUnderstood(gettext`${{ part: quoted(directions.join(" and ")) }} are other directions: its own are ${one} and ${other}.`);
  }
}

/** The dose within what a plan can say. Throws where a part of it would be lost. @param {Line} line @param {Limit} normalizeDose @returns {Dose} */
function carried(line, normalizeDose) {
  for (let each = /** @type {Line | undefined} */ (line); each; each = each.or) {
    if (each.or?.or) throw noPlace(each.or, "or");
    for (const set of each.sets ?? []) mustFit({ ...set, dose: { ...set.dose, sets: set.dose.sets ?? 2 } }, normalizeDose);
    const amount = Array.isArray(each.dose.sets) ? { ...each.dose.sets[0], sets: each.dose.sets.length } : null;
    mustFit({ ...each, dose: { ...each.dose, ...amount } }, normalizeDose);
  }
  const given = doseOf(line.dose);
  const dose = normalizeDose(given);
  if (!dose || (line.or && !dose.or)) throw noPlace(line, "or");
  if (dose.sets !== given.sets) throw noPlace(line, "sets");
  return dose;
}

/** Throws where a plan cannot say a part of a dose whose sets are alike. @param {Line} line @param {Limit} normalizeDose */
function mustFit(line, normalizeDose) {
  const { or: _, ...data } = line.dose;
  const given = doseOf(data);
  const dose = normalizeDose(given);
  for (const key of Object.keys(data)) {
    const keys = KEPT[key] ?? [/** @type {keyof Dose} */ (key)];
    if (!dose || keys.some((each) => !same(given[each], dose[each]))) throw noPlace(line, key);
  }
}

/** @param {Line} line @param {string} key */
const noPlace = ({ parts }, key) => new NotUnderstood(gettext`A plan cannot say ${{ part: quoted(parts[key] ?? key) }} of this dose.`, key in TIPS ? key : "number");

/** The dose with what no text says of it. @param {Dose} dose @param {Line} line @param {Dose} before @returns {Dose} */
function kept(dose, line, before) {
  const { distance_metres, work_seconds, switch_seconds, side_order } = before;
  const isSameDistance = distance_metres && !("estimate_seconds" in line.dose) && same(distance_metres, dose.distance_metres);
  return {
    ...dose,
    switch_seconds: dose.switch_seconds ?? switch_seconds,
    side_order: dose.side_order ?? side_order,
    ...(isSameDistance && { work_seconds }),
  };
}

/** Whether two values say the same; a gap is no value. @param {unknown} one @param {unknown} other */
const same = (one, other) => inOrder(one) === inOrder(other);

/** @param {unknown} value */
function inOrder(value) {
  return JSON.stringify(value ?? null, (_, each) => (each && typeof each === "object" && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each));
}
