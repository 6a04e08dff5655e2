"""What tests share: the project, its dataset, its site built once, and one browser that tolerates no fault."""

from __future__ import annotations

import gc
import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

import eight_programmes
import longest_plans
import longest_texts
import media_data
import programme_data
from chromium_browser import launched
from limber.dataset import site_file
from limber.dataset.load import load
from limber.model.nouns import Dataset
from limber.site.address import PLACEHOLDER
from once import Once
from page_kinds import LEAVE, addresses, leave, shown
from paper_prints import PAGES, Prints, handouts, prints_of
from project_root import ROOT
from random_cases import FEW
from screen_lock import with_a_screen
from site_build import NO_SITES, Site, build, copy, serving
from system_parts import needed
from tools.benchmark.chromium import headless

NewPage = Callable[..., Page]
COACH, BELOW = "https://coach.example/", "library/"
LANGUAGES = ("de", "es")
QR = "scripts/plan/lean-qr.js"
PHONE = {"width": 390, "height": 844}
PATIENCE_MS = 60_000
"""How long a state is waited for: a machine that does much else at once may take ten seconds to draw a page."""
expect.set_options(timeout=PATIENCE_MS)
LOOKS_AS_USUAL = """matchMedia(
  "screen and (prefers-color-scheme: light) and (prefers-reduced-motion: reduce) and (forced-colors: none)").matches"""
SLOW = {"browser", "once"}
"""Fixtures that start a browser or build a site."""
WAITING = {"slow", "engines"}
"""Folders of tests that mostly wait."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """What scripts/test takes beside pytest's own options."""
    parser.addoption("--quick", action="store_true", help="leave out what needs a browser or builds a site")
    parser.addoption("--shuffle", metavar="SEED", type=int, help="run files, and the tests in each, in another order")


def pytest_configure(config: pytest.Config) -> None:
    """Before any test is read, so that each knows how often to try what chance makes."""
    if config.getoption("quick"):
        os.environ |= {FEW: "yes", NO_SITES: "yes"}


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Collects without looking for garbage, of which there is none, and keeps the thousands of tests out of each later
    look. What has lasted is looked through a hundredth as often as usual: that took a twentieth of the time of tests
    without a browser.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(700, 10, 1000)
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Chooses and orders the tests; every worker comes to the same list."""
    if config.getoption("quick"):
        slow = [item for item in items if SLOW.intersection(getattr(item, "fixturenames", ()))]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in set(slow)]
    if (seed := config.getoption("shuffle")) is not None:
        files: dict[Path, list[pytest.Item]] = {}
        for item in items:
            files.setdefault(item.path, []).append(item)
        chance = random.Random(seed)
        groups = list(files.values())
        chance.shuffle(groups)
        for group in groups:
            chance.shuffle(group)
        items[:] = [item for group in groups for item in group]
    # What waits for time to pass, or for a browser that starts slowly, waits beside what works, and not after it.
    items.sort(key=lambda item: WAITING.isdisjoint(item.path.parts))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder, with the data and words that Limber comes with."""
    return ROOT


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The dataset that Limber comes with."""
    return load(ROOT / "data" / "exercises.yaml", ROOT / "content")


@pytest.fixture(scope="session")
def kinds(dataset: Dataset) -> dict[str, str]:
    """The address of a page of each kind."""
    return addresses(dataset)


@pytest.fixture(scope="session")
def site_name(root: Path) -> str:
    """What data/site.yaml calls the site."""
    return site_file.load(root / "data" / "site.yaml").name


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder once for all workers."""
    return Once(tmp_path_factory)


@pytest.fixture(scope="session")
def site(root: Path, once: Once) -> Iterator[Site]:
    """The project's site, built for the root of a host."""
    yield from _built(root, once, "site", "https://coach.example/")


@pytest.fixture(scope="session")
def library(root: Path) -> Dataset:
    """The library."""
    return load(root / "data" / "library", root / "content")


