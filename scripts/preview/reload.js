// Reloads a page, while it is visible, once the preview shows another build than its own; leads from a record to its form.
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

/** The editor answers this machine only, so that a phone in the same network is not led there. */
function linkToEditor() {
  const [, table, id] = location.pathname.match(/\/(exercises|routines)\/([a-z0-9-]+)\/$/) ?? [];
  const title = document.querySelector("h1");
  if (!id || !title || !/^(127\.0\.0\.1|localhost|\[::1\])$/.test(location.hostname)) return;
  const link = document.createElement("a");
  link.href = `/edit/#${table}/${id}`;
  link.textContent = "Edit it";
  const line = document.createElement("p");
  line.append(link);
  title.after(line);
}

/** Keeps in sight what is still to be written. Styled here: a page takes no style from elsewhere. */
function keepUnwritten() {
  const line = document.getElementById("unwritten");
  if (!line) return;
  const { style } = line;
  Object.assign(style, { position: "sticky", bottom: "0", margin: "0", padding: "0.5rem 1rem", zIndex: "1" });
  Object.assign(style, { background: "var(--limber-ink, CanvasText)", color: "var(--limber-paper, Canvas)" });
  for (const link of line.querySelectorAll("a")) link.style.color = "inherit";
}

linkToEditor();
keepUnwritten();
addEventListener("visibilitychange", listen);
listen();
