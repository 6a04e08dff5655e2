// Makes a worker's address acceptable on a page that requires Trusted Types.
// @ts-check

/**
 * Such a page accepts the address from a policy only, and each policy can be created once. This one returns the address
 * for any input.
 * @param {string} name of a policy that the page's own policy allows
 * @param {URL} address
 * @returns {string}
 */
export function trustedAddress(name, { href }) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  return trustedTypes?.createPolicy(name, { createScriptURL: () => href }).createScriptURL("") ?? href;
}
