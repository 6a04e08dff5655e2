// Shows how an exercise looks beside its name, where a coach chooses it and sets its dose.
// @ts-check

import { find, hide } from "../shared/dom.js";

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
  const root = new URL(find(document, "main[data-root]").dataset.root ?? "", document.baseURI);
  if (photo) place.replaceChildren(Object.assign(new Image(), { alt: "", src: new URL(photo, root).href }));
  else void import("./plan-figures.js").then(({ drawSmall }) => drawSmall(place, url, root), () => {}); // its name suffices
}
