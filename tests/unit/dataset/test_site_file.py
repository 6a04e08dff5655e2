"""data/site.yaml: what a sound one gives, and what is said of each that is not."""

import json
import re
from datetime import date

import pytest

from derived import same
from limber.dataset import site_file
from limber.dataset.problem import DatasetError
from limber.model.site import Coach, Contact, Site

WHOLE = """\
name: Strong knees
description: Exercises for knees
licence: CC BY 4.0
coach: {name: Kim Hale, credentials: "PT, DPT"}
contact: {email: kim@example.org, phone: "+44 20 7946 0000", page: "https://example.org/kim"}
reviewed: "2026-11-22"
featured: knees
person: older
"""
UNSOUND = (
    "[a]",
    "name: 3",
    "license: MIT",
    "palette: {a: 1}",
    "coach: {credentials: PT}",
    "coach:\n  name: Kim\n  age: 3",
    "contact: {page: example.org}",
    "contact: {email: kim at example}",
    "contact: {phone: 0049123}",
    "contact: {}",
    "reviewed: 22 November 2026",
    'reviewed: "2026-02-30"',
    "featured: knee",
    "person: old",
    "name: |\n  a\n  b",
    'colours: {brand: "#7fbf9f"}',
    'colours: {accent_dark: "#552200"}',
    'colours: {paper: "#888888"}',
    "colours: {brand: green}",
    "colours:\n  brand: #1f4d3a",
    "languages: [de, es, de]",
    "languages: de",
    "mark: KNEE",
    "mark: 伸",
    "mark: logo.svg",
    "mark: ../logo.svg",
    "name: a\nname: b",
    'colours: {accent: "#ffe000"}',
    'colours: {brand_dark: "#333333"}',
    'colours: {brand: "#7FBF9F", accent: "#ffe000"}',
    "featured: quite-another",
    'coach: {name: " Kim"}',
)
"""Each with a fault; a golden file has what is said of it."""


def loaded(tmp_path, text):
    file = tmp_path / "site.yaml"
    file.write_text(text, "utf-8")
    return site_file.load(file, ["knees", "knees-short"])


def test_whole_file_gives_all_that_it_says(tmp_path):
    assert loaded(tmp_path, WHOLE) == Site(
        name="Strong knees",
        description="Exercises for knees",
        licence="CC BY 4.0",
        coach=Coach("Kim Hale", "PT, DPT"),
        contact=Contact("kim@example.org", "+44 20 7946 0000", "https://example.org/kim"),
        reviewed=date(2026, 11, 22),
        featured="knees",
        person="older",
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_nothing_has_to_be_said(tmp_path, text):
    assert loaded(tmp_path, text) == site_file.load(tmp_path / "none.yaml") == Site()


def test_fault_is_told_with_its_place_and_a_remedy(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = []
    for text in UNSOUND:
        with pytest.raises(DatasetError) as told:
            loaded(tmp_path, text)
        lines.append(f"{json.dumps(text, ensure_ascii=False)}\n{str(told.value).removesuffix('Nothing was built.')}")
    (tmp_path / "site.yaml").write_text("featured: knees", "utf-8")
    with pytest.raises(DatasetError, match=r'There is no routine yet: take "featured:" out\.\n'):
        site_file.load(tmp_path / "site.yaml", [])
    same("site-faults", lines)


def test_mark_is_its_drawing_or_its_letters_and_faults_of_a_drawing_have_its_own_lines(tmp_path):
    (tmp_path / "mark.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\n<path d="M0 0H9"/></svg>'
    )
    drawn, of_letters = loaded(tmp_path, "mark: mark.svg"), loaded(tmp_path, "mark: KH")
    assert (bool(drawn.mark.shapes), drawn.letters) == (True, "")
    assert (of_letters.mark.shapes, of_letters.letters) == ((), "KH")
    (tmp_path / "mark.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\n<text>K</text></svg>'
    )
    with pytest.raises(DatasetError, match=r"mark\.svg:2:1: mark: <text> is nothing that every icon can show"):
        loaded(tmp_path, "mark: mark.svg")


@pytest.mark.parametrize("key", ["brand", "accent", "brand_dark", "accent_dark", "paper"])
@pytest.mark.parametrize("colour", ["#7fbf9f", "#808080", "#663311", "#ffe000"])
def test_shade_that_is_offered_is_taken(tmp_path, key, colour):
    try:
        loaded(tmp_path, f'colours: {{{key}: "{colour}"}}')
    except DatasetError as told:
        offered = re.search(r'Write ("#\w{6}")', str(told))[1]
        assert loaded(tmp_path, f"colours: {{{key}: {offered}}}").colours
        return
    assert (key, colour) != ("brand", "#7fbf9f")


def test_all_faults_are_told_at_once(tmp_path):
    with pytest.raises(DatasetError) as told:
        loaded(tmp_path, "nmae: a\ncontact: {email: b}\nfeatured: toes\nreviewed: soon\n")
    assert [each.line for each in told.value.problems] == [1, 2, 3, 4]


def test_every_line_of_the_shipped_file_is_sound(root, dataset):
    assert site_file.load(root / "data" / "site.yaml", dataset.routines).name
