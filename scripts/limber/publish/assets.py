"""Collects scripts and styles into a folder that is named by a hash of their content.

So a page gets the scripts and styles that it was built with, or none: those that a browser has cached from another
build have another name. Paths within the folder stay as they are, so that modules import one another.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from limber.build_cache import BuildCache
from limber.languages.language import ENGLISH, Language
from limber.publish import bundle, spoken_assets, vendored

THEME = "styles/theme.css"
"""What our pages use of the theme's styles, by its path among our own."""
_LETTERS = 10  # hexadecimal digits of the hash: 40 bits


@dataclass(frozen=True)
class Styles:
    """The style sheet of the theme, and the extensions of Markdown whose styles a page may need."""

    file: Path
    extensions: tuple[str, ...]

    def used(self, cache: BuildCache, language: Language) -> bytes:
        """What our pages in a language use of it."""
        whole = self.file.read_text("utf-8")

        def make() -> bytes:
            from limber.publish import material_styles  # imported late: it takes longer to load than a cached part

            return material_styles.part(whole, self.extensions, language.direction).encode()

        return cache.made(make, "theme-styles", whole, language.direction, *self.extensions)


@dataclass(frozen=True)
class AssetFiles:
    """Published files by their path within the folder; `overrides` is the folder of their sources."""

    overrides: Path
    files: Mapping[str, bytes]
    notes: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        project: Path,
        overrides: Path,
        bundled: bool,
        cache: BuildCache | None = None,
        styles: Styles | None = None,
        made: Mapping[str, bytes] | None = None,
        language: Language = ENGLISH,
    ) -> AssetFiles:
        """The assets of a project, bundled if that is wanted and esbuild is installed; `styles` are the theme's, and
        `made` are sources that this build has written. Scripts have their messages in `language`, styles its direction.
        """
        esbuild = project / "node_modules" / ".bin" / "esbuild"
        notes = (*bundle.notes(esbuild), *vendored.notes(project)) if bundled else ()
        ours: Mapping[str, bytes] = {path: (overrides / path).read_bytes() for path in bundle.files(overrides)}
        ours = {**ours, **(made or {})}
        if bundled and esbuild.exists():
            of = (part for path, content in ours.items() for part in (path, content))
            bundles = (cache or BuildCache()).made(
                lambda: pickle.dumps(bundle.bundled(overrides, spoken_assets.files(ours, language), esbuild)),
                "bundles",
                bundle.version(esbuild),
                *of,
            )
            ours = pickle.loads(bundles)  # noqa: S301 (our own, and whole: the cache has looked)
        else:
            ours = spoken_assets.files(ours, language)
        others = {THEME: styles.used(cache or BuildCache(), language)} if styles else {}
        return cls(overrides, {**ours, **vendored.files(project), **others}, notes)

    @cached_property
    def folder(self) -> str:
        """The folder with the hash, as a path from the site's root: `assets/3f2a9c1044/`."""
        found = hashlib.sha256()
        for path, content in sorted(self.files.items()):
            found.update(f"{path} {len(content)}\n".encode() + content)
        return f"assets/{found.hexdigest()[:_LETTERS]}/"

    def path(self, name: str) -> str:
        """The published path of a file, from the site's root; `name` is its path below overrides/."""
        return self.folder + name

    def moved(self, written: str) -> str:
        """The published path of a file that mkdocs.yml names by its source; a coach's own keeps its path."""
        return self.path(written) if written in self.files else written

    def imported(self, entry: str) -> list[str]:
        """The published files that a module imports, so that a page can preload them."""
        return [each for each in bundle.imported(self.overrides, entry) if each in self.files]
