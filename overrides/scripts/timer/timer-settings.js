// Validates the visitor's settings and stores them on the device.
// @ts-check

/**
 * @typedef {object} Settings
 * @property {"start" | "goal"} level
 * @property {boolean} paced repetitions follow the tempo; otherwise they wait for Done
 * @property {boolean} most the upper end of a range
 * @property {boolean} sound
 * @property {number} volume 0 to 1
 * @property {boolean} voice
 * @property {boolean} vibration
 * @property {boolean} pocket
 * @property {boolean} half_time
 * @property {"reps" | "parts" | "words"} tempo what leads through it: a tick for each repetition, one for each of its parts, words
 * @property {number} prepare_seconds
 * @property {number | null} transition_seconds null: as the routine says
 */

const KEY = "limber-timer-settings";

/** @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({
  level: "start",
  paced: true,
  most: false,
  sound: true,
  volume: 0.8,
  voice: false,
  vibration: true,
  pocket: false,
  half_time: true,
  tempo: "reps",
  prepare_seconds: 10,
  transition_seconds: null,
});

const seconds = (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 120;

/** What each setting may be that is not a yes or no. @type {Partial<Record<string, (value: unknown) => boolean>>} */
const CHECKS = {
  level: (value) => value === "start" || value === "goal",
  volume: (value) => typeof value === "number" && value >= 0 && value <= 1,
  tempo: (value) => value === "reps" || value === "parts" || value === "words",
  prepare_seconds: seconds,
  transition_seconds: (value) => value === null || seconds(value),
};

/** @param {[name: string, value: unknown]} setting */
const isValid = ([name, value]) => Object.hasOwn(DEFAULTS, name) && (CHECKS[name]?.(value) ?? typeof value === "boolean");

/**
 * The settings with those of `value` that are valid; the others are ignored.
 * @param {unknown} value
 * @param {Readonly<Settings>} [settings]
 * @returns {Settings}
 */
export const withValid = (value, settings = DEFAULTS) => ({
  ...settings,
  ...Object.fromEntries(Object.entries(Object(value)).filter(isValid)),
});

/**
 * Whether all of these settings are valid.
 * @param {Partial<Settings>} settings
 */
export const areValid = (settings) => Object.entries(settings).every(isValid);

/** The settings that are stored on the device, or the defaults. */
export function storedSettings() {
  try {
    return withValid(JSON.parse(`${localStorage.getItem(KEY)}`));
  } catch {
    return withValid(null); // storage is blocked, or does not hold JSON
  }
}

/** @param {Settings} settings */
export function storeSettings(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage is blocked or full: they hold for this page only.
  }
}
