"""Placeholders in Markdown: finished HTML takes their place whole, and what the search shall not read does so later."""

import pytest

from limber.site.html_text import escaped, unindented
from limber.site.placeholders import Placeholders


@pytest.fixture
def placeholders():
    return Placeholders()


def test_html_comes_back_where_its_word_stood(placeholders):
    words = [placeholders.keep(html) for html in ("<b>one</b>", "<i>two</i>", "<u>three</u>")]
    assert all(word.isalnum() and word.isascii() for word in words), "no Markdown rule touches it"
    assert len(set(words)) == 3
    content = f"<p>First {words[2]}, then {words[0]}.</p>"
    assert placeholders.filled(content) == "<p>First <u>three</u>, then <b>one</b>.</p>"


def test_paragraph_of_a_word_alone_gives_way(placeholders):
    word = placeholders.keep("<div>\\1 {{ braces }} limberslot0x</div>")
    assert placeholders.filled(f"<p>{word}</p>\n<p>{word}!</p>") == (
        "<div>\\1 {{ braces }} limberslot0x</div>\n<p><div>\\1 {{ braces }} limberslot0x</div>!</p>"
    ), "what comes back is not looked through again"


def test_ten_and_more_are_told_from_one(placeholders):
    words = [placeholders.keep(f"<b>{number}</b>") for number in range(12)]
    assert placeholders.filled(" ".join(words)) == " ".join(f"<b>{number}</b>" for number in range(12))


def test_what_the_search_shall_not_read_comes_after_it(placeholders):
    one, two = (f"<!--unsearched-->{each}<!--/unsearched-->" for each in ("<a>\nOne</a>", "<a>Two</a>"))
    html = f"<h2>Ball</h2>{one} and {two}."
    searched = placeholders.filled(f"<p>{placeholders.keep(html)}</p>")
    assert "One" not in searched
    assert "Two" not in searched
    assert searched.startswith("<h2>Ball</h2><!--limberslot")
    assert placeholders.filled(searched) == searched, "the words of these wait"
    assert placeholders.filled_late(searched) == "<h2>Ball</h2><a>\nOne</a> and <a>Two</a>."


def test_a_comment_of_an_author_stays(placeholders):
    assert placeholders.filled_late(placeholders.filled("<!-- mine --><!--limber-->")) == "<!-- mine --><!--limber-->"


def test_text_of_the_site_is_text_to_html_and_to_templates():
    assert escaped('<b title="a">{{ x }} & y') == ("&lt;b title=&quot;a&quot;&gt;&#123;&#123; x &#125;&#125; &amp; y")
    assert unindented("<p>\n\n    one two\n  three</p>\n") == "<p>\none two\nthree</p>\n"
