// Gives a figure's motion the magnifier of its last pose, and frames it on what moves.
// @ts-check

import { bodyOf, boundsOf, boxOf } from "./picture-bounds.js";

/** @typedef {import("./picture-bounds.js").Bounds} Bounds */

/** The least part of a picture that is framed, so that one sees what it is a part of. */
const LEAST_SHARE = 0.6;
/** What moves through more than that is shown with all around it: to cut a head off would make nothing larger. */
const MOST_SHARE = 0.8;
const MARGIN = 0.06;

/** @param {HTMLElement} figure as figureOf() makes it, before it moves */
export function addMarks(figure) {
  const motion = figure.querySelector(".figure__motion");
  const last = [...figure.querySelectorAll(".figure__pose")].at(-1);
  if (!motion || !last) return;
  const arrows = [...motion.querySelectorAll("[data-at-pose]")];
  const moving = bodyOf(motion).filter((path) => path.matches("[data-frames], .figure__felt"));
  motion.setAttribute("viewBox", framed(boundsOf([...moving, ...arrows]), motion));
  magnify(figure, last);
}

/**
 * What moves with its marks, and not less than a good part of the picture.
 * @param {Bounds} bounds
 * @param {Element} motion
 */
function framed(bounds, motion) {
  const [x, y, wide, high] = (motion.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const margin = Math.max(wide, high) * MARGIN;
  const across = span(bounds.left - margin, bounds.right + margin, x, wide);
  const down = span(bounds.top - margin, bounds.bottom + margin, y, high);
  return boxOf({ left: across[0], right: across[1], top: down[0], bottom: down[1] });
}

/**
 * @param {number} least
 * @param {number} most
 * @param {number} begin of the whole
 * @param {number} long
 */
function span(least, most, begin, long) {
  if (most - least > long * MOST_SHARE) return [begin, begin + long];
  const missing = Math.max(0, long * LEAST_SHARE - (most - least)) / 2;
  return [Math.max(begin, least - missing), Math.min(begin + long, most + missing)];
}

/**
 * The magnifier of the last pose as a picture of its own.
 * @param {HTMLElement} figure
 * @param {Element} last
 */
function magnify(figure, last) {
  const found = last.querySelector("svg");
  if (!found) return;
  const lens = copied(found);
  for (const name of ["x", "y", "width", "height"]) lens.removeAttribute(name);
  lens.classList.add("figure__picture", "figure__lens");
  lens.classList.toggle("figure__left", last.classList.contains("figure__left"));
  lens.setAttribute("aria-hidden", "true"); // the motion's own words say it
  figure.classList.add("figure--magnified");
  figure.querySelector(".figure__stage")?.append(lens);
}

/** @param {Element} element */
const copied = (element) => /** @type {Element} */ (element.cloneNode(true));
