// The validation of addresses and stored sessions, which may be hostile.
// @ts-check

import assert from "node:assert/strict";
import { test } from "node:test";

import { decode, LONGEST_LINK } from "../../../overrides/scripts/shared/plan-link.js";
import { refusal, sentences } from "../../../overrides/scripts/timer/address-notes.js";
import { validSession } from "../../../overrides/scripts/timer/stored-session.js";
import { baseQuery, queryOf, withoutChecksum, parseRequest } from "../../../overrides/scripts/timer/timer-address.js";

const NOW = 1_790_000_000_000;
const OPTIONS = {
  level: "start",
  most: false,
  alternatives: [3],
  paced: true,
  prepare_seconds: 10,
  switch_seconds: null,
  transition_seconds: 0,
  first: 2,
};
const SESSION = {
  version: 1,
  address: "?routine=foot-and-hip&level=goal",
  name: "Foot and hip",
  options: OPTIONS,
  only: null,
  state: { index: 3 },
  seen: NOW - 40_000,
};

test("nothing asked for is no fault", () => {
  for (const search of ["", "?", "?utm_source=mail", "?level=goal", "?from=calf-stretch"]) {
    assert.deepEqual(parseRequest(search), { request: null, notes: [] }, search);
  }
});

/** @type {[string, import("../../../overrides/scripts/timer/timer-address.js").TimerRequest][]} */
const REQUESTS = [
  ["?routine=foot-and-hip", { kind: "routine", id: "foot-and-hip", level: null, from: null }],
  [
    "?routine=foot-and-hip&level=goal&from=calf-stretch",
    { kind: "routine", id: "foot-and-hip", level: "goal", from: "calf-stretch" },
  ],
  ["?exercise=calf-stretch&level=start", { kind: "exercise", id: "calf-stretch", level: "start", from: null }],
  [
    "?work=40&rest=20&rounds=8",
    { kind: "free", work_seconds: 40, rest_seconds: 20, rounds: 8, level: null, from: null },
  ],
];

test("an address says what is asked for, and the request says the address", () => {
  for (const [search, request] of REQUESTS) {
    assert.deepEqual(parseRequest(search), { request, notes: [] });
    assert.equal(queryOf(request), search);
  }
});

/** @param {string} fragment @returns {import("../../../overrides/scripts/timer/timer-address.js").TimerRequest} */
const plan = (fragment) => ({ kind: "plan", fragment, level: null, from: null });

test("a fragment is a plan, as it stands, unless the query asks for something", () => {
  for (const fragment of ["#1.tl.br45s.t=A-b", "#1.tl.t=a#b", "#2", "#hello", "#1.tl&routine=x", "##"]) {
    assert.deepEqual(parseRequest(fragment), { request: plan(fragment), notes: [] });
    assert.deepEqual(parseRequest(`?utm_source=mail${fragment}`), { request: plan(fragment), notes: [] });
    assert.equal(queryOf(plan(fragment)), fragment);
    assert.equal(parseRequest(`?exercise=calf-stretch${fragment}`).request?.kind, "exercise");
    assert.equal(parseRequest(`?exercise=<b>${fragment}`).request, null);
  }
  assert.deepEqual(parseRequest("exercise=calf-stretch").request, parseRequest("?exercise=calf-stretch").request);
  for (const nothing of ["#", "?#", "?x=1#"]) assert.equal(parseRequest(nothing).request, null);
});

test("a plan's link that is too long is cut where it still is too long", () => {
  const { request } = parseRequest(`#${"1.tl".repeat(100_000)}`);
  const fragment = request && queryOf(request);
  assert.equal(fragment?.length, LONGEST_LINK + 1);
  assert.equal(decode(String(fragment), new Set(["tl"])).reason, "long");
  const whole = `#1${".tl".repeat(666)}`;
  assert.deepEqual([whole.length, parseRequest(whole)], [LONGEST_LINK, { request: plan(whole), notes: [] }]);
});

test("a plan is the same at any title, and a routine at any level", () => {
  assert.equal(baseQuery("#1.tl.br.t=A-b.n=c"), "#1.tl.br");
  assert.equal(baseQuery("#1.tl.n=c"), "#1.tl");
  assert.equal(baseQuery("?routine=a&level=goal&from=b"), "?routine=a");
  assert.equal(withoutChecksum(baseQuery("#1c.tl.br.t=A-b.4ga6")), withoutChecksum("#1c.tl.br.0q2e"), "with texts or without, the check is another");
  assert.equal(withoutChecksum("#1.tl2x45s"), "#1.tl2x45s");
});

test("order and strangers in an address do not matter", () => {
  const { request, notes } = parseRequest("?from=calf-stretch&x=1&level=goal&routine=foot-and-hip");
  assert.deepEqual(notes, []);
  assert.equal(request && queryOf(request), "?routine=foot-and-hip&level=goal&from=calf-stretch");
});

test("an id that cannot be is a sentence and no request", () => {
  const long = "a".repeat(65);
  for (const id of ["", "Foot", "../../x", "a/b", "a b", "<b>", "ä", "a.json", long, "%00", "a%0A", "__proto__"]) {
    for (const kind of ["routine", "exercise"]) {
      const { request, notes } = parseRequest(`?${kind}=${id}`);
      assert.equal(request, null, id);
      assert.deepEqual(notes, [kind], id);
    }
  }
});

