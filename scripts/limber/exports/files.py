"""Collects every exported file of a site by its path: JSON, calendars, tasks, the feed, figures, later parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from limber.exports import api, calendar, feed, llms, other_texts, programme_tasks, routine_figures, routine_files
from limber.exports.lazy_texts import LazyTexts
from limber.model.nouns import Dataset
from limber.model.site import Site
from limber.plain_text import for_xml

SCHEMA = Path(__file__).parents[3] / "data" / "exercises.schema.json"
LATER = {
    "plan/editor.txt": "plan_editor",
    "plan/calendar.txt": "plan_calendar",
    "plan/code.txt": "plan_code",
    "plan/outputs.txt": "plan_outputs",
    "plan/figure-control.txt": "plan_figure_control",
    "timer/settings.txt": "timer_settings",
}
"""Components that a page shows only to a coach, after a tap, or after all else. Markup, but no pages."""
SCHEMAS = {"api.schema.json": Path(__file__).with_name("api.schema.json"), "exercises.schema.json": SCHEMA}


def files(
    dataset: Dataset,
    site_url: str,
    site: Site,
    now: datetime,
    render: Callable[..., str],
    other_pages: Mapping[str, str] = MappingProxyType({}),
) -> Mapping[str, str]:
    """Their texts by their paths below the site's root, each made when it is asked for; without a `site_url` only those
    that need no address.

    `render` is that of the components, among which are figures as files; `other_pages` are those in another
    language than the site's, as `other_texts` has them.
    """
    schemas = {name: path.read_text("utf-8") for name, path in SCHEMAS.items()}
    parts = (
        api.exports(dataset, schemas, site),
        routine_files.routine_files(dataset, site_url),
        calendar.calendars(dataset, site_url, now, site),
        programme_tasks.tasks(dataset, site_url, now, site),
        llms.llms(site, site_url),
        feed.feed(dataset, site_url, site),
        other_texts.files(dataset, other_pages),
        _figures(dataset, render),
        _figures_of_routines(dataset, render),
        LazyTexts({path: partial(render, component, "../") for path, component in LATER.items()}),
    )
    return LazyTexts({path: partial(_text, part, path) for part in parts for path in part})


def _figures_of_routines(dataset: Dataset, render: Callable[..., str]) -> Mapping[str, str]:
    """The figures beside the names of routines where a plan is made, a file for some of them."""
    numbers = routine_figures.files([*dataset.routines.values()])
    return LazyTexts({f"plan/figures-{each}.svg": partial(render, "plan_figures", "", each) for each in numbers})


def _text(part: Mapping[str, str], path: str) -> str:
    return for_xml(part[path]) if path.endswith((".svg", ".atom")) else part[path]


def _figures(dataset: Dataset, render: Callable[..., str]) -> Mapping[str, str]:
    """Each exercise's drawing for scripts, and its last pose alone for scripts and for lists; empty ones for none. And
    for paper how each that has a figure begins and ends.
    """
    kinds = {
        "exercises/{}/figure.svg": "figure_drawing",
        "exercises/{}/small-figure.svg": "figure_small",
        "figures/{}.svg": "figure_file",
    }
    drawn = [id_ for id_, each in dataset.exercises.items() if each.figure]
    return LazyTexts(
        {
            path.format(id_): partial(render, component, "", id_)
            for path, component in kinds.items()
            for id_ in dataset.exercises
        }
        | {
            f"figures/{name}/{id_}.svg": partial(render, "figure_file", "", id_, end=end)
            for name, end in (("start", 0), ("end", -1))
            for id_ in drawn
        }
    )
