"""Figures with each piece of equipment that a body may touch, at each kind of place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from limber.model.figure import Figure, parse_figure

_STANDING: Mapping[str, Any] = {"shows": "Standing.", "legs": {"sole": 0}}
_FRONT_UP: Mapping[str, Any] = {
    "shows": "The front of the right foot is up.",
    "right_leg": {"sole": 24, "hip": 14, "knee": 26},
    "left_leg": {"step": -4},
}
_KNEELING: Mapping[str, Any] = {"shows": "Kneeling.", "legs": {"knee": 98, "ankle": -48, "toes": -10}}
RECORDS: Mapping[str, Mapping[str, Any]] = {
    "ball": {"view": "side", "body": "foot", "poses": [{"shows": "On a ball.", "foot": {"ball_at": 50}}]},
    "ball-from-below": {"view": "sole", "body": "foot", "poses": [{"shows": "On a ball.", "foot": {"ball_at": 50}}]},
    "block": {"view": "front", "things": {"right_foot": "block"}, "poses": [_STANDING]},
    "block-between-knees": {
        "view": "corner",
        "things": {"knees": "block", "under": "mat"},
        "poses": [{"shows": "Lying.", "trunk": {"lean": -90}, "legs": {"hip": 90, "knee": 90, "out": 3}}],
    },
    "half-dome": {"view": "side", "things": {"right_sole": "half-dome"}, "poses": [_FRONT_UP]},
    "half-dome-under-the-instep": {"view": "side", "things": {"right_instep": "half-dome"}, "poses": [_KNEELING]},
    "mat": {"view": "side", "things": {"under": "mat"}, "poses": [_KNEELING]},
    "rolled-towel": {"view": "side", "things": {"right_sole": "rolled-towel"}, "poses": [_FRONT_UP]},
    "rolled-towel-under-the-instep": {
        "view": "side",
        "things": {"right_instep": "rolled-towel"},
        "poses": [_KNEELING],
    },
}


def of_things() -> dict[str, Figure]:
    """Each of them by its name."""
    return {name: parse_figure(record) for name, record in RECORDS.items()}
