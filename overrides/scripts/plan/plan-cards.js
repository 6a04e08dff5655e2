// A plan as cards to cut out, four to a sheet, all in one size of type.
// @ts-check

import { joined } from "../shared/routine-words.js";
import { SIZES } from "./plan-layout.js";
import { height, onPaper, sized, width } from "./plan-measure.js";
import { copyOf, the } from "./plan-parts.js";
import { setDose, setFigure } from "./plan-pieces.js";

/** @typedef {import("./plan-paper-texts.js").PaperStep} PaperStep */
/** @typedef {import("./plan-paper-texts.js").CardTexts} CardTexts */
/** @typedef {PaperStep & {texts: CardTexts}} Card */
/** @typedef {{root: string, site: string}} Place the site's root as seen from the page, and where others find it */

const BODY = 114; // mm, as in routine-card.css
const HEAD = 8;
const AIR = 2.2;
const NAME = 84; // mm: the width of a card within its edges
const BETWEEN = 2;
const MIRRORED = [1, 0, 3, 2]; // paper is turned over at its long edge

/**
 * The sheets of cards, in the largest type in which all fit.
 * @param {Card[]} cards
 * @param {Place} place
 * @param {boolean} backs
 */
export function cardSheets(cards, place, backs) {
  const fronts = cards.map((card) => frontOf(card, cards.length, place));
  const paper = document.createElement("div");
  paper.append(...fronts);
  const size = onPaper(paper, () => {
    for (const front of fronts) setName(front);
    return SIZES.find((size) => {
      paper.className = `paper cards ${sized(size)}`;
      return fronts.every((front) => taken(front) <= BODY);
    }) ?? SIZES.slice(-1)[0];
  });
  paper.className = `paper cards ${sized(size)}`;
  for (let first = 0; first < cards.length; first += 4) {
    const four = cards.slice(first, first + 4);
    const which = `${first + 1} to ${first + four.length}`;
    paper.append(sheetOf(`Cards ${which}`, fronts.slice(first, first + 4)));
    if (backs) paper.append(sheetOf(`Backs of cards ${which}`, MIRRORED.map((at) => backOf(four[at]))));
  }
  return paper;
}

/** @param {HTMLElement} front */
function taken(front) {
  const [band, steps, facts] = [".routine-card__band", "ol", "dl"].map((part) => height(the(front, part)));
  return HEAD + band + steps + facts + AIR;
}

/** The larger size at which a name stands on one line, beside its place. @param {HTMLElement} front */
function setName(front) {
  const name = the(front, "h2");
  const fits = width(name) + width(the(front, "[data-part=place]")) + BETWEEN <= NAME;
  name.className = `routine-card__name--${fits ? 14 : 12}`;
}

/** @param {string} label @param {HTMLElement[]} cards */
function sheetOf(label, cards) {
  const sheet = copyOf("card-sheet");
  sheet.setAttribute("aria-label", label);
  sheet.append(...cards);
  return sheet;
}

/** @param {Card} card @param {number} total @param {Place} place */
function frontOf(card, total, { root, site }) {
  const { number, exercise, texts } = card;
  const front = copyOf("card");
  the(front, "[data-part=name]").textContent = exercise.short_name;
  the(front, "[data-part=place]").textContent = `${number} of ${total}`;
  the(front, "[data-part=number]").textContent = `${number}`;
  setDose(front, texts.dose);
  setFigure(front, card, root);
  const code = front.querySelector("img.qr");
  const address = the(front, "[data-part=address]");
  if (site) {
    code?.setAttribute("src", `${root}qr/exercises/${exercise.id}.svg`);
    address.append(...slashed(new URL(exercise.url, site)));
  } else {
    for (const part of [the(front, ".paper-qr"), address]) part.remove();
  }
  the(front, "ol").append(...texts.steps.map(lineOf));
  the(front, "dl").append(...texts.facts.map(([label, text]) => {
    const fact = copyOf("card-fact");
    the(fact, "[data-part=label]").textContent = label;
    the(fact, "[data-part=text]").textContent = text;
    return fact;
  }));
  return front;
}

/** @param {Card | undefined} card */
function backOf(card) {
  if (!card) return document.createElement("div");
  const back = copyOf("card-back");
  const { number, exercise, side } = card;
  back.setAttribute("aria-label", `Log: ${joined(exercise.short_name, side)}`);
  the(back, "strong").textContent = exercise.short_name;
  the(back, ".card-back__head").append(joined(side.split(" ")[0], `${number}`)); // a long name leaves no room for the limb
  return back;
}

/** @param {string} text */
function lineOf(text) {
  const line = document.createElement("li");
  line.textContent = text;
  return line;
}

/** An address as one reads it, which a line may break at its slashes. @param {URL} url */
function slashed({ host, pathname }) {
  const parts = `${host}${pathname}`.replace(/\/$/, "").split("/");
  return parts.flatMap((part, at) => (at < parts.length - 1 ? [`${part}/`, document.createElement("wbr")] : [part]));
}
