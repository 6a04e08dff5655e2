// Builds a plan's printable sheets: one, or more where it does not fit.
// @ts-check

import { cloneTemplate, fillParts, find, findAll } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { setDose, setPoses, spans, withText } from "./paper-dom.js";
import { holdsOnA4, larger, shares, styles } from "./plan-layout.js";
import { height, measureOnPaper, sizeClass } from "./plan-measure.js";
import { shortSteps } from "./plan-paper-texts.js";

/** @typedef {import("./plan-layout.js").SheetStyle} SheetStyle */
/** @typedef {import("./plan-layout.js").Share} Share */
/** @typedef {import("./plan-layout.js").Measures} Measures */
/** @typedef {import("./plan-paper-texts.js").SheetTexts} SheetTexts */
/** @typedef {{root: string, measures: Measures}} Place the site's root as seen from the page, and what is measured by */
/** @typedef {import("./plan-layout.js").Larger} Larger */
/** @typedef {{style: SheetStyle, long_title: boolean, shares: Share[], onA4?: Larger}} Layout */

/**
 * Builds the sheets, in the largest type that fits.
 * @param {SheetTexts} texts
 * @param {SVGElement | null} code
 * @param {Place} place
 * @param {boolean} large
 */
export function sheets(texts, code, { root, measures }, large) {
  const { style, long_title, shares, onA4 } = layout(texts, code, large, measures);
  const paper = paperOf(style, onA4);
  const steps = stepsOf(texts, style);
  if (style.pose) for (const [at, step] of texts.steps.entries()) setPoses(steps[at], step, root);
  let first = 0;
  for (const [at, { count, notes }] of shares.entries()) {
    const sheet = sheetOf(texts, code, style, long_title);
    const list = find(sheet, "ol");
    if (at) find(sheet, "header").remove();
    else find(sheet, ".cheat-sheet__goes-on").remove();
    if (at < shares.length - 1) find(sheet, "footer").remove();
    const which = shares.length > 1 ? placeOf(at + 1, shares.length) : "";
    for (const place of findAll(sheet, "[data-part=place]")) which ? place.append(which) : place.remove();
    if (which) sheet.setAttribute("aria-label", gettext`Sheet ${{ number: at + 1 }} of ${{ count: shares.length }}`);
    list.setAttribute("start", `${first + 1}`);
    list.append(...steps.slice(first, first + count), ...Array.from({ length: notes }, (_, row) => notesRow(row === 0)));
    paper.append(sheet);
    first += count;
  }
  return paper;
}

/** @param {SheetTexts} texts @param {SVGElement | null} code @param {boolean} large @param {Measures} measures @returns {Layout} */
function layout(texts, code, large, measures) {
  const drawn = texts.steps.some(({ exercise }) => exercise.figure || exercise.images?.length);
  /** @type {Map<string, ReturnType<typeof measured>>} */
  const known = new Map();
  /** @type {Layout | null} */
  let last = null;
  for (const { sheets, style } of styles(texts.steps.length, { large, drawn }, measures)) {
    const key = JSON.stringify(style);
    const found = known.get(key) ?? measured(texts, code, style, measures);
    known.set(key, found);
    const fitting = shares(found, sheets, measures);
    if (fitting) {
      const onA4 = [...larger(style, measures)].find((each) => holdsOnA4(measured(texts, code, style, measures, each), fitting, measures));
      return { style, long_title: found.long_title, shares: fitting, onA4 };
    }
    last = { style, long_title: found.long_title, shares: texts.steps.map(() => ({ count: 1, notes: 0 })) };
  }
  if (!last) throw new Error("a plan without a step");
  return last;
}

