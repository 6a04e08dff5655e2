// Distributes the steps of a plan over printed sheets by the heights of its parts, as scripts/limber/paper/sheets.py does.
// @ts-check

// tests/vectors/sheets.json holds both to the same answers.

/** @typedef {"stacked" | "columns" | "running" | "brief"} Form how a row is set; scripts/limber/paper/measure.py says how */
/** @typedef {{size: number, pose: number, form: Form, cue: boolean, large: boolean, key_first: boolean}} RowStyle points of type, mm of a figure's height, whether rows have cues, whether it is large print, and whether its head says how doses are read */
/** @typedef {RowStyle & {all_stop_signs: boolean}} SheetStyle */
/** @typedef {{head: number, goes_on?: number, above: number, rows: number[], foot: number}} Heights in mm; `above` is what stands above the rows of each sheet, and above that the head or, from the second sheet on, the title, `goes_on` high */
/**
 * @typedef {{styles: RowStyle[], large_styles: RowStyle[], last_large_style: RowStyle,
 *   steps_on_one_sheet: number, steps_on_a_large_sheet: number, height_mm: number, a4_height_mm: number, a4_sizes: number[], a4_poses: number[], goes_on_mm: number,
 *   notes_row_mm: number, even: number, row_air_mm: number, card_width_mm: number,
 *   card_styles: [size: number, figure: number][], card_numbered_mm: number, card_height_mm: number,
 *   card_facts: string[], card_facts_in_bar: string[], card_facts_on_back: string[], card_safe: string[], card_readable_size: number, name_sizes: number[], most_stop_signs: number, most_sources: number}} Measures
 *   what the page has of scripts/limber/paper/plans.py: points of type, characters of text, mm of paper
 */
/** @typedef {{size: number, poses: number}} Larger points, and how much higher poses are */
/** @typedef {{count: number, notes: number}} Share steps on a sheet, and rows to write on below them */

/** The tolerance for each sheet, in mm: a printer may set text otherwise than the screen on which it was measured. */
const SPARE = 0.7;

/** The smallest type in which a step's stop signs beside it are more important than larger type. */
const FROM_AFAR = 8.5;

/**
 * Numbers of sheets with the styles to try, the best first. From the one to the last, one always fits.
 * @param {number} count of steps
 * @param {{large: boolean, drawn: boolean}} wanted `drawn`: whether any step has a figure
 * @param {Measures} measures
 * @returns {Iterable<{sheets: number, style: SheetStyle}>}
 */
export function* styles(count, { large, drawn }, measures) {
  /** @type {(style: RowStyle, all_stop_signs?: boolean) => SheetStyle} */
  const of = (style, all_stop_signs = false) => ({ ...style, pose: drawn ? style.pose : 0, all_stop_signs });
  let [least, last] = [Math.ceil(count / measures.steps_on_a_large_sheet), measures.large_styles];
  if (!large) {
    least = count > measures.steps_on_one_sheet ? 2 : 1;
    for (const style of measures.styles) if (style.size >= FROM_AFAR) yield { sheets: least, style: of(style, true) };
    for (const style of measures.styles) yield { sheets: least, style: of(style) };
    last = measures.styles.slice(-1);
  }
  for (let sheets = least; sheets <= count; sheets += 1) for (const style of last) yield { sheets, style: of(style) };
  if (large) yield { sheets: count, style: of(measures.last_large_style) };
}

/**
 * Larger settings of a style for A4, the best first: in type of `size` points, with higher poses.
 * @param {SheetStyle} style
 * @param {Measures} measures
 * @returns {Iterable<Larger>}
 */
export function* larger({ form, pose, size }, { a4_sizes, a4_poses }) {
  const types = form === "columns" && pose ? a4_sizes.filter((each) => each > size) : [];
  for (const each of types) for (const poses of [...a4_poses, 1]) yield { size: each, poses };
  for (const poses of a4_poses) yield { size, poses };
}

/**
 * Whether the same rows lie on each sheet of A4 as on what it has in common with Letter.
 * @param {Heights} heights
 * @param {Share[]} shares
 * @param {Measures} measures
 */
export function holdsOnA4({ head, goes_on, above, rows, foot }, shares, { a4_height_mm, goes_on_mm }) {
  let first = 0;
  return shares.every(({ count }, at) => {
    const used = rows.slice(first, (first += count)).reduce((sum, row) => sum + row, 0);
    return used + (at ? (goes_on ?? goes_on_mm) : head) + above + (at === shares.length - 1 ? foot : 0) + SPARE <= a4_height_mm;
  });
}

/**
 * Distributes the steps over so many sheets, so that the fullest is as empty as can be; null where they do not fit.
 * @param {Heights} heights
 * @param {number} sheets
 * @param {Measures} measures
 * @returns {Share[] | null}
 */
export function shares({ head, goes_on, above, rows, foot }, sheets, { height_mm, goes_on_mm, notes_row_mm, even }) {
  const rooms = Array.from({ length: sheets }, (_, at) => {
    const title = at ? (goes_on ?? goes_on_mm) : head;
    return height_mm - SPARE - title - above - (at === sheets - 1 ? foot : 0);
  });
  /** @type {Map<number, {full: number, held: number[]}>} by rows so far: how full the fullest sheet is */
  let found = new Map([[0, { full: 0, held: [] }]]);
  for (const room of rooms) {
    const further = new Map();
    for (const [first, { full, held }] of found) {
      let used = 0;
      for (let end = first + 1; end <= rows.length; end += 1) {
        used += rows[end - 1];
        const worst = Math.max(full, used / room);
        if (used > room || worst >= further.get(end)?.full) continue;
        further.set(end, { full: worst, held: [...held, end - first] });
      }
    }
    found = further;
  }
  const counts = found.get(rows.length)?.held;
  if (!counts) return null;

  // The steps of each remain about as high as those of the fullest, and a row for notes is as high.
  const step = sheets > 1 ? even * Math.min(...counts.map((count, at) => rooms[at] / count)) : 0;
  let first = 0;
  return counts.map((count, at) => {
    const left = rooms[at] - rows.slice(first, (first += count)).reduce((sum, row) => sum + row, 0);
    return { count, notes: Math.floor(Math.min(left / notes_row_mm, step ? rooms[at] / step - count : left)) };
  });
}