test("a level and a beginning that cannot be are told, and the rest goes on", () => {
  const { request, notes } = parseRequest("?routine=a&level=hard&from=%3Cscript%3E");
  assert.deepEqual(request, { kind: "routine", id: "a", level: null, from: null });
  assert.deepEqual(notes, ["level", "from"]);
  assert.deepEqual(sentences(["routine", "exercise", ...notes, "free"]), [
    "This link names no routine.",
    "This link names no exercise.",
    "This link names no level that there is; yours stays.",
    "This link names no exercise to begin at; the timer begins at the first.",
    "A free timer takes 1 to 3600 seconds of work, 0 to 3600 of rest, and 1 to 99 sets.",
  ]);
});

test("a free timer's figures are whole and in their limits, or there is no request", () => {
  const wrong = [
    "?work=0", "?work=-5", "?work=", "?work=3601", "?work=1e3", "?work=4.5", "?work=999999999", "?work=x",
    "?rest=20", "?rounds=3", "?work=40&rest=3601", "?work=40&rounds=0", "?work=40&rounds=100", "?work=40&rest=-1",
  ];
  for (const search of wrong) {
    const { request, notes } = parseRequest(search);
    assert.equal(request, null, search);
    assert.deepEqual(notes, ["free"], search);
  }
  assert.deepEqual(parseRequest("?work=3600&rest=0&rounds=99").notes, []);
  const short = parseRequest("?work=5").request;
  assert.equal(short && queryOf(short), "?work=5&rest=0&rounds=1");
});

test("a sound session comes out whole, without strangers", () => {
  assert.deepEqual(validSession({ ...SESSION, more: 1, options: { ...OPTIONS, more: 1 } }, NOW), SESSION);
  assert.deepEqual(validSession({ ...SESSION, only: [4, 5] }, NOW), { ...SESSION, only: [4, 5] });
  assert.deepEqual(validSession({ ...SESSION, only: 4 }, NOW), { ...SESSION, only: [4] }, "as an earlier version had it");
  assert.deepEqual(validSession({ ...SESSION, address: "#1.tl.t=A" }, NOW), { ...SESSION, address: "#1.tl.t=A" });
});

test("a session that begins at the first exercise, or repeats it, is kept", () => {
  const first = { ...SESSION, only: [0], options: { ...OPTIONS, alternatives: [0], first: 0 } };
  assert.deepEqual(validSession(first, NOW), first);
});

test("a session from a clock that was ahead is still one", () => {
  assert.ok(validSession({ ...SESSION, seen: NOW + 3_600_000 }, NOW));
});

test("a session of yesterday is none", () => {
  assert.ok(validSession({ ...SESSION, seen: NOW - 86_400_000 }, NOW));
  assert.equal(validSession({ ...SESSION, seen: NOW - 86_400_001 }, NOW), null);
});

/** @type {Record<string, unknown[]>} */
const GARBAGE = {
  version: [0, 2, "1", null],
  address: ["", "?", "?routine=<b>", "javascript:alert(1)", "https://evil.example/?routine=a/b", 7, null, "?routine=a&level=x"],
  name: [null, 7, "x".repeat(201), {}],
  options: [null, 7, [], {}, "text"],
  only: [-1, 1.5, "0", undefined, NaN, [], [-1], ["0"], [0, 0]],
  seen: [null, NaN, Infinity, -1, 1.5, "now", undefined],
};
/** @type {Record<string, unknown[]>} */
const GARBLED_OPTIONS = {
  level: ["most", null, 1],
  most: [1, null],
  paced: ["no", undefined],
  alternatives: [null, "0", [-1], [1.5], ["1"], {}],
  prepare_seconds: [-1, NaN, Infinity, "10", null],
  transition_seconds: [-1, NaN, {}],
  first: [-1, null, 0.5, "0", Infinity],
};

test("garbage anywhere in a kept session means that there is none", () => {
  for (const value of [null, undefined, 0, 7, "", "text", [], {}, true]) assert.equal(validSession(value, NOW), null);
  for (const [name, values] of Object.entries(GARBAGE)) {
    for (const value of values) {
      assert.equal(validSession({ ...SESSION, [name]: value }, NOW), null, `${name}: ${JSON.stringify(value)}`);
    }
  }
  for (const [name, values] of Object.entries(GARBLED_OPTIONS)) {
    for (const value of values) {
      const options = { ...OPTIONS, [name]: value };
      assert.equal(validSession({ ...SESSION, options }, NOW), null, `options.${name}: ${JSON.stringify(value)}`);
    }
  }
});

test("a record that is not there is told with the nearest, and with the list of all", async (context) => {
  Object.defineProperty(globalThis, "document", { value: { baseURI: "https://coach.example/limber/timer/" }, configurable: true });
  context.after(() => Reflect.deleteProperty(globalThis, "document"));
  /** @type {Record<string, string>} */
  const files = { "https://coach.example/limber/api/v1/routines.json": '{"routines": [{"id": "foot-and-hip", "name": "Foot and hip"}]}' };
  context.mock.method(globalThis, "fetch", async (/** @type {URL} */ url) => new Response(files[`${url}`]));
  const all = { text: "See all routines", url: "routines/" };
  const near = { text: "Did you mean Foot and hip?", url: "timer/?routine=foot-and-hip" };
  assert.deepEqual(await refusal(404, "routine", "foot-and-hips", "../"), ["There is no routine “foot-and-hips” here.", [near, all]]);
  assert.deepEqual((await refusal(404, "routine", "xyz", "../"))[1], [all]);
  assert.deepEqual((await refusal(404, "exercise", "toe", "../"))[1], [{ text: "See all exercises", url: "exercises/" }], "without a list");
  assert.deepEqual(await refusal(500, "routine", "a", "../"), ["The routine could not be loaded: the site answered with error 500."]);
});
