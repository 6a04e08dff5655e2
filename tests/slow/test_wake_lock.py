"""The screen stays on: asked for in the tap, again after hiding, given back; and a refusal is told in words."""

import pytest

from sound_recorder import PAGE, until

LOCK = """async (able) => {
  window.asked = 0;
  window.answered = 0;
  window.locks = [];
  window.told = [];
  window.refuse = false;
  window.seen = "visible";
  Object.defineProperty(document, "visibilityState", { get: () => seen, configurable: true });
  window.show = (state) => {
    seen = state;
    if (state === "hidden") for (const lock of locks) lock.lose();
    document.dispatchEvent(new Event("visibilitychange"));
  };
  const wakeLock = {
    async request(kind) {
      asked++;
      await new Promise((wake) => setTimeout(wake, 20));
      answered++;
      if (refuse || kind !== "screen" || seen !== "visible") throw new DOMException("no", "NotAllowedError");
      const lock = new EventTarget();
      lock.held = true;
      lock.lose = () => { if (lock.held) { lock.held = false; lock.dispatchEvent(new Event("release")); } };
      lock.release = async () => lock.lose();
      locks.push(lock);
      return lock;
    },
  };
  Object.defineProperty(Navigator.prototype, "wakeLock", { value: able ? wakeLock : undefined, configurable: true });
  window.words = await import("/modules/timer/wake-lock.js");
  window.screenLock = new words.ScreenLock();
  screenLock.onChange((message) => told.push(message));
}"""
HELD = "screenLock.held && locks.at(-1).held"

pytestmark = pytest.mark.usefixtures("modules")


@pytest.fixture
def page(page):
    """A page whose screen can be kept on."""
    page.goto(PAGE)
    page.evaluate(LOCK, True)
    return page


def test_it_is_asked_for_before_the_tap_is_over_and_given_back(page):
    assert page.evaluate("screenLock.request() && asked") == 1
    until(page, HELD)
    page.evaluate("screenLock.request()")
    page.evaluate("screenLock.release()")
    assert page.evaluate("[asked, locks.map((lock) => lock.held), screenLock.held, told]") == [1, [False], False, []]
    page.evaluate("show('hidden'), show('visible')")
    assert page.evaluate("asked") == 1, "nobody wants it any more"


def test_after_hiding_it_is_got_again_without_a_word(page):
    page.evaluate("screenLock.request()")
    until(page, HELD)
    page.evaluate("show('hidden')")
    assert page.evaluate("[screenLock.held, asked]") == [False, 1], "a hidden page may not ask"
    page.evaluate("show('visible')")
    assert page.evaluate("asked") == 2
    until(page, HELD)
    assert page.evaluate("told") == []


def test_a_refusal_is_told_once_and_taken_back_when_it_is_over(page):
    page.evaluate("refuse = true; screenLock.request()")
    until(page, "told.length === 1")
    assert "may turn off" in page.evaluate("told[0]")
    page.evaluate("show('hidden'), show('visible')")
    until(page, "answered === 2")
    assert page.evaluate("[asked, told.length, refuse = false]") == [2, 1, False]
    page.evaluate("show('hidden'), show('visible')")
    until(page, HELD)
    assert page.evaluate("told.at(-1)") == ""


def test_a_lock_that_the_system_takes_is_told(page):
    page.evaluate("screenLock.request()")
    until(page, HELD)
    page.evaluate("locks[0].lose()")
    assert page.evaluate("told") == [page.evaluate("words.REFUSED")]
    page.evaluate("screenLock.release()")
    assert page.evaluate("told.at(-1)") == ""


def test_a_lock_that_comes_after_it_was_given_back_is_let_go(page):
    page.evaluate("screenLock.request(); screenLock.release()")
    until(page, "locks.length === 1 && !locks[0].held")
    assert page.evaluate("[screenLock.held, told]") == [False, []]


def test_a_page_that_is_hidden_while_it_asks_is_no_refusal(page):
    page.evaluate("screenLock.request(); show('hidden')")
    until(page, "answered === 1")
    page.evaluate("show('visible')")
    until(page, HELD)
    assert page.evaluate("told") == []


def test_a_browser_that_cannot_is_told_in_words(page):
    page.evaluate(LOCK, False)
    page.evaluate("screenLock.request()")
    assert page.evaluate("told") == [page.evaluate("words.MISSING")]
    assert page.evaluate("words.MISSING !== words.REFUSED")
