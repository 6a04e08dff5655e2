"""Generates random doses, and groups to do them in, within what the schema and the rules allow."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from limber.model.nouns import Dose, Laterality, Range

LATERALITIES: tuple[Laterality, ...] = ("bilateral", "unilateral", "alternating")

numbers = st.integers(1, 12) | st.integers(1, 500)
times = st.sampled_from((1, 30, 59, 60, 61, 90, 119, 120, 121, 150, 180, 3600)) | st.integers(1, 3600)
pauses = st.just(0) | st.integers(1, 3600)
sides = st.sampled_from(LATERALITIES)


def ranges(amounts: st.SearchStrategy[int]) -> st.SearchStrategy[Range]:
    both = st.tuples(amounts, amounts).map(lambda pair: Range(min(pair), max(pair)))
    return amounts.map(Range.of) | both


@st.composite
def doses(draw: st.DrawFn, alternative: bool = True) -> Dose:
    """Any dose that the schema and the rules let pass."""
    kind = draw(st.sampled_from(("reps", "held", "hold", "work")))
    sets = draw(st.just(1) | st.integers(2, 20))
    tempo = "-".join(map(str, draw(st.tuples(st.integers(1, 12), *[st.integers(0, 12)] * 3))))
    return Dose(
        sets=Range.of(sets),
        reps=draw(ranges(numbers)) if kind in ("reps", "held") else None,
        hold_seconds=draw(ranges(times)) if kind in ("hold", "held") else None,
        work_seconds=draw(ranges(times)) if kind == "work" else None,
        rest_seconds=Range.of(draw(pauses) if sets > 1 else 0),
        rep_rest_seconds=draw(pauses) if kind == "held" else 0,
        tempo=tempo if kind == "reps" and draw(st.booleans()) else "",
        alternative=draw(st.none() | doses(alternative=False)) if alternative else None,
    )


def record(chance: Random, few: bool = False, alternative: bool = True) -> dict[str, Any]:
    """A dose as the data writes it; with few different numbers, so that some are alike."""

    def time() -> Any:
        one = chance.choice(
            (10, 60) if few else (1, 30, 60, 90, 119, 120, 121, 150, 240, 3599, chance.randint(1, 3600))
        )
        return one if chance.random() < 0.6 else {"min": one, "max": one + chance.choice((10, 60))}

    kind = chance.choice(("reps", "held", "hold", "work"))
    dose: dict[str, Any] = {"sets": sets} if (sets := chance.choice((1, 2, 3))) > 1 else {}
    count = chance.randint(1, 3 if few else 15)
    if kind in ("reps", "held"):
        dose["reps"] = chance.choice((count, {"min": count, "max": count + 2}))
    if kind in ("held", "hold"):
        dose["hold_seconds"] = time()
    if kind == "work":
        dose["work_seconds"] = time()
    if kind == "held" and chance.random() < 0.4:
        dose["rep_rest_seconds"] = chance.choice((2, 60, 150))
    if sets > 1 and chance.random() < 0.5:
        dose["rest_seconds"] = chance.choice((30, 120, 150))
    if kind == "reps" and chance.random() < 0.3:
        dose["tempo"] = chance.choice(("3-1-1-0", "2-0-2-0", "10-2-10-0"))
    if alternative and chance.random() < 0.2:
        dose["or"] = record(chance, few, alternative=False)
    return dose


_LOADS: tuple[dict[str, Any], ...] = (
    {"kg": 12},
    {"kg": {"min": 16, "max": 24}, "step_cm": 20},
    {"lb": [25, 30.5]},
    {"kg": 7.5, "pieces": 2},
    {"added_kg": 15, "edge_mm": [20, 18]},
    {"assistance_kg": 10},
    {"percent_of_max": 70},
    {"percent_of_load": 40},
    {"percent_of_training_max": 85},
    {"band": "red"},
    {"band": ["red", "light-blue"]},
    {"words": "empty bar"},
    {"step_cm": [8, 11, 20]},
)
_EFFORTS: tuple[dict[str, Any], ...] = (
    {"rpe": 7.5},
    {"rir": 1},
    {"rir": {"min": 1, "max": 3}},
    {"percent": 50},
    {"percent_of_max_heart_rate": 90},
)
_OPEN: tuple[dict[str, Any], ...] = (
    {"reps": {"min": 10}},
    {"reps": "as-many-as-possible"},
    {"reps": "as-many-as-possible", "work_seconds": 60},
    {"reps": "to-fatigue"},
    {"hold_seconds": {"min": 30}},
    {"hold_seconds": "as-long-as-possible"},
    {"work_seconds": {"min": 300}},
    {"breaths": 1},
    {"breaths": {"min": 5, "max": 8}, "breath_pattern": "4-7-8"},
    {"breaths": 5, "breath_pattern": "4-0-6-2"},
    {"distance_metres": 1500},
    {"distance_metres": {"min": 20, "max": 30}, "estimate_seconds": 45},
)


def any_record(chance: Random) -> dict[str, Any]:
    """A dose of any kind as the data writes it: as `record` does, or open, with a load, of sets that differ."""
    if chance.random() < 0.3:
        return record(chance)
    count = chance.randint(2, 4)
    dose: dict[str, Any] = (
        {"sets": [_a_set(chance, chance.random() < 0.5) for _ in range(count)]}
        if chance.random() < 0.4
        else {**_a_set(chance, False), **chance.choice(({}, {"sets": 3}, {"sets": {"min": 2, "max": 3}}))}
    )
    if "sets" in dose:
        dose |= chance.choice(
            ({}, {"rest_seconds": 60}, {"rest_seconds": {"min": 60, "max": 90}}, {"every_seconds": 60})
        )
    dose |= {"effort": chance.choice(_EFFORTS)} if chance.random() < 0.3 else {}
    dose |= {"load": chance.choice(_LOADS)} if chance.random() < 0.4 else {}
    if chance.random() < 0.2:
        dose["side_order"] = chance.choice(("in-turn", "weaker-first", "affected-first"))
    return dose


def _a_set(chance: Random, own: bool) -> dict[str, Any]:
    """The amount of a set; with a load, an effort, a tempo or a rest of its `own`."""
    amount = chance.choice((*_OPEN, {"reps": 5}, {"reps": 8}, {"reps": 5, "hold_seconds": 10}, {"work_seconds": 45}))
    more = chance.choice(
        (
            {"load": chance.choice(_LOADS)},
            {"effort": chance.choice(_EFFORTS)},
            {"rest_seconds": chance.choice((30, 90))},
            {"sets": chance.choice((2, 3))},
            {"tempo": "3-0-X-1"} if amount == {"reps": 5} else {},
        )
    )
    return {**amount, **more} if own else dict(amount)


def any_group(chance: Random) -> dict[str, Any]:
    """A group without its steps as the data writes it: in plain rounds, by a clock, in a time or for time."""
    group: dict[str, Any] = {"group": "Circuit", "rounds": chance.choice((1, 2, 5, {"min": 2, "max": 3}))}
    group |= chance.choice(({}, {"rest_after_seconds": chance.choice((10, 90))}))
    kind = chance.choice(("plain", "plain", "round clock", "step clock", "many", "for time"))
    if kind == "many":
        return {**group, "rounds": "as-many-as-possible", "work_seconds": chance.choice((60, 1200))}
    if kind == "step clock":
        return {**group, "step_every_seconds": chance.choice((10, 60, 180))}
    group |= chance.choice(({}, {"transition_seconds": chance.choice((0, 10, 30))}))
    if kind == "round clock":
        return {**group, "every_seconds": chance.choice((30, 60, 300))}
    if kind == "for time":
        return {**group, "for_time": True, **chance.choice(({}, {"cap_seconds": chance.choice((120, 900))}))}
    rest = chance.choice((5, 60, {"min": 60, "max": 120}))
    return group | chance.choice(({}, {"round_rest_seconds": rest}))


def any_pauses(chance: Random, rests: bool) -> dict[str, Any]:
    """What a step has around it: a time to get ready of its own, and a rest behind it, where it may have `rests`."""
    ready = chance.choice(({}, {}, {"transition_seconds": chance.choice((0, 5, 40))}))
    rest = {"rest_after_seconds": chance.choice((5, 20, 90))} if rests and chance.random() < 0.3 else {}
    return {**ready, **rest}
