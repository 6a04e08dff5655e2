"""Lists which pages are printed by which browser on which paper, and prints each once."""

from collections import Counter
from functools import cache, cached_property
from typing import NamedTuple

import pytest

import printers
from longest_texts import COUNTS, routine_id
from printed import Printed

PAGES = {
    "sheet": "sheets/{}/",
    "large": "sheets/{}/large/",
    "cards": "cards/{}/",
    "backs": "cards/{}/backs/",
    "wide-sheet": "sheets/{}/",
    "wide-cards": "cards/{}/",
    "full-sheet": "sheets/{}/",
    "full-cards": "cards/{}/",
}
"""By name; the wide ones have texts of wide letters, the full ones a printer that could print nearly to the edge."""
ODD = dict.fromkeys(("wide-sheet", "wide-cards", "full-sheet", "full-cards"), (12,))
SOME = {
    "chromium": {"sheet": COUNTS, "large": (3, 8, 10, 12), "cards": (3, 4, 12), "backs": (3, 5), **ODD},
    "firefox": {"sheet": (3, 7, 12, 13), "large": (7, 12), "cards": (7,), **ODD},
    "webkit": {"sheet": (3, 7, 12, 13), "large": (7, 12), "cards": (7,), **ODD},
}
"""Numbers of exercises for which a browser prints a page. Layouts differ by number, browsers by how they set type."""
ON_EITHER = (3, 12)
"""The least and the most on a sheet: printed on either paper, and other numbers on one of the two in turn, since what a
paper changes is how far apart the same rows stand. tests/browser/paper/test_paper_geometry.py measures all on both.
"""
ON_ONE = {"wide-sheet": "A4", "wide-cards": "A4", "full-sheet": "A4", "full-cards": "Letter"}
SMALL_MARGIN = 3  # mm


HANDOUTS = ("calf-stretch", "pelvic-list")
"""Exercises whose pages WebKit prints."""


class Case(NamedTuple):
    """A page of the routine of `count` exercises, as one browser prints it on one paper."""

    engine: str
    page: str
    count: int
    paper: str

    def __str__(self):
        return "-".join(map(str, self))

    @property
    def address(self):
        """Where the page is, below the site's own address."""
        return PAGES[self.page].format(routine_id(self.count, "wide" if self.page.startswith("wide") else "long"))

    @property
    def margin(self):
        """The printer's own margin in mm, where it has another than usual."""
        return SMALL_MARGIN if self.page.startswith("full") else None


def prints_of(*pages):
    """All prints of these pages."""
    return [
        Case(engine, page, count, paper)
        for engine in printers.ENGINES
        for page in pages
        for count in SOME[engine].get(page, ())
        for paper in _papers(page, count)
    ]


def _papers(page, count):
    """Cards are higher on A4 where a browser tells how high it is, so that these are printed on both by each."""
    if page in ON_ONE:
        return (ON_ONE[page],)
    return tuple(printers.PAPERS) if count in ON_EITHER or page == "cards" else (("A4", "Letter")[1 - count % 2],)


def handouts():
    """The addresses of those pages, by what `Prints` calls them."""
    return {("webkit", id_, paper): f"exercises/{id_}/" for id_ in HANDOUTS for paper in printers.PAPERS}


def cases(*pages):
    """All prints of these pages, as a mark for tests; those of one print follow each other, so that it is read once."""
    return pytest.mark.parametrize("case", prints_of(*pages), ids=str, scope="module")


class Prints:
    """Pages on paper by case, a tuple that begins with a browser and ends with a paper; made once for all workers.

    A browser that is not installed skips its tests.
    """

    def __init__(self, name, once, browser, addresses, shown="html"):
        self._name, self._once, self._browser, self._shown = name, once, browser, shown
        self._addresses = addresses
        self._read = cache(lambda case: Printed(self._folder(self._batch(case)) / f"{'-'.join(map(str, case))}.pdf"))

    @cached_property
    def _page(self):
        """Chromium's, for all that it prints: opening another takes as long as printing."""
        return self._browser.new_page(viewport={"width": 1000, "height": 800}, service_workers="block")

    def __getitem__(self, case):
        return self._read(case)

    @staticmethod
    def _batch(case):
        """Chromium runs already and prints page by page; another browser starts slowly, and prints all in one go."""
        return case[:-1] if case[0] == "chromium" else case[:1]

    def _folder(self, batch):
        def make(folder):
            printers.print_all(
                batch[0],
                self._page if batch[0] == "chromium" else None,
                [
                    printers.Job(address, case[-1], folder / f"{'-'.join(map(str, case))}.pdf", _margin(case))
                    for case, address in self._addresses.items()
                    if self._batch(case) == batch
                ],
                shown=self._shown,
            )

        return self._once("-".join(map(str, (self._name, *batch))), make)


def _margin(case):
    return case.margin if isinstance(case, Case) else None


def words(*texts):
    """How often each word stands in the texts."""
    return Counter(" ".join(texts).replace("-", " ").split())


def printed_words(printed):
    """How often each word stands on the paper."""
    return words(" ".join(word.text for sheet in printed.sheets for word in sheet))


def collisions(sheet):
    """Pairs of words on a sheet that stand on each other. Boxes of words are as high as their line."""
    found = []
    ordered = sorted(sheet, key=lambda word: word.top)
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.top > one.bottom:
                break
            deep = min(one.bottom, other.bottom) - other.top
            wide = min(one.right, other.right) - max(one.left, other.left)
            if deep > 0.25 * (one.bottom - one.top) and wide > 0.3:
                found.append((one.text, other.text))
    return found
