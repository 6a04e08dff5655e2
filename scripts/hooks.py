"""What MkDocs asks of us: the dataset before a build, generated pages, our own HTML; all else is in limber/."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from limber import bundle, dataset, exports, pages, pdf
from limber.components import Components
from limber.printing import Printing
from limber.qr import TooLong
from limber.slots import Slots

PLACEHOLDER = "https://limber.example/"  # as in mkdocs.yml: nobody has said yet where the site will live


@event_priority(100)  # before mkdocs-macros, which hands `extra` on to macros.py
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the dataset once a build; with a problem in it nothing is built, and site/ is not touched."""
    root = Path(config.config_file_path).parent
    try:
        data = dataset.load(root / "data" / "exercises.yaml", Path(config.docs_dir))
    except dataset.Unsound as problems:
        print(problems, file=sys.stderr)
        raise SystemExit(1) from None
    components = root / "overrides" / "components"
    with_pdf = _can_write_pdf(config.extra.get("pdf") or "no")
    published = _published(config.site_url or "")
    paper = Printing(data, published, with_pdf)
    for note in paper.notes():
        print(note, file=sys.stderr)
    config.extra["limber_published"] = published
    config.extra["limber"] = Components(components, data, config.extra.get("data_url") or "", paper)
    config.extra["limber_slots"] = Slots()
    config.extra["limber_generated"] = pages.pages(data)
    config.extra["limber_exports"] = exports.exports(data, dataset.SCHEMA.read_text("utf-8"))
    config.extra["limber_with_pdf"] = with_pdf
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each record, unless a coach has written a page of own prose at its address; and the JSON."""
    records = config.extra["limber_generated"]
    written = {uri for uri in records if files.get_file_from_path(uri)}
    config.extra["limber_generated"] = {uri: page for uri, page in records.items() if uri not in written}
    config.extra["limber_own"] = {uri: page for uri, page in records.items() if uri in written}
    for uri in config.extra["limber_generated"]:
        files.append(File.generated(config, uri, content=""))
    for uri, text in config.extra.pop("limber_exports").items():
        files.append(File.generated(config, uri, content=text.encode()))
    _bundle(files, config)
    config.extra["limber_pages"] = [
        {"title": page.title, "url": files.src_uris[uri].url} for uri, page in records.items() if page.words
    ]
    return files


def _bundle(files: Files, config: MkDocsConfig) -> None:
    """Send our scripts and styles as bundles, if that is wanted and can be done."""
    root = Path(config.config_file_path).parent
    esbuild = root / "node_modules" / ".bin" / "esbuild"
    config.extra["limber_bundles"] = None
    if (config.extra.get("bundle") or "no") == "no":  # YAML takes a plain no for false
        return
    if not esbuild.exists():
        print(f"Note: scripts go out in many files: {bundle.MISSING}", file=sys.stderr)
        return
    bundles = bundle.bundled(root / "overrides" / "assets", esbuild)
    config.extra["limber_bundles"] = set(bundles)
    for path in bundle.files(root / "overrides" / "assets"):
        if file := files.get_file_from_path(f"assets/{path}"):
            files.remove(file)
        if path in bundles:
            files.append(File.generated(config, f"assets/{path}", content=bundles[path]))


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:
    """Tell bare templates which modules a module brings along, and what a Content-Security-Policy calls a script."""
    assets, bundles = Path(config.config_file_path).parent / "overrides" / "assets", config.extra["limber_bundles"]
    env.globals["imported"] = lambda entry: [
        each for each in bundle.imported(assets, entry) if bundles is None or each in bundles
    ]
    env.filters["sha256"] = lambda text: base64.b64encode(hashlib.sha256(_unindented(text).encode()).digest()).decode()
    return env


@event_priority(100)  # before mkdocs-macros, which would run a title as a template
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Name a generated page; escaped, for Material prints titles and descriptions as they are."""
    generated = config.extra["limber_generated"].get(page.file.src_uri)
    own = config.extra["limber_own"].get(page.file.src_uri)
    if own:  # a coach's own page for a record; what it does not say of itself, the record says
        page.meta.setdefault("description", _escaped(own.description))
    if generated:
        page.meta = {
            "title": _escaped(generated.title),
            "description": _escaped(generated.description),
            "render_macros": False,
        }
        if generated.template:
            page.meta |= {"template": generated.template, "search": {"exclude": True}}
    return markdown


def on_page_content(content: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Put our HTML where it belongs: a generated page's own, or what macros left a slot for.

    A coach's own page for an exercise ends with the way on within its routines, as a generated one does.
    """
    components: Components = config.extra["limber"]
    root = "../" * page.url.count("/")
    generated = config.extra["limber_generated"].get(page.file.src_uri)
    if generated:
        if generated.words:
            _add_to_search(page, generated, config)
        try:
            return components.render(generated.component, root, *generated.arguments)
        except TooLong as too_long:
            raise SystemExit(f"{page.url}: {too_long}\n    {too_long.tip}\nNothing was built.") from None
    slots: Slots = config.extra["limber_slots"]
    own = config.extra["limber_own"].get(page.file.src_uri)
    way_on = components.render("step_nav", root, own.id) if own and own.component == "exercise_page" else ""
    return slots.filled(content) + way_on


def _add_to_search(page: Page, generated: pages.Page, config: MkDocsConfig) -> None:
    """One entry a record, from the record: parsing each page again for it would take a third of the build."""
    page.meta["search"] = {"exclude": True}
    if search := config.plugins.get("material/search"):
        text = html.escape(" ".join(generated.words))
        entry = {"location": page.url, "title": html.escape(generated.title), "text": text}
        search.search_index.entries.append(entry)


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Send the timer's page without its indentation: it is to be small over a slow network."""
    return _unindented(output) if page.meta.get("template") == "timer.html" else output


def _unindented(text: str) -> str:
    """As it is sent; a hash in its policy is one of what is sent."""
    return re.sub(r"\n\s+", "\n", text)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the PDFs of what is made to be printed."""
    if config.extra["limber_with_pdf"]:
        for uri in config.extra["limber_generated"]:
            page = uri.removesuffix("index.md").removesuffix(".md") + "/"
            if pdf.beside(page):
                pdf.write(Path(config.site_dir), page, config.site_url or PLACEHOLDER)


def _published(address: str) -> str:
    """The address where others find the site, if there is one; a preview's own leads nobody anywhere."""
    unknown = (PLACEHOLDER, "http://127.0.0.1", "http://localhost", "http://0.0.0.0", "http://[::1]")
    return "" if address.startswith(unknown) else address


def _can_write_pdf(wanted: str) -> bool:
    """Whether PDFs are asked for and can be made; `no`, `if possible` or `required` is said in mkdocs.yml."""
    if wanted == "no":
        return False
    try:
        pdf.engine()
    except pdf.Missing as missing:
        if wanted == "required":
            raise SystemExit(f"No PDFs: {missing}\nNothing was built.") from None
        print(f"Note: the PDFs are left out: {missing}", file=sys.stderr)
        return False
    return True


def _escaped(text: str) -> str:
    """Text that is neither markup nor a template, wherever a theme prints it."""
    return html.escape(text).replace("{", "&#123;").replace("}", "&#125;")
