"""Makes two projects with the same pages: a copy of this one, and plain MkDocs with finished Markdown.

The Markdown is made from the pages that the project builds, so that both say the same.
"""

from __future__ import annotations

import html
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from tools.benchmark import wire
from tools.benchmark.markdown import Article
from tools.benchmark.synthetic import as_yaml, grown

ROOT = Path(__file__).resolve().parents[3]
MKDOCS = (sys.executable, "-m", "mkdocs")
_ALTERED = ("SITE_URL", "DATA_URL", "PYTHONDONTWRITEBYTECODE")  # the last would have each build compile all modules
SURROUNDINGS = {key: value for key, value in os.environ.items() if key not in _ALTERED} | {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": "scripts",
    "BUNDLE": "if possible",  # as scripts/build has it
}
_PARTS = ("content", "data", "overrides", "scripts")


@dataclass(frozen=True, slots=True)
class Pair:
    """Both folders, each ready for `mkdocs build`; one exercise to edit; and how far their words differ."""

    limber: Path
    plain: Path
    exercise: str
    summary: str
    differing: float
    """Of the page where they differ most, the share of its words that only one of both has."""


def made(folder: Path, count: int) -> Pair:
    """Both folders below `folder`, with `count` exercises, each built once, so that nothing is left to compile."""
    plain = folder / "plain"
    limber = grown_limber(folder / "limber", count)
    records = yaml.safe_load((limber / "data" / "exercises.yaml").read_text("utf-8"))
    pages = _built(limber, folder / "limber-site")
    _write(plain, pages)
    differing = _differing(pages, _built(plain, folder / "plain-site"))
    exercises = list(records["exercises"].items())
    exercise, record = exercises[len(exercises) // 2]
    return Pair(limber, plain, exercise, record["summary"], differing)


def grown_limber(folder: Path, count: int) -> Path:
    """A copy of the project in `folder`, with `count` exercises that are made of the first ones."""
    for part in _PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    file = folder / "data" / "exercises.yaml"
    file.write_text(as_yaml(grown(yaml.safe_load(file.read_text("utf-8")), count)), "utf-8")
    file.with_name("published.txt").unlink(missing_ok=True)  # other records, that nobody has a link to
    return folder


def sent(folder: Path) -> list[wire.Sample]:
    """The real site as it goes out, and its match, both built; with the pages that are read most."""
    count = len(yaml.safe_load((ROOT / "data" / "exercises.yaml").read_text("utf-8"))["exercises"])
    both = made(folder, count)
    routine = next(iter(sorted((both.plain / "docs" / "routines").glob("[!i]*.md")))).stem
    surroundings = {**SURROUNDINGS, "LINK_IMAGES": "yes", "OFFLINE": "no"}
    subprocess.run((*MKDOCS, "build", "-q", "-d", str(folder / "sent")), cwd=ROOT, env=surroundings, check=True)
    reading = ("", f"routines/{routine}/", "exercises/", f"exercises/{both.exercise}/", "equipment/")
    return [
        wire.Sample("Limber", folder / "sent", (*reading, f"sheets/{routine}/", "timer/", "plan/")),
        wire.Sample("plain", folder / "plain-site", reading),
    ]


def _built(project: Path, site: Path) -> dict[str, str]:
    """Every page to read of the site that the project makes, by its path without `index.html`; but for the 404 page.

    What has a template of its own, for paper or as a timer, has no match in Markdown: it is work that is ours alone.
    """
    subprocess.run((*MKDOCS, "build", "-q", "-d", str(site)), cwd=project, env=SURROUNDINGS, check=True)
    built = {
        path.parent.relative_to(site).as_posix().removeprefix("."): path.read_text("utf-8")
        for path in sorted(site.rglob("index.html"))
    }
    return {path: page for path, page in built.items() if 'data-md-component="content"' in page}


def _write(project: Path, pages: dict[str, str]) -> None:
    """Write the project that a careful author would: records' pages are kept out of the navigation here, too."""
    for path, page in pages.items():
        file = project / "docs" / _file(path)
        article = Article(page, _linked(path, pages))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ndescription: {json.dumps(article.description)}\n---\n\n{article.markdown}", "utf-8")
    settings = {
        "site_name": "Plain",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "nav": [_file(path) for path in pages if "/" not in path],
        "not_in_nav": "/*/*",
    }
    project.joinpath("mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")


def _file(path: str) -> str:
    return f"{path or 'index'}.md"


def _linked(path: str, pages: Iterable[str]) -> Callable[[str], str]:
    """Links as an author writes them: to a page's file, without the anchor; none to another kind of file."""

    def linked(address: str) -> str:
        parts = urlsplit(address)
        if parts.scheme:
            return address
        target = posixpath.normpath(posixpath.join("/", path, parts.path)).strip("/")
        if not parts.path or target not in pages:
            return ""
        return posixpath.relpath(_file(target), posixpath.dirname(_file(path)) or ".")

    return linked


def _differing(pages: dict[str, str], others: dict[str, str]) -> float:
    """How much the words of the two sites differ, on the page where they do most."""
    if pages.keys() != others.keys():
        raise SystemExit(f"The two sites have different pages: {sorted(pages.keys() ^ others.keys())[:5]}")
    return max(_share(_words(page), _words(others[path])) for path, page in pages.items())


def _share(words: list[str], others: list[str]) -> float:
    ours, theirs = Counter(words), Counter(others)
    return ((ours - theirs).total() + (theirs - ours).total()) / max(1, len(words))


def _words(page: str) -> list[str]:
    """Every word of a page's article. Read otherwise than for its Markdown, or both would miss the same words."""
    article = page[page.index("<article") : page.index("</article>")]
    seen = re.sub(r"<(svg|script|style|template)\b.*?</\1>", " ", article, flags=re.DOTALL)
    return re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", seen)))
