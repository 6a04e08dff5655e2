"""Opens the pages of a plan from its link."""


def opened(new_page, address, what=".sheet", **options):
    """A plan's page, once what `what` selects is there; `address` is what follows `plan/`."""
    page = new_page(**options)
    page.goto(f"plan/{address}")
    page.locator(what).first.wait_for()
    return page
