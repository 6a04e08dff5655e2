"""The figures of the library's exercises, and those of `trial_figures.yaml`, which show what no exercise does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from limber.figures import motion, paths
from limber.figures.posing import posed, posed_fault
from limber.figures.skeleton import Stance
from limber.model.figure import WHOLE, Figure, Pose, parse_figure, parse_pose
from project_root import ROOT
from quick_yaml import read


@cache
def records() -> Mapping[str, Mapping[str, Any]]:
    """Those that no exercise shows, each as it would stand in the data, by its name."""
    return read(Path(__file__).with_suffix(".yaml"))


@cache
def exercises() -> Mapping[str, Mapping[str, Any]]:
    """The library's exercises, each as it stands there, by its id."""
    files = sorted((ROOT / "data" / "library").glob("*.yaml"))
    return {id_: record for file in files for id_, record in read(file).get("exercises", {}).items()}


@cache
def trials() -> Mapping[str, Figure]:
    """Each figure with its body at its things."""
    return {name: posed(each) for name, each in _parsed().items()}


@cache
def faults() -> tuple[tuple[str, Figure, Pose], ...]:
    """How each fault looks that has a picture, with a name for it, and the figure that it is of."""
    return tuple(
        (f"{name}, fault {number}", figure, parse_pose(fault["figure"], figure.view, figure.poses[-1]))
        for name, figure in _parsed().items()
        for number, fault in enumerate(exercises().get(name, {}).get("faults", ()), 1)
        if "figure" in fault
    )


@cache
def stances() -> tuple[tuple[str, Pose, Stance], ...]:
    """Each pose of a whole body, and each of its faults, with a name for it."""
    right = [
        (f"{name}, pose {number}", figure, pose)
        for name, figure in _whole()
        for number, pose in enumerate(figure.poses, 1)
    ]
    wrong = [(name, figure, posed_fault(figure, pose)) for name, figure, pose in faults() if figure.body == WHOLE]
    return tuple((name, pose, paths.stance(figure, pose.by_name())) for name, figure, pose in (*right, *wrong))


@cache
def between() -> tuple[tuple[str, Figure, Stance], ...]:
    """Each frame of each motion of a whole body, with a name for it."""
    return tuple(
        (f"{name}, frame {number}", figure, paths.stance(figure, numbers))
        for name, figure in _whole()
        if len(figure.poses) > 1
        for number, numbers in enumerate(motion.frames(figure)[0])
    )


@cache
def _parsed() -> Mapping[str, Figure]:
    return {name: parse_figure(each) for name, each in records().items()} | {
        id_: parse_figure(each["figure"]) for id_, each in exercises().items()
    }


def _whole() -> Iterator[tuple[str, Figure]]:
    return ((name, figure) for name, figure in trials().items() if figure.body == WHOLE)
