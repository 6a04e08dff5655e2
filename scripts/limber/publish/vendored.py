"""Copies third-party libraries into the site with their licences: the one that draws a plan's QR code.

It is installed by npm, at the version and hash in package-lock.json. Without it everything works but the code of a
plan, which is drawn in the browser since only the browser knows the plan.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

MISSING = "lean-qr is not installed; install Node 20 with npm, and build again."

_PLACES = {"lean-qr": ("index.mjs", "scripts/plan/lean-qr.js")}


def files(root: Path) -> Mapping[str, bytes]:
    """The module of each installed library by its path among our scripts."""
    libraries = {name: root / "node_modules" / name for name in _PLACES}
    return {
        place: f"/*! {_notice(libraries[name])} */\n{(libraries[name] / module).read_text('utf-8')}".encode()
        for name, (module, place) in _PLACES.items()
        if (libraries[name] / module).exists()
    }


def notes(root: Path) -> tuple[str, ...]:
    """A note if a library is not installed."""
    return () if files(root) else (f"Note: plans have no QR code: {MISSING}",)


def _notice(library: Path) -> str:
    """Its name and its full licence, which has to accompany every copy."""
    about = json.loads((library / "package.json").read_text("utf-8"))
    licence = (library / "LICENSE").read_text("utf-8").strip().replace("*/", "* /")
    return f"{about['name']} {about['version']}\n\n{licence}\n"
