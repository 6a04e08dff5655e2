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
from limber.languages.language import Language
from limber.site import template_messages

_KIND = "templates"


class KeptTemplates(BytecodeCache):
    """Caches bytecode in the build cache; `settings` names the environment, since others compile a text differently."""

    def __init__(self, cache: BuildCache, settings: str) -> None:
        self._cache = cache
        self._parts = (settings, version("jinja2"), version("markupsafe"))

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The compiled template with its current file name, which may be that of another copy of the project."""
        bucket = Bucket(environment, name, fingerprint(*self._parts, name, source))
        kept = self._cache.kept(_KIND, bucket.checksum)
        if kept is not None:
            code = marshal.loads(kept)  # noqa: S302 (our own, and whole: the cache has looked)
            bucket.code = code.replace(co_filename=filename or "<template>")
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        """Cache a compiled template."""
        if bucket.code:
            self._cache.keep(marshal.dumps(bucket.code), _KIND, bucket.checksum)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Nothing to do: `get_bucket`, which knows the file name, has loaded it."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing to do: `set_bucket` has cached it."""


class ThemeFiles(FileSystemLoader):
    """Loads templates from folders; hidden files can be loaded, but are not listed.

    MkDocs lists all templates and skips hidden ones, of which Material has fifteen thousand.
    """

    def list_templates(self) -> list[str]:
        """The path of every file that is not in a hidden folder."""
        found = set()
        for top in self.searchpath:
            for folder, inner, names in os.walk(top, followlinks=self.followlinks):
                inner[:] = [name for name in inner if not name.startswith(".")]
                below = os.path.relpath(folder, top).replace(os.sep, "/")
                found |= set(names if below == "." else [f"{below}/{name}" for name in names])
        return sorted(found)


def late(answer: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is evaluated at render time, never at compile time."""

    @pass_context
    def asked(_: Context, *arguments: Any, **named: Any) -> Any:
        return answer(*arguments, **named)

    return asked


def of_theme(make: Callable[[], Environment], cache: BuildCache, language: Language) -> Environment:
    """The environment of a theme, made by `make`, with its templates cached; it says messages in a language."""
    environment = make()
    if type(environment.loader) is FileSystemLoader:
        environment.loader = ThemeFiles(environment.loader.searchpath)
    environment.bytecode_cache = KeptTemplates(cache, "theme")
    environment.globals.update(template_messages.GLOBALS, language=language)
    return environment


def keep_pages(environment: Environment, cache: BuildCache) -> None:
    """Have an environment cache the Markdown of pages, which is compiled from strings, and what that includes."""
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
