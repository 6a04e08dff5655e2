// Shows how an exercise looks beside its name, where a coach chooses it and sets its dose.
// @ts-check

import { find, hide, setAttribute } from "../shared/dom.js";

/**
 * @param {HTMLElement} within what has the place for the picture
 * @param {string | null} path from the site's root; none where the exercise has no picture
 * @param {boolean} [isMirrored] where its left side is at work
 */
export function showPicture(within, path, isMirrored = false) {
  const picture = find(within, ".plan-editor__picture");
  const { root } = find(document, "main[data-root]").dataset;
  if (path) setAttribute(picture, "src", `${root}${path}`);
  hide(picture, !path);
  picture.classList.toggle("plan-editor__picture--mirrored", isMirrored);
}
