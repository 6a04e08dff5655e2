// Draws a figure from the file beside its exercise's page, as figure.html has it.
// @ts-check

/** @typedef {"right" | "left"} Side */
/** @typedef {[tone: string, d: string, width: number, frames?: string]} Path */
/** @typedef {[left: number, top: number, width: number, height: number]} Box */
/** @typedef {{shows: Record<Side, string>, box: Box, paths: Path[], lens: {part: Box, place: Box, paths: Path[]} | null}} Picture */
/** @typedef {{poses: Picture[], motion: Picture | null, ways: string}} Drawing */

const WAIT_MS = 20_000;
const SVG = "http://www.w3.org/2000/svg";

/**
 * The drawing of an exercise, or null where it has none or it cannot be had: words go on without it.
 * @param {string} url the exercise's, from the site's root
 * @param {string | URL} root
 * @returns {Promise<Drawing | null>}
 */
export async function drawingOf(url, root) {
  try {
    const file = new URL(`${url}figure.json`, new URL(root, document.baseURI));
    const answer = await fetch(file, { signal: AbortSignal.timeout(WAIT_MS) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * The figure as an element: its poses side by side and, where it moves, one picture that goes through them.
 * @param {Drawing} drawing
 * @param {Side} side that works; left mirrors all
 */
export function figureOf({ poses, motion, ways }, side) {
  const figure = html("figure", "figure");
  const stage = html("div", "figure__stage");
  const still = html("div", `figure__poses figure__poses--${poses.length}`);
  still.append(...poses.map((each) => picture(each, side, "figure__pose")));
  stage.append(still);
  figure.append(stage);
  if (motion) {
    figure.dataset.figure = ways;
    stage.append(picture(motion, side, "figure__motion"));
  }
  return figure;
}

/**
 * @param {string} tag
 * @param {string} name
 */
export function html(tag, name) {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function svg(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, `${value}`);
  return made;
}

/**
 * @param {Picture} picture
 * @param {Side} side
 * @param {string} name
 */
function picture({ shows, box, paths, lens }, side, name) {
  const mirror = side === "left" ? " figure__left" : "";
  const made = svg("svg", {
    ...{ class: `figure__picture ${name}${mirror}`, viewBox: box.join(" "), role: "img", "aria-label": shows[side] },
  });
  made.append(...paths.map(path));
  if (!lens) return made;
  const [x, y, width, height] = lens.place;
  const part = svg("svg", { x, y, width, height, viewBox: lens.part.join(" ") });
  part.append(...lens.paths.map(path));
  const frame = { x, y, width, height, rx: 24, "stroke-width": 4 };
  made.append(svg("rect", { ...frame, class: "figure__frame" }), part, svg("rect", { ...frame, class: "figure__frame figure__frame--line" }));
  return made;
}

/** @param {Path} path */
function path([tone, d, width, frames]) {
  const line = d.endsWith("z") ? "" : " figure__line";
  return svg("path", {
    ...{ class: `figure__${tone}${line}`, d },
    ...(width && { "stroke-width": width }),
    ...(frames && { "data-frames": frames }),
  });
}
