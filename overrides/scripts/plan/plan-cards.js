// Builds a plan's printable cards, four to a sheet, all in the largest type in which each fits.
// @ts-check

import { cloneTemplate, fillParts, find } from "../shared/dom.js";
import { joined } from "../shared/routine-words.js";
import { setDose, setPoses, withText } from "./paper-dom.js";
import { height, measureOnPaper, sizeClass, width } from "./plan-measure.js";

/** @typedef {import("./plan-paper-texts.js").PaperStep} PaperStep */
/** @typedef {import("./plan-paper-texts.js").CardTexts} CardTexts */
/** @typedef {PaperStep & {texts: CardTexts}} Card */
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
  const fronts = cards.map((card) => frontOf(card, cards.length, place));
  const { card_styles, card_numbered_mm, card_height_mm } = place.measures;
  const drawn = cards.some(({ exercise }) => exercise.figure);
  const styles = card_styles.filter(([, figure]) => drawn || figure <= card_numbered_mm);
  const paper = document.createElement("div");
  paper.append(...fronts);
  measureOnPaper(paper, () => {
    for (const front of fronts) setName(front, place.measures);
    for (const [size, figure] of styles) {
      paper.className = `paper cards ${sizeClass(size)} cards--${figure}`;
      if (fronts.every((front) => usedHeight(front, figure, place.measures) <= card_height_mm)) break;
    }
  });
  for (let first = 0; first < cards.length; first += 4) {
    const four = cards.slice(first, first + 4);
    const which = `${first + 1} to ${first + four.length}`;
    paper.append(sheetOf(`Cards ${which}`, fronts.slice(first, first + 4)));
    if (backs) paper.append(sheetOf(`Backs of cards ${which}`, MIRRORED.map((at) => backOf(four[at], place.measures))));
  }
  return paper;
}

/** @param {HTMLElement} front @param {number} figure @param {Measures} measures */
function usedHeight(front, figure, { card_head_mm, card_air_mm }) {
  const [dose, steps, foot] = [".paper-dose", "ol", ".routine-card__foot"].map((part) => height(find(front, part)));
  return card_head_mm + figure + card_air_mm + dose + steps + foot + SPARE;
}

/** Sets the name in the larger size that fits on one line, beside its number. @param {HTMLElement} front @param {Measures} measures */
function setName(front, { card_width_mm, name_sizes: [large, small] }) {
  const name = find(front, "h2");
  const fits = width(name) + width(find(front, "[data-part=place]")) + BETWEEN <= card_width_mm;
  name.className = `routine-card__name--${fits ? large : small}`;
}

/** @param {string} label @param {HTMLElement[]} cards */
function sheetOf(label, cards) {
  const sheet = cloneTemplate("card-sheet");
  sheet.setAttribute("aria-label", label);
  sheet.append(...cards);
  return sheet;
}

/** @param {Card} card @param {number} total @param {Place} place */
function frontOf(card, total, { root, site, measures }) {
  const { number, exercise, texts } = card;
  const front = cloneTemplate("card");
  fillParts(front, { name: exercise.short_name, place: `${number} of ${total}`, number: `${number}` });
  setDose(front, texts.dose);
  setPoses(front, card, root);
  const code = front.querySelector("img.qr");
  const address = find(front, "[data-part=address]");
  if (site && exercise.url) {
    code?.setAttribute("src", `${root}qr/exercises/${exercise.id}.svg`);
    address.append(...breakable(new URL(exercise.url, site)));
  } else {
    for (const part of [find(front, ".paper-qr"), address]) part.remove();
  }
  find(front, "ol").append(...texts.steps.map((text) => withText("li", text)));
  find(front, "dl").append(...texts.facts.filter(([label]) => !measures.card_facts_on_back.includes(label)).map(factOf));
  return front;
}

/** @param {[label: string, text: string]} fact */
function factOf([label, text]) {
  const fact = cloneTemplate("card-fact");
  fillParts(fact, { label, text });
  return fact;
}

/** @param {Card | undefined} card @param {Measures} measures */
function backOf(card, { card_facts_on_back }) {
  if (!card) return document.createElement("div");
  const back = cloneTemplate("card-back");
  const { number, exercise, side, texts } = card;
  find(back, "dl").append(...texts.facts.filter(([label]) => card_facts_on_back.includes(label)).map(factOf));
  back.setAttribute("aria-label", `Log: ${joined(exercise.short_name, side)}`);
  find(back, "strong").textContent = exercise.short_name;
  find(back, ".card-back__head").append(joined(side.split(" ")[0], `${number}`)); // beside a long name there is no room for the limb
  return back;
}

/** An address without its scheme, with possible line breaks after its slashes. @param {URL} url */
function breakable({ host, pathname }) {
  const parts = `${host}${pathname}`.replace(/\/$/, "").split("/");
  return parts.flatMap((part, at) => (at < parts.length - 1 ? [`${part}/`, document.createElement("wbr")] : [part]));
}
