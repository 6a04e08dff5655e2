// The only module with side effects: finds the parts of a page and brings them to life; it knows no part from within.
// @ts-check

import { ExerciseList } from "./exercise-list.js";
import { connectPrintLinks } from "./print-link.js";
import { connectSchemeSwitch } from "./scheme-switch.js";
import { connectSearch } from "./search-opener.js";

customElements.define("exercise-list", ExerciseList);
connectPrintLinks(document);
connectSchemeSwitch(document);
connectSearch(document);

const lost = document.querySelector("[data-not-found]");
if (lost) import("./not-found.js").then(({ offerNearest }) => offerNearest(lost, location.pathname));
