"""Follows the remedies of problems to the letter in a dataset's text, so that a test can ask whether they help."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import remedy_edits as do
import remedy_moves as move
from limber.problem import Problem
from remedy_spots import Edit, Spot


def follow(text: str, problem: Problem) -> list[Edit] | None:
    """What someone changes who does what the remedy says, and no more; nothing where it leaves a choice of words."""
    spot = Spot(text.split("\n"), problem.line - 1, problem.column - 1, problem)
    for pattern, act in _FORMS:
        if found := pattern.match(problem.tip):
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


def _ways() -> Iterator[tuple[str, Callable[..., list[Edit]]]]:
    yield r"Put (\W) at (?:its end|the end of the text)", lambda spot, sign: spot.line(spot.before + spot.rest + sign)
    yield r"Put two spaces in place of each tab", lambda spot: spot.line(spot.lines[spot.row].replace("\t", "  "))
    yield r'Take it out\. If "!" belongs', lambda spot: spot.line(spot.before + spot.rest.partition(" ")[2])
    yield (
        r"Take the space out",
        lambda spot: spot.line(re.sub(r"(?<=[\"'])\s+|\s+(?=[\"']$)", "", spot.lines[spot.row])),
    )
    yield r"Take the tempo out", do.taken_out
    yield r'Write "routines:" on a line above', lambda spot: [Edit(spot.row, spot.row, ("routines:",))]
    yield r'Did you mean "([^"]+)"\?(?: (.*))?$', do.meant
    yield r"Put it in quotes if it is meant as text: (.+)\.$", do.put
    yield r".*[Pp]ut (?:it|the (?:whole )?text)(?: \w+)? (?:in (?:double )?quotes)(?: \w+)*: (.+)\.$", do.to_the_end
    yield r"Write a space there: (.+)$", do.corrected
    yield r"(?:Write a plain colon and a space): (.+)$", do.corrected
    yield r"Begin the item of a list with a hyphen and a space: (.+)$", do.to_the_end
    yield r"Put a space after the colon: (.+)\.$", do.to_the_end
    yield r"(?:Write the number alone|The least comes first): (.+)\.$", do.in_brackets
    yield r"(?:Take the quotes away|.*Write the number alone|.*Write plain seconds|.*Write a range so): (.+)\.$", do.put
    yield r'.*Write "(sets: .+)" and "(.+)", each on a line\.', do.sets_and
    yield r'.*Write "(.+)" in its place\.', do.instead
    yield r'(?:Write|Choose another id, such as) "([\w-]+)",? here and wherever[^"]*(?:"(old_ids: .+)")?', do.everywhere
    yield r'Take "(\w+):"(?: or "\w+:")? out', do.key_out
    yield r"Begin it on a line of its own with a hyphen and a space: (- .+)$", do.hyphenated
    yield r'Write "(work_seconds):" for timed work.*?(?:seconds: (\d+))?\.$', do.timed
    yield (
        r"(?:Write it without the brackets or the hyphen|One fits here. Write it alone): (.+)$",
        lambda spot, new: do.put(spot, new, spot.rest),
    )
    yield r"(?:Add them, as \w+ )\"(.+)\" has them", do.as_another
    yield r"Write (\[?\{.+?\}\]?)(?: or |, and|\.| in)", do.put
    yield r"Write its digits alone\.", lambda spot: do.put(spot, re.sub(r"\D", "", spot.rest))
    yield r"Write it without the leading zero\.", lambda spot: do.put(spot, str(int(re.sub(r"\D", "", spot.rest))))
    yield r"Put it in square brackets: (\[.*\])\.$", do.put
    yield r"Write (\[\]) when", do.empty_list
    yield r'(?:.*\. )?Write ("[^"]+")(?:\.$|, as| when | here, too)', do.put
    yield r"Write (true)", do.put
    yield r"Write (?:seconds|a whole number|degrees|centimetres) from (-?\d+) to (-?\d+)", do.number
    yield r"Indent it by (\d+) spaces", move.indented
    yield r"Move it to the other keys of .+, indented by (\d+) spaces", move.out
    yield r'Write it below "([\w-]+):", indented by (\d+) spaces', move.below
    yield r'Begin it (?:with "- " )?in column (\d+)', move.column
    yield r'Move this record after "([\w-]+)"', move.moved
    yield r'Move this record at the beginning, before "([\w-]+)"', move.moved_before
    yield r"Shorten it by (\d+)\.$", do.shorter
    yield r"(?:Put|Type) a space in its place\.", lambda spot: do.sign(spot, " ")
    yield r"Delete it; if you do not find it", do.sign
    yield r'Add "(\w+): (-?\d+)" to "(\w+):"', do.into
    yield r'Add "(\w+: \{.+\})" to this pose', do.pose_key
    yield r"Write (-?\d+)\.", do.put
    yield r".*Take the figure out", lambda spot: do.key_out(spot, "figure")
    yield r"(?:(?:.*(?:\.|:) )?Take (?:it|the record) out|Keep one of them)", do.taken_out
    yield r'Add "([\w-]+): (.+?)"', do.new_key
    yield r"Write ([a-z0-9_-]+(?:, [a-z0-9_-]+)* or [a-z0-9_-]+)\.$", do.chosen
    yield r"Begin its id in column 3", move.whole_record
    yield r"Write (\w+) again: links", do.put
    yield r'There is "([\w-]+)"', do.put


_FORMS = [(re.compile(pattern), act) for pattern, act in _ways()]
