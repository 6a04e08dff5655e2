// The service worker: caches the site after one visit, and answers requests where the network does not.
// It reloads no page: an open one, such as a running timer, keeps the files of its build.
// @ts-check

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/**
 * The build, filled in by scripts/limber/publish/offline.py: the folder of its scripts and styles, whether `files` has all that
 * pages need, the folders of the site, and each file's fingerprint by its path.
 * @type {{version: string, assets: string, whole: boolean, places: string[], files: {[path: string]: string}}}
 */
const BUILD = { version: "", assets: "", whole: true, places: [], files: {} };

const ROOT = new URL(worker.registration.scope);
/** The sites of one host share their caches, so the names of ours begin with our path, up to a character that no path has. */
const PREFIX = `limber:${ROOT.pathname}:`, NAME = PREFIX + BUILD.version;
const OPEN_PAGES = ".open"; // the cache entry with the pages that were open when a build was installed
const PATIENCE_MS = 2500;
const AT_ONCE = 6;
const [MOST_VISITED, MOST_BUILDS] = [400, 3];
/** What each page of this site contains, in any build: its policy and the folder named by a hash. */
const MARK = /<meta http-equiv="Content-Security-Policy"[^]*\bassets\/[0-9a-f]{10}\//;

/** Pages that came from the cache since the network was slow: their files come from there, too, so that all are of one build. @type {Set<string>} */
const slowPages = new Set();
/** Missing files are restored by one call after the other, so that each opened page has its own try. */
let restoring = Promise.resolve();

worker.addEventListener("install", (event) => event.waitUntil(install().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));

worker.addEventListener("fetch", (event) => {
  const { method, url, mode, headers, destination } = event.request;
  if (method !== "GET" || headers.has("range") || destination === "video" || !url.startsWith(ROOT.href)) return;
  const path = pathOf(url);
  if (mode === "navigate") event.waitUntil(deleteOldBuilds().then(() => (restoring = restoring.then(restoreMissing).catch(() => {}))));
  else if (path.includes("/") && !BUILD.places.includes(path.split("/")[0])) return; // of another site below this one
  // Below assets/ a name contains a hash of the content, so what is cached is current.
  event.respondWith(path.startsWith("assets/") ? cached(path).then((copy) => copy ?? fetch(event.request)) : respond(event, path));
});

/** Caches every file of this build or, where one fails, none: a deployment may be half done. */
async function install() {
  const cache = await caches.open(NAME);
  const known = await knownFiles();
  const waiting = Object.entries(BUILD.files);
  const bring = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await cache.put(address(next[0]), known.get(next[1])?.clone() ?? (await fetchFile(...next)));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, bring));
  } catch (problem) {
    waiting.length = 0;
    await caches.delete(NAME);
    throw problem;
  }
  await refreshVisited();
}

/** The files that earlier builds cached, by fingerprint: only new ones are fetched. */
async function knownFiles() {
  /** @type {Map<string, Response>} */
  const found = new Map();
  for (const name of await earlierCaches()) {
    for (const response of await (await caches.open(name)).matchAll()) found.set(await fingerprint(await response.clone().arrayBuffer()), response);
  }
  return found;
}

/** Fetches a file, and again without the HTTP cache if its content is wrong: hosts that go by dates may call an old one current. @param {string} path @param {string} wanted */
async function fetchFile(path, wanted) {
  for (const cache of /** @type {RequestCache[]} */ (["no-cache", "reload"])) {
    const response = await fetch(address(path), { cache });
    const content = await response.arrayBuffer();
    // In a new response, since browsers refuse a redirected one for a page.
    if ((await fingerprint(content)) === wanted) return new Response(content, { headers: response.headers });
  }
  throw new Error(`${path} is not of this build`);
}

/** @param {ArrayBuffer} content */
async function fingerprint(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content)).slice(0, 8);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Of a large site, caches the pages that were visited before or are open now, as this build has them. */
async function refreshVisited() {
  if (BUILD.whole) return;
  const paths = new Set((await openPages()).map(({ url }) => pathOf(url)));
  for (const name of await earlierCaches()) {
    for (const { url } of await (await caches.open(name)).keys()) paths.add(pathOf(url));
  }
  const opened = [...paths].filter((path) => !(path in BUILD.files) && path !== OPEN_PAGES && !path.startsWith("assets/"));
  for (const path of opened.slice(-MOST_VISITED)) {
    await fetch(address(path), { cache: "no-cache" }).then((response) => cacheVisited(path, response)).catch(() => {});
  }
}

async function activate() {
  await (await caches.open(NAME)).put(address(OPEN_PAGES), Response.json((await openPages()).map(({ id }) => id)));
  await worker.clients.claim();
  if (!BUILD.whole) for (const page of await openPages()) page.postMessage("again"); // it loaded files before the worker was there
  await deleteOldBuilds();
}

