// Follows the colours that the site is shown in, also when they are switched in another tab.
// @ts-check

/** @param {readonly HTMLIFrameElement[]} frames whose pages follow, too */
export function followScheme(frames) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    const chosen = localStorage.getItem("limber-scheme");
    const scheme = (chosen ? chosen === "slate" : dark.matches) ? "slate" : "default";
    for (const page of [document, ...frames.map((each) => each.contentDocument)]) {
      if (page?.body) page.body.dataset.mdColorScheme = scheme;
    }
  };
  follow();
  dark.addEventListener("change", follow);
  addEventListener("storage", follow);
}
