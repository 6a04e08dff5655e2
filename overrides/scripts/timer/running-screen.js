// Works out the texts and numbers that the timer's screen shows while it runs, which its first view does without.
// @ts-check

import { gettext, ngettext, pgettext } from "../shared/gettext.js";
import { breathsOf, capital, directionOf, eachSide, fetched, holdOf, joined, repsOf, setOf, sideOf } from "../shared/routine-words.js";
import { clock, ems, exactly, seconds, widest } from "../shared/time-words.js";
import { isEstimate } from "../shared/timeline.js";
import { partAt } from "./beats.js";
import { leadsTo } from "./playback.js";
import { changeOf, orMore, sentence } from "./status-words.js";
import { doses, listed } from "./step-list.js";
import { isCounted, loadOf, taskOf, timeOf } from "./task-words.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {import("./timer-screen.js").ScreenInput} ScreenInput */
/** @typedef {ReturnType<typeof import("./playback.js").position>} Position */

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

/** @param {ScreenInput} given */
export function running({ routine, intervals = [], state = null, position, settings, alternatives = [] }) {
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

/** @param {Position} position */
function lastsOf({ elapsed_seconds, left_seconds }) {
  return left_seconds === null ? { left: 0, all: 0 } : { left: left_seconds, all: elapsed_seconds + left_seconds };
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
