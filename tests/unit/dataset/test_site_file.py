"""data/site.yaml: what a sound one gives, and what is said of each that is not."""

import re
from datetime import date

import pytest

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
UNSOUND = {
    "[a]": (1, 1, "the file is a list; it should hold keys with values.", "name: Strong knees"),
    "name: 3": (1, 7, "name: this is the number 3", '"3"'),
    "license: MIT": (1, 1, 'no key "license" belongs here.', 'Did you mean "licence"?'),
    "palette: {a: 1}": (1, 1, 'no key "palette" belongs here.', "The keys of the file are name,"),
    "coach: {credentials: PT}": (1, 1, "coach: name is missing.", 'Add "name:".'),
    "coach:\n  name: Kim\n  age: 3": (3, 3, 'coach: no key "age" belongs here.', "name, credentials"),
    "contact: {page: example.org}": (1, 17, "contact, page: ", 'Write "https://example.org".'),
    "contact: {email: kim at example}": (1, 18, "contact, email: ", "kim@example.org"),
    "contact: {phone: 0049123}": (1, 18, "contact, phone: ", '"0049123"'),
    "contact: {}": (1, 1, "contact: this is empty.", "Take it out"),
    "reviewed: 22 November 2026": (1, 11, "reviewed: ", 'Write "2026-11-22".'),
    'reviewed: "2026-02-30"': (1, 11, "reviewed: there is no day", "Look it up"),
    "featured: knee": (1, 11, 'featured: no routine "knee"', 'Did you mean "knees"?'),
    "person: old": (1, 9, "person: ", "older"),
    "name: |\n  a\n  b": (1, 7, "name: this has line breaks", 'Write "a b".'),
    'colours: {brand: "#7fbf9f"}': (1, 18, "colours, brand: #7fbf9f has a contrast of 1.8:1 on the paper", 'Write "#'),
    'colours: {accent_dark: "#552200"}': (1, 24, "colours, accent_dark: #552200 has a contrast of", 'Write "#'),
    'colours: {paper: "#888888"}': (1, 18, "colours, paper: #888888 has a contrast of", 'Write "#'),
    "colours: {brand: green}": (1, 18, 'colours, brand: "green" does not fit here.', '"#1f4d3a"'),
    "colours:\n  brand: #1f4d3a": (2, 3, "colours, brand: ", 'in quotes, such as "#1f4d3a"'),
    "languages: [de, es, de]": (1, 21, 'languages: "de" stands here twice.', "Take one of them out."),
    "languages: de": (1, 12, "languages: ", "de"),
    "mark: KNEE": (1, 7, 'mark: "KNEE" is neither one to three letters', "SVG file in data/"),
    "mark: 伸": (1, 7, 'mark: "伸" is neither one to three letters', "Latin"),
    "mark: logo.svg": (1, 7, 'mark: no file "logo.svg" in data/.', "one to three letters"),
    "mark: ../logo.svg": (1, 7, 'mark: no file "../logo.svg"', "one to three letters"),
    "name: a\nname: b": (2, 1, '"name" stands twice', "Keep one of them."),
}


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


@pytest.mark.parametrize("text", UNSOUND)
def test_fault_is_told_with_its_place_and_a_remedy(tmp_path, text):
    line, column, what, tip = UNSOUND[text]
    with pytest.raises(DatasetError) as told:
        loaded(tmp_path, text)
    (problem,) = told.value.problems
    assert (problem.line, problem.column) == (line, column)
    said = problem.said("site.yaml")
    assert said.startswith(f"site.yaml:{line}:{column}: {what}") and tip in said.split("\n")[1]


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
