"""What MkDocs asks of us for pages that a coach has written: what is wrong, what they leave out, where HTML goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import mkdocs_macros.context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from limber.site.components import Components
from limber.site.content_faults import faults
from limber.site.html_text import escaped, unindented
from limber.site.placeholders import Placeholders


class _Git(dict[str, Any]):
    """What mkdocs-macros tells of the last commit: it takes twelve processes, so it is asked once a page wants it."""

    def __init__(self, ask: Callable[[], dict[str, Any] | None]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, key: str) -> Any:
        self.update(self._ask() or {})
        self._ask = dict
        if key not in self:
            raise KeyError(key)
        return self[key]


mkdocs_macros.context.get_git_info = partial(_Git, mkdocs_macros.context.get_git_info)


@event_priority(100)  # before mkdocs-macros, which would run a title as a template
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Say of a coach's own page for a record what it leaves out; escaped, for Material prints it as it is."""
    page.meta.update({name: escaped(text) for name, text in config.extra["limber_links"].meta(page.url).items()})
    if own := config.extra["limber_record_pages"].own.get(page.file.src_uri):
        page.meta.setdefault("description", escaped(own.description))
    return markdown


def on_page_content(content: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Put our HTML where macros left a slot for it.

    A coach's own page for an exercise ends with the way on within its routines, as a generated one does.
    """
    components: Components = config.extra["limber"]
    root = "../" * page.url.count("/")
    slots: Placeholders = config.extra["limber_slots"]
    own = config.extra["limber_record_pages"].own.get(page.file.src_uri)
    way_on = components.render("step_nav", root, own.id) if own and own.component == "exercise_page" else ""
    return slots.filled(content) + way_on


@event_priority(-100)  # after the search has read the page
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, **_: Any) -> TemplateContext:
    """Put the lists where they belong, too."""
    page.content = config.extra["limber_slots"].filled_late(page.content or "")
    return context


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Send bare pages small."""
    bare = page.meta.get("template") in ("timer.html", "plan.html", "plan-paper.html")
    return unindented(output) if bare else output


def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> Navigation:
    """Pages made from records are framed with it."""
    config.extra["limber_record_pages"].navigation = nav
    return nav


def content_faults(config: MkDocsConfig) -> Iterator[str]:
    """What is wrong with the files in content/."""
    data, pages_there = config.extra["limber_loaded"].dataset, config.extra["limber_record_pages"].all
    # A page at an address that a record had before stays there, in place of the one that leads on.
    tables = {"exercises": data.exercises, "routines": data.routines}
    ids = {
        folder: {each for id_, record in records.items() for each in (id_, *record.old_ids)}
        for folder, records in tables.items()
    }
    lists = {f"{folder}/index.md" for folder in ids} | set(pages_there)
    folders = [Path(each) for each in config.theme.dirs]
    return faults(Path(config.docs_dir), ids, lists, lambda name: any((each / name).is_file() for each in folders))
