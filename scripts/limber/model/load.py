"""What an exercise is done against, and how hard it should feel: load and effort as frozen classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

UNITS = (
    "kg",
    "lb",
    "added_kg",
    "added_lb",
    "assistance_kg",
    "assistance_lb",
    "percent_of_max",
    "percent_of_training_max",
    "percent_of_body_weight",
    "percent_of_load",
    "band",
    "words",
)
"""Ways to give a load; `words` is for one without a unit, such as an empty bar."""
NAMED = ("band", "words")
HEIGHTS = ("step_cm", "edge_mm")
Scale = Literal["rpe", "rir", "percent", "percent_of_max_heart_rate"]


@dataclass(frozen=True, slots=True)
class Span:
    """Least and most of a quantity that may have decimals; both the same where one number was given."""

    min: float
    max: float

    @classmethod
    def of(cls, value: float | Mapping[str, Any]) -> Span:
        """A number or `{min, max}` as a span."""
        return cls(value["min"], value["max"]) if isinstance(value, Mapping) else cls(value, value)


@dataclass(frozen=True, slots=True)
class Load:
    """What is lifted, pulled against or stood on.

    Several `amounts` or `names` are a ladder: the next one is for when this one has become easy. `pieces` of a weight
    are lifted at once. Heights go with a load, or alone.
    """

    unit: str = ""
    amounts: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()
    pieces: int = 1
    step_cm: tuple[Span, ...] = ()
    edge_mm: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard it should be: exertion from 0 to 10 (`rpe`), repetitions in reserve (`rir`), per cent of the most or of
    the heart's fastest.
    """

    scale: Scale
    amount: Span


def parse_load(record: Mapping[str, Any]) -> Load:
    """A load from its record."""
    unit = next((each for each in UNITS if each in record), "")
    steps = _steps(record[unit]) if unit else ()
    named = unit in NAMED
    return Load(
        unit=unit,
        amounts=() if named else tuple(map(Span.of, steps)),
        names=steps if named else (),
        pieces=record.get("pieces", 1),
        **{each: tuple(map(Span.of, _steps(record[each]))) for each in HEIGHTS if each in record},
    )


def parse_effort(record: Mapping[str, Any]) -> Effort:
    """An effort from its record, which has one key: the scale."""
    ((scale, value),) = record.items()
    return Effort(cast(Scale, scale), Span.of(value))


def _steps(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)
