"""Prepares a build: loads the dataset and creates the pages, components, assets, links and exports made from it."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from limber.build_cache import BuildCache
from limber.dataset import cached, ledger
from limber.dataset.loaded import Loaded
from limber.exports import feed, files
from limber.figures import drawing
from limber.model.nouns import Dataset
from limber.paper.printing import Printing
from limber.publish import pdf
from limber.publish.assets import AssetFiles, Styles
from limber.site import address, pages, redirects
from limber.site.components import Components
from limber.site.pages import Page
from limber.site.placeholders import Placeholders
from limber.site.redirects import Redirect
from limber.site.share_files import LinkFiles
from limber.site.templates import KeptTemplates

# The keys in MkDocs' `config.extra` that share the work of one step of a build with the others.
BUILD = "limber"
RECORD_PAGES = "limber_pages"
LAST_DATASET = "limber_last_dataset"
"""The dataset of the last build in the same process, where a preview builds again."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of a build and the folders of its sources."""

    project: Path
    content: Path
    overrides: Path
    site_name: str
    site_url: str
    data_url: str
    now: datetime
    pdf: str
    """`no`, `if possible` or `required`."""
    bundled: bool
    theme_styles: Styles | None
    with_link_images: bool
    with_figures_page: bool

    @property
    def ledger(self) -> Path:
        """The file of published addresses and codes."""
        return self.project / "data" / "published.txt"


@dataclass(frozen=True, kw_only=True, repr=False)  # mkdocs-macros calls repr on every variable
class Build:
    """The objects that the steps of one build share."""

    cache: BuildCache
    loaded: Loaded
    published_url: str
    """The address where the site is published; empty if it is not configured."""
    with_pdf: bool
    paper: Printing
    pages: Mapping[str, Page]
    redirects: Sequence[Redirect]
    links: LinkFiles
    assets: AssetFiles
    components: Components
    exports: Mapping[str, str]
    first_notes: Sequence[str]
    """Notes that are known before any page is made."""
    placeholders: Placeholders = field(default_factory=Placeholders)
    page_faults: list[str] = field(default_factory=list)
    """Faults of the pages in content/, collected while their macros are rendered."""

    @property
    def dataset(self) -> Dataset:
        """The records of this build."""
        return self.loaded.dataset

    @property
    def has_feed(self) -> bool:
        """Whether there is a feed for pages to link to."""
        return feed.FEED in self.exports

    @property
    def first_sheet(self) -> str:
        """The address of the first routine's cheat sheet, for a shortcut in the manifest; empty if there is none."""
        sheets = (f"sheets/{id_}/" for id_, routine in self.dataset.routines.items() if not routine.core_of)
        return next(sheets, "")

    def notes(self) -> Sequence[str]:
        """Notes for the coach that are no faults. Some take time to compute."""
        return (*self.first_notes, *self.paper.notes(), *self.links.notes, *self.assets.notes)


def prepare(settings: Settings, cache: BuildCache, before: Loaded | None) -> Build:
    """Load the dataset and prepare the build; `before` is the dataset of the last build in this process.

    Raises `DatasetError` for a dataset with problems, and `pdf.Missing` where PDFs are required and cannot be made.
    """
    drawing.keep_with(cache.made)
    loaded = cached.loaded(
        cache, settings.project / "data" / "exercises.yaml", settings.content, settings.ledger, before
    )
    _keep_from_garbage_collection()
    dataset = loaded.dataset
    with_pdf, pdf_notes = pdf.can_write(settings.pdf, cache)
    published_url = address.published(settings.site_url)
    paper = Printing(dataset, published_url, with_pdf)
    made = pages.pages(dataset, settings.with_figures_page)
    from_old_addresses = list(redirects.redirects(made, dataset))
    assets = AssetFiles.of(settings.project, settings.overrides, settings.bundled, cache, settings.theme_styles)
    components = Components(
        settings.overrides / "components",
        dataset,
        settings.data_url,
        paper,
        assets.path,
        KeptTemplates(cache, "components"),
    )
    return Build(
        cache=cache,
        loaded=loaded,
        published_url=published_url,
        with_pdf=with_pdf,
        paper=paper,
        pages=made,
        redirects=from_old_addresses,
        links=LinkFiles.of(
            made, from_old_addresses, published_url, settings.site_name, settings.with_link_images, cache
        ),
        assets=assets,
        components=components,
        exports=files.files(dataset, published_url, settings.site_name, settings.now, components.render),
        first_notes=(*pdf_notes, *_ledger_notes(settings, published_url, dataset)),
    )


def _keep_from_garbage_collection() -> None:
    """Exclude the dataset from garbage collection, since it lives as long as the process; not while serving."""
    if gc.isenabled() and not gc.get_freeze_count():
        gc.freeze()


def _ledger_notes(settings: Settings, published_url: str, dataset: Dataset) -> Sequence[str]:
    return ledger.ledger_in(settings.ledger).notes(dataset) if published_url else ()
