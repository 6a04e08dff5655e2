"""What sheets and cards say, and how high their parts are reckoned to be in every way of setting them, as they were.

After a change that is meant: `ACCEPT=1 scripts/test tests/unit/derived/test_derived_paper.py`, then read the diff.
"""

from dataclasses import replace
from itertools import chain

import pytest

import longest_texts
from derived import digest, same
from limber.model.nouns import Range
from limber.paper import cards, qr, sheets
from limber.paper.layout import BUDGETS
from limber.paper.measure import Measure
from limber.paper.printing import Printing
from wide_texts import KINDS, filled, problems

SITE = "https://coach.example/limber/"
STYLES = [*sheets.STYLES, *sheets.LARGE_STYLES, sheets.LAST_LARGE]


@pytest.fixture(scope="module", params=["real", "full"])
def printed(request, root, dataset, tmp_path_factory):
    """The dataset on paper, and one with routines of many steps and texts as long as they may be."""
    data = dataset if request.param == "real" else longest_texts.dataset(root, tmp_path_factory.mktemp("full"))
    return request.param, Printing(data, SITE)


def test_paper_says_what_it_did_in_the_same_sizes(printed):
    name, printing = printed
    said = list(printing.notes())
    for routine in printing.dataset.routines.values():
        texts = printing.texts(routine)
        said.append(f"{routine.id}: cards {_of(printing.card_style(routine.steps))}")
        if name == "real":
            said += ["  " + " | ".join(map(" ".join, texts.how_long)), f"  {texts.kit}", f"  {texts.moving_on}"]
            said += [f"  {texts.stop_signs}", f"  {texts.short_version}", f"  {texts.legend}", f"  {texts.source}"]
        for large in (False, True):
            layout = printing.layout(routine, large)
            held = ", ".join(f"{each.number}: {len(each.steps)} and {each.notes} free" for each in layout.sheets)
            said.append(f"  {_said(layout.style)} {held}{', title in two lines' * layout.long_title}")
    for exercise in printing.dataset.exercises.values():
        card = printing.card(exercise)
        said.append(f"{exercise.id}: {_of(printing.card_style([exercise]))}, name {printing.card_name(exercise)[1]}")
        if name == "real":
            said += [f"  {' '.join(card.dose[0])}, {' '.join(card.dose[1])}", *(f"  - {each}" for each in card.steps)]
            said += [f"  {' '.join(each)}" for each in card.faults]
            said += [f"  {label}: {text}" for label, text in card.facts.items()]
    said += [f"without a routine: {', '.join(each.id for each in printing.without_routine())}"]
    same(f"paper-{name}", said)


def _of(style):
    return f"in {style.size:g} points with figures of {style.figure:g} mm"


def _part(part):
    return f"{part.takes}×{part.size:.4g} in {part.width:.4g} {part.usual}"


def test_parts_of_sheets_are_as_high_as_they_were(printed):
    name, printing = printed
    said = []
    for routine in printing.dataset.routines.values():
        told = []
        address = printing.address(f"routines/{routine.id}/")
        for style in STYLES:
            measure = Measure(printing.texts(routine), address, style)
            heights = [measure.head, *measure.rows, measure.foot, *measure.rooms(1), *measure.rooms(3)]
            steps = [[measure.name(step), measure.cue(step)] for step in routine.steps]
            told += [
                f"{routine.id} {_said(style)}: {' '.join(f'{each:.3f}' for each in heights)}",
                f"  {measure.title_size} {[measure.shares(count) for count in (1, 2, 3)]}",
                "  " + ", ".join(f"{key} {_part(part)}" for key, part in measure.around.items()),
                f"  {digest(list(map(_part, chain.from_iterable(steps))))}",
            ]
        said += told if name == "real" else [f"{routine.id} {digest(told)}"]
    same(f"sheets-{name}", said)


def test_parts_of_cards_are_as_high_as_they_were(printed):
    name, printing = printed
    said = []
    for exercise in printing.dataset.exercises.values():
        card, address = printing.card(exercise), printing.card_address(exercise)
        for style in cards.STYLES:
            heights = cards.heights(card, address, style)
            parts = [*cards.steps(card, style), *cards.facts(card, style).values()]
            high = " ".join(f"{each:.3f}" for each in heights)
            said.append(f"{exercise.id} {_of(style)}: {high} {digest(list(map(_part, parts)))}")
    same(f"cards-{name}", said)


def test_codes_are_drawn_as_they_were():
    addresses = [
        "https://a.example/",
        f"{SITE}exercises/calf-stretch/",
        "HTTPS://COACH.EXAMPLE/#1.CS.BR",
        f"{SITE}{'a' * 60}/",
    ]
    same("codes", [f"{each}: {digest(qr.svg(each))} {digest(qr.file(each))}" for each in addresses])


def test_what_has_room_is_what_had():
    same("budgets", [f"{key}: {value}" for key, value in sorted(BUDGETS.items())])


@pytest.mark.parametrize("kind", ["W", "one word of W", "m", "capitals"])
def test_wide_words_are_refused_where_they_were(dataset, kind):
    wide = filled(dataset, kind, 12, 1)
    whole = wide.routines["wide"]
    short = replace(whole, id="short", core_of="wide", steps=whole.steps[:9], stop_signs=("W" * 400,), moving_on=("m",))
    named = replace(whole.steps[0].exercise, short_name=(KINDS[kind] * 2)[:24])
    high = replace(whole.steps[0], exercise=named, start=replace(named.start, sets=Range.of(19), tempo="10-10-10-10"))
    dosed = replace(whole, id="dosed", steps=(high,))
    said = [
        f"{len(routines)} {'.'.join(map(str, each.where))}: {each.what} {each.tip}{' at its key' * each.at_key}"
        for routines in ((whole,), (short, whole), (dosed,))
        for each in problems(replace(wide, exercises={"named": named}, routines={it.id: it for it in routines}))
    ]
    same(f"wide-{kind.replace(' ', '-')}", said)


def test_what_is_needed_is_said_as_it_was(dataset):
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    bare = [replace(step, exercise=replace(step.exercise, equipment=())) for step in whole.steps]
    printing = Printing(dataset, SITE)
    kits = [
        printing.texts(replace(whole, steps=steps)).kit
        for steps in (whole.steps, (*bare,), (*bare[:2], *whole.steps[2:4]))
    ]
    same("kits", [*kits, *(" | ".join(printing.card(step.exercise).facts.values()) for step in bare)])


def _said(style):
    words = {style.form: True, "with cues": style.with_cue, "large": style.large}
    return ", ".join(
        [f"{style.size:g} points, figures of {style.pose:g} mm", *(word for word, is_so in words.items() if is_so)]
    )
