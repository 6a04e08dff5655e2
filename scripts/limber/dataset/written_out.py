"""Writes out what people may write short, so that the schema, the rules and the parser meet one form of each record.

`dose: 3 x 10` becomes keys, `equipment: [chair]` and `steps: [squat]` records. What is in full already stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from limber.dataset import dose_text
from limber.dataset.problem import Place, Problem, quoted, say
from limber.dataset.shape.schemas import asks_for_full
from limber.dataset.spelling import is_nothing

_SIDED = ("unilateral", "alternating")


def written_out(data: Any) -> tuple[Any, list[Problem]]:
    """The data of a file with what its records mean written in full, and what of it is not understood.

    A dose that is not understood is left out; its problem speaks for all that its lack would be told of.
    """
    found: list[Problem] = []
    if not isinstance(data, dict):
        return data, found
    tables = dict(data)
    for table, write in (("exercises", _exercise), ("routines", _with_steps), ("programmes", _programme)):
        if isinstance(records := data.get(table), dict):
            tables[table] = {
                id_: write((table, id_), each, tables, found) if isinstance(each, dict) else each
                for id_, each in records.items()
            }
    return tables, found


Record = dict[str, Any]


def _exercise(where: Place, record: Record, tables: Mapping[str, Any], found: list[Problem]) -> Record:
    """Bilateral, unless it or its dose says other sides. Without instructions it may be another kind of record."""
    said: dict[str, Any] = {}
    if "dose" in record and not (isinstance(record["dose"], dict) and _is_written(record["dose"])):
        dose, lines = _doses((*where, "dose"), record["dose"], found)
        said["dose"] = dose
        for line in lines:
            said |= _sides_of((*where, "dose"), line, record, found)
    if isinstance(needs := record.get("equipment"), list) and any(isinstance(each, str) for each in needs):
        said["equipment"] = [_need((*where, "equipment", at), each, found) for at, each in enumerate(needs)]
    if "laterality" not in record and "instructions" in record and not asks_for_full(tables):
        said.setdefault("laterality", "bilateral")
    return {key: each for key, each in {**record, **said}.items() if each is not _LEFT_OUT} if said else record


_LEFT_OUT = object()


def _need(where: Place, need: Any, found: list[Problem]) -> Any:
    """A piece of equipment in full, from its id alone."""
    if isinstance(need, str) and is_nothing(need):
        found.append(
            Problem(
                where,
                say("{need} is no equipment.", need=quoted(need)),
                say("Write [] when it needs nothing."),
                covers=(where,),
            )
        )
    return {"item": need, "need": "required"} if isinstance(need, str) else need


def _is_written(doses: Record) -> bool:
    """Whether the doses of an exercise or a step are written in full."""
    return not any(_is_short(doses[level]) for level in ("start", "goal") if level in doses)


def _is_short(dose: Any) -> bool:
    if isinstance(dose, dict):
        return isinstance(dose.get("or"), str)
    return isinstance(dose, str | int) and not isinstance(dose, bool)


def _doses(where: Place, value: Any, found: list[Problem]) -> tuple[Any, list[dose_text.DoseText]]:
    """Start dose and goal dose in full, and what lines say of them beside that."""
    if not isinstance(value, dict) and _is_short(value):
        line = _line(where, value, found)
        return (dict(line.doses), [line]) if line else (_LEFT_OUT, [])
    if not isinstance(value, dict):
        return value, []
    doses: dict[str, Any] = {}
    lines = []
    for level, each in value.items():
        doses[level], line = _dose((*where, level), each, found) if level in ("start", "goal") else (each, None)
        lines += [line] if line else []
    return {level: each for level, each in doses.items() if each is not _LEFT_OUT}, lines


def _dose(where: Place, value: Any, found: list[Problem]) -> tuple[Any, dose_text.DoseText | None]:
    """One dose in full."""
    if not isinstance(value, dict) and _is_short(value):
        line = _line(where, value, found)
        if line and "goal" in line.doses:
            what = say("{value} has a start and a goal; here is one of them.", value=quoted(value))
            found.append(Problem(where, what, say('Write one dose, or write both behind "dose:".'), covers=(where,)))
            line = None
        return (line.doses["start"], line) if line else (_LEFT_OUT, None)
    if isinstance(value, dict) and isinstance(value.get("or"), str):
        other, line = _dose((*where, "or"), value["or"], found)
        return {**{key: each for key, each in value.items() if key != "or"}, **({"or": other} if line else {})}, line
    return value, None


def _line(where: Place, value: str | int, found: list[Problem]) -> dose_text.DoseText | None:
    try:
        return dose_text.read(str(value))
    except dose_text.NotUnderstoodError as unknown:
        found.append(Problem(where, unknown.what, unknown.tip, covers=(where,)))
        return None


def _sides_of(where: Place, line: dose_text.DoseText, record: Record, found: list[Problem]) -> Record:
    """What the dose of an exercise says of its sides and directions, where the exercise does not say it itself."""
    said: dict[str, Any] = {}
    if line.alternates and record.get("laterality", "alternating") != "alternating":
        what = say(
            "the sides take turns in the dose, but the exercise is {laterality}.", laterality=record["laterality"]
        )
        found.append(Problem(where, what, say('Take "alternating" out, or write "laterality: alternating".')))
    elif line.alternates:
        said["laterality"] = "alternating"
    elif line.limb and "laterality" not in record:
        said["laterality"] = "unilateral"
    elif line.limb and record["laterality"] == "bilateral":
        what = say("the dose is for each {limb}, but the exercise is bilateral.", limb=line.limb)
        found.append(
            Problem(where, what, say('Take "each {limb}" out, or write "laterality: unilateral".', limb=line.limb))
        )
    if line.limb not in ("", "side") and "limb" not in record and record.get("laterality") != "bilateral":
        said["limb"] = line.limb
    if line.directions and "directions" not in record:
        if line.directions == ("",):
            what = say("the dose is for each direction, and the exercise does not say which.")
            found.append(Problem(where, what, say('Add "directions: [forward, back]", with its own.')))
        else:
            said["directions"] = list(line.directions)
    return said


def _with_steps(where: Place, holder: Record, tables: Mapping[str, Any], found: list[Problem]) -> Record:
    """A routine or a group with each of its steps in full."""
    if not isinstance(steps := holder.get("steps"), list):
        return holder
    written = [_entry((*where, "steps", number), each, tables, found) for number, each in enumerate(steps)]
    return {**holder, "steps": written} if any(a is not b for a, b in zip(written, steps, strict=True)) else holder


def _entry(where: Place, entry: Any, tables: Mapping[str, Any], found: list[Problem]) -> Any:
    if isinstance(entry, str):
        return {"exercise": entry}
    if not isinstance(entry, dict):
        return entry
    entry = _with_steps(where, entry, tables, found)
    if "dose" not in entry or (isinstance(entry["dose"], dict) and _is_written(entry["dose"])):
        return entry
    dose, lines = _doses((*where, "dose"), entry["dose"], found)
    others = {key: each for key, each in entry.items() if key != "dose"}
    said: dict[str, Any] = {} if dose is _LEFT_OUT else {"dose": dose}
    exercises = tables.get("exercises")
    exercise = exercises.get(entry.get("exercise")) if isinstance(exercises, dict) else None
    if "side" not in entry and isinstance(exercise, dict):
        if any(each.limb for each in lines) and exercise.get("laterality") not in _SIDED:
            said["side"] = "each"
        if any(each.alternates for each in lines) and exercise.get("laterality") != "alternating":
            said["side"] = "alternating"
    return {**others, **said}


def _programme(where: Place, record: Record, _tables: Mapping[str, Any], found: list[Problem]) -> Record:
    """A programme with the doses of its sessions in full."""
    if not isinstance(phases := record.get("phases"), list):
        return record
    written = []
    for number, phase in enumerate(phases):
        sessions = phase.get("sessions") if isinstance(phase, dict) else None
        if isinstance(sessions, list) and any(_says_doses(each) for each in sessions):
            place = (*where, "phases", number, "sessions")
            phase = {**phase, "sessions": [_session((*place, at), each, found) for at, each in enumerate(sessions)]}
        written.append(phase)
    return {**record, "phases": written}


def _says_doses(session: Any) -> bool:
    doses = session.get("doses") if isinstance(session, dict) else None
    return isinstance(doses, dict) and any(_is_short(each) for each in doses.values())


def _session(where: Place, session: Any, found: list[Problem]) -> Any:
    if not _says_doses(session):
        return session
    written = {name: _dose((*where, "doses", name), each, found)[0] for name, each in session["doses"].items()}
    return {**session, "doses": {name: each for name, each in written.items() if each is not _LEFT_OUT}}
