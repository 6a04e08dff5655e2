// Works out all texts and numbers that the timer's screen shows.
// @ts-check

import { total } from "../shared/dose-timeline.js";
import { gettext, ngettext, pgettext } from "../shared/gettext.js";
import { breathsOf, capital, directionOf, doseOf, eachSide, fetched, holdOf, joined, needed, repsOf, setOf, sideOf } from "../shared/routine-words.js";
import { clock, ems, exactly, rounded, seconds, widest } from "../shared/time-words.js";
import { isEstimate, timeline } from "../shared/timeline.js";
import { partAt } from "./beats.js";
import { changeOf, orMore, sentence } from "./status-words.js";
import { listed } from "./step-list.js";
import { isCounted, loadOf, taskOf, timeOf } from "./task-words.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {ReturnType<typeof import("./playback.js").position>} Position */
/**
 * @typedef {object} ScreenInput
 * @property {"ready" | "running" | "ended" | "problem"} mode
 * @property {import("../shared/timeline.js").Routine | null} [routine]
 * @property {Interval[]} [intervals]
 * @property {import("./playback.js").State | null} [state]
 * @property {Position | null} [position]
 * @property {Partial<import("./timer-settings.js").Settings>} settings
 * @property {number[]} [alternatives] the steps that take the dose after "or"
 * @property {number} [first] the step to begin with
 * @property {Partial<import("../shared/timeline.js").Options>} [options] of the timeline
 * @property {string[]} [notes] sentences about this device and this run
 * @property {string} [away] a sentence about an absence, with the action `resume`
 * @property {string} [last_done]
 * @property {boolean} [marked] whether today is marked as done
 * @property {string} [problem] a sentence
 * @property {{text: string, url: string}[]} [links] to go on from there
 */
/** @typedef {ReturnType<typeof screen>} Screen */


/** Characters, as on paper. */
const MOST_STOP_SIGNS = 230;
/** Characters of what one does to get into place: two lines of it are read while one does it. */
const MOST_SETUP = 100;
/** The size of "of 6" beside the large number, as in the style sheet. */
const OF_EMS = 0.3;
/** What comes next is shown in large when so many seconds are left of an interval that is longer. */
const SOON_SECONDS = 10;

const PHASES = {
  prepare: gettext`Get ready`,
  work: pgettext("not rest", gettext`Work`),
  rest: gettext`Rest`,
  switch: "",
  transition: gettext`Next`,
  wait: gettext`Your pace`,
};

/** Every screen has the same values: those that it does not need are empty. */
const EMPTY = {
  phase: "",
  phase_word: "",
  paused: false,
  /** Seconds of the interval that are left, and of all of it; none where nobody knows. */
  lasts: { left: 0, all: 0 },
  /** Whether what comes next is about to. */
  soon: false,
  name: "",
  beat: "",
  side: "",
  load: "",
  note: "",
  clock: "",
  /** Of how many repetitions the large number is one, with the space before it. */
  of: "",
  count: "",
  next_label: "",
  next: "",
  fetch: "",
  cue: "",
  progress: 0,
  place: "",
  left: "",
  more: "",
  main: "",
  status: "",
  title: "",
  summary: "",
  stop: "",
  start_length: "",
  goal_length: "",
  begins: "",
  routine_url: "",
  /** How wide these texts are, in ems; the style sheet fits them into their box. @type {Partial<Record<"name" | "side" | "load" | "cue" | "note" | "clock", number>>} */
  ems: {},
  /** @type {import("../shared/timeline.js").Exercise & Pick<Position, "side"> | null} */
  exercise: null,
  /** @type {string[]} */
  needs: [],
  /** @type {{step: number, label: string, on: boolean}[]} */
  choices: [],
  /** @type {ReturnType<typeof listed>} */
  steps: [],
};

/** @param {ScreenInput} given */
export function screen(given) {
  const { mode, settings, notes = [], away = "", last_done = "", problem = "", links = [] } = given;
  const levels = areTwo(given.routine) ? "two" : "";
  const said = { ready, running, ended, problem: () => ({ status: problem }) }[mode](given);
  return { ...EMPTY, mode, settings, levels, notes, away, last_done, problem, links, ...said };
}

/** Whether start and goal differ. @param {ScreenInput["routine"]} routine */
const areTwo = (routine) => Boolean(routine?.steps.some((step) => step.start.words !== step.goal.words));

