"""The part of Material's style sheet that is sent: all that a page can show, and little else."""

import re
from pathlib import Path

import material
import pytest

from limber.publish.material_styles import part

CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
FOLDER = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"


@pytest.fixture(scope="module")
def whole():
    (file,) = FOLDER.glob("main.*.min.css")
    return file.read_text("utf-8")


def sent(site):
    (file,) = (site.folder / "assets").glob("*/styles/theme.css")
    return file.read_text("utf-8")


def test_every_class_of_a_page_that_material_dresses_is_dressed(site, programmes_site, whole):
    for of in (site, programmes_site):
        used = {
            name
            for page in of.pages.values()
            for each in page.every()
            for name in each.attributes.get("class", "").split()
        }
        assert len(used) > 100
        ours = re.sub(r"\.highlight\b[^,{]*", "", whole)  # no extension of ours makes that, nor tabs
        dressed = set(CLASS.findall(ours)) - {"no-js"}
        assert (used & dressed) - set(CLASS.findall(sent(of))) == set()


def test_pages_ask_for_it_in_place_of_the_whole(site):
    for page in site.pages.values():
        links = [each.attributes["href"] for each in page.every("link", rel="stylesheet")]
        assert not [link for link in links if "/stylesheets/main." in link]
    assert len(sent(site)) < 50_000


@pytest.mark.parametrize(
    ("extension", "name"),
    [
        ("pymdownx.tabbed", "tabbed-set"),
        ("pymdownx.keys", "key-escape"),
        ("pymdownx.critic", "critic"),
        ("pymdownx.tasklist", "task-list-item"),
        ("footnotes", "footnote"),
        ("pymdownx.arithmatex", "arithmatex"),
        ("pymdownx.highlight", "highlight"),
        ("codehilite", "linenos"),
        ("pymdownx.superfences", "highlighttable"),
        ("pymdownx.emoji", "twemoji"),
    ],
)
def test_extension_of_markdown_brings_its_styles(whole, extension, name):
    with_it, without = (CLASS.findall(part(whole, extensions)) for extensions in ([extension], []))
    assert name in CLASS.findall(whole)
    assert name in with_it or name.startswith("key-")
    assert name not in without


def test_properties_of_an_extension_come_with_it(whole):
    assert "--md-mermaid-" in part(whole, ["pymdownx.superfences"])
    assert "--md-mermaid-" not in part(whole, ["attr_list"])


def test_what_any_markdown_can_have_is_dressed(whole):
    found = CLASS.findall(part(whole, []))
    assert {"admonition", "admonition-title", "warning", "grid", "md-button"} <= set(found)


def test_no_rule_names_what_our_frame_has_not(whole):
    found = set(CLASS.findall(re.sub(r":not\([^()]*\)", "", part(whole, []))))
    assert not {
        name
        for name in found
        if name.startswith(("md-nav", "md-tabs", "md-sidebar", "md-source", "md-version", "md-content__button"))
    }


def test_pictures_that_nothing_shows_are_left_out(whole):
    kept = part(whole, [])
    named = set(re.findall(r"(--[\w-]+):url\(", kept))
    assert named
    assert named <= set(re.findall(r"var\((--[\w-]+)", kept))
    assert kept.count("{") == kept.count("}")


def test_no_rule_is_for_lines_that_run_the_other_way_than_those_of_the_site(site, mirrored_site):
    for of, direction, other in ((site, "ltr", "rtl"), (mirrored_site, "rtl", "ltr")):
        assert f"[dir={direction}]" in sent(of)
        assert f"[dir={other}]" not in sent(of)
        assert {page.one("body").attributes.get("dir", direction) for page in of.pages.values()} == {direction}
