// Splits the fragment of a plan's link into its fields, joins and checks it; plan-link.js has its grammar.
// @ts-check

import { checkOf, isCheck } from "./plan-check.js";
import { clean, escaped, escapedOnce, unescaped } from "./plan-text.js";

/** @typedef {import("./plan-dose.js").Level} Level */
/** @typedef {"cut" | "changed"} Fault what became of a link with a check: its end is gone · the check is of another text */
/** @typedef {"none" | "strange" | "long" | "newer" | "empty"} Reason why there is no exercise: no link · not one of ours · … */
/** @typedef {Record<string, string>} Texts by the names of their fields, such as x2; in the order of the link */
/**
 * @typedef {{version: number, level: Level, parts: string[], texts: Texts, title: string, note: string, fault: Fault | null}} Apart
 *   `parts`: all but texts; `texts`: those of single exercises and groups
 */

/** The latest version of a link. */
const VERSION = 2;
const MARK = "c";
const LEVELS = /** @type {const} */ (["start", "goal"]);
const FIELD = /^([a-z][a-z0-9]*)(?:=|%3d)(.*)$/is;
/** Some mail programs cut longer ones. It also limits the time that a hostile link takes. */
export const LONGEST_LINK = 2000;
export const LONGEST_TITLE = 60;
export const LONGEST_NOTE = 280;
/** The texts of the second version that are of one exercise or group, each with the most characters that it may have. */
export const LONGEST_TEXTS = { x: 80, f: 60, g: 40, o: 40, w: 160 };
const OF_ONE = /^([xfgow])(\d{1,2})$/;

/** Whether a part is a named field: a text, or a field of a later version. @param {string} part */
export const isField = (part) => FIELD.test(part);

/**
 * The same link without the texts that are printed beside its QR code. Names of exercises of one's own stay: they have no code. One whose checksum is wrong gets a wrong one again.
 * @param {string} fragment
 */
export function withoutTexts(fragment) {
  const taken = apart(fragment);
  if (typeof taken === "string") return fragment;
  const { version, level, parts, texts, fault } = taken;
  const names = Object.fromEntries(Object.entries(texts).filter(([name]) => name.startsWith("o")));
  const text = body(version, level, parts, names, "", "");
  return fault ? `#${text}` : checked(text);
}

/**
 * The same link with a checksum and without what a program put around it; as it is, where it is damaged or none of ours.
 * @param {string} fragment
 */
export function inOneForm(fragment) {
  const taken = apart(fragment);
  if (typeof taken === "string" || taken.fault) return fragment;
  return checked(body(taken.version, taken.level, taken.parts, taken.texts, taken.title, taken.note));
}

/**
 * A link's text without its checksum, in one form for all links that mean exactly the same.
 * @param {number} version
 * @param {Level} level
 * @param {string[]} parts
 * @param {Texts} texts
 * @param {string} title
 * @param {string} note
 */
export function body(version, level, parts, texts, title, note) {
  const fields = Object.entries({ ...texts, t: title, n: note }).filter(([, text]) => text);
  const said = fields.map(([name, text]) => `${name}=${escaped(text)}`);
  return [`${version}${level === "goal" ? "g" : ""}${MARK}`, ...parts, ...said].join(".");
}

/** The link for such a text. @param {string} text */
export const checked = (text) => `#${text}.${checkOf(text)}`;

/**
 * Splits a link into its parts, whatever exercises there are, or says why it cannot. Its mark says whether it has a
 * checksum: older links have neither.
 * @param {string} fragment
 * @returns {Reason | Apart}
 */
export function apart(fragment) {
  if (fragment.length > LONGEST_LINK) return "long";
  // A link ends in a letter or a digit, so other signs at the end belong to the sentence around it.
  const text = escapedOnce(fragment.trim()).replace(/^(?:#|%23)/, "").replace(/[^\p{L}\p{N}]+$/u, "");
  const [head, ...rest] = text.split(".");
  const [, figures, sign, mark] = /^([1-9]\d*)([sg]?)(c?)$/i.exec(head) ?? [];
  if (!figures) return text ? "strange" : "none";
  const version = Number(figures);
  if (version > VERSION) return "newer";

  const level = LEVELS[sign.toLowerCase() === "g" ? 1 : 0];
  const check = isCheck(rest.at(-1)) ? rest.at(-1)?.toLowerCase() : "";
  if (check) {
    const before = sorted(rest.slice(0, -1), version);
    const isOf = (/** @type {Level} */ each) => checkOf(body(version, each, before.parts, before.texts, before.title, before.note)) === check;
    // A link whose mark was damaged is recognised by its checksum.
    const found = (mark ? [level] : LEVELS).find(isOf);
    if (found || mark) return { version, level: found ?? level, ...before, fault: found ? null : "changed" };
  }
  // No link of the second version was ever without a mark.
  return version > 1 && !mark ? "newer" : { version, level, ...sorted(rest, version), fault: mark ? "cut" : null };
}

/**
 * Separates exercises and fields of other versions from texts. A text goes on to the next field, since some programs
 * unescape its full stops.
 * @param {string[]} rest
 * @param {number} version
 */
function sorted(rest, version) {
  /** @type {Record<string, string>} */
  const found = { t: "", n: "" };
  /** @type {string[]} */
  const parts = [];
  /** @type {string | null} */
  let open = null;
  for (const part of rest) {
    const [, name, value] = FIELD.exec(part) ?? [];
    const own = name?.toLowerCase();
    if (own === "t" || own === "n" || (own && version > 1 && OF_ONE.test(own))) {
      open = own;
      found[open] = value;
    } else if (open && !name) found[open] += `.${part}`;
    else if (part) {
      parts.push(part.toLowerCase());
      open = null;
    }
  }
  const { t, n, ...others } = found;
  const texts = Object.fromEntries(Object.entries(others).map(([name, text]) => [name, clean(unescaped(text), longest(name))]));
  return { parts, texts, title: clean(unescaped(t), LONGEST_TITLE), note: clean(unescaped(n), LONGEST_NOTE) };
}

/** The most characters of a text of one exercise or group. @param {string} name of its field */
const longest = (name) => LONGEST_TEXTS[/** @type {keyof typeof LONGEST_TEXTS} */ (name[0])];
