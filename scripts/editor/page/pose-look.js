// How a posed figure looks on its page, what is wrong with it, and what the file would say.
// @ts-check

import { MovingFigure } from "../../../overrides/scripts/shared/moving-figure.js";
import { button, byId, make } from "./making.js";

/** @import { Place } from "./pose-draft.js" */

/** @typedef {{place: Place, numbers: {[name: string]: number}}} Mended numbers that the tip of a problem names, and of which pose */
/** @typedef {{subject: string, what: string, tip: string, mend?: Mended}} PoseProblem */
/** @typedef {{poses?: string[], motion?: string, pace?: string, small?: string}} Pictures HTML, made by the site's components */

const STILL = matchMedia("(prefers-reduced-motion: reduce)");
/** @type {MovingFigure | undefined} */
let moving;

/**
 * @param {{pictures?: Pictures, problems?: readonly PoseProblem[], yaml?: string}} said
 * @param {(it: Mended) => void} mend
 */
export function showLook({ pictures = {}, problems = [], yaml = "" }, mend) {
  const indent = /^ */.exec(yaml)?.[0].length ?? 0;
  byId("yaml").dataset.whole = yaml; // with the spaces that it has in the file
  byId("yaml").textContent = yaml.replaceAll(new RegExp(`^ {${indent}}`, "gm"), "");
  byId("no-problems").hidden = problems.length > 0;
  byId("problems").replaceChildren(
    ...problems.map(({ subject, what, tip, mend: it }) => make("li", {}, `${subject}: ${what} ${tip} `, it ? button("Do that", () => mend(it)) : "")),
  );
  moving?.play(false);
  const { poses = [], motion = "", pace = "", small = "" } = pictures;
  if (!poses.length) {
    byId("look").replaceChildren(make("p", { class: "edit-about" }, "It is shown once its problems are mended."));
    return;
  }
  const still = make("div", { class: `figure__poses figure__poses--${poses.length}` });
  still.innerHTML = poses.join("");
  byId("look").replaceChildren(part("Its poses", still), ...(motion ? [moved(still, motion, pace)] : []), ...(small ? [part("Small", filled("pose-look__small", small))] : []));
}

/**
 * @param {string} name
 * @param {Node} picture
 */
const part = (name, picture) => make("figure", { class: "figure pose-look__part" }, picture, make("figcaption", {}, name));

/**
 * @param {string} class_
 * @param {string} html
 */
function filled(class_, html) {
  const made = make("div", { class: class_ });
  made.innerHTML = html;
  return made;
}

/**
 * @param {HTMLElement} still the poses, whose room it takes
 * @param {string} motion
 * @param {string} pace
 */
function moved(still, motion, pace) {
  const stage = filled("figure__stage", `${still.outerHTML}${motion}`);
  for (const each of stage.querySelectorAll(".figure__pose")) each.setAttribute("aria-hidden", "true");
  const plays = make("button", { type: "button", class: "link-button" }, make("span", {}, "Play"));
  const figure = make("figure", { class: "figure pose-look__part", "data-figure": pace }, stage, make("figcaption", {}, "Its motion ", plays));
  moving = new MovingFigure(figure, plays);
  const its = moving;
  plays.addEventListener("click", () => its.play(!its.wanted));
  its.play(!STILL.matches);
  return figure;
}
