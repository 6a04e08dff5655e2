"""Things that bodies touch: each drawn word for word as its golden picture, and touching what it should."""

from __future__ import annotations

import json
import os
import re
from itertools import groupby
from math import hypot
from pathlib import Path

import pytest

from compiled_components import components_in
from figure_things import RECORDS, of_things
from limber.figures import body, drawing, paths, props, shapes, skeleton, things

GOLDEN = Path(__file__).parents[2] / "golden" / "figures"
NEAR = 1e-6  # centimetres


@pytest.mark.parametrize("name", RECORDS)
def test_thing_is_drawn_as_its_golden_picture(root, dataset, name):
    """After a change that is meant: `ACCEPT=1 scripts/test tests/unit/figures`, then read the diff."""
    picture = drawing.drawing(of_things()[name], "").poses[0]
    svg = components_in(root / "overrides" / "components", dataset).render("figure_picture", "../", picture) + "\n"
    golden = GOLDEN / f"{name}.svg"
    if os.environ.get("ACCEPT"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(svg, "utf-8")
    assert svg == golden.read_text("utf-8")


def test_each_thing_that_the_schema_knows_has_a_golden_picture(root):
    schema = json.loads((root / "data" / "exercises.schema.json").read_text("utf-8"))
    places = schema["$defs"]["things"]["properties"]
    drawn = {thing for figure in of_things().values() for thing in figure.places().values()}
    assert drawn == {thing for place in places.values() for thing in place["enum"]}
    assert {path.stem for path in GOLDEN.glob("*.svg")} == set(RECORDS)


def test_each_drawing_that_equipment_may_have_is_within_its_picture_and_like_no_other(root):
    pictures = {}
    schema = json.loads((root / "data" / "exercises.schema.json").read_text("utf-8"))
    for name in schema["$defs"]["equipment"]["properties"]["drawing"]["enum"]:
        picture = things.picture(name)
        tones = {path.tone for path in picture.paths}
        assert {"prop", "prop-edge"} & tones <= tones <= {"prop", "prop-edge", "seam", "mat"}, name
        pictures[name] = picture.paths
        left, top, wide, high = picture.box
        for path in picture.paths:
            numbers = [int(each) for each in path.d.strip("Mz").replace("L", " ").split()]
            assert left < min(numbers[::2]) and max(numbers[::2]) < left + wide, name
            assert top < min(numbers[1::2]) and max(numbers[1::2]) < top + high, name
    assert len(set(pictures.values())) == len(pictures), "no two are drawn alike"


def test_body_at_a_thing_is_within_the_ranges_of_its_joints():
    for name, _, stance in _stances():
        for joint, degrees in stance.joints.items():
            plain = joint.removeprefix("right_").removeprefix("left_")
            assert not body.beyond(plain, degrees), f"{name}: {joint} at {degrees:.0f}"


def test_round_thing_lies_on_the_ground_and_touches_the_foot():
    found = 0
    for name, figure, stance in _stances():
        for place, thing in figure.places().items():
            if thing in props.ROUND:
                found += 1
                x, _, z = props.round_middle(thing, place, stance.points)
                radius, high = props.ROUND[thing]
                assert z == high <= radius, name
                end = stance.points["right_heel" if place == "right_sole" else "right_ankle"]
                ball = stance.points["right_ball"]
                far = _distance((x, z), (end[0], end[2]), (ball[0], ball[2]))
                assert abs(far - radius - skeleton.thick("foot")) < NEAR, f"{name}: {far:.2f} cm"
    assert found == 4


def test_round_thing_is_a_bar_from_the_side_and_not_a_ball():
    for name, figure, stance in _stances():
        for thing in figure.places().values():
            if thing in props.ROUND:
                drawn = _drawn(stance, figure)
                xs, ys = zip(*next(each.points for each in drawn if each.name == thing), strict=True)
                assert max(xs) - min(xs) > 4 * props.ROUND[thing][0], name
                assert max(ys) > 3, f"{name}: its near end is no nearer than the foot on it"
                light, end = (next(each for each in drawn if each.name == part) for part in ("light", "seam"))
                assert light.points[0] < light.points[1] < max(end.points), f"{name}: it goes from far to near"


def test_foot_is_drawn_over_the_round_thing_that_it_rests_on():
    for name, figure, stance in _stances():
        for place, thing in figure.places().items():
            if thing in props.ROUND:
                names = [each.name for each in _drawn(stance, figure)]
                assert names.index(thing) < names.index(f"{place.split('_')[0]}_foot"), name


def test_back_of_a_chair_ends_with_its_posts():
    tops = sorted(min(int(each) for each in re.findall(r" (-?\d+)", path.d)) for path in things.picture("chair").paths)
    assert tops[0] == tops[1], "a post stands out, or what one leans on does"


def test_mat_lies_between_the_body_and_the_ground():
    figure = of_things()["mat"]
    picture = drawing.drawing(figure, "").poses[0]
    ground, mat = (next(path for path in picture.paths if path.tone == tone) for tone in ("ground", "mat"))
    down = int(ground.d.split("h")[0].split()[1])
    ys = [int(each) for each in mat.d.strip("Mz").replace("L", " ").split()][1::2]
    assert min(ys) == 0 and max(ys) == down == props.MAT * paths.UNITS["whole"]


def test_rolled_towel_is_told_from_a_dome_by_how_it_is_rolled():
    for name, figure in of_things().items():
        ends = [each for each in drawing.drawing(figure, "").poses[0].paths if each.tone == "seam"]
        round_ = [each for each in figure.places().values() if each in props.ROUND]
        assert len(ends) == len(round_), name
        for thing, end in zip(round_, ends, strict=True):
            ys = [y for y, _ in groupby(int(each.split()[1]) for each in end.d.removeprefix("M").split("L"))]
            turns = sum((b - a) * (c - b) < 0 for a, b, c in zip(ys, ys[1:], ys[2:], strict=False))
            assert (turns > 1) == (thing == "rolled-towel"), name


def _stances():
    for name, figure in of_things().items():
        yield name, figure, paths.stance(figure, figure.poses[0].by_name())


def _distance(point, one, other):
    """From a point to a line that goes on beyond both."""
    right, up = other[0] - one[0], other[1] - one[1]
    return abs((point[0] - one[0]) * up - (point[1] - one[1]) * right) / hypot(right, up)


def _drawn(stance, figure):
    return shapes.whole(stance.points, "side", "", figure.places())
