"""Whose site it is, at the foot of paper: in its words, and in the room that there is."""

from datetime import date

import longest_texts
from limber import site_words
from limber.model.site import Coach, Contact, Site
from limber.paper.printing import Printing

LONGEST = Site(
    coach=Coach("W" * 60, "M" * 60),
    contact=Contact(f"{'w' * 68}@example.org", "+44 20 7946 0000 1234 5678 901", f"https://{'w' * 112}"),
    reviewed=date(2026, 11, 22),
)


def test_credit_says_what_there_is_and_nothing_of_what_there_is_not():
    whole = Site(
        coach=Coach("Kim Hale", "PT, DPT"), contact=Contact("kim@example.org", "+44 20", "https://example.org/")
    )
    assert site_words.credit(whole) == "Kim Hale, PT, DPT, kim@example.org, +44 20, example.org."
    assert site_words.credit(Site(reviewed=date(2026, 11, 22))) == "Reviewed 22 November 2026."
    assert site_words.credit(Site()) == ""
    assert [link for _, link in site_words.contacts(whole)] == [
        "mailto:kim@example.org",
        "tel:+4420",
        "https://example.org/",
    ]


def test_foot_of_a_sheet_begins_with_it(dataset):
    routine = next(iter(dataset.routines.values()))
    foot = Printing(dataset, credit="Kim Hale.").texts(routine).foot
    assert foot.startswith("Kim Hale. ") and foot.endswith(Printing(dataset).disclaimer)


def test_longest_credit_leaves_each_routine_on_as_many_sheets(root, tmp_path):
    data = longest_texts.dataset(root, tmp_path)
    address = "https://coach.example/physio/limber/"
    bare, signed = (Printing(data, address, credit=each) for each in ("", site_words.credit(LONGEST)))
    for routine in data.routines.values():
        assert len(signed.layout(routine).sheets) == len(bare.layout(routine).sheets), routine.id
        assert signed.layout(routine, large=True).sheets
