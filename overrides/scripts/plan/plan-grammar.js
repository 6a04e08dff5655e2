// What the editor needs to know of a plan's link, from the modules that the page has loaded: the editor's own file has no second copy.
// @ts-check

import { amount } from "../shared/dose-words.js";
import { normalizeDose } from "../shared/plan-dose.js";
import { normalised } from "../shared/plan-link.js";
import { withoutDefaults } from "../shared/plan-routine.js";
import { clean } from "../shared/plan-text.js";

export const grammar = { amount, clean, normalised, normalizeDose, withoutDefaults };

/** @typedef {typeof grammar} Grammar */
