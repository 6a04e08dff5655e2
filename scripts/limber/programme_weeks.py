"""Works out what a programme asks for in each of its weeks: doses that have grown, with weeks that are alike in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, TypeVar

from limber.model.dose import NONE, Dose, More, Range
from limber.model.load import HEIGHTS, Effort, Load, Span
from limber.model.nouns import Growth, Phase, Programme, Routine, Session, Step

OF_DOSE = ("sets", "reps", "hold_seconds", "work_seconds", "breaths", "distance_metres", "rest_seconds")
"""What grows in a dose besides its load and its effort."""

_ALL = 1_000_000
"""More times than anything grows until its limit."""

Amount = Range | Span
T = TypeVar("T", Dose, Effort, Load)


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a phase: its number in the programme, and its number in the phase, both from 1."""

    phase: Phase
    number: int
    in_phase: int


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session with the dose of each step of its routine in a week."""

    session: Session
    doses: tuple[Dose, ...]

    @property
    def routine(self) -> Routine:
        """The routine at these doses, which are its start doses and its goal doses, too."""
        steps = (
            replace(step, start=dose, goal=dose)
            for step, dose in zip(self.session.routine.steps, self.doses, strict=True)
        )
        return replace(self.session.routine, steps=tuple(steps))

    @property
    def differing(self) -> tuple[tuple[Step, Dose], ...]:
        """The steps whose dose is not that of the routine, with it."""
        pairs = zip(self.session.routine.steps, self.doses, strict=True)
        return tuple((step, dose) for step, dose in pairs if dose != _usual(self.session, step))


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks in a row that ask for the same, the last of them included; without a `last` until an open phase is over."""

    phase: Phase
    first: int
    last: int | None
    sessions: tuple[PlannedSession, ...]

    def has(self, session: Session) -> bool:
        """Whether a session is done in any of these weeks."""
        return self.last is None or any(session.is_in(week) for week in range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True)
class SessionNews:
    """A session in some weeks, with the doses that it did not have before, or, the first time, the routine.

    `says_when`: whether the weeks say when it is done, for the first time or since it is not in all of them.
    """

    planned: PlannedSession
    doses: tuple[tuple[Step, Dose], ...]
    says_when: bool


@dataclass(frozen=True, slots=True)
class WeeksNews:
    """Weeks, with what is new in them. The first of a phase say all."""

    weeks: Weeks
    begins_phase: bool
    sessions: tuple[SessionNews, ...]


def news(programme: Programme) -> tuple[WeeksNews, ...]:
    """All weeks of a programme, each with what is new in it.

    A session that is not done in each week stands in all weeks in which it is, whether or not something is new in it.
    """
    found = []
    told: dict[int, PlannedSession] = {}
    before: Phase | None = None
    for weeks in programme_weeks(programme):
        begins = weeks.phase != before
        if begins:
            told = {}
        sessions = []
        for number, planned in enumerate(weeks.sessions):
            then = told.get(number)
            if weeks.has(planned.session) and (then != planned or planned.session.first_week):
                doses = _new(planned, then) if then else planned.differing
                sessions.append(SessionNews(planned, doses, not then or bool(planned.session.first_week)))
                told[number] = planned
        found.append(WeeksNews(weeks, begins, tuple(sessions)))
        before = weeks.phase
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DoseWeeks:
    """Weeks in a row in which a step has one dose; without a `last` until an open phase is over."""

    first: int
    last: int | None
    dose: Dose


@dataclass(frozen=True, slots=True)
class SessionSteps:
    """A session as it is the first time in each of some phases, and each of its steps with its doses in them."""

    planned: tuple[PlannedSession, ...]
    steps: tuple[tuple[DoseWeeks, ...], ...]


def told_together(programme: Programme) -> tuple[tuple[Phase, ...], ...]:
    """The phases in order, those in a row that do the same routines in one, as long as each has one dose throughout and
    weeks are counted on.
    """
    weeks = [each.phase for each in programme_weeks(programme)]
    found: list[tuple[Phase, ...]] = []
    for phase in programme.phases:
        before = found[-1][-1] if found else None
        alike = before and before.weeks and phase.weeks and weeks.count(before) == weeks.count(phase) == 1
        if before and alike and _routines(before) == _routines(phase):
            found[-1] += (phase,)
        else:
            found.append((phase,))
    return tuple(found)


