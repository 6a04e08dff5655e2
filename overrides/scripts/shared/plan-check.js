// Calculates the checksum at the end of a plan's link, which shows that it was cut or changed.
// @ts-check

// A figure and three more figures or letters: never like an exercise, which begins with a letter, nor like a text, which
// has a =. So a link that is marked and does not end in one lost its end for certain, wherever it was cut.
const CHECK = /^\d[a-z\d]{3}$/i;
/** The largest prime below 10 * 36 ** 3. */
const MODULUS = 466_553;
/** Its powers run through all remainders: whichever two signs changed places, however far apart, the sum is another. */
const FACTOR = 31_337;

/**
 * The check of a text: another one wherever a single sign of it was changed or two have changed places; of other changes,
 * one in 466,553 has the same.
 * @param {string} text
 */
export function checkOf(text) {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * FACTOR + text.charCodeAt(at)) % MODULUS;
  return sum.toString(36).padStart(4, "0");
}

/** Whether a part of a link has the look of a check. @param {string | undefined} part */
export const isCheck = (part) => CHECK.test(part ?? "");
