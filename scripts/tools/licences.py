"""Generates THIRD-PARTY.md: third-party software in a built site or in its build, with licences.

It reads the installed packages, and for what Material bundles, Material's own source maps.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "THIRD-PARTY.md"

_LUNR = "https://github.com/MihaiValentin/lunr-languages"
SENT = (
    (
        "Material for MkDocs",
        "MIT",
        "https://squidfunk.github.io/mkdocs-material/",
        "styles and scripts of reading pages",
    ),
    ("Material Design Icons", "Apache-2.0", "https://pictogrammers.com", "icons on reading pages"),
    ("lunr-languages", "MPL-1.1", _LUNR, "search in other languages; sent by Material, loaded by no page"),
    ("TinySegmenter", "BSD-3-Clause", "", "the same, for Japanese"),
    ("wordcut", "LGPL", "https://github.com/veer66/wordcut", "the same, for Thai"),
    ("Inter", "OFL-1.1", "https://rsms.me/inter/", "letters in the pictures of links; the font is not sent"),
)
IN_MATERIAL = {
    "clipboard": "MIT",
    "escape-html": "MIT",
    "focus-visible": "W3C",
    "lunr": "MIT",
    "material-design-color": "MIT",
    "rxjs": "Apache-2.0",
    "tslib": "0BSD",
}
"""Libraries within Material's scripts and styles. A test reads its source maps, so that none is forgotten."""

_HOMES = ("homepage", "home", "source", "source code", "repository", "code", "documentation")
_FULL_TEXT = 40  # characters: longer, and the field holds a licence in full, not its name


def text() -> str:
    """The list as it is written."""
    rows = [*(_row(*each) for each in SENT), *_npm("lean-qr", "draws the QR code of a plan; sent with its licence")]
    parts = [_row(name, licence, "", "in Material's scripts or styles") for name, licence in IN_MATERIAL.items()]
    tools = [*_python(), *_npm("esbuild")]
    return f"""\
# What others wrote

Made by `scripts/generate` from what is installed; versions are in the lock files. Limber itself has the licence in
[LICENSE](LICENSE).

## What a built site sends

{_table([*rows, *parts], "name", "licence", "what for")}
## What builds it

None of it is in the site. PDFs are set with Pango, where the system has it.

{_table(tools, "name", "licence")}"""


def _python() -> Iterator[str]:
    names = re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    for name in dict.fromkeys(names):
        try:
            about = distribution(name)
        except PackageNotFoundError:
            continue  # for another system than this one
        yield _row(name, _licence(about), _home(about))


def _npm(name: str, *what: str) -> Iterator[str]:
    about = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"][f"node_modules/{name}"]
    yield _row(name, about["license"], "", *what)


def _licence(of: Distribution) -> str:
    """The licence as its author names it: by an expression, in a word, or by where it stands on a list."""
    about = of.metadata.json
    listed = [each.rpartition(" :: ")[2] for each in about.get("classifier", ()) if each.startswith("License ::")]
    in_a_word = [each for each in (str(about.get("license", "")), " or ".join(listed)) if each not in ("", "UNKNOWN")]
    said = [
        str(about.get("license_expression", "")),
        *(each for each in in_a_word if len(each) <= _FULL_TEXT),
        " or ".join(listed),
    ]
    return next(each for each in said if each)


def _home(of: Distribution) -> str:
    """Where it lives, as its author says."""
    about = of.metadata.json
    pairs = [each.partition(", ")[::2] for each in about.get("project_url", ())]
    places = {label.casefold(): str(address) for label, address in pairs}
    own = str(about.get("home_page", ""))
    return next((places[each] for each in _HOMES if each in places), own)


def _row(name: str, licence: str, home: str, *what: str) -> str:
    cells = (f"[{name}]({home})" if home else name, licence, *what)
    return f"| {' | '.join(cells)} |\n"


def _table(rows: list[str], *heads: str) -> str:
    return f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|\n{''.join(rows)}"
