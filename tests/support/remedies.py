"""Applies the remedies of problems to a dataset's text, so that a test can validate it again."""

from __future__ import annotations

import re
from collections.abc import Callable

import remedy_edits
import remedy_moves
from limber.dataset.problem import Problem
from remedy_spots import Edit, Spot


def follow(text: str, problem: Problem) -> list[list[Edit]]:
    """What someone changes who does what the remedy says, and no more; nothing where it leaves a choice of words.

    A remedy that says what to do if something else was meant is followed in more than one way.
    """
    spot = Spot(text.split("\n"), problem.line - 1, problem.column - 1, problem)
    ways = (_followed(spot, tip) for tip in re.split(r"(?<=\S) (?=If |Else )", problem.tip))
    return [each for each in ways if each]


def _followed(spot: Spot, tip: str) -> list[Edit] | None:
    for pattern, act in _FORMS:
        if found := pattern.match(tip):
            return act(spot, *found.groups())
    return None


def edited(text: str, edits: list[Edit]) -> str:
    """The text with all edits, the last first, so that lines keep their numbers."""
    lines = text.split("\n")
    for first, end, new in sorted(dict.fromkeys(edits), reverse=True):
        lines[first:end] = new
    return "\n".join(lines)


def patched(text: str, patch: str) -> str:
    """The text after a patch as `diff` writes it, whose hunks are found by what they say and not by their numbers."""
    for hunk in re.split(r"^@@.*\n", patch, flags=re.MULTILINE)[1:]:
        lines = hunk.splitlines()
        old, new = ("\n".join(each[1:] for each in lines if each[:1] in f" {sign}") for sign in "-+")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


_Form = tuple[str, Callable[..., list[Edit]]]

_FORMS_OF_WRITING: tuple[_Form, ...] = (
    (r"Take (?:the quote|\"!\S*\") out", lambda spot: spot.line(spot.before + spot.rest.partition(" ")[2])),
    (r"Put (\W) at (?:its end|the end of the text)", lambda spot, sign: spot.line(spot.before + spot.rest + sign)),
    (r"Write (\W) in place of the \W at its end", lambda spot, sign: spot.line(spot.before + spot.rest[:-1] + sign)),
    (r"Put spaces in place of each tab, and begin the line in column (\d+)", remedy_moves.column),
    (r'(?:If it goes on with the text above, b|B)egin it (?:with "- " )?in column (\d+)', remedy_moves.column),
    (r"(?:Begin the item|Write a space there and begin it).* in column (\d+): (- .+)$", remedy_moves.column),
    (r"Indent it and the (?:(\d+) lines|line) below by (\d+) spaces (more|less)", remedy_moves.by),
    (r"Write it on the next line, in column (\d+): (.+)$", remedy_moves.down),
    (r"(?:Write a space there, and the item|.* begin a list) on the next line.*?: (- .+)$", remedy_edits.hyphenated),
    (r"Begin it on a line of its own with a hyphen and a space: (- .+)$", remedy_edits.hyphenated),
    (r"(?:Begin (?:it|the item of|a comment)|Write a hyphen|Take it out)\b[^:]*: ([-#] .+)$", remedy_edits.to_the_end),
    (r"Write (?:a (?:space there|(?:plain )?colon(?: and a space)?)|plain ones|it so): (.+)$", remedy_edits.to_the_end),
    (
        r"(?:Write it without the (?:quotes|brackets or the hyphen)|Take out what follows it): (.+)$",
        remedy_edits.to_the_end,
    ),
    (r"One fits here. Write it alone: (.+)$", remedy_edits.to_the_end),
    (r"Take this line out|Take out the line|Write something behind", remedy_edits.line_out),
    (r"(?:If it is a comment, p|P)ut (?:it|the comment) on a line", remedy_moves.comment_above),
    (r'Write "(.+)" for "(.+)"\.', lambda spot, new, old: spot.line(spot.lines[spot.row].replace(old, new))),
    (r"(?:If it belongs to the text, p|P)ut the whole text in quotes, on one line: (.+)\.$", remedy_moves.joined),
    (r"(?:.* )?[Pp]ut (?:it|the(?: \w+)? text|plain ones)\b[^:]*: (?:- )?(\S.*[\"'])\.?$", remedy_edits.in_quotes),
    (r"Write (?:it in )?plain quotes\b[^:]*: (\S.*[\"'])\.$", remedy_edits.in_quotes),
    (r"(?:Put|Type) a space in its place\.", lambda spot: remedy_edits.sign(spot, " ")),
    (r"Delete it; if you do not find it", remedy_edits.sign),
    (r"Take the space out", remedy_edits.spaces_out),
)
"""What is wrong with the writing: most of these say how the line goes on from there."""

