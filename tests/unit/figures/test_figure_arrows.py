"""An arrow belongs to the part that goes on: to one toe and no other, and to a foot that goes past the other."""

from __future__ import annotations

import re
from math import hypot

import pytest

from figure_stances import figures, is_whole
from limber.figures import drawing, marks, paths
from limber.figures.clearance import Room
from limber.figures.paths import UNITS
from limber.figures.vectors import seen
from trial_figures import faults


def _pose(figure, number):
    return drawing.drawing(figure, "right").poses[number]


def _arrows(figure, number):
    return [each for each in _pose(figure, number).paths if each.tone == "arrow"]


def _points(path, figure):
    """The corners of a path, in centimetres."""
    numbers = [int(each) / UNITS[figure.body] for each in re.findall(r"-?\d+", path.d)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_figure_that_moves_has_the_arrows_of_its_poses_each_on_an_edge(dataset):
    for exercise, figure in figures(dataset):
        motion = drawing.drawing(figure, exercise.works).motion
        assert is_whole(motion), f"{exercise.id}: cut off"
        for number, pose in enumerate(figure.poses):
            marks = [path for path in motion.paths if path.pose == number]
            arrows, edges = ([path.d for path in marks if path.tone == tone] for tone in ("arrow", "edge"))
            assert bool(arrows) == bool(pose.moves) and edges in (arrows, []), exercise.id


def test_arrow_of_a_fault_is_whole_and_goes_where_its_part_went_wrong():
    for name, figure, pose in faults():
        picture = drawing.fault(figure, pose, "right").poses[0]
        strokes = [path for path in picture.paths if path.tone == "wrong"]
        assert is_whole(picture), f"{name}: cut off"
        assert bool(pose.moves) == (len(strokes) > 2), f"{name}: a cross alone, of two strokes"


@pytest.mark.parametrize(("number", "own"), [(0, {"toe1"}), (1, {"toe2", "toe3", "toe4", "toe5"})])
def test_arrow_of_toes_begins_nearest_to_those_that_lift(dataset, number, own):
    figure = dataset.exercises["toe-lifts"].figure
    stance = paths.stance(figure, figure.poses[number].by_name())
    shapes = paths.shapes(figure, stance, figure.view, "right")
    begin, *way = _points(_arrows(figure, number)[0], figure)
    toes = {each.name: Room([each]) for each in shapes if each.name.startswith("toe")}
    far = {name: room.around(begin) for name, room in toes.items()}
    assert min(far, key=far.__getitem__) in own, f"{begin} is nearest to another toe: {far}"
    for at in (begin, *way):
        assert min(room.around(at) for room in toes.values()) > 0, "it touches them"


def test_arrow_that_bends_is_one_smooth_curve_and_has_a_head_of_straight_lines(dataset):
    curved = 0
    for exercise, figure in figures(dataset):
        faults = [each.figure for each in exercise.faults if each.figure]
        pictures = [*drawing.drawing(figure, exercise.works).poses]
        pictures += [drawing.fault(figure, each, exercise.works).poses[0] for each in faults]
        for path in (path for picture in pictures for path in picture.paths if path.tone in ("arrow", "wrong")):
            curved += "Q" in path.d
            assert "Q" in path.d or len(_points(path, figure)) <= 3, f"{exercise.id}: of straight pieces"
    assert curved >= 3


def test_bold_arrow_of_a_list_goes_the_way_of_its_part(dataset):
    for exercise, figure in figures(dataset):
        end = drawing.end_numbers(figure)[-1]
        lines = [each for each in drawing.listed(figure, exercise.works).paths if each.tone == "arrow"]
        ways = [
            (points[-1][0] - points[0][0], points[-1][1] - points[0][1])
            for points in (_points(each, figure) for each in lines)
        ]
        before, after = (
            paths.stance(figure, each.by_name()).points for each in (figure.poses[end - 1], figure.poses[end])
        )
        for part in marks.moving(figure.poses[end - 1].moves, after) if lines else ():
            (x, y), (x2, y2) = (seen(points[part], figure.view) for points in (before, after))
            far = hypot(x2 - x, y2 - y)
            along = [((x2 - x) * dx + (y2 - y) * dy) / hypot(dx, dy) for dx, dy in ways]
            assert max(along) >= 0.9 * far, f"{exercise.id}: {part}"


def test_arrow_of_a_foot_that_goes_past_the_other_goes_from_it_to_where_it_lands(dataset):
    figure = dataset.exercises["calf-stretch"].figure
    here, there = (paths.stance(figure, each.by_name()) for each in figure.poses)
    line = _arrows(figure, 0)[0]
    for picture in (_pose(figure, 0), drawing.drawing(figure, "right").motion):
        tones = [each.tone for each in picture.paths]
        assert tones.index("arrow") < tones.index("ink"), "it crosses no leg, for it goes behind"
    begin, *_, end = _points(line, figure)
    assert begin == pytest.approx(seen(here.points["left_ankle"], figure.view), abs=0.5 / UNITS[figure.body])
    assert end == pytest.approx(seen(there.points["left_ankle"], figure.view), abs=0.5 / UNITS[figure.body])
