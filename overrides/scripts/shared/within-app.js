// Tells whether the page is shown by an app rather than a browser: from a home screen, or in a messenger.
// @ts-check

/**
 * Whether a download may fail silently, as in apps on the home screen of iOS, and in other apps there that show pages,
 * whose user agent names no browser.
 * @param {Window} window
 */
export function isWithinApp({ navigator, matchMedia }) {
  const onApple = "standalone" in navigator;
  return matchMedia("(display-mode: standalone)").matches || (onApple && (Boolean(navigator.standalone) || !/ Safari\//.test(navigator.userAgent)));
}
