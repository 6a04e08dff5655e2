// Repairs the page's address before it is read, where it is not as this site writes one.
// @ts-check

/**
 * What mends comes only to addresses that need it. Where it cannot come, the address is read as it is.
 * @param {() => Promise<{mendHere: () => void}>} load a bundle finds mended-address.js from where it stands itself
 * @param {boolean} [certainly] whether it is known that something is wrong with it
 */
export async function mendAddress(load, certainly = false) {
  if (!certainly && /^(\?[\da-z=&-]*)?(#[\w.=%-]*)?$/.test(location.search + location.hash)) return;
  await load().then(({ mendHere }) => mendHere(), () => {});
}
