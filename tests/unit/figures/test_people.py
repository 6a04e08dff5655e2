"""The people whom figures show: other flesh and hair on the same poses, and nothing of it in the floor or a wall."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from compiled_components import components_in
from figure_stances import is_whole
from limber.figures import drawing, paths, person, scene
from limber.figures.person import PEOPLE
from limber.model.figure import AVERAGE, BROAD, OLDER, WHOLE, parse_figure
from trial_figures import exercises, trials

SEEN = 0.5  # centimetres
OTHERS = sorted(PEOPLE.keys() - {AVERAGE})
WHOLE_FIGURES = [name for name, figure in trials().items() if figure.body == WHOLE]


@pytest.fixture(autouse=True)
def _average():
    """Each test begins and ends with a site that names nobody."""
    person.show_by_default("")
    yield
    person.show_by_default("")


def _shown(name, who):
    return replace(trials()[name], person=who)


def _shapes(figure, pose):
    of = paths.stance(figure, pose.by_name())
    return paths.shapes(figure, of, figure.view, "right")


def test_there_are_two_people_besides_the_first():
    assert {BROAD, OLDER} <= set(OTHERS)


@pytest.mark.parametrize("who", OTHERS)
def test_person_is_seen_in_each_figure_and_in_the_same_pose(who):
    for name in WHOLE_FIGURES:
        for number, pose in enumerate(trials()[name].poses, 1):
            usual, other = (_shapes(_shown(name, each), pose) for each in (AVERAGE, who))
            assert usual != other, f"{name}, pose {number}"
            heads = [next(each for each in shapes if each.name == "head").points for shapes in (usual, other)]
            assert heads[0] == heads[1], f"{name}, pose {number}: the head of {who} is elsewhere"


@pytest.mark.parametrize("who", OTHERS)
def test_flesh_and_hair_lie_on_the_ground_and_not_in_it(who):
    for name in WHOLE_FIGURES:
        figure = _shown(name, who)
        if figure.view not in paths.STRAIGHT:
            continue
        for number, pose in enumerate(figure.poses, 1):
            lowest = [
                max(
                    y + each.width / 2 for each in _shapes(_shown(name, one), pose) for _, y in each.points if each.tone
                )
                for one in (AVERAGE, who)
            ]
            assert lowest[1] <= lowest[0] + SEEN, f"{name}, pose {number}: {who} is in the ground"


def test_round_back_is_straight_at_a_wall_and_a_belly_flat_on_what_it_lies_on():
    walls = [name for name in WHOLE_FIGURES if _on(name, scene.UPRIGHT)]
    assert walls, "some trial leans with its back"
    for name in walls:
        assert not any(
            each.name == "back" for pose in trials()[name].poses for each in _shapes(_shown(name, OLDER), pose)
        )
    lying = _shapes(_shown("prone-press", BROAD), trials()["prone-press"].poses[0])
    belly = next(each for each in lying if each.name == "belly")
    assert max(y for _, y in belly.points) + belly.width / 2 == pytest.approx(0, abs=SEEN)


def _on(name, things):
    return any(each.thing in things and each.part == "back" for pose in trials()[name].poses for each in pose.contacts)


@pytest.mark.parametrize("who", PEOPLE)
def test_figure_is_three_kilobytes_or_less_whomever_it_shows(root, dataset, library, who):
    for records in (dataset, library):
        exercises = {id_: _of(each, who) for id_, each in records.exercises.items()}
        components = components_in(root / "overrides" / "components", replace(records, exercises=exercises))
        drawn = {id_: components.render("figure", "../../", id_) for id_ in exercises}
        pictures = {id_: html.split('<div class="figure__control">')[0] for id_, html in drawn.items()}
        sizes = {id_: len(gzip.compress(html.encode(), 9)) for id_, html in pictures.items()}
        assert {id_: size for id_, size in sizes.items() if size > 3072} == {}


def _of(exercise, who):
    return replace(exercise, figure=replace(exercise.figure, person=who))


@pytest.mark.parametrize("who", PEOPLE)
def test_figure_has_its_arrows_within_its_pictures(who):
    for name in trials() if who == AVERAGE else WHOLE_FIGURES:
        drawn = drawing.drawing(_shown(name, who), "right")
        pictures = [*drawn.poses, *([drawn.motion] if drawn.motion else [])]
        assert all(is_whole(each) for each in pictures), f"{name}: an arrow is cut off"


def test_site_says_whom_figures_show_and_a_figure_says_otherwise():
    record = exercises()["squat"]["figure"]
    usual = drawing.drawing(parse_figure(record), "")
    person.show_by_default(BROAD)
    broad = drawing.drawing(parse_figure(record), "")
    assert broad == drawing.drawing(parse_figure({**record, "person": BROAD}), "") != usual
    assert drawing.drawing(parse_figure({**record, "person": AVERAGE}), "") == usual
