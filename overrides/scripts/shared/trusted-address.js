// Makes a worker's address acceptable on a page that requires Trusted Types.
// @ts-check

/**
 * Such a page takes it from a policy only, and lets each policy be made once. This one gives the address, whatever it is
 * asked for.
 * @param {string} name of a policy that the page's own policy allows
 * @param {URL} address
 * @returns {string}
 */
export function trustedAddress(name, { href }) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  return trustedTypes?.createPolicy(name, { createScriptURL: () => href }).createScriptURL("") ?? href;
}
