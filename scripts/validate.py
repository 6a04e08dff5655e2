"""Prints every problem in the dataset and in what is said of the site, or one line when there is none."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from pathlib import Path

from limber.dataset import load, site_file
from limber.dataset.problem import MOST_TOLD, together
from limber.model.nouns import Dataset

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description="Print every problem in the data.")
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "data" / "exercises.yaml")
    parser.add_argument("--all", action="store_true", help=f"print all of them, and not the first {MOST_TOLD} alone")
    asked = parser.parse_args()
    path = asked.file
    unsound: list[load.DatasetError] = []
    sound: Dataset | None = None
    try:
        sound = load.load(path, ROOT / "content", path.with_name("published.txt"))
    except load.DatasetError as found:
        unsound.append(found)
    try:
        site_file.load(path.with_name("site.yaml"), sound.routines if sound else None)
    except load.DatasetError as found:
        unsound.append(found)
    if unsound or not sound:
        problems = together(unsound)
        print(problems.report(len(problems.problems)) if asked.all else problems, file=sys.stderr)
        return 1
    print(f"{load.display_path(path)}: {_counted(sound)}, no problem.")
    return 0


def _counted(sound: Dataset) -> str:
    counts: tuple[tuple[Collection[str], str, str], ...] = (
        (sound.equipment, "piece of equipment", "pieces of equipment"),
        (sound.exercises, "exercise", "exercises"),
        (sound.routines, "routine", "routines"),
        (sound.programmes, "programme", "programmes"),
    )
    shown = [each for each in counts if each[0] or each[1] != "programme"]
    return ", ".join(f"{len(records)} {one if len(records) == 1 else many}" for records, one, many in shown)


if __name__ == "__main__":
    sys.exit(main())
