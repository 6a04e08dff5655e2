// Tells whether a text contains the words of a search.
// @ts-check

/**
 * Whether every word asked for occurs in a text, in any order; case, accents and kinds of hyphen do not count.
 * @param {string} asked
 * @returns {(text: string) => boolean} of texts as `plain` makes them: once, for a thousand are slow to make so at each key
 */
export function finder(asked) {
  const words = plain(asked).split(" ");
  return (text) => words.every((word) => text.includes(word));
}

/**
 * A text without what does not count.
 * @param {string} text
 */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s\p{Pd}]+/gu, " ").trim();
}
