"""What is shown again beside a figure, and what is crossed out: the same foot, touching the same things."""

from __future__ import annotations

import re
from math import dist, hypot

from figure_stances import figures
from limber.figures import drawing, insets, paths, props
from limber.figures.foot import is_on_its_toes, skin, thick
from limber.model.figure import FEET, SOLE, TRUNK, WHOLE

NEAR = 0.2  # centimetres: a foot is moved onto a round thing in one step, and a skin is soft


def _larger(dataset):
    """Each figure that shows a foot larger, or a fault of it that does: which foot, and how it stands."""
    for exercise, figure in figures(dataset):
        faults = [each.figure for each in exercise.faults if each.figure and each.figure.detail]
        for pose in (figure.poses[-1], *faults):
            name = pose.detail or figure.detail
            name = "right_foot" if name == FEET else name
            if name not in ("", TRUNK) and figure.body == WHOLE:
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


def test_toes_that_are_tucked_lie_on_their_tops_and_point_back(dataset):
    found = [each for each in _larger(dataset) if is_on_its_toes(each[2], each[3].split("_")[0])]
    assert found
    for name, figure, stance, foot in found:
        points = insets.close_up(figure, stance, foot)
        kept = {f"{foot.split('_')[0]}_big_toe"} & set(stance.joints)
        for number in range(2 if kept else 1, 6):
            joint, tip = (points[f"toe{number}{part}"] for part in ("joint", "tip"))
            assert tip[0] < joint[0] < points["heel"][0] + 8, f"{name}: toe {number} points ahead"
            low = joint[2] - thick(f"toe{number}")
            assert abs(tip[2] - joint[2]) < 0.01 and low < 1.6, f"{name}: toe {number} is {low:.1f} cm up"
        assert points["heel"][2] > 12, f"{name}: the heel is above them"


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


def test_who_lies_is_seen_with_shins_level_and_the_block_between_knees_while_ankles_go_apart(dataset):
    exercise = dataset.exercises["supine-block-hold"]
    figure = exercise.figure
    apart = []
    for pose in figure.poses:
        of = paths.stance(figure, pose.by_name())
        drawn = paths.shapes(figure, of, figure.view, exercise.works)
        feet, knees = ([_middle(drawn, f"{side}_{part}") for side in ("right", "left")] for part in ("heel", "knee"))
        block, head, trunk = (_middle(drawn, name) for name in ("block", "head", "trunk"))
        assert head[0] < trunk[0] < block[0] < min(x for x, _ in feet), "the head on the left, the feet on the right"
        assert max(feet[0][1], block[1]) < trunk[1], "shins and block are above the trunk"
        assert knees[0][1] > block[1] > knees[1][1], "the right knee is nearer, so below"
        apart.append(feet[0][1] - feet[1][1])
    assert apart[1] > 2 * apart[0]


def test_ankle_that_rolls_is_told_by_a_line_that_bends(dataset):
    exercise = dataset.exercises["toe-lifts"]
    pose = exercise.faults[1].figure
    paths = drawing.fault(exercise.figure, pose, "right").poses[0].paths
    assert len([path for path in paths if path.tone == "wrong"]) == 6, "an arrow for each"
    lines = [_numbers(path.d) for path in paths if path.tone == "edge" and path.d.count("L") == 2 and not path.closed]
    bends = [(x2 - x1) / (y2 - y1) - (x3 - x2) / (y3 - y2) for x1, y1, x2, y2, x3, y3 in lines if y1 < y2 - 100]
    assert len(bends) == 2, "both feet"
    assert bends[0] > 0.3 and bends[1] < -0.3, "toward each other"


def test_fault_is_crossed_out_at_the_upper_left(dataset):
    for exercise, figure in figures(dataset):
        for fault in exercise.faults:
            if fault.figure:
                picture = drawing.fault(figure, fault.figure, exercise.works).poses[0]
                cross = [path for path in picture.paths if path.tone == "wrong"][-2:]
                ends = [_numbers(path.d) for path in cross]
                assert ends[0][0::2] == ends[1][0::2] and ends[0][1::2] == ends[1][:0:-2], fault.fault
                left, top, width, high = picture.box
                assert left <= min(ends[0][::2]) and max(ends[0][::2]) <= left + width / 2, fault.fault
                assert top <= min(ends[0][1::2]), fault.fault
                assert max(ends[0][1::2]) < top + min(high, max(high, width) / 3), fault.fault
                assert max(ends[0][::2]) - min(ends[0][::2]) > max(high, width) / 8, "seen in a flat picture, too"


