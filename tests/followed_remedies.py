"""Follows the remedy of a problem to the letter in the text that has it; knows words of reports, no rule."""

from __future__ import annotations

import re

from limber.problem import Problem

_WORDS = r"(?P<new>'(?:[^']|'')*'|\"[^\"]*\")"
_NO_WORDS = re.compile(
    r"Write another word|Write those keys out again|Write the words themselves|Type it again|Write it anew"
    r"|It is needed here|Look for a bracket too many|Write the key, a colon|Write a comma and a space between"
    r"|Write it on one line|Write the text out again|^Take it out\. If \"!\"|Save it again|Write the text\."
    r"|Keep one of the two parts|Bring the file back|Write its keys below it|Delete one|Write its id on a line above"
    r"|Give one of them another id"
)
"""Remedies that leave to a person what to write: a letter that was lost, or which of two was meant."""


def says_no_words(problem: Problem) -> bool:
    """Whether a remedy asks a person for words that no program has."""
    return _NO_WORDS.search(problem.tip) is not None


def ways(text: str, problem: Problem) -> list[str]:
    """The text as each way to follow the remedy leaves it; a remedy with an `If` in it has more than one."""
    lines = text.split("\n")
    made = []
    for sentence in re.split(r"(?<=\S) (?=If (?!it is meant)|Else )", problem.tip):
        if (changed := _followed(lines, problem, sentence)) is not None:
            made.append("\n".join(changed))
    return made


