"""Words the text that a messenger shows of a shared link: name, dose, description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limber import duration, programme_words, wording
from limber.languages.messages import gettext, ngettext
from limber.model.nouns import Exercise, Programme, Routine

if TYPE_CHECKING:
    from limber.figures.paths import Picture


@dataclass(frozen=True, slots=True)
class LinkText:
    """What a messenger shows of an exercise, a routine or a programme. `dose` is what comes after its name, one line
    each. Figures are drawn once they are asked for, which a page does not.
    """

    kind: str
    name: str
    dose: tuple[str, ...]
    description: str
    shown: tuple[Exercise, ...] = ()

    @property
    def figures(self) -> tuple[Picture, ...]:
        """The last pose of each exercise shown that has a figure."""
        from limber.figures import drawing  # imported late: with kept pictures nothing is drawn

        return tuple(drawing.last(each.figure, each.works) for each in self.shown if each.figure)

    @property
    def alt(self) -> str:
        """The picture's words, for those who do not see it."""
        return gettext("{name}: {dose}", name=self.name, dose=", ".join(self.dose))


def of_exercise(it: Exercise) -> LinkText:
    """The dose stands before the summary, because a messenger cuts off what comes late."""
    amounts, _ = wording.dose_pair(it.start, it.goal, it)
    side = wording.side(it, it.start.side_order)
    start = wording.dose(it.start, it)
    first = wording.capital(start) if it.start == it.goal else gettext("Start with {dose}", dose=start)
    dose = (" ".join(amounts), *([side] if side else []))
    return LinkText(gettext("Exercise"), it.name, dose, f"{first}. {it.description}", (it,))


def of_programme(it: Programme) -> LinkText:
    """A programme's dose is how many weeks it takes, with how many routines, whose figures are shown."""
    routines = {session.routine.id: session.routine for phase in it.phases for session in phase.sessions}
    weeks, count = programme_words.how_long(it), len(routines)
    of = ngettext("{count} routine", "{count} routines", count, count=count)
    shown = {step.exercise.id: step.exercise for routine in routines.values() for step in routine.steps}
    return LinkText(
        gettext("Programme"), it.name, (weeks, of), f"{weeks}, {of}. {it.description}", tuple(shown.values())
    )


def of_routine(it: Routine) -> LinkText:
    """A routine's dose is how many exercises it has, and how long they take."""
    count = len(it.steps)
    exercises = ngettext("{count} exercise", "{count} exercises", count, count=count)
    length = wording.minutes(duration.routine_length(it, "start").total)
    shown = tuple({step.exercise.id: step.exercise for step in it.steps}.values())
    return LinkText(gettext("Routine"), it.name, (exercises, length), f"{exercises}, {length}. {it.description}", shown)
