"""How the timer's screen changes: only what differs is written, the focus stays, and little is said aloud."""

from itertools import product

from playwright.sync_api import expect

from timer_driver import Timer

WATCHED = """() => {
    const stage = document.querySelector(".timer-stage");
    const changes = window.changes = {}; // its own, where a test before watches still
    const watch = (name, part) => {
        changes[name] = [];
        const silent = (node) => (node.closest ? node : node.parentElement)?.closest(".timer-stage__figure");
        const said = ({target}) => silent(target) ? [] : [target.textContent];
        new MutationObserver((found) => changes[name].push(...found.flatMap(said))) // a figure moves in silence
            .observe(part, {subtree: true, childList: true, characterData: true, attributes: true});
    };
    watch("clock", stage.querySelector("[data-part=clock]"));
    watch("status", stage.querySelector("[role=status]"));
    watch("stage", stage);
}"""
FOCUSED = "document.activeElement.dataset.action ?? document.activeElement.tagName"
MOVING = """() => [...document.querySelectorAll(".timer-stage, .timer-stage *")].filter((each) => {
    const style = getComputedStyle(each);
    return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0.2;
}).map((each) => each.outerHTML.slice(0, 80))"""


def test_clock_changes_once_a_second_and_status_once_an_interval(begun):
    begun.run(1)
    begun.page.evaluate(WATCHED)
    changes = begun.run(100).page.evaluate("changes")  # Prepare, right, switch, left, a transition, and on
    assert 99 <= len(changes["clock"]) <= 101
    assert len(changes["status"]) == len(set(changes["status"])) == 5
    assert len(changes["stage"]) <= 100 * 3 + 5 * 60


def test_paused_nothing_is_written_at_all(begun):
    parts = begun.stage.locator(".timer-stage__name, .timer-stage__where, .timer-stage__more")
    begun.page.set_viewport_size({"width": 1280, "height": 800})
    before = [each.bounding_box() for each in begun.run(3) and parts.all()]
    begun.press("main")
    assert [each.bounding_box() for each in parts.all()] == before, "nothing moves"
    word, clock = begun.stage.locator(".timer-stage__paused, .timer-stage__clock").all()
    top, bottom = word.bounding_box()["y"], word.bounding_box()["y"] + word.bounding_box()["height"]
    assert before[0]["y"] < top < bottom < clock.bounding_box()["y"] < before[1]["y"], "a smaller number below the word"
    begun.page.evaluate(WATCHED)
    begun.run(20)
    assert begun.page.evaluate("changes") == {"clock": [], "status": [], "stage": []}


def test_time_added_and_a_pause_are_not_said_aloud(begun):
    begun.press("skip").run(1)
    begun.page.evaluate(WATCHED)
    begun.press("add").press("main").press("main").press("settings").press("close").run(2)
    assert begun.page.evaluate("changes.status") == []


def test_neither_the_number_nor_what_is_left_is_live(begun):
    assert begun.stage.locator("[role=status]").count() == begun.stage.locator("[role=timer]").count() == 1
    live = "[role=status], [role=alert], [role=log], output, [aria-live]"
    within = [each.inner_text() for each in begun.stage.locator(live).all()]
    assert within[0] == begun.stage.locator("[role=status]").text_content() != ""
    assert begun.stage.locator(live).locator("[role=timer], [data-part=left], progress").count() == 0
    assert begun.stage.locator(":is([role=timer], .timer-stage__ahead) [aria-live]").count() == 0


def test_focus_stays_on_the_main_button_while_its_word_changes(timer):
    timer.open("?routine=foot-and-hip")
    timer.stage.locator("[data-action=main]").focus()
    for word in ("Start", "Pause", "Resume", "Pause"):
        assert (timer.main, timer.page.evaluate(FOCUSED)) == (word, "main")
        timer.page.keyboard.press("Enter")
    timer.run(400)
    assert timer.page.evaluate(FOCUSED) == "main"


