"""Reads which exercises a list shows."""

from __future__ import annotations

from typing import Any

SEEN = """(items) => items.filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .map((each) => each.querySelector(":scope > a").textContent)"""


def listed(page: Any, item: str = ".exercise-list__item") -> list[str]:
    """The names in a list, of its items that are shown. All at one moment: a list may have some hundred items."""
    found: list[str] = page.locator(item).evaluate_all(SEEN)
    return found
