"""What is shown again beside a figure, and what is crossed out: the same foot, touching the same things."""

from __future__ import annotations

from math import hypot

import pytest

from figure_stances import figures
from limber.figures import drawing, insets, paths, props
from limber.figures.clearance import Room
from limber.figures.foot import skin, thick
from limber.model.figure import ABOVE, SOLE, WHOLE

NEAR = 0.2  # centimetres: a foot is moved onto a round thing in one step, and a skin is soft


def _larger(dataset):
    """Each figure that shows a foot larger, or a fault of it that does: which foot, and how it stands."""
    for exercise, figure in figures(dataset):
        faults = [each.figure for each in exercise.faults if each.figure and each.figure.detail]
        for pose in (figure.poses[-1], *faults):
            name = pose.detail or figure.detail
            if name not in ("", ABOVE) and figure.body == WHOLE:
                yield f"{exercise.id}: {pose.shows}", figure, paths.stance(figure, pose.by_name()), name


def _beside(dataset):
    for exercise, figure in figures(dataset):
        if figure.detail == SOLE:
            yield exercise.id, figure, [insets.sole(pose.by_name(), 0) for pose in figure.poses]


def test_foot_shown_larger_is_where_the_bodys_foot_is(dataset):
    for name, figure, stance, foot in _larger(dataset):
        side = foot.split("_")[0]
        points = insets.close_up(figure, stance, foot)
        ankle, body = points["ankle"], stance.points[f"{side}_ankle"]
        assert hypot(*(a - b for a, b in zip(ankle, body, strict=True))) < 6, name
        knee = [a - b for a, b in zip(points["knee"], ankle, strict=True)]
        shank = [a - b for a, b in zip(stance.points[f"{side}_knee"], body, strict=True)]
        cross = sum(a * b for a, b in zip(knee, shank, strict=True)) / hypot(*knee) / hypot(*shank)
        assert cross > 0.999, f"{name}: the shank goes another way"


def test_foot_shown_larger_touches_what_the_bodys_foot_touches(dataset):
    for name, figure, stance, foot in _larger(dataset):
        side = foot.split("_")[0]
        points = insets.close_up(figure, stance, foot)
        round_ = [each for each in figure.places().items() if each[1] in props.ROUND and each[0].startswith(side)]
        for place, thing in round_:
            x, _, z = props.round_middle(thing, place, stance.points)
            far = min(hypot(a - x, b - z) - radius for a, b, radius in skin(points))
            assert abs(far - props.ROUND[thing][0]) < NEAR, f"{name}: {far:.2f} cm"
        low = min(at[2] - thick(part) for part, at in points.items() if part not in ("shin", "knee"))
        assert low > -NEAR if round_ else abs(low) < NEAR, f"{name}: {low:.2f} cm"


def test_toes_that_are_tucked_lie_on_their_tops(dataset):
    found = [each for each in _larger(dataset) if each[2].joints[f"{each[3].split('_')[0]}_toes"] < -60]
    for name, figure, stance, foot in found:
        points = insets.close_up(figure, stance, foot)
        for number in range(1, 6):
            joint, tip = (points[f"toe{number}{part}"] for part in ("joint", "tip"))
            assert tip[0] < joint[0], f"{name}: toe {number} points ahead"
            assert joint[2] < points["heel"][2] and abs(tip[2] - joint[2]) < 3, name


def test_sole_says_where_the_ball_is(dataset):
    for id_, figure, soles in _beside(dataset):
        shares = []
        for shapes in soles:
            heel, front, ball = (_middle(shapes, f"sole-{name}") for name in ("pad-heel", "pad-front", "ball"))
            shares.append((ball[1] - heel[1]) / (front[1] - heel[1]))
        wanted = [pose.by_name()["ball_at"] for pose in figure.poses]
        assert sorted(shares) == shares if sorted(wanted) == wanted else True, id_
        for share, at in zip(shares, wanted, strict=True):
            assert abs(share - at / 86) < 0.2, f"{id_}: {share:.2f} of the way from the heel to the ball of the foot"


def test_sole_of_the_right_foot_has_its_big_toe_on_the_right(dataset):
    for id_, _, soles in _beside(dataset):
        for shapes in soles:
            big, little, heel = (_middle(shapes, f"sole-{name}") for name in ("toe1", "toe5", "pad-heel"))
            assert big[0] > little[0] and big[1] < heel[1], f"{id_}: seen from below, its toes up"


def test_sole_is_beside_its_foot_and_above_the_ground(dataset):
    for exercise, figure in figures(dataset):
        if figure.detail == SOLE:
            for picture in drawing.drawing(figure, exercise.works).poses:
                card = next(path for path in picture.paths if path.tone == "mat")
                left, top, width, high = picture.box
                numbers = [int(each) for each in card.d.strip("Mz").replace("L", " ").split()]
                assert left < min(numbers[::2]) and max(numbers[::2]) < left + width, exercise.id
                assert top < min(numbers[1::2]) and max(numbers[1::2]) < 0 < top + high, exercise.id


