// Keeps a choice in the page's address, so that it can be sent and comes back with the back button.
// @ts-check

/** @param {URLSearchParams} query empty where nothing is chosen */
export function keepInAddress(query) {
  history.replaceState(history.state, "", location.pathname + (query.size ? `?${query}` : "") + location.hash);
}
