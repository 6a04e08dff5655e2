// Stores the session that is under way, so that a reload or a crash loses nothing.
// @ts-check

/**
 * @typedef {import("../shared/timeline.js").Options} Options
 * @typedef {object} Session
 * @property {1} version
 * @property {string} address the query that asks for it
 * @property {string} name of the routine
 * @property {Options} options
 * @property {number[] | null} only the steps that are done, where these are not all
 * @property {unknown} state as playback has it; checked once its timeline is known
 * @property {number} seen when the timer was last seen running
 */

/**
 * What the device holds, if it is a session. Most visits find none there, so what checks it is loaded when needed.
 * @param {unknown} value
 * @param {number} now
 * @returns {Promise<Session | null>}
 */
async function checked(value, now) {
  const checks = value ? await import("./stored-session.js").catch(() => null) : null;
  return checks && checks.validSession(value, now);
}

/**
 * The session that had ended on this page before it was reloaded.
 * @param {number} now
 */
export const endedSession = (now) => checked(history.state, now);

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
    return checked(await Promise.race([this.#ask("readonly", (store) => store.get(this.#site)), late]), now);
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
