"""The pages made from records as files that MkDocs knows: each is made when it is written.

MkDocs would look for Markdown in each, have Material make a frame around each, and keep all to the end. It still knows
where each is, so that it minds the links that lead there.
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

from limber.paper.qr import TooLong
from limber.site.components import Components
from limber.site.html_text import escaped
from limber.site.page_shell import PageShells
from limber.site.pages import Page as Made
from limber.site.share_files import LinkFiles


class LateFile(File):
    """A file with what `make` gives when it is written; with the path of Markdown, at the address of a page."""

    def __init__(self, config: MkDocsConfig, uri: str, make: Callable[[File], bytes]) -> None:
        page = re.fullmatch(r"(.*?)(/index)?\.md", uri)
        address = f"{page[1]}/index.html" if page else uri
        super().__init__(uri, None, config.site_dir, True, dest_uri=address, inclusion=InclusionLevel.NOT_IN_NAV)
        self._make = make
        self._late: dict[str, LateFile] = config.extra["limber_late"]

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
        self._late[self.abs_dest_path] = self

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

    def __init__(
        self, pages: Mapping[str, Made], config: MkDocsConfig, components: Components, links: LinkFiles
    ) -> None:
        self.all = self.made = pages
        self.own: Mapping[str, Made] = {}
        self._config, self._components, self._links = config, components, links
        self._files: Mapping[str, LateFile] = {}
        self._frames: PageShells | None = None

    def files(self, written: Files) -> list[LateFile]:
        """Each page as a file, but for those that lie among the `written`."""
        self.own = {uri: page for uri, page in self.all.items() if written.get_file_from_path(uri)}
        self.made = {uri: page for uri, page in self.all.items() if uri not in self.own}
        self._files = {uri: LateFile(self._config, uri, self._html) for uri in self.made}
        return list(self._files.values())

    def addresses(self) -> list[str]:
        """Where each is that says something by itself, once the site has an address."""
        site = (self._config.site_url or "").rstrip("/") + "/"
        said = (uri for uri, page in self.made.items() if page.template != "plan-paper.html")
        return [site + self._files[uri].url for uri in said] if len(site) > 1 else []

    def found_by(self) -> list[dict[str, str]]:
        """An entry each for the search: reading each page again for it would take a third of the build."""
        return [
            {
                "location": self._files[uri].url,
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
            **{name: escaped(text) for name, text in self._links.meta(page.url).items()},
        }
        if made.template:
            page.meta["template"] = made.template
        try:
            page.content = self._components.render(made.component, "../" * page.url.count("/"), *made.arguments)
        except TooLong as too_long:
            raise SystemExit(f"{page.url}: {too_long}\n    {too_long.tip}\nNothing was built.") from None
        output = self._rendered(made, page)
        return self._config.plugins.on_post_page(output, page=page, config=self._config).encode()

    def _rendered(self, made: Made, page: Page) -> str:
        """In a frame that its neighbours share, unless it is the only one of its kind or the frame leads to it."""
        context = get_context(self.navigation, [], self._config, page)
        if made.template or made.id is None or self._is_led_to(page):
            return self.environment.get_template(made.template or "main.html").render(context)
        self._frames = self._frames or PageShells(self.environment)
        return self._frames.page(page.url.rstrip("/").rpartition("/")[0], context)

    def _is_led_to(self, page: Page) -> bool:
        """Whether the head of each page leads there, or to what lies below."""
        return any((getattr(each, "url", None) or "").startswith(page.url) for each in self.navigation)
