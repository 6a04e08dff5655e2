// Measures elements as they will be printed, whatever the size of the screen.
// @ts-check

const MM = 25.4 / 96;

/**
 * What `read` finds in `paper` as it stands on paper. It is done within one turn, so that nobody sees anything of it.
 *
 * The rules for screens are switched off meanwhile, for on a narrow one the words of a sheet stand below one another.
 * @template Found
 * @param {HTMLElement} paper
 * @param {() => Found} read
 * @returns {Found}
 */
export function onPaper(paper, read) {
  const forScreens = [...document.styleSheets].filter((sheet) => sheet.media.mediaText === "screen" && !sheet.disabled);
  const place = document.createElement("div");
  place.className = "plan-measure";
  place.append(paper);
  document.body.append(place);
  for (const sheet of forScreens) sheet.disabled = true;
  try {
    return read();
  } finally {
    for (const sheet of forScreens) sheet.disabled = false;
    place.remove();
  }
}

/** @param {Element} element */
export const height = (element) => element.getBoundingClientRect().height * MM;
/** @param {Element} element */
export const width = (element) => element.getBoundingClientRect().width * MM;

/**
 * A class for a size of type, as paper-sheet.css names them: `paper--95`.
 * @param {number} size in points
 */
export const sized = (size) => `paper--${size * 10}`;

/**
 * A font is only looked for when it is used, so it may come late, and be of another width.
 * @template Made
 * @param {() => Made} make
 */
export async function inItsFonts(make) {
  const made = make();
  if (document.fonts.status !== "loading") return made;
  await document.fonts.ready;
  return make();
}
