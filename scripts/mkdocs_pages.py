"""Makes the pages of records as files of MkDocs, each when it is written.

MkDocs itself would parse each as Markdown, have Material render the whole template around each, and keep all in
memory. As files it still knows their addresses, so that it checks the links that lead there.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from limber.build import Build
from limber.paper.qr import TooLong
from limber.site.html_text import escaped
from limber.site.page_shell import PageShells
from limber.site.pages import Page as RecordPage


class LateFile(File):
    """A file with what `make` gives when it is written; with the path of Markdown, at the address of a page."""

    def __init__(
        self, config: MkDocsConfig, uri: str, make: Callable[[File], bytes], waiting: dict[str, LateFile]
    ) -> None:
        page = re.fullmatch(r"(.*?)(/index)?\.md", uri)
        address = f"{page[1]}/index.html" if page else uri
        super().__init__(uri, None, config.site_dir, True, dest_uri=address, inclusion=InclusionLevel.NOT_IN_NAV)
        self._make, self._waiting = make, waiting

    @property
    def src_path(self) -> str:
        """As MkDocs has it; but ours have their slashes already, and there are thousands."""
        return self.src_uri

    @src_path.setter
    def src_path(self, uri: str) -> None:
        self.src_uri = uri

    def is_documentation_page(self) -> bool:
        """MkDocs shall not build it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 (MkDocs names it)
        """Leave it for later: for the end of a build, or until somebody asks for it."""
        self._waiting[self.abs_dest_path] = self

    def write(self) -> None:
        """Make it now."""
        write_file(self._make(self), self.abs_dest_path)


class RecordPages:
    """All pages made from records, by their paths below the content folder: those that are `made`, and those in whose
    place a coach has written an `own` one.
    """

    navigation: Navigation
    """Set once it is known, and so is what follows."""
    environment: Environment

    def __init__(self, build: Build, config: MkDocsConfig) -> None:
        self.made = build.pages
        self.own: Mapping[str, RecordPage] = {}
        self.late: dict[str, LateFile] = {}
        """Files that wait to be written, by their paths on the disk."""
        self._build, self._config = build, config
        self._addresses: Mapping[str, str] = {}
        self._shells: PageShells | None = None

    def files(self, written: Files) -> list[LateFile]:
        """Each page as a file, but for those that lie among the `written`."""
        own = {uri: file for uri in self._build.pages if (file := written.get_file_from_path(uri))}
        made = {uri: LateFile(self._config, uri, self._html, self.late) for uri in self._build.pages if uri not in own}
        self.own = {uri: page for uri, page in self._build.pages.items() if uri in own}
        self.made = {uri: page for uri, page in self._build.pages.items() if uri in made}
        self._addresses = {uri: file.url for uri, file in {**own, **made}.items()}
        return list(made.values())

    @property
    def listed(self) -> list[dict[str, str]]:
        """Title and address of each page that is found by words, from the site's root."""
        pages = self._build.pages.items()
        return [{"title": page.title, "url": self._addresses[uri]} for uri, page in pages if page.words]

    @property
    def unlisted(self) -> list[str]:
        """Where each other page is."""
        return [self._addresses[uri] for uri, page in self._build.pages.items() if not page.words]

    def addresses(self) -> list[str]:
        """Where each is that says something by itself, once the site has an address."""
        site = (self._config.site_url or "").rstrip("/") + "/"
        said = (uri for uri, page in self.made.items() if page.template != "plan-paper.html")
        return [site + self._addresses[uri] for uri in said] if len(site) > 1 else []

    def search_entries(self) -> list[dict[str, str]]:
        """What the index of the search holds: reading each page again for it would take a third of the build."""
        return [
            {
                "location": self._addresses[uri],
                "title": html.escape(page.title),
                "text": html.escape(" ".join(page.words)),
            }
            for uri, page in self.made.items()
            if page.words
        ]

    def _html(self, file: File) -> bytes:
        made = self.made[file.src_uri]
        page = Page(escaped(made.title), file, self._config)
        file.page = None  # so that it is not kept
        page.meta = {
            "title": escaped(made.title),
            "description": escaped(made.description),
            **{name: escaped(text) for name, text in self._build.links.meta(page.url).items()},
        }
        if made.template:
            page.meta["template"] = made.template
        try:
            page.content = self._build.components.render(made.component, "../" * page.url.count("/"), *made.arguments)
        except TooLong as too_long:
            raise SystemExit(f"{page.url}: {too_long}\n    {too_long.tip}\nNothing was built.") from None
        output = self._rendered(made, page)
        return self._config.plugins.on_post_page(output, page=page, config=self._config).encode()

    def _rendered(self, made: RecordPage, page: Page) -> str:
        """In a frame that its neighbours share, unless it is the only one of its kind or the frame leads to it."""
        context = get_context(self.navigation, [], self._config, page)
        if made.template or made.id is None or self._is_led_to(page):
            return self.environment.get_template(made.template or "main.html").render(context)
        self._shells = self._shells or PageShells(self.environment)
        return self._shells.page(page.url.rstrip("/").rpartition("/")[0], context)

    def _is_led_to(self, page: Page) -> bool:
        """Whether the head of each page leads there, or to what lies below."""
        return any((getattr(each, "url", None) or "").startswith(page.url) for each in self.navigation)
