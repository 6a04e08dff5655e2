// Makes texts plain for what leaves the page.
// @ts-check

import { clean } from "./plan-text.js";

/**
 * A text in one line, with plain spaces and hyphens: some programs show non-breaking ones as boxes. Every text that
 * leaves the page goes through here; scripts/limber/plain_text.py does the same.
 * @param {string} text
 */
export function plain(text) {
  return clean(text, Number.POSITIVE_INFINITY).replace(/[\u2010\u2011]/g, "-");
}
