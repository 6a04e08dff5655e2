// Marks the messages of scripts. A published script has each in the site's language in its place, and nothing of this.
// @ts-check

// scripts/limber/languages/script_messages.py reads them. Here, as in tests, they are said in English.

/** @typedef {string | number} Value */

/**
 * A message: gettext`Set ${set} of ${sets}`. Its values are called by the last name in each, or by the name that one is given:
 * gettext`rest ${{ time: seconds(rest) }}`.
 * @param {TemplateStringsArray} parts
 * @param {(Value | Record<string, Value>)[]} values
 */
export const gettext = (parts, ...values) =>
  String.raw({ raw: parts }, ...values.map((each) => (typeof each === "object" ? Object.values(each)[0] : each)));

/**
 * The message in the plural form that a number takes: ngettext(sets, gettext`${sets} set`, gettext`${sets} sets`).
 * @param {number} count
 * @param {string} one
 * @param {string} several
 */
export const ngettext = (count, one, several) => (count === 1 ? one : several);

/**
 * A message that means something else elsewhere: pgettext("timer", gettext`Next`).
 * @param {string} _context
 * @param {string} message
 */
export const pgettext = (_context, message) => message;

/**
 * One of several messages, found by its English words: oneOf(`each ${limb}`, "each foot", "each leg"). Throws where it is none of
 * them: no other language would have it.
 * @param {string} text
 * @param {string[]} messages
 */
export function oneOf(text, ...messages) {
  if (!messages.includes(text)) throw new RangeError(`No message: ${text}`);
  return text;
}

/** A number as the site's language writes it. @param {number} value @returns {number | string} */
export function decimal(value) {
  return value;
}

/** The keys with an arrow to where lines go on, and to where they come from. */
export const ONWARD = "ArrowRight";
export const BACKWARD = "ArrowLeft";

/** Whose customs dates follow. */
export const LOCALE = "en-GB";

/** A text that is searched, without accents: in German also without what tells ü from ue, as it is typed where no key has it. @param {string} typed */
export function unaccented(typed) {
  return typed;
}

/** The names of things that keep their capital letter within a sentence: acronyms, proper names as in scripts/limber/wording.py, in some languages all. */
export const PROPER = /^(.\p{Lu}|(Bosu|Bulgarian|Indian|Nordic|Olympic|Pilates|Roman|Russian|Smith|Swiss|Theraband|Turkish|Velcro)(?!\w))/u;
