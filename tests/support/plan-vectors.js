// Plans for tests: from the committed links, or random ones.
// @ts-check

import { readFileSync } from "node:fs";

import { checked } from "../../overrides/scripts/shared/plan-fragment.js";
import { doseOf } from "../../overrides/scripts/plan/dose-of-data.js";

/** @typedef {import("../../overrides/scripts/shared/plan-link.js").Plan} Plan */
/** @typedef {import("../../overrides/scripts/shared/plan-link.js").Draft} Draft */
/** @typedef {import("../../overrides/scripts/shared/timeline.js").Dose} Dose */
/** @typedef {{name: string, link: string, as?: string, plan: Partial<Plan> & {steps: {code: string, dose?: any}[]}}} Vector */

/** @type {{codes: string[], aliases: Record<string, string>, links: Vector[]}} */
const FILE = JSON.parse(readFileSync(new URL("../vectors/plan-links.json", import.meta.url), "utf-8"));

export const LINKS = FILE.links;
export const CODES = new Set(FILE.codes);
export const ALIASES = new Map(Object.entries(FILE.aliases));

/** A link as it was written before there were checks, as it is written now; a whole one of the second version is that already. @param {string} link */
export const nowWritten = (link) =>
  checked(link.slice(1, link.lastIndexOf("."))) === link ? link : checked(link.slice(1).replace(/^(1g?)(?=\.|$)/, "$1c"));

const PLAIN = { level: null, side: null };

/**
 * A plan with all that its vector leaves out.
 * @param {Vector["plan"]} brief
 * @returns {Plan}
 */
export function planOf(brief) {
  const steps = brief.steps.map((step) => ({ ...PLAIN, ...step, dose: step.dose ? doseOf(step.dose) : null }));
  return { level: "start", title: "", note: "", unknown: [], unread: [], replaced: [], fault: null, reason: null, ...brief, steps };
}

const SIGNS = ["a", "Z", "7", " ", "-", ".", "_", "%", "%2", "%26", "%2526", "=", "t=", "é", "e\u0301", "ß", "и", "足", "🦶", "👩‍👩‍👧"];
const UNSEEN = ["\u0000", "\u202e", "\u200b", "\ufeff", "\ud800", "\udfff", "\n", "\u0301", "\u{e0041}", "\u2028", "+", "&", "<b>", "\ufffd"];