def test_sole_moves_nowhere_but_for_the_ball(dataset):
    for exercise, figure in figures(dataset):
        if figure.detail == SOLE:
            motion = drawing.drawing(figure, exercise.works).motion
            names = [path.tone for path in motion.paths]
            after = motion.paths[names.index("mat") :]
            assert [path.tone for path in after if path.frames] == ["prop-edge", "prop"], exercise.id


def _seen_from_above(dataset):
    """Each figure that shows its legs from above, too: what is on the card in each pose, and what is beside it."""
    for exercise, figure in figures(dataset):
        if figure.detail == ABOVE:
            stances = [paths.stance(figure, pose.by_name()) for pose in figure.poses]
            sides = [paths.shapes(figure, each, figure.view, exercise.works) for each in stances]
            cards = [
                insets.card_above(figure, insets.above(figure, each, exercise.works), exercise.works)
                for each in stances
            ]
            yield exercise.id, cards, sides


@pytest.mark.first_routine
def test_ankles_that_go_apart_are_seen_to_do_so_from_above(dataset):
    found = {id_: cards for id_, cards, _ in _seen_from_above(dataset)}
    apart = []
    for card in found["supine-block-hold"]:
        feet = [_middle(card, f"above-{side}_heel") for side in ("right", "left")]
        knees = [_middle(card, f"above-{side}_knee") for side in ("right", "left")]
        block = _middle(card, "above-block")
        assert knees[0][1] > block[1] > knees[1][1], "the right one is nearer, so below"
        assert _middle(card, "above-head")[0] < block[0] < min(x for x, _ in feet), "as in the view from the side"
        apart.append(feet[0][1] - feet[1][1])
    assert apart[1] > 2 * apart[0]


def test_card_of_the_legs_stays_where_it_is_and_covers_nothing(dataset):
    for id_, cards, sides in _seen_from_above(dataset):
        frames = [next(each for each in card if each.name == "card") for card in cards]
        assert len({each.points for each in frames}) == 1, id_
        for card, shapes in zip(cards, sides, strict=True):
            (left, top), _, (right_, bottom), _ = frames[0].points
            room = Room(shapes)
            assert min(room.around((x, y)) for x in (left, right_) for y in (top, bottom)) > 2, id_
            for shape in card:
                for x, y in shape.points:
                    assert left - 2 < x < right_ + 2 and top - 2 < y < bottom + 2, f"{id_}: {shape.name}"


@pytest.mark.first_routine
def test_sole_above_tucked_toes_is_seen(dataset):
    picture = drawing.drawing(dataset.exercises["standing-top-of-foot-stretch"].figure, "right").poses[-1]
    assert len([path for path in picture.lens.paths if path.tone == "far"]) >= 4, "pads of the sole and of toes"


@pytest.mark.first_routine
def test_ankle_that_rolls_is_told_by_a_line_that_bends(dataset):
    exercise = dataset.exercises["toe-lifts"]
    pose = exercise.faults[1].figure
    paths = drawing.fault(exercise.figure, pose, "right").poses[0].paths
    lines = [_numbers(path.d) for path in paths if path.tone == "edge" and path.d.count("L") == 2 and not path.closed]
    bends = [(x2 - x1) / (y2 - y1) - (x3 - x2) / (y3 - y2) for x1, y1, x2, y2, x3, y3 in lines if y1 < y2 - 100]
    assert len(bends) == 2, "the foot that rolls and the other one"
    assert bends[0] > 0.3 and abs(bends[1]) < 0.15, "toward the other foot, which is straight"


def test_fault_is_crossed_out_where_nothing_else_is(dataset):
    for exercise, figure in figures(dataset):
        for fault in exercise.faults:
            if fault.figure:
                picture = drawing.fault(figure, fault.figure, exercise.works).poses[0]
                cross = [path for path in picture.paths if path.tone == "wrong"][-2:]
                ends = [_numbers(path.d) for path in cross]
                assert ends[0][0::2] == ends[1][0::2] and ends[0][1::2] == ends[1][:0:-2], fault.fault
                left, top, width, high = picture.box
                assert left <= min(ends[0][::2]) and max(ends[0][::2]) <= left + width, fault.fault
                assert top <= min(ends[0][1::2]) and max(ends[0][1::2]) < top + high / 3, fault.fault


@pytest.mark.first_routine
def test_each_fault_says_by_an_arrow_what_goes_wrong(dataset):
    for exercise, figure in figures(dataset):
        for fault in exercise.faults:
            if fault.figure:
                picture = drawing.fault(figure, fault.figure, exercise.works).poses[0]
                assert len([path for path in picture.paths if path.tone == "wrong"]) == 4, fault.fault


def _middle(shapes, name):
    points = next(each.points for each in shapes if each.name == name)
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _numbers(d):
    return [int(each) for each in d.strip("M").replace("L", " ").split()]
