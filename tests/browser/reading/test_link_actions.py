"""What a coach does with a link, in a real browser: copy it, share it, show it to a phone across the table."""

import re
import subprocess
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from system_parts import needed

ALLOWED = ["clipboard-read", "clipboard-write"]
REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
SHARES = "window.shared = []; navigator.share = async (what) => { shared.push(what); %s }"


@pytest.fixture(params=["exercise", "routine"])
def address(request, kinds):
    """The page of a record."""
    return kinds[request.param]


def _visit(page, address):
    """Opens the page, and on a routine's the line behind which its link is."""
    page.goto(address)
    for line in page.locator("summary", has_text="Send or schedule it").all():
        line.click()


def _copied(page):
    return page.evaluate("navigator.clipboard.readText()")


def _codes(picture):
    return [code.text for code in zxingcpp.read_barcodes(Image.open(BytesIO(picture)))]


def test_copied_link_is_the_published_address_and_no_more(page, site, address):
    page.context.grant_permissions(ALLOWED)
    _visit(page, f"{address}?utm=x#steps")
    said = page.locator(".link-actions").get_by_role("status")
    assert said.inner_text() == ""
    page.get_by_role("button", name="Copy link").click()
    said.filter(has_text="Copied").wait_for()
    assert _copied(page) == site.address + address
    assert not page.get_by_label("Copy this address").is_visible()


def test_copied_link_of_a_site_in_a_folder_has_its_path(new_page, subpath_site, kinds):
    page = new_page(of=subpath_site, permissions=ALLOWED)
    page.goto(kinds["exercise"])
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    assert _copied(page) == subpath_site.address + kinds["exercise"]


@pytest.mark.parametrize("hindrance", [REFUSED, "delete Navigator.prototype.clipboard"])
def test_where_nothing_can_be_copied_the_address_is_selected_in_a_field(page, site, address, hindrance):
    _visit(page, address)
    page.evaluate(f"() => {{ {hindrance} }}")
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Copy this address")
    field.wait_for()
    assert field.input_value() == page.evaluate("getSelection().toString()") == site.address + address
    assert field.evaluate("it => it === document.activeElement && it.readOnly")
    page.get_by_text("The address is selected").wait_for()
    assert not page.get_by_text("Copied").is_visible()


def test_share_hands_on_title_and_address_only(new_page, site, dataset, address):
    page = new_page()
    page.add_init_script(SHARES % "")
    _visit(page, address)
    page.get_by_role("button", name="Share").click()
    name = {**dataset.exercises, **dataset.routines}[address.split("/")[1]].name
    assert page.evaluate("shared") == [{"title": name, "url": site.address + address}]


@pytest.mark.parametrize(("fault", "offered"), [("AbortError", False), ("NotAllowedError", True)])
def test_share_that_fails_offers_the_address_but_a_change_of_mind_is_none(new_page, address, fault, offered):
    page = new_page()
    page.add_init_script(SHARES % f"throw new DOMException('', '{fault}');")
    _visit(page, address)
    page.get_by_role("button", name="Share").click()
    page.wait_for_function("shared.length === 1")
    page.evaluate("new Promise((go) => setTimeout(() => requestAnimationFrame(go)))")
    assert page.get_by_label("Copy this address").is_visible() == offered


def test_share_is_not_offered_where_a_browser_cannot(new_page, address):
    page = new_page()
    page.add_init_script("delete Navigator.prototype.share")
    _visit(page, address)
    assert page.get_by_role("button", name="Copy link").is_visible()
    assert not page.get_by_role("button", name="Share").is_visible()


def test_qr_code_on_the_screen_holds_the_address_and_is_large(page, site, address):
    _visit(page, address)
    page.get_by_role("button", name="Show QR").click()
    dialog = page.get_by_role("dialog")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert _codes(page.screenshot()) == [site.address + address], scheme
    size = dialog.locator("svg").bounding_box()
    modules = int(dialog.locator("svg").get_attribute("viewBox").split()[2])
    assert size["width"] == pytest.approx(size["height"])
    assert size["width"] / modules >= 6, "a dot is 1 mm on a phone's screen"
    assert dialog.inner_text().replace("\n", "").count((site.address + address).removeprefix("https://")[:-1]) == 1


