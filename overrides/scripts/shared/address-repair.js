// Repairs an address that mail programs or messengers changed: escaped signs, line breaks, text stuck to its end.
// @ts-check

// Loaded only for addresses that this site would not write, and by the page for addresses that do not exist. Its input is
// hostile: it makes a query and a fragment of it, and never a path or a host.

import { apart, LONGEST_LINK } from "./plan-fragment.js";

/** @typedef {{search: string, hash: string}} State what follows the path; either may be empty */

const ESCAPED_MARK = /^%(?:25)*(?:23|3f)/i;
/** The names of fields with texts: title, note, and in the second version those of one exercise or group. */
const TEXT = String.raw`(?:[tn]|[xfgow]\d{1,2})`;
const TEXTS = new RegExp(String.raw`(?:\.|%2e)${TEXT}(?:=|%3d).*$`, "is");
const CHECKED = /^.*?(?:\.|%2e)\d[a-z\d]{3}(?=[^a-z\d.%-]|$)/is;
/** What a line break leaves in a link, also in quoted text: no link of this site has any of it. */
const GAP = String.raw`(?:\n|%0a)(?:\s|%20)*(?:>|%3e)|\s|\p{Cf}|%(?:0[9ad]|20|c2%a[0d]|e2%80%8[b-d])`;
/** The beginning of a plan's link, with or without its #; its full stops may be escaped. */
const PLAN = new RegExp(String.raw`^#?[1-9]\d{0,2}[a-z]{0,2}(?:${GAP})*(?:$|\.|%2e)`, "iu");
const GAPS = new RegExp(`(?:${GAP})+`, "giu");
const GAPS_AT_DOTS = new RegExp(String.raw`(?:${GAP})*\.(?:${GAP})*`, "giu");
/** The same where title and note begin, and at the check: within texts a full stop may be one that a program unescaped. */
const GAPS_AT_FIELDS = new RegExp(String.raw`${GAPS_AT_DOTS.source}(?=${TEXT}=|\d[a-z\d]{3}$)`, "giu");
/** Invisible characters and line breaks. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Z}]+/gu;
/** Fields whose values are ids, words or numbers of this site, in lower case. The words of a search are not. */
const PLAIN_FIELDS = new Set([
  "routine", "exercise", "level", "from", "work", "rest", "rounds", "edit", "large", "backs",
  "region", "position", "have", "show", "exercises", "routines",
]);

/** Replaces the page's query and fragment by the repaired ones. */
export function repairHere() {
  const { pathname, search, hash } = location;
  const repaired = repairedState(search + hash);
  if (!repaired || repaired.search + repaired.hash === search + hash) return;
  const isPlan = /^#\d/.test(repaired.hash);
  const isPlace = repaired.hash !== hash && document.getElementById(repaired.hash.slice(1));
  history.replaceState(history.state, "", pathname + repaired.search + (isPlan ? repaired.hash : hash));
  if (isPlace) location.replace(repaired.hash); // which scrolls to it
}

/**
 * Query and fragment as this site would have written them; null where they cannot be recognised.
 * @param {string} text as received: the rest of the path, the query and the fragment
 * @returns {State | null}
 */
