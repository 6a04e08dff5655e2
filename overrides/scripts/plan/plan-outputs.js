// Sends a plan: copies or shares its link, and goes the other ways.
// @ts-check

import { announce, find, findAll } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { connectLinkActions } from "../shared/link-actions.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {{plan: Draft, routine: Routine, fragment: string}} Output */
/** @typedef {import("./plan-ways.js").PlanWays} PlanWays */

export class PlanOutputs {
  #root;
  #address;
  #box;
  /** @type {Output | null} */
  #output = null;
  /** @type {PlanWays | null} */
  #ways = null;

  /**
   * @param {HTMLElement} box what has the buttons
   * @param {URL} root the site's
   * @param {string} address the plan page's own, where others find it
   */
  constructor(box, root, address) {
    this.#box = box;
    this.#root = root;
    this.#address = new URL(address, document.baseURI);
    find(this.#box, "details").addEventListener("toggle", () => void this.#loaded());
    this.#box.addEventListener("click", ({ target }) => {
      const way = target instanceof HTMLElement && target.closest("[data-way]");
      if (way instanceof HTMLElement) void this.#go(/** @type {keyof PlanWays} */ (way.dataset.way));
    });
  }

  /**
   * @param {HTMLElement} place where it is shown
   * @param {Output} output
   */
  show(place, output) {
    if (output.fragment !== this.#output?.fragment) {
      for (const copy of findAll(this.#box, ".plan-outputs__copy")) copy.hidden = true; // they hold the plan before the change
    }
    this.#output = output;
    const isNew = this.#box.ownerDocument !== document;
    if (this.#box.parentElement !== place) place.replaceChildren(this.#box);
    if (isNew) connectLinkActions(document);
    this.#box.dataset.link = this.#address.href + output.fragment;
    this.#box.dataset.linkTitle = output.routine.name;
  }

  /** What goes the ways, loaded once they are seen. */
  async #loaded() {
    const module = await import("./plan-ways.js").catch(() => null);
    if (module) this.#ways ??= new module.PlanWays(this.#box, this.#root, (words) => this.#say(words));
    return this.#ways;
  }

  /**
   * Nothing is awaited before a text is copied, once the ways are loaded: browsers allow that only in a tap.
   * @param {keyof PlanWays} way
   */
  async #go(way) {
    const ways = this.#ways ?? (await this.#loaded());
    if (!ways) return this.#say(gettext`A part of this page could not be loaded. Try again in a moment.`);
    if (this.#output) await ways[way]({ ...this.#output, url: /** @type {string} */ (this.#box.dataset.link) });
  }

  /** @param {string} words */
  #say(words) {
    announce(find(this.#box, ".plan-outputs__said"), words);
  }
}
