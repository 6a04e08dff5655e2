// Reloads a page, while it is visible, once the preview shows another build than its own.
// @ts-check

/** @type {EventSource | undefined} */
let news;

/** A hidden page does not listen: a browser allows only six connections to one host. */
function listen() {
  news?.close();
  if (document.hidden) return;
  news = new EventSource("/livereload" + new URL(import.meta.url).search);
  news.onmessage = () => location.reload();
}

addEventListener("visibilitychange", listen);
listen();
