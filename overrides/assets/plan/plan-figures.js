// Draws the figures of a plan's steps, each when its step comes into view; knows no plan.
// @ts-check

import { drawingOf, figureOf, html } from "../figure-drawing.js";
import { connectFigures } from "../moving-figure.js";

/** @typedef {{place: HTMLElement, url: string, side: "left" | "right"}} Wanted where which exercise's figure stands, and which side works */

/** @type {Promise<unknown> | null} */
let styled = null;

/**
 * @param {Wanted[]} wanted
 * @param {URL} root the site's
 */
export function drawWhenSeen(wanted, root) {
  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const found = isIntersecting && wanted.find(({ place }) => place === target);
      if (!found) continue;
      sight.unobserve(target);
      void draw(found, root);
    }
  }, { rootMargin: "50% 0%" }); // there before it is looked at
  for (const { place } of wanted) sight.observe(place);
}

/**
 * @param {Wanted} wanted
 * @param {URL} root
 */
async function draw({ place, url, side }, root) {
  const [drawing] = await Promise.all([drawingOf(url, root), (styled ??= style(root))]);
  if (!drawing) return; // its words say it all
  const figure = figureOf(drawing, side);
  if (drawing.motion) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "figure__button", hidden: true });
    const control = html("p", "figure__control");
    control.append(button);
    figure.append(control);
  }
  place.replaceChildren(figure);
  connectFigures(place);
}

/** @param {URL} root */
function style(root) {
  const sheet = Object.assign(document.createElement("link"), {
    ...{ rel: "stylesheet", href: new URL("assets/plan/plan-figures.css", root).href },
  });
  const come = new Promise((resolve) => { sheet.onload = sheet.onerror = resolve; });
  document.head.append(sheet);
  return come;
}
