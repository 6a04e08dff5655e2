// Builds a plan's printable cards, four to a sheet, all in the largest type in which each fits.
// @ts-check

import { cloneTemplate, fillParts, find } from "../shared/dom.js";
import { gettext, oneOf } from "../shared/gettext.js";
import { joined } from "../shared/routine-words.js";
import { STOP_SIGNS } from "../shared/stop-signs.js";
import { setDose, setPoses, withText } from "./paper-dom.js";
import { height, measureOnPaper, sizeClass, width } from "./plan-measure.js";

/** @typedef {import("./plan-paper-texts.js").PaperStep} PaperStep */
/** @typedef {import("./plan-paper-texts.js").CardTexts} CardTexts */
/** @typedef {PaperStep & {texts: CardTexts}} Card */
/** @typedef {{front: HTMLElement, card: Card}} Front */
/** @typedef {import("./plan-layout.js").Measures} Measures */
/** @typedef {{root: string, site: string, measures: Measures}} Place the site's root as seen from the page, where others find it, and what is measured by */

const BETWEEN = 2; // mm
const SPARE = 0.7; // mm: a printer may set text otherwise than the screen on which it was measured
const MIRRORED = [1, 0, 3, 2]; // the order of backs where paper is turned over at its long edge

/**
 * The sheets of cards, in the largest type in which all fit.
 * @param {Card[]} cards
 * @param {Place} place
 * @param {boolean} backs
 */
export function cardSheets(cards, place, backs) {
  const { measures } = place;
  const fronts = cards.map((card) => ({ front: frontOf(card, cards.length, place), card }));
  const backsOf = backs ? cards.map((card) => backOf(card, cards.length, measures)) : [];
  const paper = document.createElement("div");
  paper.className = "paper cards"; // names are measured in the type of paper
  paper.append(...fronts.map(({ front }) => front), ...backsOf);
  measureOnPaper(paper, () => {
    for (const { front, card } of fronts) setName(front, card, measures);
    backsOf.forEach((back, at) => setName(back, cards[at], measures));
    setStyle(paper, fronts, measures);
    for (const { front, card } of fronts) fill(front, card.texts, measures);
  });
  for (let first = 0; first < cards.length; first += 4) {
    const four = fronts.slice(first, first + 4);
    const [from, last] = [first + 1, first + four.length];
    paper.append(sheetOf(gettext`Cards ${{ first: from }} to ${last}`, four.map(({ front }) => front)));
    if (backs) paper.append(sheetOf(gettext`Backs of cards ${{ first: from }} to ${last}`, MIRRORED.map((at) => backsOf[first + at] ?? document.createElement("div"))));
  }
  return paper;
}

/**
 * Sets the best style in which all cards fit with what makes them safe to use alone, or at least with what each of them has.
 * @param {HTMLElement} paper
 * @param {Front[]} fronts
 * @param {Measures} measures
 */
function setStyle(paper, fronts, measures) {
  const { card_styles, card_numbered_mm, card_readable_size, card_safe } = measures;
  const drawn = fronts.some(({ card: { exercise } }) => exercise.figure || exercise.images?.length);
  const styles = card_styles.filter(([, figure]) => drawn || figure <= card_numbered_mm);
  const readable = styles.filter(([size]) => size >= card_readable_size);
  for (const { labels, tried } of [{ labels: card_safe, tried: readable }, { labels: [""], tried: styles }]) {
    for (const { front, card: { texts: { facts, more } } } of fronts) {
      setFacts(front, new Map([...facts, ...more.filter(([label]) => labels.includes(label))]), measures);
    }
    for (const [size, figure] of tried) {
      paper.className = `paper cards ${sizeClass(size)} cards--${figure}`;
      if (fronts.every(({ front }) => fitsTight(front, measures))) return;
    }
  }
}

/** Adds facts as long as there is room; what does not make a card safe leaves the room that keeps all cards alike. @param {HTMLElement} front @param {CardTexts} texts @param {Measures} measures */
function fill(front, texts, measures) {
  let facts = new Map(texts.facts);
  for (const [label, text] of texts.more) {
    const tried = new Map(facts).set(label, text);
    setFacts(front, tried, measures);
    if (measures.card_safe.includes(label) ? fitsTight(front, measures) : fits(front, measures)) facts = tried;
  }
  setFacts(front, facts, measures);
}

/** @param {HTMLElement} front @param {Measures} measures */
const fits = (front, { card_height_mm }) => height(find(front, ".routine-card__body")) + SPARE <= card_height_mm;

