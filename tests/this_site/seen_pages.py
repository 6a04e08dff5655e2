"""What a browser sees of this site: a page of each kind and the own ones with axe; sheets and cards as on paper."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Page, Response, ViewportSize

from limber.model.nouns import Dataset
from page_checks import AXE, RULES
from page_kinds import addresses, shown
from paper_boxes import HELD, OUTSIDE
from site_build import Site

PHONE: ViewportSize = {"width": 390, "height": 844}
PAPER: ViewportSize = {"width": 745, "height": 1000}
"""A4 between margins of 6.35 mm, in pixels: the narrower of the two papers."""
MOST = 40
"""Of own pages, and of sheets and cards, so many are looked at: the longest, in which something is cut off first."""


class Seen:
    """Faults and notes of a site, and how much was looked at."""

    def __init__(self, browser: Browser, site: Site, dataset: Dataset, project: Path) -> None:
        self.faults: list[str] = []
        self.notes: list[str] = []
        self._sizes: dict[str, int] = {}
        self._site = site
        self._axe = (project / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
        self._budgets = yaml.safe_load((project / "tests" / "budgets.yaml").read_text("utf-8"))
        kinds = _kinds(dataset, site, project)
        with self._opened(browser, PHONE) as page:
            page.route("**/*", lambda asked: asked.continue_())  # without a cache: each page is sent whole
            for address, kind in kinds.items():
                self._read(page, kind, address)
        on_paper = sorted(filter(self._is_paper, site.pages), key=lambda path: -len(site.pages[path].text))[:MOST]
        with self._opened(browser, PAPER) as page:
            page.emulate_media(media="print")
            for address in on_paper:
                self._print(page, address)
        self.pages, self.sheets = len(kinds), len(on_paper)

    @contextmanager
    def _opened(self, browser: Browser, size: ViewportSize) -> Iterator[Page]:
        page = browser.new_page(base_url=self._site.base_url, viewport=size, service_workers="block")
        page.set_default_timeout(60_000)
        page.emulate_media(reduced_motion="reduce")
        yield page
        page.close()

    def _read(self, page: Page, kind: str, address: str) -> None:
        came: list[Response] = []

        def note(response: Response) -> None:
            if came or response.request.is_navigation_request():  # not what the page before still asked for
                came.append(response)

        page.on("response", note)
        shown(page, address)
        page.evaluate(self._axe)
        for found in page.evaluate(AXE, RULES["light"]):
            self.faults.append(
                f"/{address}: not everyone can read or use this: {' '.join(found.split())}\n"
                "    Mend it in content/ or data/ if it is yours. If it is not, it is a fault of Limber's: report it."
            )
        self._weigh(kind, address, came)
        page.remove_listener("response", note)

    def _weigh(self, kind: str, address: str, came: list[Response]) -> None:
        """Notes a page that comes slowly where the network is poor."""
        if kind.startswith(("timer", "plan", "lost")):
            return
        of = "paper" if "sheet" in kind or kind.startswith("card") else "reading"
        sent = [each for each in came if each.ok and not each.url.endswith("/favicon.svg")]
        size, most = sum(map(self._size, sent)), self._budgets[of]["bytes"]
        if size > most:
            self.notes.append(
                f"Note: /{address} sends {size:,} bytes before it is read, and Limber's own pages {most:,} at most. "
                "Fewer exercises in a routine, or fewer photos, make it lighter."
            )

    def _size(self, response: Response) -> int:
        """How many bytes a file is on its way; most files come with each page, and are compressed once."""
        if response.url not in self._sizes:
            self._sizes[response.url] = len(gzip.compress(response.body(), 9))
        return self._sizes[response.url]

    def _print(self, page: Page, address: str) -> None:
        page.goto(address)
        page.evaluate("document.fonts.ready")
        if out := page.evaluate(OUTSIDE, HELD):
            self.faults.append(
                f"/{address}: does not fit its paper: {out[0]}\n"
                "    Shorten the texts that stand there, or take an exercise out. Look at it in the print preview."
            )

    def _is_paper(self, path: str) -> bool:
        """Whether a page has sheets; those of plans are empty until there is a plan."""
        return not path.startswith("plan/") and bool(self._site.pages[path].every(class_="sheet"))


def _kinds(dataset: Dataset, site: Site, project: Path) -> dict[str, str]:
    """A page of each kind by its address, with the kind, and the pages that the coach wrote."""
    kinds = addresses(dataset) if dataset.routines and dataset.exercises else _without_routines(dataset)
    folder = project / "content"
    own = (file.relative_to(folder).with_suffix("").as_posix() for file in sorted(folder.rglob("*.md")))
    written = [f"{each}/" for each in own if f"{each}/" in site.pages][:MOST]
    programmes = [f"programmes/{id_}/" for id_ in list(dataset.programmes)[:1]]
    return {**dict.fromkeys([*written, *programmes], "reading"), **{address: kind for kind, address in kinds.items()}}


def _without_routines(dataset: Dataset) -> dict[str, str]:
    """The same of a site that has no routine yet."""
    of_each = {"home": "", "exercise list": "exercises/", "timer": "timer/", "links": "links/", "plan": "plan/"}
    return of_each | {f"exercise {id_}": f"exercises/{id_}/" for id_ in list(dataset.exercises)[:1]}
