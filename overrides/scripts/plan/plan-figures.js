// Loads the figure of a plan's step. All of a plan are asked for at once, in their order: whoever scrolls or prints finds them there.
// @ts-check

import { drawingOf, figureOf } from "../shared/figure-drawing.js";
import { connectSides } from "../shared/figure-sides.js";
import { connectFigures } from "../shared/moving-figure.js";
import { loadStyles } from "../shared/style-sheet.js";
import { laterPart } from "./later-part.js";

/**
 * @typedef {{place: HTMLElement, exercise: import("../shared/plan-records.js").PlanExercise, side: "left" | "right", turns: boolean, way: HTMLElement}}
 *   Wanted a figure to show, or photos in its place: where, of which exercise, which side works, whether the other side has
 *   its turn, and what leads there, which shows its last picture small
 */

const styled = loadStyles(new URL("../../components/plan-reading/plan-figures.css", import.meta.url));
loadStyles(new URL("../../components/plan-reading/plan-print.css", import.meta.url));

/** @type {Promise<Element | null> | undefined} what one can do with a figure: it is drawn without that where it cannot be loaded */
let controls;

/**
 * @param {Wanted} wanted
 * @param {URL} root
 */
export async function draw({ place, exercise: { url, short_name: name, images }, side, turns, way }, root) {
  controls ??= laterPart("figure-control", root).then(([it]) => it.firstElementChild, () => null);
  const [drawing, control] = await Promise.all([images ? null : drawingOf(url, root), controls, styled]);
  if (images) place.replaceChildren(...images.map(({ url, alt }) => Object.assign(new Image(), { alt, src: new URL(url, root).href })));
  else if (drawing) {
    const figure = figureOf(drawing, side);
    if (control) figure.append(controlOf(/** @type {Element} */ (control.cloneNode(true)), figure, name, turns));
    place.replaceChildren(figure);
    connectFigures(place);
    connectSides(place);
  } else return; // the step's words suffice
  way.prepend(/** @type {Element} */ (place.querySelector("img:last-child, .figure__pose:last-child")).cloneNode(true));
  way.firstElementChild?.setAttribute("aria-hidden", "true"); // the name says it
}

/**
 * @param {Element} control
 * @param {HTMLElement} figure
 * @param {string} name
 * @param {boolean} turns
 */
function controlOf(control, figure, name, turns) {
  const button = control.querySelector("button");
  if (!figure.dataset.figure) button?.remove();
  if (!turns) control.querySelector("fieldset")?.remove();
  if (button?.lastElementChild) button.lastElementChild.textContent = ` ${name}`;
  return control;
}
