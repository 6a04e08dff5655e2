// Works out all texts and numbers that the timer's screen shows. Those of a run come from running-screen.js, which is loaded later.
// @ts-check

import { total } from "../shared/dose-timeline.js";
import { gettext } from "../shared/gettext.js";
import { needed } from "../shared/routine-words.js";
import { rounded } from "../shared/time-words.js";
import { timeline } from "../shared/timeline.js";
import { doses, listed } from "./step-list.js";

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

/**
 * @param {ScreenInput} given
 * @param {typeof import("./running-screen.js").running} [running] once it is there: without it, nothing is said of a run
 */
export function screen(given, running = () => ({})) {
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
