"""Measures Limber against plain MkDocs with Material, which builds the same pages from finished Markdown.

`scripts/bench [build] [serve] [number of exercises …]`. Both sides take turns, for a shared machine may be twice as
slow from one minute to the next: only ratios from one run mean something.
`scripts/bench page` measures the first view of pages, `scripts/bench pose` a step of a drag where poses are made, and
`scripts/bench timer` how late the timer's signals are,
which plain MkDocs has none of. `scripts/bench library` measures the build of the library's pages.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from statistics import median

from tools.benchmark import figures, hugo, library, pair, poses, timer, wire
from tools.benchmark.measure import Cost, Server, cost
from tools.benchmark.pair import MKDOCS, SURROUNDINGS, Pair

USUAL = (7, 100, 1000)
ALL = (*USUAL, 3000)
ALONE = {"pose": poses.measure, "timer": timer.measure, "library": library.measure}
EDITS = 5
BUILD = {7: 1.0, 100: 1.0, 1000: 0.5}  # of the time of plain MkDocs with Material, by the number of exercises
EDIT = {100: 0.5, 1000: 1.0}  # seconds from an edit to the page, by the number of exercises
SAME = 0.05  # of a page's words may differ, or the two are no match
LINEAR = 1.25  # times the cost of a page in the smaller site, for a page that the larger one has more

Growth = tuple[int, int, float, float]
"""Of a build: exercises, pages, and the medians of CPU seconds on our side and on the plain one."""


def main() -> None:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measure against plain MkDocs with Material.")
    choices = (
        "build, serve, numbers of exercises, page, pose, timer, or library; else build and serve, with 7, 100 and 1000"
    )
    parser.add_argument("what", nargs="*", help=choices)
    parser.add_argument("--all", action="store_true", help="with 3000 exercises, too")
    asked = parser.parse_args()
    sizes = sorted({int(each) for each in asked.what if each.isdecimal()}) or (ALL if asked.all else USUAL)
    words = [each for each in asked.what if not each.isdecimal()]
    if unknown := set(words) - {"build", "serve", "page", *ALONE}:
        parser.error(f'"{unknown.pop()}" is none of build, serve, page, pose, timer, library or a number.')
    if hasattr(os, "getloadavg"):
        load = os.getloadavg()[0]
        print(f"Load {load:.1f} on {os.cpu_count()} cores. On a busy machine trust the ratios, not the seconds.")
    for word in words:
        if word in ALONE:
            sys.exit(not ALONE[word]())
    if "page" in words:
        with tempfile.TemporaryDirectory(prefix="limber-bench-") as made:
            wire.measure(pair.sent(Path(made)))
        return
    grown: list[Growth] = []
    for count in sizes:
        folder = Path(tempfile.mkdtemp(prefix="limber-bench-"))
        try:
            with ProcessPoolExecutor(
                1, multiprocessing.get_context("fork")
            ) as apart:  # so that its memory is not counted
                both = apart.submit(pair.made, folder, count).result()
            print(f"\n{count:,} exercises; the words of the two differ by {both.differing:.1%} at most")
            if both.differing > SAME:
                sys.exit("That is too much: scripts/tools/benchmark/markdown.py leaves something out.")
            if not words or "build" in words:
                grown.append(_build(count, both, folder))
            if not words or "serve" in words:
                _serve(count, both)
        finally:
            shutil.rmtree(folder)
    for before, after in pairwise(grown):
        _growth(before, after)
    if grown:
        print(f"\nEach exercise that moves as no other does: {figures.cpu_ms():.0f} CPU ms more")


def _build(count: int, both: Pair, folder: Path) -> Growth:
    """Whole processes from start to end, ours and the others in turn; ours cold, too: with nothing kept.

    The goals are for warm ones, in which nothing was edited: what an edit adds to them is little, and is not counted.
    """
    commands: dict[Path, tuple[str, ...]] = dict.fromkeys((both.limber, both.plain), (*MKDOCS, "build", "-q"))
    if hugo.HUGO:
        commands[hugo.project(both.plain, folder / "hugo")] = (hugo.HUGO, "--quiet")
    costs: dict[Path, list[Cost]] = {project: [] for project in commands}
    sizes: dict[Path, float] = {}
    cold: list[Cost] = []
    pages = 0
    for turn in range(3 if count <= 100 else 2 if count <= 1000 else 1):
        for number, (project, found) in enumerate(costs.items()):
            if project == both.limber:
                apart = {**SURROUNDINGS, "LIMBER_CACHE": str(folder / f"kept-{turn}")}
                cold.append(cost((*commands[project], "-d", str(folder / f"cold-{turn}")), project, apart))
            out = folder / f"out-{turn}-{number}"  # ext4 creates files slowly where others were just deleted
            found.append(cost((*commands[project], "-d", str(out)), project, SURROUNDINGS))
            files = [path for path in out.rglob("*") if path.is_file()]
            sizes[project] = sum(path.stat().st_size for path in files) / 1e6
            pages = max(pages, sum(path.suffix == ".html" for path in files))  # ours has those for paper, too
    ours, plain, *others = costs.values()
    print(f"  {f'build, {pages:,} pages':22}{'Limber':24}{'plain':24}ratio")
    wall = _row("wall seconds", [each.wall_seconds for each in ours], [each.wall_seconds for each in plain])
    cpu = [each.cpu_seconds for each in ours], [each.cpu_seconds for each in plain]
    ratio = max(wall, _row("CPU seconds", *cpu))
    _row("cold, wall seconds", [each.wall_seconds for each in cold], [each.wall_seconds for each in plain])
    _row("cold, CPU seconds", [each.cpu_seconds for each in cold], cpu[1])
    _row("peak MB", [each.peak_mb for each in ours], [each.peak_mb for each in plain])
    _row("output MB", [sizes[both.limber]], [sizes[both.plain]])
    for other in others:
        least = min(other, key=lambda each: each.cpu_seconds)
        print(f"  Hugo, of the same text  {least.wall_seconds:.2f} wall, {least.cpu_seconds:.2f} CPU seconds at least")
    if not others:
        print(hugo.MISSING)
    if count in BUILD:
        _goal(f"a ratio of {BUILD[count]} or less in wall and CPU seconds", ratio <= BUILD[count])
    return count, pages, median(cpu[0]), median(cpu[1])


def _serve(count: int, both: Pair) -> None:
    """Seconds from an edit of one record, or of its finished Markdown, to its page as served."""
    address = f"/exercises/{both.exercise}/"
    edited = {
        both.limber: both.limber / "data" / "exercises.yaml",
        both.plain: both.plain / "docs" / "exercises" / f"{both.exercise}.md",
    }
    commands = {
        both.limber: (sys.executable, "-m", "preview.serve"),
        both.plain: (*MKDOCS, "serve", "-q", "--dev-addr"),
    }
    waits: dict[Path, list[float]] = {project: [] for project in edited}
    with ExitStack() as running:
        servers = {each: running.enter_context(Server(commands[each], each, SURROUNDINGS)) for each in edited}
        for server in servers.values():
            server.seconds_until(both.summary, address)
        texts = {project: file.read_text("utf-8") for project, file in edited.items()}
        for number in range(EDITS):
            for project, file in edited.items():
                time.sleep(0.7 + 0.13 * number)  # so that edits meet a server at different points of its polling
                words = f"{both.summary} Edited {number}."
                file.write_text(texts[project].replace(both.summary, words), "utf-8")
                waits[project].append(servers[project].seconds_until(words, address))
    _row("edit to page, seconds", waits[both.limber], waits[both.plain])
    if count in EDIT:
        _goal(f"less than {EDIT[count]} s from edit to page", median(waits[both.limber]) < EDIT[count])


def _row(name: str, ours: Sequence[float], plain: Sequence[float]) -> float:
    ratio = median(ours) / median(plain)
    print(f"  {name:22}{_spread(ours):24}{_spread(plain):24}{ratio:.2f}")
    return ratio


def _spread(figures: Sequence[float]) -> str:
    """The median, with least and most where there are several."""
    digits = 1 if median(figures) >= 10 else 2
    between = f" ({min(figures):.{digits}f}–{max(figures):.{digits}f})" if len(figures) > 1 else ""
    return f"{median(figures):.{digits}f}{between}"


def _goal(words: str, met: bool) -> None:
    print(f"  Goal, {words}: {'met' if met else 'missed'}")


def _growth(before: Growth, after: Growth) -> None:
    """What a page more costs, against a page of the smaller site: the same, if the cost grows as the pages do."""
    print(f"\nFrom {before[0]:,} to {after[0]:,} exercises")
    for name, which in (("Limber", 2), ("plain", 3)):
        added = (after[which] - before[which]) / (after[1] - before[1]) * 1000
        each = before[which] / before[1] * 1000
        print(f"  {name:22}{added:.2f} CPU ms a page added; {each:.2f} a page before")
        if which == 2 and before[0] >= 1000:
            _goal("linear growth", added <= LINEAR * each)


if __name__ == "__main__":
    main()
