"""Writes the files that are generated and committed; with `--check` it names those that are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from tools import field_table, host_examples, licences

ROOT = Path(__file__).resolve().parents[2]

TEXTS = {
    field_table.GUIDE: field_table.content,
    host_examples.GUIDE: host_examples.content,
    licences.LIST: licences.text,
}


def main() -> None:
    """`generate [--check]`."""
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit("Usage: scripts/generate [--check]")
    there = {path: content() for path, content in TEXTS.items()}
    stale = [path for path, content in there.items() if not path.exists() or path.read_text("utf-8") != content]
    if sys.argv[1:]:
        names = ", ".join(path.relative_to(ROOT).as_posix() for path in stale)
        sys.exit(f"Stale: {names}. Cure: scripts/generate" if names else 0)
    for path in stale:
        path.write_text(there[path], "utf-8", newline="\n")


if __name__ == "__main__":
    main()
