// What the search dialog shows: before one types, and where nothing is found, the exercises; else, beside what was found, how it looks.
// Loaded once it is opened.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { documentOf } from "../shared/loaded-document.js";
import { loadStyles } from "../shared/style-sheet.js";

/** The most that are offered before one types. */
const AT_ONCE = 12;

/** @typedef {{id: string, name: string, url: string, picture: string | null, start_words: string | null}} Exercise */

/** @type {Promise<Map<string, Exercise>> | null} */
let exercises = null;

/** @type {Promise<Document | null> | null} */
let equipment = null;

/** @type {Promise<import("../shared/other-language.js").Others | null> | null} */
let others = null;

/** What the page tells its scripts. */
const config = () => JSON.parse(document.getElementById("__config")?.textContent ?? "{}");

/** The site's. */
const root = () => new URL(`${config().base}`.replace(/\/?$/, "/"), document.baseURI);

/** @param {HTMLDialogElement} dialog */
export function connectResults(dialog) {
  void loadStyles(new URL("../../styles/search-results.css", import.meta.url));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const offer = document.createElement("ul");
  offer.className = "search-dialog__offer";
  const status = dialog.querySelector("[role=status]");
  const none = config().translations?.["search.result.none"];
  const show = () => {
    if (input.value.trim() && status?.textContent !== none) offer.remove();
    else if (!offer.parentElement) dialog.querySelector(".search-dialog__output")?.append(offer);
  };

  // Material listens for keys only, but words may be pasted, dictated or swiped.
  const follow = () => {
    input.dispatchEvent(new KeyboardEvent("keyup"));
    show();
  };
  input.addEventListener("input", follow);

  dialog.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element && target.closest("a"))) return;
    // Material would scroll back to where search was opened, and away from a result on the same page.
    document.body.style.top = "";
    dialog.close();
  });

  // Material removes results from the tab order: each is put back when it is added.
  const add = () => {
    show();
    for (const result of dialog.querySelectorAll("[tabindex='-1']")) result.removeAttribute("tabindex");
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (dialog.querySelectorAll("a.md-search-result__link:not([data-figure])"))) {
      link.dataset.figure = "";
      void picture(link);
      void tellLanguage(link);
    }
  };
  new MutationObserver(add).observe(dialog, { childList: true, subtree: true });
  add();
  follow();
  void known().then((found) => offer.replaceChildren(...[...found.values()].slice(0, AT_ONCE).sort(byName).map(itemOf)));
}

/** All exercises by their ids; none, where they cannot be loaded. */
function known() {
  return (exercises ??= fetch(new URL("api/v1/exercise-names.json", root()))
    .then((answer) => answer.json())
    .then((names) => new Map(names.exercises.map((/** @type {Exercise} */ each) => [each.id, each])))
    .catch(() => {
      exercises = null;
      return new Map();
    }));
}

/** @param {Exercise} one @param {Exercise} other */
const byName = (one, other) => one.name.localeCompare(other.name);

/** @param {Exercise} exercise */
function itemOf(exercise) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const words = document.createElement("span");
  link.href = new URL(exercise.url, root()).href;
  words.append(Object.assign(document.createElement("strong"), { textContent: exercise.name }), doseOf(exercise));
  link.append(figureOf(exercise), words);
  item.append(link);
  return item;
}

/** Shows beside what was found how it looks, how much of it one does, and what it was found by. @param {HTMLAnchorElement} link */
async function picture(link) {
  const [, kind, id = ""] = /\/(exercises|routines|equipment)\/([a-z0-9-]*)\/?$/.exec(link.pathname) ?? [];
  if (kind === "equipment" && link.hash) link.prepend(...(await thing(link.hash.slice(1))));
  if (!id) return;
  const sought = [...link.querySelectorAll("mark")].map(({ textContent }) => `${textContent}`.toLowerCase());
  const rest = takenAfterSummary(link);
  const of = kind === "routines" ? await stepsOf(id) : [{ id, name: "" }];
  const isSought = (/** @type {string} */ name) => sought.every((word) => name.toLowerCase().includes(word));
  const found = of.filter(({ name }) => isSought(name));
  const exercise = (await known()).get((found[0] ?? of[0])?.id);
  if (exercise) link.prepend(figureOf(exercise));
  if (exercise && kind === "exercises") link.querySelector("h1")?.after(doseOf(exercise));
  const isNamed = found.length && !isSought(`${link.querySelector("h1")?.textContent}`);
  const why = isNamed ? withNames(found) : link.querySelector("mark") ? null : sentenceIn(rest);
  const missing = link.querySelector(".md-search-result__terms");
  if (why) missing ? missing.before(why) : link.querySelector("article")?.append(why);
}

