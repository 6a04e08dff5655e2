// Words parts of a routine for the screen: sides, doses, equipment to fetch, sets.
// @ts-check

import { PROPER, gettext, ngettext, oneOf } from "./gettext.js";

/** @typedef {import("./timeline.js").Routine} Routine */
/** @typedef {import("./timeline.js").Exercise} Exercise */
/** @typedef {import("./timeline.js").Step} Step */
/** @typedef {import("./timeline.js").Interval} Interval */

/** @param {string} text */
export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Joins the parts that are not empty by commas. @param {...string} parts */
export const joined = (...parts) => parts.filter(Boolean).join(", ");

/** @typedef {Pick<Interval, "set" | "sets" | "rep" | "reps" | "alternating">} Counted */

/** `set 2 of 3`; empty for a single set. @param {Counted} it */
export const setOf = ({ set, sets }) => (sets > 1 ? gettext`set ${set} of ${sets}` : "");

/** The number of a held repetition. @param {Counted} it */
export const holdOf = ({ rep, reps }) => (rep ? gettext`hold ${rep} of ${reps}` : "");

/** The number of repetitions of a set. @param {Counted} it */
export const repsOf = ({ reps, alternating }) =>
  eachSide(ngettext(reps, gettext`${{ count: reps }} rep`, gettext`${{ count: reps }} reps`), alternating);

/** Repetitions of sides that take turns. @param {string} reps @param {boolean} alternating */
export const eachSide = (reps, alternating) => (alternating ? gettext`${reps} each side` : reps);

/** `3 rounds`. @param {number} count */
export const roundsOf = (count) => ngettext(count, gettext`${count} round`, gettext`${count} rounds`);

/** `7 exercises`. @param {number} count */
export const exercisesOf = (count) => ngettext(count, gettext`${count} exercise`, gettext`${count} exercises`);

/** `5 breaths`. @param {number} count */
export const breathsOf = (count) => ngettext(count, gettext`${count} breath`, gettext`${count} breaths`);

/**
 * The name of a thing within a sentence: in lower case at its beginning, unless that is an acronym or a proper name.
 * @param {string} name
 */
export const within = (name) => (PROPER.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1));

/** Which side is done first, as the timer counts them: nobody has said whether that is the right or the left. @type {Record<string, string>} */
const FIRST = { "weaker-first": "weaker", "affected-first": "affected" };

/**
 * `right foot`; `weaker foot` and `other foot` where the weaker one is first.
 * @param {Interval["side"]} side
 * @param {Exercise} exercise
 * @param {Interval["side_order"]} [order]
 */
export function sideOf(side, { limb }, order) {
  const first = order && FIRST[order];
  const which = first ? (side === "right" ? first : "other") : side;
  if (!side) return "";
  return oneOf(
    `${which} ${limb || "side"}`,
    "right side", "left side", "weaker side", "affected side", "other side",
    "right foot", "left foot", "weaker foot", "affected foot", "other foot",
    "right leg", "left leg", "weaker leg", "affected leg", "other leg",
    "right knee", "left knee", "weaker knee", "affected knee", "other knee",
    "right hip", "left hip", "weaker hip", "affected hip", "other hip",
    "right arm", "left arm", "weaker arm", "affected arm", "other arm",
    "right hand", "left hand", "weaker hand", "affected hand", "other hand",
    "right shoulder", "left shoulder", "weaker shoulder", "affected shoulder", "other shoulder",
  );
}

/** The direction of an interval, as its exercise names it. @param {Interval} interval @param {Exercise} exercise */
export const directionOf = ({ direction }, { directions = [] }) => (direction === undefined ? "" : directions[direction]);

/**
 * The dose of a step in words, a tempo too, at a level, or its alternative.
 * @param {Step} step
 * @param {"start" | "goal"} level
 * @param {boolean} other
 */
export function doseOf(step, level, other) {
  const { words, paced_words = words } = (other && step[level].or) || step[level];
  return paced_words;
}

/** @param {Exercise["equipment"][number]} thing */
const orElse = ({ name, substitutes }) => [name, ...substitutes.map(within)].join(gettext` or `);

/**
 * The required equipment of an exercise, without that of the exercise before, which is at hand.
 * @param {Exercise | undefined} exercise
 * @param {Exercise} [before]
 */
export function fetched(exercise, before) {
  const there = (before?.equipment ?? []).filter((thing) => thing.required).map((thing) => thing.name);
  const things = (exercise?.equipment ?? []).filter((thing) => thing.required && !there.includes(thing.name));
  return capital(joined(...things.map((thing) => within(orElse(thing)))));
}

/**
 * The equipment for these steps, each thing once.
 * @param {Step[]} steps
 */
export function needed(steps) {
  const things = steps.flatMap((step) => step.exercise.equipment).sort((one, two) => Number(two.required) - Number(one.required));
  const firsts = things.filter(({ name }, at) => things.findIndex((other) => other.name === name) === at);
  const must = firsts.filter(({ required }) => required);
  const others = firsts.slice(must.length).map(({ name }, at) => (at ? within(name) : name));
  const said = [...must.map(orElse), ...(others.length ? [gettext`${{ things: others.join(gettext` and `) }}, if you have one`] : [])];
  return said.length ? said : [gettext`Nothing but a floor.`];
}
