// Switches between the light and the dark colour scheme.
// @ts-check

const KEY = "limber-scheme";

/** @param {Document} page */
export function connectSchemeSwitch(page) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  for (const button of page.querySelectorAll("[data-scheme-switch]")) {
    button.addEventListener("click", () => {
      const next = page.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
      choose(next, next === (system.matches ? "slate" : "default"));
    });
    button.removeAttribute("hidden");
  }
}

/**
 * Stores the choice. One that equals the system's is deleted, so that the page follows the system again.
 * @param {"slate" | "default"} scheme
 * @param {boolean} isTheSystems
 */
function choose(scheme, isTheSystems) {
  try {
    if (isTheSystems) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    document.body.dataset.mdColorScheme = scheme; // storage is blocked: the choice holds for this page only
    return;
  }
  // Browsers fire this event in the other tabs only; here it is fired for this tab as well.
  dispatchEvent(new StorageEvent("storage", { key: KEY, newValue: isTheSystems ? null : scheme }));
}
