"""Takes the rows of tables: an exercise a row, a heading for each routine, columns by their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from limber.dataset.spelling import says_none
from limber.imports.columns import Column, heads
from limber.imports.dose_words import DoseText, is_nothing, of_columns, seconds, whole
from limber.imports.draft import clean
from limber.imports.routines import Line, Session
from limber.imports.spreadsheet import DATE, Row
from limber.imports.taking import Found, Taking, cues
from limber.imports.texts import texts

_DOSE = (
    "dose", "goal", "sets", "reps", "hold", "time", "distance", "breaths", "rest", "between", "load", "band", "edge",
    "percent", "rir", "rpe", "tempo",
)  # fmt: skip
_LISTS = ("setup", "instructions", "precautions", "stop_signs", "contraindications", "easier", "harder")
_OF_A_ROW = ("exercise", "routine", "group", "rounds", "round_rest", "a_day", "days_a_week", "how_often", "weeks")
_MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "mrz",
    "mai",
    "okt",
    "dez",
)


class Tables:
    """Reads one table after the other into the same draft."""

    def __init__(self, taking: Taking, name: str) -> None:
        """`name` is that of the file, for a routine that has no other."""
        self.taking = taking
        self.draft = taking.draft
        self.columns: list[Column] | None = None
        self.sessions: list[Session] = [Session(name, 1)]
        self.is_named = False

    def sheet(self, rows: Sequence[Row], name: str) -> None:
        """Takes the rows of one sheet; `name` is a name of its own, or empty."""
        self.columns = None
        if name:
            self.draft.sheets.append(name)
            self.draft.sheet = len(self.draft.sheets)
            self._heading(name, rows[0].line if rows else 1)
        for row in rows:
            self._row(row)

    def _heading(self, name: str, line: int) -> None:
        self.sessions.append(Session(name.strip("#: "), line, sheet=self.draft.sheet))

    def _row(self, row: Row) -> None:
        cells = list(row.cells)
        if found := heads(cells):
            self.columns = self._with_exercise(found, row.line)
            return
        said = [each for each in cells if each]
        if len(said) == 1 and (not self.columns or (cells[0] and len(self.columns) > 1)):
            self._heading(said[0], row.line)
        elif not self.columns:
            self.draft.say(row.line, "not understood", f'"{clean(", ".join(said), 80)}", before any head of a table')
        else:
            self._exercise(row.line, self._by_column(cells, row.line))

    def _with_exercise(self, found: list[Column], line: int) -> list[Column]:
        """The columns; where none is of the exercise, the first that nobody knows is taken for it."""
        unknown = None if any(each.about == "exercise" for each in found) else _first_unknown(found)
        if unknown:
            found[found.index(unknown)] = unknown._replace(about="exercise")
            self.draft.say(line, "not understood", f'column "{unknown.head}": it is taken for the exercise\'s name')
        for each in found:
            if each.head and not each.about and each is not unknown:
                self.draft.say(
                    line, "not understood", f'column "{clean(each.head, 60)}": its cells are kept as comments'
                )
        twice = {each.about for each in found if each.about and sum(one.about == each.about for one in found) > 1}
        for about in sorted(twice):
            self.draft.say(
                line, "not understood", f"two columns of {about}: the second one's cells are kept as comments"
            )
        return found

    def _by_column(self, cells: Sequence[str], line: int) -> list[tuple[Column, str]]:
        """The cells that say something, with their columns; a cell beyond the head has a column without a name."""
        columns = self.columns or []
        beyond = Column("", "beyond the last column", "")
        pairs = [(columns[at] if at < len(columns) else beyond, text) for at, text in enumerate(cells)]
        kept = []
        for column, text in pairs:
            if DATE in text or _is_date(text):
                self.draft.say(line, "not understood", f'"{column.head}": a spreadsheet has made a date of this cell. '
                               "Type it again as text, such as 8 to 12")  # fmt: skip
            elif text:
                kept.append((column, text))
        return kept

    def _exercise(self, line: int, said: list[tuple[Column, str]]) -> None:
        cells: dict[str, str] = {}
        unread: list[tuple[str, str]] = []
        units: dict[str, str] = {}
        for column, text in said:
            if column.about and column.about not in cells:
                cells[column.about] = text
                units[column.about] = column.unit
            elif not is_nothing(text):
                unread.append((column.head or "a column without a name", text))
        name = cells.get("exercise", "")
        if not name:
            words = ", ".join(text for _, text in said)
            self.draft.say(line, "not understood", f'a row that names no exercise: "{clean(words, 80)}"')
            return
        dose = of_columns({key: cells[key] for key in _DOSE if key in cells}, units)
        _add_side(dose, cells.get("side", ""), unread)
        keys, more = _keys(cells)
        found = Found(
            line=line,
            name=name,
            dose=dose,
            keys=keys,
            equipment=_things(cells.get("equipment", "")),
            licence=cells.get("licence", ""),
            author=cells.get("author", ""),
            url=cells.get("url", "") if cells.get("url", "").startswith("https://") else "",
            unread=[*unread, *more, *_unknown_source(cells)],
        )
        self._add(found, cells, line)

    def _add(self, found: Found, cells: dict[str, str], line: int) -> None:
        """Takes the exercise, and puts it into its routine."""
        taken = len(self.draft.tables["exercises"])
        id_ = self.taking.exercise(found)
        is_new = len(self.draft.tables["exercises"]) > taken
        session = self._session(cells.get("routine", ""), line)
        place = Line(
            line, id_, found.dose.text, found.dose.side, how_often=_how_often(cells), note=clean(cells.get("note", ""))
        )
        unread = []
        for key, reading in (("rounds", whole), ("round_rest", seconds), ("rest_after", seconds)):
            if text := cells.get(key, ""):
                value: Any = None if is_nothing(text) else reading(text)
                setattr(place, key, value)
                if value is None and not is_nothing(text):
                    unread.append((key.replace("_", " "), text))
        place.group = cells.get("group", "")
        place.weeks = "" if is_nothing(cells.get("weeks", "")) else cells["weeks"]
        record = self.draft.tables["exercises"].get(id_)
        if id_ and not is_new:
            self.draft.say(
                line, "taken", f"{id_} once more in its routine{': ' + found.dose.text if found.dose.text else ''}"
            )
            unread += [*found.unread, *found.dose.unread]
        self.taking.unread(line, unread, record)
        session.lines.append(place)

    def _session(self, name: str, line: int) -> Session:
        """The session that a row names, or that of the last heading."""
        if not name:
            return self.sessions[-1]
        found = next((each for each in self.sessions if each.name == name), None)
        if not found:
            found = Session(name, line, sheet=self.draft.sheet)
            self.sessions.insert(len(self.sessions) - 1, found)
        return found


def _first_unknown(found: Sequence[Column]) -> Column | None:
    return next((each for each in found if not each.about), None)


def _keys(cells: dict[str, str]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """What an exercise's record says from columns of texts, and what has no room there."""
    keys: dict[str, Any] = {}
    unread: list[tuple[str, str]] = []
    if muscles := cells.get("muscles", ""):
        keys["muscles"] = list(dict.fromkeys(clean(each.lower(), 60) for each in muscles.split(",") if each.strip()))
    for key in _LISTS:
        text = cells.get(key, "")
        if key == "contraindications" and says_none(text):
            keys[key] = "none"
        elif text and not is_nothing(text):
            keys[key] = texts(text)
    if said := cells.get("cues", ""):
        short, unread = cues(texts(said))
        keys |= {"cues": short} if short else {}
    if (pain := cells.get("pain", "")) and not is_nothing(pain):
        keys["precautions"] = [*keys.get("precautions", []), f"Pain limit: {clean(pain)}."]
    return {key: keys[key] for key in ("muscles", "setup", "instructions", "cues", *_LISTS) if key in keys}, unread