def test_qr_code_fits_a_phone_on_its_side(page, site, kinds):
    page.set_viewport_size({"width": 640, "height": 320})
    page.goto(kinds["exercise"])
    page.get_by_role("button", name="Show QR").click()
    assert _codes(page.screenshot()) == [site.address + kinds["exercise"]]


def test_qr_code_closes_and_gives_the_focus_back(page, address):
    _visit(page, address)
    for close in (lambda: page.keyboard.press("Escape"), lambda: page.get_by_role("button", name="Close").click()):
        page.get_by_role("button", name="Show QR").focus()
        page.keyboard.press("Enter")
        page.get_by_role("dialog").wait_for()
        close()
        page.get_by_role("dialog").wait_for(state="hidden")
        assert page.evaluate("document.activeElement.matches('[data-link-qr]')")


@pytest.mark.parametrize("kind", ["exercise", "routine", "cards"])
def test_printing_an_open_code_prints_the_code_alone(page, kinds, tmp_path, kind):
    _visit(page, kinds[kind])
    page.evaluate("() => { window.prints = 0; window.print = () => { prints += 1 } }")
    page.get_by_role("button", name="Show QR").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Print").click()
    assert page.evaluate("prints") == 1
    address = page.locator("[data-link]:has([open])").get_attribute("data-link")
    needed("poppler")
    page.pdf(path=tmp_path / "code.pdf", format="A4", prefer_css_page_size=True)
    subprocess.run(["pdftoppm", "-r", "150", "-png", tmp_path / "code.pdf", tmp_path / "code"], check=True)
    (sheet,) = tmp_path.glob("code*.png")
    assert _codes(sheet.read_bytes()) == [address]
    said = subprocess.run(["pdftotext", tmp_path / "code.pdf", "-"], capture_output=True, text=True, check=True).stdout
    words = re.sub(r"\s", "", said)
    name = re.sub(r"\s", "", page.get_by_role("dialog").locator(".link-qr__name").inner_text())
    assert words == name + address.removeprefix("https://").rstrip("/")


def test_card_of_a_routine_can_be_sent_and_timed(page, site, dataset, kinds):
    page.context.grant_permissions(ALLOWED)
    page.goto(kinds["cards"])
    routine = dataset.routines[kinds["cards"].split("/")[1]]
    ids = list(dict.fromkeys(step.exercise.id for step in routine.steps))
    links = page.locator(".card-links [data-link]")
    assert [each.get_attribute("data-link") for each in links.all()] == [
        f"{site.address}exercises/{id_}/" for id_ in ids
    ]
    links.last.get_by_role("button", name="Copy link").click()
    links.last.get_by_text("Copied").wait_for()
    assert _copied(page) == f"{site.address}exercises/{ids[-1]}/"
    timers = page.get_by_role("link", name="start the timer here")
    hrefs = [each.get_attribute("href") for each in timers.all()]
    assert hrefs == [f"../../timer/?routine={routine.id}&from={id_}" for id_ in ids]


def test_link_without_script_is_a_plain_link_to_the_address(new_page, site, address):
    page = new_page(javascript=False)
    _visit(page, address)
    link = page.locator(".link-actions a")
    assert link.is_visible()
    assert link.get_attribute("href") == site.address + address
    assert link.inner_text() == (site.address + address).removeprefix("https://")[:-1]


def test_each_exercise_has_the_places_that_a_link_may_lead_to(site, dataset):
    for exercise in dataset.exercises.values():
        for place in ("dose", "steps", "stop"):
            assert len(site.of(exercise).every(id=place)) == 1, (exercise.id, place)
    for routine in dataset.routines.values():
        assert len(site.of(routine).every(id="stop")) == bool(routine.stop_signs), routine.id


def test_link_to_a_place_shows_it(page, kinds):
    for place in ("dose", "steps", "stop"):
        page.goto(f"{kinds['exercise']}#{place}")
        box = page.locator(f"#{place}").bounding_box()
        assert 0 <= box["y"] < 844, place
