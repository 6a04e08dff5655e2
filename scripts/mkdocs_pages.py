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
    """A file whose content is made by `make` when it is written; a Markdown path gives it the address of a page."""

    def __init__(
        self, config: MkDocsConfig, uri: str, make: Callable[[File], bytes], waiting: dict[str, LateFile]
    ) -> None:
        page = re.fullmatch(r"(.*?)(/index)?\.md", uri)
        address = f"{page[1]}/index.html" if page else uri
        super().__init__(uri, None, config.site_dir, True, dest_uri=address, inclusion=InclusionLevel.NOT_IN_NAV)
        self._make, self._waiting = make, waiting

    @property
    def src_path(self) -> str:
        """The same as `src_uri`, without the conversion of slashes that MkDocs does for each of thousands."""
        return self.src_uri

    @src_path.setter
    def src_path(self, uri: str) -> None:
        self.src_uri = uri

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from building it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 (MkDocs names it)
        """Defer it to the end of the build, or until a preview requests it."""
        self._waiting[self.abs_dest_path] = self

    def write(self) -> None:
        """Make its content and write it."""
        write_file(self._make(self), self.abs_dest_path)


class RecordPages:
    """All pages of records by their paths below the content folder: those that are `made`, and those that a coach has
    replaced by an `own` one.
    """

    navigation: Navigation
    """Set by the hook `on_nav`, as is `environment` by `on_env`."""
    environment: Environment

    def __init__(self, build: Build, config: MkDocsConfig) -> None:
        self.made = build.pages
        self.own: Mapping[str, RecordPage] = {}
        self.late: dict[str, LateFile] = {}
        """Deferred files, by their paths on disk."""
        self._build, self._config = build, config
        self._addresses: Mapping[str, str] = {}
        self._shells: PageShells | None = None

    def files(self, written: Files) -> list[LateFile]:
        """Each page as a file, except those that are among the `written`."""
        own = {uri: file for uri in self._build.pages if (file := written.get_file_from_path(uri))}
        made = {uri: LateFile(self._config, uri, self._html, self.late) for uri in self._build.pages if uri not in own}
        self.own = {uri: page for uri, page in self._build.pages.items() if uri in own}
        self.made = {uri: page for uri, page in self._build.pages.items() if uri in made}
        self._addresses = {uri: file.url for uri, file in {**own, **made}.items()}
        return list(made.values())

    @property
    def listed(self) -> list[dict[str, str]]:
        """Title and address, from the site's root, of each page in the search index."""
        pages = self._build.pages.items()
        return [{"title": page.title, "url": self._addresses[uri]} for uri, page in pages if page.words]

    @property
    def unlisted(self) -> list[str]:
        """The address of each page that is not in the search index."""
        return [self._addresses[uri] for uri, page in self._build.pages.items() if not page.words]

    def addresses(self) -> list[tuple[str, str]]:
        """The full address of each page with content of its own, if the site's address is known, and its path."""
        site = (self._config.site_url or "").rstrip("/") + "/"
        said = (uri for uri, page in self.made.items() if page.template != "plan-paper.html")
        return [(site + self._addresses[uri], self._addresses[uri]) for uri in said] if len(site) > 1 else []

    def search_entries(self) -> list[dict[str, str]]:
        """The entries of the search index; parsing each page again for them would take a third of the build."""
        return [
            {
                "location": self._addresses[uri],
                "title": html.escape(page.title),
                "text": html.escape(page.searched),
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
        """Within a shared shell, unless the page is the only one of its kind or is in the navigation."""
        context = get_context(self.navigation, [], self._config, page)
        if made.template or made.id is None or self._is_led_to(page):
            return self.environment.get_template(made.template or "main.html").render(context)
        self._shells = self._shells or PageShells(self.environment)
        return self._shells.page(page.url.rstrip("/").rpartition("/")[0], context)

    def _is_led_to(self, page: Page) -> bool:
        """Whether the navigation has a link to it, or to a page below it."""
        return any((getattr(each, "url", None) or "").startswith(page.url) for each in self.navigation)
