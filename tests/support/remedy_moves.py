"""Edits that remedies ask for on whole lines: indented, put below another key or after another record."""

from __future__ import annotations

import re

from remedy_spots import Edit, Spot, block, indent


def indented(spot: Spot, spaces: str) -> list[Edit]:
    """A key with all that is below it, further left or right."""
    end = spot.block()
    by = int(spaces) - indent(spot.lines[spot.row])
    moved = (line if not line.strip() else " " * by + line if by > 0 else line[-by:] for line in _lines(spot, end))
    return [Edit(spot.row, end, tuple(moved))]


def with_keys(spot: Spot, spaces: str, keys: str) -> list[Edit]:
    """A key, with those below it that are named, which stand first."""
    (cut,) = indented(spot, spaces)
    inner = indent(spot.lines[spot.row + 1])
    others = (
        row
        for row in range(spot.row + 1, cut.end)
        if indent(spot.lines[row]) == inner and f'"{spot.lines[row].partition(":")[0].strip()}:"' not in keys
    )
    end = next(others, cut.end)
    return [Edit(cut.first, end, cut.lines[: end - cut.first])]


def whole_record(spot: Spot) -> list[Edit]:
    """A record with its id, as far left as the others."""
    return indented(spot, "2")


def column(spot: Spot, column: str, text: str = "") -> list[Edit]:
    """The same line, or another text in its place, from another column on."""
    return spot.line(" " * (int(column) - 1) + (text or spot.lines[spot.row].lstrip()))


def by(spot: Spot, lines: str | None, spaces: str, way: str) -> list[Edit]:
    """A line and so many below it, of which empty ones and comments do not count, further left or right."""
    counted = [row for row in range(spot.row, len(spot.lines)) if spot.lines[row].strip()[:1] not in ("", "#")]
    rows, deep = counted[: int(lines or 1) + 1], int(spaces)
    moved = {row: " " * deep + spot.lines[row] if way == "more" else spot.lines[row][deep:] for row in rows}
    return [Edit(row, row + 1, (line,)) for row, line in moved.items()]


def down(spot: Spot, column: str, text: str) -> list[Edit]:
    """What stands there on the next line."""
    return [Edit(spot.row, spot.row + 1, (spot.before.rstrip(" ,;"), " " * (int(column) - 1) + text))]


def comment_above(spot: Spot) -> list[Edit]:
    """The comment behind a value on a line above it."""
    line = spot.lines[spot.row]
    value, _, comment = line.partition(" #")
    return [Edit(spot.row, spot.row + 1, (" " * indent(line) + "#" + comment, value))]


def joined(spot: Spot, text: str) -> list[Edit]:
    """A text of two lines on one, behind its hyphen or key."""
    row = spot.row if spot.lines[spot.row].lstrip().startswith("- ") else spot.row - 1
    begins = re.match(r" *(?:- |\w+: )", spot.lines[row])
    assert begins, spot.lines[row]
    return [Edit(row, row + 2, (begins[0] + text,))]


def below(spot: Spot, key: str, spaces: str) -> list[Edit]:
    """Moved to the end of what stands below the nearest such key of the same record."""
    (cut,) = indented(spot, spaces)
    rows = [row for row, line in enumerate(spot.lines) if line.strip() == f"{key}:"]
    end = block(spot.lines, min(rows, key=lambda row: abs(row - spot.row)))
    return [Edit(cut.first, cut.end, ()), Edit(end, end, cut.lines)] if end != spot.row else [cut]


def moved(spot: Spot, after: str) -> list[Edit]:
    """A record after another."""
    end = spot.block()
    (row,) = (row for row, line in enumerate(spot.lines) if line == f"  {after}:" and row != spot.row)
    to = block(spot.lines, row)
    return [Edit(spot.row, end, ()), Edit(to, to, tuple(_lines(spot, end)))]


def moved_before(spot: Spot, before: str) -> list[Edit]:
    """A record before another."""
    end = spot.block()
    (row,) = (row for row, line in enumerate(spot.lines) if line == f"  {before}:")
    return [Edit(spot.row, end, ()), Edit(row, row, tuple(_lines(spot, end)))]


def _lines(spot: Spot, end: int) -> list[str]:
    return spot.lines[spot.row : end]


def out(spot: Spot, spaces: str) -> list[Edit]:
    """Moved above the key that it stands below, as far left as that."""
    (cut,) = indented(spot, spaces)
    row = next(row for row in range(spot.row, -1, -1) if indent(spot.lines[row]) == int(spaces))
    return [Edit(cut.first, cut.end, ()), Edit(row, row, cut.lines)]
