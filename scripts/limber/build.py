"""Prepares a build: loads the dataset and creates the pages, components, assets, links and exports made from it."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from limber import site_words
from limber.build_cache import BuildCache
from limber.colours import style_sheet
from limber.colours.palette import Palette, palette
from limber.dataset import cached, ledger, problem, record_texts
from limber.dataset.loaded import Loaded
from limber.dataset.yaml.source import display_path
from limber.exports import feed, files, other_texts
from limber.figures import kept as figures_kept
from limber.figures import person
from limber.languages import catalogues, messages
from limber.languages.language import ENGLISH, Language
from limber.media import files as media_files
from limber.model.nouns import Dataset
from limber.model.site import Mark, Site
from limber.paper.printing import Printing
from limber.publish import pdf
from limber.publish.assets import AssetFiles, Styles
from limber.site import address, pages, redirects, translated_pages
from limber.site.components import Components
from limber.site.pages import Page
from limber.site.placeholders import Placeholders
from limber.site.redirects import Redirect
from limber.site.share_files import LinkFiles
from limber.site.site_languages import SiteLanguage, site_languages
from limber.site.templates import KeptTemplates

NAMELESS = "Exercises"
"""A site that nobody has named."""

# The keys in MkDocs' `config.extra` that share the work of one step of a build with the others.
BUILD = "limber"
RECORD_PAGES = "limber_pages"
LAST_DATASET = "limber_last_dataset"
"""The dataset of the last build in the same process, where a preview builds again."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of a build and the folders of its sources."""

    project: Path
    dataset: Path
    """A file, or a folder with the files of one: then it is the library."""
    content: Path
    overrides: Path
    site_name: str
    """What MkDocs' own settings call the site, for where data/site.yaml does not."""
    site_description: str
    site_url: str
    data_url: str
    now: datetime
    language: str
    """The code of the language that this build speaks."""
    own_language: str
    """That of the site, where data/site.yaml names others beside it."""
    with_languages: bool
    """Whether the site lies beside itself in other languages, if data/site.yaml asks for them."""
    pdf: str
    """`no`, `if possible` or `required`."""
    bundled: bool
    theme_styles: Styles | None
    with_link_images: bool
    with_figures_page: bool
    with_library: bool
    """Whether the library's pages lie below the site, if data/site.yaml asks for them."""
    licence: str
    """What the foot of the library's pages says of its licence."""
    with_drafts: bool
    """Whether exercises that lack what each has to say are shown, with something in its place."""

    @property
    def ledger(self) -> Path:
        """The file of published addresses and codes."""
        return ledger.beside(self.dataset)

    @property
    def is_library(self) -> bool:
        """Whether this builds the library's own pages."""
        return self.dataset.is_dir()

    @property
    def language_of_texts(self) -> str:
        """The code of the language that the texts of the dataset and of data/site.yaml are in."""
        return ENGLISH.code if self.is_library else self.own_language

    @property
    def texts(self) -> Path:
        """The file with the texts of records and of the site in the language that the site speaks, if it is there."""
        return record_texts.folder_beside(self.dataset) / f"{self.language}.yaml"

    @property
    def data(self) -> Path:
        """The folder of what is said of the site."""
        return self.project / "data"


