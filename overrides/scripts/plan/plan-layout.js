// Distributes the steps of a plan over printed sheets by the heights of its parts, as scripts/limber/paper/sheets.py does.
// @ts-check

/**
 * @typedef {{size: number, cue: boolean, steps: boolean, tight: boolean, all_stop_signs: boolean}} SheetStyle
 *   `size` is that of its rows, in points; `cue` and `steps`: whether rows have them
 */
/** @typedef {{head: number, row: number, foot: number}} Heights in mm; `row` is the highest of all */
/** @typedef {{count: number, notes: number}} Share steps on a sheet, and rows to write on below them */

export const SIZES = [11, 10.5, 10, 9.5, 9, 8.5, 8];
export const LARGE = 14;
const ON_ONE_SHEET = 12;
const LARGE_SHEETS = 2;
const ROOMY = 24; // mm: a row need not be higher; what is left is for notes
const [HEIGHT, DAYS_ROW, GOES_ON] = [246, 6, 8]; // mm, as in cheat-sheet.css
/** What a printer may set otherwise than the screen on which it was measured, on each sheet, in mm. */
const SPARE = 0.7;

/**
 * Numbers of sheets with the styles to try, the best first. From the one to the last, one always fits.
 * @param {number} count of steps
 * @param {{large: boolean, with_steps: boolean}} wish `with_steps`: all have short steps
 * @returns {Iterable<{sheets: number, style: SheetStyle}>}
 */
export function* styles(count, { large, with_steps }) {
  const usual = { size: LARGE, cue: true, steps: false, tight: false, all_stop_signs: false };
  const least = Math.min(count, large || count > ON_ONE_SHEET ? LARGE_SHEETS : 1);
  let last = [{ ...usual, size: 8 }];
  if (large) {
    last = [true, false].flatMap((cue) => [false, true].map((tight) => ({ ...usual, cue, tight })));
  } else {
    // Stop signs weigh more than large type, but words that nobody reads from the floor stop nobody.
    const roomy = SIZES.filter((size) => size >= 9.5);
    const sets = [...(with_steps ? [{ steps: true, sizes: roomy }] : []), { steps: false, sizes: roomy }];
    for (const { steps, sizes } of sets) {
      for (const size of sizes) yield { sheets: least, style: { ...usual, size, steps, all_stop_signs: true } };
    }
    for (const size of SIZES) yield { sheets: least, style: { ...usual, size } };
  }
  for (let sheets = least; sheets <= count; sheets += 1) for (const style of last) yield { sheets, style };
}

/**
 * Steps on each of so many sheets, in rows of like height; null where they do not fit.
 * @param {Heights} heights
 * @param {number} count of steps
 * @param {number} sheets
 * @returns {Share[] | null}
 */
export function shares({ head, row, foot }, count, sheets) {
  const rooms = Array.from({ length: sheets }, (_, at) => {
    const above = DAYS_ROW + (at ? GOES_ON : head);
    return HEIGHT - SPARE - above - (at === sheets - 1 ? foot : 0);
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
    notes: Math.max(0, Math.floor(rooms[at] / Math.max(ROOMY, row)) - count),
  }));
}

/**
 * What stands between two rows, in mm: in large type there is room for air.
 * @param {SheetStyle} style
 */
export const air = ({ size, tight }) => (size < 9 || tight ? 1 : 2.1);
