// Draws the QR code of a plan's address as SVG.
// @ts-check

import { withoutTexts } from "../shared/plan-fragment.js";

/** @typedef {typeof import("lean-qr")} Library */
/** @typedef {ReturnType<Library["generate"]>} Code */

// The build puts it beside this module, where npm has it. By a name that no tool follows, since it may not be there.
const LIBRARY = "./lean-qr.js";
const SVG = "http://www.w3.org/2000/svg";
const QUIET_ZONE = 4;
/**
 * How large a code may get for how much correction, as scripts/limber/paper/qr.py has it: 41 modules a side, each 0.5 mm wide on
 * 25 mm of paper with the quiet zone. A plan too long for that at any level has smaller ones, of 0.41 mm, rather than none.
 * @type {["Q" | "M" | "L", number][]}
 */
const LEVELS = [["Q", 6], ["M", 6], ["L", 9]];
const NO_ROOM = 4; // what the library calls it

/** An address that no code of a readable size can hold; the message is for the visitor. */
export class TooLong extends Error {
  name = "TooLong";
}

/**
 * A code that holds `text`, with its quiet zone, as large as whatever it stands in; null where the site has no library
 * for it, or it cannot be loaded. Throws `TooLong`.
 * @param {string} text
 * @returns {Promise<SVGElement | null>}
 */
export async function qrCode(text) {
  /** @type {Library | null} */
  const library = await import(LIBRARY).catch(() => null);
  return library && drawing(codeOf(text, library));
}

/**
 * What the code of a plan holds: its address without title and note, which stand in print beside it, and with the
 * fragment in capitals, which mean nothing there and take less room. The path is left alone: there they mean something.
 * @param {string} url a plan's address as `encode` ends it
 */
export function codeText(url) {
  const [page, fragment = ""] = url.split("#");
  return page + withoutTexts(`#${fragment}`).toUpperCase();
}

/** @param {string} text @param {Pick<Library, "generate" | "mode" | "correction">} library @returns {Code} */
export function codeOf(text, { generate, mode, correction }) {
  const modes = [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8];
  for (const [level, maxVersion] of LEVELS) {
    try {
      return generate(text, { modes, minCorrectionLevel: correction[level], maxVersion });
    } catch (fault) {
      if (/** @type {{code?: number}} */ (fault).code !== NO_ROOM) throw fault;
    }
  }
  throw new TooLong("This plan is too long for a QR code that phones can read. Copy the link instead.");
}

/** @param {Code} code */
function drawing(code) {
  const side = code.size + 2 * QUIET_ZONE;
  const svg = drawn("svg", { class: "qr", viewBox: `0 0 ${side} ${side}`, "shape-rendering": "crispEdges" });
  // Black on white in any scheme, and on paper that prints no backgrounds.
  svg.append(drawn("path", { fill: "#fff", d: `M0 0h${side}v${side}H0z` }), drawn("path", { fill: "#000", d: outline(code) }));
  return svg;
}

/** Each run of dark modules in a row as a rectangle. @param {Code} code */
function outline({ size, get }) {
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0, run = 0; x < size; x += run || 1) {
      for (run = 0; get(x + run, y); run += 1);
      if (run) path += `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${run}v1h-${run}z`;
    }
  }
  return path;
}

/** @param {string} name @param {Record<string, string>} attributes */
function drawn(name, attributes) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}
