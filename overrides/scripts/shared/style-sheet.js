// Loads a style sheet that a page needs later.
// @ts-check

/**
 * Resolves once it applies, and also where it cannot be loaded: what it styles can be understood without.
 * @param {URL} url
 */
export function loadStyles(url) {
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: url.href });
  const come = new Promise((resolve) => { sheet.onload = sheet.onerror = resolve; });
  document.head.append(sheet);
  return come;
}
