"""Makes routines of the rows of a table or the lines of a text, and a programme where rows say their weeks."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from limber.imports.dose_words import whole
from limber.imports.draft import Draft, Record, clean, fresh, id_of
from limber.imports.known import Known

_NAME, _OFTEN, _NOTE = 60, 60, 90  # characters, as in the schema


@dataclass(slots=True)
class Line:
    """One exercise at its place: in which routine, with which dose, in which group, in which weeks."""

    line: int
    exercise: str
    dose: str = ""
    side: str = ""
    how_often: str = ""
    note: str = ""
    group: str = ""
    rounds: Any = None
    round_rest: Any = None
    rest_after: Any = None
    weeks: str = ""


@dataclass(slots=True)
class Session:
    """The lines below one heading."""

    name: str
    line: int
    lines: list[Line] = field(default_factory=list)
    sheet: int = 0


def add_routines(draft: Draft, known: Known, sessions: list[Session]) -> None:
    """Adds a routine for each session that has exercises, and a programme for those with weeks."""
    for session in sessions:
        session.lines = [each for each in session.lines if each.exercise]
        if not session.lines:
            continue
        draft.sheet = session.sheet
        name = clean(session.name, _NAME)
        name = name[:1].upper() + name[1:]
        id_ = id_of(name, f"routine-{session.line}")
        if place := known.place("routines", id_):
            draft.say(session.line, "skipped", f'routine "{name}" is there already, {place}.')
            continue
        id_ = fresh(id_, draft.tables["routines"])
        has_weeks = any(each.weeks for each in session.lines)
        lines = _once(session.lines) if has_weeks else session.lines
        often = {each.how_often for each in lines}
        keys: dict[str, Any] = {"name": name}
        if len(often) == 1 and (one := often.pop()) and len(one) <= _OFTEN:
            keys["how_often"] = one.removesuffix(".")
            for each in lines:
                each.how_often = ""
        draft.tables["routines"][id_] = Record(session.line, {**keys, "steps": _steps(draft, lines), "source": "own"})
        draft.say(session.line, "taken", f"routine {id_} of {len(lines)} exercise{'s' if len(lines) > 1 else ''}")
        if has_weeks:
            _add_programme(draft, known, session, id_, name)


def _once(lines: list[Line]) -> list[Line]:
    """The first line of each exercise."""
    first: dict[str, Line] = {}
    for each in lines:
        first.setdefault(each.exercise, each)
    return list(first.values())


def _steps(draft: Draft, lines: list[Line]) -> list[Any]:
    """The steps in order, those of one group within it."""
    steps: list[Any] = []
    last: tuple[str, Any, Any] | None = None
    for each in lines:
        group = (each.group, each.rounds, each.round_rest) if each.rounds and each.rounds != 1 else None
        step = _step(draft, each)
        if not group:
            steps.append(step)
            if each.group:
                draft.say(each.line, "not understood", f'group "{each.group}", which says no rounds')
        elif group == last:
            steps[-1]["steps"].append(step)
        else:
            rest = {"round_rest_seconds": each.round_rest} if each.round_rest else {}
            steps.append({"group": clean(each.group or "Circuit", 40), "rounds": each.rounds, **rest, "steps": [step]})
        last = group
    return steps


def _step(draft: Draft, it: Line) -> dict[str, Any] | str:
    """A step; its exercise's id where there is no more to say."""
    step: dict[str, Any] = {"exercise": it.exercise}
    record = draft.tables["exercises"].get(it.exercise)
    if it.dose and not (record and record.keys.get("dose") == it.dose):
        step["dose"] = it.dose
    if it.side:
        step["side"] = it.side
    if it.rest_after:
        step["rest_after_seconds"] = it.rest_after
    for key, text, most in (("how_often", it.how_often, _OFTEN), ("note", it.note, _NOTE)):
        if text and len(text) <= most:
            step[key] = text
        elif text:
            draft.say(it.line, "not understood", f'{key.replace("_", " ")} "{text}", which is too long for a step')
            if record:
                record.notes.append(f"Not understood: {key.replace('_', ' ')} “{clean(text, 400)}”.")
    return step if len(step) > 1 else it.exercise


def _add_programme(draft: Draft, known: Known, session: Session, routine: str, name: str) -> None:
    """A programme whose phases change where the weeks of a line begin or end."""
    spans = [(each, span) for each in session.lines if (span := _span(draft, each))]
    if not spans:
        return
    name = clean(f"{name[:45]}, {max(last for _, (_, last) in spans)} weeks", _NAME)
    id_ = id_of(name, "programme")
    if place := known.place("programmes", id_):
        draft.say(session.line, "skipped", f'programme "{name}" is there already, {place}.')
        return
    starts = sorted({first for _, (first, _) in spans} | {last + 1 for _, (_, last) in spans})
    doses = {each.exercise: each.dose for each in reversed(session.lines)}
    phases = []
    for first, following in pairwise(starts):
        lines = [each for each, (begin, end) in spans if begin <= first <= end]
        if not lines:
            continue
        own = {each.exercise: each.dose for each in lines if each.dose and each.dose != doses[each.exercise]}
        last = following - 1
        weeks: Any = {"first": first, "last": last} if last > first else first
        phase = {
            "name": f"Weeks {first}–{last}" if last > first else f"Week {first}",
            "weeks": weeks,
            "sessions": [{"routine": routine, **({"doses": own} if own else {})}],
        }
        phases.append(phase)
        if missing := sorted(doses.keys() - {each.exercise for each in lines}):
            draft.say(
                session.line,
                "not understood",
                f"in week {first} there is no {', '.join(missing)}, but its routine has it",
            )
    note = "To write: the days of each session; without them it is done each day."
    id_ = fresh(id_, draft.tables["programmes"])
    draft.tables["programmes"][id_] = Record(session.line, {"name": name, "phases": phases, "source": "own"}, [note])
    draft.say(session.line, "taken", f"programme {id_} of {len(phases)} phases")


def _span(draft: Draft, it: Line) -> tuple[int, int] | None:
    """The first and the last week of a line."""
    found = whole(it.weeks) if it.weeks else None
    if isinstance(found, int) and 0 < found <= 999:
        return found, found
    if isinstance(found, dict) and found["max"] <= 999 and found["min"]:
        return found["min"], found["max"]
    if it.weeks:
        draft.say(it.line, "not understood", f'weeks "{it.weeks}"')
    return None
