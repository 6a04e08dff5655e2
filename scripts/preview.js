// What scripts/preview.py adds to a page: reloads it, while it is visible, once another build is shown than its own.
// Knows nothing of the page.
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
