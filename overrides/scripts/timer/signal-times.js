// Works out when signals and spoken names are due.
// @ts-check

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("./playback.js").State} State */
/** @typedef {"work" | "switch" | "rest" | "transition" | "tick" | "half" | "countdown" | "finish"} Signal */
/** @typedef {{at_seconds: number, signal: Signal}} SignalTime seconds from the beginning of its interval */
/**
 * @typedef {{index: number, at_seconds: number, text: string, latest_seconds: number, to_end: boolean}} Announcement
 *   during which interval to say it, from when, and until when; `to_end`: added time moves it with the interval's end
 */

/** Two signals closer together than this sound like one. */
const APART_SECONDS = 0.3;
const COUNTDOWN_FROM_SECONDS = 5;
const HALF_FROM_SECONDS = 20;
/** A name must be due at least this long before its exercise: speech takes up to a second to begin. */
const EARLY_SECONDS = 1.5;
/** It is planned this much earlier, since what is due is looked up only a few times a second. */
const SLACK_SECONDS = 0.5;
/** The signal at the beginning of an interval has ended by then. */
const AFTER_SIGNAL_SECONDS = 0.6;

/**
 * The signals of one interval, in order. Of two at the same time the more important one stays: first beginning and end,
 * then the last three seconds, then half time, then the beat of a repetition. Added seconds move the end and the last
 * three seconds; half time stays, so that it is not signalled twice.
 * @param {Interval} interval
 * @param {Interval | null | undefined} next
 * @param {number} [added_seconds]
 * @returns {SignalTime[]}
 */
export function signalsOf({ kind, seconds, alternating, reps, rep_seconds, rep_rest_seconds }, next, added_seconds = 0) {
  /** @type {SignalTime[]} */
  const told = [];
  const tell = (/** @type {Signal} */ signal, /** @type {number} */ at_seconds, into = told) => {
    if (told.every((other) => Math.abs(other.at_seconds - at_seconds) >= APART_SECONDS)) into.push({ at_seconds, signal });
  };
  /** @type {SignalTime[]} */
  const ticks = [];
  if (kind !== "prepare") tell(kind, 0);
  if (seconds !== null) {
    const end = seconds + added_seconds;
    if (!next) tell("finish", end);
    if (end >= COUNTDOWN_FROM_SECONDS) for (const left of [3, 2, 1]) tell("countdown", end - left);
    if (kind === "work" && !rep_seconds && seconds >= HALF_FROM_SECONDS) tell("half", seconds / 2);
    const beats = rep_seconds ? reps * (alternating ? 2 : 1) : 0;
    for (let beat = 1; beat < beats; beat++) tell("tick", beat * (rep_seconds + rep_rest_seconds), ticks);
  }
  return [...told, ...ticks].sort((one, other) => one.at_seconds - other.at_seconds);
}

/**
 * The signals from one time up to, but not including, another, so that successive calls return each of them once.
 * @param {State} state
 * @param {Interval[]} intervals
 * @param {number} from
 * @param {number} to
 * @returns {{at: number, signal: Signal, index: number}[]}
 */
export function due(state, intervals, from, to) {
  const among = (/** @type {{at: number}} */ { at }) => at >= from && at < to;
  if (state.done) {
    const end = { at: state.ended_at ?? 0, signal: /** @type {Signal} */ ("finish"), index: intervals.length - 1 };
    return [end].filter(among);
  }
  return stretch(state, intervals, to).flatMap(({ index, at, added_seconds }) =>
    signalsOf(intervals[index], intervals[index + 1], added_seconds)
      .map(({ at_seconds, signal }) => ({ at: at + at_seconds * 1000, signal, index }))
      .filter(among),
  );
}

/**
 * Which exercise and side, or which set, to announce, and when: in the pause before it or else at the end of the work
 * before it, and after the announcement before has been spoken. What there is no time for is left out.
 * @param {Routine} routine
 * @param {Interval[]} intervals
 * @returns {Announcement[]}
 */
