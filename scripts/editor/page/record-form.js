// One record in its form: typed, checked and shown after a pause, undone, and saved.
// @ts-check

import { tell } from "./asking.js";
import { question } from "./dialog.js";
import { draftOf, keepDraft } from "./drafts.js";
import { Fields } from "./fields.js";
import { look, lookAtNothing } from "./look.js";
import { byId, make } from "./making.js";

/** @import { Answer, Field, Said, Values } from "./asking.js" */

const PAUSE = 300; // milliseconds without a key, after which a draft is looked at
/** @type {{[table: string]: string}} */
export const KINDS = { exercises: "exercise", routines: "routine", equipment: "piece of equipment" };

/** The form of one record, or of a new one, whose id is empty. */
export class RecordForm {
  /** @type {number | undefined} */
  #pause;
  /** @type {AbortController | undefined} */
  #asked;
  /** @type {Values[]} the form before each edit, the last one as it is now */
  #past = [];
  #tried = false;
  #seen = "";

  /**
   * @param {string} table
   * @param {string} id
   * @param {readonly Field[]} fields
   * @param {Said} said what the file says of it
   * @param {{copyOf?: string, name?: string, write: (name: string) => void, saved: (id: string, answer: Answer) => void, now: (said: Said) => void, reload: () => void}} about
   */
  constructor(table, id, fields, said, about) {
    this.table = table;
    this.id = id;
    this.about = about;
    this.fingerprint = said.fingerprint;
    this.copyOf = about.copyOf ?? "";
    this.loaded = said.values ?? {};
    this.fields = new Fields(fields, byId("fields"), byId("more-fields"), {
      changed: () => this.changed(),
      keep: () => this.#keep(),
      write: about.write,
    });
    const draft = draftOf(this.key);
    this.copyOf ||= draft?.copyOf ?? "";
    this.#seen = draft && id ? draft.seen : (said.seen ?? "");
    if (this.#seen !== (said.seen ?? "")) this.fingerprint = ""; // the record was another one: saving asks which to keep
    this.fields.fill({ ...this.loaded, ...(about.name ? { name: about.name } : {}), ...draft?.given });
    byId("kept-draft").hidden = !draft;
    this.#past = [this.fields.values()];
    this.#showProblems([]);
    lookAtNothing();
    this.#buttons();
    this.check();
  }

  /** What its draft is kept under. */
  get key() {
    return `${this.table}/${this.id}`;
  }

  /** The values that are not those of the file. */
  given() {
    const values = this.fields.values();
    const before = this.loaded;
    return Object.fromEntries(Object.entries(values).filter(([name, value]) => !same(value, before[name] ?? (value === false ? false : ""))));
  }

  /** Something was typed. */
  changed() {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => {
      this.#keep();
      this.check();
    }, PAUSE);
    keepDraft(this.key, { given: this.given(), seen: this.#seen, copyOf: this.copyOf });
    this.#buttons();
  }

  /** What the form says now is what the next edit can be taken back to. */
  #keep() {
    const now = this.fields.values();
    if (!same(now, this.#past.at(-1))) this.#past.push(now);
  }

  /** Takes back the last edit. */
  undo() {
    clearTimeout(this.#pause);
    if (same(this.fields.values(), this.#past.at(-1)) && this.#past.length > 1) this.#past.pop();
    this.fields.fill(/** @type {Values} */ (this.#past.at(-1)));
    keepDraft(this.key, { given: this.given(), seen: this.#seen, copyOf: this.copyOf });
    byId("told").textContent = "Undone.";
    this.#buttons();
    this.check();
  }

  /** Ends all that is under way. */
  close() {
    clearTimeout(this.#pause);
    this.#asked?.abort();
  }

  /** Asks what the validator says of the draft, and how it looks. */
  async check() {
    this.#asked?.abort();
    this.#asked = new AbortController();
    const asked = this.#asked;
    try {
      const { said } = await tell("draft", this.#body(), asked.signal);
      if (asked.signal.aborted) return;
      this.#tellStopped(said);
      if (said.problems) this.#showProblems(said.problems, said.added);
      look(said);
      const note = "The file was changed meanwhile. Saving asks which to keep.";
      if (said.fingerprint && said.fingerprint !== this.fingerprint) byId("told").textContent = note;
    } catch {
      // a newer draft is on its way
    }
  }

  /** Saves, unless there are problems; then it goes to the first one. */
  async save() {
    clearTimeout(this.#pause);
    this.#asked?.abort();
    this.#tried = true;
    const answer = await tell("save", this.#body());
    const { status, said } = answer;
    if (status === 200) {
      keepDraft(this.key, undefined);
      this.about.saved(said.id ?? this.id, answer);
      return;
    }
    if (said.changed) {
      await this.#settle(said);
      return;
    }
    this.#tellStopped(said);
    if (!said.problems) return;
    this.#showProblems(said.problems, said.added);
    const first = this.fields.first();
    const folded = first?.closest("details");
    if (folded) folded.open = true;
    (first ?? byId("form-problems")).focus();
    byId("told").textContent = "Not saved: something is to be mended.";
  }

  /**
   * The file is another one than the draft was begun with: whose shall it be?
   * @param {Said} said
   */
  async #settle(said) {
    const [mine, theirs, neither] = ["Keep mine and save", "Take the file’s", "Go on writing"];
    const answers = said.gone ? [neither, theirs] : [mine, theirs, neither];
    const note = said.same || said.gone ? "" : " Yours replaces what you changed; what you did not change stays as the file has it.";
    const answer = await question("The file was changed", `${said.stopped}${note}`, answers);
    if (answer === mine) {
      this.fingerprint = said.fingerprint;
      await this.save();
    } else if (answer === theirs) {
      keepDraft(this.key, undefined);
      this.about.reload();
    }
  }

  #body() {
    const { table, id, fingerprint } = this;
    return { table, id, fingerprint, seen: this.#seen, copy_of: this.copyOf, given: this.given() };
  }

  #buttons() {
    const isAsBefore = this.#past.length < 2 && same(this.fields.values(), this.#past[0]);
    /** @type {HTMLButtonElement} */ (byId("undo")).disabled = isAsBefore;
  }

  /** @param {Said} said */
  #tellStopped(said) {
    const first = said.unreadable?.[0];
    const text = said.stopped ?? (first ? `data/exercises.yaml, line ${first.line}: ${first.what} ${first.tip}` : "");
    if (text) byId("told").textContent = text;
  }

  /**
   * @param {readonly import("./asking.js").Problem[]} problems
   * @param {readonly string[]} added
   */
  #showProblems(problems, added = []) {
    const others = this.fields.tell(problems, this.#tried);
    const items = others.map((each) => make("li", {}, `${each.subject ? `${each.subject}: ` : ""}${each.what} ${each.tip}`));
    byId("form-problems").hidden = items.length === 0;
    /** @type {HTMLElement} */ (byId("form-problems").querySelector("ul")).replaceChildren(...items);
    const missing = this.fields.labels([...problems.flatMap((each) => each.missing ?? []), ...this.fields.empty()]);
    const fresh = added.map((each) => each.replaceAll("-", " ")).join(", ");
    const still = missing.length ? `Still to write: ${missing.join(", ")}.` : "";
    byId("missing").textContent = [still, fresh && `New equipment: ${fresh}.`].filter(Boolean).join(" ");
  }
}

/**
 * @param {any} one
 * @param {any} other
 */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
