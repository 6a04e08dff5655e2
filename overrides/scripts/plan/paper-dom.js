// Fills what a plan's sheets and cards have in common: doses, figures, and texts in parts that do not wrap.
// @ts-check

import { find, findAll } from "../shared/dom.js";
import { HALF_PIXELS, photoOf } from "../shared/photo-size.js";

/** @typedef {import("../shared/photo-size.js").Photo} Photo */

const LONGEST_WAIT_MS = 5000; // for pictures: later ones are shown, but not waited for

/**
 * An element with a text.
 * @param {string} tag
 * @param {string} text
 */
export function withText(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

/**
 * Parts of a text, each in a <span> that the style sheet keeps on one line, with spaces between them.
 * @param {string[]} parts
 * @param {string} [joint] appended to all but the last
 */
export function spans(parts, joint = "") {
  return parts.flatMap((part, at) => [withText("span", at < parts.length - 1 ? `${part}${joint}` : part), " "]);
}

/**
 * Shows how an exercise begins and ends, if it has a figure, for the side that works; or else its photos.
 * @param {HTMLElement} within
 * @param {{exercise: {id: string, figure?: {poses: object[]} | null, images?: Photo[]}, mirrored: boolean}} step
 * @param {string} root the site's root, as seen from the page
 */
export function setPoses(within, { exercise: { id, figure, images = [] }, mirrored }, root) {
  const [start, end] = findAll(within, ".paper-poses img");
  for (const picture of [start, end]) picture.classList.toggle("paper-poses__left", mirrored && Boolean(figure));
  const photos = images.map((each) => photoOf(each, HALF_PIXELS));
  const ends = figure ? (figure.poses.length > 1 ? ["start", "end"] : ["end"]).map((name) => `figures/${name}/${id}.svg`) : photos;
  if (ends.length > 1) start.setAttribute("src", `${root}${ends[0]}`);
  else start.remove();
  if (ends.length) end.setAttribute("src", `${root}${ends.at(-1)}`);
  else end.remove();
}

/** Resolves when all pictures are loaded, so that none is missing in print. @param {HTMLElement} paper */
export async function picturesLoaded(paper) {
  const pictures = [...paper.querySelectorAll("img")];
  // In place of a QR code that fails to load there is its address, in place of a figure its number.
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
  await Promise.race([late, Promise.all(pictures.map((picture) => picture.decode().catch(() => picture.remove())))]);
}

/**
 * Fills the component paper-dose.
 * @param {HTMLElement} within
 * @param {{amounts: string[], side: string[]}} dose
 */
export function setDose(within, { amounts, side }) {
  find(within, "[data-part=amounts]").append(...spans(amounts));
  find(within, "[data-part=side]").replaceWith(...spans(side, ","));
}
