"""Routines of 3 to 13 exercises in which each text is as long as it may be, added to the project's own records.

Texts of wide letters are shorter by a tenth: of as many characters as others may have, the rules refuse them.
"""

from __future__ import annotations

import json
from itertools import cycle, product
from pathlib import Path

import quick_yaml
from limber import wording
from limber.dataset import parse
from limber.dataset.load import load
from limber.model.nouns import Dataset, Dose
from limber.paper.layout import BUDGETS, DOSE, SMALLEST, dose_lines
from sided import Sided

COUNTS = range(3, 14)
GROUPED = (6, 12)  # of so many exercises, there is one of groups, too
WORDS = """let shoulder sink while floor forward slowly both knees along your outer ankle stays level against wall with
    weight over front foot then breathe out before lower back rises again from heel under pelvis until thigh rests"""
WIDE = "warm women swim among common mammoth waves both women wagons move down through warm swamps somehow"
LASTS = "a of leg heel knees ankles forward movement stretches straighten comfortable"  # one of each length
OURS = ["core_steps", "changeovers", "when", "how_often", "why", "how", "moving_on", "care", "stop_signs"]


def text(length: int, begin: int = 0, words: str = WORDS) -> str:
    """A sentence of exactly so many characters; other words for another `begin`."""
    lasts = {len(word): word for word in LASTS.split()}
    some = words.split()
    said, pool = "", cycle(some[begin % len(some) :] + some[: begin % len(some)])
    while True:
        left = length - len(said) - 1
        if left in lasts:
            return f"{said}{lasts[left]}.".capitalize()
        said += next(word for word in pool if left - len(word) > 1) + " "


def routine_id(count: int, kind: str = "long") -> str:
    """The id, as long as an id may be, of the routine of so many exercises."""
    return f"{kind}-routine-{'of-many-steps-' * 9}"[:57] + f"-{count:02}"


def exercise_id(number: int, kind: str = "long") -> str:
    """The id, as long as an id may be, of an exercise, counted from 1."""
    return f"{kind}-exercise-{'with-many-words-' * 9}"[:57] + f"-{number:02}"


def data(own: str) -> str:
    """The project's own data file with ours added."""
    data = quick_yaml.read_text(own)
    things = {f"thing-{letter}": _thing(letter) for letter in "abcdef"}
    data["equipment"] |= things
    data["sources"]["the-longest"] = {
        "author": text(40),
        "title": text(BUDGETS["source"] - 359, 3),  # what the line has besides
        "publisher": text(40, 7),
        "url": "https://example.org/" + "movement-" * 5 + "end",
    }
    for number in range(1, COUNTS[-1] + 1):
        data["exercises"][exercise_id(number)] = _exercise(number, list(things), "zz", WORDS)
        data["exercises"][exercise_id(number, "wide")] = _exercise(number, list(things), "ww", WIDE)
    for count in COUNTS:
        data["routines"][routine_id(count)] = _routine(count, "yy", "long", WORDS)
        data["routines"][f"{routine_id(count)[:-9]}-short-{count:02}"] = _short(count)
    data["routines"][routine_id(12, "wide")] = _routine(12, "vv", "wide", WIDE)
    for count in GROUPED:
        data["routines"][routine_id(count, "group")] = _grouped(count)
    for table in data.keys() - {"standard"}:
        data[table] = dict(sorted(data[table].items()))
    data = json.loads(json.dumps(data))  # YAML would name what stands twice, and the dataset wants it written out
    return quick_yaml.written(data, allow_unicode=True, width=1000)


def _name(length: int, what: str, number: int, words: str = WORDS) -> str:
    """A name with a number in letters, for each name is given once."""
    return (
        f"{what} {chr(96 + number)} {text(length, number, words)[:-1].lower()}"[:length].replace(" of", " to").strip()
    )