/** @param {SheetTexts} texts @param {SVGElement | null} code @param {SheetStyle} style @param {Measures} measures @param {Larger} [onA4] */
function measured(texts, code, style, measures, onA4) {
  const paper = paperOf(style, onA4);
  const sheet = sheetOf(texts, code, style, false);
  find(sheet, "ol").append(...stepsOf(texts, style));
  find(sheet, ".cheat-sheet__goes-on [data-part=place]").textContent = placeOf(texts.steps.length, texts.steps.length);
  paper.append(sheet);
  return measureOnPaper(paper, () => {
    const title = find(sheet, "h1");
    const long_title = height(title) > 1.5 * oneLine(title);
    title.classList.toggle("cheat-sheet__long-title", long_title);
    const rows = findAll(sheet, ".cheat-sheet__step").map((row) => height(row) + measures.row_air_mm);
    const parts = ["header", ".cheat-sheet__goes-on", ".cheat-sheet__above", "footer"];
    const [head, goes_on, above, foot] = parts.map((part) => height(find(sheet, part)));
    return { head, goes_on, above, rows, foot, long_title };
  });
}

/** @param {number} number @param {number} count */
const placeOf = (number, count) => gettext`sheet ${number} of ${count}`;

/** @param {HTMLElement} title */
function oneLine(title) {
  const line = withText("h1", "W");
  title.after(line);
  const high = height(line);
  line.remove();
  return high;
}

/** @param {SheetStyle} style @param {Larger} [onA4] */
function paperOf({ size, pose, form, large }, onA4) {
  const paper = document.createElement("div");
  const are = [sizeClass(size), `paper--${form}`, ...(large ? ["paper--large"] : []), `poses--${pose}`];
  if (onA4 && onA4.size > size) are.push(`a4--${onA4.size * 10}`);
  if (onA4 && onA4.poses > 1) are.push(`a4--poses-${Math.round(onA4.poses * 100)}`);
  paper.className = ["paper", ...are].join(" ");
  return paper;
}

/** @param {SheetTexts} texts @param {SVGElement | null} code @param {SheetStyle} style @param {boolean} long_title */
function sheetOf(texts, code, { all_stop_signs, key_first }, long_title) {
  const sheet = cloneTemplate("sheet");
  const { title, warning, kit, note, legend, source, stop_signs, few_stop_signs } = texts;
  const [key, below] = key_first ? [legend, ""] : ["", legend];
  fillParts(sheet, { title, warning, kit, note, key, legend: below, source, stop_signs: all_stop_signs ? stop_signs : few_stop_signs });
  for (const empty of findAll(sheet, "[data-with][hidden]")) empty.remove();
  for (const column of findAll(sheet, ".cheat-sheet__foot > div")) if (!column.childElementCount) column.remove();
  sheet.classList.toggle("cheat-sheet--incomplete", Boolean(warning));
  if (long_title) find(sheet, "h1").classList.add("cheat-sheet__long-title");
  find(sheet, "[data-part=how_long]").replaceChildren(...spans(texts.how_long));
  const address = find(sheet, ".cheat-sheet__address");
  if (code) find(address, "[data-part=code]").append(code.cloneNode(true));
  else address.replaceChildren(...findAll(address, "[data-part=place]"));
  return sheet;
}

/** @param {SheetTexts} texts @param {SheetStyle} style */
function stepsOf({ steps }, style) {
  return steps.map(({ number, exercise, dose, note, rounds, begins }) => {
    const row = cloneTemplate("sheet-step");
    fillParts(row, { number: `${number}`, name: exercise.short_name, signs: style.all_stop_signs ? exercise.stop_signs.join(" ") : "" });
    for (const empty of findAll(row, "[data-with][hidden]")) empty.remove();
    setDose(row, dose);
    row.classList.toggle("cheat-sheet__step--grouped", Boolean(rounds));
    const group = find(row, "[data-part=rounds]");
    if (rounds && begins) group.textContent = rounds;
    else group.remove();
    const cue = find(row, "[data-part=cue]");
    if (note || style.cue) cue.textContent = note || exercise.cue; // what the coach says goes before what anyone is told
    else cue.remove();
    const short = find(row, "[data-part=short_steps]");
    if (style.form !== "brief") short.append(...shortSteps(exercise).flatMap((text) => [withText("li", text), " "]));
    else short.remove();
    if (!style.pose) find(row, ".paper-poses").remove();
    return row;
  });
}

/** @param {boolean} labelled */
function notesRow(labelled) {
  const row = cloneTemplate("sheet-notes");
  if (labelled) find(row, "i").textContent = gettext`Notes`;
  return row;
}
