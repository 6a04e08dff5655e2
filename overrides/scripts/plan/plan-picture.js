// Shows how an exercise looks beside its name, where a coach chooses it and sets its dose.
// @ts-check

import { find, hide } from "../shared/dom.js";

/** How far away a picture is loaded. */
const NEAR = { rootMargin: "100px" };

/** Draws a figure once one comes near: a site may have many. */
const near = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) if (isIntersecting) draw(/** @type {HTMLElement} */ (target));
}, NEAR);

/** @param {HTMLElement} place with the address of an exercise as its data-of, or a row of places with the number of their file as its data-figures */
export const drawOnceSeen = (place) => near.observe(place);

/** @param {HTMLElement} place */
function draw(place) {
  near.unobserve(place);
  const { of, figures } = place.dataset;
  void import("./plan-small-figures.js").then((it) => (figures ? it.drawRow(place, figures, root()) : it.drawSmall(place, `${of}`, root())), () => {}); // its name suffices
}

/** The site's. */
const root = () => new URL(find(document, "main").dataset.root ?? "", document.baseURI);

/**
 * @param {HTMLElement} within what has the place for the picture
 * @param {{url: string, photo: string | null, has_figure: boolean}} exercise its address and its photo, from the site's root
 * @param {boolean} [isMirrored] where its left side is at work
 */
export function showPicture(within, { url, photo, has_figure }, isMirrored = false) {
  const place = find(within, ".plan-editor__picture");
  hide(place, !has_figure && !photo);
  place.classList.toggle("figure__left", isMirrored);
  if (place.hidden || place.dataset.of === url) return;
  place.dataset.of = url;
  if (photo) place.replaceChildren(Object.assign(new Image(), { alt: "", src: new URL(photo, root()).href }));
  else drawOnceSeen(place);
}
