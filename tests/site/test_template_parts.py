"""The parts that a page's HTML names for a script to fill: a misspelt one stays empty, and no script can tell."""

import re

import pytest

from html_tree import tree

PAGES = {
    **dict.fromkeys(("timer/", "timer/settings.txt"), "timer"),
    **dict.fromkeys(
        ("plan/", "plan/editor.txt", "plan/calendar.txt", "plan/code.txt", "plan/sheet/", "plan/cards/"), "plan"
    ),
}
"""The pages that scripts fill, and parts of them that come later, with the folder of these scripts."""

NAMED = ("data-part", "data-with", "data-href")


@pytest.mark.parametrize("path", PAGES)
def test_each_part_of_a_page_has_a_value_in_the_scripts(site, path):
    page = _markup(site, path)
    parts = {each.attributes[name] for each in page.every() for name in NAMED if name in each.attributes}
    assert parts
    assert sorted(parts - _words(site, PAGES[path])) == []


@pytest.mark.parametrize("path", PAGES)
def test_each_template_of_a_page_is_used_and_each_list_has_its_own(site, path):
    page = _markup(site, path)
    templates = {each.attributes["data-template"] for each in page.every("template")}
    rows = {each.attributes["data-row"] for each in page.every() if "data-row" in each.attributes}
    assert rows <= templates
    quoted = _words(site, PAGES[path])
    assert [each for each in sorted(templates - rows) if not set(each.split("-")) <= quoted] == []


def _markup(site, path):
    return site.pages[path] if path in site.pages else tree((site.folder / path).read_text("utf-8"))


def _words(site, folder):
    """Each word of the scripts as they are sent, where names of values are what they were and others are not."""
    scripts = (site.folder / site.asset("scripts") / folder).glob("*.js")
    return set(re.findall(r"[a-z]+(?:_[a-z]+)*", " ".join(script.read_text("utf-8") for script in scripts)))
