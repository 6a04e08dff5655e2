// Says how to print where the browser opens no print dialog.
// @ts-check

import { gettext } from "./gettext.js";

const WORDS = gettext`No print dialog came: apps that show pages, such as messengers, often cannot print. In the app’s menu (⋯ or ⋮), tap “Open in browser”, “Open in Safari” or “Open in Chrome”, and print there.`;

/** Adds the note where the visitor looks: in the open dialog, or at the top of the page. @param {Document} page */
export function noteOn(page) {
  const dialog = page.querySelector("dialog[open]");
  const place = dialog ?? page.querySelector("main, article") ?? page.body;
  place.querySelector(".paper-note[role=alert]")?.remove();
  const note = page.createElement("p");
  note.className = "paper-note screen-only";
  note.setAttribute("role", "alert");
  note.textContent = WORDS;
  if (dialog) place.append(note);
  else place.prepend(note);
  return note;
}
