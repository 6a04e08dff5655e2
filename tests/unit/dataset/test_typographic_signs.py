"""Which quotes and signs of other programs are taken for slips, and which are what an author means."""

from __future__ import annotations

import pytest

from limber.dataset.problem import DatasetError, Problem
from limber.dataset.yaml.reader import read


def found(value: str, before: str = "name: ") -> tuple[Problem, ...]:
    reading = read(f"exercises:\n  plank:\n    {before}{value}\n", "")
    assert not reading.ambiguities
    return tuple(reading.problems)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("“Toe lifts”", '"Toe lifts"'),
        ("”Toe lifts”", '"Toe lifts"'),
        ("„Toe lifts“", '"Toe lifts"'),
        ("„Toe lifts”", '"Toe lifts"'),
        ("«Toe lifts»", '"Toe lifts"'),
        ("« Toe lifts »", '"Toe lifts"'),
        ("»Toe lifts«", '"Toe lifts"'),
        ("‹Toe lifts›", '"Toe lifts"'),
        ("‘Toe lifts’", '"Toe lifts"'),
        ("‚Toe lifts‘", '"Toe lifts"'),
        ("‘The runner’s toe’", '"The runner’s toe"'),
        ("＂Toe lifts＂", '"Toe lifts"'),
        ('“Toe lifts"', '"Toe lifts"'),
        ("“Toe lifts", '"Toe lifts"'),
        ("“Toe:lifts”", '"Toe:lifts"'),
    ],
)
def test_quotes_around_a_whole_value_are_slips(value: str, written: str) -> None:
    (problem,) = found(value)
    assert f"Write it in plain quotes: {written}." in problem.tip
    assert (problem.line, problem.column) == (3, 11)
    folded = found(value.replace(" ", "\n      "))
    assert [(each.line, each.column) for each in folded] == [(3, 11)], "where its first line begins"
    assert found(written) == ()
    assert found(f'"{value}"' if '"' not in value else f"'{value}'") == ()


@pytest.mark.parametrize(
    "value",
    [
        "The “toe” lift",
        "“Up” and “down”",
        "“Up”, then down",
        "“Up” is said.",
        "Say “up”",
        "Say “up”.",
        "A „toe“ lift",
        "Say «up»",
        "Sag „hoch“",
        "’Tis heavy",
        "‘Tis heavy",
        "The runners’",
        "Rock ’n’ roll",
        "Sit ‘tall’",
        'A band of 5"',
        'Say "up"',
        "5’ 10”",
        "“A” or “B”",
        "›",
        "don’t",
    ],
)
def test_quotes_within_a_text_are_meant(value: str) -> None:
    assert found(value) == ()


@pytest.mark.parametrize(
    ("value", "item"),
    [
        ("• Up.", "- Up."),
        ("•Up.", "- Up."),
        ("— Up.", "- Up."),
        ("– Up.", "- Up."),
        ("+ Up.", "- Up."),
        ("-- Up.", "- Up."),
        ("-Up.", "- Up."),
        ("1. Up.", "- Up."),
        ("1) Up.", "- Up."),
        ("(1) Up.", "- Up."),
        ("a) Up.", "- Up."),
        ("▪ Up.", "- Up."),
        ("→ Up.", "- Up."),
        ("‑ Up.", "- Up."),
        ("• 5, Up", '- "5, Up"'),
    ],
)
def test_signs_that_mark_items_elsewhere_are_slips(value: str, item: str) -> None:
    (problem,) = found(f"\n      {value}", "cues:")
    assert problem.tip.endswith(f": {item}")
    assert (problem.line, problem.column) == (4, 7)


@pytest.mark.parametrize(
    "value",
    ["10 – 12", "5. toe", "A – B", "3 × 4", "-5 degrees", "+5 kg", "1.5 m", "(left) foot", "a. m.", "e.g. a wall"],
)
def test_signs_that_begin_or_are_within_a_text_are_meant(value: str) -> None:
    assert found(value) == ()
    assert found(value, "cues:\n      - ") == ()


@pytest.mark.parametrize("more", ["– like a tree.", "— and hold.", "+ one arm", "2. toe"])
def test_text_may_go_on_with_a_dash(more: str) -> None:
    assert found(f"Stand tall\n        {more}", "cues:\n      - ") == ()


@pytest.mark.parametrize(
    "value", ["& then", "&", "* up", "*", "@home", "`x`", "%5", "| text", ">text", ", up", "] up", "}up", "!!"]
)
def test_sign_that_yaml_takes_for_its_own_begins_no_text(value: str) -> None:
    for before in ("name: ", "cues:\n      - "):
        with pytest.raises(DatasetError) as told:
            found(value, before)
        (problem,) = told.value.problems
        assert problem.what == f'a text cannot begin with "{value[0]}".'
        assert problem.tip == f'Put it in quotes: "{value}".'


@pytest.mark.parametrize("value", ['Toe lifts"', "Toe lifts”", 'Part 2b"'])
def test_quote_that_closes_what_none_opens_is_told_of_where_it_stands(value: str) -> None:
    (problem,) = found(value)
    assert problem.what == f"the quote {value[-1]} at the end closes what none opens."
    assert problem.column == 10 + len(value)
