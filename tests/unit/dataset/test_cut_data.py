"""A text of YAML that ends anywhere, or has a sign too many or too few anywhere, is told of in our words.

What is tried is drawn from each state that a reader of YAML can be in: `CUTS=50000 scripts/test -k cut_data`
tries as many.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from random import Random

import pytest

from data_spots import SCHEMA
from golden_datasets import GOLDEN, REAL
from limber.dataset.problem import DatasetError, Problem
from limber.dataset.shape import ambiguous_scalars
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.source import lines_of

COUNT = int(os.environ.get("CUTS", "1500"))
SIGNS = "\"'[]{}|>&*#:-,?!% @`~=\\\n.+“x0"

EVERYTHING = """\
# A comment.
exercises:
  push-up: # another
    name: "Push-up, \\"the\\" one"
    summary: 'It''s one: down, up.'
    regions: [shoulder, "trunk", 'hip', {a: [b, {c: d}]}]
    kind: strength

    setup:
      - Lie on
        your belly.
      - "Push
        it away."
      - [a, [b], []]
    dose:
      goal: {reps: {min: 8, max: 12}, sets: 3, or: {}}
    faults:
      - fault: Down.
        fix: 12
      -
        fault: |
          Up.
      - >-
        Over
routines: {}
"""


def states(text: str) -> Iterator[tuple[str, int]]:
    """For each index, what is open there, and the kinds of signs before and behind it."""
    opened: list[str] = []
    for at, each in enumerate(text):
        before = text[at - 1] if at else "\n"
        yield "".join(opened) + _kind(before) + _kind(each), at
        if opened and opened[-1] in "\"'#":
            ends = "\n" if opened[-1] == "#" else opened[-1]
            if each == ends and before != "\\":
                opened.pop()
        elif each in "[{" or (each in "\"'" and before in " [,{") or (each == "#" and before in " \n"):
            opened.append(each)
        elif each in "]}" and opened:
            opened.pop()


def _kind(sign: str) -> str:
    return "a" if sign.isalnum() else sign


def drawn(count: int) -> Iterator[str]:
    """Texts that were cut, or had a sign put in, taken out or exchanged, in each state as often; always the same."""
    chance = Random(14)
    texts = [EVERYTHING, *(GOLDEN / f"{name}.yaml" for name in ("a-tag-of-python", "several-problems-at-once")), REAL]
    places: dict[str, list[tuple[str, int]]] = {}
    for number, each in enumerate(texts):
        text = each if isinstance(each, str) else each.read_text("utf-8")[:9000]
        for state, at in states(text):
            places.setdefault(f"{min(number, 1)}{state}", []).append((text, at))
    kinds = sorted(places)
    for number in range(count):
        text, at = chance.choice(places[kinds[number % len(kinds)]])
        sign = chance.choice(SIGNS)
        head, tail = text[:at], text[at:]
        yield chance.choice((head, head + sign, head + sign + tail, head + tail[1:], head + sign + tail[1:]))


def found(text: str) -> list[Problem]:
    """All that reading tells of a text."""
    try:
        reading = read(text, "")
    except DatasetError as unsound:
        return list(unsound.problems)
    return [*reading.problems, *ambiguous_scalars.problems(reading.ambiguities, SCHEMA)]


def test_text_that_ends_anywhere_is_told_of() -> None:
    """Each cut of a text with all that YAML has in it; what is whole up to there is read."""
    for at in range(len(EVERYTHING)):
        _assert_told_of(EVERYTHING[:at])


def test_text_with_a_sign_too_many_or_too_few_is_told_of() -> None:
    for text in drawn(COUNT):
        _assert_told_of(text)


def _assert_told_of(text: str) -> None:
    lines = lines_of(text)
    for each in found(text):
        if each.line:
            assert each.line <= len(lines), (text[-200:], each)
            assert 0 < each.column <= len(lines[each.line - 1]) + 1, (text[-200:], each)
        assert each.what.endswith(".") and each.tip, (text[-200:], each)
        assert "\n" not in each.what + each.tip


def test_draw_covers_each_state_of_brackets_and_quotes() -> None:
    within = {re.sub(r"..$", "", state, flags=re.DOTALL) for state, _ in states(EVERYTHING)}
    assert within >= {"", "#", '"', "'", "[", '["', "['", "[{", "[{[", "[{[{", "[[", "{", "{{"}
    assert len({state for state, _ in states(EVERYTHING)}) < COUNT


@pytest.mark.parametrize(
    "text", ["a: [", "a: {", "a: [b, {", "a: [{b: [", "[", "{", "a: [\n\n\n", "a:\n  - [", "a: [b,"]
)
def test_text_that_ends_within_a_bracket_is_told_of_where_that_opens(text: str) -> None:
    (problem,) = found(text)
    line = text.split("\n")[problem.line - 1]
    assert line[problem.column - 1] in "[{"
    assert "is not closed on this line" in problem.what
    assert problem.column - 1 == max(line.rfind("["), line.rfind("{"))
