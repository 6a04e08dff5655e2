// Writes a plan as a table (CSV) for spreadsheets, with the columns and cells that scripts/limber/exports/routine_files.py gives a routine.
// @ts-check

// tests/vectors/table-rows.json holds both to the same answers. Loaded once a table is asked for.

import { count, seconds } from "../shared/dose-words.js";
import { decimal, gettext, pgettext } from "../shared/gettext.js";
import { groupOf } from "../shared/group-words.js";
import { handOver } from "../shared/hand-over.js";
import { plain } from "../shared/plain-text.js";
import { PlanRecords } from "../shared/plan-records.js";
import { asRoutine, exerciseOf } from "../shared/plan-routine.js";

/** @typedef {import("../shared/timeline.js").Group} Group */
/** @typedef {import("../shared/timeline.js").Step} Step */
/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {import("../shared/plan-records.js").FullExercise} FullExercise */

/** Spreadsheets take a table without it for one of their own encoding, and spoil its dashes. */
const BOM = "\ufeff";
const HEADS = [
  pgettext("column", gettext`exercise`),
  pgettext("column", gettext`dose`),
  pgettext("column", gettext`goal dose`),
  pgettext("column", gettext`group`),
  pgettext("column", gettext`rounds`),
  pgettext("column", gettext`rest between rounds`),
  pgettext("column", gettext`how often`),
  pgettext("column", gettext`rest after it`),
  pgettext("column", gettext`note`),
  pgettext("column", gettext`equipment`),
  pgettext("column", gettext`cue`),
  pgettext("column", gettext`id`),
  pgettext("column", gettext`page`),
  pgettext("column", gettext`author`),
  pgettext("column", gettext`licence`),
  pgettext("column", gettext`source`),
];
/** Where a language has decimal commas, spreadsheets take semicolons for what stands between cells. */
const SEPARATOR = `${decimal(0.5)}`.includes(",") ? ";" : ",";

/** The message for each result of handOver(). */
const RESULTS = {
  saved: gettext`Saved as plan.csv.`,
  shared: gettext`plan.csv was handed on.`,
  left: "",
  again: gettext`Your phone wants another tap: save the table once more.`,
};

/** @type {PlanRecords<FullExercise> | null} kept, so that a second tap waits for nothing */
let records = null;

/**
 * Saves the table, or hands it to the share sheet where an app cannot save; says in words what came of it.
 * @param {{plan: Draft, url: string}} of `url` is the plan's link
 * @param {URL} root the site's
 */
export async function saveTable({ plan, url }, root) {
  records ??= /** @type {PlanRecords<FullExercise>} */ (new PlanRecords(root.href, "exercises"));
  const exercisesByCode = await records.exercises(plan.steps.map(({ code }) => code));
  const text = table(plan, exercisesByCode, new URL("..", url).href);
  return RESULTS[await handOver(new File([text], "plan.csv", { type: "text/csv;charset=utf-8" }), window)];
}

/**
 * A step a row, in the order in which they are done; lines end as RFC 4180 says.
 * @param {Draft} plan
 * @param {ReadonlyMap<string, FullExercise>} exercisesByCode
 * @param {string} site where others find it
 */
export function table(plan, exercisesByCode, site) {
  const routine = asRoutine(plan, exercisesByCode);
  const known = plan.steps.flatMap((step) => exerciseOf(step, exercisesByCode) ?? []); // the routine leaves the others out, too
  const rows = routine.steps.map((step, index) => cells(step, known[index], groupOf(routine, index), site).map((cell) => defused(plain(cell))));
  return BOM + [HEADS, ...rows].map((row) => `${row.map(quoted).join(SEPARATOR)}\r\n`).join("");
}

/**
 * A cell that no spreadsheet takes for a formula: what could begin one has an apostrophe before it.
 * @param {string} cell
 */
export const defused = (cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** In quotes where it has a separator, also one that only others take for such. @param {string} cell */
const quoted = (cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * @param {Step} step with its dose in words
 * @param {FullExercise} exercise its own, without the side that a plan's step has in its name
 * @param {Group | undefined} group
 * @param {string} site
 */
function cells({ start, how_often = "", rest_after_seconds = 0, note }, { name, equipment, cue, id, url, source }, group, site) {
  const work = source?.licence ? source : null;
  return [
    name,
    start.words,
    "", // a plan has one dose
    group?.name ?? "",
    ...(group ? roundsOf(group) : ["", ""]),
    how_often,
    rest_after_seconds ? seconds(rest_after_seconds) : "",
    note,
    equipment.filter(({ required }) => required).map((thing) => thing.name).join(", "),
    cue,
    id,
    url && new URL(url, site).href,
    work?.author ?? "",
    work?.licence ?? "",
    work?.url ?? "",
  ];
}

/**
 * How many rounds, and the rest between them; where a clock runs, in words.
 * @param {Group} group
 */
function roundsOf({ words, rounds, work_seconds, every_seconds, step_every_seconds, for_time, ...ranges }) {
  if (work_seconds || every_seconds || step_every_seconds || for_time) return [words, ""];
  const { rounds_range = { min: rounds, max: rounds }, round_rest_seconds: rest = 0 } = ranges;
  const { round_rest_seconds_range = { min: rest, max: rest } } = ranges;
  return [count(rounds_range), round_rest_seconds_range.max ? seconds(round_rest_seconds_range) : ""];
}
