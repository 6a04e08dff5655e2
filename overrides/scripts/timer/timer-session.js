// Stores the session that is under way, so that a reload or a crash loses nothing.
// @ts-check

import { parseRequest } from "./timer-address.js";
import { areValid } from "./timer-settings.js";

/**
 * @typedef {import("../shared/timeline.js").Options} Options
 * @typedef {object} Session
 * @property {1} version
 * @property {string} address the query that asks for it
 * @property {string} name of the routine
 * @property {Options} options
 * @property {number | null} only the one step that is repeated, or null
 * @property {unknown} state as playback has it; validated once its timeline is known
 * @property {number} seen when the timer was last seen running
 */

/** A session that was left a day ago is not restored. */
const LONGEST_MS = 24 * 3600 * 1000;

/**
 * @param {unknown} value
 * @param {number} now
 * @returns {Session | null} null for anything that is not a whole, valid session
 */
export function validSession(value, now) {
  if (typeof value !== "object" || !value) return null;
  const { version, address, name, options, only, state, seen } = /** @type {Record<string, unknown>} */ (value);
  if (version !== 1 || typeof address !== "string" || typeof name !== "string" || name.length > 200) return null;
  const { request, notes } = parseRequest(address);
  const valid = validOptions(options);
  if (!request || notes.length || !valid || !(only === null || isCount(only))) return null;
  if (!isCount(seen) || now - seen > LONGEST_MS) return null;
  return { version, address, name, options: valid, only, state, seen };
}

/**
 * @param {unknown} value
 * @returns {Options | null}
 */
function validOptions(value) {
  const { level, most, paced, prepare_seconds, transition_seconds, alternatives, first } = /** @type {any} */ (value ?? {});
  const chosen = { level, most, paced, prepare_seconds, transition_seconds };
  const valid = areValid(chosen) && isCount(first) && Array.isArray(alternatives) && alternatives.every(isCount);
  return valid ? { ...chosen, switch_seconds: null, alternatives, first } : null;
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isCount(value) {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/**
 * The session that had ended on this page before it was reloaded.
 * @param {number} now
 */
export const endedSession = (now) => validSession(history.state, now);

/** Stores one session for each site, in IndexedDB. It never throws: a failure is reported once. */
export class SessionStore {
  #site;
  #onTrouble;
  /** @type {Promise<IDBDatabase> | null} */
  #opened = null;

  /**
   * @param {string} site the key of this site, since a host may have several
   * @param {() => void} onTrouble called once, when a session cannot be kept
   */
  constructor(site, onTrouble) {
    this.#site = site;
    this.#onTrouble = onTrouble;
  }

  /**
   * @param {number} now
   * @returns {Promise<Session | null>}
   */
  async load(now) {
    // In some private windows IndexedDB never answers, which must not keep the timer from starting.
    const late = new Promise((resolve) => setTimeout(resolve, 2000));
    return validSession(await Promise.race([this.#ask("readonly", (store) => store.get(this.#site)), late]), now);
  }

  /** @param {Session} session */
  save(session) {
    return this.#ask("readwrite", (store) => store.put(session, this.#site));
  }

  /**
   * Deletes an ended session, so that no page restores it. A reload of this page finds it in the history entry.
   * @param {Session} session
   */
  end(session) {
    history.replaceState(session, "");
    void this.#ask("readwrite", (store) => store.delete(this.#site));
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest<T>} what
   * @returns {Promise<T | null>}
   */
  async #ask(mode, what) {
    try {
      const database = await (this.#opened ??= open());
      const transaction = database.transaction("sessions", mode);
      const request = what(transaction.objectStore("sessions"));
      transaction.commit(); // at once, since the page may be about to close
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      return request.result;
    } catch {
      this.#opened = null;
      this.#onTrouble();
      this.#onTrouble = () => {};
      return null;
    }
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("limber-timer", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("sessions");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}