def _routines(phase: Phase) -> list[tuple[str, int]]:
    return [(each.routine.id, each.first_week) for each in phase.sessions]


def sessions(programme: Programme, phases: tuple[Phase, ...]) -> tuple[SessionSteps, ...]:
    """The sessions of phases that are told of together, each with the doses of its steps through their weeks."""
    weeks = programme_weeks(programme)
    found = []
    for number in range(len(phases[0].sessions)):
        planned, steps = [], [tuple[DoseWeeks, ...]()] * len(phases[0].sessions[number].routine.steps)
        for phase in phases:
            own = [each for each in weeks if each.phase == phase]
            done = [each for each in own if each.has(phase.sessions[number])] or own
            planned.append(done[0].sessions[number])
            steps = [before + _through(done, number, step) for step, before in enumerate(steps)]
        found.append(SessionSteps(tuple(planned), tuple(steps)))
    return tuple(found)


def _through(weeks: Sequence[Weeks], session: int, step: int) -> tuple[DoseWeeks, ...]:
    """The doses of a step of a session, both by their numbers, through these weeks."""
    found: list[DoseWeeks] = []
    for each in weeks:
        dose = each.sessions[session].doses[step]
        if found and found[-1].dose == dose:
            found[-1] = replace(found[-1], last=each.last)
        else:
            found.append(DoseWeeks(each.first, each.last, dose))
    return tuple(found)


def _new(now: PlannedSession, then: PlannedSession) -> tuple[tuple[Step, Dose], ...]:
    """The steps whose dose has changed, with it."""
    triples = zip(now.session.routine.steps, now.doses, then.doses, strict=True)
    return tuple((step, dose) for step, dose, before in triples if dose != before)


def programme_weeks(programme: Programme) -> tuple[Weeks, ...]:
    """All weeks of a programme in order, those in one that are alike within a phase."""
    found: list[Weeks] = []
    for phase, first in _first_weeks(programme):
        before: Weeks | None = None
        for in_phase in range(1, _length(programme, phase, first) + 1):
            week = Week(phase, first + in_phase - 1, in_phase)
            sessions = tuple(_planned(programme, week, session) for session in phase.sessions)
            if before and before.sessions == sessions:
                before = replace(before, last=week.number)
                found[-1] = before
            else:
                before = Weeks(phase, week.number, week.number, sessions)
                found.append(before)
        if not phase.weeks:
            found[-1] = replace(found[-1], last=None)
    return tuple(found)


