"""Opens the pages of a plan from its link."""


def opened(new_page, address, what=".sheet", **options):
    """A plan's page, once what `what` selects is there; `address` is what follows `plan/`."""
    page = new_page(**options)
    page.goto(f"plan/{address}")
    page.locator(what).first.wait_for()
    return page


def more_ways(page):
    """Opens the list of what one can do with a plan beside copying its link."""
    page.get_by_text("More ways", exact=True).click()
