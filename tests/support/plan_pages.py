"""Opens the pages of a plan from its link."""

from page_kinds import leave

CLIPBOARD = ["clipboard-read", "clipboard-write"]
"""What a test grants that copies, and reads what was copied."""


def opened(page, address, what=".sheet"):
    """The page with a plan, once what `what` selects is there; `address` is what follows `plan/`."""
    leave(page)
    page.goto(f"plan/{address}")
    page.locator(what).first.wait_for()
    return page


def changed(page, fragment, what=".sheet"):
    """The page with another plan, once what `what` selects is there. It is not loaded again, which takes longest."""
    page.locator(what).evaluate_all("(all) => all.forEach((each) => each.remove())")
    page.evaluate("(hash) => { location.hash = hash; }", fragment)
    page.locator(what).first.wait_for()
    return page


def more_ways(page):
    """Opens the list of what one can do with a plan beside copying its link."""
    page.get_by_text("More ways", exact=True).click()
