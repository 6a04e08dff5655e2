"""Pages in other languages: which ones there are, which are lacking or in place of none, and the ways between them."""

import pytest

from limber.languages.language import ENGLISH, Language
from limber.site import translated_pages
from limber.site.placeholders import Placeholders
from limber.site.site_languages import site_languages

KNOWN = ("de", "en", "es", "fr")


@pytest.fixture
def content(tmp_path):
    """A folder with three pages, of which German has two and Spanish one; German has a fourth that English lacks."""
    folder = tmp_path / "content"
    for path in ("index.md", "safety.md", "routines/index.md"):
        for code in ("", "de/", "es/"):
            if (code, path) not in (("de/", "safety.md"), ("es/", "index.md"), ("es/", "safety.md")):
                (folder / code / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / code / path).write_text("# Page\n", "utf-8")
    (folder / "de" / "haende.md").write_text("# Seite\n", "utf-8")
    return folder


def test_page_is_of_the_language_that_its_folder_has_the_code_of():
    uris = ("de/safety.md", "safety.md", "en/a/b.md", "de.md", "dere/x.md", "routines/de/x.md")
    assert [translated_pages.code_of(uri, KNOWN) for uri in uris] == ["de", "", "en", "", "", ""]


def test_what_a_language_lacks_is_a_note_and_what_is_in_place_of_nothing_a_fault(content):
    assert translated_pages.notes(content, ["de", "es"], KNOWN) == [
        "Note: content/de/ has no safety.md: there the site's own words are shown.",
        "Note: content/es/ has no index.md and 1 more: there the site's own words are shown.",
    ]
    assert translated_pages.notes(content, [], KNOWN) == []
    assert [*translated_pages.faults(content, ["de", "es"], ["timer.md"])] == [
        "content/de/haende.md: there is no page haende.md that this could be in another language.\n"
        "    Write content/haende.md, too: each page is in all languages of the site."
    ]
    assert [*translated_pages.faults(content, ["de"], ["haende.md"])] == [], "in place of one that comes from a record"


def test_what_is_put_into_a_page_of_another_language_says_its_own():
    placeholders = Placeholders()
    block, inline = placeholders.keep('<section class="a"><p>Übungen</p></section>'), placeholders.keep("<b>30 s</b>")
    assert placeholders.filled_in('lang="de"', f"<p>{block}</p>\n<p>Hold {inline}.</p>") == (
        '<section lang="de" class="a"><p>Übungen</p></section>\n<p>Hold <b lang="de">30 s</b>.</p>'
    )


def test_pages_lead_to_the_start_page_of_each_language_of_the_site_under_its_own_name():
    spanish = Language("es", "Spanish", "español", "es_ES")
    every = (ENGLISH, Language("de", "German", "Deutsch", "de_DE"), spanish)
    ways = {"en": ("", "de/", "es/"), "de": ("../", "", "../es/"), "es": ("../", "../de/", "")}
    for spoken, of in ways.items():
        found = site_languages("en", every, spoken)
        assert [(each.language, each.path, each.way) for each in found] == list(
            zip(every, ("", "de/", "es/"), of, strict=True)
        )
        assert [each.language.code for each in found if each.is_spoken] == [spoken]
    assert [each.name for each in found] == ["English", "Deutsch", "Español"]
    assert [each.way for each in site_languages("es", every, "es")] == ["en/", "de/", ""]
