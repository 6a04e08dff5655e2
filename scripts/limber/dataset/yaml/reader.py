"""Reads YAML into plain data, and reports every value that YAML reads differently from how it looks.

The events are read one by one: so nothing is ever expanded, run or nested too deep, and keys that
stand twice are seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser  # the public name, yaml.cyaml.CParser, has no type
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from limber.dataset.problem import DatasetError, Place, Problem, Said, say
from limber.dataset.yaml import repeated_keys, scalar_faults, syntax_faults, value_faults
from limber.dataset.yaml.reading import Ambiguity, Mark, Reading
from limber.dataset.yaml.repeated_keys import Repeat
from limber.dataset.yaml.scalar_faults import CLOSING, begins_oddly
from limber.dataset.yaml.scalars import ImplicitValue, resolved
from limber.dataset.yaml.source import lines_of, record_around

_DEEPEST = 16  # the schema goes down to 14, in a dose to choose from in a group

Event = Any  # in PyYAML's types an event may lack marks; those of a parser always have them


def read(text: str, file: str, marks: dict[Place, tuple[Mark, Mark]] | None = None) -> Reading:
    """The data in `text`; fills `marks` with (line, column) of each place's key and value, if asked."""
    return _Reader(text, file, marks).reading()


class _Reader:
    """Walks the events of one text, once."""

    def __init__(self, text: str, file: str, marks: dict[Place, tuple[Mark, Mark]] | None) -> None:
        self.file, self.marks = file, marks
        self.source = lines_of(text)
        self.commented = {number for number, line in enumerate(self.source) if " #" in line}
        begun = enumerate(self.source) if "? " in text else ()
        self.asked = {number for number, line in begun if line.lstrip(" -").startswith("? ")}
        self.parser = CParser(text)
        self.last: Event = None
        self.result = Reading()

    def reading(self) -> Reading:
        """Reads all of the text."""
        while (event := self.next()) is not None and not isinstance(event, DocumentStartEvent):
            pass
        if event is None:
            return self.result
        self.result.data = self.value(self.next(), ())
        while (event := self.next()) is not None:
            if isinstance(event, DocumentStartEvent):
                raise self.refused(
                    _start(event),
                    say("a second document begins here; the file should hold one."),
                    say('Take out the line "---", or the rest of the file.'),
                )
        return self.result

    def next(self) -> Event:
        """The next event, if the text is YAML up to there."""
        try:
            event = self.parser.get_event()
        except YAMLError as error:
            raise self.fault(syntax_faults.in_words(error, self.source, self.last)) from None
        self.last = event
        return event

    def value(self, event: Event, where: Place) -> Any:
        """The value that begins with `event`."""
        if type(event) is ScalarEvent:
            return self.scalar(event, where)
        self.plain(event)
        if len(where) > _DEEPEST:
            raise self.refused(
                _start(event),
                say("brackets or lists stand {count} deep here.", count=len(where)),
                say("No place in this file is that deep. Look for a bracket too many."),
            )
        if type(event) is SequenceStartEvent:
            items: list[Any] = []
            while type(item := self.next()) is not SequenceEndEvent:
                place = (*where, len(items))
                if self.marks is not None:
                    self.marks[place] = (self.item_start(item),) * 2
                items.append(self.value(item, place))
            return items
        return self.mapping(where)

    def item_start(self, item: Event) -> Mark:
        """Where an item of a list stands; its hyphen, where nothing follows that."""
        line, column = _start(item)
        if type(item) is ScalarEvent and _is_empty(item):
            return line, self.source[line - 1].rfind("-", 0, column) + 1
        return line, column

    def mapping(self, where: Place) -> dict[str, Any]:
        """The keys and values up to the end of a mapping."""
        result: dict[str, Any] = {}
        first: dict[str, int] = {}
        repeats: list[Repeat] = []
        while type(key := self.next()) is not MappingEndEvent:
            name = self.key(key, where)
            place = (*where, name)
            event = self.next()
            if name in first:
                repeats.append(Repeat(name, _start(key), first[name]))
                self.value(event, place)
                continue
            first[name] = key.start_mark.line + 1
            if len(where) == 1:
                self.result.lines[str(where[0]), name] = first[name]
            if self.marks is not None:
                self.marks[place] = (_start(key), _start(key if _is_empty(event) else event))
            result[name] = self.value(event, place)
        if repeats:
            empty = {name for name in result if result[name] is None}
            repeated_keys.report(self.result, where, repeats, first, empty)
        return result

    def key(self, event: Event, where: Place) -> str:
        """A key, which must be a text."""
        if type(event) is not ScalarEvent:
            mark = event.start_mark
            raise self.fault(value_faults.bracket_as_key(mark.line, mark.column, self.source))
        self.plain(event)
        if (line := _start(event)[0] - 1) in self.asked:
            raise self.fault(value_faults.first_character(line, self.source[line].index("?"), self.source))
        if not event.value.isidentifier() and (fault := scalar_faults.of_key(event, self.source)):
            raise self.fault(fault)
        if event.style == "" and isinstance(implicit := resolved(event.value), ImplicitValue):
            self.result.ambiguities.append(Ambiguity((*where, event.value), _start(event), implicit, at_key=True))
        elif event.value == "<<":
            raise self.refused(
                _start(event), say('the key "<<" takes in keys from elsewhere.'), say("Write those keys out again.")
            )
        return event.value

    def scalar(self, event: Event, where: Place) -> str | float | bool | None:
        """A text, a number, true or false; nothing in place of an implicit value, but for a decimal number."""
        self.plain(event)
        last = event.end_mark.line
        if last > event.start_mark.line:
            self.keep(where, scalar_faults.over_several_lines(event, self.source))
        if event.style:
            return str(event.value)
        if comment := last in self.commented and scalar_faults.comment(event, where, self.source):
            self.result.ambiguities.append(comment)
            if not event.value:
                return None
        value = resolved(event.value)
        if isinstance(value, ImplicitValue):
            self.result.ambiguities.append(Ambiguity(where, _start(event), value))
            return value.decimal
        if type(value) is str and not comment and (begins_oddly(value) or value[-1] in CLOSING):
            self.keep(where, scalar_faults.odd(event, where[-1:], self.source))
        return value

    def keep(self, where: Place, faults: Iterable[value_faults.Fault]) -> None:
        """Keep faults that do not end the reading."""
        self.result.problems += [value_faults.as_problem(each, where) for each in faults]

    def plain(self, event: Event) -> None:
        """Refuses what would have YAML copy values or run a tag."""
        if type(event) is AliasEvent or event.anchor is not None:
            raise self.fault(value_faults.alias(event.start_mark.line, event.start_mark.column, self.source))
        if event.tag is not None:
            raise self.fault(value_faults.tag(event.start_mark.line, event.start_mark.column, self.source))

    def fault(self, fault: value_faults.Fault) -> DatasetError:
        """A fault in the writing, which ends the reading."""
        return self.refused((fault.line + 1, fault.column + 1), fault.what, fault.tip, fault.owner + 1)

    def refused(self, at: Mark, what: Said, tip: Said, owner: int = 0) -> DatasetError:
        """The fault that ends the reading; the line `owner` tells whose it is, where that is not its own."""
        subject = record_around(self.source, owner or at[0])
        return DatasetError(self.file, [Problem((), what, tip, line=at[0], column=at[1], subject=subject)])


def _is_empty(event: Event) -> bool:
    """Whether nothing stands there, not even quotes; a mapping over lines of its own begins so, too."""
    return bool(event.start_mark.index == event.end_mark.index)


def _start(event: Event) -> Mark:
    """Line and column, counted from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1
