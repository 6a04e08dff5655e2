// The switch between light and dark; it knows how a choice is kept, and not how a scheme looks.
// @ts-check

const KEY = "limber-scheme";

/** @param {Document} page */
export function connectSchemeSwitch(page) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  for (const button of page.querySelectorAll("[data-scheme-switch]")) {
    button.addEventListener("click", () => {
      const next = page.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
      choose(next === (system.matches ? "slate" : "default") ? null : next);
    });
    button.removeAttribute("hidden");
  }
}

/**
 * A choice that equals the system's is forgotten, so that the page follows the system again.
 * @param {string | null} scheme
 */
function choose(scheme) {
  try {
    if (scheme) localStorage.setItem(KEY, scheme);
    else localStorage.removeItem(KEY);
  } catch {
    document.body.dataset.chosen = scheme ?? ""; // storage is blocked: the choice holds for this page only
  }
  // The browser tells only the other tabs; this one is told here, and so there is one way to hear of a choice.
  dispatchEvent(new StorageEvent("storage", { key: KEY, newValue: scheme }));
}
