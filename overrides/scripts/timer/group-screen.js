// Works out what the timer's screen shows of groups: their rounds, their names and lists, and what is counted.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { capital, doseOf, fetched, joined, roundsOf, sideOf, within } from "../shared/routine-words.js";
import { ems, exactly } from "../shared/time-words.js";
import { countKey, leadsTo } from "./playback.js";
import { sentence } from "./status-words.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {import("../shared/timeline.js").Group} Group */
/** @typedef {import("./timer-screen.js").Screen} Screen */
/** @typedef {import("./timer-screen.js").ScreenInput} ScreenInput */
/** @typedef {ScreenInput & Required<Pick<ScreenInput, "intervals">> & {routine: NonNullable<ScreenInput["routine"]>,
 *   state: NonNullable<ScreenInput["state"]>, position: NonNullable<ScreenInput["position"]>}} RunInput
 */
/** @typedef {{key: string, label: string, value: number | null, usual: number}} Tally a number that the visitor may set */
/**
 * @typedef {object} Rounds what the screen has no parts for
 * @property {string} name of the group
 * @property {boolean} isCounting whether rounds are counted now
 * @property {{name: string, dose: string, note: string}[]} tasks the steps of such a group
 * @property {boolean} mayPause
 * @property {boolean} mayFinish
 * @property {{step: number, text: string}[]} heads what stands above the first step of each group in a list
 * @property {Tally[]} tallies
 */

/** The sentences that say what comes. @type {Record<Interval["kind"], (next: string) => string>} */
const LEADS = {
  prepare: (next) => gettext`Get ready. ${next}`,
  rest: (next) => gettext`Rest. Next: ${next}`,
  transition: (next) => gettext`Next: ${next}`,
  switch: (next) => next,
  work: (next) => next,
};

/** Of so many repetitions it is not known how many they are. @param {Interval} interval */
const isCountable = ({ kind, amount, open }) =>
  kind === "work" && (amount === "rounds" || (amount === "reps" && Boolean(open)) || (amount === "work" && open === "as-many-as-possible"));

/**
 * The screen with what groups change in it, and what it has no parts for.
 * @param {Screen} shown
 * @param {ScreenInput} given
 * @returns {{screen: Screen, rounds: Rounds}}
 */
export function withGroups(shown, given) {
  const { mode, routine, state, position, intervals = [] } = given;
  /** @type {Rounds} */
  const none = { name: "", isCounting: false, tasks: [], mayPause: false, mayFinish: false, heads: [], tallies: [] };
  if (!routine) return { screen: shown, rounds: none };
  const heads = (routine.groups ?? []).map((group, number) => {
    const result = state?.done ? resultOf(group, number, given) : "";
    return { step: group.first, text: named(group.name, result || group.words) };
  });
  if (mode === "ended" && state) return ended(shown, { ...given, routine, state }, { ...none, heads });
  if (mode !== "running" || !state || !position) return { screen: shown, rounds: { ...none, heads } };
  const run = { ...given, intervals, routine, state, position };
  const group = routine.groups?.[position.interval.group ?? -1];
  const rounds = { ...none, heads, name: group?.name ?? "", tallies: talliesNow(run) };
  const ahead = { ...shown, ...comesNext(run, shown) };
  if (!group) return { screen: ahead, rounds };
  return position.interval.size ? counting(ahead, run, group, rounds) : { screen: inRounds(ahead, run, group), rounds };
}

/**
 * What comes after this exercise: the next other one, or a whole group whose rounds are counted.
 * @param {RunInput} run
 * @param {Screen} shown
 */
function comesNext({ routine, intervals, position }, shown) {
  const { interval, index } = position;
  const { step, size = 1, group } = interval;
  const later = intervals.slice(index + 1).find((each) => each.kind === "work" && (each.step < step || each.step >= step + size));
  const before = routine.steps[step + size - 1].exercise;
  if (shown.next && !routine.steps.some(({ exercise }) => exercise.short_name === shown.next)) return {}; // it is still of this exercise
  const leads = leadsTo(position);
  if (leads && (!later || shown.fetch)) return { next_label: "", next: "" };
  if (!later) return { next_label: routine.steps.length > 1 ? gettext`Last exercise` : "", next: "", fetch: "" };
  const { exercise } = routine.steps[later.step];
  const wasThere = later.group !== undefined && later.group === group && Number(later.round) > 1;
  const whole = later.size ? routine.groups?.[later.group ?? 0] : undefined;
  const things = whole ? thingsOf(routine, whole, before) : fetched(exercise, before);
  const next = whole?.name ?? exercise.short_name;
  return { next_label: gettext`Next`, next, ...(!leads && { fetch: wasThere ? "" : things }) };
}

