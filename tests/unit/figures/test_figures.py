"""The body of every figure: one person, within the ranges of joints, at rest on the ground and on things."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, cos, dist, hypot, sin

from hypothesis import given, settings
from hypothesis import strategies as st

from figure_stances import between, figures, stances
from limber.figures import body, drawing, foot, motion, pace, paths, props, skeleton, written
from limber.figures.shapes import FAR_VIEWS
from limber.figures.vectors import seen
from limber.model.figure import FOOT, TRUNK, WHOLE, Number
from trial_figures import trials

NEAR = 1e-6  # centimetres


def test_every_exercise_has_a_figure(dataset):
    assert [exercise.id for exercise in dataset.exercises.values() if not exercise.figure] == []


def test_joint_stays_within_its_range_in_each_pose_and_between(dataset):
    for name, _, stance in (*stances(dataset), *between(dataset)):
        for joint, degrees in stance.joints.items():
            plain = joint.removeprefix("right_").removeprefix("left_")
            assert not body.beyond(plain, degrees), f"{name}: {joint} at {degrees:.0f}"


def test_body_rests_and_goes_nowhere_below_the_ground(dataset):
    for name, figure, stance in (*stances(dataset), *between(dataset)):
        near = 0.35 if "ball" in stance.points else 0.05 if "frame" in name else NEAR  # a foot on its way, a soft sole
        grounds = props.ground_under(figure.places())
        if figure.body == FOOT:
            above = [point[2] - foot.thick(part) for part, point in stance.points.items()]
        else:
            above = [_above(part, point, grounds) for part, point in stance.points.items()]
        assert abs(min(above)) < near, f"{name}: {min(above):.2f} cm"


def test_foot_that_is_set_down_stands_on_the_ground(dataset):
    for exercise, figure in figures(dataset):
        for pose in figure.poses:
            for side in skeleton.SIDES:
                if f"{side}_step" in pose.by_name():
                    points = skeleton.stance(pose.by_name(), {}).points
                    feet = [_above(f"{side}_{part}", points[f"{side}_{part}"], {}) for part in ("heel", "ball", "toes")]
                    assert abs(min(feet)) < NEAR, exercise.id


def test_ball_touches_the_sole_and_the_ground(dataset):
    for name, _, stance in (*stances(dataset), *between(dataset)):
        if "ball" in stance.points:
            (heel_x, _, heel_z), (toe_x, _, toe_z) = (stance.points[each] for each in ("heel", "toe1base"))
            (flat_x, _, flat_z), base = foot.PARTS["heel"][0], foot.TOES[0].base
            turned = atan2(toe_z - heel_z, toe_x - heel_x) - atan2(base[2] - flat_z, base[0] - flat_x)
            ball_x, _, ball_z = stance.points["ball"]
            below = (ball_z - heel_z) * cos(turned) - (ball_x - heel_x) * sin(turned) + flat_z
            assert abs(below + foot.BALL) < NEAR, name
            assert abs(ball_z - foot.BALL) < NEAR, name


def test_round_thing_lies_below_the_foot_and_not_beside_it(dataset):
    for name, figure, stance in (*stances(dataset), *between(dataset)):
        for place, thing in figure.places().items():
            if thing in props.ROUND:
                touch = props.touch(thing, place, stance.points)
                assert 0.1 < touch < 1.15, f"{name}: {touch:.2f} of the way along the foot"


def test_block_between_knees_is_as_thick_as_a_block(dataset):
    for name, figure, stance in (*stances(dataset), *between(dataset)):
        if "knees" in figure.places():
            room = dist(stance.points["right_knee"], stance.points["left_knee"]) - 2 * skeleton.thick("knee")
            assert 7 < room < 16, name


def test_every_pose_is_of_the_same_person(dataset):
    for name, figure, stance in (*stances(dataset), *between(dataset)):
        if figure.body == WHOLE:
            for side in skeleton.SIDES:
                hip, knee, ankle = (stance.points[f"{side}_{each}"] for each in ("hip", "knee", "ankle"))
                assert abs(dist(hip, knee) - body.THIGH) < NEAR, name
                assert abs(dist(knee, ankle) - body.SHANK) < NEAR, name


def test_standing_body_is_as_high_as_its_proportions_say():
    points = skeleton.stance({"right_sole": 0, "left_sole": 0}, {}).points
    assert abs(points["head"][2] + body.HEAD - body.HEIGHT) < 1
    assert body.HEIGHT / (2 * body.HEAD) == 7.5


LEG = {joint: st.integers(*body.RANGES[joint]) for joint in ("hip", "out", "turn", "knee", "ankle", "toes")}
ANY_LEGS = {f"{side}_{joint}": degrees for side in skeleton.SIDES for joint, degrees in LEG.items()}


@settings(deadline=None, derandomize=True)
@given(st.fixed_dictionaries({**ANY_LEGS, "lean": st.integers(-90, 90), "bend": st.integers(-40, 80)}))
def test_body_rests_in_whatever_pose(numbers):
    points = skeleton.stance(numbers, {}).points
    assert abs(min(_above(part, point, {}) for part, point in points.items())) < NEAR


@settings(deadline=None, derandomize=True)
@given(st.integers(-40, 40), st.integers(20, 60))
def test_knee_of_a_foot_that_is_set_down_bends_as_knees_do(step, knee):
    numbers = {"right_hip": knee / 2, "right_knee": knee, "right_sole": 0, "left_step": step}
    try:
        stance = skeleton.stance(numbers, {})
    except skeleton.OutOfReachError:
        return
    hip, bent, ankle = (stance.points[f"left_{each}"] for each in ("hip", "knee", "ankle"))
    straight = hip[0] + (ankle[0] - hip[0]) * (bent[2] - hip[2]) / (ankle[2] - hip[2])
    assert bent[0] >= straight - NEAR


def test_poses_of_a_figure_differ(dataset):
    for exercise, figure in figures(dataset):
        drawn = [picture.paths for picture in drawing.drawing(figure, exercise.works).poses]
        assert len({str(each) for each in drawn}) == len(figure.poses), exercise.id


def test_people_in_a_list_and_on_paper_are_about_equally_large_and_on_one_ground(dataset):
    sizes, printed = {}, {}
    for exercise, figure in figures(dataset):
        alone, listed = (of(figure, exercise.works) for of in (drawing.last, drawing.listed))
        if figure.body == WHOLE:
            sizes[exercise.id] = max(listed.box[2:])
            if figure.view in paths.STRAIGHT:
                ground = [box[1] + box[3] for box in (alone.box, listed.box)]
                assert abs(ground[0] - ground[1]) <= 1, f"{exercise.id}: on another ground than the others"
            printed[exercise.id] = max(max(each.box[2:]) for each in drawing.printed(figure, exercise.works))
    assert max(sizes.values()) < 1.2 * min(sizes.values()), sizes
    assert max(printed.values()) < 1.25 * min(printed.values()), printed


def test_picture_in_a_list_has_the_enlarged_part_or_a_bold_arrow_that_goes_on(dataset):
    for exercise, figure in figures(dataset):
        listed, pose = drawing.listed(figure, exercise.works), drawing.end_numbers(figure)[-1]
        assert listed.shows == figure.poses[pose].shows, exercise.id
        arrows = [path.width for path in listed.paths if path.tone == "arrow"]
        usual = [path.width for path in _poses(exercise).poses[0].paths if path.tone == "arrow"]
        assert bool(arrows) != bool(listed.lens) == figure.detail.endswith("foot"), exercise.id
        assert not arrows or min(arrows) > 1.4 * min(usual), exercise.id


def test_head_and_trunk_alone_are_larger_in_a_list_than_one_who_stands(library):
    drawn = {exercise.id: drawing.listed(figure, exercise.works).box for exercise, figure in figures(library)}
    alone = {exercise.id for exercise, figure in figures(library) if figure.detail == TRUNK}
    assert alone and max(drawn[each][3] for each in alone) < 0.7 * drawn["heel-raise"][3]


def test_side_that_works_is_told_by_its_tone_where_one_side_hides_the_other(dataset):
    for exercise, figure in figures(dataset):
        if exercise.works and figure.body == WHOLE and figure.view in FAR_VIEWS:
            for picture in drawing.drawing(figure, exercise.works).poses:
                assert {"ink", "far"} <= {path.tone for path in picture.paths}, exercise.id


def test_limb_that_moves_is_never_the_pale_one(dataset):
    for exercise, figure in figures(dataset):
        if figure.body == WHOLE:
            for pose in (*figure.poses, *(fault.figure for fault in exercise.faults if fault.figure)):
                of = paths.stance(figure, pose.by_name())
                drawn = paths.shapes(figure, of, pose.view, exercise.works)
                pale = {shape.name.split("_")[0] for shape in drawn if shape.tone == "far" and "arm" not in shape.name}
                moving = {limb.split("_")[0] for limb in figure.moving_limbs() if limb.endswith("leg")}
                assert not pale & moving, f"{exercise.id}: {pose.shows}"


def test_toe_that_comes_up_toward_one_shows_its_pad_and_each_other_its_nail(dataset):
    figure = dataset.exercises["toe-lifts"].figure
    up = [set(), {1}, {2, 3, 4, 5}, set()]
    for pose, lifted in zip(figure.poses, up, strict=True):
        names = {each.name for each in paths.shapes(figure, paths.stance(figure, pose.by_name()), figure.view, "right")}
        assert {number for number in range(1, 6) if f"pad{number}" in names} == lifted, pose.shows
        assert {number for number in range(1, 6) if f"nail{number}" in names} == {1, 2, 3, 4, 5} - lifted, pose.shows


def test_arch_that_is_drawn_up_makes_a_foot_shorter_and_leaves_heel_and_ball_on_the_ground():
    flat, short = (foot.stance({"arch": arch}).points for arch in (0, 2))
    long = [each["toe1tip"][0] - each["heel"][0] for each in (flat, short)]
    assert 2 < long[0] - long[1] < 4
    assert abs(short["hollow"][2] - flat["hollow"][2] - 2) < NEAR
    for part in ("heel", "inner"):
        assert abs(short[part][2] - flat[part][2]) < NEAR, part


def test_towel_comes_nearer_and_into_folds_as_toes_draw_it_in():
    figure = trials()["towel-curl"]
    ends, heights = [], []
    for pose in figure.poses:
        shapes = paths.shapes(figure, paths.stance(figure, pose.by_name()), "side", "")
        line, towel = (each for each in shapes if each.name == "towel")
        assert (line.tone, towel.tone) == ("prop-edge", "prop"), "on paper it is white with a line round it"
        ends.append(towel.points[-1][0])
        heights.append(-min(y for _, y in towel.points))
    assert ends[0] - ends[1] == 8
    assert heights[1] > heights[0] + 2


def test_foot_in_the_air_turns_about_its_ankle():
    points = [foot.stance({"lift": 8, "toes_out": out}).points for out in (-14, 14)]
    assert dist(points[0]["ankle"], points[1]["ankle"]) < 0.5
    assert points[0]["toe1tip"][1] > points[1]["toe1tip"][1] + 8, "outward is to the right, of a right foot"


def test_pelvis_that_lists_has_a_line_through_it_that_tilts(dataset):
    figure = dataset.exercises["pelvic-list"].figure
    tilts = []
    for pose in figure.poses:
        drawn = paths.shapes(figure, paths.stance(figure, pose.by_name()), figure.view, "right")
        (x, y), (x2, y2) = next(shape.points for shape in drawn if (shape.name, shape.tone) == ("level", "ink"))
        tilts.append((y2 - y) / (x2 - x))
    assert tilts[0] > 0.3 and tilts[1] < -0.3, "it hangs, then it is up, which stands for the exercise"


def test_each_pose_but_the_last_says_which_way_it_goes_on(dataset):
    for exercise, _ in figures(dataset):
        arrows = [[path for path in each.paths if path.tone == "arrow"] for each in _poses(exercise).poses]
        assert all(arrows[:-1]), exercise.id
        assert bool(arrows[-1]) == bool(exercise.figure.poses[-1].moves), (
            f"{exercise.id}: the way back, where it is work"
        )


def test_both_sides_that_go_on_have_an_arrow_each(dataset):
    first = _poses(dataset.exercises["supine-block-hold"]).poses[0]
    assert len([path for path in first.paths if path.tone == "arrow"]) == 4, "a line and a head for each ankle"


def test_where_it_is_felt_is_a_ring_and_in_the_inset_where_there_is_one(dataset):
    for exercise, figure in figures(dataset):
        last = _poses(exercise).poses[-1]
        is_within = last.lens and any(each.endswith("foot_top") for each in figure.felt)
        within, without = (last.lens.paths, last.paths) if is_within else (last.paths, last.lens and last.lens.paths)
        tones = [path.tone for path in within if path.tone.startswith("felt")]
        assert tones == ["felt-edge", "felt", "felt-edge"] * len(figure.felt), exercise.id
        assert not [path for path in without or () if path.tone.startswith("felt")], exercise.id


def test_where_it_is_felt_is_a_ring_where_no_inset_shows_it(dataset):
    for exercise, figure in figures(dataset):
        *_, end = drawing.ends(figure, exercise.works)
        assert bool(end.lens) == bool(_poses(exercise).poses[-1].lens), f"{exercise.id}: on paper as on its page"
        for picture in (drawing.last(figure, exercise.works), end):
            drawn = (*picture.paths, *(picture.lens.paths if picture.lens else ()))
            assert len([path for path in drawn if path.tone == "felt"]) == len(figure.felt), exercise.id


def test_inset_is_tied_to_what_it_shows_and_does_not_cover_it(dataset):
    for exercise, _ in figures(dataset):
        if lens := _poses(exercise).poses[-1].lens:
            x, y, right, down = (int(each) for each in lens.link.strip("M").replace("L", " ").split())
            left, top, wide, high = lens.place
            assert y == top + high and left <= x <= left + wide, exercise.id
            around = lens.around
            assert down == around[1] and around[0] <= right <= around[0] + around[2], exercise.id
            assert y < down, exercise.id


def test_figure_moves_in_the_tempo_of_its_exercise(dataset):
    raised, lowered = pace.keyframe_timings(dataset.exercises["pelvic-list"])
    assert (lowered.move, lowered.stay, raised.move) == (2, 1, 2)
    stretch = dataset.exercises["calf-stretch"]
    assert pace.keyframe_timings(stretch)[0].stay > pace.keyframe_timings(stretch)[1].stay, "a stretch is held"
    assert pace.keyframe_timings(replace(stretch, figure=None)) == ()


def _above(part, point, grounds):
    if part.endswith(("hip", "shoulder", "neck", "waist")):
        return 1e9
    return point[2] - skeleton.thick(part) - grounds.get(part.split("_")[0], 0)


def _poses(exercise):
    return drawing.drawing(exercise.figure, exercise.works)


def test_two_poses_tell_a_movement_even_where_it_ends_as_it_began(dataset):
    toes, ball = (dataset.exercises[id_].figure for id_ in ("toe-lifts", "ball-roll"))
    assert drawing.end_numbers(toes) == (1, 2), "the big toe up, then the others"
    assert drawing.end_numbers(ball) == (0, 2), "the ball below the heel, then below the toes"
    assert drawing.end_numbers(replace(ball, poses=ball.poses[:1])) == (0,)
    assert drawing.change(ball, "right") > drawing.change(replace(ball, poses=ball.poses[:1]), "right") == 0
    assert [each.shows for each in drawing.ends(toes, "right")] == [each.shows for each in toes.poses[1:3]]


def _writing():
    """A toe goes up from the first pose to the second."""
    figure = trials()["ankle-alphabet"]
    ups = (Number("lift", 13), Number("sole", -32)), (Number("lift", 13), Number("sole", 16))
    poses = tuple(
        replace(figure.poses[0], moves=moves, numbers=numbers)
        for moves, numbers in zip(("toe1tip", ""), ups, strict=True)
    )
    return replace(figure, writes="letters", goes="", poses=poses)


def test_a_letter_is_written_up_to_the_part_that_writes_in_every_frame():
    figure = _writing()
    stances = [paths.stance(figure, each) for each in motion.frames(figure)[0]]
    drawn = [paths.shapes(figure, each, figure.view, "right") for each in stances]
    assert len({tuple(each for each in shapes if each.name == "letter") for shapes in drawn}) == 1, "they stay"
    far = []
    for shapes, of in zip(drawn, stances, strict=True):
        line, head = (each.points for each in shapes if each.name == "written")
        right, down = seen(of.points["toe1tip"], figure.view)
        assert line[-1] == head[1] == (right + paths.skin(figure, "toe1tip"), down)
        far.append(hypot(line[-1][0] - line[0][0], line[-1][1] - line[0][1]))
    top = far.index(max(far))
    assert far[0] == 0 < far[1] < far[top], "as far as the toe has gone"
    (written_, _) = (each.points for each in drawn[top] if each.name == "written")
    assert written_ in [each.points for each in drawn[0] if each.name == "letter"], "a line of the letter"


def test_what_is_written_has_no_arrow_beside_it_and_a_fault_no_letters():
    figure = _writing()
    for picture in (*drawing.drawing(figure, "right").poses, drawing.listed(figure, "right")):
        tones = [each.tone for each in picture.paths]
        assert "prop-edge" in tones and "arrow" not in tones
    wrong = drawing.fault(figure, replace(figure.poses[-1], shows=""), "right").poses[0]
    assert "prop-edge" not in [each.tone for each in wrong.paths]


def test_letters_stay_where_they_are_from_pose_to_pose():
    figure = _writing()
    for poses in (drawing.drawing(figure, "right").poses, drawing.ends(figure, "right")):
        assert len({each.box for each in poses}) == 1


def test_a_part_that_does_not_go_up_writes_nothing():
    figure = _writing()
    for poses in (figure.poses[::-1], figure.poses[:1], [replace(each, moves="") for each in figure.poses]):
        other = replace(figure, poses=tuple(poses))
        assert drawing.last(other, "right") == drawing.last(replace(other, writes=""), "right")


def test_letters_are_those_that_a_mirror_leaves_as_they_are():
    """A figure of the left side is mirrored."""
    for letter in (written.LARGE, *written.SMALL["letters"]):
        width = max(x for line in letter for x, _ in line)
        one, other = (
            {frozenset({(round(abs(around - x), 3), y) for x, y in line}) for line in letter} for around in (0, width)
        )
        assert one == other
