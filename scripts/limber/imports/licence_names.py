"""Reads the name of a licence as people and databases write it, or says why its words may not be published again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from limber.model.licence import LICENCES, Licence

Right = Licence | Literal["own"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why words may not be taken."""

    why: str


_PUBLIC = re.compile(r"\b(unlicense|public ?domain|pdm?)\b")
_ZERO = re.compile(r"\bcc ?(?:0|zero)\b|publicdomain zero|public domain 1 0")
_OWN = re.compile(r"own|my own|self|mine|eigene?s?|own work")
_CREATIVE = re.compile(r"\bcc\b|creative ?commons|creativecommons")
_VERSION = re.compile(r"\b([1-4])(?: (\d))?\b")


def licence_of(name: str) -> Right | Refusal:
    """The licence that `name` means, such as `CC-BY-SA 4`, `Unlicense` or the address of a licence."""
    words = " ".join(re.findall(r"[a-z]+|\d+", name.lower().replace("©", " copyright ")))
    if not words:
        return Refusal("it says no licence, so all rights are its author's")
    if _OWN.fullmatch(words):
        return "own"
    if _ZERO.search(words):
        return "CC0 1.0"
    if re.search(r"\b(nc|non ?commercial)\b", words):
        return Refusal(f'"{name}" forbids commercial use, which a public site cannot promise')
    if re.search(r"\b(nd|no ?deriv\w*)\b", words):
        return Refusal(f'"{name}" forbids changes, and a record is changed')
    if re.search(r"\bcopyright|all rights|rights reserved|proprietary|alle rechte\b", words):
        return Refusal(f'"{name}" keeps all rights with the author')
    if _PUBLIC.search(words):
        return "public domain"
    return _creative(name, words)


def _creative(name: str, words: str) -> Right | Refusal:
    known = ", ".join(("own", *LICENCES))
    is_by = _CREATIVE.search(words) and re.search(r"\bby\b|\battribution\b", words)
    if not is_by:
        return Refusal(f'"{name}" is none of the licences that are known to allow it: {known}')
    alike = re.search(r"\bsa\b|share ?alike", words)
    kind = "CC BY-SA" if alike else "CC BY"
    version = _VERSION.search(words)
    number = f"{version[1]}.{version[2] or 0}" if version else ""
    found = next((each for each in LICENCES if each == f"{kind} {number}"), None)
    return found or Refusal(f'"{name}" names no version that is known: {kind} 3.0 or {kind} 4.0')
