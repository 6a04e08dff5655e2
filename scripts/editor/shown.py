"""How a draft looks: its page, its card or sheet and its timer, by the site's own components, without a build."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from limber import site_words
from limber.build_cache import BuildCache
from limber.colours.palette import palette
from limber.dataset import cached, parse, stand_ins
from limber.dataset.loaded import Loaded
from limber.dataset.problem import DatasetError, Problem
from limber.dataset.written_out import written_out
from limber.editing.layout import Record, layout
from limber.exports import api
from limber.figures import person
from limber.model.nouns import Dataset
from limber.model.site import Site
from limber.paper.printing import Printing
from limber.site.components import Components
from limber.site.templates import KeptTemplates

_STANDS_IN = {**stand_ins.WORDS, "laterality": "bilateral"}
"""What a draft shows in place of what is not written yet."""


class Look(NamedTuple):
    """How a draft looks; empty where it says too little."""

    html: Mapping[str, str]
    """Its page, what is printed of it, and the classes around that."""
    timed: Mapping[str, str]
    """The files that its timer reads, by their paths below the site."""


_NOTHING = Look({}, {})


class Shown:
    """Shows drafts of the records of a project."""

    def __init__(self, project: Path, cache: BuildCache) -> None:
        self._project, self._cache = project, cache

    def of(
        self,
        text: str,
        record: Record,
        loaded: Loaded | None,
        faults: Sequence[Problem],
        codes: Mapping[Record, str],
        root: str,
    ) -> Look:
        """How a record looks; `root` is the path of the site."""
        dataset = loaded.dataset if loaded else self._nearly(text, record, faults, codes)
        table, id_ = record
        if dataset is None or id_ not in getattr(dataset, table):
            return _NOTHING
        site = site_of(self._project, self._cache, tuple(dataset.routines))
        paper = Printing(dataset, credit=site_words.credit(site))
        components = self._components(dataset, paper, site)
        try:
            html = {"page": _page(components, root, *record), **_printed(components, paper, dataset, root, *record)}
            return Look(html, _timed(components, dataset, site, *record))
        except (ValueError, LookupError, TypeError, AttributeError):
            return _NOTHING  # a draft with problems, which are told

    def _nearly(
        self, text: str, record: Record, faults: Sequence[Problem], codes: Mapping[Record, str]
    ) -> Dataset | None:
        """The dataset of a draft with problems, without the keys that these stand at."""
        it = layout(text)
        table, id_ = record
        places = [each.where[2:] for each in faults if each.where[:2] == record]
        steps = {place[1] for place in places if place[:1] == ("steps",) and len(place) > 1}
        bad = {place[0] for place in places if place} - ({"steps"} if steps else set())
        said = {key: value for key, value in it.data[table][id_].items() if key not in bad}
        if steps:
            said["steps"] = [each for number, each in enumerate(said["steps"]) if number not in steps]
        if table == "exercises":
            said = {**_STANDS_IN, **said}
        try:
            data, _ = written_out({**it.data, table: {**it.data[table], id_: said}})
            lines = {each: span.start + 1 for each, span in it.records.items()}
            return parse.dataset(data, lines, codes, content=self._project / "content")
        except (ValueError, LookupError, TypeError, AttributeError):
            return None

    def _components(self, dataset: Dataset, paper: Printing, site: Site) -> Components:
        return Components(
            self._project / "overrides" / "components",
            dataset,
            paper=paper,
            kept=KeptTemplates(self._cache, "components"),
            site=site,
            colours=palette(site.colours),
        )


def site_of(project: Path, cache: BuildCache, routines: Collection[str] | None) -> Site:
    """What is said of a project's site, if that is sound; figures show its person from now on.

    `routines` are the ids of its dataset, or None while nobody knows.
    """
    try:
        site = cached.site(cache, project / "data" / "site.yaml", routines)
    except DatasetError:
        site = Site()
    person.show_by_default(site.person)
    return site


def _page(components: Components, root: str, table: str, id_: str) -> str:
    if table == "equipment":
        return components.render("equipment_page", root)
    return components.render(f"{table[:-1]}_page", root, id_)


def _printed(
    components: Components, paper: Printing, dataset: Dataset, root: str, table: str, id_: str
) -> dict[str, str]:
    """An exercise as a card, a routine as its cheat sheet."""
    if table == "exercises":
        style = paper.card_style([dataset.exercises[id_]])
        classes = f"paper cards paper--{int(style.size * 10)} cards--{int(style.figure)}"
        return {"card": components.render("card_front", root, id_, style), "classes": classes}
    if table == "routines":
        return {"card": components.render("cheat_sheet", root, id_), "classes": ""}
    return {}


def _timed(components: Components, dataset: Dataset, site: Site, table: str, id_: str) -> Mapping[str, str]:
    """The record as programs read it, and the drawing of an exercise."""
    if table not in ("exercises", "routines"):
        return {}
    path = f"{api.API}{table}/{id_}.json"
    timed = {path: api.exports(dataset, {}, site)[path]}
    if table == "exercises":
        timed[f"exercises/{id_}/figure.svg"] = components.render("figure_drawing", "", id_)
    return timed