/**
 * The equipment that a group needs, each thing once, but for what is at hand.
 * @param {RunInput["routine"]} routine
 * @param {Group} group
 * @param {import("../shared/timeline.js").Exercise} [before]
 */
function thingsOf(routine, { first, size }, before) {
  const steps = routine.steps.slice(first, first + size);
  const equipment = steps.flatMap(({ exercise }) => exercise.equipment);
  const each = equipment.filter(({ name }, at) => equipment.findIndex((other) => other.name === name) === at);
  return fetched({ ...steps[0].exercise, equipment: each }, before);
}

/**
 * A group that is led through interval by interval: the round stands before the load, where it is read from afar.
 * @param {Screen} shown
 * @param {RunInput} run
 * @param {Group} group
 * @returns {Screen}
 */
function inRounds(shown, { routine, position }, group) {
  const { interval, previous } = position;
  const { step, round = 1, rounds = 1 } = interval;
  const where = rounds > 1 ? gettext`Round\u00a0${round}\u00a0of\u00a0${rounds}` : "";
  const load = joined(where, where ? within(shown.load) : shown.load);
  // What the round before needed is at hand, and what the exercise before needed.
  const { exercise } = routine.steps[step];
  const before = round > 1 ? exercise : step > group.first ? routine.steps[step - 1].exercise : undefined;
  const begins = previous?.group !== interval.group || previous?.round !== round;
  const named = round > 1 ? where : joined(group.name, within(where));
  const said = begins ? `${named.replaceAll("\u00a0", " ")}. ` : "";
  return {
    ...shown,
    load,
    ems: { ...shown.ems, load: ems(load) },
    fetch: before && leadsTo(position) ? fetched(exercise, before) : shown.fetch,
    status: said + (before ? sentence(routine, position, before) : shown.status),
  };
}

/**
 * A group whose rounds are counted as they are done: its steps as a list, the rounds in large, and a tap for each.
 * @param {Screen} shown
 * @param {RunInput} run
 * @param {Group} group
 * @param {Rounds} rounds_shown
 */
function counting(shown, { routine, state, position, settings, alternatives = [] }, group, rounds_shown) {
  const { interval, waiting } = position;
  const { kind, step, size = 1, rounds = 1, cap_seconds, open } = interval;
  const isOn = kind === "work";
  const done = isOn ? (state.counted[countKey("rounds", state, interval)] ?? 0) : 0;
  const so_far = open ? roundsOf(done) : rounds > 1 ? gettext`${done} of ${{ rounds: roundsOf(rounds) }}` : "";
  const side = isOn ? so_far : "";
  const isMany = rounds > 1 || Boolean(open);
  const before = state.finished.includes(step - 1) ? routine.steps[step - 1].exercise : undefined;
  const fetch = isOn ? shown.fetch : thingsOf(routine, group, before);
  const press = isMany ? gettext`Press Round done after each.` : gettext`Press Done after the last.`;
  const things = fetch && !isOn ? gettext`You need: ${{ things: within(fetch) }}.` : "";
  const asked = `${named(group.name, group.words)}. ${isOn ? press : things}`.trim();
  const tasks = routine.steps.slice(step, step + size).map((each, at) => ({
    name: each.exercise.short_name,
    dose: doseOf(each, settings.level ?? "start", alternatives.includes(step + at)),
    note: each.note,
  }));
  /** @type {Screen} */
  const screen = {
    ...shown,
    phase_word: waiting && !shown.paused ? gettext`For time` : shown.phase_word,
    exercise: null,
    name: group.name,
    ems: { ...shown.ems, name: ems(group.name), side: ems(side) },
    beat: "",
    side,
    load: "",
    note: "", // each step has its own
    count: isOn ? (cap_seconds ? gettext`Within ${{ time: exactly(cap_seconds) }}` : "") : capital(group.words),
    cue: "",
    fetch,
    place: size < routine.steps.length ? gettext`Steps ${{ first: step + 1 }}–${{ last: step + size }} of ${{ all: routine.steps.length }}` : "",
    main: isOn && !shown.paused ? (isMany ? gettext`Round done` : gettext`Done`) : shown.main,
    more: isOn ? "" : shown.more,
    status: done ? `${so_far}.` : LEADS[kind](asked),
    steps: shown.steps.map((row) =>
      row.step > step && row.step < step + size ? { ...row, state: "now", state_word: gettext`Now` } : row,
    ),
  };
  const mayFinish = isOn && waiting && isMany;
  return { screen, rounds: { ...rounds_shown, isCounting: true, tasks, mayPause: isOn && !shown.paused, mayFinish } };
}

