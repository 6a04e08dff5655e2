"""Every rule bites in a golden file, and none bites where nothing is wrong."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from typing import Any

import pytest

from golden_datasets import BAD, CONTENT, REAL, ROOT
from limber.dataset import parse
from limber.dataset.ledger import Ledger
from limber.dataset.ledger import read as read_ledger
from limber.dataset.load import ledger_in
from limber.dataset.problem import DatasetError
from limber.dataset.rules import (
    changes,
    doses,
    figures,
    films,
    groups,
    ids,
    loads,
    paper,
    pictures,
    poses,
    programmes,
    published,
    records,
    registry,
    retired,
    routines,
    sides,
    texts,
    widths,
)
from limber.dataset.rules.tables import Tables
from limber.dataset.shape import check, schemas
from limber.dataset.written_out import written_out
from limber.dataset.yaml import reader

SCHEMA = json.loads((ROOT / "data" / "exercises.schema.json").read_text(encoding="utf-8"))
NOTHING = Ledger()
FILES = (
    changes,
    doses,
    figures,
    films,
    groups,
    ids,
    loads,
    paper,
    pictures,
    poses,
    programmes,
    published,
    records,
    retired,
    routines,
    sides,
    texts,
    widths,
)


def tables(data: Any, ledger: Ledger) -> Tables:
    return Tables.of(schemas.fitting(data, SCHEMA, SCHEMA), CONTENT, ledger)


def bite(text: str, ledger: Ledger = NOTHING) -> set[Callable[..., Any]]:
    """The rules that find something in a dataset."""
    try:
        reading = reader.read(text, "")
    except DatasetError:
        return set()
    data, unknown = written_out(reading.data)
    known = tables(data, ledger)
    biting: set[Callable[..., Any]] = {rule for rule in registry.RULES if list(rule(known))}
    if not biting and not unknown and not reading.ambiguities and not list(check.problems(data, SCHEMA)):
        sound = parse.dataset(data, reading.lines)
        biting |= {rule for rule in registry.MODEL_RULES if list(rule(sound))}
    return biting


def test_rules_all_have_a_golden_file() -> None:
    ledgers = {path: ledger_in(path.with_suffix(".published")) for path in BAD}
    biting = set().union(*(bite(path.read_bytes().decode(), ledgers[path]) for path in BAD))
    without = {rule.__name__ for rule in (*registry.RULES, *registry.MODEL_RULES) if rule not in biting}
    assert without == set()


def test_rules_are_all_asked() -> None:
    written = {
        function
        for file in FILES
        for name, function in inspect.getmembers(file, inspect.isfunction)
        if function.__module__ == file.__name__ and not name.startswith("_")
    }
    assert written == {*registry.RULES, *registry.NOTES, *registry.MODEL_RULES}
    assert all(rule.__doc__ and len(rule.__name__.split("_")) > 3 for rule in written)


def test_rules_find_nothing_in_the_dataset_of_the_site() -> None:
    assert bite(REAL.read_text(encoding="utf-8")) == set()


SOUND_TEXTS = """\
One foot at a time.
Keep both feet on the floor.
Try to tuck all five toes.
When two sessions in a row feel comfortable, add to one exercise.
Try it once more after the ball roll.
Change one thing at a time.
Lift the second toe.
Lift it for a second time.
Let the second foot follow.
Do it two to three times a week.
Repeat it twice a week.
Mind the ground, and set your feet apart.
Turn around slowly.
Put your weight on one leg and count on your breath.
The knee bends to about 90 degrees.
Stand on one set of toes, then the other.
Sit closer to the wall each time.
It is twice as hard on a soft mat.
Step forward with your left foot, some 20 cm.
Rest a little between the sides.
Knees < hips: bend & breathe at 5 > 4.
Toes * heels, a_b and c_d, f(x) [maybe].
Use a 10 x 10 cm block.
Lie on a mat of 2 × 1 m.
A block of 10 x 20 x 5 cm is best.
Step one hour after you eat.
Wait until 2 h after a meal.
Make the step twice as long.
Keep both hands at ten o'clock, as on a wheel.
"""


@pytest.mark.parametrize("text", SOUND_TEXTS.splitlines())
def test_rules_leave_a_plain_text_alone(text: str) -> None:
    sound = Tables({}, {}, {"x": {"instructions": [text]}}, {})
    assert [problem for rule in registry.RULES for problem in rule(sound) if "instructions" in problem.where] == []


DOSES = """\
Hold for 30 seconds.
Hold it for thirty seconds.
A 30-second hold.
Hold 30s.
Breathe for 20–30 s.
Go on for 1 to 2 min.
Stay for a minute.
Stay there for another minute.
Stay up for about a minute.
Stay for half a minute.
Hold for a second.
Do 10 reps.
Do ten slow repetitions.
Do three sets.
Do 2 x 10.
Do 3×10 on each side.
Repeat 3 times.
Repeat it five times.
Do all of this twice.
Lower to a count of three.
Count to ten.
Do it for 1:30.
Hold it for about 0:45.
5 x each side.
Do 5× per leg.
Raise it twice.
Raise it twice on each side.
Do 2 x 10 in a row.
Breathe for one hour.
Hold for 30 seconds after you rise.
"""


@pytest.mark.parametrize("text", DOSES.splitlines())
@pytest.mark.parametrize("field", ["instructions", "setup", "cues", "easier", "harder"])
def test_rule_finds_a_dose_in_prose(text: str, field: str) -> None:
    found = list(texts.a_text_leaves_the_dose_to_the_dose(Tables({}, {}, {"x": {field: [text]}}, {})))
    assert [problem.where for problem in found] == [("exercises", "x", field, 0)]


def test_rule_on_doses_leaves_alone_how_long_pain_may_last() -> None:
    record = {"stop_signs": ["Pain that lasts for more than 10 minutes."], "precautions": ["Wait for 2 hours."]}
    assert not list(texts.a_text_leaves_the_dose_to_the_dose(Tables({}, {}, {"x": record}, {})))


def test_rule_on_progressions_finds_every_circle() -> None:
    exercises = {
        "a": {"progressions": ["b", "c"]},
        "b": {"progressions": ["a"]},
        "c": {"progressions": ["d"]},
        "d": {"progressions": ["c", "e", "d"]},
        "e": {},
    }
    found = list(records.no_exercise_leads_back_to_itself(Tables({}, {}, exercises, {})))
    assert {problem.where for problem in found} == {
        ("exercises", "b", "progressions", 0),
        ("exercises", "d", "progressions", 0),
        ("exercises", "d", "progressions", 2),
    }


@pytest.mark.parametrize(
    ("written", "moves"),
    [("abc", ""), ("bac", "b"), ("bca", "a"), ("cab", "c"), ("abdce", "d"), ("dabce", "d"), ("", ""), ("ba", "b")],
)
def test_rule_on_order_moves_as_few_records_as_it_can(written: str, moves: str) -> None:
    found = list(ids.ids_stand_in_alphabetical_order(Tables({}, {}, {id_: {} for id_ in written}, {})))
    assert len(found) == len(moves)
    kept = [id_ for id_ in written if id_ not in {problem.where[1] for problem in found}]
    assert kept == sorted(kept)


def test_line_that_is_lost_or_changed_in_the_list_of_addresses_is_named() -> None:
    sound = "# A head.\n\nexercises/squat/ sq\nexercises/old/ -\n"
    assert read_ledger(sound, "published.txt").codes == {("exercises", "squat"): "sq", ("exercises", "old"): ""}
    with pytest.raises(DatasetError) as told:
        read_ledger(f"{sound}exercises/squat/ sx\nsquat\n", "published.txt")
    assert str(told.value).splitlines()[:4] == [
        'published.txt:5:1: exercises/squat/ has another code above, "sq".',
        "    Keep the line that was published first.",
        'published.txt:6:1: "squat" is not an address and a code.',
        "    Bring the line back as it was in an earlier version.",
    ]
