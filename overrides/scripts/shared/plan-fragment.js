// Splits the fragment of a plan's link into its fields, joins and checks it; plan-link.js has its grammar.
// @ts-check

import { checkOf, isCheck } from "./plan-check.js";
import { clean, escaped, escapedOnce, unescaped } from "./plan-text.js";

/** @typedef {import("./plan-dose.js").Level} Level */
/** @typedef {"cut" | "changed"} Fault what became of a link with a check: its end is gone · the check is of another text */
/** @typedef {"none" | "strange" | "long" | "newer" | "empty"} Reason why there is no exercise: no link · not one of ours · … */
/** @typedef {{version: number, level: Level, parts: string[], title: string, note: string, fault: Fault | null}} Apart `parts`: all but texts */

/** The latest version of a link. */
const VERSION = 2;
const MARK = "c";
const LEVELS = /** @type {const} */ (["start", "goal"]);
const FIELD = /^([a-z][a-z0-9]*)(?:=|%3d)(.*)$/is;
/** Some mail programs cut longer ones. It also limits the time that a hostile link takes. */
export const LONGEST_LINK = 2000;
export const LONGEST_TITLE = 60;
export const LONGEST_NOTE = 280;

/** Whether a part is a named field: a text, or a field of a later version. @param {string} part */
export const isField = (part) => FIELD.test(part);

/**
 * The same link without title and note, for a QR code beside them. One whose checksum is wrong gets a wrong one again.
 * @param {string} fragment
 */
export function withoutTexts(fragment) {
  const taken = apart(fragment);
  if (typeof taken === "string") return fragment;
  const { version, level, parts, fault } = taken;
  const text = body(version, level, parts, "", "");
  return fault ? `#${text}` : checked(text);
}

/**
 * A link's text without its checksum, in one form for all links that mean exactly the same.
 * @param {number} version
 * @param {Level} level
 * @param {string[]} parts
 * @param {string} title
 * @param {string} note
 */
export function body(version, level, parts, title, note) {
  const texts = [title && `t=${escaped(title)}`, note && `n=${escaped(note)}`].filter(Boolean);
  return [`${version}${level === "goal" ? "g" : ""}${MARK}`, ...parts, ...texts].join(".");
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
    const before = sorted(rest.slice(0, -1));
    // A link whose mark was damaged is recognised by its checksum.
    const found = (mark ? [level] : LEVELS).find((each) => checkOf(body(version, each, before.parts, before.title, before.note)) === check);
    if (found || mark) return { version, level: found ?? level, ...before, fault: found ? null : "changed" };
  }
  // No link of the second version was ever without a mark.
  return version > 1 && !mark ? "newer" : { version, level, ...sorted(rest), fault: mark ? "cut" : null };
}

/**
 * Separates exercises and fields of other versions from texts. A text goes on to the next field, since some programs
 * unescape its full stops.
 * @param {string[]} rest
 */
function sorted(rest) {
  const texts = { t: "", n: "" };
  /** @type {string[]} */
  const parts = [];
  /** @type {"t" | "n" | null} */
  let open = null;
  for (const part of rest) {
    const [, name, value] = FIELD.exec(part) ?? [];
    const own = name?.toLowerCase();
    if (own === "t" || own === "n") {
      open = own;
      texts[open] = value;
    } else if (open && !name) texts[open] += `.${part}`;
    else if (part) {
      parts.push(part.toLowerCase());
      open = null;
    }
  }
  const [title, note] = [clean(unescaped(texts.t), LONGEST_TITLE), clean(unescaped(texts.n), LONGEST_NOTE)];
  return { parts, title, note };
}