@pytest.fixture(scope="session")
def library_site(root: Path, once: Once) -> Iterator[Site]:
    """The library's pages, as they lie below the site. All that such a build may say is which addresses are new."""

    def make(folder: Path) -> None:
        said = build(root, folder / "site", COACH, "mkdocs-library.yml", BELOW=BELOW)
        assert said.returncode == 0, said.stderr
        assert re.fullmatch(r"(Note: data/library/published\.txt lacks .*\n)?", said.stderr), said.stderr

    with serving(once("library", make) / "site", COACH + BELOW) as site:
        yield site


@pytest.fixture(scope="session")
def longer_site(root: Path, once: Once) -> Iterator[Site]:
    """The site in English with accents: each of its messages is longer, and stands in brackets."""
    yield from _built(root, once, "longer", COACH, SITE_LANGUAGE="en-XA")


@pytest.fixture(scope="session")
def mirrored_site(root: Path, once: Once) -> Iterator[Site]:
    """The site in a language from right to left, made of English."""
    yield from _built(root, once, "mirrored", COACH, SITE_LANGUAGE="ar-XB")


@pytest.fixture(scope="session")
def languages_site(root: Path, once: Once) -> Iterator[Site]:
    """The site in English, with itself in German and Spanish below it. A build may name what has no words in these."""

    def make(folder: Path) -> None:
        for code in ("", *LANGUAGES):
            spoken = {"SITE_LANGUAGE": code, "BELOW": f"{code}/"} if code else {}
            said = build(root, folder / (code or "site"), COACH, LANGUAGES="yes", **spoken)
            assert said.returncode == 0, said.stderr
            assert re.fullmatch(r"(Note: .*\n)*", said.stderr), said.stderr
        for code in LANGUAGES:
            (folder / code).rename(folder / "site" / code)

    with serving(once("languages", make) / "site", COACH) as site:
        yield site


@pytest.fixture(scope="session")
def french_site(root: Path, once: Once) -> Iterator[Site]:
    """The site in French, in which no record has any words."""
    yield from _built(root, once, "french", COACH, SITE_LANGUAGE="fr")


@pytest.fixture(scope="session")
def subpath_site(root: Path, once: Once) -> Iterator[Site]:
    """The same, built for a folder of a host."""
    yield from _built(root, once, "subpath", "https://coach.example/physio/limber/")


@pytest.fixture(scope="session")
def unpublished_site(root: Path, once: Once) -> Iterator[Site]:
    """The same, built before anyone has said where it will live."""
    yield from _built(root, once, "unpublished", PLACEHOLDER, BUNDLE="no")


@pytest.fixture(scope="session")
def long_site(root: Path, once: Once, site: Site) -> Iterator[Site]:
    """The site with routines of 3 to 13 exercises more, whose texts are as long as they may be. What draws QR codes npm
    brings: it has that of the other.
    """
    for made in _with_data(root, once, "long", longest_texts.data, bundled=False):
        made.beside[made.asset(QR)] = site.folder / site.asset(QR)
        yield made


@pytest.fixture(scope="session")
def programmes_site(root: Path, once: Once) -> Iterator[Site]:
    """The site with the eight published programmes added."""
    yield from _with_data(root, once, "eight", eight_programmes.text, "https://coach.example/")


@pytest.fixture(scope="session")
def programme_site(root: Path, once: Once) -> Iterator[Site]:
    """The site with the programmes of programmes.yaml, and with their routines and exercises."""
    yield from _with_data(root, once, "programmes", programme_data.data, published=False)


@pytest.fixture(scope="session")
def media_site(root: Path, once: Once) -> Iterator[Site]:
    """The site with photos and films as a phone makes them."""
    yield from _with_data(root, once, "media", media_data.data, content=media_data.add_files)


