// Words which texts and exercises of a plan its link has no room for.
// @ts-check

import { gettext, ngettext } from "../shared/gettext.js";
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
  const texts = [isCut(plan.title, kept.title) && gettext`title`, isCut(plan.note, kept.note) && gettext`note`];
  for (const [at, step] of kept.steps.entries()) {
    const { note, how_often, own } = plan.steps[at];
    const number = at + 1;
    texts.push(
      isCut(own?.name, step.own?.name) && gettext`name of number ${number}`,
      isCut(own?.words, step.own?.words) && gettext`words of number ${number}`,
      isCut(note, step.note) && gettext`note of number ${number}`,
      isCut(how_often, step.how_often) && gettext`“how often” of number ${number}`,
    );
  }
  for (const [at, { name }] of (kept.groups ?? []).entries()) {
    const first = plan.steps.findIndex(({ group }) => group === at);
    texts.push(isCut(plan.groups?.[at].name, name) && gettext`name of the rounds from number ${{ number: first + 1 }}`);
  }
  const cut = texts.filter((text) => typeof text === "string");
  const lost = names.slice(kept.steps.length).map((name, at) => `${kept.steps.length + at + 1} ${name}`);
  const [count, which] = [lost.length, listed(lost)];
  return [
    count
      ? ngettext(
          count,
          gettext`The link has no room for the last exercise: ${which}.`,
          gettext`The link has no room for the last ${count} exercises: ${which}.`,
        )
      : "",
    cut.length ? gettext`The link has no room for the whole ${{ texts: listed(cut) }}.` : "",
  ].filter(Boolean).join(" ");
}

/** @param {string[]} things */
function listed(things) {
  const named = things.length > MOST_NAMED ? [...things.slice(0, MOST_NAMED - 1), gettext`${{ count: things.length - MOST_NAMED + 1 }} more`] : things;
  return named.length > 1 ? gettext`${{ things: named.slice(0, -1).join(", ") }} and ${{ last: `${named.at(-1)}` }}` : named.join();
}
