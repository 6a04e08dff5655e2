// Plans for tests: from the committed links, or random ones.
// @ts-check

import { readFileSync } from "node:fs";

import { checked } from "../../overrides/scripts/shared/plan-fragment.js";
import { doseOf } from "./data-doses.js";

/** @typedef {import("../../overrides/scripts/shared/plan-link.js").Plan} Plan */
/** @typedef {import("../../overrides/scripts/shared/plan-link.js").Draft} Draft */
/** @typedef {import("../../overrides/scripts/shared/timeline.js").Dose} Dose */
/** @typedef {{name: string, link: string, as?: string, plan: Partial<Plan> & {steps: {code: string, dose?: any}[]}}} Vector */

/** @type {{codes: string[], aliases: Record<string, string>, links: Vector[]}} */
const FILE = JSON.parse(readFileSync(new URL("../vectors/plan-links.json", import.meta.url), "utf-8"));

export const LINKS = FILE.links;
export const CODES = new Set(FILE.codes);
export const ALIASES = new Map(Object.entries(FILE.aliases));

/** A link as it was written before there were checks, as it is written now. @param {string} link */
export const nowWritten = (link) => checked(link.replace(/^#(1g?)/, "$1c"));

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
  });
  const step = () => ({
    code: random() < 0.05 ? one(["", "toolong", "A", "__proto__"]) : one([...CODES]),
    level: one([null, "start", "goal"]),
    dose: random() < 0.3 ? null : dose(2),
    side: one([null, "left", "right", "each", "both", "alternating"]),
  });
  const steps = Array.from({ length: random() < 0.9 ? below(8) : below(40) }, step);
  const note = random() < 0.02 ? "足🦶".repeat(below(200)) : text(400);
  return /** @type {Draft} */ ({ level: one(["start", "goal"]), title: text(90), note, steps });
}

const PIECES = [
  "#", "1", "1g", "2", ".", ".", ".", "-", "x", "t=", "n=", "q=", "%", "%25", "%2526", "%C3", "%E2%80%AE", "%00", "+", "z",
  "r60", "b2", "c5", "t2120", "o60h", "l", "r", "e", "s", "g", "12", "3x12", "30s", "2x30h", "3x5x10h", "10-12", "99999", "0",
  "é", "\u202e", "\ud800", "🦶", "<b>", "javascript:", "__proto__", "constructor", "&", "\n", "=", "%3D", "%23",
  ...CODES,
  ...ALIASES.keys(),
];

/** A fragment that means something, nearly something, or nothing. @param {() => number} random */
export function randomFragment(random) {
  const piece = () => (random() < 0.95 ? PIECES[Math.floor(random() * PIECES.length)] : String.fromCharCode(random() * 0x10000));
  const text = Array.from({ length: Math.floor(random() * 20) }, piece).join("");
  return random() < 0.7 ? `#1.${text}` : text;
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
