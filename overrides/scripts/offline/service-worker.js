// The service worker: caches the site after one visit, and answers requests where the network does not.
// It reloads nothing: a page that is open, such as a timer that runs, goes on with the files that it was made with.
// @ts-check

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/**
 * What this build is, as scripts/limber/publish/offline.py writes it here: the folder of its scripts and styles, whether all that a
 * reader meets is among its files, the folders that are the site's, and each file's fingerprint by its path.
 * @type {{version: string, assets: string, whole: boolean, places: string[], files: {[path: string]: string}}}
 */
const BUILD = { version: "", assets: "", whole: true, places: [], files: {} };

const ROOT = new URL(worker.registration.scope);
/** The sites of one host keep their things in one place, so the name says whose they are, up to a letter that no path has. */
const OURS = `limber:${ROOT.pathname}:`, NAME = OURS + BUILD.version;
const OPEN = ".open"; // where a build keeps which pages were open when it came
const PATIENCE_MS = 2500;
const AT_ONCE = 6;
const [MOST_VISITED, MOST_BUILDS] = [400, 3];
/** In each page of this site, whatever its build: its policy, and a folder named by a hash. No fingerprint knows other builds. */
const MARK = /<meta http-equiv="Content-Security-Policy"[^]*\bassets\/[0-9a-f]{10}\//;

/** Pages that came from the device, for the network was too slow: they take all else from there, so that all is of one build. @type {Set<string>} */
const slow = new Set();
/** What was lost is brought again one time after the other: a page that opens while one time fails has its own. */
let mending = Promise.resolve();

worker.addEventListener("install", (event) => event.waitUntil(install().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(begin()));

worker.addEventListener("fetch", (event) => {
  const { method, url, mode, headers } = event.request;
  if (method !== "GET" || headers.has("range") || !url.startsWith(ROOT.href)) return;
  const path = pathOf(url);
  if (mode === "navigate") event.waitUntil(letGo().then(() => (mending = mending.then(mend).catch(() => {}))));
  else if (path.includes("/") && !BUILD.places.includes(path.split("/")[0])) return; // of another site, below ours
  // Below assets/ a name says what is in the file, so what is kept under it is right.
  event.respondWith(path.startsWith("assets/") ? kept(path).then((copy) => copy ?? fetch(event.request)) : answer(event, path));
});

/** Keep every file of this build, or nothing: a build that is only half on the server must not come to anyone. */
async function install() {
  const cache = await caches.open(NAME);
  const known = await knownFiles();
  const waiting = Object.entries(BUILD.files);
  const bring = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await cache.put(address(next[0]), known.get(next[1])?.clone() ?? (await fresh(...next)));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, bring));
  } catch (problem) {
    waiting.length = 0;
    await caches.delete(NAME);
    throw problem;
  }
  await visitAgain();
}

/** What earlier builds kept, by fingerprint: of a new build only what is new is asked for. */
async function knownFiles() {
  /** @type {Map<string, Response>} */
  const found = new Map();
  for (const name of await others()) {
    for (const response of await (await caches.open(name)).matchAll()) found.set(await fingerprint(await response.clone().arrayBuffer()), response);
  }
  return found;
}

/** A host that knows files by their dates may take what a browser has for the same: what is wrong is asked for anew. @param {string} path @param {string} wanted */
async function fresh(path, wanted) {
  for (const cache of /** @type {RequestCache[]} */ (["no-cache", "reload"])) {
    const response = await fetch(address(path), { cache });
    const content = await response.arrayBuffer();
    // As a response of its own: a page may not come by way of another address.
    if ((await fingerprint(content)) === wanted) return new Response(content, { headers: response.headers });
  }
  throw new Error(`${path} is not of this build`);
}

/** @param {ArrayBuffer} content */
async function fingerprint(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content)).slice(0, 8);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Of a large site, bring what was opened before, and what is open now, in the words of this build. */
async function visitAgain() {
  if (BUILD.whole) return;
  const paths = new Set((await windows()).map(({ url }) => pathOf(url)));
  for (const name of await others()) {
    for (const { url } of await (await caches.open(name)).keys()) paths.add(pathOf(url));
  }
  const opened = [...paths].filter((path) => !(path in BUILD.files) && path !== OPEN && !path.startsWith("assets/"));
  for (const path of opened.slice(-MOST_VISITED)) {
    await fetch(address(path), { cache: "no-cache" }).then((response) => keep(path, response)).catch(() => {});
  }
}

async function begin() {
  await (await caches.open(NAME)).put(address(OPEN), Response.json((await windows()).map(({ id }) => id)));
  await worker.clients.claim();
  if (!BUILD.whole) for (const page of await windows()) page.postMessage("again"); // it loaded things before there was a worker
  await letGo();
}

