// Loads the figure of an exercise from the SVG beside its page, and arranges its pictures as figure.html does.
// @ts-check

import { mirror } from "./figure-sides.js";

/** @typedef {"right" | "left"} Side */
/** @typedef {HTMLElement} Drawing what holds the pictures; its data-figure says how a figure moves, if it does */

const WAIT_MS = 20_000;

/**
 * The drawing of an exercise, or null where it has none or it cannot be loaded: the words suffice. On a page with
 * Trusted Types, only a request makes elements of a text without a policy of its own.
 * @param {string} url the exercise's, from the site's root
 * @param {string | URL} root
 * @returns {Promise<Drawing | null>}
 */
export function drawingOf(url, root) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", new URL(`${url}figure.svg`, new URL(root, document.baseURI)));
    request.overrideMimeType("image/svg+xml"); // whatever the host calls it
    request.responseType = "document";
    request.timeout = WAIT_MS;
    request.onloadend = () => {
      const drawing = request.status === 200 ? request.responseXML?.documentElement : null;
      resolve(drawing?.childElementCount ? drawing : null);
    };
    request.send();
  });
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
