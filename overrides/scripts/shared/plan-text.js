// Cleans a plan's title and note, and encodes them so that no program cuts the link at one of their signs.
// @ts-check

// Characters that are invisible, change the direction of the line, or are not assigned. U+2800 is a blank braille pattern,
// and U+FFFD is left of an escape that was cut.
const UNSEEN = /[\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800\ufffd]/gu;
const SPACES = /[\s\p{Cc}\p{Z}]+/gu;
const HEAPED_MARKS = /(\p{M}{4})\p{M}+/gu; // no language has more than four on a letter
const BYTES = /* @__PURE__ */ new TextDecoder();
const LONGEST_ESCAPE = "%F0%9F%A6%B6".length;

/**
 * A text in one line that is safe to show. Cleaning it again changes nothing.
 * @param {string} text
 * @param {number} most characters, as people count them rather than as JavaScript does
 */
export function clean(text, most) {
  const seen = text.slice(0, 4000).replace(UNSEEN, "").replace(SPACES, " ").normalize("NFC").replace(HEAPED_MARKS, "$1");
  return [...seen.trim()].slice(0, most).join("").trim();
}

/**
 * Encodes a clean text for an address: letters and digits as they are, hyphens for spaces, all else escaped.
 *
 * A hexadecimal digit after a per cent sign is escaped, too. So `%25` before two such digits shows that a program escaped
 * the whole link again.
 * @param {string} text
 */
export function escaped(text) {
  const hidden = text.replace(/%[0-9a-f]?|[^a-z0-9 ]/giu, (signs) => [...signs].map(escape).join(""));
  return hidden.replaceAll(" ", "-");
}

/**
 * As much of a clean text as fits once it is encoded.
 * @param {string} text
 * @param {number} room
 */
export function fitting(text, room) {
  const signs = [...text];
  for (let over = escaped(text).length - room; over > 0 && signs.length; over = escaped(signs.join("")).length - room) {
    signs.length -= Math.min(signs.length, Math.ceil(over / LONGEST_ESCAPE));
  }
  return signs.join("").trim();
}

/**
 * Decodes a text. Invalid escapes stay or become U+FFFD: it never throws.
 * @param {string} text
 */
export function unescaped(text) {
  return text.replace(/[-+]/g, " ").replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = run.slice(1).split("%").map((pair) => Number.parseInt(pair, 16));
    return BYTES.decode(Uint8Array.from(bytes));
  });
}

/**
 * Undoes the escaping of a whole link by mail programs or messengers, once or more often.
 * @param {string} text
 */
export function escapedOnce(text) {
  let once = text;
  while (/%25[0-9a-f]{2}/i.test(once)) once = once.replaceAll("%25", "%");
  return once;
}

/** `encodeURIComponent` leaves some signs as they are that a messenger takes for bold type or for the link's end. @param {string} sign */
function escape(sign) {
  return sign < "\x80" ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(sign);
}
