"""Caches compiled templates between builds.

Jinja evaluates a filter on a constant at compile time. So a filter whose result differs between builds, such as the
path of a style sheet, has to be `late`.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, MutableMapping
from importlib.metadata import version
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, Template, pass_context
from jinja2.bccache import Bucket
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.runtime import Context

from limber.build_cache import BuildCache, fingerprint

_KIND = "templates"


class KeptTemplates(BytecodeCache):
    """The templates of an environment; `settings` names it, for another one compiles the same text otherwise."""

    def __init__(self, cache: BuildCache, settings: str) -> None:
        self._cache = cache
        self._parts = (settings, version("jinja2"), version("markupsafe"))

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """As it was compiled, but for where it lies: a copy of the project has the same templates."""
        bucket = Bucket(environment, name, fingerprint(*self._parts, name, source))
        kept = self._cache.kept(_KIND, bucket.checksum)
        if kept is not None:
            code = marshal.loads(kept)  # noqa: S302 (our own, and whole: the cache has looked)
            bucket.code = code.replace(co_filename=filename or "<template>")
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code:
            self._cache.keep(marshal.dumps(bucket.code), _KIND, bucket.checksum)

    def load_bytecode(self, bucket: Bucket) -> None:
        """All is done by `get_bucket`, which alone is told where a template lies."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """All is done by `set_bucket`."""


class ThemeFiles(FileSystemLoader):
    """Templates in folders; those that begin with a dot are found by name, and not listed.

    MkDocs lists all to copy what is no template, and passes over them: but Material has fifteen thousand.
    """

    def list_templates(self) -> list[str]:
        """Every file by its path, but for what lies in a folder whose name begins with a dot."""
        found = set()
        for top in self.searchpath:
            for folder, inner, names in os.walk(top, followlinks=self.followlinks):
                inner[:] = [name for name in inner if not name.startswith(".")]
                below = os.path.relpath(folder, top).replace(os.sep, "/")
                found |= set(names if below == "." else [f"{below}/{name}" for name in names])
        return sorted(found)


def late(answer: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is asked each time that a page is made, and never when a template is compiled."""

    @pass_context
    def asked(_: Context, *arguments: Any, **named: Any) -> Any:
        return answer(*arguments, **named)

    return asked


def of_theme(make: Callable[[], Environment], cache: BuildCache) -> Environment:
    """The environment that `make` makes of a theme, and its templates kept."""
    environment = make()
    if type(environment.loader) is FileSystemLoader:
        environment.loader = ThemeFiles(environment.loader.searchpath)
    environment.bytecode_cache = KeptTemplates(cache, "theme")
    return environment


def keep_pages(environment: Environment, cache: BuildCache) -> None:
    """Have an environment keep the Markdown of pages, which is given as text, and what that includes."""
    environment.bytecode_cache = templates = KeptTemplates(cache, "pages")
    for name, answer in environment.filters.items():
        if name not in DEFAULT_FILTERS and not hasattr(answer, "jinja_pass_arg"):
            environment.filters[name] = late(answer)

    def from_string(source: str, *given: MutableMapping[str, Any] | None) -> Template:
        bucket = templates.get_bucket(environment, "", None, source)
        if bucket.code is None:
            bucket.code = environment.compile(source)
            templates.set_bucket(bucket)
        return Template.from_code(environment, bucket.code, environment.make_globals(*(given or (None,))), None)

    environment.from_string = from_string  # type: ignore[method-assign,assignment]
