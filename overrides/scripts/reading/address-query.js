// Writes the chosen filters into the page's query, so that they can be shared and survive the back button.
// @ts-check

/** @param {URLSearchParams} query empty where nothing is chosen */
export function keepInAddress(query) {
  history.replaceState(history.state, "", location.pathname + (query.size ? `?${query}` : "") + location.hash);
}
