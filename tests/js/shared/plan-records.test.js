// What a site has of a plan's exercises: each file asked for once, and what is said where one does not come.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { NoRecords, PlanRecords } from "../../../overrides/scripts/shared/plan-records.js";

const API = "https://coach.example/physio/api/v1/";
const NAMES = { exercises: [{ id: "toe-lifts", code: "tl" }, { id: "ball-roll", code: "br" }], retired: { zz: "Old one" } };

/**
 * A site with these files, and what is asked of it.
 * @param {import("node:test").TestContext} context
 * @param {Record<string, unknown>} files a number is the status of an answer, a text is sent as it is
 */
function site(context, files) {
  /** @type {string[]} */
  const asked = [];
  const own = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  context.after(() => (own ? Object.defineProperty(globalThis, "navigator", own) : Reflect.deleteProperty(globalThis, "navigator")));
  context.after(() => Reflect.deleteProperty(globalThis, "document"));
  Object.defineProperty(globalThis, "navigator", { value: { onLine: true }, configurable: true });
  Object.defineProperty(globalThis, "document", { value: { baseURI: "https://coach.example/physio/plan/" }, configurable: true });
  context.mock.method(globalThis, "fetch", async (/** @type {URL} */ url) => {
    const path = `${url}`.replace(API, "");
    asked.push(path);
    const file = files[path];
    if (file === undefined) throw new TypeError("no network");
    return typeof file === "number" ? new Response("", { status: file }) : new Response(typeof file === "string" ? file : JSON.stringify(file));
  });
  return asked;
}

test("a plan is opened with its exercises, each file asked for once, and names of what was taken out", async (context) => {
  const files = { "exercise-names.json": NAMES, "plan-exercises/ball-roll.json": { code: "br", name: "Ball roll" }, "plan-exercises/toe-lifts.json": { code: "tl" }, "exercises/ball-roll.json": { code: "br", whole: true } };
  const asked = site(context, files);
  const records = new PlanRecords("../");
  const { plan, fragment, exercisesByCode, retired } = await records.opened("#1.br2x45s.zz");
  assert.deepEqual([plan.steps.map(({ code }) => code), plan.unknown, fragment, retired], [["br"], ["zz"], "#1.br2x45s.zz", NAMES.retired]);
  assert.deepEqual([...exercisesByCode], [["br", { code: "br", name: "Ball roll" }]]);
  assert.deepEqual([...(await records.exercises(["br", "xx"]))].length, 1);
  assert.deepEqual(asked, ["exercise-names.json", "plan-exercises/ball-roll.json"]);
  assert.deepEqual([...(await new PlanRecords("../", "exercises").exercises(["br"]))], [["br", { code: "br", whole: true }]]);
  assert.equal((await records.opened("#1.%20br.tl9q")).fragment, "#1.br.tl9q", "a damaged link is mended first");
});

test("what does not come is told, and asked for again the next time", async (context) => {
  /** @type {Record<string, unknown>} */
  const files = { "exercise-names.json": 503 };
  const asked = site(context, files);
  const records = new PlanRecords("../");
  const told = async () => {
    const fault = await records.names().catch((each) => each);
    return fault instanceof NoRecords ? fault.message : fault;
  };
  assert.equal(await told(), "The exercises could not be loaded: the site answered with error 503.");
  files["exercise-names.json"] = "<html>";
  assert.equal(await told(), "The exercises could not be read: the site sent something else.");
  delete files["exercise-names.json"];
  assert.equal(await told(), "The exercises could not be loaded. Try again in a moment.");
  Object.defineProperty(globalThis, "navigator", { value: { onLine: false }, configurable: true });
  assert.equal(await told(), "You are offline, and these exercises are not on the device.");
  files["exercise-names.json"] = NAMES;
  assert.deepEqual(await told(), NAMES.exercises);
  assert.equal(asked.length, 5);
});
