// Redirects from an address that was damaged when it was sent, or suggests the page nearest to a mistyped one.
// @ts-check

import { repairedState } from "../shared/address-repair.js";
import { nearest } from "../shared/nearest-page.js";

/** @typedef {{pathname: string, search: string, hash: string}} Address */

/** Pages that show a plan. */
const PLANS = /\/(?:plan|plan\/sheet|plan\/cards|timer)\/$/;
/** The slash that ends a page's address, and a file name that hosts and editors append to it. */
const FILE = /^\/?(?:(?:index)?\.html?(?![a-z\d]))?/i;

/**
 * The address that was meant, where the damage is clear: signs appended to it, capitals, or a # or ? that was escaped with
 * all that follows. Null where it is not certain.
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
  const end = path.slice(page.replace(/\/$/, "").length);
  const rest = end.slice(FILE.exec(end)?.[0].length);
  const state = repairedState(rest + search + hash);
  if (!state || (/^#\d/.test(state.hash) && !PLANS.test(page))) return null;
  return page + state.search + state.hash;
}

/**
 * Redirects to the page that was meant, where that is certain, without an entry in the history.
 * @param {Element} page
 * @param {Location} address
 * @returns {boolean} whether it does
 */
export function leadOn(page, address) {
  const others = page.getAttribute("data-others")?.match(/\S+/g) ?? [];
  const paths = [...linksOf(page).map(({ href }) => href), ...others].map((each) => new URL(each, document.baseURI).pathname);
  const meant = mendedAddress(address, paths);
  if (meant) address.replace(address.origin + meant);
  return Boolean(meant);
}

/**
 * Shows the nearest page in its sentence, if there is one.
 * @param {Element} page
 * @param {string} path
 */
export function offerNearest(page, path) {
  const found = nearest(path, linksOf(page).map((link) => ({ title: `${link.textContent}`, url: link.pathname })));
  const sentence = page.querySelector("[data-near]");
  const link = sentence?.querySelector("a");
  if (!found || !link) return;
  link.href = found.url;
  link.textContent = found.title;
  sentence?.removeAttribute("hidden");
}

/**
 * Says that the device is offline, where that may be why the page is missing.
 * @param {Element} page
 */
export function tellOffline(page) {
  page.querySelector("[data-offline]")?.toggleAttribute("hidden", navigator.onLine);
}

/** The links to all pages. @param {Element} page */
const linksOf = (page) => /** @type {HTMLAnchorElement[]} */ ([...page.querySelectorAll("li a")]);
