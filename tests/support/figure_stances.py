"""Computes every stance of every figure of the dataset: its poses, its faults and what lies between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from limber.figures import motion, paths
from limber.figures.paths import Picture
from limber.figures.skeleton import Stance
from limber.model.figure import Figure
from limber.model.nouns import Dataset, Exercise


def figures(dataset: Dataset) -> Iterator[tuple[Exercise, Figure]]:
    """Each exercise that has a figure, with it."""
    for exercise in dataset.exercises.values():
        if exercise.figure:
            yield exercise, exercise.figure


def stances(dataset: Dataset) -> Iterator[tuple[str, Figure, Stance]]:
    """Each pose and each fault, with a name for it."""
    for exercise, figure in figures(dataset):
        faults = [fault.figure for fault in exercise.faults if fault.figure]
        for number, pose in enumerate((*figure.poses, *faults), 1):
            yield f"{exercise.id}, pose {number}", figure, paths.stance(figure, pose.by_name())


def between(dataset: Dataset) -> Iterator[tuple[str, Figure, Stance]]:
    """Each frame of each motion, with a name for it."""
    for exercise, figure in figures(dataset):
        for number, numbers in enumerate(motion.frames(figure)[0]):
            yield f"{exercise.id}, frame {number}", figure, paths.stance(figure, numbers)


def is_whole(picture: Picture) -> bool:
    """Whether no arrow of a picture is cut off."""
    left, top, wide, high = picture.box
    lines = [re.findall(r"-?\d+", each.d) for each in picture.paths if each.tone in ("arrow", "wrong")]
    xs, ys = ([int(each) for line in lines for each in line[axis::2]] for axis in (0, 1))
    return not lines or (left < min(xs) <= max(xs) < left + wide and top < min(ys) <= max(ys) < top + high)