/** Whether it fits where doses and bars take no more lines than they need. @param {HTMLElement} front @param {Measures} measures */
function fitsTight(front, measures) {
  front.classList.add("cards--tight");
  const fitting = fits(front, measures);
  front.classList.remove("cards--tight");
  return fitting;
}

/** Sets the name in full if it fits on one line beside the place, in the larger size that does. @param {HTMLElement} front or back @param {Card} card @param {Measures} measures */
function setName(front, { exercise }, { card_width_mm, name_sizes }) {
  const heading = find(front, "h2");
  const room = card_width_mm - BETWEEN - width(find(front, "[data-part=place]"));
  for (const name of [exercise.name, exercise.short_name]) {
    heading.textContent = name;
    for (const size of name_sizes) {
      heading.className = `routine-card__name--${size}`;
      if (width(heading) <= room) return;
    }
  }
}

/**
 * Shows facts on the front of a card: those with a place of their own, those in its bar, then the others in their order.
 * @param {HTMLElement} front
 * @param {Map<string, string>} facts by label
 * @param {Measures} measures
 */
function setFacts(front, facts, { card_facts, card_facts_in_bar }) {
  find(front, "[data-part=routine]").textContent = facts.get("Routine") ?? "";
  const ringed = front.hasAttribute("data-felt");
  const shown = card_facts.filter((label) => facts.has(label));
  const [bar, others] = [true, false].map((inBar) => shown.filter((label) => card_facts_in_bar.includes(label) === inBar));
  for (const [place, labels] of /** @type {[string, string[]][]} */ ([["stop", bar], ["facts", others]])) {
    find(front, `.routine-card__${place}`).replaceChildren(...labels.map((label) => factOf([label, facts.get(label) ?? ""], ringed)));
  }
}

/** @param {string} label @param {HTMLElement[]} cards */
function sheetOf(label, cards) {
  const sheet = cloneTemplate("card-sheet");
  sheet.setAttribute("aria-label", label);
  sheet.append(...cards);
  return sheet;
}

/** @param {Card} card @param {number} total @param {Place} place */
function frontOf(card, total, { root, site }) {
  const { number, exercise, texts } = card;
  const front = cloneTemplate("card");
  fillParts(front, { place: gettext`${number} of ${total}`, number: `${number}`, always: STOP_SIGNS });
  front.toggleAttribute("data-felt", Boolean(exercise.figure?.felt.length));
  setDose(front, texts.dose);
  setPoses(front, card, root);
  const code = front.querySelector("img.qr");
  const address = find(front, "[data-part=address]");
  if (site && exercise.url) {
    code?.setAttribute("src", `${root}qr/e/${exercise.code}.svg`);
    address.append(...breakable(new URL(`e/${exercise.code}/`, site)));
  } else {
    find(front, ".paper-qr").remove();
  }
  find(front, "ol").append(...texts.steps.map((text) => withText("li", text)));
  return front;
}

/** @param {[label: string, text: string]} fact @param {boolean} ringed whether the figure has a ring where it is felt */
function factOf([label, text], ringed = false) {
  const fact = cloneTemplate("card-fact");
  const said = oneOf(
    label, "Beware", "Group", "Note", "Not if", "Feel it", "Easier", "Harder", "You need", "Stop if", "Words", "Tempo", "Take care", "Set up",
  );
  fillParts(fact, { label: said, text });
  fact.classList.toggle("card-facts__felt", ringed && label === "Feel it");
  return fact;
}

/** @param {Card} card @param {number} total @param {Measures} measures */
function backOf({ number, exercise, side, which, texts }, total, { card_facts_on_back }) {
  const back = cloneTemplate("card-back");
  const facts = texts.facts.filter(([label]) => card_facts_on_back.includes(label));
  find(back, "dl").append(...[...texts.faults, ...facts].map((fact) => factOf(fact)));
  texts.faults.forEach((_, at) => find(back, "dl").children[at].classList.add("card-facts__fault"));
  back.setAttribute("aria-label", gettext`Log: ${{ name: joined(exercise.short_name, side) }}`);
  const place = side ? joined(which, `${number}`) : gettext`${number} of ${total}`; // beside a long name there is no room for more
  fillParts(back, { place });
  return back;
}

/** An address without its scheme, with possible line breaks after its slashes. @param {URL} url */
function breakable({ host, pathname }) {
  const parts = `${host}${pathname}`.replace(/\/$/, "").split("/");
  return parts.flatMap((part, at) => (at < parts.length - 1 ? [`${part}/`, document.createElement("wbr")] : [part]));
}
