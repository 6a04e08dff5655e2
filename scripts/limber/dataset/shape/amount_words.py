"""Finds the number meant by an amount in words, such as `10-12`, `8 each side` or `2 min`."""

from __future__ import annotations

import re

from limber.dataset.problem import Said, say
from limber.dataset.shape import schemas
from limber.dataset.shape.schemas import Schema

_UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", '"', "”", "″"), 1),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "'", "’", "′"), 60),
    **dict.fromkeys(("h", "hr", "hour", "hours"), 3600),
}
_COUNTS = r"(?:reps?|repetitions?|times|sets?|rounds?|x|×)"
_LIMBS = r"(?:sides?|legs?|arms?|foot|feet|hands?|knees?|way)"
_SIDES = rf"(?:(?:on )?(?:each|per|a|every|both|/)\s*{_LIMBS}|/\s*side|e/s|ea\.?|each)"
_ONE = r"(\d+(?:[.,]\d+)?)"
_UNIT = r"\s*(s|secs?|seconds?|m|mins?|minutes?|h|hr|hours?|[\"”″'’′])?\.?"
_AMOUNT = re.compile(
    rf"{_ONE}{_UNIT}(?:\s*(?:-|–|—|to|or|bis|\.\.\.?|…)\s*{_ONE}{_UNIT})?\s*{_COUNTS}?\s*({_SIDES})?", re.I
)
_FIGURES = {
    word: str(number)
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
} | {"fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "sixty": "60", "ninety": "90"}
_BOTH = re.compile(r"(\d+)\s*/\s*(\d+)")
_MIXED = re.compile(r"(\d+)\s*(?:m|mins?|minutes?|['’′:])\s*(\d+)\s*(?:s|secs?|seconds?|[\"”″])?", re.I)
_SETS = re.compile(
    rf"(\d+)\s*(?:x|×|sets? of)\s*(\d+)(?:\s*(?:-|–|to)\s*(\d+))?{_UNIT}\s*{_COUNTS}?\s*({_SIDES})?", re.I
)
_OPEN = re.compile(
    r"amrap|max(?:imum|imal)?(?:\s+reps?)?|(?:to |until )?(?:failure|fatigue)|as many (?:rounds |reps )?as possible"
    r"|\d+\s*\+|aap",
    re.I,
)
_FATIGUE = re.compile(r"(?:to |until )?(?:failure|fatigue)", re.I)
_ONE_SIDE = 'A dose counts one side; the exercise\'s "laterality:" says which. '


def tip(text: str, key: str, schema: Schema) -> Said | None:
    """What to write in place of a text that means an amount; nothing where nobody can tell."""
    quoted_digits = text.strip().isdecimal()
    text = _in_digits(text.strip().casefold())
    if without_number := _tip_without_number(text, key, schema):
        return without_number
    if (found := _BOTH.fullmatch(text)) and found[1] == found[2]:
        return say("{one_side}Write the number alone: {found}.", one_side=say(_ONE_SIDE), found=found[1])
    if key.endswith("_seconds") and (found := _MIXED.fullmatch(text)):
        return say("Write plain seconds: {found}.", found=60 * int(found[1]) + int(found[2]))
    if found := _SETS.fullmatch(text):
        return _tip_for_sets(found, key)
    if not (found := _AMOUNT.fullmatch(text)):
        return None
    if quoted_digits:
        return say("Take the quotes away: {found}.", found=int(found[1]))
    return _tip_for_amount(found, key, schema)


def _tip_without_number(text: str, key: str, schema: Schema) -> Said | None:
    """For breaths, for what has no end, and for nothing at all."""
    if found := re.fullmatch(r"(\d+)(?:\s*-\s*(\d+))?\s+(?:\w+\s+)?breaths?", text):
        amount = _amount(float(found[1]), float(found[2] or found[1]))
        return say('Breaths have a key of their own. Write "breaths: {amount}" in its place.', amount=amount)
    if text in ("none", "no", "nothing") and schema.get("minimum") == 0:
        return say("Write 0.")
    return _tip_for_open_end(text, key, schema) if _OPEN.fullmatch(text) else None


def _tip_for_open_end(text: str, key: str, schema: Schema) -> Said:
    """`10+`, `AMRAP`, `to failure`."""
    if (least := text.rstrip("+ ")).isdecimal() and "max" not in schema.get("required", ("max",)):
        return say("Write {min: {least}}. Without a most, it is that many or more.", least=int(least))
    if key == "reps":
        return say("Write {word}.", word="to-fatigue" if _FATIGUE.fullmatch(text) else "as-many-as-possible")
    if key == "rounds":
        return say("Write as-many-as-possible.")
    if key == "hold_seconds":
        return say("Write as-long-as-possible.")
    return say("There is no number for this. Write the one that you expect, in digits.")


def _tip_for_sets(found: re.Match[str], key: str) -> Said:
    """For sets and their amount in one text: `3 x 10`."""
    sets, first, last, unit, side = found.groups()
    amount = _amount(_in_seconds(first, unit), _in_seconds(last or first, unit))
    if unit and not key.endswith("_seconds"):
        return say('Write "sets: {sets}" and "work_seconds: {amount}", each on a line.', sets=sets, amount=amount)
    return say(
        '{one_side}Write "sets: {sets}" and "{key}: {amount}", each on a line.',
        one_side=say(_ONE_SIDE) if side else "",
        sets=sets,
        key=key,
        amount=amount,
    )


def _tip_for_amount(found: re.Match[str], key: str, schema: Schema) -> Said | None:
    """For one amount or a range, with or without a unit: `30-45 s`, `8 each side`."""
    first, unit_of_first, last, unit_of_last, side = found.groups()
    unit = unit_of_last or unit_of_first
    most = _in_seconds(last or first, unit)
    if unit and not key.endswith("_seconds"):
        amount = _amount(_in_seconds(first, unit), most)
        return say('A time is no number of {key}. Write "work_seconds: {amount}" in its place.', key=key, amount=amount)
    least = _in_seconds(first, unit_of_first or unit_of_last)
    if least != int(least) or most != int(most):
        return None
    more = say(_ONE_SIDE) if side else ""
    if least != most and "object" in schemas.types(schema):
        return say("{more}Write a range so: {amount}.", more=more, amount=_amount(least, most, *schemas.ends(schema)))
    if least != most:
        return say("There is one number for this, and no range. Write the number alone: {least}.", least=int(least))
    if unit and least != float(first.replace(",", ".")):
        return say("{more}Write plain seconds: {least}.", more=more, least=int(least))
    return say(
        "{more}Write the number alone: {least}.",
        more=more or (say("The unit stands in the key. ") if unit else ""),
        least=int(least),
    )


def _in_digits(text: str) -> str:
    """`two minutes` as `2 minutes`."""
    return re.sub(r"[a-z]+", lambda word: _FIGURES.get(word[0], word[0]), text)


def _in_seconds(number: str, unit: str | None) -> float:
    return float(number.replace(",", ".")) * _UNITS.get(unit or "s", 1)


def _amount(least: float, most: float, first: str = "min", last: str = "max") -> str:
    return f"{int(least)}" if least == most else f"{{{first}: {int(least)}, {last}: {int(most)}}}"