/**
 * The number that may be set now: of the rounds that are being done, or of the set that has just ended.
 * @param {RunInput} run
 * @returns {Tally[]}
 */
function talliesNow({ routine, intervals, state, position: { index } }) {
  let at = index;
  if (intervals[at].amount !== "rounds") {
    if (intervals[at].kind === "work") return [];
    while (at >= 0 && intervals[at].kind !== "work") at -= 1;
  }
  if (at < 0 || !isCountable(intervals[at])) return [];
  const tally = tallyOf(routine, intervals[at], state);
  return [at === index ? { ...tally, label: gettext`Rounds` } : tally]; // the group's own name is above it
}

/**
 * @param {RunInput["routine"]} routine
 * @param {Interval} interval
 * @param {RunInput["state"]} state
 * @returns {Tally}
 */
function tallyOf({ steps, groups = [] }, interval, state) {
  const { step, group = 0, amount, side, side_order, set, sets, reps, round = 1, rounds = 1 } = interval;
  const { exercise } = steps[step];
  const isRounds = amount === "rounds";
  const key = countKey(isRounds ? "rounds" : "reps", state, interval);
  const of_round = rounds > 1 ? gettext`round ${round}` : "";
  const name = joined(exercise.short_name, of_round, sets > 1 ? gettext`set ${set}` : "", sideOf(side, exercise, side_order));
  const value = state.counted[key] ?? (isRounds ? 0 : null);
  return { key, label: isRounds ? gettext`${{ name: groups[group].name }}: rounds` : gettext`${name}: reps`, value, usual: reps || 10 };
}

/**
 * @param {Screen} shown
 * @param {Omit<RunInput, "position" | "intervals"> & Pick<ScreenInput, "intervals">} given
 * @param {Rounds} rounds
 */
function ended(shown, { routine, intervals = [], state }, rounds) {
  const { groups = [] } = routine;
  const results = groups.map((group, number) => [group.name, resultOf(group, number, { intervals, state })]).filter(([, result]) => result);
  const said = results.map(([name, result]) => ` ${named(name, result)}.`).join("");
  const sets = intervals.filter(isCountable);
  const steps = shown.steps.map((row) => {
    const passes = Array.from({ length: state.pass }, (_, pass) => ({ ...state, pass: pass + 1 }));
    const own = sets.filter(({ step, amount }) => step === row.step && amount !== "rounds");
    const counts = passes.flatMap((pass) => own.map((each) => state.counted[countKey("reps", pass, each)] ?? null));
    const done = counts.filter((count) => count !== null).join(", ");
    return done ? { ...row, dose: gettext`${row.dose} – did ${done}` } : row;
  });
  const tallies = sets.filter(({ step }) => !state.skipped.includes(step)).map((each) => tallyOf(routine, each, state));
  const screen = { ...shown, summary: shown.summary + said, status: shown.status + said, steps };
  return { screen, rounds: { ...rounds, tallies } };
}

/**
 * What became of the rounds that were counted: `5 rounds`, `3 rounds in 2 min 3 s`; empty where none were.
 * @param {Group} group
 * @param {number} number
 * @param {Pick<ScreenInput, "intervals" | "state">} given
 */
function resultOf({ open, rounds: least, for_time }, number, { intervals = [], state }) {
  if (!state) return "";
  const { rounds = least } = intervals.find((each) => each.group === number) ?? {};
  const at = /** @type {Interval} */ ({ amount: "rounds", group: number });
  const each = Array.from({ length: state.pass }, (_, pass) => {
    const [done, seconds] = /** @type {const} */ (["rounds", "seconds"]).map((what) => state.counted[countKey(what, { ...state, pass: pass + 1 }, at)]);
    if (open) return done ? roundsOf(done) : "";
    if (!for_time || seconds === undefined) return "";
    const all = done >= rounds ? roundsOf(done) : gettext`${{ done: done ?? 0 }} of ${{ rounds: roundsOf(rounds) }}`;
    return gettext`${{ rounds: all }} in ${{ time: exactly(seconds) }}`;
  });
  return each.filter(Boolean).join(gettext`, then `);
}

/** @type {(name: string, text: string) => string} */
const named = (name, text) => gettext`${name}: ${text}`;
