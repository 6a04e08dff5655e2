"""Adds the published addresses of a dataset to its published.txt; with `--check` fails when one is missing.

It never takes a line out: an address that others may have is kept by each build.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from limber.dataset import ledger, load

DATA = Path(__file__).resolve().parent.parent / "data"


def main() -> None:
    """Write the ledger, or with `--check` say what it lacks and exit 1."""
    parser = argparse.ArgumentParser(description="Add the addresses of new records to those that are never broken.")
    parser.add_argument(
        "data", nargs="?", type=Path, default=DATA / "exercises.yaml", help="a file, or a folder of files"
    )
    parser.add_argument("--check", action="store_true", help="only say what is lacking, and fail if something is")
    asked = parser.parse_args()
    path = ledger.beside(asked.data)
    try:
        found = load.load(asked.data, DATA.parent / "content", path)
        before = load.ledger_in(path)
    except load.DatasetError as unsound:
        sys.exit(str(unsound))
    lacking = before.lacks(found)
    if not asked.check:
        path.write_text(before.grown(found).text(), "utf-8", newline="\n")
        print(f"{load.display_path(path)}: {len(lacking)} added. Commit it with what you publish.")
    elif lacking:
        sys.exit(f"{load.display_path(path)} lacks {', '.join(lacking)}.")


if __name__ == "__main__":
    main()
