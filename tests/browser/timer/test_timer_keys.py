"""The timer by keys alone: what each does, where it does nothing, and that the focus is never lost."""


def _key(timer, key):
    timer.page.keyboard.press(key)
    return timer


def test_keys(timer):
    """Space does what the main button does, arrows go back and on; modified keys and letters do nothing."""
    timer.open()
    _key(timer, "ArrowRight")
    assert timer.mode == "ready", "there is nothing to skip yet"
    _key(timer, " ").run(3)
    assert timer.shown == ("Get ready", "Toe lifts and spreads", "Right foot", "7")
    timer.page.evaluate("document.activeElement.blur()")
    for key in ("k", "p", "s", "n", "Enter", "Control+ArrowRight", "Alt+ArrowRight", "Shift+ArrowLeft", "Control+ "):
        if not key.startswith("Alt"):  # which leaves the page in a real browser
            _key(timer, key)
    assert timer.shown == ("Get ready", "Toe lifts and spreads", "Right foot", "7")
    assert _key(timer, " ").main == "Resume"
    assert _key(timer, " ").main == "Pause"
    assert _key(timer, "ArrowRight").shown.phase == "Work"
    assert _key(timer.run(1), "ArrowLeft").shown.phase == "Get ready"


def test_keys_are_left_to_what_has_the_focus(timer):
    timer.open().press("main").run(3)
    timer.stage.locator("[data-action=skip]").focus()
    assert _key(timer, " ").shown.phase == "Work", "Space presses the button that has the focus, once"
    timer.press("settings")
    volume = timer.stage.locator("[data-setting=volume]")
    volume.focus()
    before = timer.shown
    _key(timer, "ArrowLeft")
    assert float(volume.input_value()) < 0.8
    timer.stage.locator("dialog[open] [data-action=close]").focus()
    _key(timer, "ArrowRight")
    _key(timer, "Escape")
    assert timer.shown == before
    assert timer.main == "Pause"


def test_focus_stays_through_a_whole_session(timer):
    timer.open("?routine=foot-and-hip-short")
    timer.stage.locator("[data-action=main]").focus()
    _key(timer, "Enter")
    timer.page.evaluate("lost = [], addEventListener('focusout', (event) => lost.push(event.target.outerHTML)), null")
    while timer.run(20).mode != "ended":
        assert (timer.focus, timer.page.evaluate("lost")) == ("main", [])
    assert timer.focus == "markDone", "what had it is gone"
    for _ in timer.ways[1:]:
        timer.page.keyboard.press("Tab")
    _key(timer.run(2), "Enter")
    assert (timer.mode, timer.focus) == ("running", "main")
