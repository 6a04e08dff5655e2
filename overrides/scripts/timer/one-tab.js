// Makes sure that one tab of a browser runs at a time: the latest takes over from the others.
// @ts-check

let isOurs = false;

/**
 * Have the turn until another tab takes it, or the page goes. Where the browser has no locks, each tab has one.
 * @param {string} name of what there is one of
 * @param {() => void} lost called when another tab has taken it
 */
export function takeTurn(name, lost) {
  if (isOurs || !navigator.locks) return;
  isOurs = true;
  const untilGone = () => new Promise((gone) => addEventListener("pagehide", gone, { once: true }));
  navigator.locks
    .request(name, { steal: true }, untilGone)
    .catch(({ name }) => name === "AbortError" && lost())
    .finally(() => (isOurs = false));
}
