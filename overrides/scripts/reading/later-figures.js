// Draws the small figures that are far down a page, each once it comes near or is printed.
// @ts-check

/** How long printing may wait: on a slow line, paper without some figures is better than none. */
const PRINT_WAIT_MS = 8_000;

/** @param {Document} document */
export function connectLaterFigures(document) {
  const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-small-figure]"));
  const sight = new IntersectionObserver(
    (entries) => {
      for (const each of entries) if (each.isIntersecting) draw(/** @type {HTMLElement} */ (each.target), true);
    },
    { rootMargin: "100px" },
  );
  for (const each of places) sight.observe(each);

  // Paper shows what is there at the end of this event: here alone, the page waits for its requests.
  addEventListener("beforeprint", () => {
    const end = Date.now() + PRINT_WAIT_MS;
    for (const each of places) if (Date.now() < end) draw(each, false);
  });
}

/**
 * Fills a place with the drawing that it names, in the colours of the page. A request makes its elements, since on a page
 * with Trusted Types a text does not.
 * @param {HTMLElement} place
 * @param {boolean} later whether the page goes on meanwhile
 */
function draw(place, later) {
  const { smallFigure } = place.dataset;
  if (!smallFigure) return; // drawn
  const request = new XMLHttpRequest();
  request.open("GET", smallFigure, later);
  request.overrideMimeType("image/svg+xml"); // whatever the host calls it
  request.onload = () => {
    const picture = request.responseXML?.querySelector("svg svg");
    if (!picture) return; // the name beside it suffices
    delete place.dataset.smallFigure;
    picture.classList.toggle("figure__left", "mirrored" in place.dataset);
    picture.setAttribute("preserveAspectRatio", "mirrored" in place.dataset ? "xMaxYMax" : "xMinYMax"); // as in figure-thumb.html
    place.replaceChildren(picture);
  };
  try {
    request.send();
  } catch {
    // Only what the page waits for fails so, without a network.
  }
}