/** Let go of earlier builds once no page is open that was there before this one: it may yet ask for a script of its own. */
async function letGo() {
  const old = await others();
  if (!old.length) return;
  const marked = await (await caches.open(NAME)).match(address(OPEN));
  const before = await marked?.json();
  const isNeeded = (await windows()).some(({ id }) => before?.includes(id));
  await Promise.all(old.slice(isNeeded ? MOST_BUILDS - 1 : 0).map((name) => caches.delete(name)));
}

/** Bring again what was lost: where room is short, a browser lets go of files, and some programs clear them. */
async function mend() {
  const latest = (await caches.keys()).filter((name) => name.startsWith(OURS)).at(-1) ?? NAME;
  if (latest !== NAME) return; // a later build is on its way, or there
  const cache = await caches.open(NAME);
  const there = new Set((await cache.keys()).map(({ url }) => pathOf(url)));
  const gone = Object.entries(BUILD.files).filter(([path]) => !there.has(path));
  for (const [path, wanted] of gone) await cache.put(address(path), await fresh(path, wanted));
}

/** From the network; where it gives nothing of this site, or is too slow, from the device. @param {FetchEvent} event @param {string} path */
async function answer(event, path) {
  const copy = await kept(path);
  if (copy && slow.has(event.clientId)) return copy;
  const asked = fetch(event.request, { cache: "no-cache" }); // what a browser has of itself may be of an earlier build
  if (!copy) {
    const response = await asked.catch(() => lost(event.request, path));
    event.waitUntil(keep(path, response.clone()).catch(() => {}));
    return response;
  }
  const judged = asked.then(async (response) => ((await isOurs(response, copy)) ? response : copy)).catch(() => copy);
  const first = await Promise.race([judged, new Promise((done) => setTimeout(done, PATIENCE_MS, copy))]);
  if (first === copy && event.resultingClientId) slow.add(event.resultingClientId);
  return first;
}

/** Whether an answer counts for more than a copy: no fault, and no page of a network that wants a log-in first. @param {Response} response @param {Response} copy */
async function isOurs(response, copy) {
  if (!response.ok || response.type !== "basic" || response.redirected || typeOf(response) !== typeOf(copy)) return false;
  const isMarked = async (/** @type {Response} */ page) => MARK.test(await page.clone().text());
  return typeOf(copy) !== "text/html" || !(await isMarked(copy)) || isMarked(response); // a coach may keep a page of any kind
}

const typeOf = (/** @type {Response} */ { headers }) => headers.get("content-type")?.split(";")[0].trim().toLowerCase();

/** Keep what was opened, but no page of another build: it would come without its scripts and styles. @param {string} path @param {Response} response */
async function keep(path, response) {
  if (BUILD.whole || !response.ok || response.type !== "basic" || response.redirected) return;
  if (typeOf(response) === "text/html" && !(await response.clone().text()).includes(BUILD.assets)) return;
  const cache = await caches.open(NAME);
  await cache.put(address(path), response);
  const visited = (await cache.keys()).filter(({ url }) => !(pathOf(url) in BUILD.files) && pathOf(url) !== OPEN);
  await Promise.all(visited.slice(0, -MOST_VISITED).map((request) => cache.delete(request)));
}

/** What to say where there is neither network nor copy. @param {Request} request @param {string} path */
async function lost({ mode, url }, path) {
  if (mode !== "navigate") return Response.error();
  if (await kept(`${path}/`)) return Response.redirect(`${address(`${path}/`)}${new URL(url).search}`);
  const isPage = path.endsWith("/") || !path.split("/").at(-1)?.includes(".");
  const [instead, status] = BUILD.whole && isPage ? ["404.html", 404] : ["offline/", 503];
  const page = await kept(instead);
  return page ? new Response(page.body, { status, headers: page.headers }) : Response.error();
}

/** What is kept, of this build or else of an earlier one whose pages are still open. @param {string} path */
async function kept(path) {
  for (const name of [NAME, ...(await others())]) {
    const found = await caches.open(name).then((cache) => cache.match(address(path)));
    if (found) return found;
  }
  return undefined;
}

/** What earlier builds kept, the latest first. One that came after this one may not be whole yet. */
async function others() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  return (names.includes(NAME) ? names.slice(0, names.indexOf(NAME)) : names).reverse();
}

/** The site's own pages that are open. */
async function windows() {
  return (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(({ url }) => url.startsWith(ROOT.href));
}

/** A path as BUILD has it. A query and a fragment say what a page shows, and not which it is; neither is kept. @param {string} url */
function pathOf(url) {
  return new URL(url).pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1");
}

const address = (/** @type {string} */ path) => new URL(path, ROOT).href;
