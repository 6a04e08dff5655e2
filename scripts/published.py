"""Adds the published addresses of the dataset to data/published.txt; with `--check` fails when one is missing.

It never takes a line out: an address that others may have is kept by each build.
"""

from __future__ import annotations

import sys
from pathlib import Path

from limber.dataset import load

DATA = Path(__file__).resolve().parent.parent / "data"


def main() -> None:
    """Write the ledger, or with `--check` say what it lacks and exit 1."""
    path = DATA / "published.txt"
    try:
        found = load.load(DATA / "exercises.yaml", DATA.parent / "content", path)
        before = load.ledger_in(path)
    except load.DatasetError as unsound:
        sys.exit(str(unsound))
    lacking = before.lacks(found)
    if "--check" not in sys.argv:
        path.write_text(before.grown(found).text(), "utf-8", newline="\n")
        print(f"{load.display_path(path)}: {len(lacking)} added. Commit it with what you publish.")
    elif lacking:
        sys.exit(f"{load.display_path(path)} lacks {', '.join(lacking)}.")


if __name__ == "__main__":
    main()
