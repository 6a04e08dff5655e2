// The entry of the plan's printable pages: reads the plan from the address, and shows its sheets or cards.
// @ts-check

import "../offline/offline.js";
import { find, findAll } from "../shared/dom.js";
import { gettext } from "../shared/gettext.js";
import { encode, LONGEST_LINK } from "../shared/plan-link.js";
import { notices } from "../shared/plan-notices.js";
import { NoRecords, PlanRecords } from "../shared/plan-records.js";
import { nameOf } from "../shared/plan-routine.js";
import { printPage } from "../shared/print-page.js";
import { repairAddress } from "../shared/repair-address.js";
import { picturesLoaded, withText } from "./paper-dom.js";
import { cardSheets } from "./plan-cards.js";
import { withFonts } from "./plan-measure.js";
import { cardTexts, paperSteps, sheetTexts } from "./plan-paper-texts.js";
import { sheets } from "./plan-sheet.js";

/** @typedef {import("../shared/plan-link.js").Plan} Plan */
/** @typedef {import("../shared/plan-records.js").FullExercise} FullExercise */
/** @typedef {{plan: Plan, exercisesByCode: Map<string, FullExercise>}} Opened */

const place = find(document, "[data-plan-paper]");
const heading = find(document, "[data-heading]");
const again = find(document, "[data-again]");
const { planPaper: kind, root = "", site = "", disclaimer = "" } = place.dataset;
/** @type {import("./plan-layout.js").Measures} */
const measures = JSON.parse(place.dataset.measures ?? "");
const [pageHeading, pageTitle] = [heading.textContent, document.title];
const records = /** @type {PlanRecords<FullExercise>} */ (new PlanRecords(root, "exercises"));
let wishes = new URLSearchParams();
let turn = 0;

/** Shows the plan in the address, unless another one is opened meanwhile. */
async function show() {
  const mine = (turn += 1);
  await repairAddress(() => import("../shared/address-repair.js"));
  wishes = new URLSearchParams(location.search);
  const opened = await records.opened(location.hash).catch(couldNot);
  /** @type {string[]} */
  const said = typeof opened === "string" ? [opened] : notices(opened.plan, opened.exercisesByCode, opened.retired);
  const plan = typeof opened === "string" || !opened.exercisesByCode.size ? null : opened;
  const paper = plan && (kind === "cards" ? await cards(plan) : await sheet(plan, said));
  if (paper) await picturesLoaded(paper);
  if (mine !== turn) return;
  place.replaceChildren(...(paper ? [paper] : []));
  find(document, "[data-notices]").replaceChildren(...said.map((text) => withText("p", text)));
  for (const each of findAll(document, "[data-with-plan]")) each.hidden = !paper;
  for (const each of findAll(document, "[data-with-backs]")) each.hidden = !paper || !wishes.has("backs");
  find(document, "[data-without-plan]").hidden = Boolean(paper);
  again.hidden = typeof opened !== "string";
  const title = paper && plan ? nameOf(plan.plan) : "";
  document.title = title ? `${title} – ${pageHeading}` : pageTitle;
  heading.textContent = title && kind === "cards" ? gettext`Cards: ${title}` : pageHeading;
  heading.hidden = Boolean(paper) && kind !== "cards"; // a sheet has a heading of its own
  updateLinks();
}

/** @param {Opened} opened @param {string[]} said */
async function sheet({ plan, exercisesByCode }, said) {
  const texts = sheetTexts(plan, exercisesByCode, measures);
  texts.source = [texts.source, disclaimer].filter(Boolean).join(" ");
  const code = site && !plan.fault ? await codeOf(plan, said) : null; // a damaged link must not be passed on
  return withFonts(() => sheets(texts, code, { root, measures }, wishes.has("large")));
}

/** @param {Opened} opened */
async function cards({ plan, exercisesByCode }) {
  const names = new Map((await records.names()).map(({ id, name }) => [id, name]));
  const chosen = paperSteps(plan, exercisesByCode).map((step) => ({ ...step, texts: cardTexts(step, names, { fault: plan.fault, title: nameOf(plan) }) }));
  return withFonts(() => cardSheets(chosen, { root, site, measures }, wishes.has("backs")));
}

/** The QR code of the plan, without title and note: these are printed beside it. @param {Plan} plan @param {string[]} said */
async function codeOf(plan, said) {
  try {
    const { codeText, qrCode } = await import("./qr-code.js");
    return await qrCode(codeText(new URL(`plan/${encode(plan)}`, site).href));
  } catch (fault) {
    // A sheet can be used without its code.
    said.push(fault instanceof Error && fault.name === "TooLong" ? fault.message : gettext`The QR code could not be loaded, so there is none.`);
    return null;
  }
}

/** @param {unknown} fault */
function couldNot(fault) {
  if (fault instanceof NoRecords) return fault.message;
  throw fault;
}

/** Puts the plan into the links to its other pages. */
function updateLinks() {
  for (const link of /** @type {HTMLAnchorElement[]} */ (findAll(document, ".paper-nav a"))) {
    link.hash = location.hash.length > LONGEST_LINK ? "" : location.hash;
    const item = link.closest("li");
    if (item) item.hidden = link.pathname === location.pathname && link.search === location.search;
  }
}

find(document, "[data-print-plan]").addEventListener("click", () => printPage(window));
again.addEventListener("click", show);
addEventListener("hashchange", show);
show();
