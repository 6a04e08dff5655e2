"""Writes the files that are generated and committed; with `--check` it names those that are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from tools import dose_patterns, field_table, host_examples, licences, messages, shipped

ROOT = Path(__file__).resolve().parents[2]

TEXTS = {
    field_table.GUIDE: field_table.content,
    host_examples.GUIDE: host_examples.content,
    licences.LIST: licences.text,
    dose_patterns.MODULE: dose_patterns.content,
    messages.FILE: messages.content,
}


def main() -> None:
    """`generate [--check]`."""
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit("Usage: scripts/generate [--check]")
    there: dict[Path, bytes | None] = {path: content().encode() for path, content in TEXTS.items()}
    there |= shipped.copies()
    stale = [path for path, content in there.items() if (path.read_bytes() if path.exists() else None) != content]
    if sys.argv[1:]:
        sys.exit(_said(stale) if stale else 0)
    for path in stale:
        _write(path, there[path])


def _said(stale: list[Path]) -> str:
    names = [path.relative_to(ROOT).as_posix() for path in stale]
    said = f"Stale: {', '.join(names)}. Cure: scripts/generate"
    if not any(name.startswith("tests/shipped/") for name in names):
        return said
    return f"{said}\nIf the data are yours and not Limber's, give the site a name of its own in data/site.yaml instead."


def _write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    main()
