// Exercises with all fields of the API, for tests of plans.
// @ts-check

import { doseOf } from "../../overrides/scripts/plan/dose-of-data.js";

/** @typedef {import("../../overrides/scripts/shared/plan-records.js").FullExercise} FullExercise */

export const WORK = { author: "A. Author", title: "A title", publisher: "A publisher", url: "https://example.org/work/" };

const thing = (/** @type {string} */ name) => ({ id: name.toLowerCase(), name, description: "", household: false });

/** @param {string} name @param {boolean} required @param {...string} substitutes */
export const need = (name, required, ...substitutes) => ({
  ...thing(name),
  required,
  substitutes,
  substitute_items: substitutes.map(thing),
  note: "",
});

/** @param {string} code @param {Partial<FullExercise>} more @returns {FullExercise} */
export const record = (code, more) => ({
  id: `the-${code}`,
  code,
  name: `Long ${code}`,
  short_name: code.toUpperCase(),
  spoken_name: code,
  limb: "foot",
  laterality: "unilateral",
  cue: "",
  equipment: [],
  image: null,
  url: "",
  summary: "",
  setup: [],
  instructions: ["Do it."],
  short_steps: [],
  cues: [],
  feel_here: ["Here."],
  feel_not_here: [],
  faults: [{ fault: "So.", fix: "Not so." }],
  precautions: [],
  stop_signs: [],
  contraindications: [],
  easier: [],
  harder: [],
  progressions: [],
  regressions: [],
  regions: [],
  muscles: [],
  source: WORK,
  start: { ...doseOf({ hold_seconds: 30 }), words: "start" },
  goal: { ...doseOf({ hold_seconds: 60 }), words: "goal" },
  ...more,
});
