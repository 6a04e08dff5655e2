"""Offers the components as macros to the pages in content/, and words the faults of these pages."""

from __future__ import annotations

import difflib
import os
import re
import sys
import traceback
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.nodes import Pow
from mkdocs_macros.errors import format_error

from limber.build import BUILD, Build
from limber.paper.qr import TooLong
from limber.site.time_limit import limited
from limber.site.unknown_id import UnknownIdError

SECONDS = 5  # of processor time for a page; most take a hundredth
_ID = re.compile(r"\{#(?=[\w:.-]+(?:[ \t]+[^{}#\n]*)?\})")
_RAW = re.compile(r"(\{%-?\s*raw\b.*?\{%-?\s*endraw\s*-?%\})", re.DOTALL)


class _Stop(BaseException):
    """A page has a fault, which is reported after all are rendered. Not an Exception, which Jinja would swallow."""


class _Macro:
    """A component as a macro."""

    def __init__(self, env: Any, name: str) -> None:
        self._env, self._name = env, name

    def __call__(self, *arguments: Any, **named: Any) -> str:
        build: Build = self._env.conf.extra[BUILD]
        root = "../" * self._env.page.url.count("/")
        try:
            return build.placeholders.keep(build.components.render(self._name, root, *arguments, **named))
        except (UnknownIdError, TooLong) as unknown:
            _stop(self._env.page, _running_line(), f"{self._name}: {unknown}\n    {unknown.tip}")
        except (TypeError, UndefinedError) as fault:
            _stop(self._env.page, _running_line(), f"{self._name}: {fault}\n    {self._tip}")

    def __str__(self) -> str:
        if line := _running_line(0):
            what = f"{self._name} stands without brackets, so that it says nothing."
            _stop(self._env.page, line, f'{what}\n    Write {{{{ {self._name}("id") }}}}. {self._tip}')
        return repr(self)  # mkdocs-macros calls str on each before any page is rendered

    @property
    def _tip(self) -> str:
        name = self._name.replace("_", "-")
        return f"See the first line of overrides/components/{name}/{name}.html."


def define_env(env: Any) -> None:
    """Offer each component under its name; a wrong id, name or argument stops the build, with page and line."""
    build: Build = env.conf.extra[BUILD]
    components = build.components
    for name in components.names():
        env.macro(_Macro(env, name), name)
    env.render = partial(_rendered, env, env.render, build.page_faults)

    @format_error.register
    def _undefined(fault: UndefinedError, page: Any, **_: Any) -> NoReturn:
        known = re.fullmatch(r"'(\w+)' is undefined", fault.message or "")
        near = difflib.get_close_matches(known[1], components.names(), n=1) if known else []
        tip = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(components.names())}."
        what = f'no macro or variable "{known[1]}".' if known else f"{fault.message}."
        _stop(page, _line_of(fault), f"{what}\n    {tip}")

    @format_error.register
    def _syntax(fault: TemplateSyntaxError, page: Any, **_: Any) -> NoReturn:
        tip = "A macro reads {{ name(\"id\") }}. Braces that are meant as text: {{ '{{' }}."
        if "comment" in (fault.message or ""):
            tip = "A note to yourself ends with #}. As text: {{ '{#' }}. The name of a heading has no space: {#name}."
        _stop(page, fault.lineno, f"{(fault.message or 'this is no macro').rstrip('.')}.\n    {tip}")

    @format_error.register
    def _not_found(fault: TemplateNotFound, page: Any, **_: Any) -> NoReturn:
        content = Path(env.conf["docs_dir"])
        there = [path.relative_to(content).as_posix() for path in content.rglob("*.*")]
        near = difflib.get_close_matches(str(fault.name), there, n=1)
        tip = f'Did you mean "{near[0]}"?' if near else "Put it there, or take the line out."
        _stop(page, _line_of(fault), f'no file "{fault.name}" in {content.name}/.\n    {tip}')

    @format_error.register
    def _any(fault: Exception, page: Any, **_: Any) -> NoReturn:
        what = f"this cannot be worked out ({type(fault).__name__}: {str(fault).rstrip('.')})."
        _stop(page, _line_of(fault), f"{what}\n    Look between the braces.")


def _rendered(env: Any, render: Any, faults: list[str], markdown: str, **options: Any) -> str:
    """Render a page as mkdocs-macros does, with a time limit, and keep `{#name}` of a heading from being a comment."""
    parts = _RAW.split(markdown)
    parts[::2] = [_ID.sub("{{ '{#' }}", part) for part in parts[::2]]

    def over() -> NoReturn:
        tip = "Does a loop in it come to an end?"
        _stop(env.page, _running_line(), f"the page is not made after {SECONDS} seconds.\n    {tip}")

    try:
        _refuse_powers(env, "".join(parts))
        with limited(SECONDS, over):
            return str(render(markdown="".join(parts), **options))
    except _Stop as stop:
        faults.append(str(stop))
        return ""


def _refuse_powers(env: Any, template: str) -> None:
    """Refuse powers: 9 ** 9 ** 9 takes days in one operation of Python, which no signal interrupts."""
    if "**" not in template:
        return
    try:
        powers = env.env.parse(template).find_all(Pow)
    except TemplateSyntaxError:
        return  # reported when the page is rendered
    for power in powers:
        _stop(env.page, power.lineno, "a power, **, can take for ever.\n    Write the number that you mean.")


def _stop(page: Any, line: int, fault: str) -> NoReturn:
    """Stop rendering the page. Jinja counts lines from the end of the front matter, an author from the top."""
    source = Path(page.file.abs_src_path).read_text("utf-8-sig")
    above = source.count("\n") - page.markdown.count("\n")
    raise _Stop(f"{os.path.relpath(page.file.abs_src_path)}:{line + max(0, above)}: {fault}") from None


def _line_of(fault: Exception) -> int:
    """The line of the page's text in the traceback, where Jinja inserts template lines without a file name."""
    lines = [line for frame, line in traceback.walk_tb(fault.__traceback__) if frame.f_code.co_filename[0] == "<"]
    return lines[0] if lines else 1


def _running_line(unknown: int = 1) -> int:
    """The line of the page's text that is calling a macro now."""
    frame: FrameType | None = sys._getframe(1)
    while frame and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return int(frame.f_globals["__jinja_template__"].get_corresponding_lineno(frame.f_lineno)) if frame else unknown
