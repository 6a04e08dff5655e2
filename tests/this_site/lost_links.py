"""Names what the links of this site do not find: each target once, with where it is written or what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag

from site_build import Site
from site_links import Link, lost


def faults(site: Site, project: Path) -> Iterator[str]:
    """What to mend, by target."""
    by_target: dict[str, list[Link]] = {}
    for link in lost(site):
        by_target.setdefault(link.target, []).append(link)
    for target, links in by_target.items():
        yield _missing_heading(site, target, project) or _written_wrong(links, project)


def _missing_heading(site: Site, target: str, project: Path) -> str:
    """A place in a page of the coach's that pages of records lead to, such as the signs to stop on the safety page."""
    address, place = urldefrag(target)
    path = address.removeprefix(site.address)
    file = project / "content" / f"{path.strip('/') or 'index'}.md"
    if not place or path not in site.pages or not file.is_file():
        return ""
    return (
        f"{file.relative_to(project).as_posix()}: links lead to {unquote(place)} in it, and no heading has that name.\n"
        f"    Write behind a heading: {{ #{unquote(place)} }}."
    )


def _written_wrong(links: list[Link], project: Path) -> str:
    written = links[0].written
    files = [*sorted((project / "content").rglob("*.md")), project / "data" / "exercises.yaml"]
    places = (
        f"{file.relative_to(project).as_posix()}:{number}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if written in line
    )
    where = next(places, f"/{links[0].page}")
    others = {link.page for link in links} - {links[0].page}
    more = f" (and on {len(others)} pages more)" if others else ""
    return (
        f'{where}: the link to "{written}" leads nowhere{more}.\n'
        "    Write an address that the site has, or take the link out."
    )
