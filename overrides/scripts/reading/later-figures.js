// Draws the small figures that are far down a page, each once it comes near or is printed.
// @ts-check

import { documentOf } from "../shared/loaded-document.js";

const NEAR = "100px";

/** @param {Document} document */
export function connectLaterFigures(document) {
  const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-small-figure]"));
  const sight = new IntersectionObserver(
    (entries) => {
      for (const each of entries) if (each.isIntersecting) void draw(/** @type {HTMLElement} */ (each.target));
    },
    { rootMargin: NEAR },
  );
  for (const each of places) sight.observe(each);
  addEventListener("beforeprint", () => places.forEach(draw));
}

/**
 * Fills a place with the drawing that it names, in the colours of the page.
 * @param {HTMLElement} place
 */
async function draw(place) {
  const { smallFigure } = place.dataset;
  if (!smallFigure) return; // drawn, or on its way
  delete place.dataset.smallFigure; // sight may tell of it again, to no effect
  const file = await documentOf(new URL(smallFigure, document.baseURI), "image/svg+xml");
  const picture = file?.querySelector(".figure-thumb__picture");
  if (!picture) return; // the name beside it suffices
  picture.classList.toggle("figure__left", "mirrored" in place.dataset);
  picture.setAttribute("preserveAspectRatio", "mirrored" in place.dataset ? "xMaxYMax" : "xMinYMax"); // as in figure-thumb.html
  place.replaceChildren(picture);
}