_FORMS_OF_KEYS_AND_VALUES: tuple[_Form, ...] = (
    (r"Take it out here", remedy_edits.words_out),
    (r'Add "(- .+)" at the end of the list', remedy_edits.last_item),
    (r'Write "(- .+)"\.$', remedy_edits.to_the_end),
    (r'(?:Did you mean "\{\w+\}"\? )?Write ("[^"]*\{\w+\}[^"]*")(?:\.$|, with the quotes)', remedy_edits.in_quotes),
    (r"Take the tempo out", remedy_edits.taken_out),
    (r'Write "routines:" on a line above', lambda spot: [Edit(spot.row, spot.row, ("routines:",))]),
    (r'Did you mean "([^"]+)"\?(?: (.*))?$', remedy_edits.meant),
    (r"(?:Write the number alone|The least comes first): (.+)\.$", remedy_edits.limit),
    (r"(?:Write it in the digits 0 to 9|Take the quotes away): (.+)\.$", remedy_edits.put),
    (r".*Write (?:the number alone|plain seconds|a range so): (.+)\.$", remedy_edits.put),
    (r'.*Write "(sets: .+)" and "(.+)", each on a line\.', remedy_edits.sets_and),
    (r'.*Write "([^"]+)" in its place[.:,]', remedy_edits.instead),
    (
        r'(?:Write|Choose another id, such as) "([\w-]+)",? here and wherever[^"]*(?:"(old_ids: .+)")?',
        remedy_edits.everywhere,
    ),
    (r'Take "(\w+):"(?: or "\w+:")? out', remedy_edits.key_out),
    (r"(?:Add them, as \w+ )\"(.+)\" has them", remedy_edits.as_another),
    (r"Write (\[?\{.+?\}\]?)(?: or |, and|\.| in)", remedy_edits.put),
    (r"Write its digits alone\.", lambda spot: remedy_edits.put(spot, re.sub(r"\D", "", spot.rest))),
    (
        r"Write it without the leading zero\.",
        lambda spot: remedy_edits.put(spot, str(int(re.sub(r"\D", "", spot.rest)))),
    ),
    (r"Put it in square brackets: (\[.*\])\.$", remedy_edits.put),
    (r"Write (\[\]) whe(?:n|re)", remedy_edits.empty_list),
    (r'(?:.*\. )?Write ("[^"]+")(?:\.$|, as| when | here, too)', remedy_edits.put),
    (r"Write (true)", remedy_edits.put),
    (r"Write (?:seconds|a number|a whole number|degrees|centimetres) from (-?\d+) to (-?\d+)", remedy_edits.number),
    (r"Indent it by (\d+) spaces, below the id that it belongs to, with (.+)\.$", remedy_moves.with_keys),
    (r"Indent it by (\d+) spaces", remedy_moves.indented),
    (r"Move it to the other keys of .+, indented by (\d+) spaces", remedy_moves.out),
    (r'Write it below "([\w-]+):", indented by (\d+) spaces', remedy_moves.below),
    (r'Move this record after "([\w-]+)"', remedy_moves.moved),
    (r'Move this record at the beginning, before "([\w-]+)"', remedy_moves.moved_before),
    (r"Shorten it by (\d+)\.$", remedy_edits.shorter),
    (r'Add "(\w+): (-?\d+)" to "(\w+):"', remedy_edits.into),
    (r'Add "(\w+: \{.+\})" to this pose', remedy_edits.pose_key),
    (r"Write (-?\d+)\.", remedy_edits.put),
    (r".*Take the figure out", lambda spot: remedy_edits.key_out(spot, "figure")),
    (r"(?:(?:.*(?:\.|:) )?Take (?:it|the record) out|Keep one of them)", remedy_edits.taken_out),
    (r'Add "([\w-]+): (.+?)"', remedy_edits.new_key),
    (r"Write ([a-z0-9_-]+(?:, [a-z0-9_-]+)* or [a-z0-9_-]+)\.$", remedy_edits.chosen),
    (r"Begin its id in column 3", remedy_moves.whole_record),
    (r"Write (\w+) again: links", remedy_edits.put),
    (r"Write ([a-z]+(?:-[a-z]+)*)\.$", remedy_edits.put),
)

_FORMS = [(re.compile(pattern), act) for pattern, act in (*_FORMS_OF_WRITING, *_FORMS_OF_KEYS_AND_VALUES)]
