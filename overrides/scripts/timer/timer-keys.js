// Maps keys to actions: Space is the main action, the arrows go back and skip, unless a control needs the key.
// @ts-check

import { BACKWARD, ONWARD } from "../shared/gettext.js";

/** Elements that use the Space key. */
const PRESSED = "a, button, input, select, textarea, summary, audio, video, [contenteditable]";
/** Elements that use the arrow keys. */
const MOVED = "input, select, textarea, audio, video, [contenteditable]";

/**
 * The action for a key, or null where it is not the timer's.
 * @param {KeyboardEvent} event
 * @returns {"main" | "skip" | "back" | null}
 */
export function actionOf(event) {
  if (event.defaultPrevented || event.repeat || event.isComposing) return null;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
  const target = event.target instanceof Element ? event.target : document.body;
  if (document.querySelector("dialog[open]")) return null;
  if (event.key === " ") return target.closest(PRESSED) ? null : "main";
  if (target.closest(MOVED)) return null;
  return event.key === ONWARD ? "skip" : event.key === BACKWARD ? "back" : null;
}
