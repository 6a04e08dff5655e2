// Measures elements as they will be printed, whatever the size of the screen.
// @ts-check

const MM = 25.4 / 96;

/** The sheet for A4, as the pages link it. */
const A4 = "print and (min-height: 290mm)";

/**
 * What `read` measures in `paper` as it will be printed. It is synchronous, so that nothing of it is painted.
 *
 * Style sheets for screens are disabled meanwhile, since on a narrow one they put the parts of a sheet below one another, and that
 * for A4 is not: it has classes of its own.
 * @template Found
 * @param {HTMLElement} paper
 * @param {() => Found} read
 * @returns {Found}
 */
export function measureOnPaper(paper, read) {
  const forScreens = [...document.styleSheets].filter((sheet) => sheet.media.mediaText === "screen" && !sheet.disabled);
  const forA4 = [...document.styleSheets].filter((sheet) => sheet.media.mediaText === A4);
  const place = document.createElement("div");
  place.className = "plan-measure";
  place.append(paper);
  document.body.append(place);
  for (const sheet of forScreens) sheet.disabled = true;
  for (const sheet of forA4) sheet.media.mediaText = "all";
  try {
    return read();
  } finally {
    for (const sheet of forScreens) sheet.disabled = false;
    for (const sheet of forA4) sheet.media.mediaText = A4;
    place.remove();
  }
}

/** @param {Element} element */
export const height = (element) => element.getBoundingClientRect().height * MM;
/** @param {Element} element */
export const width = (element) => element.getBoundingClientRect().width * MM;

/**
 * The class of a type size, as paper-sheet.css names them: `paper--95`.
 * @param {number} size in points
 */
export const sizeClass = (size) => `paper--${size * 10}`;

/**
 * Calls `make`, and again if that made the browser load a font: its widths are other ones.
 * @template Made
 * @param {() => Made} make
 */
export async function withFonts(make) {
  const made = make();
  if (document.fonts.status !== "loading") return made;
  await document.fonts.ready;
  return make();
}
