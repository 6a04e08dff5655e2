"""Generates realistic random faults in the text of a data file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from data_spots import Spot, in_brackets, spots
from limber.dataset.problem import Place

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Fault:
    """The text with a fault; where it was done, at which offsets of the text it can be seen, and who names it."""

    kind: str
    said: str
    text: str
    touched: tuple[Spot, ...]
    seen: tuple[int, ...]
    ids: tuple[str, ...] = ()  # whose record it takes away or calls otherwise
    lines: tuple[int, int, int] = (0, 0, 0)  # of a block that moved: its first, how many, and the one it is now before

    def now(self, line: int) -> int:
        """Where a line of the text without the fault stands now."""
        first, many, before = self.lines
        if first <= line < first + many:
            return line - first + before - (many if before > first else 0)
        if before <= line < first:
            return line + many
        return line - many if first + many <= line < before else line


def _without(text: str, spot: Spot) -> str:
    """The text without a spot and its line; within brackets, without the comma."""
    before, after = text[: spot.begin], text[spot.end :]
    if in_brackets(text, spot):
        return before + after.removeprefix(", ") if after.startswith(", ") else before.removesuffix(", ") + after
    if before.endswith("- ") and re.match(r"\n +\w", after):
        return before + after.lstrip()  # the first key of an item; the next one takes its place
    return before[: before.rindex("\n")] + after


def drop(text: str, spot: Spot, _: Random, every: list[Spot]) -> Fault:
    """A key or an item, with all that belongs to it, is gone."""
    gone = text[spot.begin : spot.end]
    ids = tuple(str(each.where[1]) for each in every if len(each.where) == 2 and str(each.where[1]) in gone)
    return Fault("drop", f"without {spot.where}", _without(text, spot), (spot,), (), ids)


def swap(text: str, spot: Spot, chance: Random, every: list[Spot]) -> Fault:
    """Two values have changed places: mostly two of one record, else of two records in the same key."""
    near = [each for each in every if each.plain and each.where[:2] == spot.where[:2]]
    far = [each for each in every if each.plain and each.where[2:] == spot.where[2:]]
    raw = text[spot.at : spot.end]
    others = [each for each in chance.choice((near, near, far)) if text[each.at : each.end] != raw]
    one, two = sorted((spot, chance.choice(others or near)), key=lambda each: each.at)
    first, second = text[one.at : one.end], text[two.at : two.end]
    changed = text[: one.at] + second + text[one.end : two.at] + first + text[two.end :]
    seen = (one.at, two.at + len(second) - len(first))
    return Fault("swap", f"{one.where} and {two.where} swapped", changed, (one, two), seen)


RETYPED = ("12", "-1", "1.5", "1:30", '"7"', "yes", "~", "[]", "{}", "[1, 2]", "{a: b}", "2026-11-22", "30 s", "10-12")


def retype(text: str, spot: Spot, chance: Random, _: list[Spot]) -> Fault:
    """A value is of another kind."""
    value = chance.choice(RETYPED)
    changed = text[: spot.at] + value + text[spot.end :]
    return Fault("retype", f"{spot.where} is {value}", changed, (spot,), (spot.at,))


def duplicate(text: str, spot: Spot, _: Random, __: list[Spot]) -> Fault:
    """A key, an item or a record stands twice."""
    if in_brackets(text, spot):
        again, seen = f"{text[spot.begin : spot.end]}, ", spot.end + 2
        changed = text[: spot.begin] + again + text[spot.begin :]
    else:
        indent = spot.begin - text.rindex("\n", 0, spot.begin) - 1
        again = f"\n{' ' * indent}{text[spot.begin : spot.end]}"
        changed, seen = text[: spot.end] + again + text[spot.end :], spot.end + 1 + indent
    return Fault("duplicate", f"{spot.where} twice", changed, (spot,), (spot.begin, seen))


def _misspelt(word: str, chance: Random) -> str:
    """The word with a letter more, less or another, or with two swapped."""
    at = chance.randrange(len(word))
    other = chance.choice([each for each in LETTERS if each != word[at]])
    return chance.choice(
        (
            word[:at] + other + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + other + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        )
    )


def misspell(text: str, spot: Spot, chance: Random, _: list[Spot]) -> Fault | None:
    """A key, an id or one of a few words is not spelt as it should be."""
    key = isinstance(spot.where[-1], str) and (not spot.is_word or chance.random() < 0.3)
    if not key and not spot.is_word:
        return None
    begin = spot.begin if key else spot.at
    word = str(spot.where[-1]) if key else text[spot.at : spot.end]
    wrong = _misspelt(word, chance)
    changed = text[:begin] + wrong + text[begin + len(word) :]
    ids = (word, wrong) if key and len(spot.where) == 2 else ()
    return None if wrong == word else Fault("misspell", f"{word} as {wrong}", changed, (spot,), (begin,), ids)


def move(text: str, spot: Spot, chance: Random, every: list[Spot]) -> Fault | None:
    """A record, or a key with all below it, stands before another one, or further left or right."""
    if in_brackets(text, spot) or text[: spot.begin].endswith("- "):
        return None
    line = text.rindex("\n", 0, spot.begin) + 1
    block = text[line : spot.end] + "\n"
    if chance.random() < 0.5 and spot.where[:1] != spot.where:
        by = chance.choice((-2, 2))
        shifted = "\n".join((" " * by + each)[max(0, -by) :] for each in block.split("\n")[:-1]) + "\n"
        changed = text[:line] + shifted + text[spot.end + 1 :]
        return Fault("move", f"{spot.where} indented by {by}", changed, (spot,), (spot.begin + by,), _id(spot))
    blocks = [each for each in every if not in_brackets(text, each) and not text[: each.begin].endswith("- ")]
    alike = [each for each in blocks if len(each.where) == len(spot.where) and not line <= each.begin < spot.end]
    if not alike:
        return None
    other = chance.choice(alike)
    to = text.rindex("\n", 0, other.begin) + 1
    rest = text[:line] + text[spot.end + 1 :]
    new = to if to < line else to - len(block)
    changed = rest[:new] + block + rest[new:]
    hole = line + len(block) if new < line else line
    said = f"{spot.where} before {other.where}"
    lines = (text.count("\n", 0, line) + 1, block.count("\n"), text.count("\n", 0, to) + 1)
    return Fault("move", said, changed, (spot, other), (new, hole), _id(spot), lines)


def _id(spot: Spot) -> tuple[str, ...]:
    return (str(spot.where[1]),) if len(spot.where) == 2 else ()


KINDS: tuple[Callable[[str, Spot, Random, list[Spot]], Fault | None], ...] = (
    drop,
    swap,
    retype,
    duplicate,
    misspell,
    move,
)


def faults(text: str, count: int, seed: int, within: Place = ()) -> Iterator[Fault]:
    """`count` faults of each kind, always the same for one seed; `within` a record, if one is named."""
    every = spots(text)
    inside = [each for each in every if each.where[: len(within)] == within]
    plain = [each for each in inside if each.plain]
    for kind in KINDS:
        chance = Random(f"{seed} {kind.__name__}")
        made = 0
        while made < count:
            spot = chance.choice(plain if kind in (swap, retype) else inside)
            fault = kind(text, spot, chance, every)
            if fault and fault.text != text:
                made += 1
                yield fault