@dataclass(frozen=True, kw_only=True, repr=False)  # mkdocs-macros calls repr on every variable
class Build:
    """The objects that the steps of one build share."""

    cache: BuildCache
    language: Language
    languages: Sequence[SiteLanguage]
    """All languages of the site, where it lies beside itself in others."""
    known_languages: Sequence[str]
    """The codes of all languages with a catalogue."""
    loaded: Loaded
    """The dataset as it is written."""
    dataset: Dataset
    """The records of this build, in the language of the site as far as they have texts in it."""
    site: Site
    published_url: str
    """The address where the site is published; empty if it is not configured."""
    with_pdf: bool
    paper: Printing
    pages: Mapping[str, Page]
    redirects: Sequence[Redirect]
    links: LinkFiles
    palette: Palette
    assets: AssetFiles
    components: Components
    exports: Mapping[str, str]
    media: Mapping[str, Callable[[], bytes]]
    """What is published of pictures and films, by address, each made when it is called."""
    first_notes: Sequence[str]
    """Notes that are known before any page is made."""
    placeholders: Placeholders = field(default_factory=Placeholders)
    page_faults: list[str] = field(default_factory=list)
    """Faults of the pages in content/, collected while their macros are rendered."""

    def ways_to_languages(self, path: str | None, mount: str) -> Sequence[tuple[SiteLanguage, str]]:
        """Each language with the way to it from a page at `path` below the root of these pages, which is at `mount` on
        its host. A page that stands in place of others, at any address, has no path: it leads to start pages.
        """
        if path is None:
            return [(each, urljoin(mount, each.way)) for each in self.languages]
        up = "../" * path.count("/")
        return [(each, f"{up}{each.way}{path}" or "./") for each in self.languages]

    def in_languages(self, path: str) -> Sequence[tuple[str, str]]:
        """The full address of a page in each language of the site, by the code, and where nobody knows which one.

        None in a site of one language, or whose address is not known. `path` is the page's below the root of these.
        """
        if not (self.languages and self.published_url):
            return ()
        (spoken,) = (each.path for each in self.languages if each.is_spoken)
        root = self.published_url.removesuffix(spoken)
        addresses = [(each.language.code, f"{root}{each.path}{path}") for each in self.languages]
        return [*addresses, ("x-default", f"{root}{path}")]

    @property
    def has_feed(self) -> bool:
        """Whether there is a feed for pages to link to."""
        return feed.FEED in self.exports

    @cached_property  # each page asks for it
    def other_texts(self) -> str:
        """The address of what is in another language than the site; empty if nothing is."""
        return other_texts.FILE if other_texts.FILE in self.exports else ""

    @property
    def first_sheet(self) -> str:
        """The address of the featured routine's cheat sheet, for a shortcut in the manifest; empty if there is none."""
        whole = (id_ for id_, routine in self.dataset.routines.items() if not routine.core_of)
        first = self.site.featured or next(whole, "")
        return f"sheets/{first}/" if first else ""

    def icons(self) -> Mapping[str, bytes]:
        """The icons of the installed site by their path."""
        mark, light, dark = self.site.mark, self.palette.light, self.palette.dark

        def make() -> bytes:
            from limber.mark import icons  # imported late, as is what makes a mark of letters

            ground, inks = icons.inks(mark, light, dark)
            return pickle.dumps(
                {f"assets/icons/{name}": icons.png(mark, inks, ground, *size) for name, size in icons.SIZES.items()}
            )

        made = self.cache.made(make, "icons", repr(mark), repr(self.palette), version("pillow"))
        found: Mapping[str, bytes] = pickle.loads(made)  # noqa: S301 (our own, and whole)
        return found

    def notes(self) -> Sequence[str]:
        """Notes for the coach that are no faults. Those on paper take time: every sheet is laid out for them."""

        def make() -> bytes:
            return pickle.dumps(self.paper.notes())

        translated = "" if self.dataset is self.loaded.dataset else repr(self.dataset)
        made_of = (self.loaded.text, translated, self.paper.site_url, self.paper.credit)
        kept = self.cache.made(make, "paper-notes", *made_of)
        on_paper: Sequence[str] = pickle.loads(kept)  # noqa: S301 (our own, and whole)
        return (*self.first_notes, *on_paper, *self.links.notes, *self.assets.notes)


