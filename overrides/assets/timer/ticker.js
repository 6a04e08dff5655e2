// A worker that says each quarter of a second that it is over; knows nothing of what waits for it.
// @ts-check

setInterval(() => postMessage(null), 250);
