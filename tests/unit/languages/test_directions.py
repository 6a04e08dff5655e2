"""Lines from right to left: what styles, words and paper do then, and that no other language pays for it."""

import re

import pytest
import tinycss2
from markupsafe import Markup

from limber import wording
from limber.build_cache import BuildCache
from limber.languages import catalogues
from limber.languages.language import ENGLISH
from limber.languages.messages import gettext, spoken_as
from limber.publish import pdf, spoken_assets
from limber.site import template_messages

SIDE = re.compile(r"(^|-)(left|right)(-|$)")
FOUR = ("margin", "padding", "inset", "border-width", "border-color", "border-style", "clip-path")


@pytest.fixture
def mirrored(root):
    return catalogues.language("ar-XB", root / "overrides" / "languages", BuildCache())


def test_styles_name_no_side_without_a_reason_beside_it(root):
    """Where lines begin is `inline-start`; a rule for lines from right to left may name sides."""
    found = []
    for sheet in sorted((root / "overrides").rglob("*.css")):
        nodes = tinycss2.parse_stylesheet(sheet.read_text("utf-8"))
        found += [f"{sheet.name}:{each.source_line}: {each.name}" for each in _of_one_side(nodes)]
    assert found == []


def _of_one_side(nodes):
    for node in nodes:
        if node.type not in ("qualified-rule", "at-rule") or '[dir="rtl"]' in tinycss2.serialize(node.prelude):
            continue
        inner = tinycss2.parse_blocks_contents(node.content or [])
        reasons = {each.source_line for each in inner if each.type == "comment"}
        yield from _of_one_side(inner)
        for each in inner:
            if each.type == "declaration" and not each.name.startswith("--") and each.source_line not in reasons:
                values = [value for value in each.value if value.type != "whitespace"]
                if values[0].type == "function" and values[0].lower_name == "inset":
                    values = [value for value in values[0].arguments if value.type != "whitespace"]
                sides = [value for value in values if value.type == "ident" and SIDE.search(value.value)]
                uneven = each.name in FOUR and len(values) == 4 and values[1].serialize() != values[3].serialize()
                if SIDE.search(each.name) or sides or uneven:
                    yield each


def test_rules_for_lines_from_right_to_left_are_sent_where_there_are_such(mirrored):
    rule = b'.a { left: 0; }\n\n@media print {\n  [dir="rtl"] .b:is(i, u) {\n    top: 0;\n  }\n}\n'
    sent = {
        each.code: spoken_assets.files({"styles/a.css": rule}, each)["styles/a.css"] for each in (ENGLISH, mirrored)
    }
    assert sent == {"en": b".a { left: 0; }\n\n@media print {\n}\n", "ar-XB": rule}


def test_name_in_latin_letters_stands_apart_in_a_line_from_right_to_left(mirrored):
    with spoken_as(mirrored):
        assert gettext("Add {name}", name="Plank (45)").endswith(" \u2068Plank (45)\u2069")
        assert template_messages.gettext("Add {name}", name="<i>").endswith(" &lt;i&gt;")
        link = Markup("<a>Plank</a>")
        assert template_messages.gettext("Add {name}", name=link).endswith(" <a>Plank</a>")
        assert gettext("{count} reps", count="10–12").startswith("10–12 ")
    assert gettext("Add {name}", name="Plank (45)") == "Add Plank (45)"


def test_arrow_from_start_to_goal_leads_on(mirrored, dataset):
    of = dataset.exercises["calf-stretch"]
    said = []
    for language in (ENGLISH, mirrored):
        with spoken_as(language):
            said.append(wording.dose_pair(of.start, of.goal, of)[0][-1][0])
    assert said == ["→", "←"]


def test_no_pdf_is_made_which_would_not_be_mirrored(mirrored):
    assert pdf.can_write("if possible", BuildCache(), mirrored) == (
        False,
        [f"Note: the PDFs are left out: {pdf.MIRRORED}"],
    )
    with pytest.raises(pdf.Missing, match="print the pages from a browser"):
        pdf.can_write("required", BuildCache(), mirrored)


def test_message_that_cannot_be_read_is_named_with_its_file_and_line():
    with pytest.raises(ValueError, match=r"^overrides/scripts/a\.js:2: oneOf takes a text, and as strings all"):
        spoken_assets.files({"scripts/a.js": b"say();\noneOf(a, b);"}, ENGLISH)
