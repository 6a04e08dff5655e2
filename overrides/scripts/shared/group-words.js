// Words groups and what stands around steps, as scripts/limber/group_wording.py does; tests/vectors/group-words.json holds both to the same.
// @ts-check

import { count, seconds } from "./dose-words.js";
import { gettext, ngettext } from "./gettext.js";
import { within } from "./routine-words.js";

/** @typedef {import("./timeline.js").Group} Group */
/** @typedef {import("./timeline.js").Routine} Routine */
/** @typedef {import("./timeline.js").Step} Step */
/** @typedef {Omit<Group, "first" | "size" | "words">} Rounds a group without its steps */

/** How often a group is gone through, and by which clock: `3 rounds, 1–2 min rest between rounds`. @param {Rounds} group */
export function roundsOf(group) {
  const { rounds, rounds_range = { min: rounds, max: rounds }, work_seconds, every_seconds, step_every_seconds, for_time, cap_seconds } = group;
  const number = count(rounds_range);
  const times = ngettext(rounds_range.max, gettext`${{ count: number }} round`, gettext`${{ count: number }} rounds`);
  if (work_seconds) return gettext`as many rounds as possible in ${{ time: seconds(work_seconds) }}`;
  if (every_seconds) return gettext`a round every ${{ time: seconds(every_seconds) }}, ${{ rounds: times }}`;
  if (step_every_seconds) return gettext`an exercise every ${{ time: seconds(step_every_seconds) }}, ${{ rounds: times }}`;
  if (for_time && cap_seconds) return gettext`${{ rounds: times }} for time, within ${{ time: seconds(cap_seconds) }}`;
  if (for_time) return gettext`${{ rounds: times }} for time`;
  const { round_rest_seconds: rest = 0, round_rest_seconds_range = { min: rest, max: rest } } = group;
  const time = seconds(round_rest_seconds_range);
  return round_rest_seconds_range.max ? gettext`${{ rounds: times }}, ${time} rest between rounds` : times;
}

/**
 * What stands above a step that begins a group: `Circuit: 3 rounds`. Empty for any other.
 * @param {Pick<Routine, "groups">} routine
 * @param {number} index of the step, from 0
 */
export function groupLine({ groups = [] }, index) {
  const group = groups.find(({ first }) => first === index);
  return group ? gettext`${{ name: group.name }}: ${{ text: group.words }}` : "";
}

/** The group that a step is in, if any. @param {Pick<Routine, "groups">} routine @param {number} index */
export const groupOf = ({ groups = [] }, index) => groups.find(({ first, size }) => index >= first && index < first + size);

/** What else a step says besides its dose: how often, where that is its own, and the rest after it. @param {Pick<Step, "how_often" | "rest_after_seconds">} step */
export function around({ how_often = "", rest_after_seconds = 0 }) {
  const rest = rest_after_seconds ? gettext`then ${{ time: seconds(rest_after_seconds) }} rest` : "";
  return [within(how_often.replace(/\.$/, "")), rest].filter(Boolean);
}
