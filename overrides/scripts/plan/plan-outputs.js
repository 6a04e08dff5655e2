// The buttons that send a plan: copy or share its link, show its QR code, open its calendar, copy it as text.
// @ts-check

import { announce, fillParts, find, findAll } from "../shared/dom.js";
import { connectLinkActions } from "../shared/link-actions.js";
import { laterPart } from "./later-part.js";
import { notes } from "./plan-notes.js";

/** @typedef {import("../shared/timeline.js").Routine} Routine */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {{plan: Draft, routine: Routine, fragment: string}} Output */

export class PlanOutputs {
  #main;
  #root;
  #address;
  #box;
  /** @type {Output | null} */
  #output = null;
  /** @type {Promise<HTMLDialogElement | null> | null} */
  #calendar = null;

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
    find(this.#box, "[data-show=qr]").addEventListener("click", () => void this.#showCode());
    find(this.#box, "[data-show=calendar]").addEventListener("click", () => void this.#showCalendar());
    find(this.#box, "[data-copy-notes]").addEventListener("click", () => void this.#copyNotes());
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
    this.#box.dataset.link = this.url;
    this.#box.dataset.linkTitle = output.routine.name;
    for (const link of findAll(this.#main, "[data-plan-href]")) {
      link.setAttribute("href", new URL(link.dataset.planHref ?? "", this.#root).href + output.fragment);
    }
  }

  /** The plan's link. */
  get url() {
    return this.#address.href + (this.#output?.fragment ?? "");
  }

  /** @param {string} name @returns {HTMLDialogElement} */
  #dialog(name) {
    return /** @type {HTMLDialogElement} */ (find(this.#box, `[data-dialog=${name}]`));
  }

  async #showCode() {
    const dialog = this.#dialog("qr");
    const place = find(dialog, "[data-part=code]");
    place.replaceChildren();
    fillParts(dialog, { code_said: "Drawing…" });
    dialog.showModal();
    try {
      const { codeText, qrCode } = await import("./qr-code.js");
      const code = await qrCode(codeText(this.url));
      place.replaceChildren(...(code ? [code] : []));
      fillParts(dialog, {
        code_said: code ? "Scan it with a phone’s camera. Title and note are not in it." : "The code could not be loaded. Copy the link instead.",
      });
    } catch (fault) {
      const told = fault instanceof Error && fault.name === "TooLong";
      fillParts(dialog, { code_said: told ? fault.message : "The code could not be loaded. Copy the link instead." });
    }
  }

  /** Nothing is awaited before the text is copied: browsers allow that only in a tap. */
  async #copyNotes() {
    if (!this.#output) return;
    const text = notes({ ...this.#output, url: this.url });
    const field = find(this.#box, ".plan-outputs__notes");
    const area = /** @type {HTMLTextAreaElement} */ (find(field, "textarea"));
    area.value = text;
    try {
      await navigator.clipboard.writeText(text);
      field.hidden = true;
      this.#say("Copied as text");
    } catch {
      field.hidden = false;
      area.focus();
      area.select();
      this.#say("This browser does not let the page copy. The text is selected.");
    }
  }

  async #showCalendar() {
    const dialog = await (this.#calendar ??= this.#loadedCalendar().catch(() => null));
    if (!dialog) {
      this.#calendar = null; // so that the next tap tries again
      return this.#say("The calendar could not be loaded. Try again in a moment.");
    }
    fillParts(dialog, { calendar_said: "" });
    if (!dialog.open) dialog.showModal(); // after two taps
  }

  async #loadedCalendar() {
    const [{ connectCalendar }, [dialog]] = await Promise.all([import("./plan-calendar-form.js"), laterPart("calendar", this.#root)]);
    this.#box.append(dialog);
    connectCalendar(this.#dialog("calendar"), () => this.#output && { ...this.#output, url: this.url }, (words) => this.#say(words));
    return this.#dialog("calendar");
  }

  /** @param {string} words */
  #say(words) {
    announce(find(this.#box, ".plan-outputs__said"), words);
  }
}
