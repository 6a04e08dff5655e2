// Tells whether a text contains the words of a search.
// @ts-check

import { unaccented } from "./gettext.js";

/**
 * A filter for texts that contain every word of a search, in any order, ignoring case, accents, ligatures and kinds of hyphen.
 * @param {string} asked
 * @returns {(text: string) => boolean} of texts as `plain` makes them: once, for a thousand are slow to make so at each key
 */
export function finder(asked) {
  const words = plain(asked).split(" ");
  return (text) => words.every((word) => text.includes(word));
}

/**
 * A text without the differences that the search ignores.
 * @param {string} text
 */
export function plain(text) {
  return unaccented(text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").replaceAll("œ", "oe").replace(/[\s\p{Pd}]+/gu, " ").trim());
}
