"""Every page of the site in a real browser, one after the other: it asks nobody else, says nothing, breaks no rule."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from site_build import Site

TELL = "addEventListener('securitypolicyviolation', (it) => (window.told ??= []).push(it.effectiveDirective))"


@pytest.fixture
def crawler(browser: Browser, site: Site) -> Iterator[tuple[Page, list[str]]]:
    """A page, and all that was not to be heard of while it was used: whatever stands in the console, too."""
    context = browser.new_context(base_url=site.base_url, reduced_motion="reduce", service_workers="block")
    context.set_default_timeout(10_000)
    page, heard = context.new_page(), list[str]()
    page.add_init_script(TELL)
    page.on("console", lambda said: _blocked(said.text) or heard.append(f"{page.url} says {said.type}: {said.text}"))
    page.on("pageerror", lambda error: heard.append(f"{page.url} breaks: {error}"))
    page.on("dialog", lambda dialog: (heard.append(f"{page.url} asks: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda asked: _own(asked.url, site) or heard.append(f"{page.url} asks {asked.url}"))
    yield page, heard
    context.close()


def _blocked(text: str) -> bool:
    """Whether it tells of the service worker, which would load the whole site beside the pages: it has tests."""
    return text.startswith("Service Worker registration blocked")


def _own(url: str, site: Site) -> bool:
    return url.startswith((site.base_url, "data:", "blob:"))


def _every(site: Site) -> list[str]:
    """What the sitemap lists, and what it does not: pages that are empty without a plan, and the one of the lost."""
    listed = ElementTree.fromstring((site.folder / "sitemap.xml").read_bytes()).iterfind("{*}url/{*}loc")
    paths = {(each.text or "").removeprefix(site.address) for each in listed}
    assert paths <= site.pages.keys()
    return sorted(paths | site.pages.keys())


def test_no_page_asks_others_says_something_or_breaks_a_rule(crawler: tuple[Page, list[str]], site: Site) -> None:
    """What its parts do when they are used, their own tests see: these let no error and no warning pass."""
    page, heard = crawler
    for path in _every(site):
        page.goto(path)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")  # for what is loaded when it comes into view
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        heard += [f"{path}: {rule}" for rule in page.evaluate("window.told ?? []")]
    assert heard == []
