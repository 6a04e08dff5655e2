// When a page says how to print: only where no dialog opened.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { printPage } from "../../../overrides/scripts/shared/print-page.js";

/**
 * A page that has these places beside its body, each with something in it, and what it says once time has passed.
 * @param {(window: any) => void} [print]
 * @param {string[]} [places]
 */
function page(print, places = ["main"]) {
  /** @type {Record<string, any[]>} */
  const parts = Object.fromEntries(["body", ...places].map((name) => [name, [`what was in ${name}`]]));
  /** @param {string} name */
  const place = (name) => ({
    querySelector: (/** @type {string} */ selector) => parts[name].find((each) => `.${each.className?.split(" ")[0]}[role=${each.role}]` === selector) ?? null,
    append: (/** @type {any} */ note) => parts[name].push(note),
    prepend: (/** @type {any} */ note) => parts[name].unshift(note),
  });
  const element = (/** @type {string} */ tag) => ({
    tag,
    setAttribute(/** @type {string} */ name, /** @type {string} */ value) {
      Object.assign(this, { [name]: value });
    },
    textContent: "",
    remove() {
      for (const each of Object.values(parts)) if (each.includes(this)) each.splice(each.indexOf(this), 1);
    },
  });
  /** @param {string} selector */
  const find = (selector) => {
    const name = selector.split(", ").find((each) => places.includes(each));
    return name ? place(name) : null;
  };
  /** @type {(() => unknown)[]} */
  const later = [];
  const window = Object.assign(new EventTarget(), {
    print: print && (() => print(window)),
    setTimeout: (/** @type {() => unknown} */ done, /** @type {number} */ wait) => void (wait === 1500 && later.push(done)),
    document: { hidden: false, defaultView: null, body: place("body"), querySelector: find, createElement: element },
  });
  const told = async () => {
    await Promise.all(later.map((each) => each()));
    return Object.values(parts).flat().filter((each) => each.textContent?.startsWith("No print dialog came")).length;
  };
  return { window: /** @type {any} */ (window), told, parts };
}
const tell = (/** @type {string} */ name) => (/** @type {EventTarget} */ window) => void window.dispatchEvent(new Event(name));

test("where nothing came of printing, it is told once, and again after another try", async () => {
  for (const print of [undefined, () => {}]) {
    const { window, told } = page(print);
    printPage(window);
    assert.equal(await told(), 1);
    printPage(window);
    assert.equal(await told(), 1);
  }
});

test("where a dialog came, nothing is told", async () => {
  for (const event of ["beforeprint", "afterprint"]) {
    const { window, told } = page(tell(event));
    printPage(window);
    assert.equal(await told(), 0, event);
  }
});

test("a dialog that comes late, or hides the page, takes back or keeps back what is told", async () => {
  const { window, told } = page(() => {});
  printPage(window);
  assert.equal(await told(), 1);
  tell("beforeprint")(window);
  assert.equal(await told(), 0);
  const other = page(() => {});
  printPage(other.window);
  other.window.document.hidden = true;
  assert.equal(await other.told(), 0);
  const third = page(() => {});
  printPage(third.window);
  tell("pagehide")(third.window);
  assert.equal(await third.told(), 0);
  const last = page(() => {});
  printPage(last.window);
  const late = last.told(); // its note is on its way
  tell("beforeprint")(last.window);
  assert.equal(await late, 0);
});

for (const [what, places, where, index] of /** @type {[string, string[], string, number][]} */ ([
  ["above the text of the page", ["main"], "main", 0],
  ["at the end of a dialog, which covers the page", ["main", "dialog[open]"], "dialog[open]", 1],
  ["at the top of a page that marks no text", [], "body", 0],
])) {
  test(`how to print is told ${what}`, async () => {
    const { window, told, parts } = page(undefined, places);
    printPage(window);
    assert.equal(await told(), 1);
    const { tag, className, role, textContent } = parts[where][index];
    assert.deepEqual([tag, className, role], ["p", "paper-note screen-only", "alert"]);
    assert.match(textContent, /^No print dialog came: .* tap “Open in browser”, “Open in Safari” or “Open in Chrome”, and print there\.$/);
  });
}
