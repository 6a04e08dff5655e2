"""The room around what is drawn: near and far are told alike, however they are asked for."""

from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from limber.figures.clearance import Room
from limber.figures.shapes import Shape

BAR = Shape("bar", "ink", ((0, 0), (10, 0)), 4, False)
FACE = Shape("face", "prop", ((20, 0), (30, 0), (30, 10), (20, 10)), 0, True)
MAT = Shape("mat", "mat", ((-50, -50), (50, -50), (50, 50)), 0, True)
PLACES = st.tuples(st.integers(-60, 60), st.integers(-60, 60))
SHAPES = st.builds(
    Shape,
    st.just("any"),
    st.sampled_from(["ink", "mat"]),
    st.lists(PLACES, min_size=1, max_size=6).map(tuple),
    st.integers(0, 20),
    st.booleans(),
)


def test_room_ends_at_the_skin_and_not_at_a_mat():
    room = Room([BAR, FACE, MAT])
    assert room.around((5, 6)) == 4
    assert room.around((13, 4)) == hypot(3, 4) - 2
    assert room.around((25, 5)) == -1
    assert room.around((25, -7)) == 7
    assert Room([]).around((0, 0)) == 1e9


@settings(deadline=None, derandomize=True)
@given(st.lists(SHAPES, max_size=5), st.lists(PLACES, min_size=1), st.integers(0, 9))
def test_place_is_free_if_there_is_more_room_than_asked_for(shapes, places, far):
    room = Room(shapes)
    for place in places:
        assert room.is_free(place, far) == (room.around(place) > far)
    nearest = min(map(room.around, places))
    assert room.along(places, far) == nearest or max(room.along(places, far), nearest) < far
