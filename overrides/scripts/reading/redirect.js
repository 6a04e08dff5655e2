// Leads on from a short address or an old one, and keeps query and fragment.
// @ts-check

const link = document.querySelector("a[data-target]");
if (link instanceof HTMLAnchorElement) {
  link.search = location.search;
  link.hash = location.hash;
  location.replace(link.href); // without an entry in the history
}
