// Whether a text holds the words that someone looks for: plain text in, an answer out; knows no page.
// @ts-check

/**
 * Every word asked for occurs in the text, in any order; case, accents and kinds of hyphen do not count.
 * @param {string} text
 * @param {string} asked
 */
export function holds(text, asked) {
  const plain = folded(text);
  return folded(asked).split(" ").every((word) => plain.includes(word));
}

/** @param {string} text */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s\p{Pd}]+/gu, " ").trim();
}
