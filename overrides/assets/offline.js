// Has the device keep the site, once the page is there; loaded for this effect. Knows no page and no file of the site.
// @ts-check

import { trustedAddress } from "./timer/trusted-address.js";

// It stands beside the worker. A preview has neither.
const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("[rel=manifest]"));

if (manifest) {
  addEventListener("load", () => {
    const address = new URL("service-worker.js", manifest.href);
    // A browser that keeps nothing shows the site as well.
    navigator.serviceWorker?.register(trustedAddress("limber-worker", address), { updateViaCache: "none" }).catch(() => {});
  });
}
