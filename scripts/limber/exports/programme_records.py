"""Converts programmes to plain records of the JSON API: the phases as they are written, and the weeks worked out."""

from __future__ import annotations

from typing import Any

from limber import programme_weeks, programme_words, wording
from limber.exports import dose_records, records
from limber.exports.dose_records import range_
from limber.model.dose import More
from limber.model.nouns import Phase, Programme, Session
from limber.programme_weeks import PlannedSession, Weeks

Record = dict[str, Any]


def programme(it: Programme) -> Record:
    """All fields of a programme, and what each of its weeks asks for."""
    return {
        **name(it),
        "summary": it.description,
        "audience": it.audience,
        "care": it.care,
        "stop_signs": it.stop_signs,
        "source": records.source(it.credit),
        "phases": [_phase(each) for each in it.phases],
        "weeks": [_weeks(each) for each in programme_weeks.programme_weeks(it)],
    }


def name(it: Programme) -> Record:
    """What a programme is found by."""
    return {
        "id": it.id,
        "code": it.code,
        "name": it.name,
        "short_name": it.short_name,
        "url": f"programmes/{it.id}/",
        "old_ids": it.old_ids,
        "old_codes": it.old_codes,
    }


def _phase(it: Phase) -> Record:
    return {
        "name": it.name,
        "weeks": {"first": it.weeks.min, "last": it.weeks.max} if it.weeks else None,
        "until": it.until,
        "enter_when": it.enter_when,
        "sessions": [_session(each) for each in it.sessions],
    }


def _session(it: Session) -> Record:
    return {
        "routine": it.routine.id,
        "name": it.routine.name,
        "url": f"routines/{it.routine.id}/",
        "level": it.level,
        "days": it.days,
        "every_days": it.every_days,
        "times_a_week": range_(it.times_a_week),
        "every_weeks": it.every_weeks,
        "first_week": it.first_week or None,
        "times_a_day": range_(it.times_a_day),
        "every_minutes": it.every_minutes,
        "between": {"from": it.between.begin, "to": it.between.end} if it.between else None,
        "words": programme_words.when(it),
    }


def _weeks(it: Weeks) -> Record:
    return {
        "phase": it.phase.number - 1,
        "first": it.first,
        "last": it.last,
        "words": programme_words.weeks(it.first, it.last),
        "sessions": [_planned(each) for each in it.sessions],
    }


def _planned(it: PlannedSession) -> Record:
    """A session of a week: how long it takes, and the doses that are not the routine's."""
    return {
        "length": records.length(it.routine, "start"),
        "doses": [
            {
                "step": step.number - 1,
                "exercise": step.exercise.id,
                "name": step.exercise.name,
                "which": programme_words.which(it.session.routine, step),
                "dose": dose_records.dose(dose, step.exercise),
                "each_time": _more(dose.each_time) if dose.each_time else None,
            }
            for step, dose in it.differing
        ],
    }


def _more(it: More) -> Record:
    return {"unit": it.unit, "amount": it.amount, "words": wording.each_time(it)}
