// How a file is handed over: as a download, or by the share sheet in an app that cannot download.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { handOver, handOverLinked } from "../../../overrides/scripts/shared/hand-over.js";
import { isWithinApp } from "../../../overrides/scripts/shared/within-app.js";

const SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
const MESSENGER = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 350.0";
const FILE = new File(["BEGIN:VCALENDAR"], "plan.ics", { type: "text/calendar" });
const no = (/** @type {string} */ name) => () => Promise.reject(new DOMException("", name));

/** A browser, and what it was asked for. @param {{installed?: boolean}} [given] @param {Record<string, any>} [known] */
function browser({ installed = false } = {}, known = {}) {
  /** @type {string[]} */
  const asked = [];
  const share = async (/** @type {{files: File[]}} */ { files }) => void asked.push(`share ${files.map(({ name }) => name)}`);
  const link = { href: "", download: "", click() { asked.push(`download ${this.download}`); } };
  const window = /** @type {any} */ ({
    navigator: { userAgent: "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", canShare: () => true, share, ...known },
    matchMedia: (/** @type {string} */ query) => ({ matches: installed && query === "(display-mode: standalone)" }),
    document: { createElement: (/** @type {string} */ name) => (name === "a" ? link : null) },
    setTimeout: () => 0,
  });
  return { window, asked };
}

test("a browser downloads, and an app without downloads shares", async () => {
  /** @type {[string, boolean, Parameters<typeof browser>[0], Record<string, any>][]} */
  const cases = [
    ["Chrome", false, {}, {}],
    ["Safari", false, {}, { userAgent: SAFARI, standalone: false }],
    ["on the home screen of iOS", true, {}, { userAgent: SAFARI.replace(" Safari/604.1", ""), standalone: true }],
    ["the same, by the name of a browser", true, {}, { userAgent: SAFARI, standalone: true }],
    ["a messenger on iOS", true, {}, { userAgent: MESSENGER, standalone: false }],
    ["installed elsewhere", true, { installed: true }, {}],
  ];
  for (const [name, within, given, known] of cases) {
    const { window, asked } = browser(given, known);
    assert.equal(isWithinApp(window), within, name);
    assert.equal(await handOver(FILE, window), within ? "shared" : "saved", name);
    assert.deepEqual(asked, [`${within ? "share" : "download"} plan.ics`], name);
  }
});

test("an app that shares no such file downloads it; what else becomes of sharing is told", async () => {
  for (const known of [{ canShare: () => false }, { canShare: undefined }, { share: no("DataError") }]) {
    const { window, asked } = browser({ installed: true }, known);
    assert.equal(await handOver(FILE, window), "saved");
    assert.deepEqual(asked, ["download plan.ics"]);
  }
  for (const [name, became] of [["AbortError", "left"], ["NotAllowedError", "again"]]) {
    const { window, asked } = browser({ installed: true }, { share: no(name) });
    assert.equal(await handOver(FILE, window), became);
    assert.deepEqual(asked, []);
  }
});

test("the file of a link is handed over under its own name, and a link that leads nowhere is a fault", async (context) => {
  const answers = [new Response("BEGIN:VCALENDAR"), new Response("BEGIN:VCALENDAR"), new Response("", { status: 404 })];
  context.mock.method(globalThis, "fetch", async () => answers.shift());
  const link = /** @type {any} */ ({ href: "https://coach.example/calendar/a.ics", pathname: "/calendar/a.ics", type: "text/calendar", textContent: "Add" });
  const { window, asked } = browser();
  await handOverLinked(link, window);
  assert.deepEqual([asked, link.textContent], [["download a.ics"], "Add"]);
  await handOverLinked(link, browser({ installed: true }, { share: no("NotAllowedError") }).window);
  assert.equal(link.textContent, "Tap again to add to calendar");
  await assert.rejects(handOverLinked(link, window), { message: "https://coach.example/calendar/a.ics: 404" });
});
