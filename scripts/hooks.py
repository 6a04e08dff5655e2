"""The hooks of MkDocs: each passes what MkDocs hands it to the package limber."""

from __future__ import annotations

import fnmatch
import os
import re
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import mkdocs_macros.context
from jinja2 import Environment
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext

from limber import wording
from limber.build import BUILD, LAST_DATASET, RECORD_PAGES, Build, Settings, prepare
from limber.build_cache import BuildCache
from limber.dataset.problem import DatasetError
from limber.exports.files import LATER
from limber.languages.language_marks import attributes, marked
from limber.languages.messages import gettext
from limber.media import files as media_files
from limber.paper.qr import TooLong
from limber.plain_text import plain
from limber.publish import bundle, csp, host_headers, offline, pdf
from limber.publish.assets import AssetFiles, Styles
from limber.publish.parallel import for_each
from limber.site import address, content_faults, redirects, translated_pages
from limber.site.html_text import escaped, unindented
from limber.site.templates import keep_pages, late, of_theme
from mkdocs_pages import LateFile, RecordPages

_STEMS = "assets/javascripts/lunr/"
_WORDS_OF = re.compile(r"min/lunr\.(\w\w)\.min\.js")
_SPELLINGS = Path(bundle.__file__).with_name("search-spellings.js")


@event_priority(100)  # before mkdocs-macros, which hands `extra` on to macros.py
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Prepare the build. With a problem in the dataset nothing is built, and site/ is not touched."""
    config.site_url = _below(_in_ascii(config.site_url or ""), config.extra.get("below") or "")
    build = _prepared(config)
    config.extra[BUILD] = build
    config.site_name, config.site_description = build.site.name, build.site.description
    config.extra[RECORD_PAGES] = RecordPages(build, config)
    config.theme.get_env = partial(of_theme, config.theme.get_env, build.cache, build.language)  # type: ignore[method-assign]
    _name_by_content(config, build.assets)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Cache the templates that mkdocs-macros compiles, too."""
    macros: Any = config.plugins["macros"]
    keep_pages(macros.env, _build(config).cache)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each record, unless a coach has written a page of own prose at its address; and other files."""
    build, pages = _build(config), _pages(config)
    _add_shared(files, config)
    _stop_at(_content_faults(config, build))
    _translate_content(files, config, build)
    for page in pages.files(files):
        files.append(page)
    for uri in build.exports:
        files.append(LateFile(config, uri, partial(_exported, build), pages.late))
    _replace_media(files, config, build, pages)
    try:
        codes_and_images = build.links.files
    except TooLong as too_long:
        raise SystemExit(f"{too_long}\n    {too_long.tip}\nNothing was built.") from None
    for uri, content in codes_and_images.items():
        files.append(File.generated(config, uri, content=content))
    _add_icons(files, config, build)
    _replace_assets(files, config, build.assets)
    _drop_other_stems(files, config)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> Navigation:
    """Keep the navigation for the shell of pages made from records; its titles stand in the site's own language.

    In another one a page is called by its own title there, or as the catalogue has it.
    """
    _pages(config).navigation = nav
    if _is_translated(config):
        for page in nav.pages:
            if _is_in_another_language(page, config) or page.file.src_uri in _build(config).pages:
                page.title = gettext(page.title) if isinstance(page.title, str) else page.title
            else:
                vars(page).pop("title", None)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Set the globals and filters of templates, and add files rendered from templates.

    Files that are added here are in no sitemap and in no search index, which is right for redirects and headers.
    """
    build, pages = _build(config), _pages(config)
    _stop_at(build.page_faults)
    policies = csp.Policies(build.assets.overrides / "partials", several=bool(build.languages))
    mount = urlsplit(config.site_url or "/").path
    _equip(env, files, build, policies, mount)
    _add_redirects(env, files, config, build)
    for path, text in host_headers.files(policies.header, mount, [file.dest_uri for file in files]).items():
        files.append(File.generated(config, path, content=text))
    pages.environment = env
    if search := config.plugins.get("material/search"):
        search.search_index.entries += pages.search_entries()
    return env


