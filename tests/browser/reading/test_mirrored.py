"""The site in a language from right to left is the mirror image of the site, but for its figures."""

from page_kinds import KINDS, addresses, shown

PARTS = "h1, h2, header nav a, .button, button, summary, input, select, li, dt, dd, img, .number, .tag, .qr, figure"

# Each part with how far it is from where lines begin, on the left or on the right.
PLACES = """async (parts) => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); // of another width
  document.documentElement.style.overflow = "hidden"; // no bar to scroll by takes its room
  const { direction } = getComputedStyle(document.body);
  const width = document.documentElement.getBoundingClientRect().right;
  return [...document.querySelectorAll(parts)]
    .filter((each) => each.checkVisibility() && !each.closest("svg, .visually-hidden"))
    .map((each) => {
      const { left, right } = each.getBoundingClientRect();
      return [`${each.tagName} ${each.className}`, direction === "rtl" ? width - right : left];
    });
}"""


def test_each_page_is_mirrored(new_page, site, mirrored_site, dataset):
    pages = [new_page(each) for each in (site, mirrored_site)]
    widths = [390, 1280]
    assert set(addresses(dataset)) == set(KINDS)
    for kind, address in addresses(dataset).items():
        for page in pages:
            shown(page, address)
            if kind.startswith("plan"):
                page.wait_for_load_state("networkidle")  # until its exercises are there
        for width in widths:
            for page in pages:
                page.set_viewport_size({"width": width, "height": 844})
            assert apart(pages) == [], (kind, width)
        widths.reverse()  # the next page comes at the width that is there, and is laid out once less


def test_timer_is_mirrored_in_a_run_and_its_arrow_keys_are(new_page, site, mirrored_site):
    pages = [new_page(each) for each in (site, mirrored_site)]
    for page, key in zip(pages, ("ArrowRight", "ArrowLeft"), strict=True):
        page.goto("timer/?routine=foot-and-hip")
        page.locator("[data-action=main]").click()
        page.locator("[data-phase=prepare]").wait_for()
        page.locator("body").press(key)
        page.locator("[data-phase=work]").wait_for()
        origin = page.locator(".timer-stage__going b").evaluate("each => getComputedStyle(each).transformOrigin")
        assert (float(origin.split("px")[0]) > 0) == (key == "ArrowLeft"), "the bar ends where lines begin"
    assert apart(pages) == []


def apart(pages):
    """The parts that stand in one page elsewhere than in the mirror image of the other."""
    ours, theirs = (page.evaluate(PLACES, PARTS) for page in pages)
    assert len(ours) == len(theirs) > 2
    return [pair for pair in zip(ours, theirs, strict=True) if abs(pair[0][1] - pair[1][1]) > 3]
