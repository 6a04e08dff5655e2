"""What a link says of itself where it is sent: name, dose, description; knows no page, no picture and no address."""

from __future__ import annotations

from dataclasses import dataclass

from limber import duration, wording
from limber.model import Exercise, Routine


@dataclass(frozen=True, slots=True)
class LinkText:
    """What a messenger shows of an exercise or a routine. `dose` is what comes after its name, one line each."""

    kind: str
    name: str
    dose: tuple[str, ...]
    description: str

    @property
    def alt(self) -> str:
        """The picture's words, for those who do not see it."""
        return f"{self.name}: {', '.join(self.dose)}"


def of_exercise(it: Exercise) -> LinkText:
    """The dose stands before the summary, because a messenger cuts off what comes late."""
    amounts, _ = wording.dose_pair(it.start, it.goal, it.laterality, it.limb)
    side = wording.side(it.laterality, it.limb)
    start = wording.dose(it.start, it.laterality, it.limb)
    first = wording.capital(start) if it.start == it.goal else f"Start with {start}"
    return LinkText("Exercise", it.name, (" ".join(amounts), *([side] if side else [])), f"{first}. {it.summary}")


def of_routine(it: Routine) -> LinkText:
    """A routine's dose is how many exercises it has, and how long they take."""
    count = len(it.steps)
    exercises = f"{count} exercise{'' if count == 1 else 's'}"
    length = wording.minutes(duration.routine_length(it, "start").total)
    return LinkText("Routine", it.name, (exercises, length), f"{exercises}, {length}. {it.summary}")
