// Keeps the stage's lists as long as the screen's, each row a clone of its template, changed in place.
// @ts-check

/** @typedef {import("./timer-screen.js").Screen} Screen */
/**
 * @typedef {{text?: string, label?: string, url?: string, step?: number, on?: boolean, state?: string,
 *   number?: string, name?: string, dose?: string, state_word?: string}} Row
 */

export class TimerLists {
  /** @param {HTMLElement} stage */
  constructor(stage) {
    this.root = new URL(stage.dataset.root ?? "", document.baseURI);
    this.lists = [.../** @type {NodeListOf<HTMLElement>} */ (stage.querySelectorAll("[data-list]"))];
    const templates = /** @type {NodeListOf<HTMLTemplateElement>} */ (stage.querySelectorAll("template"));
    this.templates = new Map([...templates].map((each) => [each.dataset.row, each]));
    /** @type {WeakMap<Element, string>} */
    this.written = new WeakMap();
  }

  /** @param {Screen} screen */
  show(screen) {
    for (const list of this.lists) {
      const rows = rowsOf(list.dataset.list, screen);
      const template = this.templates.get(list.dataset.row);
      while (list.children.length > rows.length) list.lastElementChild?.remove();
      while (template && list.children.length < rows.length) list.append(template.content.cloneNode(true));
      if (list.hidden !== !rows.length) list.hidden = !rows.length;
      rows.forEach((row, index) => this.fill(list.children[index], row));
    }
  }

  /**
   * @param {Element} at
   * @param {Row} row
   */
  fill(at, row) {
    const box = at.querySelector("input");
    if (box && box.checked !== row.on) box.checked = Boolean(row.on); // a visitor changes it, too
    const said = JSON.stringify(row);
    if (this.written.get(at) === said) return;
    this.written.set(at, said);
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (at.querySelectorAll("[data-field]"))) {
      const text = `${row[/** @type {keyof Row} */ (field.dataset.field)] ?? ""}`;
      if (field.textContent !== text) field.textContent = text;
    }
    const link = at.querySelector("a");
    if (link) link.href = new URL(row.url ?? "", this.root).href;
    const control = /** @type {HTMLElement | null} */ (at.querySelector("[data-action]"));
    if (control) control.dataset.step = `${row.step}`;
    if (at instanceof HTMLElement) at.dataset.state = row.state ?? "";
    at.ariaCurrent = row.state === "now" ? "step" : null;
  }
}

/**
 * @param {string | undefined} name
 * @param {Screen} screen
 * @returns {Row[]}
 */
function rowsOf(name, screen) {
  const running = screen.mode === "running";
  if (name === "jumps") return running ? screen.steps : [];
  if (name === "steps" && running) return [];
  const rows = screen[/** @type {"steps" | "links" | "choices" | "needs" | "notes"} */ (name)];
  return rows.map((row) => (typeof row === "string" ? { text: row } : row));
}
