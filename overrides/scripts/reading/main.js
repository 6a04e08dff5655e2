// The entry of reading pages.
// @ts-check

import "./page-parts.js";
