// Draws the QR code of a plan's address as SVG.
// @ts-check

import { gettext } from "../shared/gettext.js";
import { withoutTexts } from "../shared/plan-fragment.js";

/** @typedef {typeof import("lean-qr")} Library */
/** @typedef {ReturnType<Library["generate"]>} Code */

// The build copies it beside this module if npm has installed it. It is in a constant so that no bundler looks for it.
const LIBRARY = "./lean-qr.js";
const SVG = "http://www.w3.org/2000/svg";
const QUIET_ZONE = 4;
/**
 * How large a code may get for how much correction, as scripts/limber/paper/qr.py has it: 41 modules a side, each 0.5 mm wide on
 * 25 mm of paper with the quiet zone. A longer plan has smaller modules, of 0.41 mm.
 * @type {["Q" | "M" | "L", number][]}
 */
const LEVELS = [["Q", 6], ["M", 6], ["L", 9]];
const NO_ROOM = 4; // the library's error code for a text that is too long

/** The address is too long for a readable QR code; the message is for the visitor. */
export class TooLong extends Error {
  name = "TooLong";
}

/**
 * The QR code of a text as SVG, with its quiet zone; null where the library is not installed or cannot be loaded. Throws
 * `TooLong`.
 * @param {string} text
 * @returns {Promise<SVGElement | null>}
 */
export async function qrCode(text) {
  /** @type {Library | null} */
  const library = await import(LIBRARY).catch(() => null);
  return library && drawing(codeOf(text, library));
}

/**
 * The text of a plan's QR code: its address without the texts that are printed beside it, and with the fragment in capitals,
 * which take less room. The path keeps its case, which matters there, and so does a link with names of exercises of one's own.
 * @param {string} url a plan's address as `encode` ends it
 */
export function codeText(url) {
  const [page, fragment = ""] = url.split("#");
  const short = withoutTexts(`#${fragment}`);
  return page + (short.includes("=") ? short : short.toUpperCase()); // names stay as they were written
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
  throw new TooLong(gettext`This plan is too long for a QR code that phones can read. Copy the link instead.`);
}

/** A code in black, with its quiet zone. @param {Pick<Code, "size" | "get">} code */
export function drawing(code) {
  const side = code.size + 2 * QUIET_ZONE;
  const svg = drawn("svg", { class: "qr", viewBox: `0 0 ${side} ${side}`, "shape-rendering": "crispEdges" });
  // With a white background of its own, for dark schemes and printers that leave out backgrounds.
  svg.append(drawn("path", { fill: "#fff", d: `M0 0h${side}v${side}H0z` }), drawn("path", { fill: "#000", d: outline(code) }));
  return svg;
}

/** Each run of dark modules in a row as a rectangle. @param {Pick<Code, "size" | "get">} code */
export function outline({ size, get }) {
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
