// Splits the fragment of a plan's link into its fields, joins and checks it; plan-link.js has its grammar.
// @ts-check

import { checkOf, isCheck } from "./plan-check.js";
import { clean, escaped, escapedOnce, unescaped } from "./plan-text.js";

/** @typedef {import("./plan-dose.js").Level} Level */
/** @typedef {"cut" | "changed"} Fault what became of a link with a check: its end is gone · the check is of another text */
/** @typedef {"none" | "strange" | "long" | "newer" | "empty"} Reason why there is no exercise: no link · not one of ours · … */
/** @typedef {{level: Level, parts: string[], title: string, note: string, fault: Fault | null}} Apart `parts`: all but texts */

const VERSION = 1;
const MARK = "c";
const LEVELS = /** @type {const} */ (["start", "goal"]);
const FIELD = /^([a-z][a-z0-9]*)(?:=|%3d)(.*)$/is;
/** Longer ones are cut by some mail programs; and whatever it is, it is read in no time. */
export const LONGEST_LINK = 2000;
export const LONGEST_TITLE = 60;
export const LONGEST_NOTE = 280;

/** Whether a part is a named field, such as a text or one of a later time. @param {string} part */
export const isField = (part) => FIELD.test(part);

/**
 * The same link without title and note, for a code that stands beside them. What fails its check fails it again.
 * @param {string} fragment
 */
export function withoutTexts(fragment) {
  const taken = apart(fragment);
  if (typeof taken === "string") return fragment;
  const { level, parts, fault } = taken;
  const text = body(level, parts, "", "");
  return fault ? `#${text}` : checked(text);
}

/**
 * A link's text without its check, the same for all links that mean the same to the letter.
 * @param {Level} level
 * @param {string[]} parts
 * @param {string} title
 * @param {string} note
 */
export function body(level, parts, title, note) {
  const texts = [title && `t=${escaped(title)}`, note && `n=${escaped(note)}`].filter(Boolean);
  return [`${VERSION}${level === "goal" ? "g" : ""}${MARK}`, ...parts, ...texts].join(".");
}

/** The link of such a text. @param {string} text */
export const checked = (text) => `#${text}.${checkOf(text)}`;

/**
 * A link taken apart, whatever exercises there are, or why it cannot be. It is one to be checked if it says so; what came
 * before there were checks says nothing.
 * @param {string} fragment
 * @returns {Reason | Apart}
 */
export function apart(fragment) {
  if (fragment.length > LONGEST_LINK) return "long";
  // A link ends on a letter or a digit, so what comes after belongs to the sentence that it was found in.
  const text = escapedOnce(fragment.trim()).replace(/^(?:#|%23)/, "").replace(/[^\p{L}\p{N}]+$/u, "");
  const [head, ...rest] = text.split(".");
  const [, version, sign, mark] = /^([1-9]\d*)([sg]?)(c?)$/i.exec(head) ?? [];
  if (!version) return text ? "strange" : "none";
  if (Number(version) > VERSION) return "newer";

  const level = LEVELS[sign.toLowerCase() === "g" ? 1 : 0];
  const check = isCheck(rest.at(-1)) ? rest.at(-1)?.toLowerCase() : "";
  if (check) {
    const before = sorted(rest.slice(0, -1));
    // One that lost its mark, or has another sign in its place, is known by its check all the same.
    const found = (mark ? [level] : LEVELS).find((each) => checkOf(body(each, before.parts, before.title, before.note)) === check);
    if (found || mark) return { level: found ?? level, ...before, fault: found ? null : "changed" };
  }
  return { level, ...sorted(rest), fault: mark ? "cut" : null };
}

/**
 * Exercises and fields of another time apart from texts. A text goes on to the next field, for some programs undo an
 * escaped full stop.
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