/** Why a routine was found: by the names of its exercises. @param {{name: string}[]} found */
function withNames(found) {
  const said = line("");
  const [before, behind] = gettext`With ${{ exercises: "\n" }}`.split("\n");
  said.append(before, ...found.flatMap(({ name }, at) => [at ? ", " : "", mark(name)]), behind);
  return said;
}

/** The first sentence with a word that was sought, marked in it. @param {DocumentFragment | null} text */
function sentenceIn(text) {
  if (!text) return null;
  const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let said = line("");
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const isSought = node.parentElement?.localName === "mark";
    for (const part of `${node.nodeValue}`.match(/[^.!?]+[.!?]*|[.!?]+/g) ?? []) {
      said.append(isSought ? mark(part) : said.textContent ? part : part.trimStart());
      if (!/[.!?]$/.test(part)) continue;
      if (said.querySelector("mark")) return said;
      said = line("");
    }
  }
  return said.querySelector("mark") ? said : null;
}

/**
 * Takes away all but the first sentence of the words that a record is found by: its summary. What follows are parts of others.
 * @param {HTMLAnchorElement} link
 * @returns {DocumentFragment | null} what was taken
 */
function takenAfterSummary(link) {
  const name = link.querySelector("h1");
  if (!name) return null;
  const texts = document.createTreeWalker(/** @type {HTMLElement} */ (name.parentElement), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const end = name.contains(text) ? null : /[.!?](?=\s|$)/.exec(`${text.nodeValue}`);
    if (!end) continue;
    const rest = document.createRange();
    rest.setStart(text, end.index + 1);
    const terms = link.querySelector(".md-search-result__terms"); // those that are missing
    if (terms) rest.setEndBefore(terms);
    else rest.setEndAfter(/** @type {Node} */ (name.parentElement?.lastChild));
    return rest.extractContents();
  }
  return null;
}

/**
 * Says where a page was found that has no words in the site's language: to voices, and once in words.
 * @param {HTMLAnchorElement} link
 */
async function tellLanguage(link) {
  const place = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=other-language]"));
  if (!place) return;
  const told = await (others ??= fetch(place.content).then((answer) => answer.json(), () => null));
  const article = link.querySelector("article");
  if (!article || !told?.pages.includes(link.pathname.slice(root().pathname.length))) return;
  Object.assign(article, { lang: told.language, dir: told.direction });
  const { lang } = document.documentElement;
  const dir = document.documentElement.dir || "ltr";
  const missing = article.querySelector(".md-search-result__terms");
  if (missing) Object.assign(missing, { lang, dir });
  const title = article.querySelector("h1");
  if (!title) return; // a part of a page, below it
  const name = `${new Intl.DisplayNames(lang, { type: "language" }).of(told.language)}`;
  title.after(Object.assign(line(name[0].toLocaleUpperCase(lang) + name.slice(1)), { lang, dir }));
}

/** How a piece of equipment looks, as its page has it; nothing, where it is not drawn. @param {string} id */
async function thing(id) {
  const page = await (equipment ??= documentOf(new URL("equipment/", root()), "text/html"));
  if (!page) equipment = null;
  const drawn = page?.getElementById(id)?.closest(".equipment-page__instead, .equipment-page__thing")?.querySelector(":scope > svg");
  const place = figurePlace();
  if (drawn) place.append(drawn.cloneNode(true));
  return drawn ? [place] : [];
}

/** A routine's exercises; none, where they cannot be loaded. @param {string} id @returns {Promise<{id: string, name: string}[]>} */
async function stepsOf(id) {
  try {
    const { steps } = await (await fetch(new URL(`api/v1/routines/${id}.json`, root()))).json();
    return steps.map((/** @type {{exercise: Exercise}} */ { exercise }) => exercise);
  } catch {
    return [];
  }
}

/** How much of it one does, with a narrow space before a unit as pages have it. @param {Exercise} exercise */
const doseOf = ({ start_words }) =>
  line((start_words ?? "").replace(/(?<=\d) (?=(?:s|min|m|km|kg|lb|reps?|breaths?)\b|%)/g, "\u202f"));

/** @param {string} text */
const line = (text) => Object.assign(document.createElement("span"), { className: "search-dialog__line", textContent: text });

/** @param {string} text */
const mark = (text) => Object.assign(document.createElement("mark"), { textContent: text });

const figurePlace = () => Object.assign(document.createElement("span"), { className: "search-dialog__figure" });

/** How an exercise looks, in the colours of the page. @param {Exercise} exercise */
function figureOf({ id, url, picture: path }) {
  const place = figurePlace();
  if (path === `figures/${id}.svg`) void draw(place, new URL(`${url}small-figure.svg`, root()));
  else if (path) place.append(Object.assign(new Image(), { alt: "", src: new URL(path, root()).href }));
  return place;
}

/**
 * @param {HTMLElement} place
 * @param {URL} address
 */
async function draw(place, address) {
  const file = await documentOf(address, "image/svg+xml");
  place.append(...(file?.documentElement.children ?? []));
}
