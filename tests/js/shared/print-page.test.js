// When a page says how to print: only where no dialog opened.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { printPage } from "../../../overrides/scripts/shared/print-page.js";

/** A page, and what it says once time has passed. @param {(window: any) => void} [print] */
function page(print) {
  /** @type {{textContent: string}[]} */
  const notes = [];
  const element = () => ({ dataset: {}, setAttribute() {}, textContent: "", remove() { notes.splice(notes.indexOf(this), 1); } });
  const main = { querySelector: () => null, prepend: (/** @type {any} */ note) => notes.push(note) };
  /** @type {(() => void)[]} */
  const later = [];
  const window = Object.assign(new EventTarget(), {
    print: print && (() => print(window)),
    setTimeout: (/** @type {() => void} */ done) => later.push(done),
    document: { hidden: false, defaultView: null, body: main, querySelector: () => null, createElement: element },
  });
  const told = () => {
    for (const each of later) each();
    return notes.length;
  };
  return { window: /** @type {any} */ (window), told };
}
const tell = (/** @type {string} */ name) => (/** @type {EventTarget} */ window) => void window.dispatchEvent(new Event(name));

test("where nothing came of printing, it is told once, and again after another try", () => {
  for (const print of [undefined, () => {}]) {
    const { window, told } = page(print);
    printPage(window);
    assert.equal(told(), 1);
  }
});

test("where a dialog came, nothing is told", () => {
  for (const event of ["beforeprint", "afterprint"]) {
    const { window, told } = page(tell(event));
    printPage(window);
    assert.equal(told(), 0, event);
  }
});

test("a dialog that comes late, or hides the page, takes back or keeps back what is told", () => {
  const { window, told } = page(() => {});
  printPage(window);
  assert.equal(told(), 1);
  tell("beforeprint")(window);
  assert.equal(told(), 0);
  const other = page(() => {});
  printPage(other.window);
  other.window.document.hidden = true;
  assert.equal(other.told(), 0);
  const third = page(() => {});
  printPage(third.window);
  tell("pagehide")(third.window);
  assert.equal(third.told(), 0);
});
