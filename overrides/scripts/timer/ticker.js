// A worker that says each quarter of a second that it is over.
// @ts-check

setInterval(() => postMessage(null), 250);
