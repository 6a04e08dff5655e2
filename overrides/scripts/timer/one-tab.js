// Makes sure that one tab of a browser runs at a time: the latest takes over from the others.
// @ts-check

let isOurs = false;

/**
 * Take over from any other tab, until another one takes over or the page goes. Without the Web Locks API, all tabs run.
 * @param {string} name of the lock
 * @param {() => void} lost called when another tab has taken it
 */
export function takeOver(name, lost) {
  if (isOurs || !navigator.locks) return;
  isOurs = true;
  const untilGone = () => new Promise((gone) => addEventListener("pagehide", gone, { once: true }));
  navigator.locks
    .request(name, { steal: true }, untilGone)
    .catch(({ name }) => name === "AbortError" && lost())
    .finally(() => (isOurs = false));
}
