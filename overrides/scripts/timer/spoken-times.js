// Works out when names, sides and the parts of breaths and repetitions are to be spoken.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { directionOf, joined, roundsOf, sideOf } from "../shared/routine-words.js";
import { spoken } from "../shared/time-words.js";
import { partTimes } from "./beats.js";
import { countKey } from "./playback.js";
import { stretch } from "./signal-times.js";

/** @typedef {import("../shared/timeline.js").Interval} Interval */
/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("./playback.js").State} State */
/**
 * @typedef {{index: number, at_seconds: number, text: string, latest_seconds: number, to_end: boolean, stays?: boolean,
 *   of?: import("../shared/timeline.js").Exercise}} Announcement
 *   during which interval to say it, from when, and until when; `to_end`: added time moves it with the interval's end;
 *   `stays`: added time moves neither when it is due nor until when; `of`: the exercise whose name may be in another language
 */

/** A name must be due at least this long before its exercise: speech takes up to a second to begin. */
const EARLY_SECONDS = 1.5;
/** It is planned this much earlier, since what is due is looked up only a few times a second. */
const SLACK_SECONDS = 0.5;
/** A word for a part of a repetition that begins later than this would be taken for the next one. */
const PART_LATE_SECONDS = 0.5;
/** The signal at the beginning of an interval has ended by then. */
const AFTER_SIGNAL_SECONDS = 0.6;

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
      const text = inPause ? name : gettext`Next: ${{ next: name }}`;
      const takes = speechSeconds(text);
      const wanted = inPause ? time - pause + AFTER_SIGNAL_SECONDS : time - takes;
      const start = Math.max(Math.min(wanted, latest - SLACK_SECONDS), open, free);
      if (name && start <= latest) {
        let during = index - 1;
        while (starts[during] > start) during -= 1;
        const [at_seconds, latest_seconds] = [start - starts[during], latest - starts[during]];
        const of = routine.steps[interval.step].exercise;
        said.push({ index: during, at_seconds, text, latest_seconds, to_end: !inPause, start, takes, ...(of.language && { of }) });
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
 * @param {Announcement[]} texts
 * @param {number} from
 * @param {number} to
 */
export function spokenDue(state, intervals, texts, from, to) {
  return stretch(state, intervals, to).flatMap(({ index, at, added_seconds }) =>
    texts
      .filter((each) => each.index === index)
      .map(({ at_seconds, latest_seconds, text, to_end, stays, of }) => ({
        at: at + Math.round((at_seconds + (to_end ? added_seconds : 0)) * 1000),
        latest: at + Math.round((latest_seconds + (stays ? 0 : added_seconds)) * 1000),
        text,
        index,
        ...(of && { of }),
      }))
      .filter((each) => each.at >= from && each.at < to),
  );
}

/**
 * The words of each part of a breath and, if they are wanted, of a repetition. A word that cannot begin with its part is left out.
 * @param {Interval[]} intervals
 * @param {boolean} ofTempo
 * @returns {Announcement[]}
 */
export const partWords = (intervals, ofTempo) =>
  intervals.flatMap((interval, index) =>
    (interval.breaths || ofTempo ? partTimes(interval) : []).map(({ word, at_seconds }) =>
      ({ index, at_seconds, text: word, latest_seconds: at_seconds + PART_LATE_SECONDS, to_end: false, stays: true })),
  );

/** Seconds that a voice takes to say something, on the long side. @param {string} text */
export function speechSeconds(text) {
  return 0.09 * text.length + 0.4;
}

/**
 * Names what changes with an interval of work: the exercise with its side, direction and load, the other side or direction, or
 * the next set and what it is done with; before them the group, or its next round.
 * @param {Routine} routine
 * @param {Interval} interval
 * @param {Interval | undefined} before
 */
function nameOf(routine, interval, before) {
  const { step, side, side_order, set, alternating, direction, load = "" } = interval;
  const { exercise } = routine.steps[step];
  const other_load = load === before?.load ? "" : load; // the second side or direction begins with that of the first set again
  const round = roundOf(routine, interval, before);
  if (interval.size) return round;
  const which = side && !alternating ? sideOf(side, exercise, side_order) : "";
  const way = directionOf(interval, exercise);
  if (before?.step !== step) return joined(round, exercise.spoken_name, which, way, load);
  if (round) return joined(round, which, way, other_load);
  if (direction === 1 && before.direction === 0) return joined(gettext`change direction`, which !== "" && before.side !== side ? which : "", way, other_load);
  if (which && before.side !== side) return joined(which, way, other_load);
  return before.set === set ? "" : joined(gettext`set ${set}`, other_load);
}

/**
 * The group that begins, or the round of it; empty within a round.
 * @param {Routine} routine
 * @param {Interval} interval
 * @param {Interval | undefined} before
 */
function roundOf({ groups = [] }, { group, round, rounds = 1, open, size }, before) {
  if (group === undefined || (before?.group === group && before.round === round)) return "";
  const { name } = groups[group];
  if (size) return joined(name, open ? gettext`as many rounds as possible` : gettext`${{ rounds: roundsOf(rounds) }} for time`);
  return joined(before?.group === group ? "" : name, rounds > 1 ? gettext`round ${{ round: round ?? 1 }}` : "");
}

/**
 * What to say once rounds are over that were counted: "5 rounds".
 * @param {State} state
 * @param {Interval} interval
 */
export function countSaid(state, interval) {
  const [rounds, seconds] = /** @type {const} */ (["rounds", "seconds"]).map((what) => state.counted[countKey(what, state, interval)]);
  if (!rounds) return "";
  const said = roundsOf(rounds);
  return seconds ? gettext`${{ rounds: said }} in ${{ time: spoken(seconds) }}` : said;
}
