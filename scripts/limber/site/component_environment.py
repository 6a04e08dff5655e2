"""The environment that components are rendered in: what their templates can call, and the records by id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined

from limber import body_areas, duration, equipment, group_wording, programme_weeks, programme_words, site_words, wording
from limber.colours.palette import Palette
from limber.exports import routine_figures, schema_org
from limber.figures import drawing, pace, svg, things
from limber.languages.other_language import words
from limber.model.nouns import Routine
from limber.model.site import Site
from limber.paper.printing import Printing
from limber.plain_text import plain, plain_record
from limber.site import template_messages
from limber.site.reads import TABLES, Reads, Table
from limber.site.templates import late
from limber.site.unknown_id import UnknownIdError

T = TypeVar("T")


class _ById(Table[T]):
    """Records by id; an unknown id raises an error that suggests the nearest one."""

    def __getitem__(self, id_: str) -> T:
        try:
            return super().__getitem__(id_)
        except KeyError:
            raise UnknownIdError(self.name.removesuffix("s"), id_, self.records) from None


def environment(
    folder: Path,
    reads: Reads,
    data_url: str,
    paper: Printing,
    asset: Callable[[str], str],
    kept: BytecodeCache | None,
    site: Site,
    colours: Palette,
) -> Environment:
    """The environment over the components in `folder`, with what `Components` was given; it escapes text from data."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=kept,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        a=wording.a,
        asset=late(asset),
        capital=wording.capital,
        day=wording.day,
        named=wording.named,
        plain=plain,
        plain_record=plain_record,
        position=wording.position,
        region=wording.region,
        within=wording.within,
        words=words,
    )
    made.globals.update(
        template_messages.GLOBALS,
        **{name: _ById(name, reads.records[name], reads.note) for name in TABLES},
        site=site,
        palette=colours,
        site_words=site_words,
        things=reads.dataset.equipment,
        levels=_ById("levels", {"start": "start", "goal": "goal"}, lambda _: None),
        data_url=data_url,
        described=schema_org,
        by_area=body_areas.by_area,
        duration=duration,
        paper=paper,
        wording=wording,
        in_weeks=programme_weeks,
        weeks_wording=programme_words,
        figures=drawing,
        figure_pace=pace,
        routine_figures=routine_figures,
        thing_picture=things.picture,
        svg=svg,
        groups=group_wording,
        merged_equipment=equipment.merged,
        needs_in_words=equipment.in_words,
        things_by_use=lambda: equipment.by_use(reads.dataset),
        told_with=lambda: equipment.told_with(reads.dataset),
        stands_in_for=lambda thing: equipment.stands_in_for(reads.dataset, thing),
        places=reads.places,
        anchor=Routine.anchor,
    )
    return made
