"""Follows the remedies of problems to the letter in a dataset's text, so that a test can ask whether they help."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import remedy_edits as do
import remedy_moves as move
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


def _forms() -> Iterator[tuple[str, Callable[..., list[Edit]]]]:
    # What is wrong with the writing: most of these say how the line goes on from there.
    yield r"Take (?:the quote|\"!\S*\") out", lambda spot: spot.line(spot.before + spot.rest.partition(" ")[2])
    yield r"Put (\W) at (?:its end|the end of the text)", lambda spot, sign: spot.line(spot.before + spot.rest + sign)
    yield r"Write (\W) in place of the \W at its end", lambda spot, sign: spot.line(spot.before + spot.rest[:-1] + sign)
    yield r"Put spaces in place of each tab, and begin the line in column (\d+)", move.column
    yield r'(?:If it goes on with the text above, b|B)egin it (?:with "- " )?in column (\d+)', move.column
    yield r"(?:Begin the item|Write a space there and begin it).* in column (\d+): (- .+)$", move.column
    yield r"Indent it and the (?:(\d+) lines|line) below by (\d+) spaces (more|less)", move.by
    yield r"Write it on the next line, in column (\d+): (.+)$", move.down
    yield r"(?:Write a space there, and the item|.* begin a list) on the next line.*?: (- .+)$", do.hyphenated
    yield r"Begin it on a line of its own with a hyphen and a space: (- .+)$", do.hyphenated
    yield r"(?:Begin (?:it|the item of|a comment)|Write a hyphen|Take it out)\b[^:]*: ([-#] .+)$", do.to_the_end
    yield r"Write (?:a (?:space there|(?:plain )?colon(?: and a space)?)|plain ones|it so): (.+)$", do.to_the_end
    yield r"(?:Write it without the (?:quotes|brackets or the hyphen)|Take out what follows it): (.+)$", do.to_the_end
    yield r"One fits here. Write it alone: (.+)$", do.to_the_end
    yield r"Take this line out|Take out the line|Write something behind", do.line_out
    yield r"(?:If it is a comment, p|P)ut (?:it|the comment) on a line", move.comment_above
    yield r'Write "(.+)" for "(.+)"\.', lambda spot, new, old: spot.line(spot.lines[spot.row].replace(old, new))
    yield r"(?:If it belongs to the text, p|P)ut the whole text in quotes, on one line: (.+)\.$", move.joined
    yield r"(?:.* )?[Pp]ut (?:it|the(?: \w+)? text|plain ones)\b[^:]*: (?:- )?(\S.*[\"'])\.?$", do.in_quotes
    yield r"Write (?:it in )?plain quotes\b[^:]*: (\S.*[\"'])\.$", do.in_quotes
    yield r"(?:Put|Type) a space in its place\.", lambda spot: do.sign(spot, " ")
    yield r"Delete it; if you do not find it", do.sign
    yield r"Take the space out", do.spaces_out
    # What is wrong with keys and values.
    yield r"Take it out here", do.words_out
    yield r'Add "(- .+)" at the end of the list', do.last_item
    yield r'Write "(- .+)"\.$', do.to_the_end
    yield r'(?:Did you mean "\{\w+\}"\? )?Write ("[^"]*\{\w+\}[^"]*")(?:\.$|, with the quotes)', do.in_quotes
    yield r"Take the tempo out", do.taken_out
    yield r'Write "routines:" on a line above', lambda spot: [Edit(spot.row, spot.row, ("routines:",))]
    yield r'Did you mean "([^"]+)"\?(?: (.*))?$', do.meant
    yield r"(?:Write the number alone|The least comes first): (.+)\.$", do.limit
    yield r"(?:Write it in the digits 0 to 9|Take the quotes away): (.+)\.$", do.put
    yield r".*Write (?:the number alone|plain seconds|a range so): (.+)\.$", do.put
    yield r'.*Write "(sets: .+)" and "(.+)", each on a line\.', do.sets_and
    yield r'.*Write "(.+)" in its place\.', do.instead
    yield r'(?:Write|Choose another id, such as) "([\w-]+)",? here and wherever[^"]*(?:"(old_ids: .+)")?', do.everywhere
    yield r'Take "(\w+):"(?: or "\w+:")? out', do.key_out
    yield r"(?:Add them, as \w+ )\"(.+)\" has them", do.as_another
    yield r"Write (\[?\{.+?\}\]?)(?: or |, and|\.| in)", do.put
    yield r"Write its digits alone\.", lambda spot: do.put(spot, re.sub(r"\D", "", spot.rest))
    yield r"Write it without the leading zero\.", lambda spot: do.put(spot, str(int(re.sub(r"\D", "", spot.rest))))
    yield r"Put it in square brackets: (\[.*\])\.$", do.put
    yield r"Write (\[\]) whe(?:n|re)", do.empty_list
    yield r'(?:.*\. )?Write ("[^"]+")(?:\.$|, as| when | here, too)', do.put
    yield r"Write (true)", do.put
    yield r"Write (?:seconds|a whole number|degrees|centimetres) from (-?\d+) to (-?\d+)", do.number
    yield r"Indent it by (\d+) spaces, below the id that it belongs to, with (.+)\.$", move.with_keys
    yield r"Indent it by (\d+) spaces", move.indented
    yield r"Move it to the other keys of .+, indented by (\d+) spaces", move.out
    yield r'Write it below "([\w-]+):", indented by (\d+) spaces', move.below
    yield r'Move this record after "([\w-]+)"', move.moved
    yield r'Move this record at the beginning, before "([\w-]+)"', move.moved_before
    yield r"Shorten it by (\d+)\.$", do.shorter
    yield r'Add "(\w+): (-?\d+)" to "(\w+):"', do.into
    yield r'Add "(\w+: \{.+\})" to this pose', do.pose_key
    yield r"Write (-?\d+)\.", do.put
    yield r".*Take the figure out", lambda spot: do.key_out(spot, "figure")
    yield r"(?:(?:.*(?:\.|:) )?Take (?:it|the record) out|Keep one of them)", do.taken_out
    yield r'Add "([\w-]+): (.+?)"', do.new_key
    yield r"Write ([a-z0-9_-]+(?:, [a-z0-9_-]+)* or [a-z0-9_-]+)\.$", do.chosen
    yield r"Begin its id in column 3", move.whole_record
    yield r"Write (\w+) again: links", do.put


_FORMS = [(re.compile(pattern), act) for pattern, act in _forms()]