/** Deletes earlier builds once no page of them is open: until then they may need their scripts. */
async function deleteOldBuilds() {
  const old = await earlierCaches();
  if (!old.length) return;
  const marked = await (await caches.open(NAME)).match(address(OPEN_PAGES));
  const before = await marked?.json();
  const isNeeded = (await openPages()).some(({ id }) => before?.includes(id));
  await Promise.all(old.slice(isNeeded ? MOST_BUILDS - 1 : 0).map((name) => caches.delete(name)));
}

/** Fetches missing files again: browsers evict some when storage is short, and cleaning programs delete them. */
async function restoreMissing() {
  const latest = (await caches.keys()).filter((name) => name.startsWith(PREFIX)).at(-1) ?? NAME;
  if (latest !== NAME) return; // a later build is being installed, or is
  const cache = await caches.open(NAME);
  const there = new Set((await cache.keys()).map(({ url }) => pathOf(url)));
  const gone = Object.entries(BUILD.files).filter(([path]) => !there.has(path));
  for (const [path, wanted] of gone) await cache.put(address(path), await fetchFile(path, wanted));
}

/** Responds from the network or, where that is too slow or answers with something else, from the cache. @param {FetchEvent} event @param {string} path */
async function respond(event, path) {
  const copy = await cached(path);
  if (copy && slowPages.has(event.clientId)) return copy;
  const asked = fetch(event.request, { cache: "no-cache" }); // the HTTP cache may hold an earlier build
  if (!copy) {
    const response = await asked.catch(() => offlineResponse(event.request, path));
    event.waitUntil(cacheVisited(path, response.clone()).catch(() => {}));
    return response;
  }
  const judged = asked.then(async (response) => ((await isValidAnswer(response, copy)) ? response : copy)).catch(() => copy);
  const first = await Promise.race([judged, new Promise((done) => setTimeout(done, PATIENCE_MS, copy))]);
  if (first === copy && event.resultingClientId) slowPages.add(event.resultingClientId);
  return first;
}

/** Whether an answer is preferred to the cached copy: not an error, not the log-in page of a network, and whole. @param {Response} response @param {Response} copy */
async function isValidAnswer(response, copy) {
  if (!response.ok || response.type !== "basic" || response.redirected || typeOf(response) !== typeOf(copy)) return false;
  await response.clone().arrayBuffer(); // a weak network may send the head of a file and no more
  const isMarked = async (/** @type {Response} */ page) => MARK.test(await page.clone().text());
  return typeOf(copy) !== "text/html" || !(await isMarked(copy)) || isMarked(response); // a coach may add pages of any kind
}

const typeOf = (/** @type {Response} */ { headers }) => headers.get("content-type")?.split(";")[0].trim().toLowerCase();

/** Caches what was visited, but no page of another build, whose scripts and styles would be missing. @param {string} path @param {Response} response */
async function cacheVisited(path, response) {
  if (BUILD.whole || !response.ok || response.type !== "basic" || response.redirected) return;
  if (typeOf(response) === "text/html" && !(await response.clone().text()).includes(BUILD.assets)) return;
  const cache = await caches.open(NAME);
  await cache.put(address(path), response);
  const visited = (await cache.keys()).filter(({ url }) => !(pathOf(url) in BUILD.files) && pathOf(url) !== OPEN_PAGES);
  await Promise.all(visited.slice(0, -MOST_VISITED).map((request) => cache.delete(request)));
}

/** The response where there is neither network nor cached copy. @param {Request} request @param {string} path */
async function offlineResponse({ mode, url }, path) {
  if (mode !== "navigate") return Response.error();
  if (await cached(`${path}/`)) return Response.redirect(`${address(`${path}/`)}${new URL(url).search}`);
  const isPage = path.endsWith("/") || !path.split("/").at(-1)?.includes(".");
  const [instead, status] = BUILD.whole && isPage ? ["404.html", 404] : ["offline/", 503];
  const page = await cached(instead);
  return page ? new Response(page.body, { status, headers: page.headers }) : Response.error();
}

/** The cached response of this build, or of an earlier one whose pages are still open. @param {string} path */
async function cached(path) {
  for (const name of [NAME, ...(await earlierCaches())]) {
    const found = await caches.open(name).then((cache) => cache.match(address(path)));
    if (found) return found;
  }
  return undefined;
}

/** The caches of earlier builds, the latest first. That of a later one may not be complete yet. */
async function earlierCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  return (names.includes(NAME) ? names.slice(0, names.indexOf(NAME)) : names).reverse();
}

/** The open pages of this site. */
async function openPages() {
  return (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(({ url }) => url.startsWith(ROOT.href));
}

/** A path as in BUILD, without query and fragment: these say what a page shows, not which page it is. @param {string} url */
function pathOf(url) {
  return new URL(url).pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1");
}

const address = (/** @type {string} */ path) => new URL(path, ROOT).href;
