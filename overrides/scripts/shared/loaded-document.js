// Loads a document that is not shown as it is, but whose parts are taken: a drawing, or markup that a page has not at first.
// @ts-check

const WAIT_MS = 20_000;

/**
 * The document, or null where it cannot be loaded. On a page with Trusted Types, only a request makes elements of a text
 * without a policy of its own. No script in it runs.
 * @param {URL} url
 * @param {"image/svg+xml" | "text/html"} type whatever the host calls it
 * @returns {Promise<Document | null>}
 */
export function documentOf(url, type) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.overrideMimeType(type);
    request.responseType = "document";
    request.timeout = WAIT_MS;
    request.onloadend = () => resolve(request.status === 200 ? request.responseXML : null);
    request.send();
  });
}