def week_dose(programme: Programme, week: Week, session: Session, step: Step) -> Dose:
    """The dose of a step in a week: the session's own or the routine's, with what has come on top by then.

    What grows each time that it is done has what it begins the week with.
    """
    dose = session.dose_of(step)
    growth, in_phase = programme.growth_of(session, step)
    if not growth:
        return dose
    if growth.every_weeks:
        number = week.in_phase if in_phase else week.number
        return _grown(dose, growth, max(0, (number - growth.from_week) // growth.every_weeks + 1))
    times = _times_before(week, growth, session) if in_phase else _times_of_all_before(programme, week, growth)
    grown = _grown(dose, growth, times)
    more = More(growth.more, growth.unit) if grown != _grown(dose, growth, _ALL) else None
    return replace(grown, each_time=more)


def _times_before(week: Week, growth: Growth, session: Session) -> int:
    """How many times a session was done in the weeks of its phase before this one."""
    begins = week.number - week.in_phase + growth.from_week
    return session.times_in_week * sum(map(session.is_in, range(begins, week.number)))


def _times_of_all_before(programme: Programme, week: Week, growth: Growth) -> int:
    """How many times a step was done in the weeks before this one, in all sessions in which it grows."""
    times = 0
    for phase, first in _first_weeks(programme):
        if first == 1:
            times = 0  # weeks are counted from 1 again
        is_now = phase.number == week.phase.number
        last = week.number - 1 if is_now else phase.weeks.max if phase.weeks else 0
        sessions = [each for each in phase.sessions if _grows(programme, each, growth)]
        for number in range(max(first, growth.from_week), last + 1):
            times += sum(each.times_in_week for each in sessions if each.is_in(number))
        if is_now:
            break
    return times


def _grows(programme: Programme, session: Session, growth: Growth) -> bool:
    return any(programme.growth_of(session, step)[0] == growth for step in session.routine.steps)


def amounts(dose: Dose, unit: str) -> tuple[Amount, ...]:
    """What of a dose is in this unit and can grow: of each of its sets, if these differ. What has no number cannot."""
    found: list[Amount] = []

    def keep(amount: Amount) -> Amount:
        found.append(amount)
        return amount

    _changed(dose, unit, keep)
    return tuple(found)


def _first_weeks(programme: Programme) -> Iterator[tuple[Phase, int]]:
    """Each phase with the number of its first week."""
    number = 1
    for phase in programme.phases:
        yield phase, phase.weeks.min if phase.weeks else number
        number = phase.weeks.max + 1 if phase.weeks else 1


def _length(programme: Programme, phase: Phase, first: int) -> int:
    """How many weeks to work out: those of the phase, or of an open one as many as something grows in."""
    if phase.weeks:
        return phase.weeks.max - phase.weeks.min + 1
    longest = 1
    for session in phase.sessions:
        for step in session.routine.steps:
            growth, _ = programme.growth_of(session, step)
            if growth:
                last = _grown(session.dose_of(step), growth, _ALL)
                weeks = (Week(phase, first + before, before + 1) for before in count())
                reached = next(each for each in weeks if week_dose(programme, each, session, step) == last)
                longest = max(longest, reached.in_phase)
    return longest


def _planned(programme: Programme, week: Week, session: Session) -> PlannedSession:
    doses = (week_dose(programme, week, session, step) for step in session.routine.steps)
    return PlannedSession(session, tuple(doses))


def _usual(session: Session, step: Step) -> Dose:
    return step.goal if session.level == "goal" else step.start


def _grown(dose: Dose, growth: Growth, times: int) -> Dose:
    """A dose when so much has come on top of it so many times."""
    upward = growth.more > 0

    def more(value: float) -> float:
        grown = round(value + times * growth.more, 2)
        if upward:
            return max(value, min(grown, growth.limit))
        return min(value, max(grown, growth.limit))

    def grown(amount: Amount) -> Amount:
        if isinstance(amount, Range):
            return replace(amount, min=int(more(amount.min)), max=int(more(amount.max)))
        return Span(_plain(more(amount.min)), _plain(more(amount.max)))

    return _changed(dose, growth.unit, grown) if times else dose


def _plain(value: float) -> float:
    """A whole number as one, so that 55 kg are 55 and not 55.0."""
    return int(value) if value == int(value) else value


def _changed(dose: Dose, unit: str, change: Callable[[Amount], Amount]) -> Dose:
    """A dose with all that is in this unit changed."""
    if unit == "sets":
        return dose if dose.each_set else _with(dose, sets=change(dose.sets))
    if dose.each_set:
        return replace(dose, each_set=tuple(_changed(each, unit, change) for each in dose.each_set))
    if unit in OF_DOSE:
        amount = getattr(dose, unit)
        endless = dose.open not in ("", "or-more") and unit in ("reps", "hold_seconds")
        return dose if endless or not amount or amount == NONE else _with(dose, **{unit: change(amount)})
    if dose.effort and dose.effort.scale == unit:
        return replace(dose, effort=_with(dose.effort, amount=change(dose.effort.amount)))
    if dose.load and (key := _key(dose.load, unit)):
        (amount,) = getattr(dose.load, key)
        return replace(dose, load=_with(dose.load, **{key: (change(amount),)}))
    return dose


def _with(it: T, **changed: Any) -> T:
    """The same with amounts changed, each of which stays of its own kind."""
    return replace(it, **changed)


def _key(load: Load, unit: str) -> str:
    """Where a load has the one amount of a unit; empty if it has none, or one after the other."""
    key = unit if unit in HEIGHTS else "amounts" if load.unit == unit else ""
    return key if key and len(getattr(load, key)) == 1 else ""
