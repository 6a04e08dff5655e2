// Distributes the steps of a plan over printed sheets by the heights of its parts, as scripts/limber/paper/sheets.py does.
// @ts-check

// tests/vectors/sheets.json holds both to the same answers.

/**
 * @typedef {{size: number, cue: boolean, steps: boolean, tight: boolean, all_stop_signs: boolean}} SheetStyle
 *   `size` is that of its rows, in points; `cue` and `steps`: whether rows have them
 */
/** @typedef {{head: number, row: number, foot: number}} Heights in mm; `row` is the highest of all */
/**
 * @typedef {{sizes: number[], large_size: number, least_size_with_steps: number, steps_on_one_sheet: number,
 *   large_sheets: number, height_mm: number, days_row_mm: number, goes_on_mm: number, roomy_mm: number, card_width_mm: number,
 *   card_styles: [size: number, figure: number][], card_numbered_mm: number, card_height_mm: number,
 *   card_facts: string[], card_facts_on_back: string[], card_safe: string[], card_readable_size: number, name_sizes: number[], most_stop_signs: number, most_sources: number}} Measures
 *   what the page has of scripts/limber/paper/plans.py: points of type, characters of text, mm of paper
 */
/** @typedef {{count: number, notes: number}} Share steps on a sheet, and rows to write on below them */

/** The tolerance for each sheet, in mm: a printer may set text otherwise than the screen on which it was measured. */
const SPARE = 0.7;

/**
 * Numbers of sheets with the styles to try, the best first. From the one to the last, one always fits.
 * @param {number} count of steps
 * @param {{large: boolean, with_steps: boolean}} wanted `with_steps`: all have short steps
 * @param {Measures} measures
 * @returns {Iterable<{sheets: number, style: SheetStyle}>}
 */
export function* styles(count, { large, with_steps }, measures) {
  const { sizes, large_size, least_size_with_steps, steps_on_one_sheet, large_sheets } = measures;
  const usual = { size: large_size, cue: true, steps: false, tight: false, all_stop_signs: false };
  const least = Math.min(count, large || count > steps_on_one_sheet ? large_sheets : 1);
  let last = sizes.slice(-1).map((size) => ({ ...usual, size }));
  if (large) {
    last = [true, false].flatMap((cue) => [false, true].map((tight) => ({ ...usual, cue, tight })));
  } else {
    // All stop signs are more important than large type, as long as they can be read from the floor.
    const roomy = sizes.filter((size) => size >= least_size_with_steps);
    for (const steps of with_steps ? [true, false] : [false]) {
      for (const size of roomy) yield { sheets: least, style: { ...usual, size, steps, all_stop_signs: true } };
    }
    for (const size of sizes) yield { sheets: least, style: { ...usual, size } };
  }
  for (let sheets = least; sheets <= count; sheets += 1) for (const style of last) yield { sheets, style };
}

/**
 * Distributes the steps over so many sheets, in rows of similar height; null where they do not fit.
 * @param {Heights} heights
 * @param {number} count of steps
 * @param {number} sheets
 * @param {Measures} measures
 * @returns {Share[] | null}
 */
export function shares({ head, row, foot }, count, sheets, { height_mm, days_row_mm, goes_on_mm, roomy_mm }) {
  const rooms = Array.from({ length: sheets }, (_, at) => {
    const above = days_row_mm + (at ? goes_on_mm : head);
    return height_mm - SPARE - above - (at === sheets - 1 ? foot : 0);
  });
  const most = rooms.map((room) => Math.floor(room / row));
  const counts = rooms.map(() => 0);
  for (let step = 0; step < count; step += 1) {
    const free = [...counts.keys()].filter((at) => counts[at] < most[at]);
    if (!free.length) return null;
    const roomiest = free.reduce((best, at) => (rooms[at] / (counts[at] + 1) > rooms[best] / (counts[best] + 1) ? at : best));
    counts[roomiest] += 1;
  }
  if (counts.includes(0)) return null;
  return counts.map((count, at) => ({
    count,
    notes: Math.max(0, Math.floor(rooms[at] / Math.max(roomy_mm, row)) - count),
  }));
}

/**
 * The space between two rows, in mm: less in small type.
 * @param {SheetStyle} style
 */
export const air = ({ size, tight }) => (size < 9 || tight ? 1 : 2.1);
