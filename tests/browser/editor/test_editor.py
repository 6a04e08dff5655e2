"""The editor of scripts/serve as a coach uses it."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from page_checks import AXE, RULES, TOO_WIDE
from preview_process import PATIENCE, Preview, until

SAVED = re.compile("^Saved")


def data(preview: Preview) -> Path:
    return preview.project / "data" / "exercises.yaml"


def opened(page: Page, preview: Preview, record: str = "") -> Page:
    page.goto("about:blank")
    page.goto(f"{preview.address}edit/#{record}")
    expect(page.locator("#work" if record else "#list")).to_be_visible()
    return page


def write(page: Page, **fields: str) -> None:
    for name, text in fields.items():
        page.get_by_label(name.replace("_", " "), exact=True).fill(text)


def test_timer_of_a_draft_counts_what_is_typed_before_it_is_saved(page: Page, preview: Preview) -> None:
    opened(page, preview).get_by_role("link", name="New exercise").click()
    write(page, Name="Wall sit", Dose="2 x 20 s, rest 10 s")
    expect(page.frame_locator("#look-page").get_by_role("heading", level=1)).to_have_text("Wall sit")
    page.get_by_role("button", name="Timer").click()
    timer = page.frame_locator("#look-timer")
    expect(timer.get_by_role("heading", name="Wall sit")).to_be_visible()
    expect(timer.locator("body")).to_contain_text("2 × 20 s")
    write(page, Dose="3 x 25 s")
    expect(timer.locator("body")).to_contain_text("3 × 25 s")
    timer.get_by_role("button", name="Start").click()
    expect(timer.get_by_role("timer")).to_be_visible()
    assert b"wall-sit" not in data(preview).read_bytes()
    assert preview.get("api/v1/exercises/wall-sit.json")[0] == 404


def test_what_is_typed_from_nothing_stands_on_the_site(page: Page, preview: Preview) -> None:
    opened(page, preview).get_by_role("link", name="New exercise").click()
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    write(page, Name="Goblet squat", Dose="3 x 10, rest 60 s")
    expect(page.frame_locator("#look-page").get_by_role("heading", level=1)).to_have_text("Goblet squat")
    write(page, Steps="Hold it at your chest.\nSit down.", Stop_at_once="Pain.", What_you_need="Kettlebell")
    expect(page.locator("#missing")).to_have_text("New equipment: kettlebell.")
    page.get_by_role("button", name="Card").click()
    expect(page.frame_locator("#look-card").get_by_role("listitem").last).to_have_text("Sit down.")
    page.keyboard.press("Control+s")
    expect(page.locator("#told")).to_have_text(SAVED)
    until(lambda: "Sit down." in preview.get("exercises/goblet-squat/")[1])
    page.get_by_role("link", name="See it on the site").click()
    page.get_by_role("link", name="Edit it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Goblet squat")


def test_a_mistake_stands_at_its_field_and_nothing_is_written(page: Page, preview: Preview) -> None:
    before = data(preview).read_bytes()
    opened(page, preview, "exercises/rise-on-tiptoe")
    dose = page.get_by_label("Dose", exact=True)
    dose.fill("2 x lots")
    expect(dose).to_have_attribute("aria-invalid", "true")
    expect(dose).to_have_accessible_description(re.compile('"lots" is not understood. A dose reads like this'))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(dose).to_be_focused()
    assert data(preview).read_bytes() == before
    page.reload()
    expect(page.get_by_label("Dose", exact=True)).to_have_value("2 x lots")
    page.get_by_role("button", name="Take what the file says").click()
    expect(page.get_by_label("Dose", exact=True)).to_have_value("2 x 8, rest 60 s → 3 x 12, rest 60 s")


def test_a_record_says_by_name_where_it_is_used(page: Page, preview: Preview) -> None:
    opened(page, preview, "exercises/rise-on-tiptoe")
    expect(page.locator("#about")).to_contain_text('exercises/rise-on-tiptoe/ · in the routine "First routine"')


def test_a_change_on_the_disk_is_told_of_and_kept(page: Page, preview: Preview) -> None:
    opened(page, preview, "exercises/rise-on-tiptoe")
    write(page, Name="Rises on tiptoe")
    file = data(preview)
    file.write_text(file.read_text("utf-8").replace("Up tall, down slow.", "Up, down."), "utf-8")
    page.get_by_role("button", name="Save", exact=True).click()
    dialog = page.get_by_role("dialog", name="The file was changed")
    expect(dialog).to_contain_text("This record is another one now. Nothing was saved.")
    assert "Rises on tiptoe" not in file.read_text("utf-8")
    dialog.get_by_role("button", name="Keep mine and save").click()
    expect(page.locator("#told")).to_have_text(SAVED)
    assert "Up, down." in file.read_text("utf-8") and "name: Rises on tiptoe" in file.read_text("utf-8")
    page.get_by_role("button", name="Undo the last save").click()
    expect(page.locator("#told")).to_have_text("The last save is undone.")
    assert "Up, down." in file.read_text("utf-8") and "name: Rise on tiptoe\n" in file.read_text("utf-8")


def names(page: Page) -> list[str]:
    return [each.input_value() for each in page.get_by_label("Exercise", exact=True).all()]


def test_steps_are_typed_and_moved_by_keys_and_by_drag(page: Page, preview: Preview) -> None:
    opened(page, preview, "routines/")
    write(page, Name="Circuit of two")
    page.get_by_role("button", name="Add rounds").click()
    page.keyboard.type("Rise on tiptoe")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Dose", exact=True).first).to_have_attribute("placeholder", re.compile("^2 x 8"))
    page.keyboard.type("Heel walk")
    expect(page.get_by_text('no exercise "heel-walk"')).to_be_visible()
    grip = page.get_by_role("button", name="Move Heel walk")
    grip.focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#told")).to_have_text("Heel walk is now 1 of 2 in Circuit.")
    expect(grip).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#told")).to_have_text("Heel walk is now 1 of 2.")
    assert names(page) == ["Heel walk", "Rise on tiptoe"]
    # The server says it a while later, and that moves what stands below.
    expect(page.get_by_text("this group has one step")).to_be_visible()
    grip.hover()
    page.mouse.down()
    box = page.get_by_label("Exercise", exact=True).last.bounding_box()
    assert box
    page.mouse.move(box["x"], box["y"] + box["height"])
    expect(page.locator(".edit-step--behind")).to_have_count(1)
    page.mouse.up()
    expect(page.locator("#told")).to_have_text("Heel walk is now 2 of 2 in Circuit.")
    assert names(page) == ["Rise on tiptoe", "Heel walk"]
    page.get_by_role("button", name="Undo", exact=True).click()
    assert names(page) == ["Heel walk", "Rise on tiptoe"]
    page.get_by_role("button", name="Remove: Heel walk").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#told")).to_have_text(re.compile("^(Saved|Not saved)"))


def test_everyone_can_use_it(page: Page, preview: Preview, root: Path) -> None:
    axe = root.joinpath("node_modules", "axe-core", "axe.min.js").read_text("utf-8")
    for record in ("", "exercises/rise-on-tiptoe", "routines/first-routine", "equipment/"):
        opened(page, preview, record)
        for each in page.locator("details:visible > summary").all():
            each.click()
        if record:
            page.get_by_label("Name", exact=True).fill("*Name*")
            expect(page.locator("[aria-invalid=true]").first).to_be_visible()
        page.evaluate(axe)
        for scheme, width in (("light", 390), ("dark", 1280)):
            page.set_viewport_size({"width": width, "height": 9000})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            assert page.evaluate(AXE, RULES[scheme]) == [], (record, scheme)
            assert page.evaluate(TOO_WIDE) == [], (record, width)


@pytest.mark.parametrize("way", ["edit/api/save", "figures/pose/api/write"])
def test_no_other_site_writes(page: Page, preview: Preview, way: str) -> None:
    """A page of another origin, which the browser takes `localhost` for, and a program that claims to be one."""
    before = data(preview).read_bytes()
    host = urlsplit(preview.address).netloc
    page.goto(preview.address)
    token = re.findall('data-token="(.+?)"', preview.get(way.partition("api/")[0])[1])[0]
    body = json.dumps({"table": "equipment", "id": "", "given": {"name": "Mine"}, "fingerprint": ""})
    asked = f"""async ([body, token]) => {{
        const address = "http://{host}/{way}";
        const type = {{"Content-Type": "text/plain"}};
        await fetch(address, {{method: "POST", mode: "no-cors", headers: type, body}}).catch(() => 0);
        const json = {{"Content-Type": "application/json", "X-Editor-Token": token}};
        return fetch(address, {{method: "POST", headers: json, body}}).then((it) => it.status, () => "refused");
    }}"""
    page.route(
        "http://other.example/", lambda route: route.fulfill(body="<title>Other</title>", content_type="text/html")
    )
    page.goto("http://other.example/")
    assert page.evaluate(asked, [body, token]) == "refused"
    for headers in (
        {"Host": "other.example"},
        {"Origin": "http://other.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"X-Editor-Token": "no"},
    ):
        all_ = {"Content-Type": "application/json", "X-Editor-Token": token, **headers}
        request = urllib.request.Request(f"http://{host}/{way}", body.encode(), all_)
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=PATIENCE)
        assert refused.value.code == 403
        refused.value.close()
    assert data(preview).read_bytes() == before