def _thing(letter: str) -> dict[str, object]:
    """Three exercises name two of these each, in the words `A or b; c or d; e or f.`"""
    length = min(40, (BUDGETS["card_kit"] - 5) // 2, (BUDGETS["kit"] - 17) // 6)
    name = f"{text(length - 2, ord(letter))[:-1]} {letter}{letter}"
    return {"name": name, "description": text(60), "household": False}


def _exercise(number: int, things: list[str], code: str, words: str) -> dict[str, object]:
    def said(length: int, begin: int = 0) -> str:
        return text(length * 9 // 10 if words is WIDE else length, number * 3 + begin, words)

    first, then = things[number % 3 * 2], things[number % 3 * 2 + 1]
    start, goal = _longest_doses()
    fault = BUDGETS["fault"] // 2
    return {
        "code": f"{code}{chr(96 + number)}",
        "name": _name(60, f"Exercise {code}", number, words),
        "short_name": _name(24, f"Long {code}", number, words),
        "spoken_name": _name(32, f"Long {code}", number, words),
        "summary": f"What exercise {code} {number} is.",
        "kind": "strength",
        "regions": ["hip"],
        "muscles": ["gluteal muscles"],
        "positions": ["standing"],
        "laterality": "unilateral",
        "limb": "shoulder",
        "equipment": [{"item": first, "need": "required", "substitutes": [then]}],
        "setup": [said(80)],
        "instructions": [said(80), {"switch": said(80, 5)}],
        "short_steps": [said(BUDGETS["card_step"], each)[:-1] for each in range(BUDGETS["card_steps"])],
        "cues": [said(90, 1)],
        "feel": {"here": [said(BUDGETS["feel"], 2)], "not_here": [said(60)]},
        "faults": [{"fault": said(fault, 4), "fix": said(BUDGETS["fault"] - fault - 1, 6)}],
        "precautions": [said(60)],
        "stop_signs": [said(BUDGETS["stop_sign"], 8)],
        "contraindications": [said(60)],
        "easier": [said(BUDGETS["easier"], 9)],
        "harder": [said(BUDGETS["harder"], 10)],
        "dose": {"start": start, "goal": goal},
        "source": "own",
    }


def _routine(count: int, code: str, kind: str, words: str) -> dict[str, object]:
    half = BUDGETS["moving_on"] // 2
    steps = [{"exercise": exercise_id(each, kind), "priority": "core"} for each in range(1, count + 1)]
    steps[-1]["priority"] = "optional"
    return {
        "code": f"{code}{chr(96 + count)}",
        "name": _name(60, f"Routine {code}", count, words),
        "short_name": _name(24, f"Routine {code}", count, words),
        "summary": f"What routine {code} {count} is.",
        "how_often": text(60, count, words)[:-1],
        "moving_on": [text(half, 1, words), text(BUDGETS["moving_on"] - half - 1, 2, words)],
        "stop_signs": [text(half, 3, words), text(BUDGETS["stop_signs"] - half - 1, 4, words)],
        "steps": steps,
        "source": {"work": "the-longest", "ours": OURS},
    }


def _grouped(count: int) -> dict[str, object]:
    """A routine of three parts, with a group in the middle that says all that a group can.

    What stands around a step stands in the lines of its dose, which is a short one there.
    """
    routine = _routine(count, "uu", "long", WORDS)
    first, *inner, before, last = routine["steps"]
    short = {"dose": {"start": {"reps": 5}, "goal": {"reps": 5}}}
    first |= {"part": "warm-up", "how_often": text(24)[:-1], **short}
    inner[0] |= {"rest_after_seconds": 125, **short}
    last |= {"part": "cool-down"}
    group = {
        "group": text(40, count)[:-1],
        "rounds": {"min": 10, "max": 12},
        "round_rest_seconds": {"min": 100, "max": 130},
        "transition_seconds": 125,
        "rest_after_seconds": 125,
        "steps": inner,
    }
    return {**routine, "steps": [first, group, before, last]}


def _short(count: int) -> dict[str, object]:
    return {
        "code": f"xx{chr(96 + count)}",
        "name": _name(60, "Short", count),
        "short_name": _name(24, "Short", count),
        "summary": f"What short routine {count} is.",
        "core_of": routine_id(count),
    }


def _longest_doses() -> tuple[dict[str, object], dict[str, object]]:
    """The start and the goal that take the most characters which a dose may take."""
    best: tuple[int, dict[str, object], dict[str, object]] = (0, {}, {})
    for sets, rest, tempo, most in product((3, 10), (0, 45, 120), ("", "3-1-1-0", "10-10-10-10"), (12, 120)):
        start = {"sets": sets, "reps": 10, "rest_seconds": rest} | ({"tempo": tempo} if tempo else {})
        goal = start | {"reps": {"min": 10, "max": most}}
        amounts, side = wording.dose_pair(_dose(start), _dose(goal), Sided("unilateral", "shoulder"))
        if dose_lines(amounts, side, DOSE, SMALLEST) <= BUDGETS["dose_lines"]:
            best = max(best, (len(" ".join((*amounts, *side))), start, goal), key=lambda each: each[0])
    return best[1], best[2]


def _dose(given: dict[str, object]) -> Dose:
    return parse.dose(given)


def dataset(root: Path, folder: Path) -> Dataset:
    """The project's records with these routines, from a file in a folder of the test's own."""
    file = folder / "exercises.yaml"
    file.write_text(data((root / "data" / "exercises.yaml").read_text("utf-8")), "utf-8")
    return load(file, root / "content")
