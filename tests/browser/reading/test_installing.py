"""The site among a device's apps: its name there, its icon, where it begins, and how a reader gets it there."""

import json

import pytest
from PIL import Image
from playwright.sync_api import expect

from kept_site import kept
from page_kinds import shown

HINT = "[data-install]"
ASK = """() => {
  const event = new Event("beforeinstallprompt", { cancelable: true });
  event.prompt = () => { window.prompted = true; };
  dispatchEvent(event);
  return event.defaultPrevented;
}"""


@pytest.fixture(params=["site", "subpath_site"])
def either(request):
    return request.getfixturevalue(request.param)


def test_browser_finds_nothing_that_keeps_it_from_installing(new_page, either):
    page = new_page(either, service_workers="allow")
    page.goto("safety/")
    kept(page)
    browser = page.context.new_cdp_session(page)
    assert browser.send("Page.getAppManifest")["errors"] == []
    found = browser.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [each["errorId"] for each in found if each["errorId"] != "in-incognito"] == []


def test_manifest_names_the_site_and_ways_that_are_there(either, site_name, dataset):
    found = json.loads((either.folder / "manifest.webmanifest").read_text("utf-8"))
    mount = either.address.removeprefix("https://coach.example")
    assert (found["name"], found["id"], found["display"]) == (site_name, mount, "standalone")
    assert (found["start_url"], found["scope"]) == ("./", "./")
    shortcuts = {each["name"]: each["url"] for each in found["shortcuts"]}
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    assert shortcuts == {"Start timer": "timer/", "Cheat sheet": f"sheets/{whole.id}/"}
    assert [url for url in shortcuts.values() if not (either.folder / url / "index.html").exists()] == []
    purposes = [(icon["sizes"], icon["purpose"]) for icon in found["icons"]]
    assert purposes == [("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")]
    for icon in found["icons"]:
        with Image.open(either.folder / icon["src"]) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
            assert picture.format == "PNG"


def test_timer_and_plan_begin_where_they_were_put_among_the_apps(new_page, kinds, dataset):
    """With their query and fragment, and, of a plan, as it is after each change; the site begins at its own start."""
    page = new_page()
    browser = page.context.new_cdp_session(page)

    def begins():
        found = browser.send("Page.getAppManifest")
        assert found["errors"] == []
        return found["manifest"]["startUrl"]

    for address in (f"timer/?routine={next(iter(dataset.routines))}", kinds["plan to read"], "timer/"):
        shown(page, address)
        assert begins() == page.url and page.url.endswith(address)
    shown(page, kinds["plan to read"].replace("plan/", "plan/?edit"))
    before = page.url
    page.get_by_label("Title").fill("In spring")
    page.wait_for_url("**t=In-spring**")
    assert begins() == page.url != before
    page.goto("safety/")
    assert begins() == page.url.removesuffix("safety/")


def test_mark_stays_within_what_a_mask_leaves(site):
    """A device may cut an icon to any shape that holds a disc of four fifths of its width."""
    icon = Image.open(site.folder / "assets" / "icons" / "icon-maskable-512.png").convert("RGB")
    ground = icon.getpixel((0, 0))
    inked = [
        ((at % 512) - 255.5) ** 2 + ((at // 512) - 255.5) ** 2
        for at, colour in enumerate(icon.get_flattened_data())
        if sum(abs(a - b) for a, b in zip(colour, ground, strict=True)) > 60
    ]
    assert len(inked) > 5_000
    assert max(inked) < (0.4 * 512) ** 2


def test_every_page_names_manifest_and_reading_pages_an_icon_for_safari(site):
    stand_ins = {path for path, page in site.pages.items() if page.every("a", **{"data-target": ""})}
    without = {path for path, page in site.pages.items() if not page.every("link", rel="manifest")} - stand_ins
    assert without <= {"offline/"}
    touch = [
        page.every("link", rel="apple-touch-icon") for page in site.pages.values() if page.every(class_="frame-footer")
    ]
    assert touch and all(len(each) == 1 for each in touch)


def test_nothing_is_said_where_a_browser_cannot_install(page, kinds):
    page.goto(kinds["home"])
    page.wait_for_load_state("networkidle")
    assert not page.locator(HINT).is_visible()


def test_button_installs_where_the_browser_offers_it(page, kinds):
    page.goto(kinds["home"])
    assert page.evaluate(ASK), "the browser's own bar stays away"
    button = page.get_by_role("button", name="Install as an app")
    button.click()
    assert page.evaluate("window.prompted")
    assert not page.locator(HINT).is_visible()
    page.evaluate(ASK)
    expect(button).to_be_visible()
    page.evaluate("dispatchEvent(new Event('appinstalled'))")
    assert not page.locator(HINT).is_visible()


def test_safari_on_a_phone_tells_how(new_page, kinds):
    page = new_page()
    page.add_init_script("navigator.standalone = false")
    page.goto(kinds["home"])
    words = "This site works offline, too. To add it to your home screen, tap Share, then Add to Home Screen."
    expect(page.locator(HINT)).to_have_text(words, use_inner_text=True)
    assert not page.get_by_role("button", name="Install as an app").is_visible()


def test_app_itself_does_not_offer_to_be_installed(new_page, kinds):
    page = new_page()
    page.add_init_script(
        """const asked = matchMedia;
        window.matchMedia = (query) => (query === "(display-mode: standalone)" ? { matches: true } : asked(query));
        navigator.standalone = false;"""
    )
    page.goto(kinds["home"])
    assert not page.evaluate(ASK)
    assert not page.locator(HINT).is_visible()
