// Golden files of what is derived from plans: their records, words, paper, calendar and form.
// @ts-check

// After a change that is meant: `ACCEPT=1 node --test tests/js/plan/plan-derived.test.js`, then read the diff.

import { test } from "node:test";

import { calendar } from "../../../overrides/scripts/plan/plan-calendar.js";
import { doseFrom, fieldsFor, fieldsThatCount, tempoFrom } from "../../../overrides/scripts/plan/plan-dose-fields.js";
import { EMPTY, remembered, validHistory, stepsOf, steppedTo, usualStep } from "../../../overrides/scripts/plan/plan-draft.js";
import { factsOf, usualDose } from "../../../overrides/scripts/plan/plan-facts.js";
import { holdsOnA4, larger, shares, styles } from "../../../overrides/scripts/plan/plan-layout.js";
import { notes } from "../../../overrides/scripts/plan/plan-notes.js";
import { cardTexts, sheetTexts } from "../../../overrides/scripts/plan/plan-paper-texts.js";
import { fieldsOf, normalizeDose, writtenDose } from "../../../overrides/scripts/shared/plan-dose.js";
import { checked } from "../../../overrides/scripts/shared/plan-fragment.js";
import { decode, encode, normalised } from "../../../overrides/scripts/shared/plan-link.js";
import { notices } from "../../../overrides/scripts/shared/plan-notices.js";
import { asRoutine, catalogue, withoutDefaults } from "../../../overrides/scripts/shared/plan-routine.js";
import { timeline } from "../../../overrides/scripts/shared/timeline.js";
import { doseOf } from "../../../overrides/scripts/plan/dose-of-data.js";
import { linesOf, matchGolden } from "../../support/derived.js";
import { need, record, WORK } from "../../support/full-records.js";
import { PAGE } from "../../support/plan-vectors.js";
import { MEASURES } from "../../support/sheet-vectors.js";

const other = (/** @type {string} */ author) => ({ ...WORK, author, title: "t".repeat(150), url: "http://example.org/a/b" });
const [ball, mirror] = [need("Ball", true, "Orange", "Rolled sock"), need("Mirror", false)];
const { exercisesByCode: EXERCISES, aliases: ALIASES } = catalogue([
  record("aa", { stop_signs: ["First.", "Second."], equipment: [ball, mirror], old_codes: ["oa"], old_ids: ["once-aa"] }),
  record("bb", {
    laterality: "bilateral",
    limb: "side",
    equipment: [need("Ball", true)],
    source: null,
    short_steps: ["Short."],
    start: { ...doseOf({ reps: 8, tempo: "2-1-2-0" }), words: "8" },
    faults: [],
    goal: { ...doseOf({ reps: { min: 10, max: 12 }, sets: 3, or: { hold_seconds: 60 } }), words: "3 × 10–12" },
  }),
  record("cc", {
    laterality: "alternating",
    stop_signs: ["s".repeat(223)],
    regressions: ["the-aa"],
    harder: ["Go on.", "Again."],
    start: { ...doseOf({ work_seconds: 30 }), words: "30 s" },
    equipment: [need("Mirror", true, "Window"), ball],
    source: other("B. Author"),
    progressions: ["the-bb", "gone"],
  }),
  record("dd", { equipment: [need("Ball", true), need("TheraBand", false)], source: other("C. Author"), feel_here: [] }),
  record("ee", { equipment: [], source: other("D. Author"), easier: ["Less."], stop_signs: ["Third.", "First."] }),
]);
const NAMES = new Map([...EXERCISES.values()].map(({ id, name }) => [id, name]));
const LINKS = [
  "", "#1", "#2.aa", "#nonsense", "#1.zz", "#1.oa.zz.yy.aa7q.!!", `#1${".aa".repeat(31)}`,
  "#1.aa", "#1g.aa.bb.cc.dd.ee", "#1.aa.bb.t=A-title%2C-long%3B.n=A-note%5C-with-%F0%9F%A6%B6",
  "#1.aa-l.bb-e.cc-b.dd-g.ee-rs", "#1.aa2x45hr30l.bb3x5x10hb2.cc45s", "#1.bb12t31103110.bb8-10t3110o30-40h.cc20h",
  "#1c.aa.bb3x1", "#1c.aa.bb3x10.t=Week-1.0000", "#1.ee", "#1.aa.cc.dd", "#1.aa.ee", "#1.aa121h.aa2x60h.aa90s.aa120s",
  ...[
    "2c.g3r60-120c10.aa12.bb5vp4-0-6-0.g0.cc400mq120.g1=Circuit.x1=Slowly%2E.x3=Outside",
    "2c.aa.y1.o1-2x12r30.q90.cc2x8w2x12kgf7rpe.i30.dd3xmax60s.y2.f1=Daily%2E.x2=Stop-above-3-of-10.x4=Last.o1=Clamshell.w1=On-your-side%2E",
    "2c.g20-30e60.aa2.bb1.g10q90k60.cc40s.dd30s.g1s1200.aa10.bb5.g3z900.cc20.dd5",
    "2c.aa8r60ww9-empty-baru5w40kg.bb5x5w50n60n70kg.cc10yt30x1-w.dd2-3x10w20cm",
  ].map(checked),
];
const NOW = [new Date(2026, 1, 24, 7), new Date(2027, 11, 29, 23)];

