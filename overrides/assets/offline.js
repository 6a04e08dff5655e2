// Has the device keep the site, once the page is there; loaded for this effect. Knows no page and no file of the site.
// @ts-check

import { trustedAddress } from "./timer/trusted-address.js";

// It stands beside the worker. A preview has neither.
const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=manifest]"));

if (manifest && "serviceWorker" in navigator) {
  addEventListener("load", () => {
    const address = trustedAddress("limber-worker", new URL("service-worker.js", manifest.href));
    navigator.serviceWorker.register(address, { updateViaCache: "none" }).catch(() => {}); // a browser that keeps nothing
  });
}
