"""Derives redirects from the addresses that records had before, and what stands at those of retired ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from limber.model.nouns import Dataset, Exercise, Programme, Retired, Routine
from limber.site.pages import Page


@dataclass(frozen=True, slots=True)
class Redirect:
    """From the old to the current path of a page, both below the site's root, its title and its figure."""

    old: str
    now: str
    title: str
    picture: str = ""


def redirects(pages: Mapping[str, Page], dataset: Dataset) -> Iterator[Redirect]:
    """A redirect from each old id of a record, which is the second part of a page's path: `cards/morning/backs/`."""
    for path, page in pages.items():
        address = path.removesuffix(".md") + "/"
        kind, _, rest = address.partition("/")
        tables: dict[str, Mapping[str, Exercise | Routine | Programme]] = {
            "exercises": dataset.exercises,
            "programmes": dataset.programmes,
        }
        record = tables.get(kind, dataset.routines).get(page.id or "")
        if record and rest.startswith(f"{record.id}/"):
            for old in record.old_ids:
                picture = _picture(record) if isinstance(record, Exercise) else ""
                yield Redirect(f"{kind}/{old}{rest.removeprefix(record.id)}", address, page.title, picture)


def short_addresses(dataset: Dataset) -> Iterator[Redirect]:
    """A redirect from each short address of an exercise, which stands on its card, also by codes that it had before."""
    for exercise in dataset.exercises.values():
        for path in (exercise.short_path, *(f"e/{code}/" for code in exercise.old_codes)):
            yield Redirect(path, f"exercises/{exercise.id}/", exercise.name, _picture(exercise))


def _picture(exercise: Exercise) -> str:
    return f"figures/{exercise.id}.svg" if exercise.figure else ""


_PAGES = {
    "exercises": ("exercises/{}/",),
    "routines": ("routines/{}/", "sheets/{}/", "sheets/{}/large/", "cards/{}/", "cards/{}/backs/"),
    "programmes": ("programmes/{}/", "programmes/{}/sheet/"),
}


def retired_pages(dataset: Dataset) -> Iterator[tuple[str, Retired]]:
    """Each address below the site's root at which a record was that is retired without a successor."""
    for record in dataset.retired:
        if not record.successor:
            yield from ((page.format(record.id), record) for page in _PAGES[record.table])
            if record.table == "exercises" and record.code:
                yield f"e/{record.code}/", record
