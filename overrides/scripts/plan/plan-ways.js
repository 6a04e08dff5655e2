// What one can do with a plan beside sending its link: show its QR code, put it into a calendar, copy it as text, save it as a table.
// @ts-check

// Loaded once these are in sight: most who open a plan read it.

import { fillParts, find } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { laterPart } from "./later-part.js";
import { notes } from "./plan-notes.js";

/** @typedef {import("./plan-outputs.js").Output & {url: string}} Sent a plan with its link */

export class PlanWays {
  #box;
  #root;
  #say;
  /** @type {Sent | null} */
  #sent = null;
  /** @type {Promise<HTMLDialogElement | null> | null} */
  #calendar = null;

  /**
   * @param {HTMLElement} box what has the buttons, with a data-way that names what each does
   * @param {URL} root the site's
   * @param {(words: string) => void} say
   */
  constructor(box, root, say) {
    this.#box = box;
    this.#root = root;
    this.#say = say;
  }

  /** @param {string} name @returns {HTMLDialogElement} */
  #dialog(name) {
    return /** @type {HTMLDialogElement} */ (find(this.#box, `[data-dialog=${name}]`));
  }

  /** @param {Sent} sent */
  async code({ url }) {
    const dialog = this.#dialog("qr");
    const place = find(dialog, "[data-part=code]");
    place.replaceChildren();
    fillParts(dialog, { code_said: gettext`Drawing…` });
    dialog.showModal();
    try {
      const { codeText, qrCode } = await import("./qr-code.js");
      const code = await qrCode(codeText(url));
      place.replaceChildren(...(code ? [code] : []));
      fillParts(dialog, {
        code_said: code ? gettext`Scan it with a phone’s camera. Title and note are not in it.` : gettext`The code could not be loaded. Copy the link instead.`,
      });
    } catch (fault) {
      const told = fault instanceof Error && fault.name === "TooLong";
      fillParts(dialog, { code_said: told ? fault.message : gettext`The code could not be loaded. Copy the link instead.` });
    }
  }

  /** Nothing is awaited before the text is copied: browsers allow that only in a tap. @param {Sent} sent */
  async notes(sent) {
    const text = notes(sent);
    const field = find(this.#box, ".plan-outputs__notes");
    const area = /** @type {HTMLTextAreaElement} */ (find(field, "textarea"));
    area.value = text;
    try {
      await navigator.clipboard.writeText(text);
      field.hidden = true;
      this.#say(gettext`Copied as text`);
    } catch {
      field.hidden = false;
      area.focus();
      area.select();
      this.#say(gettext`This browser does not let the page copy. The text is selected.`);
    }
  }

  /** @param {Sent} sent */
  async table(sent) {
    const saved = await import("./plan-table.js").then(({ saveTable }) => saveTable(sent, this.#root)).catch(() => null);
    this.#say(saved ?? gettext`The table could not be loaded. Try again in a moment.`);
  }

  /** @param {Sent} sent */
  async calendar(sent) {
    this.#sent = sent;
    const dialog = await (this.#calendar ??= this.#loadedCalendar().catch(() => null));
    if (!dialog) {
      this.#calendar = null; // so that the next tap tries again
      return this.#say(gettext`The calendar could not be loaded. Try again in a moment.`);
    }
    fillParts(dialog, { calendar_said: "" });
    if (!dialog.open) dialog.showModal(); // after two taps
  }

  async #loadedCalendar() {
    const [{ connectCalendar }, [dialog]] = await Promise.all([import("./plan-calendar-form.js"), laterPart("calendar", this.#root)]);
    this.#box.append(dialog);
    connectCalendar(this.#dialog("calendar"), () => this.#sent, (words) => this.#say(words));
    return this.#dialog("calendar");
  }
}