@event_priority(100)  # before mkdocs-macros, which would run a title as a template
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Add a missing description to a coach's own page for a record; escaped, since Material prints it unescaped."""
    page.meta.update({name: escaped(text) for name, text in _build(config).links.meta(page.url).items()})
    if own := _pages(config).own.get(page.file.src_uri):
        page.meta.setdefault("description", escaped(own.description))
    return markdown


def on_page_content(content: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Replace the placeholders of macros by their HTML.

    A coach's own page for an exercise gets links to the previous and the next step, as a generated one does.
    """
    build = _build(config)
    own = _pages(config).own.get(page.file.src_uri)
    root = "../" * page.url.count("/")
    steps = build.components.render("step_nav", root, own.id) if own and own.component == "exercise_page" else ""
    if _is_in_another_language(page, config):
        written, spoken = config.theme["language"], build.language.code
        page.meta["attributes"] = attributes(written)
        return build.placeholders.filled_in(attributes(spoken, around=written), content) + steps
    return build.placeholders.filled(content) + steps


@event_priority(-100)  # after the search has read the page
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, **_: Any) -> TemplateContext:
    """Replace the placeholders for HTML that the search index should not contain, and let the keyboard scroll code."""
    content = _build(config).placeholders.filled_late(page.content or "")
    page.content = content.replace("<pre><code", '<pre><code tabindex="0"')
    return context


def on_post_template(output_content: str, **_: Any) -> str:
    """The same for pages that no text of content/ stands behind, such as that of an address that is not there."""
    return marked(output_content)


def on_post_page(output: str, **_: Any) -> str:
    """Say the language of texts that are in another one, and strip indentation, save where it is part of a text: a
    fortieth of what comes over the wire.
    """
    output = marked(output)
    return output if "<pre" in output else unindented(output)


def _exported(build: Build, file: File) -> bytes:
    """What a file holds that is made of records; a later part of a page is without indentation, as pages are."""
    text = build.exports[file.src_uri]
    return (unindented(text) if file.src_uri in LATER else text).encode()


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files made from records, print notes, and write the PDFs and the service worker, which lists all files.

    In an incremental build of the preview, files are written on request and notes are printed when it is idle.
    """
    build, pages = _build(config), _pages(config)
    if LAST_DATASET not in config.extra:
        for_each(LateFile.write, list(pages.late.values()))
        pages.late.clear()
        for note in build.notes():
            print(note, file=sys.stderr)
    if build.with_pdf:
        _write_pdfs(config, build, pages)
    build.cache.tidy()
    assets = build.assets
    offline.write(Path(config.site_dir), assets.overrides, assets.folder, _wanted(config, "offline") != "no")


def _build(config: MkDocsConfig) -> Build:
    build: Build = config.extra[BUILD]
    return build


def _pages(config: MkDocsConfig) -> RecordPages:
    pages: RecordPages = config.extra[RECORD_PAGES]
    return pages


def _wanted(config: MkDocsConfig, what: str) -> str:
    """The setting of an optional part of the build in mkdocs.yml. YAML reads a plain no as false."""
    return config.extra.get(what) or "no"


def _stop_at(faults: Iterable[str]) -> None:
    """Stop the build with all faults, if there are any."""
    if found := list(faults):
        raise SystemExit("\n".join((*found, "Nothing was built.")))


def _below(site_url: str, path: str) -> str:
    """The address of these pages, where they lie below the site that has this one: the library, or another language."""
    return f"{site_url.rstrip('/')}/{path}" if site_url and path else site_url


def _in_ascii(site_url: str) -> str:
    """The site's address, percent-encoded and in Punycode."""
    try:
        return address.in_ascii(site_url)
    except ValueError as fault:
        raise SystemExit(f"{fault}\nNothing was built.") from None


def _theme_styles(config: MkDocsConfig) -> Styles:
    """The style sheet of Material."""
    (file,) = (
        found for folder in config.theme.dirs for found in Path(folder).glob("assets/stylesheets/main.*.min.css")
    )
    return Styles(file, tuple(config.markdown_extensions))


def _prepared(config: MkDocsConfig) -> Build:
    settings = Settings(
        project=(project := Path(config.config_file_path).absolute().parent),
        dataset=project / (config.extra.get("dataset") or "data/exercises.yaml"),
        content=Path(config.docs_dir),
        overrides=Path(config.theme.custom_dir or ""),
        site_name=config.site_name,
        site_description=config.site_description or "",
        site_url=config.site_url or "",
        data_url=config.extra.get("data_url") or "",
        now=get_build_datetime(),
        language=os.environ.get("SITE_LANGUAGE") or config.theme["language"],
        own_language=config.theme["language"],
        with_languages=_wanted(config, "languages") != "no",
        pdf=_wanted(config, "pdf"),
        bundled=_wanted(config, "bundle") != "no",
        theme_styles=_theme_styles(config),
        with_link_images=_wanted(config, "link_images") != "no",
        with_figures_page=_wanted(config, "figures") != "no",
        with_library=_wanted(config, "library") != "no",
        licence=config.extra.get("licence") or "",
        with_drafts=_wanted(config, "drafts") != "no",
    )
    try:
        return prepare(settings, BuildCache.of(settings.project), config.extra.get(LAST_DATASET))
    except DatasetError as problems:
        print(problems, file=sys.stderr)
        raise SystemExit(1) from None
    except pdf.Missing as missing:
        raise SystemExit(f"No PDFs: {missing}\nNothing was built.") from None


def _name_by_content(config: MkDocsConfig, assets: AssetFiles) -> None:
    """Rewrite the paths of scripts and styles in mkdocs.yml to the folder that is named by a hash of their content."""
    config.extra_css = [assets.moved(style) for style in config.extra_css]
    for script in config.extra_javascript:
        if isinstance(script, ExtraScriptValue):
            script.path = assets.moved(script.path)


def _content_faults(config: MkDocsConfig, build: Build) -> Iterable[str]:
    """The faults of the files in content/."""
    ids = content_faults.record_ids(build.dataset)
    known = {f"{folder}/index.md" for folder in ids} | set(build.pages)
    folders = [Path(each) for each in config.theme.dirs]
    content = Path(config.docs_dir)
    yield from content_faults.faults(
        content, ids, known, lambda name: any((each / name).is_file() for each in folders), build.known_languages
    )
    yield from translated_pages.faults(content, build.site.languages, known)


def _add_shared(files: Files, config: MkDocsConfig) -> None:
    """Add the pages of content/ that the library's site has, too."""
    content = Path(config.config_file_path).absolute().parent / "content"
    for uri in config.extra.get("shared") or ():
        files.append(File(uri, str(content), config.site_dir, config.use_directory_urls))


def _translate_content(files: Files, config: MkDocsConfig, build: Build) -> None:
    """Have what is in a folder of the language that is spoken in place of what is above it, and no other language."""
    for file in list(files):
        code = translated_pages.code_of(file.src_uri, build.known_languages)
        if not code or file.src_dir != config.docs_dir:
            continue
        files.remove(file)
        if code == build.language.code != config.theme["language"]:
            uri = file.src_uri.removeprefix(f"{code}/")
            if there := files.get_file_from_path(uri):
                files.remove(there)
            files.append(File(uri, f"{config.docs_dir}/{code}", config.site_dir, config.use_directory_urls))


def _is_translated(config: MkDocsConfig) -> bool:
    """Whether this build speaks another language than the site's own, and one that pages can be written in."""
    build = _build(config)
    return build.language.code != config.theme["language"] and build.language.code in build.known_languages


def _is_in_another_language(page: Page, config: MkDocsConfig) -> bool:
    """Whether a coach's own page has no words in the language that is spoken, but in the site's own."""
    return _is_translated(config) and page.file.src_dir == config.docs_dir


def _add_icons(files: Files, config: MkDocsConfig, build: Build) -> None:
    """Add the site's mark as a file, and as icons where devices keep the site; but not where a coach has own ones."""
    icons = {"assets/favicon.svg": build.components.render("mark_file", "").encode()}
    if _wanted(config, "offline") != "no":
        icons.update(build.icons())
    for uri, content in icons.items():
        if not files.get_file_from_path(uri):
            files.append(File.generated(config, uri, content=content))


def _replace_media(files: Files, config: MkDocsConfig, build: Build, pages: RecordPages) -> None:
    """Publish pictures and films without what a camera wrote into them, those of exercises in the sizes of pages."""
    shown = media_files.sources(build.dataset)
    made: dict[str, Callable[[], bytes]] = dict(build.media)
    for file in list(files):
        if (path := Path(file.abs_src_path or "")).is_relative_to(config.docs_dir):
            make = media_files.cleaned(path, build.cache)
            if file.src_uri in shown or make:
                files.remove(file)
            if make and file.src_uri not in shown:
                made.setdefault(file.dest_uri, make)
    for uri in made:
        files.append(LateFile(config, uri, lambda file: made[file.src_uri](), pages.late))


def _replace_assets(files: Files, config: MkDocsConfig, assets: AssetFiles) -> None:
    """Replace the sources of scripts, styles and the service worker by what was made of them, and send no catalogue."""
    catalogues = (each.relative_to(assets.overrides).as_posix() for each in assets.overrides.glob("languages/*"))
    for uri in (*catalogues, *offline.SOURCES, *bundle.files(assets.overrides)):
        if file := files.get_file_from_path(uri):
            files.remove(file)
    for name, content in assets.files.items():
        files.append(File.generated(config, assets.path(name), content=content))


def _drop_other_stems(files: Files, config: MkDocsConfig) -> None:
    """Publish of what Material's search knows of words that of the languages which it searches in, and have each find
    a word without its accents, too.
    """
    search = config.plugins.get("material/search")
    languages = set(search.config.lang) - {"en"} if search else set()
    used = {f"{_STEMS}min/lunr.{each}.min.js" for each in (*languages, *(["stemmer.support"] if languages else []))}
    used |= {f"{_STEMS}min/lunr.multi.min.js"} if len(languages) > 1 else set()
    used |= {f"{_STEMS}tinyseg.js"} if "ja" in languages else set()
    used |= {f"{_STEMS}wordcut.js"} if languages & {"hi", "th"} else set()
    for file in list(files):
        if file.dest_uri.startswith(_STEMS) and file.dest_uri not in used:
            files.remove(file)
        elif found := _WORDS_OF.fullmatch(file.dest_uri.removeprefix(_STEMS)):
            files.remove(file)
            spelt = _SPELLINGS.read_text("utf-8").replace("LANGUAGE", found[1]).encode()
            files.append(File.generated(config, file.dest_uri, content=file.content_bytes + spelt))


def _equip(env: Environment, files: Files, build: Build, policies: csp.Policies, mount: str) -> None:
    """Give templates the policy of a kind of page, the imports of a module, and the paths of assets."""
    of_material = [file.dest_uri for file in files if file.dest_uri.startswith("assets/")]
    env.globals["material"] = lambda pattern: fnmatch.filter(of_material, pattern)[0]
    env.globals.update(policy=policies.of, imported=build.assets.imported, mount=mount)
    env.filters.update(asset=late(build.assets.path), plain=plain, unindented=unindented)


def _add_redirects(env: Environment, files: Files, config: MkDocsConfig, build: Build) -> None:
    """Add a page at each short address, and at each that a record had before or that was retired.

    What a coach has written there goes before.
    """
    taken = {file.dest_uri for file in files}
    template = env.get_template("redirect.html")
    for redirect in (*build.redirects, *redirects.short_addresses(build.dataset)):
        if (uri := f"{redirect.old}index.html") not in taken:
            html = template.render(config=config, redirect=redirect, root="../" * redirect.old.count("/"))
            files.append(File.generated(config, uri, content=marked(html)))
    template = env.get_template("retired.html")
    for path, gone in redirects.retired_pages(build.dataset):
        if (uri := f"{path}index.html") not in taken:
            list_ = "exercises/" if gone.table == "exercises" else "routines/"
            said = {"gone": gone, "day": wording.day(gone.on), "list": list_}
            html = template.render(config=config, root="../" * path.count("/"), **said)
            files.append(File.generated(config, uri, content=marked(html)))


def _write_pdfs(config: MkDocsConfig, build: Build, pages: RecordPages) -> None:
    site = Path(config.site_dir)
    addresses = (uri.removesuffix("index.md").removesuffix(".md") + "/" for uri in pages.made)
    printed = [each for each in addresses if pdf.beside(each)]
    pdf.write_all(site, printed, config.site_url or address.PLACEHOLDER, build.cache)
    pdf.copy(site, ((each.now, each.old) for each in build.redirects))


class _Git(dict[str, Any]):
    """What mkdocs-macros knows of the last commit, asked on first access, since that starts twelve processes."""

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
