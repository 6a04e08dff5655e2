"""Tells what a column is about by its head, in any order and in many spellings."""

from __future__ import annotations

import re
from typing import NamedTuple

from limber.accents import without_accents

NAMES: dict[str, str] = {
    "exercise": "exercise, exercises, name, movement, drill, exercise name, ubung, ejercicio, exercice",
    "routine": "routine, session, workout, training, programme, program, plan, day, trainingstag",
    "group": "group, circuit, block, superset",
    "rounds": "rounds, round, runden",
    "round_rest": "rest between rounds, round rest",
    "sets": "sets, set, serie, series, satze, satz",
    "reps": "reps, rep, repetitions, repetition, wiederholungen, wdh, repeticiones",
    "hold": "hold, holds, hold time, halten, isometric hold",
    "time": "time, duration, work, work time, seconds, minutes, dauer, zeit",
    "distance": "distance, metres, meters, strecke",
    "breaths": "breaths, breath",
    "rest": "rest, rest time, pause, rest between sets, recovery, descanso",
    "between": "rest between reps, between reps, off",
    "load": "load, weight, resistance, gewicht, last, kg, lb, lbs, carga, peso",
    "band": "band, bands, band colour, band color, colour, color, farbe",
    "edge": "edge",
    "percent": "% 1rm, %1rm, percent of 1rm, % of 1rm, percent",
    "rir": "reps in reserve, rir",
    "rpe": "rpe, effort, exertion, borg",
    "tempo": "tempo, cadence",
    "dose": "dose, dosage, prescription, sets x reps, sets and reps, sets reps, how much, volume, dosis",
    "a_day": "a day, times a day, per day, times per day, daily",
    "days_a_week": "days a week, times a week, per week, days per week, times per week, x week, days week",
    "how_often": "how often, frequency, when, haufigkeit",
    "weeks": "weeks, week, wochen, woche",
    "side": "side, sides, laterality, seite",
    "equipment": "equipment, kit, needs, you need, material, gear, gerat",
    "setup": "setup, set up, start position, starting position",
    "instructions": "instructions, instruction, how to, how, steps, description, execution, technique, ausfuhrung",
    "goal": "goal dose, goal",
    "cues": "cues, cue, coaching points, coaching cues, key points",
    "precautions": "precautions, precaution, care, take care, caution",
    "pain": "pain limit, pain, pain rule",
    "stop_signs": "stop signs, stop sign, stop if, stop when, red flags",
    "contraindications": "contraindications, not if, not for, leave it out if, "
    "kontraindikationen, gegenanzeigen, contraindicaciones, contre indications, controindicazioni, contraindicaties",
    "easier": "easier, regression",
    "harder": "harder, progression",
    "muscles": "muscles, muscle, target muscles, muskeln",
    "note": "note, notes, comment, comments, remark, remarks, bemerkung, notiz",
    "licence": "licence, license",
    "author": "author, credit, by",
    "url": "url, link, source, source url, address, quelle",
    "id": "id",
    "page": "page",
    "rest_after": "rest after it, rest after, rest to next, rest to next grip, rest before next",
}
_BY_NAME = {name: key for key, names in NAMES.items() for name in names.split(", ")}
_UNITS = {
    "s": "s", "sec": "s", "secs": "s", "seconds": "s", "min": "min", "mins": "min", "minutes": "min",
    "kg": "kg", "lb": "lb", "lbs": "lb", "m": "m", "km": "km",
}  # fmt: skip


class Column(NamedTuple):
    """What a column is about, empty if it is not known; its head as written; the unit that stands in it."""

    about: str
    head: str
    unit: str


def column(head: str) -> Column:
    """The column below this head, such as `Rest (sec)`."""
    plain = without_accents(head.lower())
    outside = re.sub(r"[(\[].*?[)\]]|/|\bin (?=s|min|kg|lb)", " ", plain)
    words = re.findall(r"[a-z0-9%]+", outside)
    every = re.findall(r"[a-z0-9%]+", plain)
    unit = next((_UNITS[each] for each in every if (each in _UNITS and each != "s") or each == every[-1] == "s"), "")
    if unit not in every[1:] and not (set(every[1:]) & set(_UNITS)):
        unit = {"kg": "kg", "lb": "lb", "lbs": "lb", "minutes": "min", "seconds": "s"}.get(" ".join(words), "")
    named = " ".join(words)
    bare = " ".join(each for each in words if each not in _UNITS) or named
    about = _BY_NAME.get(named) or _BY_NAME.get(bare) or _BY_NAME.get(named.removesuffix("s"), "")
    return Column(about, head, unit)


def heads(cells: list[str]) -> list[Column] | None:
    """The columns, if a row is the head of a table: it names the exercise, or two other things that are known."""
    if sum(bool(each) for each in cells) < 2:
        return None
    found = [column(each) for each in cells]
    known = {each.about for each in found} - {""}
    if "exercise" not in known and len(known) < 2:
        return None
    if any(re.fullmatch(r"[\d.,–-]+", each) for each in cells):
        return None
    return found
