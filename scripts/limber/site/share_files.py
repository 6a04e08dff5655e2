"""Makes a QR code and a preview picture for each link of a published site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from urllib.parse import urljoin

from limber.build_cache import BuildCache
from limber.colours.palette import Scheme
from limber.paper import qr
from limber.previews.text import LinkText
from limber.site.pages import Page
from limber.site.redirects import Redirect


class FontLost(Exception):  # noqa: N818 (it reads as what it says)
    """The font is missing, so that no picture can be drawn."""


@dataclass(frozen=True, repr=False)  # mkdocs-macros calls repr on every variable
class LinkFiles:
    """QR codes and pictures for the links of a site, by their paths from its root, and for the `old` paths of each.

    There are none without a `site_url`. Pictures take time, so they are made only `with_images`.
    """

    links: Mapping[str, LinkText]
    site_url: str
    site_name: str
    with_images: bool
    scheme: Scheme
    """The colours of the pictures."""
    old: Mapping[str, list[str]] = field(default_factory=dict)
    short: tuple[str, ...] = ()
    """Short addresses, which stand on cards: each has a code of its own."""
    cache: BuildCache = field(default_factory=BuildCache)
    _fontless: list[str] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        pages: Mapping[str, Page],
        redirects: Iterable[Redirect],
        site_url: str,
        site_name: str,
        with_images: bool,
        scheme: Scheme,
        cache: BuildCache | None = None,
        short: Iterable[Redirect] = (),
    ) -> LinkFiles:
        """The files for pages by their path below the content folder, for redirects to them and for short addresses."""
        links = {f"{uri.removesuffix('.md')}/": page.link for uri, page in pages.items() if page.link}
        old: dict[str, list[str]] = {link: [] for link in links}
        for redirect in redirects:
            if redirect.now in old:
                old[redirect.now].append(redirect.old)
        addresses = tuple(each.old for each in short)
        return cls(links, site_url, site_name, with_images, scheme, old, addresses, cache or BuildCache())

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Every file by its path: `qr/e/x.svg`, `link-images/exercises/x.png`. Raises `qr.TooLong`.

        Someone may have put a file into a page of their own, so that it is also at each old path; a code leads to where
        the record is now.
        """
        if not self.site_url:
            return {}
        files = {_code(path): qr.file(urljoin(self.site_url, path)) for path in self.short}
        for link in self.links:
            code, image = qr.file(urljoin(self.site_url, link)), self._images.get(link)
            for path in (link, *self.old.get(link, ())):
                files[_code(path)] = code
                if image:
                    files[_image(path)] = image
        return files

    @property
    def notes(self) -> list[str]:
        """Notes: a missing font, or names with letters that the font lacks."""
        without = [link for link, data in self._images.items() if not data]
        if self._fontless:
            return [f"Note: no pictures for messengers: {self._fontless[0]}. Bring it back from git."]
        more = f" and {len(without) - 1} more" if len(without) > 1 else ""
        return [f"Note: {without[0]}{more}: no picture for messengers; its font lacks a letter."] if without else []

    def meta(self, link: str) -> Mapping[str, str]:
        """The metadata for messengers of the page at `link`; empty if it is no page of a record."""
        text = self.links.get(link)
        if not text:
            return {}
        image = urljoin(self.site_url, _image(link)) if self._images.get(link) else ""
        return {"link_description": text.description, "link_image": image, "link_image_alt": text.alt}

    @cached_property
    def _images(self) -> Mapping[str, bytes]:
        if not (self.site_url and self.with_images):
            return {}
        return {link: self._picture(text) for link, text in self.links.items()}

    def _picture(self, text: LinkText) -> bytes:
        """Its picture, from the cache or drawn; empty if the font is missing or lacks a letter."""
        figures = repr([(each.figure, each.works) for each in text.shown if each.figure])
        said = (text.kind, text.name, *text.dose, self.site_name, figures, repr(self.scheme), version("pillow"))
        if self._fontless:
            return b""
        try:
            return self.cache.made(lambda: _drawn(text, self.site_name, self.scheme), "link-images", *said)
        except FontLost as lost:
            self._fontless.append(str(lost))
            return b""


def _code(link: str) -> str:
    return f"qr/{link.rstrip('/')}.svg"


def _image(link: str) -> str:
    return f"link-images/{link.rstrip('/')}.png"


def _drawn(text: LinkText, site_name: str, scheme: Scheme) -> bytes:
    from limber.previews import image  # imported late: Pillow takes longer to load than a cached picture

    try:
        return image.png(text, site_name, scheme)
    except image.NoLetter:
        return b""
    except image.NoFont as lost:
        raise FontLost(str(lost)) from None
