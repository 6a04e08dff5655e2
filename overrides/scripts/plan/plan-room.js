// Words which texts and exercises of a plan its link has no room for.
// @ts-check

import { normalisedBy } from "../shared/plan-writer.js";

/** @typedef {import("../shared/plan-link.js").Draft} Draft */
/** @typedef {import("./plan-grammar.js").Grammar} Grammar */

/** The most that are named. */
const MOST_NAMED = 4;

/**
 * What is left out of a plan's link, in a sentence or two; empty where the link has all of it.
 * @param {Draft} plan
 * @param {string[]} names of its exercises
 * @param {Pick<Grammar, "clean" | "normalizeDose">} grammar
 */
export function withoutRoom(plan, names, { clean, normalizeDose }) {
  const kept = normalisedBy(plan, normalizeDose);
  const isCut = (/** @type {string | undefined} */ typed, /** @type {string | undefined} */ text) =>
    clean(typed ?? "", Number.POSITIVE_INFINITY) !== (text ?? "");
  const texts = [isCut(plan.title, kept.title) && "title", isCut(plan.note, kept.note) && "note"];
  for (const [at, step] of kept.steps.entries()) {
    const { note, how_often, own } = plan.steps[at];
    const found = [
      isCut(own?.name, step.own?.name) && "name",
      isCut(own?.words, step.own?.words) && "words",
      isCut(note, step.note) && "note",
      isCut(how_often, step.how_often) && "“how often”",
    ];
    texts.push(...found.map((text) => text && `${text} of number ${at + 1}`));
  }
  for (const [at, { name }] of (kept.groups ?? []).entries()) {
    const first = plan.steps.findIndex(({ group }) => group === at);
    texts.push(isCut(plan.groups?.[at].name, name) && `name of the rounds from number ${first + 1}`);
  }
  const cut = texts.filter((text) => typeof text === "string");
  const lost = names.slice(kept.steps.length).map((name, at) => `${kept.steps.length + at + 1} ${name}`);
  const which = lost.length === 1 ? "the last exercise" : `the last ${lost.length} exercises`;
  return [
    lost.length ? `The link has no room for ${which}: ${listed(lost)}.` : "",
    cut.length ? `The link has no room for the whole ${listed(cut)}.` : "",
  ].filter(Boolean).join(" ");
}

/** @param {string[]} things */
function listed(things) {
  const named = things.length > MOST_NAMED ? [...things.slice(0, MOST_NAMED - 1), `${things.length - MOST_NAMED + 1} more`] : things;
  return named.length > 1 ? `${named.slice(0, -1).join(", ")} and ${named.at(-1)}` : named.join();
}
