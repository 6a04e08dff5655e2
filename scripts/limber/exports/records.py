"""Converts the nouns of `model` to the plain records of the JSON API.

Addresses are relative to the site's root. A key is never renamed and never changes its meaning: that would be v2.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from limber import duration, wording
from limber.exports import dose_records, figure_records, group_records, side_records
from limber.exports.dose_records import range_, said
from limber.languages.messages import gettext, spoken
from limber.languages.other_language import code_of, of_parts
from limber.model import nouns
from limber.model.nouns import Credit, Equipment, Exercise, Image, Need, Routine, Step, Video, Work
from limber.model.site import Site

Record = dict[str, Any]


def site(it: Site) -> Record:
    """Whose site it is; a text that nobody has given is empty."""
    return {
        "name": it.name,
        "description": it.description,
        "licence": it.licence,
        "language": spoken().code,
        "coach": {"name": it.coach.name, "credentials": it.coach.credentials},
        "contact": {"email": it.contact.email, "phone": it.contact.phone, "page": it.contact.page},
        "reviewed": it.reviewed.isoformat() if it.reviewed else None,
    }


def exercise(it: Exercise) -> Record:
    """All fields of an exercise, beginning with those that a step of a session has, too."""
    return {
        **_in_step(it),
        "cues": it.cues,
        "summary": it.description,
        "kind": it.kind,
        "regions": it.regions,
        "muscles": it.muscles,
        "positions": it.positions,
        "equipment": [_need(each) for each in it.equipment],
        "setup": it.setup,
        "instructions": it.instructions,
        "short_steps": it.short_steps,
        "feel_here": it.feel_here,
        "feel_not_here": it.feel_not_here,
        "faults": [figure_records.fault(each) for each in it.faults],
        "precautions": it.precautions,
        "stop_signs": it.stop_signs,
        "contraindications": it.contraindications or (),
        "contraindications_stated": it.contraindications is not None,
        "easier": it.easier,
        "harder": it.harder,
        "progressions": it.progressions,
        "regressions": it.regressions,
        "switch_seconds": nouns.SWITCH_SECONDS,  # where no routine says how long changing sides takes
        "start": dose_records.dose(it.start, it),
        "goal": dose_records.dose(it.goal, it),
        "images": [_image(each) for each in it.images],
        "videos": [_video(each) for each in it.videos],
        "figure": figure_records.figure(it.figure) if it.figure else None,
        "one_side": side_records.one_side(it),
        "source": source(it.credit),
        "changes": [{"date": each.date.isoformat(), "what": each.what} for each in it.changes],
        "old_codes": it.old_codes,
        "also_called": it.also_called,
    }


def in_plan(it: Exercise) -> Record:
    """An exercise as a plan and its timer show it: a client waits for no numbers of figures and no sources."""
    whole = exercise(it)
    sides = {side: _said(told) for side, told in (whole["one_side"] or {}).items()}
    return {
        **_in_step(it),
        **{key: whole[key] for key in _IN_PLAN},
        **{level: _without_pace(whole[level]) for level in ("start", "goal")},
        "faults": _without_figures(whole["faults"]),
        "has_figure": it.figure is not None,
        **({} if it.contraindications is not None else {"contraindications_stated": False}),
        **({"images": [_in_one_width(each) for each in it.ends]} if it.images and not it.figure else {}),
        "one_side": sides or None,
    }


_IN_PLAN = (
    *("setup", "instructions", "cues", "feel_here", "feel_not_here", "precautions", "stop_signs", "contraindications"),
    *("easier", "harder", "switch_seconds", "old_codes"),
)


def _said(one_side: Record) -> Record:
    """What is said of one side, as far as a plan shows it."""
    told = {key: said for key, said in one_side.items() if key == "cue" or key in _IN_PLAN}
    return told | ({"faults": _without_figures(one_side["faults"])} if "faults" in one_side else {})


def _without_pace(dose: Record) -> Record:
    """A plan words its doses itself, for its own sides."""
    return {key: said for key, said in dose.items() if key != "paced_words"} | (
        {"or": _without_pace(dose["or"])} if dose["or"] else {}
    )


def _without_figures(faults: Iterable[Record]) -> list[Record]:
    return [{"fault": each["fault"], "fix": each["fix"]} for each in faults]


def name(it: Exercise) -> Record:
    """The summary of an exercise for lists: enough to choose one and to find its file."""
    return {
        "id": it.id,
        "code": it.code,
        "name": it.name,
        "short_name": it.short_name,
        "url": f"exercises/{it.id}/",
        "start_words": wording.brief(it.start, it),
        "goal_words": wording.brief(it.goal, it),
        "picture": _picture(it),
        "old_codes": it.old_codes,
        **said(also_called=it.also_called),
    }


def _picture(it: Exercise) -> str | None:
    """How it looks, small, beside its name, which says what it is."""
    if it.figure:
        return f"figures/{it.id}.svg"
    return it.images[0].at_least(nouns.LIST_PIXELS) if it.images else None


def routine(it: Routine) -> Record:
    """All fields of a routine, beginning with those of its session."""
    return {
        **session(it),
        "audience": it.audience,
        "when": it.when,
        "how_often": it.how_often,
        "why": it.why,
        "how": it.how,
        "moving_on": it.moving_on,
        "care": it.care,
        "source": source(it.credit),
        "days": it.days,
        "old_codes": it.old_codes,
    }


def session(it: Routine) -> Record:
    """A session: a routine with its computed length, small, since the timer waits for it over a slow network."""
    return {
        "id": it.id,
        "code": it.code,
        "name": it.name,
        "short_name": it.short_name,
        "summary": it.description,
        "url": f"routines/{it.id}/",
        "stop_signs": it.stop_signs,
        "core_of": it.core_of or None,
        "old_ids": it.old_ids,
        "switch_seconds": it.switch_seconds,
        "transition_seconds": it.transition_seconds,
        "length": {"start": length(it, "start"), "goal": length(it, "goal")},
        "steps": [_step(each) for each in it.steps],
        **said(groups=group_records.groups(it), second_round="optional" if it.second_round else ""),
    }


def _step(it: Step) -> Record:
    return {
        "core": it.core,
        "note": it.note,
        "exercise": _in_step(it.exercise),
        "start": dose_records.dose(it.start, it.exercise),
        "goal": dose_records.dose(it.goal, it.exercise),
        **group_records.around(it),
    }


def _in_step(it: Exercise) -> Record:
    """The fields needed for doing it. Where a step has one side alone, the names say which."""
    side = f"{it.sides} {it.limb}"  # a message of scripts, which name it in the same words
    alone = f", {gettext(side)}" if it.sides in ("left", "right") else ""
    return {
        "id": it.id,
        "code": it.code,
        "name": of_parts([it.name, alone]),
        "short_name": of_parts([it.short_name, alone]),
        "spoken_name": of_parts([it.spoken_name, alone]),
        **said(language=code_of(it.name)),
        "laterality": it.laterality,
        "limb": it.limb,
        **({"side": "left"} if it.is_mirrored else {}),
        **({"directions": it.directions} if it.directions else {}),
        "cue": it.cues[0] if it.cues else "",
        **side_records.cue(it),
        "setup": it.setup,
        "equipment": [
            {"name": need.item.name, "required": need.required, "substitutes": _names(need.substitutes)}
            for need in it.equipment
        ],
        "image": _shown(it.images[0]) if it.images else None,
        **({"film": _film_in_timer(it.film)} if it.film else {}),
        "url": f"exercises/{it.id}/",
        "old_ids": it.old_ids,
    }


def length(it: Routine, level: nouns.Level) -> Record:
    """How long a routine takes at a level: its work, and changing over on top."""
    it_takes = duration.routine_length(it, level)
    changes, of_range = it_takes.changeovers, it_takes.changeovers.min < it_takes.changeovers.max
    return {
        "work_seconds": range_(it_takes.work),
        "changeover_seconds": changes.min,
        **({"changeover_seconds_range": range_(changes)} if of_range else {}),
        **({"estimated": True} if it_takes.work.estimated else {}),
    }


def _need(it: Need) -> Record:
    return {
        **_thing(it.item),
        "required": it.required,
        "substitutes": _names(it.substitutes),
        "substitute_items": [_thing(each) for each in it.substitutes],
        "note": it.note,
    }


def _thing(it: Equipment) -> Record:
    bands = {"bands": it.bands} if it.bands else {}
    return {"id": it.id, "name": it.name, "description": it.description, "household": it.household, **bands}


def _names(things: Iterable[Equipment]) -> list[str]:
    return [each.name for each in things]


def _in_one_width(it: Image) -> Record:
    return {"url": it.at_least(nouns.PLAN_PIXELS), "alt": it.alt}


def _shown(it: Image) -> Record:
    """Where a picture lies, and where it lies narrower."""
    sizes = [{"url": each.file, "width_pixels": each.width_pixels} for each in it.smaller]
    return {"url": it.file, "alt": it.alt, "sizes": sizes}


def _image(it: Image) -> Record:
    return {
        **_shown(it),
        "licence": it.licence,
        "author": it.author,
        "width_pixels": it.width_pixels,
        "height_pixels": it.height_pixels,
    }


def _film_in_timer(it: Video) -> Record:
    """A film that runs in place of the figure, over and over, without its sound."""
    return {"url": it.file, "alt": it.alt, "poster": _image(it.poster) if it.poster else None}


def _video(it: Video) -> Record:
    """A film of this site's, or the page of another `host` that shows one."""
    return {
        "url": it.file or it.url,
        "host": it.host or None,
        "alt": it.alt,
        "type": it.type or None,
        "captions": it.captions or None,
        "is_silent": it.is_silent,
        "poster": _image(it.poster) if it.poster else None,
        "duration_seconds": it.duration_seconds or None,
        "width_pixels": it.width_pixels or None,
        "height_pixels": it.height_pixels or None,
        "in_timer": it.in_timer,
        "licence": it.licence,
        "author": it.author,
    }


def source(it: Credit | None) -> Record | None:
    """The published work behind a record, and which parts of the record are not its but this site's own."""
    if not it:
        return None
    return {
        **_work(it.work),
        "ours": it.ours,
        "length_seconds": range_(it.length_seconds),
        "also": [_work(each) for each in it.also],
    }


def _work(it: Work) -> Record:
    return {
        "id": it.id,
        "author": it.author,
        "credentials": it.credentials,
        "title": it.title,
        "publisher": it.publisher,
        "url": it.url,
        "note": it.note,
        "licence": it.licence or "",
        "licence_url": it.licence_url,
    }
