"""What mkdocs-macros asks of us: the components as macros for the pages in content/."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from limber.components import Components, UnknownIdError
from limber.slots import Slots


def define_env(env: Any) -> None:
    """Offer each component under its name; a wrong id or argument stops the build, naming page and line."""
    components: Components = env.conf.extra["limber"]
    slots: Slots = env.conf.extra["limber_slots"]

    def stop(name: str, fault: str) -> NoReturn:
        raise SystemExit(f"{_place(env.page)}: {name}: {fault}\nNothing was built.") from None

    def macro(name: str) -> Any:
        def render(*arguments: Any, **named: Any) -> str:
            root = "../" * env.page.url.count("/")
            try:
                return slots.keep(components.render(name, root, *arguments, **named))
            except UnknownIdError as unknown:
                stop(name, f"{unknown}\n    {unknown.tip}")
            except (TypeError, KeyError) as fault:
                stop(name, str(fault))

        return render

    for name in components.names():
        env.macro(macro(name), name)


def _place(page: Any) -> str:
    """File and line of the macro call that is running; Jinja counts lines from the end of the front matter."""
    frame: FrameType | None = sys._getframe()
    while frame and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    source = Path(page.file.abs_src_path).read_text("utf-8")
    before = source.count("\n") - page.markdown.count("\n")
    line = frame.f_globals["__jinja_template__"].get_corresponding_lineno(frame.f_lineno) if frame else 1
    return f"content/{page.file.src_uri}:{line + max(0, before)}"
