// Calculates the checksum at the end of a plan's link, which shows that it was cut or changed.
// @ts-check

// It is a digit and three digits or letters: never like an exercise, which begins with a letter, nor like a text, which
// has a =. So a link that is marked to have one and does not end in one was cut, wherever that was.
const CHECK = /^\d[a-z\d]{3}$/i;
/** The largest prime below 10 * 36 ** 3. */
const MODULUS = 466_553;
/** A primitive root: its powers all differ, so that two swapped characters change the sum, however far apart they are. */
const FACTOR = 31_337;

/**
 * The checksum of a text. It detects each change of one character and each swap of two; of other changes it misses one in
 * 466,553.
 * @param {string} text
 */
export function checkOf(text) {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * FACTOR + text.charCodeAt(at)) % MODULUS;
  return sum.toString(36).padStart(4, "0");
}

/** Whether a part of a link has the form of a checksum. @param {string | undefined} part */
export const isCheck = (part) => CHECK.test(`${part}`);
