"""Says what an import has found: by line what was taken and what was not, then what would be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from limber.imports.draft import Draft

_ORDER = ("taken", "not understood", "left out", "skipped", "refused")
_NAMES = {
    "exercises": ("exercise", "exercises"),
    "routines": ("routine", "routines"),
    "programmes": ("programme", "programmes"),
    "equipment": ("piece of equipment", "pieces of equipment"),
    "sources": ("source", "sources"),
}


def report(draft: Draft, file: str, place: str) -> str:
    """The remarks in the order of the source; `place` says what its numbers count: line, row or record."""
    lines = [f"{file}: {draft.kind}."]
    for remark in sorted(draft.remarks, key=lambda each: (each.sheet, each.line, _ORDER.index(each.kind))):
        sheet = f"{draft.sheets[remark.sheet - 1]}, " if remark.sheet else ""
        said = remark.what if remark.kind == "taken" else f"{remark.kind}: {remark.what}"
        lines.append(f"  {sheet}{place} {remark.line}: {said}" if remark.line else f"  {said}")
    lines += [f"  {said}" for said in _to_write(draft)]
    return "\n".join(lines)


def _to_write(draft: Draft) -> Iterator[str]:
    """What has still to be written, by key, with how many exercises lack it."""
    lacking = Counter(
        key
        for record in draft.tables["exercises"].values()
        for key in ("instructions", "stop_signs", "dose")
        if key not in record.keys
    )
    if lacking:
        yield f"to write: {', '.join(f'{key} of {count}' for key, count in lacking.items())}"


def counted(draft: Draft) -> str:
    """`6 exercises, 1 routine`."""
    said = [
        f"{len(draft.tables[table])} {one if len(draft.tables[table]) == 1 else many}"
        for table, (one, many) in _NAMES.items()
        if draft.tables[table]
    ]
    return ", ".join(said) or "nothing"
