// Shows what sends a plan, which is loaded after the plan's words, and keeps all ways on in step with the plan that is shown.
// @ts-check

import { findAll, find } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { loadStyles } from "../shared/style-sheet.js";
import { laterPart } from "./later-part.js";

const STYLES = new URL("../../components/plan-outputs/plan-outputs.css", import.meta.url);

export class LaterOutputs {
  #main;
  #root;
  #address;
  /** @type {Promise<import("./plan-outputs.js").PlanOutputs | null> | null} */
  #outputs = null;

  /**
   * @param {HTMLElement} main
   * @param {URL} root the site's
   * @param {string} address the plan page's own, where others find it
   */
  constructor(main, root, address) {
    this.#main = main;
    this.#root = root;
    this.#address = address;
  }

  /**
   * @param {"reading" | "editing"} view
   * @param {import("./plan-outputs.js").Output} output
   */
  async show(view, output) {
    this.#lead(output.fragment);
    const outputs = await (this.#outputs ??= this.#loaded());
    const place = find(this.#main, `[data-outputs=${view}]`);
    if (outputs) {
      outputs.show(place, output);
      this.#lead(output.fragment);
    } else {
      this.#outputs = null; // so that the next plan that is shown asks again
      place.textContent = gettext`A part of this page could not be loaded. Try again in a moment.`;
    }
  }

  /** @param {string} fragment */
  #lead(fragment) {
    for (const link of findAll(this.#main, "[data-plan-href]")) {
      link.setAttribute("href", new URL(link.dataset.planHref ?? "", this.#root).href + fragment);
    }
  }

  #loaded() {
    return Promise.all([import("./plan-outputs.js"), laterPart("outputs", this.#root), loadStyles(STYLES)]).then(
      ([it, [box]]) => new it.PlanOutputs(/** @type {HTMLElement} */ (box), this.#root, this.#address),
      () => null,
    );
  }
}
