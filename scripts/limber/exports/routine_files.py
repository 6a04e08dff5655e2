"""Writes each routine as a table (CSV) and as lines of text, for spreadsheets, notes and other apps.

`scripts/import` reads both again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from urllib.parse import urljoin

from limber import group_wording, wording
from limber.exports.lazy_texts import LazyTexts
from limber.languages.messages import gettext, pgettext, spoken
from limber.model.nouns import Dataset, Group, Routine, Step
from limber.plain_text import plain

BOM = "\ufeff"
"""Spreadsheets take a table without it for one of their own encoding, and spoil its dashes."""
_TO_QUOTE = re.compile('[",;\r\n]')
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def routine_files(dataset: Dataset, site_url: str) -> Mapping[str, str]:
    """The files by their path below the site's root, also under ids that a routine had before."""
    kinds: Mapping[str, Callable[[Routine, str], str]] = {"csv": table, "txt": lines}
    return LazyTexts(
        {
            f"api/v1/routines/{id_}.{ending}": partial(write, routine, site_url)
            for routine in dataset.routines.values()
            for id_ in (routine.id, *routine.old_ids)
            for ending, write in kinds.items()
        }
    )


def table(it: Routine, site_url: str) -> str:
    """A step a row, in the order in which they are done; lines end as RFC 4180 says.

    Where the language has decimal commas, spreadsheets take semicolons for what stands between cells.
    """
    rows = (heads(), *([defused(plain(each)) for each in _cells(step, site_url)] for step in it.steps))
    separator = ";" if spoken().decimal_mark == "," else ","
    return BOM + "".join(f"{separator.join(map(_quoted, row))}\r\n" for row in rows)


def heads() -> tuple[str, ...]:
    """The heads of the columns. `scripts/import` knows them in each language by their context, `column`."""
    return (
        # Translators: the heads of a table's columns. No two of them are the same.
        pgettext("column", "exercise"),
        pgettext("column", "dose"),
        pgettext("column", "goal dose"),
        pgettext("column", "group"),
        pgettext("column", "rounds"),
        pgettext("column", "rest between rounds"),
        pgettext("column", "how often"),
        pgettext("column", "rest after it"),
        pgettext("column", "note"),
        pgettext("column", "equipment"),
        pgettext("column", "cue"),
        pgettext("column", "id"),
        pgettext("column", "page"),
        pgettext("column", "author"),
        pgettext("column", "licence"),
        # Translators: the address of the work that an exercise's words come from.
        pgettext("column", "source"),
    )


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: what could begin one has an apostrophe before it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _quoted(cell: str) -> str:
    """A cell as it stands in a row: in quotes where it has a separator, also one that only others take for such."""
    return '"{}"'.format(cell.replace('"', '""')) if _TO_QUOTE.search(cell) else cell


def lines(it: Routine, site_url: str) -> str:
    """The routine's name, an exercise a line with its dose, and where all else stands."""
    return plain("\n".join(_lines(it, site_url)) + "\n")


def _cells(step: Step, site_url: str) -> Iterator[str]:
    of, group = step.exercise, step.group
    work = of.credit.work if of.credit and of.credit.work.licence else None
    yield of.name
    yield wording.dose(step.start, of)
    yield wording.dose(step.goal, of) if step.goal != step.start else ""
    yield group.name if group else ""
    yield from _rounds(group) if group else ("", "")
    yield step.how_often
    yield wording.seconds(step.rest_after_seconds) if step.rest_after_seconds else ""
    yield step.note
    yield ", ".join(need.item.name for need in of.equipment if need.required)
    yield of.cues[0] if of.cues else ""
    yield of.id
    yield urljoin(site_url, f"exercises/{of.id}/") if site_url else f"exercises/{of.id}/"
    yield work.author if work else ""
    yield work.licence or "" if work else ""
    yield work.url if work else ""


def _rounds(it: Group) -> tuple[str, str]:
    """How many rounds, and the rest between them; where a clock runs, in words."""
    if it.work_seconds or it.every_seconds or it.step_every_seconds or it.for_time:
        return group_wording.rounds(it), ""
    rest = it.round_rest_seconds
    return wording.count(it.rounds), wording.seconds(rest) if rest.max else ""


def _lines(it: Routine, site_url: str) -> Iterator[str]:
    yield f"# {it.name}"
    yield ""
    for step in it.steps:
        if heading := group_wording.heading(step):
            yield from ("", f"# {heading}")
        dose = wording.dose(step.start, step.exercise)
        if step.goal != step.start:
            dose = gettext("{start} (goal: {goal})", start=dose, goal=wording.dose(step.goal, step.exercise))
        yield gettext("{name}: {dose}", name=step.exercise.name, dose=dose)
    words = {
        f"{each.exercise.credit.work.author}, {each.exercise.credit.work.licence}": None
        for each in it.steps
        if each.exercise.credit and each.exercise.credit.work.licence
    }
    if words or site_url:
        yield ""
    if words:
        # Translators: below a routine's text; {works} are authors with the licences of their words.
        yield gettext("Words: {works}.", works="; ".join(words))
    if site_url:
        yield urljoin(site_url, f"routines/{it.id}/")
