"""Prints every problem in the dataset, or one line when there is none."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from limber.dataset import load
from limber.dataset.problem import MOST_TOLD

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description="Print every problem in the dataset.")
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "data" / "exercises.yaml")
    parser.add_argument("--all", action="store_true", help=f"print all of them, and not the first {MOST_TOLD} alone")
    asked = parser.parse_args()
    path = asked.file
    try:
        sound = load.load(path, ROOT / "content", path.with_name("published.txt"))
    except load.DatasetError as unsound:
        print(unsound.report(len(unsound.problems)) if asked.all else unsound, file=sys.stderr)
        return 1
    counts = (
        _count(len(sound.equipment), "piece of equipment", "pieces of equipment"),
        _count(len(sound.exercises), "exercise", "exercises"),
        _count(len(sound.routines), "routine", "routines"),
        *([_count(len(sound.programmes), "programme", "programmes")] if sound.programmes else []),
    )
    print(f"{load.display_path(path)}: {', '.join(counts)}, no problem.")
    return 0


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


if __name__ == "__main__":
    sys.exit(main())
