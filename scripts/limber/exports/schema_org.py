"""Describes exercises and routines in the vocabulary of schema.org, for search engines.

Only what schema.org has words for, and only what is meant by them: it has none for sets, holds, sides, cues, faults and
stop signs, so these are left to the page. A dose squeezed into `repetitions` would be another dose.
"""

from __future__ import annotations

from typing import Any

from limber import duration
from limber.languages.messages import spoken
from limber.model.nouns import Credit, Exercise, Programme, Routine
from limber.model.site import Site

Thing = dict[str, Any]


def exercise(it: Exercise, site_url: str, site: Site) -> Thing:
    """An exercise as a HowTo; without its address if there is no `site_url`."""
    required = [need.item.name for need in it.equipment if need.required]
    return _said(
        {
            "@context": "https://schema.org",
            "@type": "HowTo",
            "name": it.name,
            "alternateName": it.also_called,
            "description": it.description,
            "inLanguage": spoken().code,
            "url": _page("exercises", it.id, site_url),
            "image": [f"{site_url}{each.file}" for each in it.images] if site_url else [],
            "tool": [{"@type": "HowToTool", "name": name} for name in required],
            "step": [
                {"@type": "HowToStep", "position": number, "text": text}
                for number, text in enumerate((*it.setup, *it.instructions), 1)
            ],
            "isBasedOn": _works(it.credit),
            **_coach(site, it.credit),
        }
    )


def routine(it: Routine, site_url: str, site: Site) -> Thing:
    """A routine as an ExercisePlan; its duration ranges from the shortest to the longest."""
    length = [duration.routine_length(it, "start").total, duration.routine_length(it, "goal").total]
    exercises = {step.exercise.id: step.exercise for step in it.steps}
    return _said(
        {
            "@context": "https://schema.org",
            "@type": "ExercisePlan",
            "name": it.name,
            "description": it.description,
            "inLanguage": spoken().code,
            "url": _page("routines", it.id, site_url),
            "audience": {"@type": "Audience", "audienceType": it.audience} if it.audience else None,
            "activityFrequency": it.how_often,
            "activityDuration": {
                "@type": "QuantitativeValue",
                "minValue": min(each.min for each in length),
                "maxValue": max(each.max for each in length),
                "unitCode": "SEC",
            },
            "hasPart": [
                _said({"@type": "HowTo", "name": each.name, "url": _page("exercises", id_, site_url)})
                for id_, each in exercises.items()
            ],
            "isBasedOn": _works(it.credit),
            **_coach(site, it.credit),
        }
    )


def programme(it: Programme, site_url: str, site: Site) -> Thing:
    """A programme as an ExercisePlan of its routines; its duration is in weeks, where it has a number of these."""
    weeks = [phase.weeks.max - phase.weeks.min + 1 if phase.weeks else 0 for phase in it.phases]
    routines = {session.routine.id: session.routine for phase in it.phases for session in phase.sessions}
    return _said(
        {
            "@context": "https://schema.org",
            "@type": "ExercisePlan",
            "name": it.name,
            "description": it.description,
            "inLanguage": spoken().code,
            "url": _page("programmes", it.id, site_url),
            "audience": {"@type": "Audience", "audienceType": it.audience} if it.audience else None,
            "activityDuration": {"@type": "QuantitativeValue", "value": sum(weeks), "unitCode": "WEE"}
            if all(weeks)
            else None,
            "hasPart": [
                _said({"@type": "ExercisePlan", "name": each.name, "url": _page("routines", id_, site_url)})
                for id_, each in routines.items()
            ],
            "isBasedOn": _works(it.credit),
            **_coach(site, it.credit),
        }
    )


def _page(kind: str, id_: str, site_url: str) -> str:
    return f"{site_url}{kind}/{id_}/" if site_url else ""


def _works(credit: Credit | None) -> Thing | list[Thing]:
    """The works behind a record, or the only one. Whether an author is a person or a company no record says."""
    found = [
        _said({"@type": "CreativeWork", "name": each.title, "url": each.url, "license": each.licence_url})
        for each in ((credit.work, *credit.also) if credit else ())
    ]
    return found[0] if len(found) == 1 else found


def _coach(site: Site, credit: Credit | None) -> Thing:
    """The coach, if the site names one: the author, or where the words are another's, who provides them."""
    if not site.coach.name:
        return {}
    told = {"name": site.coach.name, "honorificSuffix": site.coach.credentials, "url": site.contact.page}
    as_what = "provider" if credit and credit.work.licence else "author"
    return {as_what: _said({"@type": "Person", **told})}


def _said(thing: Thing) -> Thing:
    """Without empty values."""
    return {key: value for key, value in thing.items() if value}
