// The entry of the two pages with a long list, in place of main.js: it filters the list, too.
// @ts-check

import "./page-parts.js"; // before a list removes the items that it does not show
import { ExerciseList } from "./exercise-list.js";
import { LinkList } from "./link-list.js";

customElements.define("exercise-list", ExerciseList);
customElements.define("link-list", LinkList);
