// Draws exercises, small, beside their names in the timer's lists; loaded once there is such a list.
// @ts-check

import { documentOf } from "../shared/loaded-document.js";
import { loadStyles } from "../shared/style-sheet.js";

const STYLES = new URL("../../components/timer-stage/step-pictures.css", import.meta.url);
const NEAR = "200px";

/** @type {Map<string, ReturnType<typeof documentOf>>} one request for each exercise, however many lists name it */
const files = new Map();
/** @type {Promise<unknown> | null} */
let styled = null;

/**
 * Fills each place that names an exercise, once it comes near, with the picture that lists of all pages have, or else with its photo.
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
  const asked = files.get(exercise) ?? documentOf(new URL(`${exercise}small-figure.svg`, root), "image/svg+xml");
  files.set(exercise, asked);
  const [file] = await Promise.all([asked, styled]);
  if (place.querySelector("svg, img")) return;
  const { photo } = file?.documentElement.dataset ?? {};
  const picture = file?.documentElement.firstElementChild;
  place.toggleAttribute("data-bare", !picture && !photo);
  if (photo) place.append(Object.assign(document.createElement("img"), { alt: "", src: new URL(photo, root).href }));
  if (!picture) return;
  picture.setAttribute("preserveAspectRatio", "xMidYMax"); // all of a row stand on one ground
  const drawn = /** @type {Element} */ (document.importNode(picture, true));
  drawn.classList.toggle("figure__left", side === "left");
  place.append(drawn);
}
