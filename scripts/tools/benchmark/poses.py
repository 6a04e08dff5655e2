"""Measures how long a step of a drag takes where poses are made, in the processor's time."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from editor.desk import Desk
from editor.pose_desk import PoseDesk

ROOT = Path(__file__).resolve().parents[3]
STEPS = 60
MOST = 50.0  # milliseconds: what still feels immediate
DRAGGED = (("pelvis", True), ("pelvis", False), ("neck", True), ("right_hand", True), ("right_knee", True))


def measure() -> bool:
    """Drags parts of a standing figure. Returns whether each step is short enough."""
    desk = PoseDesk(ROOT, Desk(ROOT))
    slow = False
    for part, both in DRAGGED:
        times: list[float] = []
        guess: dict[str, float] = {}
        figure = {"view": "side", "poses": [{"legs": {"sole": 0}}]}
        for step in range(STEPS):
            act = {"kind": "drag", "handle": part, "by": [-step, 2 * step], "guess": guess}
            begun = time.process_time()
            asked = {"figure": figure, "faults": [], "place": ["poses", 0], "both": both, "act": act}
            guess = dict(desk.pose(asked).said["numbers"])
            times.append((time.process_time() - begun) * 1000)
        slow = slow or median(times) > MOST
        sides = "both sides" if both else "one side"
        print(f"{part.replace('_', ' ')}, {sides}: {median(times):.0f} ms a step, {max(times):.0f} ms at most")
    return not slow