def prepare(settings: Settings, cache: BuildCache, before: Loaded | None) -> Build:
    """Load the dataset and prepare the build; `before` is the dataset of the last build in this process.

    Raises `DatasetError` for data with problems, and `pdf.Missing` where PDFs are required and cannot be made.
    """
    language = catalogues.language(settings.language, settings.overrides / "languages", cache)
    with messages.spoken_as(ENGLISH):  # whether a dataset is sound does not depend on the language
        loaded, site, dataset = _read(settings, cache, before, language)
    messages.speak(language)
    cache = cache.in_language(language.fingerprint)
    figures_kept.keep_with(cache.made)
    person.show_by_default(site.person)
    _keep_from_garbage_collection()
    with_pdf, pdf_notes = pdf.can_write(settings.pdf, cache, language)
    published_url = address.published(settings.site_url)
    known = catalogues.codes(settings.overrides / "languages")
    paper = Printing(dataset, published_url, with_pdf, credit=site_words.credit(site))
    made = pages.pages(dataset, settings.with_figures_page)
    from_old_addresses = list(redirects.redirects(made, dataset))
    colours = palette(site.colours)
    assets = AssetFiles.of(
        settings.project,
        settings.overrides,
        settings.bundled,
        cache,
        settings.theme_styles,
        style_sheet.files(colours),
        language,
    )
    components = Components(
        settings.overrides / "components",
        dataset,
        settings.data_url,
        paper,
        assets.path,
        KeptTemplates(cache, "components"),
        site,
        colours,
        cache,
    )
    return Build(
        cache=cache,
        language=language,
        languages=_languages(settings, site, cache),
        known_languages=known,
        loaded=loaded,
        dataset=dataset,
        site=site,
        published_url=published_url,
        with_pdf=with_pdf,
        paper=paper,
        pages=made,
        redirects=from_old_addresses,
        links=LinkFiles.of(
            made,
            from_old_addresses,
            published_url,
            site.name,
            settings.with_link_images,
            colours.light,
            cache,
            redirects.short_addresses(dataset),
        ),
        palette=colours,
        assets=assets,
        components=components,
        media=media_files.published(dataset, settings.content, cache),
        exports={
            **files.files(dataset, published_url, site, settings.now, components.render, _other_pages(settings, known)),
            **(_yaml_of_records(loaded) if settings.is_library else {}),
        },
        first_notes=(
            *pdf_notes,
            *_notes_of_language(settings),
            *media_files.notes(dataset),
            *_ledger_notes(settings, published_url, dataset),
            *(translated_pages.notes(settings.content, site.languages, known) if settings.with_languages else ()),
        ),
    )


def _read(
    settings: Settings, cache: BuildCache, before: Loaded | None, language: Language
) -> tuple[Loaded, Site, Dataset]:
    """The dataset, what is said of the site, and the dataset in its language. Raises `DatasetError` with the problems
    of all.
    """
    unsound: list[problem.DatasetError] = []
    loaded = site = None
    texts = settings.texts
    try:
        loaded = cached.loaded(cache, settings.dataset, settings.content, settings.ledger, before)
    except problem.DatasetError as found:
        loaded = _drafted(settings) if settings.with_drafts else None
        unsound += [] if loaded else [found]
    try:
        routines = tuple(loaded.dataset.routines) if loaded and not settings.is_library else None
        site = cached.site(cache, settings.data / "site.yaml", routines)
    except problem.DatasetError as found:
        unsound.append(found)
    if texts.parent.is_dir():
        unsound += _faults_of_languages(settings, readable=bool(loaded and site))
    if not (loaded and site):
        raise problem.together(unsound)
    known = catalogues.codes(settings.overrides / "languages")
    if wrong := [*catalogues.problems_of_site(site.languages, settings.own_language, known)]:
        from limber.dataset import site_file  # imported late: a sound file is in the cache

        unsound.append(site_file.refused(settings.data / "site.yaml", wrong))
    site = _with_names(site, settings)
    own = language.code if language.is_made_of_english else settings.language_of_texts
    dataset = loaded.dataset
    if texts.exists() or own != language.code:
        try:
            described = Site() if settings.is_library else site
            dataset, said = cached.translated(
                cache, loaded, described, texts, own, language, settings.content, settings.ledger
            )
            site = _in_words(site, said)
        except problem.DatasetError as found:
            unsound.append(found)
    if unsound:
        raise problem.together(unsound)
    return loaded, _with_mark(site, cache), dataset


def _faults_of_languages(settings: Settings, *, readable: bool) -> Sequence[problem.DatasetError]:
    """What is wrong with the files of other languages' texts, apart from what they say: that is held against the
    dataset, once this is sound.
    """
    texts = settings.texts
    files = catalogues.files_of_texts(texts.parent, catalogues.codes(settings.overrides / "languages"))
    found = [problem.DatasetError(display_path(file), [fault]) for file, fault in files if fault]
    if not readable and texts.exists():
        from limber.dataset import translations  # imported late: sound data need none of it

        found += [fault for fault in [translations.unread(texts)] if fault]
    return found


def _other_pages(settings: Settings, known: Sequence[str]) -> Mapping[str, str]:
    """The addresses of pages of content/ that have no words in the language of this build, with that they are in."""
    if settings.language == settings.own_language or settings.language not in known:
        return {}
    return dict.fromkeys(translated_pages.lacking(settings.content, settings.language, known), settings.own_language)


