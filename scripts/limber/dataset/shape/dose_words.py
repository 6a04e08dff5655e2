"""Finds the dose, the load or the effort that a number or a text means, by the grammar of doses in a line."""

from __future__ import annotations

import re
from typing import Any

from limber.dataset import dose_text
from limber.dataset.yaml.block_text import in_brackets

_WORDS = 24  # characters of a load in words, as in the schema


def dose(value: Any) -> dict[str, Any]:
    """`{sets: 3, reps: 10}` for `3 x 10`; nothing where nobody can tell."""
    if not isinstance(value, str):
        return {}
    try:
        doses = dose_text.read(value).doses
    except dose_text.NotUnderstoodError:
        return {}
    return {} if "goal" in doses else dict(doses["start"])


def load(value: Any) -> str:
    """`{kg: 12}` for `12`, `12 kg` and the like; nothing where nobody can tell."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{{kg: {value}}}"
    text = value.strip() if isinstance(value, str) else ""
    if said := _part("load", text, f"{text} of 1RM"):
        return said
    is_plain = text and not re.search(r"[{}\[\]:#,\d\"']", text)
    return f"{{words: {text}}}" if is_plain and len(text) <= _WORDS else ""


def effort(value: Any) -> str:
    """`{rpe: 7}` for `7`, `RPE 7` and the like; nothing where nobody can tell."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{{rpe: {value}}}" if 0 <= value <= 10 else f"{{percent: {value}}}"
    text = value.strip() if isinstance(value, str) else ""
    return _part("effort", text, f"effort {text}")


def _part(key: str, *ways: str) -> str:
    """What the first way to say it means for this key of a dose, if it says that and no more."""
    said = (dose(f"10 reps, {way}") for way in ways)
    return next((in_brackets(each[key]) for each in said if each.keys() == {"reps", key}), "")
