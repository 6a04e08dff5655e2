"""Measures the build of the library's pages against a site of as many pages that is grown from the first routine."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from limber.dataset import load
from tools.benchmark import figures
from tools.benchmark.measure import cost
from tools.benchmark.pair import MKDOCS, ROOT, SURROUNDINGS, grown_limber

TURNS = 3
MOST = 2.5
"""Times what a page of the other site takes: in the library each exercise has a figure of its own."""


def measure() -> bool:
    """Print seconds and the cost of drawing; whether the goal is met."""
    shelf = ROOT / "data" / "library"
    dataset = load.load(shelf, ROOT / "content")
    build = (*MKDOCS, "build", "-q", "-f", "mkdocs-library.yml")
    with tempfile.TemporaryDirectory(prefix="limber-bench-") as made:
        folder = Path(made)
        pages = _pages(build, ROOT, folder / "first", SURROUNDINGS)
        count = len(dataset.exercises)
        other = grown_limber(folder / "grown", count)
        less = pages - _pages((*MKDOCS, "build", "-q"), other, folder / "second", SURROUNDINGS)
        other = grown_limber(folder / "as-large", count + less // 2)  # an exercise has a page and a short address
        seconds: dict[str, list[tuple[float, float]]] = {}
        for turn in range(TURNS):
            for name, command, project in (("library", build, ROOT), ("first", (*MKDOCS, "build", "-q"), other)):
                cold = {**SURROUNDINGS, "LIMBER_CACHE": str(folder / f"kept-{turn}-{name}")}
                for state, surroundings in (("cold", cold), ("warm", cold)):
                    it = cost((*command, "-d", str(folder / f"{state}-{turn}-{name}")), project, surroundings)
                    seconds.setdefault(f"{name} {state}", []).append((it.wall_seconds, it.cpu_seconds))
    print(f"\nThe library: {count} exercises, {len(dataset.routines)} routines, {pages} pages with short addresses")
    print(
        f"  {'':12}{'wall s':>8}{'CPU s':>8}    as many pages of the first routine's kind: wall s, CPU s, ratio of CPU"
    )
    ratios: list[float] = []
    for state in ("cold", "warm"):
        ours, theirs = (
            [median(each) for each in zip(*seconds[f"{name} {state}"], strict=True)] for name in ("library", "first")
        )
        ratios.append(ours[1] / theirs[1])
        print(f"  {state:12}{ours[0]:8.2f}{ours[1]:8.2f}{theirs[0]:16.2f}{theirs[1]:8.2f}{ratios[-1]:8.2f}")
    print(f"  Goal, a ratio of {MOST} or less: {'met' if max(ratios) <= MOST else 'missed'}")
    print(f"  Drawing takes {figures.cpu_ms(shelf):.0f} CPU ms an exercise, once")
    return bool(max(ratios) <= MOST)


def _pages(command: tuple[str, ...], project: Path, out: Path, surroundings: Mapping[str, str]) -> int:
    """How many pages it builds."""
    cost((*command, "-d", str(out)), project, surroundings)
    return sum(1 for _ in out.rglob("*.html"))
