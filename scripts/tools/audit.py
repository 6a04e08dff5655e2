"""Asks osv.dev for known vulnerabilities of all that the lock files install. Installs nothing.

Its answer has ids; each has a page at osv.dev/vulnerability/ that says what is wrong and which version mends it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "https://api.osv.dev/v1/querybatch"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


class Locked(NamedTuple):
    """A version that a lock file installs."""

    ecosystem: str
    name: str
    version: str


def locked(root: Path) -> list[Locked]:
    """All that is installed for the site and for its tests, each version once."""
    return sorted({*_python(root), *_npm(root)})


def _python(root: Path) -> Iterator[Locked]:
    for path in sorted(root.glob("requirements*.txt")):
        for name, version in _PINNED.findall(path.read_text("utf-8")):
            yield Locked("PyPI", name, version)


def _npm(root: Path) -> Iterator[Locked]:
    for place, about in json.loads((root / "package-lock.json").read_text("utf-8"))["packages"].items():
        if place:  # the nameless one is the project itself
            yield Locked("npm", about.get("name") or place.rpartition("node_modules/")[2], about["version"])


def found(things: list[Locked], database: str) -> list[tuple[Locked, str]]:
    """The ids of the vulnerabilities that the database knows of these versions."""
    asked: list[tuple[Locked, str]] = [(each, "") for each in things]
    known = []
    while asked:
        questions = [_question(each, page) for each, page in asked]
        answers = _answer({"queries": questions}, database)["results"]
        more = []
        for (each, _), answer in zip(asked, answers, strict=True):
            known += [(each, said["id"]) for said in answer.get("vulns", ())]
            if page := answer.get("next_page_token"):
                more.append((each, page))
        asked = more
    return known


def _question(thing: Locked, page: str) -> dict[str, Any]:
    package = {"package": {"name": thing.name, "ecosystem": thing.ecosystem}, "version": thing.version}
    return {**package, "page_token": page} if page else package


def _answer(question: dict[str, Any], database: str) -> Any:
    asked = Request(database, json.dumps(question).encode(), {"Content-Type": "application/json"})  # noqa: S310 (ours)
    with urlopen(asked, timeout=60) as answer:  # noqa: S310 (the same)
        return json.load(answer)


def main(database: str = DATABASE) -> int:
    """Print what is known; 1 where something is, 2 where nobody could be asked."""
    things = locked(ROOT)
    try:
        known = found(things, database)
    except (URLError, TimeoutError) as error:
        print(f"osv.dev does not answer ({error}). Nothing was audited; try again later.", file=sys.stderr)
        return 2
    for each, id_ in known:
        print(f"{each.name} {each.version} ({each.ecosystem}): https://osv.dev/vulnerability/{id_}", file=sys.stderr)
    if known:
        print('Cure: scripts/README.md, "Newer versions".', file=sys.stderr)
        return 1
    print(f"{len(things)} locked versions, no known vulnerability.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
