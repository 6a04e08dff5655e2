// Parses the rounds of a group from the short form that plan links have, limits them and writes them, and counts the groups of a plan.
// @ts-check

// 3 rounds, 2-3 a range, then r60-120 rest between them, c10 from step to step, q90 rest after the last round. By a clock: e60 for
// a round and k60 for a step each minute. s1200 for as many rounds as possible in that time, z for time, z900 with a cap.

/** @typedef {import("./timeline.js").Range} Range */
/** @typedef {import("./group-words.js").Rounds} Group with `name`, without its steps */

const ROUNDS = [1, 100];
const PAUSE = [0, 3600];
const CLOCK = [5, 3600];
const LIMIT = [1, 14_400];
export const LONGEST_GROUP_NAME = 40;
/** Sets over all rounds of a group: each is an interval. */
const MOST_SETS = 1000;

const COUNT = /^(\d+(?:-\d+)?)/;
const PART = /^([rcqekz])(\d*)(?:-(\d+))?|^s(\d+)/;

/**
 * What follows the g of a group; null where any of it cannot be read.
 * @param {string} text
 * @returns {Group | null}
 */
export function groupIn(text) {
  const [count] = COUNT.exec(text) ?? [];
  if (!count) return null;
  /** @type {Group} */
  const group = { name: "", ...rangeOf("rounds", count) };
  for (let rest = text.slice(count.length); rest;) {
    const [all, sign, figures, most, time] = PART.exec(rest) ?? [];
    if (!all || (most && sign !== "r") || (!figures && sign && sign !== "z")) return null;
    rest = rest.slice(all.length);
    if (time) group.work_seconds = Number(time);
    else if (sign === "r") Object.assign(group, rangeOf("round_rest_seconds", most ? `${figures}-${most}` : figures));
    else if (sign === "c") group.transition_seconds = Number(figures);
    else if (sign === "q") group.rest_after_seconds = Number(figures);
    else if (sign === "e") group.every_seconds = Number(figures);
    else if (sign === "k") group.step_every_seconds = Number(figures);
    else Object.assign(group, { for_time: true, ...(figures && { cap_seconds: Number(figures) }) });
  }
  return normalizeGroup(group);
}

/**
 * The group within the limits, with one clock at most, and without what says nothing.
 * @param {Group} group
 * @returns {Group}
 */
export function normalizeGroup(group) {
  const { name, every_seconds, step_every_seconds, work_seconds, for_time, cap_seconds } = group;
  const clock = work_seconds
    ? { open: /** @type {const} */ ("as-many-as-possible"), work_seconds: within(work_seconds, LIMIT) }
    : every_seconds
      ? { every_seconds: within(every_seconds, CLOCK) }
      : step_every_seconds
        ? { step_every_seconds: within(step_every_seconds, CLOCK) }
        : for_time
          ? { for_time: true, ...(cap_seconds && { cap_seconds: within(cap_seconds, LIMIT) }) }
          : null;
  const range = (/** @type {"rounds" | "round_rest_seconds"} */ key, /** @type {number[]} */ limits) => {
    const { min, max } = group[`${key}_range`] ?? { min: group[key], max: group[key] };
    const [one, other] = [within(min, limits), within(max, limits)];
    return rangeOf(key, `${Math.min(one, other)}-${Math.max(one, other)}`);
  };
  const rest = clock ? null : range("round_rest_seconds", PAUSE);
  const after = pauseOf(group.rest_after_seconds);
  return {
    name,
    ...(work_seconds ? { rounds: 1 } : range("rounds", ROUNDS)),
    ...(rest?.round_rest_seconds_range || rest?.round_rest_seconds ? rest : null),
    ...(group.transition_seconds !== undefined && { transition_seconds: pauseOf(group.transition_seconds) }),
    ...(after && { rest_after_seconds: after }),
    ...clock,
  };
}

/** Seconds of a rest or a change within the limits. @param {number | undefined} seconds */
export const pauseOf = (seconds) => within(seconds, PAUSE);

/** @param {number | undefined} value @param {number[]} limits */
const within = (value, [least, most]) => Math.min(most, Math.max(least, Math.round(Number(value)) || 0));

/** Writes a normalised group as links have it, without its name. @param {Group} group */
export function writtenGroup(group) {
  const { rounds, rounds_range, round_rest_seconds, round_rest_seconds_range, work_seconds, for_time, cap_seconds } = group;
  const count = (/** @type {Range | undefined} */ range, /** @type {number} */ one) => (range ? `${range.min}-${range.max}` : `${one}`);
  const rest = round_rest_seconds_range || round_rest_seconds;
  const pause = (/** @type {string} */ sign, /** @type {number | undefined} */ time) => (time === undefined ? "" : `${sign}${time}`);
  return [
    count(rounds_range, rounds),
    rest && `r${count(round_rest_seconds_range, round_rest_seconds ?? 0)}`,
    pause("c", group.transition_seconds),
    pause("q", group.rest_after_seconds),
    pause("e", group.every_seconds),
    pause("k", group.step_every_seconds),
    pause("s", work_seconds),
    for_time && `z${cap_seconds ?? ""}`,
  ].filter(Boolean).join("");
}

/**
 * Counts the groups of a plan's steps anew: each run of steps of a group is one, and one without steps is none.
 * @param {import("./plan-link.js").Plan} plan
 * @param {Group[]} groups as its steps count them
 */
export function regroup(plan, groups) {
  /** @type {Group[]} */
  const found = [];
  /** @type {number | undefined} */
  let before;
  for (const step of plan.steps) {
    const own = groups[step.group ?? -1];
    if (own && step.group !== before) found.push(normalizeGroup(own));
    before = own && step.group;
    if (own) step.group = found.length - 1;
    else delete step.group;
  }
  for (const [at, group] of found.entries()) limitRounds(group, plan.steps.filter(({ group }) => group === at));
  if (found.length) plan.groups = found;
  else delete plan.groups;
}

/** Limits rounds, so that a hostile link does not fill a phone's memory with intervals. @param {Group} group @param {import("./plan-link.js").PlanStep[]} steps */
function limitRounds(group, steps) {
  const sets = steps.reduce((sum, { dose }) => sum + (dose ? dose.sets * (dose.reps && dose.hold_seconds ? dose.reps.max : 1) : 4), 0);
  const most = Math.max(1, Math.floor(MOST_SETS / sets));
  if ((group.rounds_range?.max ?? group.rounds) <= most) return;
  group.rounds = Math.min(group.rounds, most);
  if (group.rounds < most) group.rounds_range = { min: group.rounds, max: most };
  else delete group.rounds_range;
}

/**
 * A number or a range as the API has it: the least, and the range where there is one.
 * @template {"rounds" | "round_rest_seconds"} Key
 * @param {Key} key
 * @param {string} text
 * @returns {Record<Key, number> & {rounds_range?: Range, round_rest_seconds_range?: Range}}
 */
function rangeOf(key, text) {
  const [min, max = min] = text.split("-").map(Number);
  const range = min === max ? {} : { [`${key}_range`]: { min, max } };
  return /** @type {any} */ ({ [key]: min, ...range });
}
