// Draws figures small, beside the names of what a coach can add and of the steps of a plan.
// @ts-check

import { documentOf } from "../shared/loaded-document.js";
import { loadStyles } from "../shared/style-sheet.js";

const styled = loadStyles(new URL("../../components/plan-editor/plan-small-figures.css", import.meta.url));

/** @type {Map<string, Promise<Document | null>>} those that were asked for, by their addresses */
const files = new Map();

/**
 * @param {string} path from the site's root
 * @param {URL} root
 */
async function fileOf(path, root) {
  const { href } = new URL(path, root);
  const file = files.get(href) ?? documentOf(new URL(href), "image/svg+xml");
  files.set(href, file);
  return (await Promise.all([file, styled]))[0];
}

/**
 * Shows how an exercise ends.
 * @param {HTMLElement} place
 * @param {string} url the exercise's, from the site's root
 * @param {URL} root
 */
export async function drawSmall(place, url, root) {
  show(place, (await fileOf(`${url}small-figure.svg`, root))?.documentElement);
}

/**
 * Shows how the first exercises of a routine end; a file has those of several routines.
 * @param {HTMLElement} row of places, each with the id of an exercise as its data-of
 * @param {string} number of the file
 * @param {URL} root
 */
export async function drawRow(row, number, root) {
  const file = await fileOf(`plan/figures-${number}.svg`, root);
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-of]"))) show(place, file?.getElementById(place.dataset.of ?? ""));
}

/**
 * @param {HTMLElement} place
 * @param {Element | null} [pictures] none where they could not be loaded: the name beside them suffices
 */
const show = (place, pictures) => place.replaceChildren(...(pictures?.cloneNode(true).childNodes ?? []));
