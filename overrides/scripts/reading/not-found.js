// Redirects from an address that was damaged when it was sent, or suggests the page nearest to a mistyped one.
// @ts-check

import { repairedState } from "../shared/address-repair.js";
import { nearest } from "../shared/nearest-page.js";

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
  const state = repairedState(rest + search + hash);
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
