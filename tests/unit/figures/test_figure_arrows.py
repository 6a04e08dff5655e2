"""An arrow belongs to the part that goes on: to one toe and no other, and to a foot that goes past the other."""

from __future__ import annotations

import pytest

from limber.figures import drawing, paths
from limber.figures.clearance import Room
from limber.figures.paths import SCALE
from limber.figures.vectors import seen


@pytest.mark.parametrize(("number", "own"), [(0, {"toe1"}), (1, {"toe2", "toe3", "toe4", "toe5"})])
def test_arrow_of_toes_stands_nearest_to_those_that_lift(dataset, number, own):
    figure = dataset.exercises["toe-lifts"].figure
    stance = paths.stance(figure, figure.poses[number].by_name())
    shapes = paths.shapes(figure, stance, figure.view, "right")
    begin, tip = next(drawing._marks(figure, number, shapes)).points
    toes = {each.name: Room([each]) for each in shapes if each.name.startswith("toe")}
    for at in (begin, tip):
        far = {name: room.around(at) for name, room in toes.items()}
        assert min(far, key=far.__getitem__) in own, f"{at} is nearest to another toe: {far}"
        assert min(far.values()) > 0, "it touches them"


def test_arrow_of_a_foot_that_goes_past_the_other_goes_from_it_to_where_it_lands(dataset):
    figure = dataset.exercises["calf-stretch"].figure
    here, there = (paths.stance(figure, each.by_name()) for each in figure.poses)
    shapes = paths.shapes(figure, here, figure.view, "right")
    under, *_, line, _ = drawing._marks(figure, 0, shapes)
    assert under.tone == "edge", "across the leg that stays it is told apart from it"
    assert under.width > line.width + SCALE[figure.body]
    assert line.points[0] == pytest.approx(seen(here.points["left_ankle"], figure.view))
    assert line.points[-1] == pytest.approx(seen(there.points["left_ankle"], figure.view))