/** @param {ScreenInput} given */
function ready({ routine, settings, alternatives = [], first = 0, options }) {
  if (!routine) return {};
  const { level = "start" } = settings;
  const all = routine.steps.length;
  const [start_length, goal_length] = /** @type {const} */ (["start", "goal"]).map((each) => {
    const ends = [options?.most, true].map((most) => timeline(routine, { ...options, level: each, most })); // of a range
    const [low, high] = ends.map((some) => total(some.filter(({ step, kind }) => step >= first && kind !== "prepare")));
    return rounded(low, high);
  });
  return {
    title: routine.name,
    summary: routine.id ? "" : routine.summary, // what a plan's sender writes; a routine's own is on its page
    stop: stopOf(routine),
    start_length,
    goal_length,
    begins: first ? gettext`Begins with ${routine.steps[first].exercise.short_name}, step ${{ step: first + 1 }} of ${all}.` : "",
    needs: routine.url ? needed(routine.steps.slice(first)) : [], // a free timer needs nothing
    choices: routine.steps.flatMap((step, index) => {
      const { or } = step[level];
      const { short_name: name } = step.exercise;
      return or ? [{ step: index, label: gettext`${name}: ${{ dose: or.words }}`, on: alternatives.includes(index) }] : [];
    }),
    steps: routine.steps[0].start.words ? listed(routine, doses(settings, alternatives), null, -1) : [], // the summary says all of a free timer
    routine_url: routine.url,
    main: areTwo(routine) ? gettext`Start` : gettext`Start, ${{ time: start_length }}`,
  };
}

/**
 * When to stop, as the routine says it. A plan has only what its exercises say, which may be too much to read before Start.
 * @param {import("../shared/timeline.js").Routine} routine
 */
function stopOf({ stop_signs, steps }) {
  const signs = stop_signs ?? [...new Set(steps.flatMap(({ exercise }) => exercise.stop_signs ?? []))];
  const said = signs.join(" ");
  return said.length > MOST_STOP_SIGNS ? gettext`You meet a sign to stop that the instructions of an exercise name.` : said;
}

/** What end-screen.js makes the end of, once it is there. @param {ScreenInput} given */
function ended({ routine, state = null, settings, alternatives = [] }) {
  if (!routine) return {};
  const steps = listed(routine, doses(settings, alternatives), state, -1);
  return { title: routine.name, steps, routine_url: routine.url, main: gettext`Start again` };
}

/** @param {ScreenInput} given */
function running({ routine, intervals = [], state = null, position, settings, alternatives = [] }) {
  if (!routine || !position || !state) return {};
  const { interval, index, previous, waiting, total_left_seconds, progress } = position;
  const { kind, step, side_order, alternating } = interval;
  const { exercise } = routine.steps[step];
  const all = routine.steps.length;
  const after = routine.steps[intervals.slice(index).find((each) => each.step > step)?.step ?? NaN]?.exercise;
  // Equipment of the exercise before is at hand, unless the visitor skipped that one.
  const before = state.finished.includes(step - 1) ? routine.steps[step - 1].exercise : undefined;
  const leading = leadsTo(position);
  const dose = doses(settings, alternatives);
  const phase = waiting ? "wait" : kind;
  const paused = state.paused_at !== null;
  const sides = sideOf(position.side, exercise, side_order) || (alternating ? gettext`take turns` : "");
  const side = capital(joined(sides, directionOf(interval, exercise)));
  const hasSide = !side_order || side_order === "in-turn"; // else nobody has said which one the first is
  const part = partAt(interval, position.elapsed_seconds);
  const beat = capital(part?.word ?? "");
  const work = kind === "work" ? interval : (position.next ?? interval); // what a pause leads to
  const load = capital(joined(taskOf(work), loadOf(work)));
  const guessed = isEstimate(intervals.slice(index));
  const time_left = exactly(whole(total_left_seconds));
  const { widest_time, ...time } = shownTime(position, interval.breaths ? part : null, state.added_ms);
  const own = { ...exercise, ...(hasSide && exercise.one_side?.[/** @type {"left"} */ (position.side)]) };
  const setup = leading ? setupOf(own) : "";
  // While one gets into place, that comes first; the note was in the list before Start.
  const hasTime = kind === "rest" || kind === "transition" || (kind === "prepare" && !setup);
  const note = hasTime ? routine.steps[step].note : "";
  const cue = setup || (note ? "" : own.cue);
  const lasts = lastsOf(position);
  const soon = kind === "work" && lasts.all > SOON_SECONDS && lasts.left <= SOON_SECONDS;
  const upcoming = !leading && (soon || !after || kind === "switch") && comesWithin(position, exercise);
  const fetch = leading ? fetched(exercise, before) : upcoming ? "" : fetched(after, exercise);
  const next = upcoming || (leading && fetch ? "" : (after?.short_name ?? "")); // what to fetch has the room
  return {
    phase,
    paused,
    phase_word: paused ? gettext`Paused` : PHASES[phase] || changeOf(interval, previous),
    lasts,
    soon,
    exercise: { side: position.side, ...exercise },
    name: exercise.short_name,
    beat,
    side,
    load,
    note,
    ...time,
    ems: {
      name: ems(exercise.short_name),
      side: Math.max(widest(side), widest(beat)),
      load: ems(load),
      cue: ems(cue),
      note: ems(note),
      clock: ems(widest_time) + OF_EMS * ems(time.of),
    },
    count: leading && position.next ? capital(toDo(position.next)) : counted(position),
    next_label: next ? gettext`Next` : leading || step === intervals[0].step ? "" : gettext`Last exercise`,
    next,
    fetch,
    cue,
    progress: Math.round(progress * 200) / 200,
    place: all > 1 ? gettext`Step ${{ step: step + 1 }} of ${all}` : "",
    more: waiting ? "" : `+${seconds(15)}`,
    left: guessed ? gettext`About ${time_left} left` : gettext`${time_left} left`,
    main: paused ? gettext`Resume` : waiting ? gettext`Done` : pgettext("of the timer", gettext`Pause`),
    status: sentence(routine, position, before),
    steps: listed(routine, dose, state, step),
  };
}

