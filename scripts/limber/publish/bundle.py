"""Bundles and minifies scripts and style sheets with esbuild.

esbuild does it, which comes with Node. Without it the same site goes out in many more and larger files.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from limber.publish.offline import WORKERS

MISSING = "esbuild is not installed; install Node 20 with npm, and build again."

_IMPORT = re.compile(r"""^(?:import|export)\s(?:[^"'();]*?\sfrom\s*)?["'](\.{1,2}/[^"']+)["']""", re.MULTILINE)
_STYLE_IMPORT = re.compile(r"""@import\s+["'](\.{1,2}/[^"']+)["']""")
_LATER = re.compile(r"""\b(?:import|new URL)\(["'](\.{1,2}/[^"']+\.js)["']""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)  # a JSDoc type may import a module, too


def notes(esbuild: Path) -> tuple[str, ...]:
    """A note if esbuild is not installed."""
    return () if esbuild.exists() else (f"Note: scripts go out in many files: {MISSING}",)


def version(esbuild: Path) -> bytes:
    """The version of esbuild for the cache: the package.json of npm, or the program itself."""
    package = esbuild.resolve().parents[1] / "package.json"
    return package.read_bytes() if package.exists() else esbuild.read_bytes()


def imported(overrides: Path, entry: str) -> tuple[str, ...]:
    """The modules that `entry` imports and those that these import, each once, as paths below `overrides`."""
    found = dict.fromkeys([entry])
    waiting = [entry]
    for each in waiting:
        fresh = [other for other in _named(overrides, each, _IMPORT) if other not in found]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return tuple(found)[1:]


def files(overrides: Path) -> tuple[str, ...]:
    """All scripts of pages and all style sheets, as paths below `overrides`."""
    styles = (path for folder in ("styles", "components") for path in sorted((overrides / folder).rglob("*.css")))
    scripts = (path for path in sorted((overrides / "scripts").rglob("*.js")) if path.name not in WORKERS)
    return tuple(path.relative_to(overrides).as_posix() for path in (*styles, *scripts))


def entries(overrides: Path) -> tuple[str, ...]:
    """The entry points: style sheets and modules that no other imports, and modules that are imported dynamically."""
    written = files(overrides)
    modules = [each for each in written if each.endswith(".js")]
    brought = {other for each in modules for other in _named(overrides, each, _IMPORT)}
    brought |= {other for each in written if each.endswith(".css") for other in _named(overrides, each, _STYLE_IMPORT)}
    later = {other for each in modules for other in _named(overrides, each, _LATER)}
    return tuple(each for each in written if each not in brought or each in later)


def bundled(overrides: Path, sources: Mapping[str, bytes], esbuild: Path) -> Mapping[str, bytes]:
    """The bundle of each entry point by its path below `overrides`. Other entry points are not bundled into it.

    `sources` are all files that an entry may import, by the same paths; some of them only this build knows.

    A bundle loads other entries by the paths that its modules have for them. So each module lies in a folder of
    scripts/, and a shared one names what it loads later with its folder: `import("../shared/address-repair.js")`.
    """
    these = entries(overrides)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as written:
        for path, content in sources.items():
            file = Path(written) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        subprocess.run(
            [
                str(esbuild),
                *these,
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--charset=utf8",
                *(f"--external:*/{Path(each).name}" for each in these if each.endswith(".js")),
                "--outbase=.",
                f"--outdir={folder}",
                "--log-level=warning",
                "--legal-comments=none",
            ],
            cwd=written,
            check=True,
        )
        return {each: (Path(folder) / each).read_bytes() for each in these}


def _named(overrides: Path, path: str, pattern: re.Pattern[str]) -> list[str]:
    file = overrides / path
    named = pattern.findall(_COMMENT.sub("", file.read_text("utf-8")))
    return [(file.parent / each).resolve().relative_to(overrides.resolve()).as_posix() for each in named]
