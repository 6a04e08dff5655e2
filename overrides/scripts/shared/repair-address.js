// Repairs the page's address before it is read, where it is not as this site writes one.
// @ts-check

/**
 * The code that repairs is loaded only where it is needed. Where it cannot be, the address is read as it is.
 * @param {() => Promise<{repairHere: () => void}>} load imports address-repair.js, by its path from the caller, since bundles keep that
 * @param {boolean} [certainly] whether it is known that something is wrong with it
 */
export async function repairAddress(load, certainly = false) {
  if (!certainly && /^(\?[\da-z=&-]*)?(#[\w.=%-]*)?$/.test(location.search + location.hash)) return;
  await load().then(({ repairHere }) => repairHere(), () => {});
}
