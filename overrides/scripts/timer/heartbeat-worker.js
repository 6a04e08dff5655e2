// A worker that posts a message four times a second.
// @ts-check

setInterval(() => postMessage(null), 250);
