"""How a problem names its place and an author's words."""

from __future__ import annotations

from limber.problem import place_in_words, quoted
from limber.spelling import nearest


def test_place_reads_as_a_coach_would_say_it() -> None:
    assert place_in_words(("exercises", "x", "faults", 0, "fix")) == 'exercise "x", fault 1, fix'
    assert (
        place_in_words(("exercises", "x", "dose", "goal", "or", "reps")) == 'exercise "x", goal dose, alternative, reps'
    )
    assert place_in_words(("exercises", "x", "stop_signs", 1)) == 'exercise "x", stop sign 2'
    assert place_in_words(("exercises", "x", "feel", "not_here", 0)) == 'exercise "x", feel not here 1'
    assert place_in_words(("exercises", "x", "equipment", 1, "item")) == 'exercise "x", equipment 2, item'
    assert place_in_words(("routines", "r", "steps", 2, "dose", "start")) == 'routine "r", step 3, start dose'


def test_words_of_the_author_are_shown_whole_enough_and_harmless() -> None:
    assert quoted("\x1b[31mred\u202e") == '"\\u001b[31mred\\u202e"'
    assert len(quoted("a" * 500)) < 70
    assert nearest("Push Ups", ["push-up", "pull-up"]) == "push-up"
    assert nearest("handstand", ["push-up"]) == ""


def test_nearest_word_begins_alike_before_it_is_alike() -> None:
    amounts = ["sets", "reps", "hold_seconds", "work_seconds", "rest_seconds", "rep_rest_seconds", "tempo", "or"]
    wanted = {"rest": "rest_seconds", "work": "work_seconds", "hold": "hold_seconds", "rep": "reps", "temp": "tempo"}
    assert {word: nearest(word, amounts) for word in wanted} == wanted
    assert nearest("slide-plank", ["side-plank", "slide-lunge-on-a-wall"]) == "side-plank"
    assert nearest("wall-pushup", ["push-up", "wall-sit", "wall-push-up"]) == "wall-push-up"