def _followed(lines: list[str], problem: Problem, tip: str) -> list[str] | None:
    """The lines after one sentence of a remedy has been followed, if it says what to write."""
    at, column = problem.line - 1, problem.column - 1
    line = lines[at]
    before, rest = line[:column], line[column:]
    behind = _behind(before, rest)
    said = rest[: len(rest) - len(behind)]

    def with_line(*new: str) -> list[str]:
        return [*lines[:at], *new, *lines[at + 1 :]]

    if found := re.fullmatch(r"Begin it in column (\d+)(?:, (?:too|like .*))?\.", tip):
        return with_line(" " * (int(found[1]) - 1) + line.strip())
    if found := re.fullmatch(r"Indent it and the (?:(\d+) lines|line) below by (\d+) spaces (more|less)\.", tip):
        by, left = int(found[2]), int(found[1] or 1) + 1
        for number in range(at, len(lines)):
            if left and lines[number].strip(" ")[:1] not in ("", "#"):
                lines[number] = " " * by + lines[number] if found[3] == "more" else lines[number][by:]
                left -= 1
        return lines
    if found := re.match(r"If it goes on with the text above, begin it in column (\d+)\.", tip):
        return with_line(" " * (int(found[1]) - 1) + line.strip())
    if found := re.match(r"(?:Begin the item|Write a space there and begin it).* in column (\d+): (- .+)", tip):
        return with_line(" " * (int(found[1]) - 1) + found[2])
    if found := re.match(
        r"(?:Begin the item of|Begin it with a hyphen|Begin a comment|Write a hyphen).*?: ([-#] .+)", tip
    ):
        return with_line(line[: len(line) - len(line.lstrip())] + found[1])
    if found := re.match(r"Write a space there, and the item on the next line: (- .+)", tip):
        key = line[: line.index(":") + 1]
        return with_line(key, " " * (len(key) - len(key.lstrip()) + 2) + found[1])
    if found := re.match(r"(?:Else begin|Begin) a list on the next line.*?: (- .+)", tip):
        return with_line(before.rstrip(), " " * (len(before) - len(before.lstrip()) + 2) + found[1])
    if found := re.match(
        r"Write (?:a space there|a plain colon(?: and a space)?|a colon(?: and a space)?|plain ones"
        r"|it without the quotes|it so): (.+)",
        tip,
    ):
        return with_line(before + found[1])
    if found := re.match(r"Write it on the next line, in column (\d+): (.+)", tip):
        return with_line(before.rstrip(" ,;"), " " * (int(found[1]) - 1) + found[2])
    if tip.startswith("Write [] where a list is empty"):
        return with_line(f"{before}[]")
    if found := re.match(r"Take it out: - (.+)", tip):
        return with_line(before + found[1])
    if found := re.match(r"If readers shall see it, put the text in quotes: - (.+)", tip):
        return with_line(before + found[1])
    if found := re.search(rf": {_WORDS}\.?$", tip):
        if tip.startswith("Put the whole text in quotes, on one line"):
            first = at if line.lstrip().startswith("- ") else at - 1
            return [*lines[:first], " " * (lines[first].index("-")) + f"- {found['new']}", *lines[first + 2 :]]
        if tip.startswith("Write two backslashes"):
            return with_line(line[: line.index('"')] + found["new"])
        return with_line(before + found["new"] + behind)
    if found := re.match(r"Put (\S) at its end\.|Write (\S) in place of the \S at its end\.", tip):
        return with_line(line.rstrip() + found[1] if found[1] else line.rstrip()[:-1] + found[2])
    if tip.startswith("Put two spaces in place of each tab"):
        return with_line(line.replace("\t", "  "))
    if re.match(r"Put a space in its place|Type a space in its place", tip):
        return with_line(f"{before} {rest[1:]}")
    if re.match(r"Delete it|Take it out\.$", tip):
        return with_line(before + rest[1:])
    if re.match(
        r"Take this line out|Keep one of them|Take out the line|Write something behind .* or take the line", tip
    ):
        return with_line()
    if found := re.match(r"Take out what follows it: (.+)", tip):
        return with_line(before + found[1])
    if tip.startswith("Write two backslashes"):
        return with_line(line.replace("\\", "\\\\"))
    if found := re.match(r"Put spaces in place of each tab, and begin the line in column (\d+)\.", tip):
        return with_line(" " * (int(found[1]) - 1) + line.strip())
    if tip.startswith("If it is a comment, put it on a line above"):
        return with_line(
            " " * (len(line) - len(line.lstrip())) + line[line.index(" #") + 1 :], line[: line.index(" #")]
        )
    if tip.startswith("Put the comment on a line of its own"):
        return with_line(
            " " * (len(line) - len(line.lstrip())) + line[line.index(" #") + 1 :], line[: line.index(" #")]
        )
    if pairs := re.findall(r'"([^"]+)" for "([^"]+)"', tip):
        for new, old in pairs:
            line = line.replace(old, new)
        return with_line(line)
    if found := re.match(r"Write (true|false)( or false)?[,.]", tip):
        return with_line(before + found[1] + behind)
    if found := re.match(r"Write (?:plain seconds|it in the digits 0 to 9): (\d+)\.", tip):
        return with_line(before + found[1] + behind)
    if re.match(r"Write its digits alone|Write it without the leading zero", tip):
        return with_line(before + re.sub(r"\D", "", said).lstrip("0") + behind)
    if re.match(r"Write (?:seconds|a whole number) from \d+ to \d+", tip):
        return with_line(f"{before}30{behind}")
    if found := re.match(r"Write (\[\]) when|Put it in square brackets: (\[.*\])\.", tip):
        return with_line(before + (found[1] or found[2]) + behind)
    if found := re.match(r"Write it on a line of its own below the key, behind a hyphen: (- .+)", tip):
        return with_line(before.rstrip(), " " * (len(before) - len(before.lstrip()) + 2) + found[1])
    if found := re.match(r"Write (\w[\w-]*)(?:, [\w-]+)* or [\w-]+\.", tip):
        return with_line(before + found[1] + behind)
    return None


def _behind(before: str, rest: str) -> str:
    """What follows a value on its line: within brackets, all from the next comma or bracket on."""
    if re.search(r"[\[{][^\]}]*$", before) and (found := re.search(r"[,\]}]", rest)):
        return rest[found.start() :]
    return ""
