"""Takes lines as coaches write them: `3x10 squat @ 20 kg`, one exercise a line; headings are routines."""

from __future__ import annotations

import re

from limber.imports.dose_words import fault_of, of_line
from limber.imports.draft import clean
from limber.imports.other_words import in_english
from limber.imports.routines import Line, Session
from limber.imports.taking import Found, Taking
from limber.imports.texts import without_mark

_N = r"\d+(?:[.,]\d+)?"
_RANGE = rf"{_N}(?:\s*(?:[-\u2010-\u2015]|to)\s*{_N})?"
_TIMES = r"\s*[x×✕*]\s*"
_UNIT = r"(?:s|secs?|seconds?|min|mins|minutes?|reps?|repetitions?|breaths?|m|km|metres?|meters?|rounds?)\b|[\"″]"
_MANY = r"(?:amrap|max(?:imum)?\b|as many(?: reps)? as possible|to (?:failure|fatigue))"
_AMOUNT = rf"(?:\d{{1,2}}:\d\d|{_RANGE}\+?)(?:\s*(?:{_UNIT}))?"
DOSE = re.compile(
    rf"(?<![\w.,])(?:{_RANGE}(?:{_TIMES}|\s+sets?(?:\s+(?:of|x)|,|\b)\s*)(?:{_AMOUNT}|{_MANY})(?:{_TIMES}{_AMOUNT})?(?:\s*(?:holds?|reps?)\b)?"
    rf"|\d{{1,2}}:\d\d(?!\d)|{_RANGE}\s*(?:{_UNIT})(?:\s*holds?\b)?|{_MANY}|{_RANGE}(?=\s+(?:each|per)\b))",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\(?\b(?:each|per|every)\b(?: \w+)?\)?|/ ?(?:side|leg|arm)\b", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:@|,|;|\(|\b(?:rest|with|tempo|rpe|at (?=\d)|each|per|alternating)\b|/ ?(?:side|leg|arm)\b)",
    re.IGNORECASE,
)
_JOIN = " \t-–—:,.=|"


def _with_arrow(words: str) -> str:
    return re.sub(r"\s*\(goal: ([^()]*)\)", r" → \1", words)


def _in_english(words: str) -> str:
    """A line that Limber wrote in another language, `Name: dose`, with its dose in English; any other as it is."""
    name, _, dose = words.partition(": ")
    return next((f"{name}: {each}" for each in in_english(dose) if not fault_of(_with_arrow(each))), words)


class CoachText:
    """Reads a text line by line into a draft."""

    def __init__(self, taking: Taking, name: str) -> None:
        """`name` is that of the file, for a routine without a heading."""
        self.taking = taking
        self.draft = taking.draft
        self.sessions = [Session(name, 1)]

    def read(self, text: str) -> None:
        """Takes all lines."""
        lines = text.split("\n")
        for number, line in enumerate(lines, 1):
            words = _with_arrow(_in_english(clean(line)))
            if not words or re.fullmatch(r"[-=_*~#\s]+", words):
                continue
            if self._is_heading(number, words, lines):
                self.sessions.append(Session(words.strip("#*_: "), number))
            elif not self._exercise(number, without_mark(words)):
                self.draft.say(number, "not understood", f'"{clean(words, 80)}": it has no dose, such as 3 x 10')

    def _is_heading(self, number: int, words: str, lines: list[str]) -> bool:
        """A line with a sign of a heading; or one without a dose above one that has a dose, below nothing."""
        if words.startswith("#"):
            return True
        if DOSE.search(words):
            return False
        if words.endswith(":") or words.startswith("**") or (words.isupper() and len(words) > 2):
            return True
        before = lines[number - 2].strip() if number > 1 else ""
        after = lines[number].strip() if number < len(lines) else ""
        if re.fullmatch(r"[=-]{3,}", after):
            return True
        return not before and (not after or bool(DOSE.search(after))) and len(words) <= 60

    def _exercise(self, number: int, words: str) -> bool:
        """Takes a line that has a dose; whether it has one."""
        found = DOSE.search(words)
        if not found:
            return False
        before = words[: found.start()].strip(_JOIN + "(")
        if before:
            name, dose = before, words[found.start() :].rstrip(") ")
        else:
            rest = words[found.end() :]
            side = _SIDE.match(rest.lstrip())
            if side:
                rest = rest.lstrip()[side.end() :]
            end = _AFTER.search(rest.lstrip(_JOIN))
            rest = rest.lstrip(_JOIN)
            name = rest[: end.start()] if end else rest
            tail = rest[len(name) :].strip(" ()") if end else ""
            name = re.sub(r"^of\s+", "", name).strip(_JOIN + "()")
            dose = found[0] + (f" {side[0]}" if side else "")
            dose += (
                "" if tail.startswith(("@", ",", ";")) else ", " if re.match(r"(?i)rest|tempo|rpe", tail) else " "
            ) + (f" {tail}" if tail.startswith("@") else tail)
        if not re.search(r"[^\W\d_]", name):
            self.draft.say(number, "not understood", f'"{clean(words, 80)}": it has a dose, and names no exercise')
            return True
        said = of_line(dose)
        found_exercise = Found(line=number, name=name, dose=said)
        before_count = len(self.draft.tables["exercises"])
        id_ = self.taking.exercise(found_exercise)
        if id_ and len(self.draft.tables["exercises"]) == before_count:
            self.draft.say(number, "taken", f"{id_} once more in its routine: {said.text}")
        self.sessions[-1].lines.append(Line(number, id_, said.text, said.side))
        return True