def test_each_fault_says_by_an_arrow_what_goes_wrong(dataset):
    for exercise, figure in figures(dataset):
        for fault in exercise.faults:
            if fault.figure:
                picture = drawing.fault(figure, fault.figure, exercise.works).poses[0]
                strokes = len([path for path in picture.paths if path.tone == "wrong"])
                assert strokes in (4, 6), f"{fault.fault}: a cross, and an arrow or two"


def _fault(dataset, id_, number):
    """A fault by its exercise and number: its picture, and its paths as corners by tone."""
    exercise = dataset.exercises[id_]
    pose = exercise.faults[number].figure
    picture = drawing.fault(exercise.figure, pose, exercise.works).poses[0]
    corners: dict[str, list[list[int]]] = {}
    for path in picture.paths:
        corners.setdefault(path.tone, []).append(_numbers(path.d.removesuffix("z").split("h")[0]))
    return picture, corners


def test_foot_that_turns_out_is_seen_from_above_beside_the_line_where_it_should_point(dataset):
    picture, corners = _fault(dataset, "calf-stretch", 2)
    dome = corners["prop"][0]
    assert max(dome[::2]) - min(dome[::2]) > 1.2 * (max(dome[1::2]) - min(dome[1::2])), "a bar across"
    dashes = [each for each in _lines(picture, "ink") if len(each) == 4]
    upward = [(x2 - x1) / (y1 - y2) for x1, y1, x2, y2 in dashes if abs(y2 - y1) > 5 and abs(x2 - x1) < 4]
    assert len(upward) > 4, "dashes that go straight ahead"
    arrow = max(corners["wrong"], key=len)
    assert arrow[-2] > arrow[0] + 40 and arrow[-1] > arrow[1], "from there outward, to the right of the right foot"


def test_ribs_that_push_forward_are_seen_large(dataset):
    exercise = dataset.exercises["calf-stretch"]
    picture, whole = (_fault(dataset, "calf-stretch", number)[0] for number in (1, 0))
    assert picture.box[3] < 0.75 * whole.box[3], "nothing below the knees"
    points = paths.stance(exercise.figure, exercise.faults[1].figure.by_name()).points
    neck, waist, pelvis = (points[each][0] for each in ("neck", "right_waist", "right_pelvis"))
    assert waist > neck and waist > pelvis, "the body is bent like a bow"


def test_heels_that_fall_outward_have_arrows_away_from_each_other(dataset):
    _, corners = _fault(dataset, "kneeling-top-of-foot-stretch", 0)
    lines = sorted(each for each in corners["wrong"] if len(each) == 4)[:4]
    ways = [x2 - x1 for x1, y1, x2, y2 in lines if abs(x2 - x1) > 2 * abs(y2 - y1)]
    assert sorted(way > 0 for way in ways) == [False, True]


def test_block_that_is_squeezed_is_thinner_and_has_arrows_from_both_sides(dataset):
    exercise = dataset.exercises["supine-block-hold"]
    _, corners = _fault(dataset, "supine-block-hold", 0)
    corner = [sum(corners["prop"][0][axis::2]) / len(corners["prop"][0][axis::2]) for axis in (0, 1)]
    upper, lower = sorted((each for each in corners["wrong"][:-2] if len(each) == 4), key=lambda each: each[1])
    assert upper[1] < upper[3] < corner[1] < lower[3] < lower[1], "one from above and one from below"
    for x, y, x2, y2 in (upper, lower):
        assert dist((x2, y2), corner) < dist((x, y), corner), "both go to the block"
    rooms = []
    for pose in (exercise.figure.poses[-1], exercise.faults[0].figure):
        points = paths.stance(exercise.figure, pose.by_name()).points
        rooms.append(points["left_knee"][1] - points["right_knee"][1])
    assert rooms[1] < rooms[0] - 2


def test_toe_that_is_not_tucked_points_ahead(dataset):
    exercise = dataset.exercises["standing-top-of-foot-stretch"]
    pose = {**exercise.figure.poses[-1].by_name(), "right_big_toe": 88}
    stance = paths.stance(exercise.figure, pose)
    points = insets.close_up(exercise.figure, stance, "right_foot")
    ahead = [points[f"toe{number}tip"][0] > points[f"toe{number}base"][0] for number in range(1, 6)]
    assert ahead == [True, False, False, False, False]


def _lines(picture, tone):
    return [_numbers(path.d) for path in picture.paths if path.tone == tone and not path.closed and "h" not in path.d]


def _middle(shapes, name):
    points = next(each.points for each in shapes if each.name == name)
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _numbers(d):
    return [int(each) for each in re.findall(r"-?\d+", d)]
