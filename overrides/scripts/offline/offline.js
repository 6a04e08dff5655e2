// Registers the service worker that keeps the site on the device; imported for this effect.
// @ts-check

import { trustedAddress } from "../shared/trusted-address.js";

// The worker is beside it. A preview has neither.
const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("[rel=manifest]"));

if (manifest) {
  // On a large site the worker caches what it fetches. On the first visit it must fetch again what was loaded before it.
  const again = new Set();
  navigator.serviceWorker?.addEventListener("message", () => {
    new PerformanceObserver((list) => {
      for (const { name, workerStart } of /** @type {PerformanceResourceTiming[]} */ (list.getEntries())) {
        if (!workerStart && !again.has(name)) fetch(name).catch(() => {}); // through the worker now
        again.add(name);
      }
    }).observe({ type: "resource", buffered: true });
  }, { once: true });
  addEventListener("load", () => {
    const address = new URL("service-worker.js", manifest.href);
    // The site works without it.
    navigator.serviceWorker?.register(trustedAddress("limber-worker", address), { updateViaCache: "none" }).catch(() => {});
  });
}
