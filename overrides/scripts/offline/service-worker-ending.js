// A service worker that removes the site's caches and unregisters itself, for a site that no longer works offline.
// It reloads no page, so a timer that runs goes on.
// @ts-check

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(end()));

async function end() {
  const ours = `limber:${new URL(worker.registration.scope).pathname}:`; // as in service-worker.js
  const names = (await caches.keys()).filter((name) => name.startsWith(ours));
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
