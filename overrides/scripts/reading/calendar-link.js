// Shares the file behind a calendar link where the installed app cannot open it.
// @ts-check

import { isWithinApp } from "../shared/within-app.js";

/** @param {Document} page */
export function connectCalendarLinks(page) {
  const window = page.defaultView;
  page.addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[type='text/calendar']") : null;
    if (!window || !(link instanceof HTMLAnchorElement) || !isWithinApp(window) || !("canShare" in window.navigator)) return;
    event.preventDefault();
    try {
      const { handOverLinked } = await import("../shared/hand-over.js");
      await handOverLinked(link, window);
    } catch {
      window.location.assign(link.href); // as the link does without script
    }
  });
}