@pytest.fixture(scope="session")
def modules(root: Path, site: Site, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The timer's modules one by one beside the site, which sends them in bundles: where they are."""
    scripts = root / "overrides" / "scripts"
    site.beside["modules"] = shutil.copytree(scripts, tmp_path_factory.mktemp("modules") / "scripts")
    return "/modules/timer/"


@pytest.fixture(scope="session")
def prints(long_site: Site, site: Site, browser: Browser, once: Once) -> Prints:
    """That site's pages for paper, printed; with all else that another browser prints, so that each starts once."""
    addresses: dict[tuple[Any, ...], str] = {case: long_site.base_url + case.address for case in prints_of(*PAGES)}
    addresses |= {case: long_site.base_url + address for case, address in longest_plans.in_firefox().items()}
    addresses |= {case: site.base_url + address for case, address in handouts().items()}
    return Prints("prints", once, browser, addresses, shown=".sheet")


def _built(root: Path, once: Once, name: str, address: str, **environment: str) -> Iterator[Site]:
    def make(folder: Path) -> None:
        said = build(root, folder / "site", address, **environment)
        assert (said.returncode, said.stdout, said.stderr) == (0, "", ""), "a clean build says nothing at all"

    with serving(once(name, make) / "site", address) as site:
        yield site


def _with_data(
    root: Path,
    once: Once,
    name: str,
    data_of: Callable[[str], str],
    address: str = "https://coach.example/physio/limber/",
    *,
    bundled: bool = True,
    published: bool = True,
    content: Callable[[Path], None] | None = None,
) -> Iterator[Site]:
    """The site of a copy of the project, whose data are made of the project's own. `bundled`: with its scripts as they
    are sent; `published`: with the ledger of what the project has promised; `content` adds files
    to its content folder. What the build said is in `said.txt`.
    """

    def make(folder: Path) -> None:
        project = copy(root, folder / "project")
        if bundled:
            (project / "node_modules").symlink_to(root / "node_modules")
        if not published:
            (project / "data" / "published.txt").unlink()
        if content:
            content(project / "content")
        data = project / "data" / "exercises.yaml"
        data.write_text(data_of(data.read_text("utf-8")), "utf-8")
        said = build(project, project / "site", address)
        assert said.returncode == 0, said.stderr
        (project / "said.txt").write_text(said.stderr, "utf-8")

    with serving(once(name, make) / "project" / "site", address) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. It finds no host but this one."""
    with sync_playwright() as playwright:
        browser = launched(playwright, headless() or needed("chromium"))
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, site: Site) -> Iterator[NewPage]:
    """Opens pages, each in a fresh profile; the test fails if one logs an error, breaks, or asks another host."""
    faults: list[str] = []
    opened: list[Page] = []

    def open_page(of: Site = site, width: int = PHONE["width"], **options: Any) -> Page:
        options.setdefault("viewport", {**PHONE, "width": width})
        opened.append(_opened(browser, of, faults, **options))
        return opened[-1]

    yield open_page
    for page in opened:
        page.context.close()
    assert faults == []


@pytest.fixture(scope="session")
def _shared(browser: Browser, site: Site) -> Iterator[tuple[Page, list[str]]]:
    faults: list[str] = []
    yield _opened(browser, site, faults), faults
    assert faults == []


@pytest.fixture
def page(_shared: tuple[Page, list[str]]) -> Iterator[Page]:
    """A page on a phone, as watched as a new one, shared by tests, since opening it takes longer than most of them.

    It is put back after each test. What cannot be taken back needs `new_page`: a script for every page, or a session of
    DevTools, which takes back at each address what the page was told of its device.
    """
    page, faults = _shared
    if "?left" not in page.url:
        leave(page)
    yield page
    _emptied(page, faults)


@pytest.fixture(scope="module")
def _pages_of_sites() -> Iterator[dict[str, tuple[Page, list[str]]]]:
    pages: dict[str, tuple[Page, list[str]]] = {}
    yield pages
    for page, faults in pages.values():
        page.context.close()
        assert faults == []


@pytest.fixture
def page_of(browser: Browser, _pages_of_sites: dict[str, tuple[Page, list[str]]]) -> Iterator[Callable[[Site], Page]]:
    """The same of another site, shared by the tests of a file."""
    used: list[tuple[Page, list[str]]] = []

    def of(site: Site) -> Page:
        if site.base_url not in _pages_of_sites:
            faults: list[str] = []
            _pages_of_sites[site.base_url] = _opened(browser, site, faults), faults
        used.append(_pages_of_sites[site.base_url])
        return used[-1][0]

    yield of
    for page, faults in used:
        _emptied(page, faults)


@pytest.fixture
def page_of_kind(_shared: tuple[Page, list[str]], site: Site, kinds: dict[str, str], kind: str) -> Iterator[Page]:
    """The shared page, at the address of a kind: it comes once for the tests of a kind that only look at it."""
    page, faults = _shared
    if page.url != site.base_url + kinds[kind]:
        leave(page)  # from the page to make a plan to one to read is another fragment alone
        shown(page, kinds[kind])
    yield page
    _put_back(page, faults)


@pytest.fixture(scope="module")
def file_page(browser: Browser, site: Site) -> Iterator[Page]:
    """A page on a phone, as watched as a new one, for the tests of a file."""
    faults: list[str] = []
    page = _opened(browser, site, faults)
    yield page
    page.context.close()
    assert faults == []


def _emptied(page: Page, faults: list[str]) -> None:
    page.context.clear_permissions()
    forget = 'if (location.protocol.startsWith("http")) localStorage.clear();'  # an empty page has none
    _put_back(page, faults, f"() => {{ {forget} ({LEAVE})(); return {LOOKS_AS_USUAL}; }}")


def _put_back(page: Page, faults: list[str], looks_as_usual: str = LOOKS_AS_USUAL) -> None:
    if page.viewport_size != PHONE:
        page.set_viewport_size(PHONE)
    if not page.evaluate(looks_as_usual):
        page.emulate_media(color_scheme="light", reduced_motion="reduce", forced_colors="null", media="null")
    found, faults[:] = list(faults), []
    assert found == []


def _opened(
    browser: Browser, site: Site, faults: list[str], scheme: str = "light", javascript: bool = True, **options: Any
) -> Page:
    given = {"base_url": site.base_url, "color_scheme": scheme, "java_script_enabled": javascript, "viewport": PHONE}
    # What a device keeps, and what moves, is for the tests that ask for it: drawing figures that move all the time
    # would take as long as all else.
    usual = {"service_workers": "block", "reduced_motion": "reduce"}
    context = with_a_screen(browser.new_context(**given | usual | options))
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    _watch(page, urlsplit(site.base_url).netloc, faults)
    return page


def _watch(page: Page, host: str, faults: list[str]) -> None:
    # What is asked of another host fails, as the browser finds none. What is refused is logged: hearing of each answer
    # that comes would take as long as a test's own questions.
    def failed(request: Request) -> None:
        address = urlsplit(request.url)
        if address.netloc != host and address.scheme not in ("data", "blob"):
            faults.append(f"{page.url} asks another host: {request.url}")

    def console(said: ConsoleMessage) -> None:
        if said.type not in ("error", "warning") or said.text.startswith("Service Worker"):
            return
        if said.text.startswith("Failed to load"):
            # A page that is not there is shown on purpose; what a page loads must be there.
            asked = said.location["url"]
            if "the server responded" in said.text and asked not in {frame.url for frame in page.frames}:
                faults.append(f"{page.url}: {said.text} {asked}")
        else:
            faults.append(f"{page.url} logs: {said.text}")

    page.on("requestfailed", failed)
    page.on("console", console)
    page.on("pageerror", lambda error: faults.append(f"{page.url} breaks: {error}"))
    page.on("dialog", lambda dialog: (faults.append(f"{page.url} asks: {dialog.message}"), dialog.dismiss()))
