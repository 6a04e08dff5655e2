"""Says what a careful coach would add to each exercise, the most useful first. None of it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from limber.dataset.problem import Place, Problem, listed, say
from limber.paper.layout import BUDGETS

_MOST_USEFUL_FIRST = (
    "contraindications",
    "figure",
    "cues",
    "feel",
    "faults",
    "precautions",
    "setup",
    "easier",
    "harder",
    "goal",
    "short_steps",
    "regions",
    "positions",
    "muscles",
    "kind",
    "summary",
    "source",
)
"""Safety, then what one needs to do it well, then how it becomes easier and harder, then what it is found by."""
_INSTEAD = {"figure": ("images",), "easier": (), "harder": ("progressions",)}


def advice(data: Mapping[str, Any], described: Callable[[Place], str]) -> Iterator[Problem]:
    """What each exercise of a sound dataset could say beside what it says; `data` is written out.

    `described` says what stands at a place.
    """
    exercises = data.get("exercises", {})
    led_to = {id_ for record in exercises.values() for id_ in record.get("progressions", ())}
    for id_, record in exercises.items():
        lacking = [key for key in _MOST_USEFUL_FIRST if _lacks(record, key, id_ in led_to)]
        if not lacking:
            continue
        first = lacking[0]
        place = ("exercises", id_, *(("dose", "goal") if first == "goal" else (first,)))
        what = say("could say more: {lacking}.", lacking=listed(lacking))
        tip = say('Begin with "{first}:". {described}', first=first, described=described(place))
        yield Problem(("exercises", id_), what, tip, at_key=True)


def _lacks(record: Mapping[str, Any], key: str, is_harder: bool) -> bool:
    """Whether a record does not say a thing that would be of use; `is_harder` than another, which is its easier one."""
    if key == "goal":
        return "goal" not in record.get("dose", {})
    if key == "easier" and is_harder:
        return False
    if key == "short_steps":
        steps = record["instructions"]
        long = any(len(each) > BUDGETS["card_step"] for each in steps if isinstance(each, str))
        return key not in record and (long or len(steps) > BUDGETS["card_steps"])
    return not any(each in record for each in (key, *_INSTEAD.get(key, ())))