def _things(text: str) -> list[str]:
    if is_nothing(text):
        return []
    return [clean(each) for each in text.replace(" and ", ",").replace(";", ",").split(",") if each.strip()]


def _add_side(dose: DoseText, side: str, unread: list[tuple[str, str]]) -> None:
    """What a column of sides says: each side, one after the other; or both at once."""
    words = side.strip().lower()
    if not words or is_nothing(words) or words in {"both", "bilateral", "both at once", "beide", "no"}:
        return
    if words in {"each", "each side", "per side", "unilateral", "yes", "one side", "l/r", "left and right"}:
        dose.limb = dose.limb or "side"
    elif words.startswith("altern"):
        dose.alternates = True
    elif words.removeprefix("each ") in {"leg", "arm", "foot", "hand", "knee", "hip", "shoulder"}:
        dose.limb = words.removeprefix("each ")
    else:
        unread.append(("side", side))


def _unknown_source(cells: dict[str, str]) -> list[tuple[str, str]]:
    url = cells.get("url", "")
    return [("source", url)] if url and not url.startswith("https://") and not is_nothing(url) else []


def _how_often(cells: dict[str, str]) -> str:
    """`2–4 times a day, 7 days a week`, or what a column says of it in its own words."""
    parts = []
    for key, one, many in (("a_day", "time a day", "times a day"), ("days_a_week", "day a week", "days a week")):
        if (text := cells.get(key, "")) and not is_nothing(text):
            count = whole(text)
            number = f"{count['min']}–{count['max']}" if isinstance(count, dict) else count
            parts.append(f"{number} {one if count == 1 else many}" if count else clean(text))
    if (own := cells.get("how_often", "")) and not is_nothing(own):
        parts.append(clean(own))
    said = ", ".join(parts).replace("1 time a day", "once a day").replace("2 times a day", "twice a day")
    said = said.replace("–twice a day", "–2 times a day")
    return said[:1].upper() + said[1:] + "." if said else ""


def _is_date(text: str) -> bool:
    """Whether a cell is what a spreadsheet makes of 8-12: 12-Aug, Aug 12, 08.12.2026."""
    words = [each for each in re.split(r"[-. /]", text.lower()) if each]
    numbers = [each for each in words if each.isdigit()]
    names = [each for each in words if each[:3] in _MONTHS and len(each) < 10 and each.isalpha()]
    return len(words) in (2, 3) and bool(
        (len(names) == 1 and len(numbers) == len(words) - 1) or (len(numbers) == 3 and len(words[-1]) == 4)
    )
