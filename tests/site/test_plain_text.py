"""Texts that leave the site: no typographic space or hyphen in any of them, and what says something stays."""

from __future__ import annotations

import html
import re

import pytest

from limber.plain_text import plain, plain_record

TYPOGRAPHIC = re.compile("[\u00a0\u00ad\u2000-\u200b\u2010\u2011\u202f\u205f\u2060\ufeff]")
SAID = re.compile(
    r'<meta [^>]*content="([^"]*)"|<script type="application/ld\+json">(.*?)</script>|data-link-title="([^"]*)"'
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3\u202f×\u202f10\u201312\u202freps, tempo 2\u20111\u20112\u20110", "3 × 10–12 reps, tempo 2-1-2-0"),
        ("Knie\u00adbeuge\u00a0– tief\u2009\u2010\u2060\ufefffest\u200b", "Kniebeuge – tief -fest"),
        ("👩\u200d🦯 می\u200cخواهم 足\u3000指\n", "👩\u200d🦯 می\u200cخواهم 足\u3000指\n"),
    ],
)
def test_spaces_and_hyphens_are_plain_and_all_else_stays(text, said):
    assert plain(text) == said
    assert plain(plain(text)) == said
    assert plain_record({"a\u202fb": [text, {"c": (text, 1, None, True)}]}) == {
        "a\u202fb": [said, {"c": [said, 1, None, True]}]
    }


def test_every_file_for_other_programs_is_plain(site):
    files = [each for pattern in ("*.ics", "*.json", "*.atom", "*.webmanifest") for each in site.folder.rglob(pattern)]
    files.remove(site.folder / "search" / "search_index.json")  # the pages' own texts, for their own search
    assert len(files) > 15
    for each in files:
        text = each.read_text("utf-8")
        assert not TYPOGRAPHIC.search(text), each
        assert not re.search(r"\\u(00a0|202f|2011)", text, re.IGNORECASE), each


def test_what_a_page_says_of_itself_is_plain_and_what_it_shows_is_not(site, dataset):
    """The words on a page hold together at the end of a line; those in a messenger's preview are read elsewhere."""
    shown = 0
    for page in (each.read_text("utf-8") for each in site.folder.rglob("*.html")):
        for found in SAID.finditer(page):
            said = html.unescape(next(each for each in found.groups() if each is not None))
            assert not TYPOGRAPHIC.search(said) and "\\u202f" not in said
        shown += "\u202f" in page
    assert shown >= len(dataset.exercises)
