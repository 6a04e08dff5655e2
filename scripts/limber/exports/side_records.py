"""Converts what an exercise says of one side to plain records of the JSON API, where it differs."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from limber.exports import figure_records
from limber.model.nouns import Exercise, OneSide

Record = dict[str, Any]


def one_side(it: Exercise) -> Record | None:
    """By side, the keys that replace the exercise's own; empty for bilateral exercises."""
    told: Record = {each.side: _differing(each, it) for each in it.one_side}
    return told or None


def cue(it: Exercise) -> Record:
    """The same for the cue of a step; left out if it is equal, since the timer waits for it."""
    told = {each.side: _cue(each, it) for each in it.one_side}
    return {"one_side": told} if any(told.values()) else {}


def _cue(one: OneSide, it: Exercise) -> Record:
    return {"cue": one.cues[0]} if one.cues[:1] != it.cues[:1] else {}


def _differing(one: OneSide, it: Exercise) -> Record:
    record = _cue(one, it)
    for field in fields(one):
        said = getattr(one, field.name)
        if field.name in ("side", "shows") or said == getattr(it, field.name):
            continue
        record[field.name] = [figure_records.fault(each) for each in said] if field.name == "faults" else said
    if it.figure and one.shows != tuple(each.shows for each in it.figure.poses):
        record["shows"] = one.shows
    return record