test("plans are read, told and worded as they were", () => {
  const said = LINKS.flatMap((link) => {
    const plan = decode(link, EXERCISES, ALIASES);
    const routine = asRoutine(plan, EXERCISES);
    const url = PAGE + encode(plan);
    return [
      `== ${link.slice(0, 80)}`,
      ...linesOf("plan", plan),
      ...linesOf("without the usual", encode(withoutDefaults(plan, EXERCISES))),
      ...linesOf("notices", notices(plan, EXERCISES)),
      ...linesOf("facts", factsOf(routine)),
      ...plan.steps.filter(({ own }) => !own).flatMap((step) => linesOf("usually", usualDose(step, /** @type {any} */ (EXERCISES.get(step.code)), "goal"))),
      "notes:",
      ...notes({ plan, routine, url }).split("\n").map((line) => `  ${line}`.trimEnd()),
      "calendar:",
      ...calendar({ plan, routine, url, days: ["sunday", "friday"], time: "06:05", now: NOW[0], weeks: 6 }).split("\r\n"),
    ];
  });
  const routine = asRoutine(decode("#1g.aa.bb45h", EXERCISES), EXERCISES);
  const far = calendar({ plan: EMPTY, routine, url: PAGE, days: ["thursday"], time: "23:59", now: NOW[1] });
  matchGolden("plans", [...said, ...linesOf("a routine", { ...routine, steps: routine.steps.map(({ exercise: _, ...step }) => step) }), ...far.split("\r\n")]);
});

test("a plan's paper says what it did", () => {
  const said = LINKS.filter((link) => decode(link, EXERCISES, ALIASES).steps.length).flatMap((link) => {
    const { steps, ...texts } = sheetTexts(decode(link, EXERCISES, ALIASES), EXERCISES, MEASURES);
    const each = steps.slice(0, 5).flatMap((step) => linesOf(`${step.number} ${step.exercise.code}`, cardTexts(step, NAMES)));
    return [`== ${link.slice(0, 80)}`, ...linesOf("sheet", texts), ...each];
  });
  matchGolden("plan-paper", said);
});

test("sheets are tried in the same order, and hold the same", () => {
  const wishes = [false, true].flatMap((large) => [false, true].map((drawn) => ({ large, drawn })));
  const tried = [1, 2, 12, 13].flatMap((count) =>
    wishes.flatMap((wish) => [
      `${count} ${JSON.stringify(wish)}`,
      ...[...styles(count, wish, MEASURES)].map(({ sheets, style }) => `  ${sheets} ${Object.values(style).join(" ")}`),
    ]),
  );
  const { large_styles, styles: usual } = MEASURES;
  const grown = [...large_styles, ...usual].map((style) => {
    const sizes = [style.pose, 0].map((pose) => [...larger({ ...style, pose, all_stop_signs: true }, MEASURES)].map(({ size, poses }) => `${size}/${poses}`).join(" "));
    return `${style.form} ${style.size} on A4: ${sizes[0]}, without poses: ${sizes[1]}`;
  });
  const heights = [[34, 15, 30], [54.3, 9.5, 21.7], [27, 23.9, 0], [14, 58, 50], [32.2, 40.05, 45]];
  const held = heights.flatMap(([head, row, foot]) =>
    [1, 2, 3, 5, 8, 13].flatMap((count) =>
      [1, 2, 3].map((sheets) => {
        const rows = Array.from({ length: count }, () => row);
        const found = shares({ head, above: 6, rows, foot }, sheets, MEASURES);
        const on = found && [1.1, 1.2, 1.3].map((more) => holdsOnA4({ head, above: 6, rows: rows.map((each) => each * more), foot }, found, MEASURES));
        return `${head} ${row} ${foot}: ${count} on ${sheets}: ${JSON.stringify(found)}${on ? `, on A4 ${on.join(" ")}` : ""}`;
      }),
    ),
  );
  matchGolden("plan-sheets", [...tried, ...new Set(grown), ...held]);
});

