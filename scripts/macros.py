"""What mkdocs-macros asks of us: the components as macros for the pages in content/, and faults in our own words."""

from __future__ import annotations

import difflib
import re
import sys
import traceback
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from jinja2 import TemplateSyntaxError, UndefinedError
from mkdocs_macros.errors import format_error

from limber.components import Components, UnknownIdError
from limber.qr import TooLong
from limber.slots import Slots


def define_env(env: Any) -> None:
    """Offer each component under its name; a wrong id, name or argument stops the build, with page and line."""
    components: Components = env.conf.extra["limber"]
    slots: Slots = env.conf.extra["limber_slots"]

    def macro(name: str) -> Any:
        def render(*arguments: Any, **named: Any) -> str:
            try:
                return slots.keep(components.render(name, "../" * env.page.url.count("/"), *arguments, **named))
            except (UnknownIdError, TooLong) as unknown:
                _stop(env.page, _running_line(), f"{name}: {unknown}\n    {unknown.tip}")
            except (TypeError, UndefinedError) as fault:
                tip = f"See the first line of overrides/components/{name.replace('_', '-')}.html."
                _stop(env.page, _running_line(), f"{name}: {fault}\n    {tip}")

        return render

    for name in components.names():
        env.macro(macro(name), name)

    @format_error.register
    def _undefined(fault: UndefinedError, page: Any, **_: Any) -> NoReturn:
        # Jinja has put the page's own lines into this traceback, under a name that no file has.
        lines = [line for frame, line in traceback.walk_tb(fault.__traceback__) if frame.f_code.co_filename[0] == "<"]
        known = re.fullmatch(r"'(\w+)' is undefined", fault.message or "")
        near = difflib.get_close_matches(known[1], components.names(), n=1) if known else []
        tip = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(components.names())}."
        what = f'no macro or variable "{known[1]}".' if known else f"{fault.message}."
        _stop(page, lines[0] if lines else 1, f"{what}\n    {tip}")

    @format_error.register
    def _syntax(fault: TemplateSyntaxError, page: Any, **_: Any) -> NoReturn:
        tip = "A macro reads {{ name(\"id\") }}. Braces that are meant as text: {{ '{{' }}."
        _stop(page, fault.lineno, f"{(fault.message or 'this is no macro').rstrip('.')}.\n    {tip}")


def _stop(page: Any, line: int, fault: str) -> NoReturn:
    """End the build. Jinja counts lines from the end of the front matter, an author from the top of the file."""
    source = Path(page.file.abs_src_path).read_text("utf-8")
    above = source.count("\n") - page.markdown.count("\n")
    raise SystemExit(f"content/{page.file.src_uri}:{line + max(0, above)}: {fault}\nNothing was built.") from None


def _running_line() -> int:
    """The line of the page's text that is calling a macro now."""
    frame: FrameType | None = sys._getframe(1)
    while frame and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return int(frame.f_globals["__jinja_template__"].get_corresponding_lineno(frame.f_lineno)) if frame else 1
