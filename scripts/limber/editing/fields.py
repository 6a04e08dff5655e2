"""The fields of a form for each table: what they are called on the site, and what the schema says of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from limber.dataset.load import SCHEMA
from limber.dataset.problem import RECORDS
from limber.dataset.shape.schemas import described, resolved

Kind = Literal[
    "text", "lines", "words", "actions", "names", "none-or-lines", "dose", "needs", "faults", "choice", "choices",
    "number", "yes", "steps",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `name` is its key, a dot before a key within. `most` counts characters, 0 where there is no limit."""

    name: str
    label: str
    kind: Kind
    hint: str
    most: int = 0
    options: tuple[str, ...] = ()
    required: bool = False
    folded: bool = True

    @property
    def keys(self) -> tuple[str, ...]:
        """Where its value stands in the record."""
        return tuple(self.name.split("."))


TABLES = {"exercises": "exercise", "routines": "routine", "equipment": "equipment"}
"""The tables that have a form, and what the schema calls a record."""

_DOSE = "As you would write it: 3 x 10, rest 60 s. Or from a start dose to a goal dose: 2 x 8 → 3 x 12."
_LINES = "One a line."
_FORMS: Mapping[str, tuple[tuple[str, str, Kind, str], ...]] = {
    "exercises": (
        ("name", "Name", "text", "Its name, in full."),
        ("dose", "Dose", "dose", _DOSE),
        (
            "instructions",
            "Steps",
            "actions",
            "One action a line. Write {side} for the side that works and {other_side} for the other; "
            "begin the line that changes sides with “switch:”.",
        ),
        ("stop_signs", "Stop at once", "lines", "When to stop. One sign a line."),
        (
            "equipment",
            "What you need",
            "needs",
            "One thing a line: Chair. Or: Chair or Stool. Or: Chair (optional): to hold on to. What is new is added.",
        ),
        ("contraindications", "Leave it out if", "none-or-lines", "Who should not do it. “none” if nobody is known."),
        ("laterality", "Sides", "choice", ""),
        ("limb", "Each …", "choice", ""),
        ("setup", "Set up", "lines", "How to get into place, one action a line."),
        ("cues", "Think of", "lines", "Short phrases, one a line. The first stands on the cheat sheet."),
        ("feel.here", "What you feel: here", "lines", _LINES),
        ("feel.not_here", "What you feel: not here", "lines", _LINES),
        ("faults", "If it goes wrong", "faults", "One a line: what goes wrong → what helps."),
        ("precautions", "Take care", "lines", _LINES),
        ("easier", "Easier", "lines", "Ways to make it easier, one a line."),
        ("harder", "Harder", "lines", "Ways to make it harder, one a line."),
        ("progressions", "Go on to", "names", "Names of harder exercises, one a line. The way back is worked out."),
        ("summary", "In one sentence", "text", ""),
        ("short_steps", "Steps on a card", "actions", "The steps again in a few words, three to five lines."),
        ("short_name", "Short name", "text", ""),
        ("spoken_name", "Spoken name", "text", ""),
        ("also_called", "Also called", "words", "Other names in use, one a line. The search finds it by these."),
        ("kind", "Kind", "choice", ""),
        ("regions", "Parts of the body", "choices", ""),
        ("muscles", "Muscles", "words", "In everyday words, one a line, the main one first."),
        ("positions", "Positions", "choices", ""),
        ("directions", "Two directions", "words", "One a line, such as forward and back. The dose counts one of them."),
        ("source", "Source", "choice", "“own” when its words are yours."),
        ("code", "Code", "text", "Two to five letters, for short links. Left out, it is made of the id."),
    ),
    "routines": (
        ("name", "Name", "text", "Its name, in full."),
        ("steps", "Exercises", "steps", ""),
        ("summary", "In one sentence", "text", ""),
        ("stop_signs", "Stop at once", "lines", "When to stop, one a line. Left out, those of its exercises."),
        ("how_often", "How often", "text", ""),
        ("when", "When", "text", ""),
        ("audience", "For whom", "text", ""),
        ("why", "Why", "lines", _LINES),
        ("how", "How", "lines", _LINES),
        ("care", "Take care", "lines", _LINES),
        ("moving_on", "Moving on", "lines", _LINES),
        ("days", "Days", "choices", ""),
        ("transition_seconds", "Seconds between two exercises", "number", ""),
        ("switch_seconds", "Seconds to change sides", "number", ""),
        ("second_round", "A second round", "choice", ""),
        ("short_name", "Short name", "text", ""),
        ("source", "Source", "choice", "“own” when its words are yours."),
        ("code", "Code", "text", "Two to five letters, for short links. Left out, it is made of the id."),
    ),
    "equipment": (
        ("name", "Name", "text", ""),
        ("description", "Description", "text", ""),
        ("household", "Most homes have one", "yes", "The site says so where the thing is listed."),
        ("bands", "Bands", "words", "The colours of a set of bands, one a line, the lightest first."),
        ("drawing", "Drawing", "choice", ""),
    ),
}  # fmt: skip
_ALWAYS = {"exercises": 5, "routines": 2, "equipment": 3}
"""How many fields of each are never folded away."""


@cache
def schema() -> Mapping[str, Any]:
    """The schema of the data."""
    found: Mapping[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return found


def order(table: str) -> tuple[str, ...]:
    """The keys of a record, in the order in which they are written."""
    kind = RECORDS.get(table, table)
    return tuple(schema()["$defs"][kind]["properties"])


@cache
def fields(table: str) -> tuple[Field, ...]:
    """The fields of a table's form, in their order."""
    record = schema()["$defs"][TABLES[table]]
    found = []
    for number, (name, label, kind, hint) in enumerate(_FORMS[table]):
        it: Mapping[str, Any] = record
        for key in name.split("."):
            it = resolved(it["properties"][key], schema())
        options = (
            ("own",)
            if name == "source"
            else it.get("enum") or resolved(it.get("items", {}), schema()).get("enum") or ()
        )
        found.append(
            Field(
                name,
                label,
                kind,
                hint or str(described(it)),
                it.get("maxLength", 0) if kind == "text" else 0,
                tuple(options),
                name in record["required"] or (table, name) == ("routines", "steps"),
                number >= _ALWAYS[table],
            )
        )
    return tuple(found)
