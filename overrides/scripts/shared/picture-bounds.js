// Works out the box that paths of a figure's picture take, in all of its frames, to show a part of it larger.
// @ts-check

/** @typedef {{left: number, top: number, right: number, bottom: number}} Bounds in the picture's own units */

/** What surrounds the body, or belongs to a picture of its own within the picture. */
const AROUND = ".figure__ground, .figure__frame, .figure__link, svg svg *";

/**
 * The paths of the body and of its things, without the ground and without what a magnifier shows.
 * @param {Element} picture
 */
export const bodyOf = (picture) => [...picture.querySelectorAll("path")].filter((path) => !path.matches(AROUND));

/** The numbers of a path in each of its frames: one where it does not move. @param {Element} path @returns {number[][]} */
export function numbersOf(path) {
  const texts = path.getAttribute("data-frames")?.split(";") ?? [path.getAttribute("d") ?? ""];
  return texts.map((text) => text.match(/-?\d+/g)?.map(Number) ?? []);
}

/**
 * Its corners in each frame. A path is of M, L and Q with whole numbers, or a dot, which ends in h0.
 * @param {Element} path
 */
export const cornersOf = (path) =>
  numbersOf(path).map((numbers) =>
    Array.from({ length: Math.floor(numbers.length / 2) }, (_, corner) => numbers.slice(corner * 2, corner * 2 + 2)));

/**
 * @param {Element[]} paths
 * @returns {Bounds}
 */
export function boundsOf(paths) {
  const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const path of paths) {
    const half = Number(path.getAttribute("stroke-width") ?? 0) / 2;
    for (const [x, y] of cornersOf(path).flat()) {
      found.left = Math.min(found.left, x - half);
      found.right = Math.max(found.right, x + half);
      found.top = Math.min(found.top, y - half);
      found.bottom = Math.max(found.bottom, y + half);
    }
  }
  return found;
}

/** @param {Bounds} bounds as a viewBox has it */
export const boxOf = ({ left, top, right, bottom }) => [left, top, right - left, bottom - top].map(Math.round).join(" ");
