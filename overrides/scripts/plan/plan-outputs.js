// Sends a plan: copies or shares its link, and keeps the ways on in step with the plan that is shown.
// @ts-check

import { announce, find, findAll } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { connectLinkActions } from "../shared/link-actions.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {{plan: Draft, routine: Routine, fragment: string}} Output */
/** @typedef {import("./plan-ways.js").PlanWays} PlanWays */

export class PlanOutputs {
  #main;
  #root;
  #address;
  #box;
  /** @type {Output | null} */
  #output = null;
  /** @type {PlanWays | null} */
  #ways = null;

  /**
   * @param {HTMLElement} main
   * @param {URL} root the site's
   * @param {string} address the plan page's own, where others find it
   */
  constructor(main, root, address) {
    this.#main = main;
    this.#root = root;
    this.#address = new URL(address, document.baseURI);
    this.#box = find(main, "[data-outputs-themselves]");
    connectLinkActions(document);
    find(this.#box, "details").addEventListener("toggle", () => void this.#loaded());
    this.#box.addEventListener("click", ({ target }) => {
      const way = target instanceof HTMLElement && target.closest("[data-way]");
      if (way instanceof HTMLElement) void this.#go(/** @type {keyof PlanWays} */ (way.dataset.way));
    });
  }

  /**
   * @param {"reading" | "editing"} view
   * @param {Output} output
   */
  show(view, output) {
    if (output.fragment !== this.#output?.fragment) {
      for (const copy of findAll(this.#box, ".plan-outputs__copy")) copy.hidden = true; // they hold the plan before the change
    }
    this.#output = output;
    find(this.#main, `[data-outputs=${view}]`).append(this.#box);
    this.#box.hidden = false;
    this.#box.dataset.link = this.#address.href + output.fragment;
    this.#box.dataset.linkTitle = output.routine.name;
    for (const link of findAll(this.#main, "[data-plan-href]")) {
      link.setAttribute("href", new URL(link.dataset.planHref ?? "", this.#root).href + output.fragment);
    }
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
