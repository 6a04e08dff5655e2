"""Converts the figures of `model` to plain records of the JSON API."""

from __future__ import annotations

from typing import Any

from limber.model.nouns import Fault, Figure, Pose

Record = dict[str, Any]


def fault(it: Fault) -> Record:
    """A common error with its fix, and how it looks."""
    return {"fault": it.fault, "fix": it.fix, "figure": _pose(it.figure) if it.figure else None}


def figure(it: Figure) -> Record:
    """A figure as numbers, from which it can be drawn."""
    return {
        "view": it.view,
        "body": it.body,
        "stays": it.stays,
        "detail": it.detail,
        "felt": it.felt,
        "things": it.places(),
        "poses": [_pose(each) for each in it.poses],
        "goes": it.goes,
        "person": it.person,
        "writes": it.writes,
    }


def _pose(it: Pose) -> Record:
    return {
        "shows": it.shows,
        "moves": it.moves,
        "detail": it.detail,
        "view": it.view,
        "numbers": it.written(),
        "contacts": {each.part: each.thing for each in it.contacts},
        "label": it.label,
    }
