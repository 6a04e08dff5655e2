// Loads the figure of an exercise from the SVG beside its page, and arranges its pictures as figure.html does.
// @ts-check

import { mirror } from "./figure-sides.js";
import { documentOf } from "./loaded-document.js";

/** @typedef {"right" | "left"} Side */
/** @typedef {HTMLElement} Drawing what holds the pictures; its data-figure says how a figure moves, if it does; in place of pictures, its data-photo says where a photo lies */

/**
 * The drawing of an exercise, or null where it has none or it cannot be loaded: the words suffice.
 * @param {string} url the exercise's, from the site's root
 * @param {string | URL} root
 * @returns {Promise<Drawing | null>}
 */
export async function drawingOf(url, root) {
  const found = await documentOf(new URL(`${url}figure.svg`, new URL(root, document.baseURI)), "image/svg+xml");
  const drawing = found?.documentElement;
  return drawing?.childElementCount || drawing?.dataset.photo ? drawing : null;
}

/**
 * The figure as an element: its poses side by side and, where it moves, one picture that goes through them.
 * @param {Drawing} drawing
 * @param {Side} side that works; left mirrors all
 */
export function figureOf(drawing, side) {
  const figure = element("figure", "figure");
  const stage = element("div", "figure__stage");
  const poses = element("div", "figure__poses");
  for (const picture of drawing.children) {
    const place = picture.matches(".figure__pose") ? poses : stage;
    place.append(document.importNode(picture, true));
  }
  poses.classList.add(`figure__poses--${poses.childElementCount}`);
  stage.prepend(poses);
  figure.append(stage);
  const { figure: timings } = drawing.dataset;
  if (timings) figure.dataset.figure = timings;
  mirror(figure, side === "left");
  return figure;
}

/**
 * @param {string} tag
 * @param {string} name
 */
function element(tag, name) {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}
