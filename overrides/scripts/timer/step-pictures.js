// Draws exercises, small, beside their names in the timer's lists; loaded once there is such a list.
// @ts-check

import { drawingOf } from "../shared/figure-drawing.js";
import { bodyOf, boundsOf, boxOf, shownPart } from "../shared/picture-bounds.js";
import { loadStyles } from "../shared/style-sheet.js";

const STYLES = new URL("../../components/timer-stage/step-pictures.css", import.meta.url);
const NEAR = "200px";

/** @type {Map<string, ReturnType<typeof drawingOf>>} one request for each exercise, however many lists name it */
const drawings = new Map();
/** @type {Promise<unknown> | null} */
let styled = null;

/**
 * Fills each place that names an exercise, once it comes near: its last pose, cropped to the body, or else its photo.
 * @param {ParentNode} within
 * @param {URL} root
 */
export function pictureSteps(within, root) {
  styled ??= loadStyles(STYLES);
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        sight.unobserve(target);
        void draw(/** @type {HTMLElement} */ (target), root);
      }
    },
    { rootMargin: NEAR },
  );
  const [first, second] = within.querySelectorAll(".timer-stage__page > ol [data-exercise]");
  if (second) first.closest(".timer-stage__frame:not(:has(> .step-thumb))")?.append(first.cloneNode()); // large, below Start
  for (const place of within.querySelectorAll("[data-exercise]:not(:has(svg, img))")) sight.observe(place);
}

/**
 * @param {HTMLElement} place
 * @param {URL} root
 */
async function draw(place, root) {
  const { exercise = "", side } = place.dataset;
  const asked = drawings.get(exercise) ?? drawingOf(exercise, root);
  drawings.set(exercise, asked);
  const [drawing] = await Promise.all([asked, styled]);
  const last = [...(drawing?.querySelectorAll(".figure__pose") ?? [])].at(-1);
  if (place.querySelector("svg, img")) return;
  place.toggleAttribute("data-bare", !drawing);
  const photo = drawing?.dataset.small;
  if (photo) place.append(Object.assign(document.createElement("img"), { alt: "", src: new URL(photo, root).href }));
  if (!last) return;
  const picture = /** @type {Element} */ (document.importNode(last, true));
  for (const part of picture.querySelectorAll(".figure__frame, .figure__link, svg")) part.remove(); // too small to be read
  picture.setAttribute("viewBox", boxOf(shownPart(boundsOf(bodyOf(picture)), picture)));
  picture.setAttribute("preserveAspectRatio", "xMidYMax"); // all of a row stand on one ground
  picture.classList.toggle("figure__left", side === "left");
  picture.removeAttribute("data-mirrored");
  picture.setAttribute("aria-hidden", "true"); // its name stands beside it
  place.append(picture);
}