/** A plan that a builder could hand over, sound or not. @param {() => number} random @returns {Draft} */
export function randomPlan(random) {
  const below = (/** @type {number} */ most) => Math.floor(random() * most);
  const one = /** @type {<T>(of: readonly T[]) => T} */ ((of) => of[below(of.length)]);
  const text = (/** @type {number} */ most) =>
    Array.from({ length: random() < 0.9 ? below(8) : below(most) }, () => one(random() < 0.8 ? SIGNS : UNSEEN)).join("");
  const number = () => one([below(13), 30, 60, below(400), 5000, -3, 1.5, Number.NaN, Number.POSITIVE_INFINITY]);
  const range = () => (random() < 0.4 ? null : { min: number(), max: number() });
  const tempo = () => one(["", "2-1-2-0", "10-0-2-0", "0-0-0-0", "02-1-2-0", "fast"]);
  /** @type {(deep: number) => Dose} */
  const dose = (deep) => ({
    sets: number(),
    reps: range(),
    hold_seconds: range(),
    work_seconds: random() < 0.7 ? null : range(),
    rest_seconds: number(),
    rep_rest_seconds: number(),
    switch_seconds: one([null, number()]),
    tempo: tempo(),
    or: deep && random() < 0.4 ? dose(deep - 1) : null,
    words: "as said",
    ...(random() < 0.5 ? wider(deep) : {}),
  });
  const some = /** @type {<T>(make: () => T) => T | undefined} */ ((make) => (random() < 0.25 ? make() : undefined));
  const ranges = () => Array.from({ length: below(4) }, () => ({ min: one([number(), 7.5, 2.125, 0.1]), max: number() }));
  const units = ["kg", "lb", "added_kg", "added_lb", "assistance_kg", "assistance_lb", "percent_of_max", "percent_of_body_weight"];
  const named = () => one(["red", "Dark-Green", "empty bar", "2 bricks", "", "w 3-x", "é", "a".repeat(40)]);
  /** What only the second version of a link can say. @param {number} deep @returns {any} */
  const wider = (deep) => ({
    sets_range: some(() => ({ min: number(), max: number() })),
    rest_seconds_range: some(() => ({ min: number(), max: number() })),
    open: some(() => one(["or-more", "as-many-as-possible", "to-fatigue", "as-long-as-possible", "odd"])),
    breaths: some(() => ({ min: number(), max: number() })),
    breath_pattern: some(() => one([[4, 7, 8, 0], [4, 0, 6, 0], [4, 4, 4, 4], [0, 0, 0, 0], [1, 2], [4, 0, 6, 2]])),
    distance_metres: some(() => ({ min: number(), max: number() })),
    every_seconds: some(number),
    tempo_as_written: some(() => one(["3-0-X-1", "X-0-X-0", "10-0-X-0", "3-1-1-0", "x"])),
    side_order: some(() => one(["in-turn", "weaker-first", "affected-first", "odd"])),
    load: some(() => ({
      unit: one([...units, "percent_of_training_max", "percent_of_load", "band", "words", "", "odd"]),
      amounts: some(ranges),
      pieces: some(number),
      names: some(() => [named(), named()].slice(below(3))),
      step_cm: some(ranges),
      edge_mm: some(ranges),
      words: "as said",
    })),
    effort: some(() => ({ scale: one(["rpe", "rir", "percent", "percent_of_max_heart_rate", "odd"]), amount: { min: number(), max: one([7.5, number()]) }, words: "" })),
    each_set: deep ? some(() => Array.from({ length: below(5) }, () => ({ ...dose(0), each_set: undefined }))) : undefined,
  });
  const step = () => ({
    code: random() < 0.05 ? one(["", "toolong", "A", "__proto__"]) : one([...CODES]),
    level: one([null, "start", "goal"]),
    dose: random() < 0.3 ? null : dose(2),
    side: one([null, "left", "right", "each", "both", "alternating"]),
    ...(random() < 0.4 ? around() : {}),
  });
  /** What stands around a step, in the second version. @returns {any} */
  const around = () => ({
    ...(random() < 0.3 && { own: { name: text(60), words: text(200) } }),
    ...(random() < 0.5 && { group: below(4) }),
    ...(random() < 0.4 && { note: text(100) }),
    ...(random() < 0.4 && { how_often: text(80) }),
    ...(random() < 0.2 && { part: one(["warm-up", "cool-down"]) }),
    ...(random() < 0.2 && { rest_after_seconds: number() }),
    ...(random() < 0.2 && { transition_seconds: number() }),
  });
  /** @returns {any} */
  const group = () => ({
    name: text(50),
    rounds: number(),
    rounds_range: some(() => ({ min: number(), max: number() })),
    round_rest_seconds: some(number),
    round_rest_seconds_range: some(() => ({ min: number(), max: number() })),
    transition_seconds: some(number),
    rest_after_seconds: some(number),
    every_seconds: some(number),
    step_every_seconds: some(number),
    work_seconds: some(number),
    for_time: some(() => true),
    cap_seconds: some(number),
  });
  const steps = Array.from({ length: random() < 0.9 ? below(8) : below(40) }, step);
  const note = random() < 0.02 ? "足🦶".repeat(below(200)) : text(400);
  return /** @type {Draft} */ ({ level: one(["start", "goal"]), title: text(90), note, steps, groups: [group(), group(), group()] });
}

/**
 * A random plan that takes days and not years, for what counts its seconds one by one and looks at its words.
 * @param {() => number} random
 */
