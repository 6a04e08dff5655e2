"""Light and dark in a real browser: what the system says, what a visitor chooses, and no flash between the two."""

# The scheme at the moment when the parser has just made the page's content, long before any module runs.
WATCH = """new MutationObserver((_, observer) => {
    if (!document.querySelector("main")) return;
    window.schemeAtFirst = document.body.dataset.mdColorScheme;
    observer.disconnect();
}).observe(document, {childList: true, subtree: true});"""


def _schemes(page):
    """What a page was first shown in, and what it is in now."""
    return page.evaluate("[window.schemeAtFirst, document.body.dataset.mdColorScheme]")


def test_scheme_follows_the_system(new_page):
    for system, scheme in (("light", "default"), ("dark", "slate")):
        page = new_page(scheme=system)
        page.add_init_script(WATCH)
        page.goto("")
        assert _schemes(page) == [scheme, scheme]


def test_scheme_that_was_chosen_stays_on_every_page_without_a_flash(new_page, kinds):
    page = new_page()
    page.add_init_script(WATCH)
    page.goto("")
    page.get_by_role("button", name="Switch to dark colours").click()
    for address in (kinds["exercise"], kinds["routine"], "nowhere/", ""):
        page.goto(address)
        assert _schemes(page) == ["slate", "slate"], address


def test_scheme_can_be_switched_back(page):
    page.goto("")
    page.get_by_role("button", name="Switch to dark colours").click()
    page.get_by_role("button", name="Switch to light colours").click()
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"


def test_scheme_changes_the_colours(page):
    page.goto("")
    colours = "['color', 'background-color'].map((name) => getComputedStyle(document.body).getPropertyValue(name))"
    light = page.evaluate(colours)
    page.get_by_role("button", name="Switch to dark colours").click()
    dark = page.evaluate(colours)
    assert light[0] != dark[0] and light[1] != dark[1]


def test_scheme_can_be_switched_where_storage_is_blocked(new_page):
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"
    )
    page.goto("")
    page.get_by_role("button", name="Switch to dark colours").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_scheme_of_the_system_is_followed_while_the_page_is_open(page):
    page.goto("safety/")
    page.emulate_media(color_scheme="dark")
    page.locator("body[data-md-color-scheme=slate]").wait_for()  # a browser tells of it with its next frame
