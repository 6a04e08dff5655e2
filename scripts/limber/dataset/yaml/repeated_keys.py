"""Reports repeated keys; many at once mean that a record has run into the one above it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from limber.dataset.problem import RECORDS, WITH_PAGES, Place, Problem, quoted, say
from limber.dataset.yaml.reading import Mark, Reading

_A_RECORD = 3  # keys: whoever repeats as many as this by accident has repeated a record


class Repeat(NamedTuple):
    """A key that stands a second time, and the line in which it stood first."""

    key: str
    at: Mark
    first: int


def report(reading: Reading, where: Place, repeats: list[Repeat], lines: Mapping[str, int], empty: set[str]) -> None:
    """Adds the problems that `repeats` are; `lines` are those of all keys, `empty` those that hold nothing."""
    if len(where) == 2 and where[0] in RECORDS and len(repeats) >= _A_RECORD:
        begins = repeats[0].at[0]
        before = max((key for key in lines if lines[key] < begins), key=lambda key: lines[key])
        reading.problems.append(_run_in(where, repeats[0], before if before in empty else "", lines[before]))
        reading.ambiguities = [each for each in reading.ambiguities if each.where[: len(where)] != where]
    else:
        reading.problems += [_twice((*where, each.key), each) for each in repeats]


def _run_in(where: Place, first: Repeat, id_: str, line: int) -> Problem:
    """A record that YAML reads as more keys of the record above: by its id, if that is there."""
    here = (*where, id_ or first.key)
    what = say('"{id}:" stands among its keys, so the record below it is read as part of this one.', id=id_)
    tip = say("Begin it in column 3, like the other ids.")
    if not id_:
        what = say("a second record begins here, with {key}; it has no id.", key=quoted(first.key))
        tip = say("Write its id on a line above, in column 3, and a colon behind it.")
    # References to the record are missing only until it is corrected.
    covers = (here, where, *((table,) for table in WITH_PAGES))
    return Problem(
        where,
        what,
        tip,
        covers=covers,
        line=line if id_ else first.at[0],
        column=first.at[1],
    )


def _twice(where: Place, again: Repeat) -> Problem:
    """One key that stands twice; an id, where it is that of a record."""
    record = len(where) == 2
    what = "stands twice" if record else f"{quoted(where[-1])} stands twice"
    return Problem(
        where if record else where[:-1],
        say("{what}; the first is in line {first}.", what=what, first=again.first),
        say("Give one of them another id.") if record else say("Keep one of them."),
        covers=(where,),
        line=again.at[0],
        column=again.at[1],
    )
