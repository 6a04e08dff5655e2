"""Writes a feed of changes to exercises, as Atom 1.0 (RFC 4287).

An entry is named by the code of its exercise, which never changes, and by the day: a new id or a mended word is no
news.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from limber import site_words
from limber.languages.messages import gettext, spoken
from limber.model.nouns import Change, Dataset, Exercise
from limber.model.site import Site
from limber.plain_text import plain

FEED = "changes.atom"
MOST = 50
"""The most entries: feed readers poll, and keep what they have seen."""


def feed(dataset: Dataset, site_url: str, site: Site) -> Mapping[str, str]:
    """The feed by its path below the site's root; none while nobody knows where the site will live, or nothing
    has changed.
    """
    news = [(change, it) for it in dataset.exercises.values() for change in it.changes]
    news.sort(key=lambda each: each[0].date, reverse=True)  # of one day, in the order of the exercises
    if not (site_url and news):
        return {}
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": spoken().code})
    _add(root, "id", urljoin(site_url, FEED))
    _add(root, "title", gettext("{site}: changes to exercises", site=site.name))
    _add(root, "updated", _moment(news[0][0].date))
    _add(SubElement(root, "author"), "name", site_words.coach(site) or site.name)
    SubElement(root, "link", rel="self", type="application/atom+xml", href=urljoin(site_url, FEED))
    SubElement(root, "link", rel="alternate", type="text/html", href=urljoin(site_url, "exercises/"))
    for change, it in news[:MOST]:
        _entry(root, change, it, site_url)
    indent(root)
    return {FEED: f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'}


def _entry(root: Element, change: Change, it: Exercise, site_url: str) -> None:
    entry = SubElement(root, "entry")
    _add(entry, "id", _name(change, it, site_url))
    _add(entry, "title", it.name)
    _add(entry, "updated", _moment(change.date))
    SubElement(entry, "link", rel="alternate", type="text/html", href=urljoin(site_url, f"exercises/{it.id}/"))
    _add(entry, "content", change.what)


def _name(change: Change, it: Exercise, site_url: str) -> str:
    """A tag (RFC 4151): who says it, since when, and what; it is no address, so it can outlive one."""
    site = urlsplit(site_url)
    return f"tag:{site.hostname},{change.date}:{site.path}{it.code}"


def _moment(day: date) -> str:
    """The timestamp of a change, which has a date only."""
    return f"{day}T00:00:00Z"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = plain(text)
