// Asks the preview server for records, and tells it what to write.
// @ts-check

/** @typedef {{name: string, label: string, kind: string, hint: string, most: number, options: string[], required: boolean, folded: boolean}} Field */
/** @typedef {{field: string, at: (string | number)[], what: string, tip: string, subject: string, missing?: string[]}} Problem */
/** @typedef {{line: number, column: number, subject: string, what: string, tip: string}} FileProblem */
/** @typedef {{id: string, name: string, dose: string, published: boolean, unwritten?: string[]}} Listed `unwritten`: labels of fields */
/** @typedef {{was?: string, steps?: Row[], [key: string]: any}} Row */
/** @typedef {{[field: string]: any}} Values */
/**
 * @typedef {{
 *   fingerprint: string, can_undo: boolean, stopped?: string, unreadable?: FileProblem[], changed?: boolean, same?: boolean,
 *   gone?: boolean, problems?: any[], forms?: {[table: string]: Field[]}, records?: {[table: string]: Listed[]},
 *   values?: Values, kept?: string[], named?: string[], seen?: string, published?: boolean, id?: string, added?: string[], elsewhere?: string[],
 *   page?: string, card?: string, classes?: string, timer?: {address: string, of: string} | null
 * }} Said
 */
/** @typedef {{status: number, said: Said}} Answer status 0: nobody answers */

/**
 * @param {"state" | "record" | "figures"} what
 * @param {{[name: string]: string}} [about]
 */
export function ask(what, about = {}) {
  return answer(`api/${what}?${new URLSearchParams(about)}`, { headers: { Accept: "application/json" } });
}

/**
 * @param {"draft" | "save" | "rename" | "retire" | "undo" | "pose" | "look" | "write"} what
 * @param {{[name: string]: any}} about
 * @param {AbortSignal} [signal]
 */
export function tell(what, about, signal) {
  const { token, root } = document.body.dataset;
  const headers = { "Content-Type": "application/json", "X-Editor-Token": token ?? "" };
  return answer(`api/${what}`, { method: "POST", headers, body: JSON.stringify({ root, ...about }), signal });
}

/**
 * @param {string} path
 * @param {RequestInit} request
 * @returns {Promise<Answer>}
 */
async function answer(path, request) {
  try {
    const response = await fetch(path, request);
    return { status: response.status, said: await response.json() };
  } catch (fault) {
    if (/** @type {Error} */ (fault).name === "AbortError") throw fault;
    const stopped = "scripts/serve does not answer. Start it again; what you typed is kept in this browser.";
    return { status: 0, said: { fingerprint: "", can_undo: false, stopped } };
  }
}