def _notes_of_language(settings: Settings) -> Sequence[str]:
    """That no rule can read the texts of the dataset, if none can."""
    if settings.language_of_texts == ENGLISH.code:
        return ()
    from limber.dataset.rules import dose_words  # imported late: most data are in English

    told = dose_words.unread(settings.language_of_texts)
    return [f"Note: {display_path(settings.dataset)}: {' '.join(told)}"] if told else ()


def _in_words(site: Site, said: Mapping[str, Any]) -> Site:
    """The site with what it says of itself in a language; its name is its name everywhere, and so says none."""
    coach = replace(site.coach, **said.get("coach", {}))
    return replace(site, **{**said, "name": str(said.get("name", site.name)), "coach": coach})


def _languages(settings: Settings, site: Site, cache: BuildCache) -> Sequence[SiteLanguage]:
    """The languages that the site lies beside itself in."""
    if not (site.languages and settings.with_languages):
        return ()
    codes = (settings.own_language, *site.languages)
    languages = [catalogues.language(code, settings.overrides / "languages", cache) for code in codes]
    return site_languages(settings.own_language, languages, settings.language)


def _drafted(settings: Settings) -> Loaded | None:
    """The dataset where it lacks nothing but what can be stood in for."""
    from limber.dataset import load  # imported late: a sound dataset needs none of it

    try:
        return load.drafted(settings.dataset, settings.content, settings.ledger)
    except problem.DatasetError:
        return None


def _with_names(site: Site, settings: Settings) -> Site:
    """The site with the names that MkDocs' own settings have, where data/site.yaml leaves them out, or for the library.

    Raises `DatasetError` where both name it otherwise.
    """
    way = "library/" if settings.language == settings.own_language else "../library/"
    site = replace(site, library=site.library and settings.with_library, library_way=way)
    if settings.is_library:
        of_it = replace(site, featured="", library=False, languages=(), is_library=True)
        named = replace(of_it, name=settings.site_name, description=settings.site_description)
        return replace(named, licence=settings.licence)
    if site.name and settings.site_name not in ("", site.name):
        what = problem.say(
            'this is "{site_name}", and data/site.yaml says "{name}".', site_name=settings.site_name, name=site.name
        )
        tip = problem.say('Have the name there, and write site_name: "" here.')
        raise problem.DatasetError("mkdocs.yml", [problem.Problem(("site_name",), what, tip)])
    description = site.description or settings.site_description
    return replace(site, name=site.name or settings.site_name or NAMELESS, description=description)


def _with_mark(site: Site, cache: BuildCache) -> Site:
    """The site with a mark of letters, where none is drawn."""
    if site.mark.shapes:
        return site

    def make() -> bytes:
        from limber.mark import letters  # imported late: it takes longer to load than a cached mark

        return pickle.dumps(letters.mark(site.letters or letters.initials(site.name)))

    mark: Mark = pickle.loads(cache.made(make, "mark", site.letters, site.name))  # noqa: S301 (our own, and whole)
    return replace(site, mark=mark)


def _keep_from_garbage_collection() -> None:
    """Exclude the dataset from garbage collection, since it lives as long as the process; not while serving."""
    if gc.isenabled() and not gc.get_freeze_count():
        gc.freeze()


def _yaml_of_records(loaded: Loaded) -> Mapping[str, str]:
    """Each record as it is written, in a file of its own that can be taken."""
    from limber.dataset.yaml import several_files  # imported late: only the library needs it

    head = f"# {NAMELESS} of Limber, by Limber contributors, under CC BY 4.0: https://creativecommons.org/licenses/by/4.0/\n"
    records = several_files.blocks(loaded.text, loaded.reading)
    return {
        f"yaml/{table}/{id_}.yaml": f"{head}{table}:\n{text}"
        for (table, id_), text in records.items()
        if table in problem.WITH_PAGES
    }


def _ledger_notes(settings: Settings, published_url: str, dataset: Dataset) -> Sequence[str]:
    of = "data/library" if settings.is_library else ""
    return ledger.ledger_in(settings.ledger).notes(dataset, of) if published_url else ()
