// Makes a routine of work, rest and rounds; loaded only for a free timer.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { STOP_SIGNS } from "../shared/stop-signs.js";
import { clock, exactly, seconds } from "../shared/time-words.js";

/**
 * A routine of one step, so that a free timer needs no engine of its own.
 * @param {{work_seconds: number, rest_seconds: number, rounds: number, name: string}} free
 * @returns {import("../shared/timeline.js").Routine}
 */
export function freeRoutine({ work_seconds, rest_seconds, rounds, name }) {
  const said = { id: "", code: "", name, short_name: name, url: "" };
  /** @type {import("../shared/timeline.js").Dose} */
  const dose = {
    sets: rounds,
    reps: null,
    hold_seconds: null,
    work_seconds: { min: work_seconds, max: work_seconds },
    rest_seconds,
    rep_rest_seconds: 0,
    switch_seconds: null,
    tempo: "",
    or: null,
    words: "",
  };
  /** @type {import("../shared/timeline.js").Exercise} */
  const exercise = { ...said, spoken_name: name, laterality: "bilateral", limb: "", cue: "", equipment: [], image: null };
  const steps = [{ core: true, note: "", exercise, start: dose, goal: dose }];
  const isLong = work_seconds >= 120;
  const work = isLong && work_seconds % 60 ? gettext`${{ count: clock(work_seconds) }}\u202fmin` : isLong ? exactly(work_seconds) : seconds(work_seconds);
  // The screen shows its first line in large.
  const summary = `${rounds} × ${work}${rest_seconds && rounds > 1 ? `\n${gettext`${{ time: exactly(rest_seconds) }} rest between`}` : ""}`;
  return { ...said, summary, stop_signs: [STOP_SIGNS], switch_seconds: 0, transition_seconds: 0, steps };
}
