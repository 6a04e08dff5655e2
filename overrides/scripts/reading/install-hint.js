// Offers to install the site as an app, where the browser can and it is not installed yet.
// @ts-check

/** @param {Document} page */
export function connectInstallHint(page) {
  const hint = page.querySelector("[data-install]");
  const window = page.defaultView;
  if (!(hint instanceof HTMLElement) || !window || window.matchMedia("(display-mode: standalone)").matches) return;
  const show = (/** @type {string} */ method) => {
    for (const part of hint.querySelectorAll("[data-method]")) part.toggleAttribute("hidden", part.getAttribute("data-method") !== method);
    hint.hidden = !method;
  };

  // Only Safari on iOS has this property. It cannot be asked to install, so the hint says how.
  if ("standalone" in window.navigator && !window.navigator.standalone) show("share");

  /** @type {any} */
  let asked = null;
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // the browser's own bar would cover the page
    asked = event;
    show("button");
  });
  hint.querySelector("button")?.addEventListener("click", () => {
    asked?.prompt();
    show(""); // a browser allows one prompt
  });
  window.addEventListener("appinstalled", () => show(""));
}
