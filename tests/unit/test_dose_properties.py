"""Doses as chance makes them: what holds for the words and the length of each, whatever its numbers."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from any_doses import LATERALITIES, any_record, doses, ranges, record, sides, times
from limber import duration, wording
from limber.dataset import parse
from limber.model.nouns import Dose, Laterality, Range
from random_cases import cases
from sided import Sided

FIGURE = r"\d+(?:–\d+)?"
TIME = rf"{FIGURE}_(?:s|min)|\d+_min \d+_s"
TEMPO = r"\d+(?:‑\d+){3}"

FEET = Sided("unilateral", "foot")

a_set = settings(max_examples=cases(100), deadline=None, derandomize=True)


def said(words: str) -> str:
    return words.replace(wording.NARROW, "_")


def seconds_of(words: str) -> Range:
    """The time that words say, read back."""
    if both := re.fullmatch(r"(\d+)_min (\d+)_s", words):
        return Range.of(int(both[1]) * 60 + int(both[2]))
    found = re.fullmatch(rf"({FIGURE})_(s|min)", words)
    assert found, words
    return figure_of(found[1]) * (60 if found[2] == "min" else 1)


def figure_of(words: str) -> Range:
    least, _, most = words.partition("–")
    return Range(int(least), int(most or least))


@given(ranges(times))
@a_set
def test_seconds_in_words_are_the_same_seconds_read_back(time: Range) -> None:
    assert seconds_of(said(wording.seconds(time))) == time


@given(ranges(st.integers(1, 40_000)))
@a_set
def test_length_in_minutes_is_off_by_half_a_minute_at_most_and_says_when_it_is(time: Range) -> None:
    words = said(wording.minutes(time))
    told = seconds_of(words.removeprefix("about "))
    assert words.startswith("about ") == (told != time)
    assert abs(told.max - time.max) <= 30
    assert abs(told.min - time.min) <= 30 or (time.min < 30 and told.min == 60)
    assert told.min <= told.max


@given(doses(), sides, st.sampled_from(("foot", "side", "leg")))
@a_set
def test_dose_in_words_has_a_unit_or_a_sign_for_each_number(dose: Dose, laterality: Laterality, limb: str) -> None:
    words = said(wording.dose(dose, Sided(laterality, limb)))
    bare = re.sub(rf"tempo {TEMPO}|{TIME}|{FIGURE}_reps?|{FIGURE}_×_", "", words)
    # What is left of a number are the repetitions of sets, behind their sign: `3 × 10`.
    left = re.findall(FIGURE, bare)
    counted = [
        each for each in (dose, dose.alternative) if each and each.reps and each.sets.max > 1 and not each.hold_seconds
    ]
    assert left == [said(wording.count(each.reps)) for each in counted if each.reps]
    assert "None" not in words and "  " not in words and ",," not in words and words == words.strip(" ,")


@given(doses(), sides)
@a_set
def test_dose_says_all_its_parts_and_nothing_twice(dose: Dose, laterality: Laterality) -> None:
    words = said(wording.dose(dose, Sided(laterality, "foot")))
    ways = [each for each in (dose, dose.alternative) if each]
    assert words.count("rest ") == sum(each.rest_seconds.max > 0 for each in ways)
    assert words.count(" between") == sum(each.rep_rest_seconds > 0 for each in ways)
    assert words.count("tempo ") == sum(each.tempo != "" for each in ways)
    assert words.count(" hold") == sum(each.hold_seconds is not None for each in ways)
    assert words.count(" or ") == len(ways) - 1
    assert words.count("each foot") == (laterality == "unilateral")
    assert words.count("alternating") == (laterality == "alternating")


def test_doses_that_read_alike_take_alike() -> None:
    """`5 × 10 s hold` may be five sets or five repetitions: whoever reads it does the same."""
    chance = Random(5)
    found: dict[str, tuple[Dose, Range]] = {}
    alike = 0
    for _ in range(cases(20_000)):
        dose = parse.dose(record(chance, few=True))
        words, length = wording.dose(dose, FEET), duration.exercise_length(dose, FEET, 5).work
        first, its = found.setdefault(words, (dose, length))
        alike += first != dose
        assert its == length, (first, dose)
    assert alike > cases(20), "some do read alike"


def _walked(dose: Dose, laterality: Laterality, most: bool) -> int:
    """The seconds of a dose, walked through one by one: each set, each repetition, each rest between two."""

    def of(amount: Range) -> int:
        return amount.max if most else amount.min

    pace = sum(map(int, dose.tempo.split("-"))) if dose.tempo else duration.REPETITION_SECONDS
    takes_turns = laterality == "alternating" and dose.reps is not None
    total = 0
    for _ in range(2 if laterality == "unilateral" or (laterality == "alternating" and dose.hold_seconds) else 1):
        for number in range(of(dose.sets)):
            total += of(dose.rest_seconds) if number else 0
            if not dose.reps:
                total += of(dose.work_seconds or dose.hold_seconds or Range.of(0))
                continue
            for turn in range(of(dose.reps) * (2 if takes_turns else 1)):
                total += dose.rep_rest_seconds if turn else 0
                total += of(dose.hold_seconds) if dose.hold_seconds else pace
        if takes_turns:
            break  # both sides have had their turns
    return total


@given(doses(), sides)
@a_set
def test_length_is_what_walking_through_it_takes(dose: Dose, laterality: Laterality) -> None:
    work = duration.exercise_length(dose, Sided(laterality), 5).work
    assert (work.min, work.max) == (_walked(dose, laterality, False), _walked(dose, laterality, True))


@given(doses(), sides, st.integers(0, 60))
@a_set
def test_length_has_a_switch_only_between_two_sides(dose: Dose, laterality: Laterality, switch: int) -> None:
    length = duration.exercise_length(dose, Sided(laterality), switch)
    assert length.changeover_seconds == (switch if laterality == "unilateral" else 0)
    assert length.total == length.work + length.changeover_seconds
    own = duration.exercise_length(replace(dose, switch_seconds=0), Sided(laterality), switch)
    assert own.changeover_seconds == 0, "nought seconds are a switch of its own, not none given"


@given(doses(), sides)
@a_set
def test_more_of_a_dose_never_takes_less_time(dose: Dose, laterality: Laterality) -> None:
    keys = ("reps", "hold_seconds", "work_seconds")
    more: list[dict[str, Any]] = [{"sets": dose.sets + 1}, {"rest_seconds": dose.rest_seconds + 1}]
    more += [{key: amount + 1} for key in keys if (amount := getattr(dose, key))]
    before = duration.exercise_length(dose, Sided(laterality), 5).work
    assert 0 < before.min <= before.max
    for change in more:
        after = duration.exercise_length(replace(dose, **change), Sided(laterality), 5).work
        assert after.min >= before.min and after.max >= before.max, change
        assert after != before or "rest_seconds" in change


IN_THE_BROWSER = """
import { readFileSync } from "node:fs";
import { dose, side } from "./overrides/scripts/shared/dose-words.js";
import { doseOf } from "./overrides/scripts/plan/dose-of-data.js";
const asked = JSON.parse(readFileSync(0, "utf-8"));
const said = ([each, laterality, limb]) => dose(doseOf(each), side({ laterality, limb }, doseOf(each).side_order));
console.log(JSON.stringify(asked.map(said)));
"""


def test_doses_are_said_in_the_browser_as_the_pages_say_them(root: Path) -> None:
    chance = Random(6)
    limbs = ("foot", "side", "leg")
    asked = [(any_record(chance), chance.choice(LATERALITIES), chance.choice(limbs)) for _ in range(cases(3000))]
    node = ["node", "--input-type=module", "--eval", IN_THE_BROWSER]
    run = subprocess.run(node, cwd=root, input=json.dumps(asked), capture_output=True, text=True, check=True)
    for (one, laterality, limb), words in zip(asked, json.loads(run.stdout), strict=True):
        assert words == wording.dose(parse.dose(one), Sided(laterality, limb)), one


@given(st.lists(st.integers(0, 30_000), min_size=2, max_size=2).map(sorted))
@a_set
def test_a_longer_session_is_never_said_to_be_shorter(lengths: list[int]) -> None:
    told = [seconds_of(said(wording.minutes(Range.of(each))).removeprefix("about ")).max for each in lengths]
    assert all(first <= second for first, second in pairwise(told))