/** Whether an exercise is about to begin. @param {Position} position */
export const leadsTo = ({ interval: { kind, step }, previous }) =>
  kind === "prepare" || kind === "transition" || (kind === "rest" && previous?.step !== step);

/** @param {Position} position */
function lastsOf({ elapsed_seconds, left_seconds }) {
  return left_seconds === null ? EMPTY.lasts : { left: left_seconds, all: elapsed_seconds + left_seconds };
}

/** The first of what one does to get into place. @param {Pick<import("../shared/timeline.js").Exercise, "setup">} exercise */
function setupOf({ setup = [] }) {
  const rest = setup.findIndex((_, at) => at && setup.slice(0, at + 1).join(" ").length > MOST_SETUP);
  return setup.slice(0, rest < 0 ? undefined : rest).join(" ");
}

/**
 * What comes next where it is of the same exercise: the other side or direction, a rest, or work after one.
 * @param {Position} position
 * @param {import("../shared/timeline.js").Exercise} exercise
 */
function comesWithin({ interval, next }, exercise) {
  const { kind, step } = interval;
  if (next?.step !== step || next.kind === kind) return "";
  if (kind === "rest") return capital(toDo(next, "work"));
  const rest = joined(gettext`rest`, next.seconds ? exactly(next.seconds) : "");
  const other = joined(sideOf(next.side, exercise, next.side_order), directionOf(next, exercise), kind === "switch" ? toDo(next) : "");
  return capital(next.kind === "rest" ? rest : other);
}

/**
 * Seconds as a clock counts down: rounded up, but for the error of an addition, which is less than a millisecond.
 * @param {number} seconds
 */
const whole = (seconds) => Math.ceil(seconds - 0.0005);

/**
 * The large number, and the widest one in this interval, so that its size does not change: the repetition that one is at,
 * what is left of the interval or of a part of a breath, the repetitions of a set that waits, or the time since it began to wait.
 * @param {Position} position
 * @param {ReturnType<typeof partAt>} part
 * @param {number} added_ms
 */
function shownTime({ interval, rep, waiting, elapsed_seconds, left_seconds }, part, added_ms) {
  const { seconds, estimate_seconds, reps } = interval;
  const widest_rep = `${Math.max(10, reps)}`;
  if (waiting && isCounted(interval)) return { clock: `${reps}`, of: "", widest_time: widest_rep };
  if (rep && reps > 1 && interval.kind === "work" && !holdOf(interval)) return { clock: `${rep}`, of: gettext` of ${reps}`, widest_time: widest_rep };
  const passed = Math.floor(elapsed_seconds);
  const whole_seconds = seconds === null ? Math.max(estimate_seconds, passed) : seconds + added_ms / 1000;
  const now = clock(waiting ? passed : whole(part?.left_seconds ?? left_seconds ?? 0));
  const widest_time = clock(Math.max(10, part ? 0 : whole_seconds));
  return { clock: now, of: "", widest_time };
}

/**
 * The dose of the next interval of work, as the settings have it, but for what the line of its load says.
 * @param {Interval} work
 * @param {string} [set]
 */
function toDo(work, set = setOf(work)) {
  const { amount, breaths, open } = work;
  const time = timeOf(work);
  const timed = breaths ? breathsOf(breaths) : amount === "hold" ? gettext`${time} hold` : time;
  const dose = amount === "reps" ? orMore(repsOf(work), open) : timed;
  const isSaid = taskOf(work) && !(amount === "work" && open === "as-many-as-possible");
  return joined(set, holdOf(work), isSaid ? "" : dose);
}

/** @param {Position} position */
function counted({ interval, waiting, elapsed_seconds }) {
  const { reps, alternating, breaths = 0, open } = interval;
  const reps_said = waiting && isCounted(interval) ? eachSide(orMore(ngettext(reps, gettext`rep`, gettext`reps`), open), alternating) : "";
  const part = breaths ? partAt(interval, elapsed_seconds) : null;
  const breath = part ? gettext`breath ${{ breath: Math.min(part.number, breaths) }} of ${breaths}` : "";
  return capital(joined(reps_said, setOf(interval), waiting ? "" : holdOf(interval), breath));
}

/**
 * The dose of a step, as it is set.
 * @param {ScreenInput["settings"]} settings
 * @param {number[]} alternatives
 */
const doses = ({ level = "start" }, alternatives) => (/** @type {import("../shared/timeline.js").Step} */ step, /** @type {number} */ index) =>
  doseOf(step, level, alternatives.includes(index));
