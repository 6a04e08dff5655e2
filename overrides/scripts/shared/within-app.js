// Tells whether the page is shown by an app rather than a browser: from a home screen, or in a messenger.
// @ts-check

/**
 * Whether a download may come to nothing: apps on a home screen of iOS ignore it, and so do other apps that show pages
 * there, which call themselves by no browser's name.
 * @param {Window} window
 */
export function isWithinApp({ navigator, matchMedia }) {
  const onApple = "standalone" in navigator;
  return matchMedia("(display-mode: standalone)").matches || (onApple && (Boolean(navigator.standalone) || !/ Safari\//.test(navigator.userAgent)));
}
