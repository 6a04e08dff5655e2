"""What the list of exercises shows; knows no filter and no number of them."""

from __future__ import annotations

from typing import Any


def listed(page: Any) -> list[str]:
    """The names in the list. Text that is far from the screen is not laid out, so only items are asked if they show."""
    items = page.locator(".exercise-list__item").all()
    return [each.locator("> a").text_content() for each in items if each.is_visible()]