export function randomBriefPlan(random) {
  const few = (/** @type {number} */ times) => (times > 12 ? 2 : times);
  const brief = (/** @type {{max: number} | undefined} */ range) => range && Object.assign(range, { max: few(range.max) });
  const plan = randomPlan(random);
  for (const { dose } of plan.steps) {
    for (let each = dose; each; each = each.or) {
      each.sets = few(each.sets);
      brief(each.sets_range);
    }
  }
  for (const group of plan.groups ?? []) {
    group.rounds = few(group.rounds);
    brief(group.rounds_range);
  }
  return plan;
}

/** A plan as its QR code has it: without the texts that are printed beside that. @param {Plan} plan @returns {Plan} */
export function printedBeside({ groups, ...plan }) {
  const steps = plan.steps.map(({ note, how_often, own, ...step }) => ({ ...step, ...(own && { own: { ...own, words: "" } }) }));
  const unnamed = groups && { groups: groups.map((group) => ({ ...group, name: "" })) };
  return { ...plan, title: "", note: "", steps, ...unnamed };
}

const PIECES = [
  "#", "1", "1g", "2", ".", ".", ".", "-", "x", "t=", "n=", "q=", "%", "%25", "%2526", "%C3", "%E2%80%AE", "%00", "+", "z",
  "r60", "b2", "c5", "t2120", "o60h", "l", "r", "e", "s", "g", "12", "3x12", "30s", "2x30h", "3x5x10h", "10-12", "99999", "0",
  "2c", "2gc", "2-3x10-15", "10y", "1xmax", "2xmax60s", "1xmaxh", "3xfat", "5v", "p4-7-8", "400m", "q120", "r60-90", "e60", "t30x1", "w12kg",
  "g3r60.", "g2-3r60-120c10q90.", "g0.", "g20-30e60.", "g10k60.", "g1s1200.", "g3z900.", ".o1-3x10", ".o2", ".q90", ".i30", ".y1", ".x1=", ".f2=", ".g1=", ".o1=", ".w1=",
  "w2x7d5kg", "w50n60kg", "w20cm", "wb3-red5-green", "ww9-empty-bar", "f7rpe", "f30-50pc", "w", "t", "u", "u8", "y", "n", "d5",
  "é", "\u202e", "\ud800", "🦶", "<b>", "javascript:", "__proto__", "constructor", "&", "\n", "=", "%3D", "%23",
  ...CODES,
  ...ALIASES.keys(),
];

/** A fragment that means something, nearly something, or nothing. @param {() => number} random */
export function randomFragment(random) {
  const piece = () => (random() < 0.95 ? PIECES[Math.floor(random() * PIECES.length)] : String.fromCharCode(random() * 0x10000));
  const text = Array.from({ length: Math.floor(random() * 20) }, piece).join("");
  return random() < 0.7 ? `#${random() < 0.5 ? "1" : "2c"}.${text}` : text;
}

export const PAGE = "https://coach.example/limber/plan/";

/** Exercises with these codes, one of them with things that it needs: as records of the API, as far as plans need them. */
export const EXERCISES = new Map([...CODES].map((code) => /** @type {const} */ ([code, exercise(code)])));

/** @param {string} code */
function exercise(code) {
  const things = [
    { name: "Ball", required: true, substitutes: ["Rolled sock"] },
    { name: "Chair", required: false, substitutes: [] },
  ];
  const dose = { ...doseOf({ hold_seconds: 30 }), words: "30\u202fs hold each foot" };
  return {
    id: `the-${code}`,
    code,
    name: `Exercise ${code}`,
    short_name: code,
    spoken_name: code,
    limb: "foot",
    cue: "",
    laterality: /** @type {const} */ ("unilateral"),
    equipment: code === "br" ? things : [],
    image: null,
    url: "",
    start: dose,
    goal: dose,
  };
}
