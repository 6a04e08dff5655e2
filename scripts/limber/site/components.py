"""Renders the components in overrides/components/: one folder, one macro."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined

from limber import duration, equipment, group_wording, programme_weeks, programme_words, site_words, wording
from limber.colours.palette import Palette, palette
from limber.exports import schema_org
from limber.figures import drawing, pace, svg, things
from limber.model.nouns import Dataset, Routine
from limber.model.site import Colours, Site
from limber.paper.printing import Printing
from limber.plain_text import plain, plain_record
from limber.site.templates import late

Macro = Callable[..., str]
T = TypeVar("T")


class UnknownIdError(ValueError):
    """A page refers to an unknown record. Not a LookupError, which Jinja would swallow."""

    def __init__(self, kind: str, id_: str, known: Mapping[str, Any]) -> None:
        where = "" if kind == "level" else " in data/exercises.yaml"
        super().__init__(f'no {kind} "{id_}"{where}.')
        near = difflib.get_close_matches(str(id_), known, n=1, cutoff=0.5)
        self.tip = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(known)}."


class _ById(dict[str, T]):
    """Records by id; an unknown id raises an error that suggests the nearest one."""

    def __init__(self, kind: str, records: Mapping[str, T]) -> None:
        super().__init__(records)
        self.kind = kind

    def __missing__(self, id_: str) -> T:
        raise UnknownIdError(self.kind, id_, self)


class Components:
    """The components of a folder, rendered with one dataset.

    Text from data is escaped by the environment. `data_url` is the address where the data file can be edited, or
    empty; `paper` answers the components for print; `asset` gives the path of a script or style from the site's root;
    `kept` caches compiled templates; `site` says whose site it is, in which `colours`.
    """

    def __init__(
        self,
        folder: Path,
        dataset: Dataset,
        data_url: str = "",
        paper: Printing | None = None,
        asset: Callable[[str], str] = "assets/{}".format,
        kept: BytecodeCache | None = None,
        site: Site | None = None,
        colours: Palette | None = None,
    ) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=kept,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(
            a=wording.a,
            asset=late(asset),
            capital=wording.capital,
            day=wording.day,
            plain=plain,
            plain_record=plain_record,
            position=wording.position,
            within=wording.within,
            words=lambda text: text.split(" "),
        )
        self._environment.globals.update(
            exercises=_ById("exercise", dataset.exercises),
            routines=_ById("routine", dataset.routines),
            programmes=_ById("programme", dataset.programmes),
            site=site or Site(),
            palette=colours or palette(Colours()),
            site_words=site_words,
            things=dataset.equipment,
            levels=_ById("level", {"start": "start", "goal": "goal"}),
            data_url=data_url,
            described=schema_org,
            duration=duration,
            paper=paper or Printing(dataset),
            wording=wording,
            in_weeks=programme_weeks,
            weeks_wording=programme_words,
            figures=drawing,
            figure_pace=pace,
            thing_picture=things.picture,
            svg=svg,
            groups=group_wording,
            merged_equipment=equipment.merged,
            needs_in_words=equipment.in_words,
            things_by_use=lambda: equipment.by_use(dataset),
            told_with=lambda: equipment.told_with(dataset),
            stands_in_for=lambda thing: equipment.stands_in_for(dataset, thing),
            places=_places(dataset),
            anchor=Routine.anchor,
        )
        names = sorted(path.stem for path in folder.glob("*/*.html"))
        self._files = {name.replace("-", "_"): f"{name}/{name}.html" for name in names}
        self._module = cache(self._load)

    def names(self) -> tuple[str, ...]:
        """The macros' names: each its folder's name in snake_case."""
        return tuple(self._files)

    def render(self, name: str, root: str, *arguments: Any, **named: Any) -> str:
        """The HTML of the macro `name`; `root` is the relative path from the page to the site's root, such as `../../`.

        Raises `UnknownIdError` where an id is not in the dataset, `TypeError` for arguments that the macro lacks.
        """
        return str(self._module(name, root)(*arguments, **named)).strip()

    def _load(self, name: str, root: str) -> Macro:
        module = self._environment.get_template(self._files[name]).make_module({"root": root})
        macro: Macro = getattr(module, name)
        return macro


def _places(dataset: Dataset) -> Mapping[str, tuple[tuple[Routine, int], ...]]:
    """For each exercise the routines that contain it, with its number there, for links to the next step."""
    places: dict[str, list[tuple[Routine, int]]] = {id_: [] for id_ in dataset.exercises}
    for routine in dataset.routines.values():
        for step in routine.steps:
            places[step.exercise.id].append((routine, step.number))
    return {id_: tuple(where) for id_, where in places.items()}
