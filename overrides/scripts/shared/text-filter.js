// Tells whether a text contains the words of a search.
// @ts-check

import { LOCALE } from "./gettext.js";

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
 * A text without the differences that the search ignores; in German then once more as it is typed where no key has ä, ö and ü.
 * @param {string} text
 */
export function plain(text, german = LOCALE.startsWith("de")) {
  const apart = text.normalize("NFD").toLowerCase();
  const typed = german ? apart.replace(/([aou])\u0308/g, "$1e") : apart;
  return (typed === apart ? apart : `${apart} ${typed}`).replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("œ", "oe").replace(/[\s\p{Pd}]+/gu, " ").trim();
}
