"""The page of scripts/serve where a coach makes a pose: by dragging, by keys, by numbers; copied and written."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from page_checks import AXE, RULES, TOO_WIDE
from preview_process import Preview, until

WRITTEN = re.compile(r"^Written: Lines? \d+")


def data(preview: Preview) -> Path:
    return preview.project / "data" / "exercises.yaml"


def opened(page: Page, preview: Preview, place: str = "poses/2") -> Page:
    page.goto("about:blank")
    page.goto(f"{preview.address}figures/pose/#rise-on-tiptoe/{place}")
    expect(page.locator("#look .figure__pose").first).to_be_visible()
    return page


def handle(page: Page, name: str) -> Locator:
    return page.get_by_role("slider", name=name, exact=True)


def number(page: Page, name: str) -> Locator:
    return page.get_by_role("spinbutton", name=re.compile(f"^{name},"))


def middle(it: Locator) -> tuple[float, float]:
    box = it.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, name: str, right: float, down: float) -> None:
    """Drags a joint, and waits until it is where the pointer is. What is drawn anew may move it before it is taken."""

    def is_taken() -> bool:
        page.mouse.up()
        page.mouse.move(*middle(handle(page, name)))
        page.mouse.down()
        return bool(handle(page, name).evaluate("(each) => each === document.activeElement"))

    until(is_taken)
    x, y = middle(handle(page, name))
    for share in (0.3, 0.6, 1):
        page.mouse.move(x + share * right, y + share * down)

    def is_there() -> bool:
        x1, y1 = middle(handle(page, name))
        return abs(x1 - x - right) < 12 and abs(y1 - y - down) < 12

    until(is_there)
    page.mouse.up()


def test_pose_is_made_from_the_list_of_figures_dragged_and_written(page: Page, preview: Preview) -> None:
    before = data(preview).read_text("utf-8")
    page.goto(f"{preview.address}figures/")
    page.get_by_role("link", name="Pose it").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rise on tiptoe")
    page.get_by_role("button", name="Add a pose").click()
    expect(page.locator("#problems")).to_contain_text("this pose is the same as pose 2")
    page.get_by_label("Begin with").select_option("Standing")
    expect(number(page, "Right leg sole")).to_have_value("0")
    drag(page, "Pelvis", -40, 120)
    drag(page, "Trunk", 90, 10)
    drag(page, "Both hands", 150, -90)
    expect(page.locator("#yaml")).to_contain_text(re.compile(r"trunk: \{lean: \d+\}\s+legs: \{.*knee: \d+"))
    expect(number(page, "Left leg knee")).to_have_value(number(page, "Right leg knee").input_value())
    page.get_by_label("Shows").fill("Sitting low.")
    expect(page.locator("#no-problems")).to_be_visible()
    expect(page.locator("#yaml")).to_contain_text("shows: Sitting low.")
    page.goto(f"{preview.address}figures/pose/")
    expect(page.locator("#exercises")).to_contain_text("Rise on tiptoe2 poses, not written yet as you left it")
    page.get_by_role("link", name="Rise on tiptoe", exact=True).click()
    page.get_by_role("button", name="Pose 3").click()
    expect(page.get_by_text("This is as you left it, not written yet.")).to_be_visible()
    expect(page.get_by_label("Shows")).to_have_value("Sitting low.")
    page.get_by_role("button", name="Write it").click()
    expect(page.locator("#told")).to_have_text(WRITTEN)
    text = data(preview).read_text("utf-8")
    assert "        - shows: Sitting low.\n          trunk: {lean: " in text
    until(lambda: "Sitting low." in preview.get("exercises/rise-on-tiptoe/")[1])
    page.get_by_role("button", name="Undo the last save").click()
    expect(page.locator("#told")).to_have_text("The last save is undone.")
    assert data(preview).read_text("utf-8") == before


def test_joint_is_bent_by_keys_and_by_its_number_and_told(page: Page, preview: Preview) -> None:
    opened(page, preview)
    hands = handle(page, "Both hands")
    hands.focus()
    expect(hands).to_have_attribute("aria-valuetext", "elbow 0°, shoulder 0°")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("ArrowUp")
    expect(hands).to_have_attribute("aria-valuetext", "elbow 11°, shoulder 1°")
    expect(hands).to_have_attribute("aria-valuenow", "11")
    expect(hands).to_be_focused()
    expect(number(page, "Right arm elbow")).to_have_value("11")
    page.keyboard.press("Tab")
    expect(handle(page, "Both knees")).to_be_focused()
    number(page, "Left arm elbow").fill("40")
    expect(hands).to_have_attribute("aria-valuetext", "elbow 40°, shoulder 1°")
    page.get_by_label("Right", exact=True).check()
    expect(handle(page, "Left hand")).to_be_hidden()
    number(page, "Right arm elbow").fill("")
    expect(handle(page, "Right hand")).to_have_attribute("aria-valuetext", "elbow 0°, shoulder 1°")
    expect(number(page, "Left arm elbow")).to_have_value("40")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(number(page, "Right arm elbow")).to_have_value("40")
    page.get_by_role("button", name="Redo").click()
    expect(number(page, "Right arm elbow")).to_have_value("")
    page.get_by_role("button", name="Take what the file says").or_(
        page.get_by_role("button", name="Undo")
    ).first.click()


def test_problem_is_told_in_the_words_of_the_validator(page: Page, preview: Preview) -> None:
    opened(page, preview)
    number(page, "Trunk lean").fill("60")
    expect(page.locator("#problems")).to_contain_text("nothing carries the body: its weight is ahead of")
    page.get_by_role("button", name="Write it").click()
    expect(page.locator("#told")).to_contain_text("Not written. ")
    page.get_by_role("button", name="Do that").click()
    expect(page.locator("#no-problems")).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#problems")).to_contain_text("nothing carries the body")


def test_pose_is_copied_as_it_stands_in_the_file(page: Page, preview: Preview) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, preview)
    expect(page.locator("#yaml")).to_contain_text("legs: {sole: -40, toes: 40}")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#told")).to_contain_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") in data(preview).read_text("utf-8")


def test_file_that_was_changed_meanwhile_is_asked_about(page: Page, preview: Preview) -> None:
    opened(page, preview)
    number(page, "Right arm elbow").fill("30")
    expect(page.locator("#yaml")).to_contain_text("arms: {elbow: 30}")
    file = data(preview)
    before = file.read_text("utf-8")
    file.write_text(re.sub(r"- Up\b.*", "- Up, then slowly down.", before, count=1), "utf-8")
    page.get_by_role("button", name="Write it").click()
    dialog = page.get_by_role("dialog", name="The file was changed")
    expect(dialog).to_contain_text("This record is another one now. Nothing was saved.")
    dialog.get_by_role("button", name="Keep mine and write it").click()
    expect(page.locator("#told")).to_have_text(WRITTEN)
    assert "Up, then slowly down." in file.read_text("utf-8") and "arms: {elbow: 30}" in file.read_text("utf-8")
    file.write_text(before, "utf-8")


def test_everyone_can_pose(page: Page, preview: Preview, root: Path) -> None:
    axe = root.joinpath("node_modules", "axe-core", "axe.min.js").read_text("utf-8")
    opened(page, preview)
    page.get_by_text("The figure as a whole").click()
    number(page, "Trunk lean").fill("60")
    expect(page.locator("#problems li").first).to_be_visible()
    page.evaluate(axe)
    for scheme, width in (("light", 390), ("dark", 1280)):
        page.set_viewport_size({"width": width, "height": 5000})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        assert page.evaluate(AXE, RULES[scheme]) == [], scheme
        assert page.evaluate(TOO_WIDE) == [], width
