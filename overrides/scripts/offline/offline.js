// Registers the service worker that keeps the site on the device; imported for this effect.
// @ts-check

import { trustedAddress } from "../shared/trusted-address.js";

// It stands beside the worker. A preview has neither.
const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("[rel=manifest]"));

if (manifest) {
  // Of a large site a worker keeps what passes by it. On a first visit it asks for what was loaded, or asked for, before it came.
  const again = new Set();
  navigator.serviceWorker?.addEventListener("message", () => {
    new PerformanceObserver((list) => {
      for (const { name, workerStart } of /** @type {PerformanceResourceTiming[]} */ (list.getEntries())) {
        if (!workerStart && !again.has(name)) fetch(name).catch(() => {}); // by way of the worker now
        again.add(name);
      }
    }).observe({ type: "resource", buffered: true });
  }, { once: true });
  addEventListener("load", () => {
    const address = new URL("service-worker.js", manifest.href);
    // A browser that keeps nothing shows the site as well.
    navigator.serviceWorker?.register(trustedAddress("limber-worker", address), { updateViaCache: "none" }).catch(() => {});
  });
}
