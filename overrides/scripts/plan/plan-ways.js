// What one can do with a plan beside sending its link: show its QR code, put it into a calendar, copy it as text, save it as a table.
// @ts-check

// Loaded once these are in sight: most who open a plan read it.

import { fillParts, find } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { loadStyles } from "../shared/style-sheet.js";
import { laterPart } from "./later-part.js";
import { notes } from "./plan-notes.js";

const STYLES = new URL("../../components/plan-dialog/plan-dialog.css", import.meta.url);

/** @typedef {import("./plan-outputs.js").Output & {url: string}} Sent a plan with its link */

export class PlanWays {
  #box;
  #root;
  #say;
  /** @type {Sent | null} */
  #sent = null;
  /** @type {Map<string, Promise<HTMLDialogElement | null>>} by the names of their parts */
  #dialogs = new Map();
  /** @type {HTMLDialogElement | null} once it is connected */
  #calendar = null;
  /** @type {Promise<unknown> | null} */
  #styled = null;

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

  /**
   * A dialog, once it is there; null where it cannot be loaded, so that the next tap tries again.
   * @param {"calendar" | "code"} name
   */
  async #dialog(name) {
    if (!this.#dialogs.has(name)) this.#dialogs.set(name, this.#loaded(name).catch(() => null));
    const dialog = (await this.#dialogs.get(name)) ?? null;
    if (!dialog) this.#dialogs.delete(name);
    return dialog;
  }

  /** @param {"calendar" | "code"} name */
  async #loaded(name) {
    this.#styled ??= loadStyles(STYLES);
    const [[dialog]] = await Promise.all([laterPart(name, this.#root), this.#styled]);
    this.#box.append(dialog);
    return /** @type {HTMLDialogElement} */ (dialog);
  }

  /** @param {Sent} sent */
  async code({ url }) {
    const dialog = await this.#dialog("code");
    if (!dialog) return this.#say(gettext`The code could not be loaded. Copy the link instead.`);
    const place = find(dialog, "[data-part=code]");
    place.replaceChildren();
    fillParts(dialog, { code_said: gettext`Drawing…` });
    if (!dialog.open) dialog.showModal(); // after two taps
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
    const [form, dialog] = await Promise.all([import("./plan-calendar-form.js").catch(() => null), this.#dialog("calendar")]);
    if (!form || !dialog) return this.#say(gettext`The calendar could not be loaded. Try again in a moment.`);
    if (!this.#calendar) form.connectCalendar(dialog, () => this.#sent, (words) => this.#say(words));
    this.#calendar = dialog;
    fillParts(dialog, { calendar_said: "" });
    if (!dialog.open) dialog.showModal(); // after two taps
  }
}