test("doses are written, and shown in a form, as they were", () => {
  const written = ["12", "3x12", "2x30s", "30h", "3x5x10h", "10-12", "2x10-12r30t2110", "30-40hc0", "8o20h", "3x8r60o2x20hr10", "0", "9999s", "2-3x5h"];
  const odd = ["", "x", "12t211", "12q3", "12o", "12o5oo7", "5h-l", "12rl", "leg", "b", "12-g"];
  const said = [...written, ...odd].flatMap((text) => {
    const fields = fieldsOf(text, 1);
    const shown = fields?.dose && fieldsFor(fields.dose);
    if (!fields?.dose || !shown) return linesOf(text, fields);
    const kinds = /** @type {const} */ (["reps", "hold", "holds", "work"]).map((kind) => normalizeDose(doseFrom({ ...shown, kind }, doseOf({ reps: 1, tempo: "4-0-4-0" }))));
    return [
      ...linesOf(text, fields), ...linesOf("  as fields", shown), `  again: ${writtenDose(fields.dose)}`,
      `  as others: ${kinds.map((dose) => dose && writtenDose(dose)).join(" ")}`,
      `  that count: ${[...fieldsThatCount(shown, { sided: text.length > 3, or: text.length > 4 })].join(" ")}`,
    ];
  });
  const blank = { sets: "", reps: "", reps_most: "", seconds: "", seconds_most: "", rest_seconds: "", rep_rest_seconds: "" };
  const filled = /** @type {const} */ (["reps", "hold", "holds", "work"]).flatMap((kind) => {
    const fields = { ...blank, kind, switch_seconds: "", tempo: "", or: true };
    const several = { ...fields, sets: "3", switch_seconds: "x" };
    return [fields, several, { ...several, tempo: "fast", rest_seconds: "20", rep_rest_seconds: "3", switch_seconds: "7" }].flatMap((each) =>
      linesOf(kind, normalizeDose(doseFrom(each, { ...doseOf({ reps: 1, tempo: "4-0-4-0" }), or: doseOf({ work_seconds: 9 }) }))),
    );
  });
  const tempos = ["3110", "3-1-1-0", " 3 1 1 0 ", "10 0 10 0", "311", "a-b-c-d", "3-1-1-100", "1-1-1-1-1"].map((text) => `${text}: ${tempoFrom(text)}`);
  matchGolden("plan-doses", [...said, ...filled, ...tempos, ...linesOf("none", normalizeDose(null))]);
});

test("a draft, its edits and what is cut from it are as they were", () => {
  const long = { ...EMPTY, title: "t".repeat(70), note: "é-".repeat(300), steps: [usualStep("aa"), usualStep("toolong"), { ...usualStep("bb"), level: /** @type {const} */ ("goal") }] };
  let edits = validHistory({ undo: ["a", "b"], redo: ["c"], last: "x" });
  const histories = ["", "title", "title", "note"].map((kind, at) => (edits = remembered(edits, `${at}`, kind)));
  const routine = asRoutine(decode("#1.aa.bb45h", EXERCISES), EXERCISES);
  matchGolden("plan-drafts", [
    ...linesOf("empty", EMPTY), ...linesOf("cut", normalised(long)), ...linesOf("link", encode(long)),
    ...histories.flatMap((each) => linesOf("edits", each)),
    ...linesOf("back", steppedTo(edits, "now", "undo")),
    ...linesOf("forth", steppedTo(edits, "now", "redo")),
    ...linesOf("sound", validHistory({ undo: [1], redo: ["r"] })),
    ...linesOf("garbage", validHistory("x")),
    ...linesOf("steps", stepsOf(routine, "goal")),
    ...timeline(routine).map((each) => JSON.stringify(each)),
  ]);
});
