"""Plans of the longest texts: their addresses, and how each is printed."""

from longest_texts import text

COUNTS = (1, 2, 3, 6, 7, 8, 10, 11, 12)
"""On a sheet; tests/browser/paper/test_paper_geometry.py measures plans of others, whose texts are as usual."""
TITLE, NOTE = text(60, 5)[:-1], text(280, 11)[:-1]  # a link ends on a letter
DOSES = "3x10-12r120t10101010o60h"
WIDEST = {"title": "W" * 60, "note": " ".join(["WWWWWWWWW"] * 28)}


def plan(count, code="zz", dose="", title=TITLE, note=NOTE):
    """The plan of so many of the exercises with the longest texts, and with texts of its own as long as may be."""
    steps = "".join(f".{code}{chr(96 + number)}{dose}" for number in range(1, count + 1))
    return f"#1{steps}.t={title}.n={note}".replace(" ", "-")


PAGES = {
    **{f"sheet-{count}": f"plan/sheet/{plan(count, dose=DOSES)}" for count in COUNTS},
    "sheet-7-own": f"plan/sheet/{plan(7)}",
    "large-12": f"plan/sheet/?large{plan(12, dose=DOSES)}",
    "large-7": f"plan/sheet/?large{plan(7)}",
    "cards-5": f"plan/cards/{plan(5, dose=DOSES)}",
    "backs-5": f"plan/cards/?backs{plan(5)}",
    "wide-12": f"plan/sheet/{plan(12, 'ww', DOSES, **WIDEST)}",
    "wide-cards-12": f"plan/cards/{plan(12, 'ww', DOSES, **WIDEST)}",
    "sheet-13": f"plan/sheet/{plan(13, dose=DOSES)}",
    "large-13": f"plan/sheet/?large{plan(13)}",
}
SHEETS = {
    "large-7": 3,  # two or three exercises to a sheet, whose stop signs are as large
    "large-12": 5,
    "large-13": 5,
    "sheet-13": 2,
    "cards-5": 2,
    "backs-5": 4,
    "wide-cards-12": 3,
}
ON_ONE_PAPER = {f"sheet-{count}": ("A4", "Letter")[count % 2] for count in COUNTS if count not in (1, 7, 12)}
"""Sheets whose layout is measured on either paper, and printed once."""
IN_FIREFOX = ("sheet-7", "sheet-12", "large-12", "cards-5", "wide-12")


def in_firefox():
    """The addresses of those that Firefox prints, by what `Prints` calls them."""
    return {("firefox", f"plan-{name}", "A4"): PAGES[name] for name in IN_FIREFOX}