export function repairedState(text) {
  if (text.length > 2 * LONGEST_LINK) return null;
  const open = opened(unnamed(text).trim());
  if (PLAN.test(open)) return { search: "", hash: repairedPlan(open) };
  const [, caught, query, fragment] = /^([^?#]*)([^#]*?)((?:#|%(?:25)*23(?=[1-9]))[^]*)?$/.exec(open) ?? [];
  if (bare(caught)) return null;
  const plan = query.replace(/^\?+/, "");
  if (PLAN.test(plan)) return { search: "", hash: repairedPlan(plan + (fragment ?? "")) };
  const place = (fragment ?? "").replace(/^[#\s]+/, "#");
  if (!query && /^#\?/.test(place)) return { search: mendedQuery(place), hash: "" };
  return { search: mendedQuery(query), hash: PLAN.test(opened(place)) ? repairedPlan(place) : placeOf(place) };
}

/**
 * A plan's link as `encode` writes it. If it has a checksum, the repair that matches it is taken.
 * @param {string} text with or without its #
 */
export function repairedPlan(text) {
  const link = `#${opened(unnamed(text).trim()).replace(/^[#\s]+/, "")}`;
  // Texts have ? & # escaped, so an unescaped one begins something that was appended, unless a checksum follows it.
  const short = link.replace(/(?!^)[?&#].*$/s, "");
  const first = mendedParts(short, false);
  if (isWhole(first)) return first;
  const long = CHECKED.exec(link)?.[0] ?? short;
  const others = [mendedParts(short, true), mendedParts(long, false), mendedParts(long, true)];
  return others.find(isWhole) ?? first;
}

/** @param {string} link */
function isWhole(link) {
  const taken = apart(link);
  return typeof taken !== "string" && taken.fault === null;
}

/**
 * @param {string} link
 * @param {boolean} closed whether to remove gaps between letters, too
 */
function mendedParts(link, closed) {
  const joined = link.replace(GAPS_AT_FIELDS, ".").replace(GAPS, closed ? "" : "$&");
  const [texts = ""] = TEXTS.exec(joined) ?? [];
  const areDotsEscaped = /^#\w+%2e/i.test(joined);
  const fields = new RegExp(String.raw`%2e(?=${TEXT}${joined.includes("=") ? "=" : "%3d"}|\d\w{3}$)`, "gi");
  const parts = unescaped(joined.slice(0, joined.length - texts.length).replace(GAPS_AT_DOTS, "."))
    .normalize("NFKC")
    .replace(/(\d)\s*[×✕✖]\s*(?=\d)/gu, "$1x")
    .replace(/\p{Pd}|\u2212/gu, "-")
    .replace(/\p{Cf}/gu, "")
    .trim();
  // An ambiguous gap stays, so that its part is reported as unread: half a dose would be another dose.
  const said = areDotsEscaped ? texts.replace(fields, ".") : texts;
  return (parts.replace(UNSEEN, "%20") + said).replace(/[^\p{L}\p{N}]+$/u, "");
}

/**
 * A query with this site's fields in lower case, and without signs that a program appended.
 * @param {string} text
 */
function mendedQuery(text) {
  const open = /=/.test(text) ? text : unescaped(text);
  const fields = open.split(/[?&#]+/).filter(Boolean).map((field) => {
    const [, name, value] = /^([^=]*)(=.*)?$/s.exec(field) ?? [];
    const key = bare(name);
    if (!PLAIN_FIELDS.has(key)) return key && field;
    return value ? `${key}=${encodeURIComponent(bare(value.slice(1).replaceAll("+", " ")))}` : key;
  });
  const some = fields.filter(Boolean).join("&");
  return some && `?${some}`;
}

/** An id, a word or a number, without signs that a program appended. @param {string} text */
const bare = (text) => unescaped(text).replace(UNSEEN, "").toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** The id of an element that a fragment names. @param {string} fragment */
function placeOf(fragment) {
  const [name] = unescaped(fragment.slice(1)).split(/[?&#]/);
  return bare(name) ? `#${bare(name)}` : "";
}

/** Decodes HTML entities and full-width characters. @param {string} text */
function unnamed(text) {
  return text
    .replace(/&amp;/gi, "&")
    .replace(/&num;|&#(?:0*35|x0*23);|＃|%EF%BC%83/gi, "#")
    .replace(/？|%EF%BC%9F/gi, "?");
}

/**
 * Unescapes a text whose # or ? is escaped, and the rest as well if that was escaped with it: then it has no = left.
 * @param {string} text
 */
function opened(text) {
  let open = text;
  while (ESCAPED_MARK.test(open)) {
    const [own] = open.split(/[?&#]/, 1);
    open = /=/.test(own) ? open.replace(ESCAPED_MARK, (mark) => unescaped(mark.replace(/25/g, ""))) : unescapedOnce(open);
  }
  return open;
}

/** Removes one level of escaping from printable ASCII characters. @param {string} text */
const unescapedOnce = (text) => text.replace(/%([2-7][\da-f])/gi, (_, pair) => String.fromCharCode(Number.parseInt(pair, 16)));

/** Removes all valid escapes. @param {string} text */
function unescaped(text) {
  let open = text;
  try {
    while (open.includes("%")) open = decodeURIComponent(open);
  } catch {
    // What is left of it is no escape.
  }
  return open;
}
