"""Poses to begin with, in place of one that is made of nothing."""

from __future__ import annotations

from collections.abc import Mapping

from limber.poses.records import Record

_ON_ALL_FOURS = 65  # degrees that a trunk leans over hands that are straight below its shoulders
STARTS: Mapping[str, Record] = {
    "Standing": {"legs": {"sole": 0}},
    "On hands and knees": {
        "trunk": {"lean": _ON_ALL_FOURS, "head": -20},
        "legs": {"hip": _ON_ALL_FOURS, "knee": 97, "ankle": -50},
        "arms": {"shoulder": 68, "elbow": 20},
    },
    "Kneeling": {"legs": {"knee": 97, "ankle": -50}},
    "Lying on the back": {"trunk": {"lean": -90}, "legs": {"ankle": -30}},
    "Lying on the back, feet on the floor": {"trunk": {"lean": -90}, "legs": {"step": 45, "sole": 0}},
    "Lying on the front": {"trunk": {"lean": 90, "head": -20}, "legs": {"ankle": -50}},
}
"""What the records of poses say, by what they are called."""
