"""Says what an import has found: by line what was taken and what was not, then what would be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from limber.imports.draft import Draft, Remark

_ORDER = ("taken", "not understood", "left out", "skipped", "refused")
_FEW = 3
"""As many remarks with one reason are still told one by one."""
_NAMES = {
    "exercises": ("exercise", "exercises"),
    "routines": ("routine", "routines"),
    "programmes": ("programme", "programmes"),
    "equipment": ("piece of equipment", "pieces of equipment"),
    "sources": ("source", "sources"),
}


def report(draft: Draft, file: str, place: str) -> str:
    """The remarks in the order of the source; `place` says what its numbers count: line, row or record.

    What became of many for one reason is told once.
    """
    lines = [f"{file}: {draft.kind}."]
    alike: dict[tuple[int, str, str], list[Remark]] = {}
    for remark in draft.remarks:
        if remark.why:
            alike.setdefault((remark.sheet, remark.kind, remark.why), []).append(remark)
    for remark in sorted(draft.remarks, key=lambda each: (each.sheet, each.line, _ORDER.index(each.kind))):
        same = alike.get((remark.sheet, remark.kind, remark.why), [remark])
        if len(same) <= _FEW:
            same = [remark]
        elif remark is not same[0]:
            continue
        sheet = f"{draft.sheets[remark.sheet - 1]}, " if remark.sheet else ""
        at = f"{place} {remark.line}" if len(same) == 1 else f"{place}s {remark.line} to {same[-1].line}"
        said = f"{'' if remark.kind == 'taken' else f'{remark.kind}: '}{remark.said(len(same) - 1)}"
        lines.append(f"  {sheet}{at}: {said}" if remark.line else f"  {said}")
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
