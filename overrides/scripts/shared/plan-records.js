// Fetches the records that a plan needs: the names of all exercises, and the whole records of its own.
// @ts-check

import { gettext } from "./gettext.js";
import { decode } from "./plan-link.js";
import { catalogue } from "./plan-routine.js";
import { parsed } from "./time-words.js";

/** @typedef {import("./plan-link.js").Plan} Plan */
/** @typedef {import("./plan-routine.js").Exercised} Exercised */
/** @typedef {{id: string, name: string, description: string, household: boolean}} Thing */
/** @typedef {Thing & {required: boolean, substitutes: string[], substitute_items: Thing[], note: string}} Need */
/**
 * @typedef {Exercised & {setup: string[], instructions: string[], cues: string[], feel_here: string[], feel_not_here: string[],
 *   faults: {fault: string, fix: string}[], precautions: string[], stop_signs: string[], contraindications: string[], contraindications_stated?: boolean,
 *   easier: string[], harder: string[], has_figure?: boolean, images?: import("./photo-size.js").Photo[]}} PlanExercise an exercise as a plan shows it, from /api/v1/plan-exercises/
 */
/**
 * @typedef {Omit<PlanExercise, "equipment" | "has_figure"> & {summary: string, equipment: Need[], short_steps: string[],
 *   figure?: {poses: object[], felt: string[]} | null, progressions: string[], regressions: string[], regions: string[],
 *   muscles: string[], source: {author: string, title: string, publisher: string, url: string, licence?: string} | null}} FullExercise the whole record, from
 *   /api/v1/exercises/, as far as a plan's paper shows it
 */
/**
 * @typedef {{id: string, code: string, name: string, short_name: string, url: string, old_codes: string[], also_called?: string[], start_words?: string, goal_words?: string,
 *   picture?: string | null}} Name without words and a picture where a device has kept the file of an earlier version
 */

/** The records cannot be loaded; the message is for the visitor. */
export class NoRecords extends Error {}

const WAIT_MS = 20_000;

/**
 * The records of one site, each fetched once.
 * @template {PlanExercise | FullExercise} [Known=PlanExercise]
 */
export class PlanRecords {
  #api;
  #folder;
  /** @type {Map<string, Promise<any>>} */
  #asked = new Map();

  /**
   * @param {string} root the site's root, as seen from the page
   * @param {"plan-exercises" | "exercises"} [folder] of the exercises: "exercises" has the whole records
   */
  constructor(root, folder = "plan-exercises") {
    this.#folder = folder;
    this.#api = new URL("api/v1/", new URL(root, document.baseURI));
  }

  /**
   * The names of all exercises.
   * @returns {Promise<Name[]>}
   */
  async names() {
    return (await this.file("exercise-names.json")).exercises;
  }

  /**
   * The plan of a link with the records of its exercises, by code. A damaged link is repaired first: `fragment` is what was read.
   * `retired` has the names of exercises that were taken out, by code: none where there are none.
   * @param {string} fragment
   * @returns {Promise<{plan: Plan, fragment: string, exercisesByCode: Map<string, Known>, retired?: Record<string, string>}>}
   */
  async opened(fragment) {
    const names = await this.names();
    const { exercisesByCode: known, aliases } = catalogue(names);
    let read = fragment;
    let plan = decode(read, known, aliases);
    if (plan.fault || plan.unread.length || plan.reason === "strange") {
      const module = await import("../shared/address-repair.js").catch(() => null);
      if (module) plan = decode((read = module.repairedPlan(fragment)), known, aliases);
    }
    const { retired } = await this.file("exercise-names.json");
    return { plan, fragment: read, exercisesByCode: await this.exercises(plan.steps.map(({ code }) => code)), retired };
  }

  /**
   * Whole records by code; unknown codes are left out.
   * @param {Iterable<string>} codes
   * @returns {Promise<Map<string, Known>>}
   */
  async exercises(codes) {
    const wanted = new Set(codes);
    const ids = (await this.names()).filter(({ code }) => wanted.has(code)).map(({ id }) => id);
    const records = await Promise.all(ids.map((id) => this.file(`${this.#folder}/${id}.json`)));
    return new Map(records.map((each) => [each.code, each]));
  }

  /** @param {string} path */
  file(path) {
    const asked = this.#asked.get(path) ?? this.#fetched(path);
    this.#asked.set(path, asked);
    asked.catch(() => this.#asked.delete(path)); // so that the next call tries again
    return asked;
  }

  /** @param {string} path */
  async #fetched(path) {
    const answer = await fetch(new URL(path, this.#api), { signal: AbortSignal.timeout(WAIT_MS) }).catch(() => {
      throw new NoRecords(
        navigator.onLine
          ? gettext`The exercises could not be loaded. Try again in a moment.`
          : gettext`You are offline, and these exercises are not on the device.`,
      );
    });
    if (!answer.ok) throw new NoRecords(gettext`The exercises could not be loaded: the site answered with error ${answer.status}.`);
    return answer.text().then(parsed).catch(() => {
      throw new NoRecords(gettext`The exercises could not be read: the site sent something else.`);
    });
  }
}
