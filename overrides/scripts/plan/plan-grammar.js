// What the editor needs to know of a plan's link, from the modules that the page has loaded: the editor's own file has no second copy.
// @ts-check

import { brief, details, dose as doseWords, pace } from "../shared/dose-words.js";
import { around, groupLine } from "../shared/group-words.js";
import { normalizeDose } from "../shared/plan-dose.js";
import { normalizeGroup, pauseOf } from "../shared/plan-groups.js";
import { decode, USUAL_DOSE } from "../shared/plan-link.js";
import { asRoutine, catalogue, exerciseOf, stepDose, withoutDefaults } from "../shared/plan-routine.js";
import { clean } from "../shared/plan-text.js";
import { factsOf } from "./plan-facts.js";

export const grammar = {
  around,
  asRoutine,
  brief,
  catalogue,
  clean,
  decode,
  details: (/** @type {import("../shared/timeline.js").Dose} */ dose) => details(dose, pace),
  doseWords,
  exerciseOf,
  factsOf,
  groupLine,
  normalizeDose,
  normalizeGroup,
  pauseOf,
  stepDose,
  usualDose: USUAL_DOSE,
  withoutDefaults,
};

/** @typedef {typeof grammar} Grammar */
