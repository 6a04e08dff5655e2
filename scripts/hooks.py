"""What MkDocs asks of us: the dataset before a build, generated pages, our own HTML; all else is in limber/."""

from __future__ import annotations

import fnmatch
import gc
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_build_datetime

import page_hooks
from limber.build_cache import BuildCache
from limber.dataset import kept, ledger
from limber.dataset.problem import Unsound
from limber.exports import feed
from limber.exports import files as site_files
from limber.figures import drawing
from limber.paper.printing import Printing
from limber.paper.qr import TooLong
from limber.plain_text import plain
from limber.publish import bundle, csp, host_headers, offline, pdf
from limber.publish.assets import AssetFiles
from limber.publish.parallel import for_each
from limber.site import address as site_address
from limber.site import pages, redirects
from limber.site.components import Components
from limber.site.html_text import unindented
from limber.site.placeholders import Placeholders
from limber.site.share_files import LinkFiles
from limber.site.templates import KeptTemplates, keep_pages, late, of_theme
from page_hooks import on_nav, on_page_content, on_page_context, on_page_markdown, on_post_page  # noqa: F401 (for MkDocs)
from record_pages import LateFile, RecordPages


@event_priority(100)  # before mkdocs-macros, which hands `extra` on to macros.py
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the dataset once a build; with a problem in it nothing is built, and site/ is not touched."""
    root = Path(config.config_file_path).parent
    promised = root / "data" / "published.txt"
    config.extra["limber_cache"] = cache = BuildCache.of(root)
    drawing.keep_with(cache.made)
    config.theme.get_env = partial(of_theme, config.theme.get_env, cache)  # type: ignore[method-assign]
    config.site_url = _in_ascii(config.site_url or "")
    try:
        before = config.extra.get("limber_before")  # what scripts/serve.py knows of the last build
        loaded = kept.loaded(cache, root / "data" / "exercises.yaml", Path(config.docs_dir), promised, before)
    except Unsound as problems:
        print(problems, file=sys.stderr)
        raise SystemExit(1) from None
    config.extra["limber_loaded"], data = loaded, loaded.dataset
    if gc.isenabled() and not gc.get_freeze_count():  # not while serving, which reads again and again
        gc.freeze()  # what was read stays to the end, and is not looked through for circles once more at each turn
    config.extra["limber_late"], config.extra["limber_faults"] = {}, []
    try:
        with_pdf, notes = pdf.can_write(_wanted(config, "pdf"), cache)
    except pdf.Missing as missing:
        raise SystemExit(f"No PDFs: {missing}\nNothing was built.") from None
    published = site_address.published(config.site_url or "")
    paper = Printing(data, published, with_pdf)
    made = pages.pages(data, with_figures=_wanted(config, "figures") != "no")
    config.extra["limber_moves"] = moves = list(redirects.moves(made, data))
    links = LinkFiles.of(made, moves, published, config.site_name, _wanted(config, "link_images") != "no", cache)
    if published:
        notes += ledger.ledger_in(promised).notes(data)
    sent = AssetFiles.of(root, bundled=_wanted(config, "bundle") != "no", cache=cache)
    config.extra["limber_notes"] = lambda: (*notes, *paper.notes(), *links.notes, *sent.notes)
    config.extra["limber_assets"] = sent
    config.extra_css = [sent.moved(style) for style in config.extra_css]
    for script in config.extra_javascript:
        if isinstance(script, ExtraScriptValue):
            script.path = sent.moved(script.path)
    config.extra["limber_links"], config.extra["limber_published"] = links, published
    config.extra["limber"] = parts = Components(
        root / "overrides" / "components",
        data,
        config.extra.get("data_url") or "",
        paper,
        sent.path,
        KeptTemplates(cache, "components"),
    )
    config.extra["limber_slots"] = Placeholders()
    config.extra["limber_record_pages"] = RecordPages(made, config, parts, links)
    others = site_files.files(data, published, config.site_name, get_build_datetime(), parts.render)
    config.extra["limber_exports"], config.extra["limber_feed"] = others, feed.FEED in others
    sheets = (f"sheets/{id_}/" for id_, it in data.routines.items() if not it.core_of)
    config.extra["limber_with_pdf"], config.extra["limber_first_sheet"] = with_pdf, next(sheets, "")
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Keep what mkdocs-macros compiles, too."""
    macros: Any = config.plugins["macros"]
    keep_pages(macros.env, config.extra["limber_cache"])


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each record, unless a coach has written a page of own prose at its address; and the JSON."""
    record_pages: RecordPages = config.extra["limber_record_pages"]
    if faults := list(page_hooks.content_faults(config)):
        raise SystemExit("\n".join((*faults, "Nothing was built.")))
    for record_file in record_pages.files(files):
        files.append(record_file)
    others: Mapping[str, str] = config.extra["limber_exports"]
    for uri in others:
        files.append(LateFile(config, uri, lambda file: others[file.src_uri].encode()))
    try:
        codes_and_images = config.extra["limber_links"].files
    except TooLong as too_long:
        raise SystemExit(f"{too_long}\n    {too_long.tip}\nNothing was built.") from None
    sent: AssetFiles = config.extra["limber_assets"]
    for uri in (*offline.SOURCES, *bundle.files(sent.overrides)):
        if file := files.get_file_from_path(uri):
            files.remove(file)  # as it was written; what is made of it follows
    ours = {sent.path(name): content for name, content in sent.files.items()}
    for path, content in {**codes_and_images, **ours}.items():
        files.append(File.generated(config, path, content=content))
    made = [(each, files.src_uris[uri].url) for uri, each in record_pages.all.items()]
    config.extra["limber_pages"] = [{"title": each.title, "url": url} for each, url in made if each.words]
    config.extra["limber_unlisted"] = [url for each, url in made if not each.words]
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Tell templates which policy a kind of page has, and which modules a module brings along.

    After this, files that are ready go out: the time to add what a template makes and is no page, for no sitemap and
    no search shall hold a redirect. A coach's own page at an old address stays.
    """
    if faults := config.extra["limber_faults"]:  # of pages that mkdocs-macros has looked at
        raise SystemExit("\n".join((*faults, "Nothing was built.")))
    sent: AssetFiles = config.extra["limber_assets"]
    policies = csp.Policies(Path(config.config_file_path).parent / "overrides" / "partials")
    mount = urlsplit(config.site_url or "/").path
    theirs = [file.dest_uri for file in files if file.dest_uri.startswith("assets/")]
    env.globals["material"] = lambda named: fnmatch.filter(theirs, named)[0]
    env.globals.update(policy=policies.of, imported=sent.imported, mount=mount)
    env.filters.update(asset=late(sent.path), plain=plain, unindented=unindented)
    taken = {file.dest_uri for file in files}
    for move in config.extra["limber_moves"]:
        if (uri := f"{move.old}index.html") not in taken:
            page = env.get_template("redirect.html").render(config=config, move=move, root="../" * move.old.count("/"))
            files.append(File.generated(config, uri, content=page))
    for path, text in host_headers.files(policies.header, mount, [file.dest_uri for file in files]).items():
        files.append(File.generated(config, path, content=text))
    config.extra["limber_record_pages"].environment = env
    if search := config.plugins.get("material/search"):
        search.search_index.entries += config.extra["limber_record_pages"].found_by()
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is made from records, say what a coach should hear of, write the PDFs, and at last the worker.

    Where scripts/serve.py builds once more, files wait until somebody asks for them, and notes until there is time.
    """
    site, overrides = Path(config.site_dir), Path(config.config_file_path).parent / "overrides"
    cache: BuildCache = config.extra["limber_cache"]
    if "limber_before" not in config.extra:
        late: dict[str, LateFile] = config.extra["limber_late"]
        for_each(LateFile.write, list(late.values()))
        late.clear()
        for note in config.extra["limber_notes"]():
            print(note, file=sys.stderr)
    if config.extra["limber_with_pdf"]:
        made = (uri.removesuffix("index.md").removesuffix(".md") for uri in config.extra["limber_record_pages"].made)
        printed = [f"{page}/" for page in made if pdf.beside(f"{page}/")]
        pdf.write_all(site, printed, config.site_url or site_address.PLACEHOLDER, cache)
        pdf.copy(site, ((move.now, move.old) for move in config.extra["limber_moves"]))
    cache.tidy()
    offline.write(site, overrides, config.extra["limber_assets"].folder, _wanted(config, "offline") != "no")


def _wanted(config: MkDocsConfig, what: str) -> str:
    """What mkdocs.yml says of something that a build may leave out. YAML takes a plain no for false."""
    return config.extra.get(what) or "no"


def _in_ascii(address: str) -> str:
    """The site's address as it travels."""
    try:
        return site_address.in_ascii(address)
    except ValueError as fault:
        raise SystemExit(f"{fault}\nNothing was built.") from None