def test_focus_goes_to_the_main_button_when_what_had_it_is_gone(timer):
    timer.open("?work=20").press("main").press("skip")
    timer.stage.locator("[data-action=skip]").focus()
    timer.page.keyboard.press("Enter")
    assert (timer.mode, timer.ways[0], timer.page.evaluate(FOCUSED)) == ("ended", "Start again", "restart")
    assert timer.press("restart").mode == "ended", "a second tap on Done does not start the whole again"
    assert timer.run(1).press("restart").mode == "running"


def test_a_dialog_gives_the_focus_back(begun):
    for dialog, leave in product(("list", "settings"), ("Escape", "close")):
        begun.press(dialog)
        shown = begun.stage.locator(f"dialog[data-dialog={dialog}]")
        assert shown.evaluate("it => it.open && it.contains(document.activeElement)"), dialog
        if leave == "close":
            begun.press("close")
        else:
            begun.page.keyboard.press(leave)
        assert not shown.evaluate("it => it.open"), (dialog, leave)
        assert begun.page.evaluate(FOCUSED) == dialog, leave


def test_a_number_that_cannot_be_is_not_set(timer):
    timer.open().press("settings")
    field = timer.stage.locator("[data-setting=prepare_seconds]")
    for wrong in ("", "121", "-1", "1.5"):
        field.fill(wrong)
        field.press("Tab")
    field.fill("7")
    field.press("Enter")
    assert not timer.stage.locator("[data-dialog=settings]").evaluate("it => it.open")
    assert timer.press("main").part("clock") == "7"


def test_an_empty_number_is_as_the_routine_says(timer):
    timer.open().set("transition_seconds", 3).set("transition_seconds", "")
    timer.press("main").press("list")
    timer.stage.locator("[data-action=jump]").nth(1).click()
    assert (timer.part("phase_word"), timer.part("clock")) == ("Next", "15")


def test_the_list_says_where_one_is(begun):
    begun.press("skip").press("list")
    rows = begun.stage.locator("[data-part=jumps] > li")
    assert rows.nth(0).get_attribute("aria-current") == "step"
    assert rows.nth(0).locator("[data-part=state_word]").inner_text() == "Now"
    rows.nth(2).locator("button").click()
    begun.press("list")
    assert [rows.nth(at).locator("[data-part=state_word]").inner_text() for at in range(4)] == [
        "Skipped",
        "Skipped",
        "Now",
        "",
    ]
    assert [each.get_attribute("aria-current") for each in rows.all()].count("step") == 1


def test_what_a_browser_lacks_is_not_offered(new_page):
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(Document.prototype, 'fullscreenEnabled', {get: () => false});"
        "delete Navigator.prototype.vibrate;"
    )
    timer = Timer.with_clock(page).open()
    assert timer.stage.locator("[data-action=fullScreen], [data-setting=vibration]").count() == 0


def test_full_screen_says_whether_it_is(timer):
    button = timer.open().stage.locator("[data-action=fullScreen]")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_nothing_moves_or_blinks(begun):
    begun.page.emulate_media(reduced_motion="no-preference")
    begun.press("skip").run(28)
    assert begun.page.evaluate(MOVING) == []
    moving = "document.getAnimations().map(({ effect }) => effect.target.parentElement.className)"
    assert begun.page.evaluate(moving) == ["timer-stage__going"], "but for the time that goes by"


def test_pocket_mode_says_what_it_costs_beside_its_setting(timer):
    timer.open().press("settings")
    label = timer.stage.locator("label:has([data-setting=pocket])")
    assert "This stops your music." in label.inner_text()
    box, words = (label.locator(each).bounding_box() for each in ("input", "span"))
    assert abs(box["y"] - words["y"]) <= 4, "the box stands on the first line"


def test_several_timers_on_a_page_have_each_its_own_level(timer):
    timer.open()
    timer.page.evaluate(
        """() => {
            const copy = document.querySelector("interval-timer").cloneNode(true);
            copy.dataset.src = "api/v1/routines/foot-and-hip-short.json";
            document.querySelector("main").append(copy);
        }"""
    )
    stages = timer.page.locator(".timer-stage")
    stages.nth(1).locator("[data-part=title]", has_text="short").wait_for(state="attached")
    names = [each.get_attribute("name") for each in timer.page.locator(".timer-stage__page [type=radio]").all()]
    assert len(names) == 4 and len(set(names)) == 2
