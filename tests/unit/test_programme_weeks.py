"""What a programme asks for in each of its weeks."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from limber import programme_weeks, programme_words, wording
from limber.dataset import parse
from limber.dataset.load import DatasetError, load
from limber.model.nouns import Session, StepDose
from limber.previews.text import of_programme
from limber.programme_weeks import Week

FILE = Path(__file__).parents[1] / "support" / "programmes.yaml"


@pytest.fixture(scope="module")
def programmes():
    return load(FILE).programmes


def said(programme, exercise):
    """The weeks as `5` or `5-`, with the dose of an exercise in each, of the first session that has it."""
    rows = []
    for weeks in programme_weeks.programme_weeks(programme):
        for session in weeks.sessions:
            for step, dose in zip(session.session.routine.steps, session.doses, strict=True):
                if step.exercise.id == exercise:
                    end = "-" if weeks.last is None else f"-{weeks.last}" if weeks.last > weeks.first else ""
                    rows.append((f"{weeks.first}{end}", wording.loaded(dose).replace(wording.NARROW, " ")))
    return rows


def test_messenger_shows_how_long_a_programme_takes_and_how_many_routines_it_has(programmes):
    shown = [of_programme(each) for each in programmes.values()]
    assert [(each.kind, each.dose, len(each.shown)) for each in shown] == [
        ("Programme", ("8 weeks and more", "3 routines"), 6),
        ("Programme", ("12 weeks", "1 routine"), 3),
    ]
    assert shown[1].description.startswith("12 weeks, 1 routine. Twelve weeks of heavy legs")


def test_weeks_grow_through_a_whole_programme_to_the_limit(programmes):
    rows = said(programmes["marathon-strength"], "single-leg-calf-raise")
    assert rows == [(str(week), f"3 × 15 with {5 * week} kg") for week in range(1, 13)]


def test_weeks_have_the_dose_of_their_phase(programmes):
    rows = dict(said(programmes["marathon-strength"], "back-squat"))
    assert rows["4"].endswith("then 3 × 10–12 with 50 kg, 3 reps in reserve")
    assert rows["5"].endswith("then 4 × 6–8 with 60 kg, 2 reps in reserve")
    assert rows["12"].endswith("then 5 × 5 with 70 kg, 1 rep in reserve")


def test_weeks_that_ask_for_the_same_are_told_in_one(programmes):
    assert {weeks for weeks, _ in said(programmes["knee-at-home"], "quad-set")} == {"1", "2", "3", "4", "5-", "1-8"}
    assert said(programmes["knee-at-home"], "walk")[-2:] == [("5-", "30 min"), ("1-8", "10–30 min")]


def test_routine_of_a_week_has_its_doses(programmes):
    weeks = programme_weeks.programme_weeks(programmes["marathon-strength"])[3]
    (session,) = weeks.sessions
    assert [step.exercise.id for step, _ in session.differing] == ["back-squat", "single-leg-calf-raise"]
    assert [step.start for step in session.routine.steps] == list(session.doses)


@pytest.mark.parametrize(
    ("written", "growth", "week", "told"),
    [
        ("{sets: 2, reps: 5}", "{each_week: {sets: 1}, limit: {sets: 4}}", 2, "3 × 5"),
        ("{sets: 2, reps: 5}", "{each_week: {sets: 1}, limit: {sets: 4}}", 9, "4 × 5"),
        ("{reps: {min: 8, max: 10}}", "{each_week: {reps: 2}, limit: {reps: 11}}", 2, "10–11 reps"),
        ("{reps: {min: 8, max: 10}}", "{each_week: {reps: 2}, limit: {reps: 11}}", 3, "11 reps"),
        ("{reps: {min: 8}}", "{each_week: {reps: 1}, limit: {reps: 12}}", 3, "10 or more reps"),
        ("{hold_seconds: 20}", "{each_week: {hold_seconds: 5}, limit: {hold_seconds: 60}}", 3, "30 s hold"),
        ("{reps: 5, load: {kg: 20}}", "{each_week: {kg: 2.5}, limit: {kg: 60}}", 4, "5 reps with 27.5 kg"),
        ("{reps: 5, load: {kg: 20}}", "{each_week: {kg: 2.5}, limit: {kg: 60}}", 5, "5 reps with 30 kg"),
        ("{reps: 5, load: {kg: 20}}", "{each_week: {kg: 5}, limit: {kg: 60}, from_week: 4}", 4, "5 reps with 25 kg"),
        ("{reps: 5, load: {kg: 20}}", "{each_week: {kg: 5}, limit: {kg: 60}, from_week: 4}", 3, "5 reps with 20 kg"),
        ("{reps: 5, load: {kg: 20}}", "{each_second_week: {kg: 5}, limit: {kg: 60}}", 2, "5 reps with 20 kg"),
        ("{reps: 5, load: {kg: 20}}", "{each_second_week: {kg: 5}, limit: {kg: 60}}", 3, "5 reps with 25 kg"),
        ("{reps: 5, load: {kg: 20}}", "{each_third_week: {kg: 5}, limit: {kg: 60}}", 4, "5 reps with 25 kg"),
        ("{reps: 5, load: {kg: 20}}", "{each_fourth_week: {kg: 5}, limit: {kg: 60}}", 5, "5 reps with 25 kg"),
        ("{reps: 5, load: {kg: 20}}", "{each_second_week: {kg: 5}, limit: {kg: 60}}", 6, "5 reps with 30 kg"),
        ("{reps: 5, load: {kg: 20}}", "{each_fourth_week: {kg: 5}, limit: {kg: 60}}", 9, "5 reps with 30 kg"),
        (
            "{reps: 5, load: {kg: 20}}",
            "{each_second_week: {kg: 5}, limit: {kg: 60}, from_week: 2}",
            4,
            "5 reps with 30 kg",
        ),
        (
            "{reps: 5, load: {assistance_kg: 12}}",
            "{each_week: {assistance_kg: -5}, limit: {assistance_kg: 0}}",
            9,
            "5 reps with 0 kg assistance",
        ),
        (
            "{reps: 5, load: {step_cm: 10}}",
            "{each_week: {step_cm: 5}, limit: {step_cm: 30}}",
            2,
            "5 reps on a 15 cm step",
        ),
        ("{reps: 5, effort: {rir: 3}}", "{each_week: {rir: -1}, limit: {rir: 1}}", 2, "5 reps, 2 reps in reserve"),
        (
            "{sets: 3, reps: 5, rest_seconds: 90}",
            "{each_week: {rest_seconds: -10}, limit: {rest_seconds: 60}}",
            9,
            "3 × 5, rest 60 s",
        ),
        (
            "{sets: [{reps: 8, load: {words: empty bar}}, {reps: 5, load: {kg: 40}}, {reps: 3, load: {kg: 50}}]}",
            "{each_week: {kg: 5}, limit: {kg: 52}}",
            2,
            "8 reps with empty bar, then 5 reps with 45 kg, then 3 reps with 52 kg",
        ),
    ],
)
def test_dose_of_a_week_has_grown(programmes, written, growth, week, told):
    programme = programmes["marathon-strength"]
    phase = programme.phases[0]
    (routine,) = {session.routine.id: session.routine for session in phase.sessions}.values()
    step = routine.steps[0]
    record = {"growth": {routine.anchor(step): yaml.safe_load(growth)}}
    dose = parse.dose(yaml.safe_load(written))
    session = Session(routine, doses=(StepDose(routine.anchor(step), dose),), growths=parse.growths(record))
    grown = programme_weeks.week_dose(programme, Week(phase, week, week), session, step)
    assert wording.dose(grown, step.exercise).replace(wording.NARROW, " ") == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"days": ("monday",)}, "Monday"),
        ({"every_days": 3, "times_a_day": parse.Range(2, 2)}, "every third day, twice"),
        ({"every_days": 7}, "once a week"),
        ({"every_days": 10}, "every 10 days"),
        ({"times_a_week": parse.Range(1, 1)}, "1 day a week"),
        ({}, "each day"),
        ({"days": ("monday",), "every_weeks": 2, "first_week": 3}, "Monday, every second week from week 3 on"),
        ({"every_weeks": 8, "first_week": 4}, "each day, every 8 weeks from week 4 on"),
        ({"days": ("monday",), "first_week": 3}, "Monday, from week 3 on"),
        *(
            (
                {"every_days": days, "every_weeks": days, "first_week": 2},
                f"every {nth} day, every {nth} week from week 2 on",
            )
            for days, nth in enumerate(("second", "third", "fourth", "fifth", "sixth"), 2)
        ),
    ],
)
def test_session_says_when_it_is_done(programmes, written, told):
    routine = programmes["marathon-strength"].phases[0].sessions[0].routine
    assert programme_words.when(Session(routine, **written)) == told


def taking_turns(tmp_path):
    """A programme with a walk that grows in every second week, and knees in the others."""
    data = yaml.safe_load(FILE.read_text("utf-8"))
    walk = {"walk": {"each_second_week": {"work_seconds": 300}, "limit": {"work_seconds": 1800}}}
    turns = [
        {"routine": "knee-walk", "days": ["monday"], "every_weeks": 2, "growth": walk},
        {"routine": "knee-strength", "days": ["monday"], "every_weeks": 2, "first_week": 6},
    ]
    phases = [
        {"name": "Before", "weeks": {"first": 1, "last": 4}, "sessions": [{"routine": "knee-walk"}]},
        {"name": "Turns", "weeks": {"first": 5, "last": 8}, "sessions": turns},
        {"name": "Still", "weeks": {"first": 9, "last": 12}, "sessions": [{**turns[1], "first_week": 10}]},
    ]
    data["programmes"]["knee-at-home"]["phases"] = phases
    file = tmp_path / "exercises.yaml"
    file.write_text(json.dumps(data, indent=1), "utf-8")
    return load(file).programmes["knee-at-home"]


def test_a_dose_that_grows_each_time_has_grown_by_the_times_of_the_weeks_before(tmp_path):
    data = yaml.safe_load(FILE.read_text("utf-8"))
    marathon = data["programmes"]["marathon-strength"]
    marathon["growth"] = {"back-squat": {"each_time": {"kg": 2.5}, "limit": {"kg": 80}}}
    squat = {"back-squat": {"sets": 5, "reps": 5, "load": {"kg": 20}}}
    step = data["routines"]["runner-strength"]["steps"][0]
    step["dose"] = {"start": squat["back-squat"]}
    alone = {"routine": "runner-strength", "doses": squat, "days": ["sunday"]}  # does not count: a dose of its own
    both = [
        {"routine": "runner-strength", "days": ["monday", "friday"], "every_weeks": 2},
        {"routine": "runner-strength", "days": ["wednesday"], "times_a_day": 2},
        alone,
    ]
    own = {**alone, "growth": {"back-squat": {"each_time": {"kg": 5}, "limit": {"kg": 40}}}}
    marathon["phases"] = [
        {"name": "One", "weeks": {"first": 1, "last": 3}, "sessions": both},
        {"name": "Two", "until": "You can.", "sessions": [both[1], own]},
    ]
    file = tmp_path / "exercises.yaml"
    file.write_text(json.dumps(data, indent=1), "utf-8")
    programme = load(file).programmes["marathon-strength"]
    begun = {}
    for weeks in programme_weeks.programme_weeks(programme):
        begun[weeks.first] = [
            wording.dose(dose, step.exercise).replace(wording.NARROW, " ").removeprefix("5 × 5 with ")
            for dose, step in ((each.doses[0], each.session.routine.steps[0]) for each in weeks.sessions)
        ]
    more = ", then each time {} kg more"
    assert begun[1][0] == "20 kg" + more.format(2.5)
    assert begun[2][1] == "30 kg" + more.format(2.5)  # two on Monday and Friday, two on Wednesday
    assert begun[3][:2] == ["35 kg" + more.format(2.5)] * 2
    assert begun[3][2] == "20 kg"
    assert begun[4] == ["45 kg" + more.format(2.5), "20 kg" + more.format(5)]
    assert begun[8] == ["65 kg" + more.format(2.5), "40 kg"]
    assert max(begun) == 11
    assert begun[11] == ["80 kg", "40 kg"]


def test_routines_that_take_turns_are_told_in_their_own_weeks(tmp_path):
    told = [
        (
            programme_words.weeks(each.weeks.first, each.weeks.last),
            session.planned.session.routine.id,
            programme_words.when_in(session.planned.session, each.weeks.first, each.weeks.last),
            [wording.dose(dose, step.exercise).replace(wording.NARROW, " ") for step, dose in session.doses],
        )
        for each in programme_weeks.news(taking_turns(tmp_path))
        for session in each.sessions
    ]
    assert told[1:] == [
        ("Weeks 5–6", "knee-walk", "Monday, every second week from week 5 on", []),
        ("Weeks 5–6", "knee-strength", "Monday, every second week from week 6 on", []),
        ("Weeks 7–8", "knee-walk", "Monday, every second week from week 5 on", ["15–30 min, effort 3–4 of 10"]),
        ("Weeks 7–8", "knee-strength", "Monday, every second week from week 6 on", []),
        ("Weeks 9–12", "knee-strength", "Monday, every second week from week 10 on", []),
    ]


def test_one_week_names_only_what_is_done_in_it(tmp_path):
    weeks = programme_weeks.programme_weeks(taking_turns(tmp_path))[1]
    walk, knees = (each.session for each in weeks.sessions)
    of_week = [replace(weeks, first=week, last=week) for week in (5, 6)]
    assert [(each.has(walk), each.has(knees)) for each in of_week] == [(True, False), (False, True)]
    assert programme_words.when_in(walk, 5, 5) == "Monday"


def test_the_last_phase_may_go_on(tmp_path):
    text = FILE.read_text("utf-8")
    file = tmp_path / "exercises.yaml"
    file.write_text(text.replace("weeks: {first: 9, last: 12}", "weeks: {first: 9}"), "utf-8")
    programme = load(file).programmes["marathon-strength"]
    assert programme_words.how_long(programme) == "8 weeks and more"
    one, *_ = programme.phases
    for phases, long, when in (
        ([replace(one, weeks=parse.Range(1, 1))], "1 week", "Week 1"),
        ([replace(one, weeks=None, until="pain is gone")], "As long as it takes", "As long as it takes"),
        (
            [replace(one, weeks=None, until=""), replace(one, weeks=parse.Range(1, 1))],
            "1 week and more",
            "From then on",
        ),
    ):
        some = replace(programme, phases=tuple(phases))
        assert (programme_words.how_long(some), programme_words.span(some.phases[0])) == (long, when)
    last = programme_weeks.programme_weeks(programme)[-1]
    assert (last.first, last.last) == (12, None)  # until the calf raises have reached their limit


def test_weeks_are_said_by_their_numbers():
    assert [programme_words.weeks(*each) for each in ((1, 1), (1, 4), (5, None))] == [
        "Week 1",
        "Weeks 1–4",
        "From week 5",
    ]


def test_an_exercise_that_comes_again_is_named_with_its_step(tmp_path):
    text = FILE.read_text("utf-8")
    again = text.replace(
        "      - {exercise: split-squat, priority: core}\n",
        "      - {exercise: split-squat, priority: core}\n      - {exercise: back-squat, priority: core}\n",
    )
    file = tmp_path / "exercises.yaml"
    file.write_text(again.replace("              back-squat:\n", "              back-squat-4:\n", 1), "utf-8")
    session = load(file).programmes["marathon-strength"].phases[0].sessions[0]
    assert [each.step for each in session.doses] == ["back-squat-4"]
    named = [programme_words.named(step.exercise.name, session.routine, step) for step in session.routine.steps]
    assert [each for each in named if " of " in each] == ["Back squat, 1 of 2", "Back squat, 2 of 2"]
    file.write_text(again.replace("              back-squat:\n", "              back-squat-3:\n", 1), "utf-8")
    with pytest.raises(DatasetError, match='routine "runner-strength" has no step "back-squat-3"'):
        load(file)


def test_phases_with_the_same_routines_are_told_of_together_with_the_doses_of_both(library):
    programme = library.programmes["runner-strength-in-eight-weeks"]
    first, second, third = programme.phases
    assert programme_weeks.told_together(programme) == ((first, second), (third,))
    (session,) = programme_weeks.sessions(programme, (first, second))
    assert [each.session for each in session.planned] == [first.sessions[0], second.sessions[0]]
    assert {tuple((weeks.first, weeks.last) for weeks in doses) for doses in session.steps} == {((1, 2), (3, 4))}
    doses = [(step.start, step.goal) for step in first.sessions[0].routine.steps]
    assert [tuple(weeks.dose for weeks in each) for each in session.steps] == doses
    growing = load(FILE).programmes["marathon-strength"]
    assert len(programme_weeks.told_together(growing)) == len(growing.phases), "their columns would be too many"
    opened = replace(programme, phases=(replace(first, weeks=None), second, third))
    assert len(programme_weeks.told_together(opened)) == 3, "its weeks are counted from 1 again behind it"
