"""The edits that move lines of a dataset's text: further left or right, below another key, after another record."""

from __future__ import annotations

from remedy_spots import Edit, Spot, block, indent


def indented(spot: Spot, spaces: str) -> list[Edit]:
    """A key with all that is below it, further left or right."""
    end = spot.block()
    by = int(spaces) - indent(spot.lines[spot.row])
    moved = (line if not line.strip() else " " * by + line if by > 0 else line[-by:] for line in _lines(spot, end))
    return [Edit(spot.row, end, tuple(moved))]


def whole_record(spot: Spot) -> list[Edit]:
    """A record with its id, as far left as the others."""
    return indented(spot, "2")


def column(spot: Spot, column: str) -> list[Edit]:
    """The same line, from another column on."""
    return spot.line(" " * (int(column) - 1) + spot.lines[spot.row].lstrip())


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
