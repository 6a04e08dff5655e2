"""Figures that use what the model can do beyond the exercises that Limber comes with: `trial_figures.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from limber.figures import motion, paths
from limber.figures.posing import posed
from limber.figures.skeleton import Stance
from limber.model.figure import WHOLE, Figure, Pose, parse_figure


@cache
def records() -> Mapping[str, Mapping[str, Any]]:
    """Each of them as it would stand in the data, by its name."""
    found: Mapping[str, Mapping[str, Any]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    return found


@cache
def trials() -> Mapping[str, Figure]:
    """Each of them with its body at its things."""
    return {name: posed(parse_figure(record)) for name, record in records().items()}


@cache
def stances() -> tuple[tuple[str, Pose, Stance], ...]:
    """Each pose of a whole body, with a name for it."""
    return tuple(
        (f"{name}, pose {number}", pose, paths.stance(figure, pose.by_name()))
        for name, figure in _whole()
        for number, pose in enumerate(figure.poses, 1)
    )


@cache
def between() -> tuple[tuple[str, Figure, Stance], ...]:
    """Each frame of each motion of a whole body, with a name for it."""
    return tuple(
        (f"{name}, frame {number}", figure, paths.stance(figure, numbers))
        for name, figure in _whole()
        if len(figure.poses) > 1
        for number, numbers in enumerate(motion.frames(figure)[0])
    )


def _whole() -> Iterator[tuple[str, Figure]]:
    return ((name, figure) for name, figure in trials().items() if figure.body == WHOLE)
