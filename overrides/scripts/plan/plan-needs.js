// Words the equipment of exercises as one sentence for paper, as scripts/limber/paper/texts.py does.
// @ts-check

// tests/vectors/paper-texts.json holds both to the same sentences.

import { gettext, pgettext } from "../shared/gettext.js";
import { within } from "../shared/routine-words.js";

/** @typedef {import("../shared/plan-records.js").FullExercise} FullExercise */
/** @typedef {import("../shared/plan-records.js").Need} Need */

// Translators: between a thing and what does as well; with its spaces.
const OR = gettext` or `;

/**
 * The equipment of several exercises, each thing once: `Small ball; yoga block or thick rolled towel. Helps: mirror.`
 * @param {FullExercise[]} exercises
 */
export function kit(exercises) {
  const different = new Map(exercises.map((each) => [each.id, each])); // an exercise may be in the plan twice, with another side
  const needs = [...different.values()].flatMap((exercise) => exercise.equipment.map((need) => ({ ...need, exercise })));
  const things = [...new Set(needs.map(({ id }) => id))].map((thing) => needs.filter(({ id }) => id === thing));
  const required = things.filter((uses) => uses.some((use) => use.required));
  const helpful = things.filter((uses) => !required.includes(uses)).map((uses) => within(thing(uses)));
  return [
    required.length ? `${list(required.map(thing))}.` : gettext`Nothing but a floor.`,
    helpful.length ? gettext`Helps: ${{ things: helpful.join(", ") }}.` : "",
  ].filter(Boolean).join(" ");
}

/**
 * The equipment of one exercise: `Half dome or thick rolled towel; mirror (optional).`
 * @param {Need[]} needs
 */
export function cardKit(needs) {
  const said = needs.map(({ name, substitutes, required }) => {
    const thing = [name, ...substitutes.map(within)].join(OR);
    return required ? thing : gettext`${thing} (optional)`;
  });
  return said.length ? `${list(said)}.` : gettext`Nothing.`;
}

/**
 * A thing and its substitutes, with the exercises in which one will not do.
 * @param {(Need & {exercise: FullExercise})[]} uses
 */
function thing(uses) {
  const substitutes = new Map(uses.flatMap((use) => use.substitute_items.map(({ id, name }) => /** @type {const} */ ([id, name]))));
  const said = [...substitutes].map(([id, name]) => {
    const others = uses.filter((use) => !use.substitute_items.some((each) => each.id === id));
    const but = others.map(({ exercise: { short_name: name } }) => pgettext("name within a sentence", gettext`${name}`));
    return but.length ? gettext`${{ thing: within(name) }} (not for ${{ exercises: listing(but) }})` : within(name);
  });
  return [uses[0].name, ...said].join(OR);
}

/** @param {string[]} said */
const list = ([first, ...others]) => [first, ...others.map(within)].join("; ");

/** Words as a sentence lists them: `a`, `a and b`, `a, b and c`. @param {string[]} words */
function listing(words) {
  const [last] = words.slice(-1);
  return words.length > 1 ? gettext`${{ things: words.slice(0, -1).join(", ") }} and ${last}` : last;
}
