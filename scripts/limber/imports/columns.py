"""Tells what a column is about by its head, in any order and in many spellings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from limber.accents import without_accents
from limber.imports.other_words import heads as heads_in_other_languages

NAMES: dict[str, str] = {  # those of tables that Limber writes in another language come from its catalogue
    "exercise": "exercise, exercises, name, movement, drill, exercise name",
    "routine": "routine, session, workout, training, programme, program, plan, day, trainingstag",
    "group": "group, circuit, block, superset",
    "rounds": "rounds, round",
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
    "dose": "dose, dosage, prescription, sets x reps, sets and reps, sets reps, how much, volume",
    "a_day": "a day, times a day, per day, times per day, daily",
    "days_a_week": "days a week, times a week, per week, days per week, times per week, x week, days week",
    "how_often": "how often, frequency, when, haufigkeit",
    "weeks": "weeks, week, wochen, woche",
    "side": "side, sides, laterality, seite",
    "equipment": "equipment, kit, needs, you need, gear, gerat",
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
    "note": "note, notes, comment, comments, remark, remarks, bemerkung",
    "licence": "licence, license",
    "author": "author, credit, by",
    "url": "url, link, source, source url, address",
    "id": "id",
    "page": "page",
    "rest_after": "rest after it, rest after, rest to next, rest to next grip, rest before next",
}
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
    plain = _plain(head)
    words = _words(re.sub(r"[(\[].*?[)\]]|/|\bin (?=s|min|kg|lb)", " ", plain))
    every = _words(plain)
    unit = next((_UNITS[each] for each in every if (each in _UNITS and each != "s") or each == every[-1] == "s"), "")
    if unit not in every[1:] and not (set(every[1:]) & set(_UNITS)):
        unit = {"kg": "kg", "lb": "lb", "lbs": "lb", "minutes": "min", "seconds": "s"}.get(" ".join(words), "")
    named = " ".join(words)
    bare = " ".join(each for each in words if each not in _UNITS) or named
    known = _by_name()
    about = known.get(named) or known.get(bare) or known.get(named.removesuffix("s"), "")
    return Column(about, head, unit)


@cache
def _by_name() -> Mapping[str, str]:
    """What each name of a column is about, in all languages."""
    english = {name: key for key, names in NAMES.items() for name in names.split(", ")}
    others = {" ".join(_words(_plain(head))): english[name] for head, name in heads_in_other_languages().items()}
    return others | english


def _plain(head: str) -> str:
    return without_accents(head.lower())


def _words(plain: str) -> list[str]:
    return re.findall(r"[a-z0-9%]+", plain)


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
