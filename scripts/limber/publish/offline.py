"""Writes the service worker's list: which files a device keeps, and the fingerprint of each.

A site that is small is kept whole. Of a large one a device keeps the frame, the timer, the routines, the programmes and
the sheets; all exercises with their figures, if there is room for all of them; and else what its reader has opened: see
overrides/scripts/offline/service-worker.js, which does the work.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

KEEPER, ENDING = WORKERS = ("service-worker.js", "service-worker-ending.js")
"""The service worker, and the one that replaces it in a site without offline use: it removes the former."""
SOURCES = tuple(f"scripts/offline/{each}" for each in WORKERS)
"""Their sources, below overrides/."""

MOST_FILES = 500
MOST_BYTES = 10_000_000  # on the device; compressed over the wire about a sixth
LARGEST_FILE = 1_500_000  # larger files, such as recordings, are cached on request only

# Never cached: files for other programs, messengers and home screens, films, which are large, and unused ones. Nor
# files for the host, which are not served: the installation of the worker would fail on them.
_NEVER = re.compile(
    r".*\.(map|xml|gz|atom|mp4|webm|vtt|yaml)|[a-z]+\.webmanifest|link-images/.*|api/v1/[a-z.]+\.json(?<!exercise-names\.json)|api/v1/.*\.(csv|txt)"
    r"|assets/(icons|images)/.*|service-worker.*\.js|_[^/]*|CNAME|(.*/)?\..*"
)
# The priority if not all fit; what matches nothing here or below is cached only if all fit, or once it is opened.
_FIRST = (
    r"404\.html|offline/|assets/([0-9a-f]{10}|javascripts|stylesheets)/.*|assets/[^/]+\.(svg|png|ico)",
    r"|timer/.*|plan/.*|routines/|safety/|api/v1/(routines|programmes)/.*|api/v1/exercise-names\.json",
    r"(routines|programmes)/.*/",
    r"sheets/[^/]+/|exercises/|equipment/",
    r"search/.*",
    r"sheets/.*/",
)
# What is kept beside these if there is room for all that is named on a line, and for what is named above it.
_TOGETHER = (
    r"(exercises|links|for-programs|e)/.*|api/v1/(exercises|plan-exercises)/.*",
    r"figures/(start|end)/.*",  # on paper
)
# Short addresses of exercises, which only lead on: a site is no larger for them.
_LEADS_ON = re.compile(r"e/[a-z]+/")
_STAMP = re.compile(r"^const BUILD = .*;$", re.MULTILINE)


def write(site: Path, overrides: Path, assets: str, wanted: bool) -> None:
    """Write the service worker of a complete site; `assets` is the folder of its scripts and styles."""
    source = (overrides / SOURCES[not wanted]).read_text("utf-8")
    (site / KEEPER).write_text(stamped(source, site, assets) if wanted else source, "utf-8")


def stamped(source: str, site: Path, assets: str) -> str:
    """The worker with the list of files. Its version changes with any of them, and with its own source."""
    files = {_path(file, site): file for file in sorted(site.rglob("*")) if file.is_file()}
    shown = {path: file for path, file in files.items() if not _NEVER.fullmatch(path)}
    prints = {path: _fingerprint(file.read_bytes()) for path, file in shown.items()}
    kept = kept_of({path: file.stat().st_size for path, file in shown.items()})
    build: dict[str, Any] = {
        "version": "",
        "assets": assets,
        "whole": len(kept) == len(shown),
        "places": sorted({path.split("/")[0] for path in files if "/" in path}),
        "files": {path: prints[path] for path in kept},
    }
    build["version"] = _fingerprint((source + json.dumps([build, prints])).encode())
    text = json.dumps(build, separators=(",", ":"))
    return _STAMP.sub(lambda _: f"const BUILD = {text};", source, count=1)


def kept_of(sizes: Mapping[str, int]) -> list[str]:
    """The files that a device caches at its first visit, by their paths: all, or by priority as many as fit."""
    fit = [path for path in sizes if sizes[path] <= LARGEST_FILE and not _NEVER.fullmatch(path)]
    paths = sorted(fit, key=lambda path: (_rank(path), path))
    if _fits(paths, sizes):
        return paths
    kept: list[str] = []
    room = MOST_BYTES
    for path in paths:
        if _rank(path) < len(_FIRST) and len(kept) < MOST_FILES and sizes[path] <= room:
            kept.append(path)
            room -= sizes[path]
    for pattern in _TOGETHER:
        there = set(kept)
        more = [path for path in paths if path not in there and re.fullmatch(pattern, path)]
        if not _fits([*kept, *more], sizes):
            break
        kept += more
    return kept


def _fits(paths: Sequence[str], sizes: Mapping[str, int]) -> bool:
    counted = [path for path in paths if not _LEADS_ON.fullmatch(path)]
    return len(counted) <= MOST_FILES and sum(sizes[path] for path in counted) <= MOST_BYTES


def _rank(path: str) -> int:
    return next((at for at, pattern in enumerate(_FIRST) if re.fullmatch(pattern, path)), len(_FIRST))


def _path(file: Path, site: Path) -> str:
    """The path by which a browser requests a file: a page by its folder, percent-encoded."""
    path = file.relative_to(site).as_posix()
    return quote(path.removesuffix("index.html") if path.endswith(("/index.html", "index.html")) else path)


def _fingerprint(content: bytes) -> str:
    """64 bits of SHA-256: enough against mixing up files of two builds; not meant against attackers."""
    return hashlib.sha256(content).hexdigest()[:16]
