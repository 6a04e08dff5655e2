"""What tells one phase from another: a word, a shape and a colour, in both schemes and in forced colours."""

import pytest
from playwright.sync_api import expect

from page_checks import barriers
from timer_driver import Timer

CONTRASTS = """(parts) => {
    const numbers = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
    const channels = (colour) => numbers(colour).map((one) => (colour.startsWith("color(") ? one : one / 255));
    const light = (colour) => channels(colour)
        .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
        .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (at) => {
        for (let each = at; each; each = each.parentElement) {
            const {backgroundColor} = getComputedStyle(each);
            if (!/, 0\\)$|transparent/.test(backgroundColor)) return backgroundColor;
        }
    };
    return Object.fromEntries(parts.map((part) => {
        const at = document.querySelector(`.timer-stage [data-part=${part}]`);
        const [dark, bright] = [light(getComputedStyle(at).color), light(ground(at))].sort((one, two) => one - two);
        return [part, (bright + 0.05) / (dark + 0.05)];
    }));
}"""
SEEN_ICONS = """() => [...document.querySelectorAll(".timer-stage__phase path")]
    .filter((each) => getComputedStyle(each).display !== "none").map((each) => each.getAttribute("d"))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_phase_has_a_word_a_shape_a_colour_and_enough_contrast(begun, scheme):
    begun.page.emulate_media(color_scheme=scheme)
    seen = {}
    for _ in range(8):
        if begun.shown.phase not in seen:
            parts = ["phase_word", "name", "clock", "cue", "place", "left", "main"]
            parts += [part for part in ("side", "count", "next", "fetch") if begun.part(part)]
            contrasts = begun.page.evaluate(CONTRASTS, parts)
            assert {part: round(found, 2) for part, found in contrasts.items() if found < 4.5} == {}, begun.shown.phase
            field = begun.stage.locator(".timer-stage__field").evaluate("it => getComputedStyle(it).backgroundColor")
            seen[begun.shown.phase] = (*begun.page.evaluate(SEEN_ICONS), field)
        begun.press("skip")
    assert set(seen) == {"Get ready", "Work", "Change sides", "Next"}
    assert {len(each) for each in seen.values()} == {2}, "one shape and one colour"
    assert len({shape for shape, _ in seen.values()}) == 4
    assert len({colour for _, colour in seen.values()}) == 3, "on the way to a step, as before the first, one prepares"
    begun.press("main")
    assert begun.shown.phase == "Paused"
    assert begun.page.evaluate(SEEN_ICONS)[0] not in {shape for shape, _ in seen.values()}
    assert min(begun.page.evaluate(CONTRASTS, ["phase_word", "name", "place"]).values()) >= 4.5
    field, controls = begun.stage.locator(".timer-stage__field, .timer-stage__frame").evaluate_all(
        "(all) => all.map((it) => getComputedStyle(it.matches('.timer-stage__field') ? it : it.parentElement))"
        ".map(({backgroundColor}) => backgroundColor.match(/\\d+/g).reduce((sum, one) => sum + Number(one), 0))"
    )
    assert abs(field - controls) > 75, "its ground is told from that of the controls"


def test_rest_has_a_word_a_shape_and_a_colour_of_its_own(timer):
    timer.open("?work=20&rest=10&rounds=2").press("main").press("skip")
    work = (timer.shown.phase, *timer.page.evaluate(SEEN_ICONS))
    timer.press("skip")
    assert timer.shown.phase == "Rest"
    assert timer.page.evaluate(SEEN_ICONS) != [work[1]]
    assert min(timer.page.evaluate(CONTRASTS, ["phase_word", "name", "clock"]).values()) >= 4.5


def test_forced_colours_leave_words_shapes_and_a_bar_that_fills(begun):
    begun.page.emulate_media(forced_colors="active")
    begun.press("skip").run(3)
    assert len(begun.page.evaluate(SEEN_ICONS)) == 1
    assert min(begun.page.evaluate(CONTRASTS, ["phase_word", "name", "clock", "side"]).values()) >= 4.5
    fill = "it => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]"
    assert len(set(begun.stage.locator("progress").evaluate(fill))) == 2


def test_every_state_and_each_end_is_accessible(new_page, root):
    timer = Timer(new_page(bypass_csp=True))  # with time as it is: axe waits for it

    def open_with_axe(query):
        timer.open(query).page.add_script_tag(path=root / "node_modules" / "axe-core" / "axe.min.js")

    open_with_axe("?routine=foot-and-hip")
    for actions in ((), ("main",), ("list",), ("close", "settings")):
        for action in actions:
            timer.press(action)
        widths = (390,) if timer.stage.locator("dialog[open]").count() else (390, 1280)  # dialogs are alike at both
        assert barriers(timer.page, widths) == [], actions
    for seconds, title in ((1, "Done"), (600, "Skipped")):
        open_with_axe(f"?work={seconds}")
        timer.set("prepare_seconds", 0).press("main")
        if seconds > 1:
            timer.press("skip")
        expect(timer.stage.locator("[data-part=title]")).to_have_text(title)
        assert barriers(timer.page, (390,) if title == "Done" else (390, 1280)) == [], title


def test_paper_has_the_list_and_no_screen(timer):
    timer.open()
    timer.page.emulate_media(media="print")
    assert not timer.stage.is_visible()
    assert timer.page.locator("[data-fallback] .timer-page__strip").first.is_visible()
