"""Which pages are printed by which browser on which paper, and the prints, each engine's made once; judges none."""

from collections import Counter
from functools import cache
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
}
SOME = {
    "chromium": {"sheet": COUNTS, "large": (3, 8, 10, 12), "cards": (3, 4, 12), "backs": (3, 5)},
    "firefox": {"sheet": (3, 7, 12, 13), "large": (7, 12), "cards": (7,)},
    "webkit": {"sheet": (3, 7, 12, 13), "large": (7, 12), "cards": (7,)},
}
"""Numbers of exercises for which a browser prints a page. Layouts differ by number, browsers by how they set type."""


class Case(NamedTuple):
    """A page of the routine of `count` exercises, as one browser prints it on one paper."""

    engine: str
    page: str
    count: int
    paper: str

    def __str__(self):
        return "-".join(map(str, self))


def prints_of(*pages):
    """All prints of these pages."""
    return [
        Case(engine, page, count, paper)
        for engine in printers.ENGINES
        for page in pages
        for count in SOME[engine].get(page, ())
        for paper in printers.PAPERS
    ]


def cases(*pages):
    """All prints of these pages, as a mark for tests."""
    return pytest.mark.parametrize("case", prints_of(*pages), ids=str)


class Prints:
    """Prints of the routines with the longest texts. A browser that is not installed skips its tests."""

    def __init__(self, site, folder, browser):
        self._site, self._folder, self._browser = site, folder, browser
        self._all = cache(self._print)

    def __getitem__(self, case):
        return self._all(case.engine)[case]

    def _print(self, engine):
        jobs = {case: self._folder / f"{case}.pdf" for case in prints_of(*PAGES) if case.engine == engine}
        printers.print_all(
            engine, self._browser, [(self.address(case), case.paper, file) for case, file in jobs.items()]
        )
        return {case: Printed(file) for case, file in jobs.items()}

    def address(self, case):
        """Where the page is served."""
        return self._site.base_url + PAGES[case.page].format(routine_id(case.count))


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
