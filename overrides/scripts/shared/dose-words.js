// Words a dose that no page was built with, as scripts/limber/wording.py does.
// @ts-check

// tests/vectors/doses.json holds both to the same words.

/** @typedef {import("./timeline.js").Dose} Dose */
/** @typedef {import("./timeline.js").Range} Range */
/** @typedef {import("./timeline.js").Exercise["laterality"]} Laterality */

const NARROW = "\u202f";
const TIMES = `${NARROW}×${NARROW}`;

/**
 * A number or a range: `10`, `10–12`.
 * @param {Range} amount
 */
export const count = ({ min, max }) => (min === max ? `${min}` : `${min}–${max}`);

/**
 * Exact time of a dose: `30 s`, `60 s`, `90–120 s`, `1–2 min`, `2 min 30 s`.
 * @param {Range | number} time
 */
export function seconds(time) {
  const { min, max } = typeof time === "number" ? { min: time, max: time } : time;
  if (max >= 120 && min % 60 === 0 && max % 60 === 0) return `${count({ min: min / 60, max: max / 60 })}${NARROW}min`;
  if (min === max && max > 120) return `${Math.floor(max / 60)}${NARROW}min ${max % 60}${NARROW}s`;
  return `${count({ min, max })}${NARROW}s`;
}

/**
 * What is done in a dose: `60 s`, `10–12 reps`, `3 × 10`, `5 × 10 s hold`, `2 × 30 s hold`.
 * @param {Dose} dose
 */
export function amount({ sets, reps, hold_seconds, work_seconds }) {
  const times = sets > 1 ? `${sets}${TIMES}` : "";
  if (work_seconds) return `${times}${seconds(work_seconds)}`;
  if (reps && hold_seconds) return `${times}${count(reps)}${TIMES}${seconds(hold_seconds)} hold`;
  if (reps) return times ? `${times}${count(reps)}` : `${count(reps)}${NARROW}rep${reps.max === 1 ? "" : "s"}`;
  if (!hold_seconds) throw new Error("a dose without an amount");
  return `${times}${seconds(hold_seconds)} hold`;
}

/**
 * Which side a dose is for: `each foot`, `alternating`; nothing where both sides work at once.
 * @param {Laterality} laterality
 * @param {string} limb
 */
export function side(laterality, limb) {
  return { unilateral: `each ${limb}`, alternating: "alternating", bilateral: "" }[laterality];
}

/**
 * What lies between the repetitions and sets of a dose, and its tempo: `2 s between, rest 60 s`.
 * @param {Dose} dose
 */
export function pauses({ rest_seconds, rep_rest_seconds, tempo }) {
  const between = rep_rest_seconds && `${seconds(rep_rest_seconds)} between`;
  const rest = rest_seconds && `rest ${seconds(rest_seconds)}`;
  return [between, rest, tempo && `tempo ${tempo.replaceAll("-", "\u2011")}`].filter(Boolean).join(", ");
}

/**
 * A whole dose in words: `3 × 10, rest 60 s`, `5 × 10 s hold each side, 2 s between`, `30 s, alternating`,
 * `10–12 reps each side, tempo 2-1-2-0, or 60 s hold`.
 * @param {Dose} dose
 * @param {string} which the side in words, as `side` says it, or another that a plan asks for: `left foot only`
 */
export function dose(dose, which) {
  const joint = which.startsWith("each ") ? " " : ", ";
  const said = [which ? `${amount(dose)}${joint}${which}` : amount(dose), pauses(dose)].filter(Boolean).join(", ");
  if (!dose.or) return said;
  const other = [amount(dose.or), pauses(dose.or)].filter(Boolean).join(", ");
  return `${said}${pauses(dose) ? "," : ""} or ${other}`;
}
