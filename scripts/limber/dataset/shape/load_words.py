"""Finds the load or the effort meant by a number or by words, such as `12 kg`, `2 x 12 kg`, `red band` or `RPE 7`."""

from __future__ import annotations

import re
from typing import Any

from limber.dataset.spelling import slug

_NUMBER = r"\+?(\d+(?:[.,]\d+)?)"
_SPAN = rf"{_NUMBER}(?:\s*(?:-|–|—|to)\s*{_NUMBER})?"
_WEIGHT = re.compile(
    rf"(\+?)(?:([2-9])\s*(?:x|×)\s*)?{_SPAN}\s*(kgs?|kilos?|kilograms?|lbs?|pounds?|cm|mm|%(?: of)?(?: 1 ?rm)?)", re.I
)
_BAND = re.compile(r"([a-z]+(?:[ -][a-z]+)?)\s+band|band:?\s+([a-z]+)", re.I)
_RPE = re.compile(rf"(?:rpe\s*)?{_SPAN}(?:\s*(?:of|/)\s*10|\s*rpe)?", re.I)
_RIR = re.compile(rf"(?:rir\s*{_SPAN}|{_SPAN}\s*(?:rir|(?:reps? )?in reserve))", re.I)
_PERCENT = re.compile(rf"{_SPAN}\s*(?:%|per ?cent)(?: effort)?", re.I)


def load(value: Any) -> str:
    """`{kg: 12}` for `12`, `12 kg` and the like; nothing where nobody can tell."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{{kg: {value}}}"
    text = value.strip() if isinstance(value, str) else ""
    if found := _WEIGHT.fullmatch(text):
        added, pieces, least, most, unit = found.groups()
        more = f", pieces: {pieces}" if pieces else ""
        return (
            f"{{{'added_' if added and _unit(unit) in ('kg', 'lb') else ''}{_unit(unit)}: {_span(least, most)}{more}}}"
        )
    if found := _BAND.fullmatch(text):
        return f"{{band: {slug(found[1] or found[2])}}}"
    plain = text and not re.search(r"[{}\[\]:#,\d\"']", text)
    return f"{{words: {text}}}" if plain and len(text) <= 24 else ""


def effort(value: Any) -> str:
    """`{rpe: 7}` for `7`, `RPE 7` and the like; nothing where nobody can tell."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{{rpe: {value}}}" if 0 <= value <= 10 else f"{{percent: {value}}}"
    text = value.strip() if isinstance(value, str) else ""
    if found := _RIR.fullmatch(text):
        return f"{{rir: {_span(found[1] or found[3], found[2] or found[4])}}}"
    for pattern, scale in ((_RPE, "rpe"), (_PERCENT, "percent")):
        if found := pattern.fullmatch(text):
            return f"{{{scale}: {_span(found[1], found[2])}}}"
    return ""


def _unit(written: str) -> str:
    plain = written.casefold()
    if plain.startswith("%"):
        return "percent_of_max"
    return {"cm": "step_cm", "mm": "edge_mm"}.get(plain, "kg" if plain.startswith("k") else "lb")


def _span(least: str, most: str | None) -> str:
    low, high = (each.replace(",", ".") if each else "" for each in (least, most))
    return f"{{min: {low}, max: {high}}}" if high and high != low else low
