// Parses and validates what an address asks the timer for, and writes such an address.
// @ts-check

/**
 * @typedef {{kind: "plan", fragment: string, level: null, from: null}} PlanRequest
 * @typedef {{kind: "routine", id: string, level: Level | null, from: string | null}} RoutineRequest
 * @typedef {{kind: "exercise", id: string, level: Level | null, from: null}} ExerciseRequest
 * @typedef {{kind: "free", work_seconds: number, rest_seconds: number, rounds: number, level: null, from: null}} FreeRequest
 * @typedef {PlanRequest | RoutineRequest | ExerciseRequest | FreeRequest} TimerRequest
 * @typedef {"start" | "goal"} Level
 * @typedef {"routine" | "exercise" | "level" | "from" | "absent" | "free"} Note what an address asks for that
 *   there is not
 */

const ID = /^[a-z0-9-]{1,64}$/;
/** One character more than the longest plan has, so that what is cut here is not taken for a whole one. */
const MOST = 2000;

/**
 * @param {string} address its query, or the fragment that a plan stands in, or both: then the query counts, if it asks
 *   for anything
 * @returns {{request: TimerRequest | null, notes: Note[]}} no request and no notes: nothing was asked for. address-notes.js has the words
 */
export function parseRequest(address) {
  const [search, plan] = address.split(/#(.*)/s);
  const asked = new URLSearchParams(search.slice(0, 1000));
  if (["work", "rest", "rounds"].some((name) => asked.has(name))) return free(asked);
  /** @type {Note[]} */
  const notes = [];
  const kind = asked.has("routine") ? "routine" : "exercise";
  if (!asked.has(kind)) {
    return { request: plan ? { kind: "plan", fragment: `#${plan.slice(0, MOST)}`, level: null, from: null } : null, notes };
  }
  const id = asked.get(kind) ?? "";
  if (!ID.test(id)) return { request: null, notes: [kind] };
  const level = asked.get("level");
  /** @type {Level | null} */
  const known = level === "start" || level === "goal" ? level : null;
  if (level !== known) notes.push("level");
  const request = { id, level: known, from: null };
  if (kind === "exercise") return { request: { kind, ...request }, notes };
  const from = asked.get("from");
  const step = ID.test(from ?? "") ? from : null;
  if (from !== step) notes.push("from");
  return { request: { kind, ...request, from: step }, notes };
}

/**
 * Notes as sentences. Most addresses have none, so the words are loaded when needed.
 * @param {Note[]} notes
 * @returns {Promise<string[]>}
 */
export const sentencesFor = async (notes) => (notes.length ? import("./address-notes.js").then((words) => words.sentences(notes), () => notes) : []);

/**
 * The query or fragment that makes this request, always the same for the same one: it identifies a session.
 * @param {TimerRequest} request
 */
export function queryOf(request) {
  if (request.kind === "plan") return request.fragment;
  if (request.kind === "free") return `?work=${request.work_seconds}&rest=${request.rest_seconds}&rounds=${request.rounds}`;
  const more = [request.level && `&level=${request.level}`, request.from && `&from=${request.from}`];
  return `?${request.kind}=${request.id}${more.filter(Boolean).join("")}`;
}

/**
 * The same without level and first step, or without a plan's texts: it identifies the routine.
 * @param {string} query
 */
export const baseQuery = (query) => query.replace(/(&(level|from)|\.[tn])=.*/i, "");

/** The same without a plan's checksum, which covers its texts as well. @param {string} query */
export const withoutChecksum = (query) => query.replace(/\.\d\w{3}$/, "");

/**
 * @param {URLSearchParams} asked
 * @returns {{request: FreeRequest | null, notes: Note[]}}
 */
function free(asked) {
  const number = (/** @type {string} */ name, /** @type {number} */ least, /** @type {number} */ most, usual = NaN) => {
    const text = asked.get(name);
    if (text === null) return usual;
    return /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : NaN;
  };
  const work_seconds = number("work", 1, 3600);
  const rest_seconds = number("rest", 0, 3600, 0);
  const rounds = number("rounds", 1, 99, 1);
  if ([work_seconds, rest_seconds, rounds].some(Number.isNaN)) {
    return { request: null, notes: ["free"] };
  }
  return { request: { kind: "free", work_seconds, rest_seconds, rounds, level: null, from: null }, notes: [] };
}