export function announcements(routine, intervals) {
  /** @type {number[]} */
  const starts = [];
  let time = 0;
  let open = 0; // an interval that waits has no known end: what follows it cannot be announced before
  let free = 0;
  /** @type {(Announcement & {start: number, takes: number})[]} */
  const said = [];
  /** @type {Interval | undefined} */
  let before;
  intervals.forEach((interval, index) => {
    starts.push(time);
    if (interval.kind === "work") {
      const name = nameOf(routine, interval, before);
      const lead = intervals[index - 1];
      const pause = lead && lead.kind !== "work" ? time - starts[index - 1] : 0;
      const latest = time - EARLY_SECONDS;
      const inPause = pause >= EARLY_SECONDS + SLACK_SECONDS;
      const text = inPause ? name : `Next: ${name}`;
      const takes = speechSeconds(text);
      const wanted = inPause ? time - pause + AFTER_SIGNAL_SECONDS : time - takes;
      const start = Math.max(Math.min(wanted, latest - SLACK_SECONDS), open, free);
      if (name && start <= latest) {
        let during = index - 1;
        while (starts[during] > start) during -= 1;
        const [at_seconds, latest_seconds] = [start - starts[during], latest - starts[during]];
        said.push({ index: during, at_seconds, text, latest_seconds, to_end: !inPause, start, takes });
        free = start + takes + SLACK_SECONDS;
      }
      before = interval;
    }
    time += interval.estimate_seconds;
    if (interval.seconds === null) open = time;
  });
  return said.map(({ start, takes, ...one }, each) => {
    const room = said[each + 1] ? said[each + 1].start - takes - start + one.at_seconds : Infinity;
    return { ...one, latest_seconds: Math.min(one.latest_seconds, room) };
  });
}

/**
 * The announcements from one time up to, but not including, another; after `latest` it is too late for one.
 * @param {State} state
 * @param {Interval[]} intervals
 * @param {Announcement[]} spoken
 * @param {number} from
 * @param {number} to
 */
export function spokenDue(state, intervals, spoken, from, to) {
  return stretch(state, intervals, to).flatMap(({ index, at, added_seconds }) =>
    spoken
      .filter((each) => each.index === index)
      .map(({ at_seconds, latest_seconds, text, to_end }) => ({
        at: at + Math.round((at_seconds + (to_end ? added_seconds : 0)) * 1000),
        latest: at + Math.round((latest_seconds + added_seconds) * 1000),
        text,
        index,
      }))
      .filter((each) => each.at >= from && each.at < to),
  );
}

/** Seconds that a voice takes to say something, on the long side. @param {string} text */
export function speechSeconds(text) {
  return 0.09 * text.length + 0.4;
}

/**
 * The intervals that begin before a given time, with their own times, up to one that waits.
 * @param {State} state
 * @param {Interval[]} intervals
 * @param {number} to
 */
function stretch({ index, at, added_ms, paused_at }, intervals, to) {
  const found = [];
  for (let added = added_ms; paused_at === null && index < intervals.length && at < to; added = 0) {
    const { seconds } = intervals[index];
    found.push({ index, at, added_seconds: added / 1000 });
    if (seconds === null) break;
    at += seconds * 1000 + added;
    index += 1;
  }
  return found;
}

/**
 * Names what changes with an interval of work: the exercise and its side, the other side, or the next set.
 * @param {Routine} routine
 * @param {Interval} interval
 * @param {Interval | undefined} before
 */
function nameOf(routine, { step, side, set, alternating }, before) {
  const { spoken_name, limb } = routine.steps[step].exercise;
  const which = side && !alternating ? `${side} ${limb}` : "";
  if (before?.step !== step) return which ? `${spoken_name}, ${which}` : spoken_name;
  if (which && before.side !== side) return which;
  return before.set === set ? "" : `set ${set}`;
}
