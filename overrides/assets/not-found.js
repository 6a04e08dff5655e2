// Leads on from an address that was damaged on its way, or finds the page nearest to a mistyped one.
// @ts-check

import { mendedState } from "./mended-address.js";

/** @typedef {{title: string, url: string}} Page */

/**
 * The page whose last word of the address is nearest to the path's, or null when none is near.
 * @param {string} path
 * @param {Page[]} pages
 * @returns {Page | null}
 */
export function nearest(path, pages) {
  const wanted = slug(path);
  if (wanted.length < 3) return null;
  let best = null;
  let least = Infinity;
  for (const page of pages) {
    const found = slug(page.url);
    if (!found) continue;
    const cost = distance(wanted, found);
    // A third of the letters may be wrong. A whole word of the address ("calf" for "calf-stretch") counts as one mistake.
    const near = `-${found}-`.includes(`-${wanted}-`) ? Math.min(cost, 1) : cost;
    if (near <= Math.max(1, Math.floor(found.length / 3)) && near < least) [best, least] = [page, near];
  }
  return best;
}

/** @typedef {{pathname: string, search: string, hash: string}} Address */

/** The pages that take a plan. */
const PLANS = /\/(?:plan|plan\/sheet|plan\/cards|timer)\/$/;
/** What hosts and editors put behind a page's own address. */
const FILE = /^(?:index)?\.html?(?![a-z\d])/i;

/**
 * The address of this site that was meant, where only the way from there did damage to it: signs caught at its end, capitals,
 * a # or ? that was escaped, and with it what follows. Null where that is anything but certain.
 * @param {Address} address
 * @param {string[]} paths of all pages that there are
 * @returns {string | null} one of the paths, with a query and a fragment
 */
export function mendedAddress({ pathname, search, hash }, paths) {
  const path = pathname.replace(/\/{2,}/g, "/");
  const longest = [...new Set(paths)].sort((one, other) => other.length - one.length);
  const page = longest.find((each) => {
    const own = each.replace(/\/$/, "");
    return path.toLowerCase().startsWith(own.toLowerCase()) && !/^[\p{L}\p{N}_-]/u.test(path.slice(own.length));
  });
  if (page === undefined || page === pathname) return null;
  const rest = path.slice(page.replace(/\/$/, "").length).replace(/^\//, "").replace(FILE, "");
  const state = mendedState(rest + search + hash);
  const isPlan = /^#\d/.test(state?.hash ?? "");
  return state && (!isPlan || PLANS.test(page)) ? page + state.search + state.hash : null;
}

/**
 * Goes to the page that was meant, where that is certain; the way back shall not lead here again.
 * @param {Element} page
 * @param {Location} address
 * @returns {boolean} whether it does
 */
export function leadOn(page, address) {
  const others = (page.getAttribute("data-others") ?? "").split(" ").filter(Boolean);
  const paths = [...linksOf(page).map(({ href }) => href), ...others].map((each) => new URL(each, document.baseURI).pathname);
  const meant = mendedAddress(address, paths);
  if (meant) address.replace(address.origin + meant);
  return Boolean(meant);
}

/**
 * Puts the nearest page into the sentence that waits for it, or says that none is near.
 * @param {Element} page
 * @param {string} path
 */
export function offerNearest(page, path) {
  const found = nearest(path, linksOf(page).map((link) => ({ title: link.textContent ?? "", url: link.pathname })));
  const sentence = page.querySelector("[role=status]");
  const link = sentence?.querySelector("a");
  if (!(sentence instanceof HTMLElement) || !link) return;
  if (found) {
    link.href = found.url;
    link.textContent = found.title;
  } else sentence.textContent = sentence.dataset.none ?? "";
  sentence.removeAttribute("hidden");
}

/**
 * Says so where a page may be missing for want of a network.
 * @param {Element} page
 */
export function tellOffline(page) {
  page.querySelector("[data-offline]")?.toggleAttribute("hidden", navigator.onLine);
}

/** The links to all pages. @param {Element} page */
const linksOf = (page) => /** @type {HTMLAnchorElement[]} */ ([...page.querySelectorAll("li a")]);

/** @param {string} path */
function slug(path) {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // A stray percent sign: compare it as it stands.
  }
  const parts = plain.split(/[?#]/)[0].toLowerCase().replace(/(index)?\.html?$/, "").split("/").filter(Boolean);
  return (parts.at(-1) ?? "").replace(/[\s_.]+/g, "-").slice(0, 80);
}

/**
 * How many letters to add, drop, change or swap to make one word of the other.
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}
