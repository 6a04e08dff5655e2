"""Renders the components in overrides/components/: one folder, one macro."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from functools import cache as once
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment

from limber.build_cache import BuildCache, fingerprint
from limber.colours.palette import Palette, palette
from limber.languages.language_marks import marked
from limber.model.nouns import Dataset
from limber.model.site import Colours, Site
from limber.paper.printing import Printing
from limber.site.reads import Reads

Macro = Callable[..., str]
_KIND = "components"  # of the cache's entries


class Components:
    """The components of a folder, rendered with one dataset.

    Text from data is escaped by the environment. `data_url` is the address where the data file can be edited, or
    empty; `paper` answers the components for print; `asset` gives the path of a script or style from the site's root;
    `kept` caches compiled templates; `site` says whose site it is, in which `colours`. With a `cache` the HTML of a
    component is kept between builds, until a record that it has read is another.
    """

    def __init__(
        self,
        folder: Path,
        dataset: Dataset,
        data_url: str = "",
        paper: Printing | None = None,
        asset: Callable[[str], str] = "assets/{}".format,
        kept: BytecodeCache | None = None,
        site: Site | None = None,
        colours: Palette | None = None,
        cache: BuildCache | None = None,
    ) -> None:
        self._folder, self._cache = folder, cache
        self._reads = reads = Reads(dataset, with_lines=bool(data_url))
        site, colours = site or Site(), colours or palette(Colours())
        paper = replace(paper or Printing(dataset), dataset=reads.dataset)
        self._told = (data_url, asset(""), repr(site), repr(colours), paper.site_url, str(paper.with_pdf), paper.credit)

        @once
        def environment() -> Environment:
            from limber.site import component_environment  # imported late: where all HTML is kept, none is needed

            return component_environment.environment(folder, reads, data_url, paper, asset, kept, site, colours)

        self._environment = environment
        names = sorted(path.stem for path in folder.glob("*/*.html"))
        self._files = {name.replace("-", "_"): f"{name}/{name}.html" for name in names}
        self._module = once(self._load)

    def names(self) -> tuple[str, ...]:
        """The macros' names: each its folder's name in snake_case."""
        return tuple(self._files)

    def render(self, name: str, root: str, *arguments: Any, **named: Any) -> str:
        """The HTML of the macro `name`; `root` is the relative path from the page to the site's root, such as `../../`.

        Raises `UnknownIdError` where an id is not in the dataset, `TypeError` for arguments that the macro lacks.
        """

        def made() -> str:
            return marked(str(self._module(name, root)(*arguments, **named)).strip())

        if not self._cache or not all(isinstance(each, str | int) for each in (*arguments, *named.values())):
            return made()
        call = (self._surroundings, name, root, repr(arguments), repr(named))
        if kept := self._cache.kept(_KIND, *call):
            reads, state, html = pickle.loads(kept)  # noqa: S301 (our own, and whole: the cache has looked)
            if state == self._reads.state(reads):
                return str(html)
        with self._reads.noted() as noted:
            html = made()
        reads = sorted(noted)
        self._cache.keep(pickle.dumps((reads, self._reads.state(reads), html)), _KIND, *call)
        return html

    @cached_property
    def _surroundings(self) -> str:
        """A fingerprint of all that HTML is made of, but for the records and the code, which the cache knows."""
        templates = (part for each in sorted(self._folder.glob("*/*.html")) for part in (each.name, each.read_bytes()))
        versions = (version(each) for each in ("jinja2", "markupsafe", "segno"))
        return fingerprint(*self._told, *versions, self._reads.others, *templates)

    def _load(self, name: str, root: str) -> Macro:
        """The macro of a template, which may read no record outside of it: no page would be known to depend on that."""
        with self._reads.noted() as noted:
            module = self._environment().get_template(self._files[name]).make_module({"root": root})
        if noted:
            raise RuntimeError(f"{self._files[name]} reads {sorted(noted)} outside of its macro.")
        macro: Macro = getattr(module, name)
        return macro
