"""Edits that remedies ask for within lines: another value, a key less, a record moved."""

from __future__ import annotations

import re

from remedy_spots import Edit, Spot, block, in_brackets, indent, value, word


def put(spot: Spot, new: str, old: str | None = None) -> list[Edit]:
    """Another value in place of the one that stands there."""
    if spot.problem.at_key and old is None and (key := re.match(r"[\w-]+:", spot.rest)):
        return spot.line(f"{spot.before}{key[0]} {new}")
    old = value(spot) if old is None else old
    return spot.line(spot.before + new + spot.rest[len(old) :])


def to_the_end(spot: Spot, new: str) -> list[Edit]:
    """Another value in place of all that follows; an item, with the hyphen before it."""
    before = spot.before.removesuffix("- ") if new.startswith("- ") else spot.before
    return spot.line(before + new + spot.rest[len(value(spot)) :] * in_brackets(spot))


def in_quotes(spot: Spot, new: str) -> list[Edit]:
    """A text in quotes in place of the same text around the spot, or else of the value that stands there."""
    for found in re.finditer(rf"[\"'“”«]?{re.escape(new[1:-1])}[\"'“”»]?", spot.lines[spot.row]):
        if found.start() <= spot.column <= found.end():
            return spot.line(found.string[: found.start()] + new + found.string[found.end() :])
    return put(spot, new, value(spot) if in_brackets(spot) else spot.rest)


def line_out(spot: Spot) -> list[Edit]:
    """Without the line."""
    return [Edit(spot.row, spot.row + 1, ())]


def spaces_out(spot: Spot) -> list[Edit]:
    """Without the spaces within quotes, at either end."""
    return spot.line(re.sub(r"(?<=[\"'])\s+|\s+(?=[\"']$)", "", spot.lines[spot.row]))


def words_out(spot: Spot) -> list[Edit]:
    """Without the words that the problem quotes."""
    words = re.findall(r'"([^"]+)"', spot.problem.what)[-1]
    return spot.line(re.sub(rf"[ ,]*{re.escape(words)}", "", spot.lines[spot.row], count=1))


def last_item(spot: Spot, item: str) -> list[Edit]:
    """One more item, below the others."""
    end = spot.block()
    return [Edit(end, end, (" " * indent(spot.lines[spot.row + 1]) + item,))]


def meant(spot: Spot, new: str, more: str | None = None) -> list[Edit]:
    """Another key, or another value, as it was meant; `more` may say its number."""
    seconds = re.search(r"seconds: (\d+)", more or "")
    if ": " in new:
        return spot.line(spot.before + new)
    old = word(spot.rest) if spot.problem.at_key else value(spot)
    line = spot.before + new + spot.rest[len(old) :]
    return spot.line(re.sub(r":.*", f": {seconds[1]}", line) if seconds else line)


def limit(spot: Spot, new: str) -> list[Edit]:
    """In place of the brackets around a limit, if it is one."""
    if "{" not in spot.before:
        return put(spot, new)
    return spot.line(re.sub(r"\{.*?\}", new, spot.before + spot.rest))


def everywhere(spot: Spot, new: str, old_ids: str | None) -> list[Edit]:
    """Another id, also where a record names it, with the one that it had."""
    old = re.compile(rf"(?<![\w-]){re.escape(word(spot.rest))}(?![\w-])")
    return [Edit(row, row + 1, (old.sub(new, line),)) for row, line in enumerate(spot.lines) if old.search(line)] + (
        [Edit(spot.row + 1, spot.row + 1, (f"    {old_ids}",))] if old_ids else []
    )


def key_out(spot: Spot, key: str) -> list[Edit]:
    """Without a key of the record that the problem is about."""
    row = max(row for row in range(spot.row + 1) if spot.lines[row].lstrip().removeprefix("- ").startswith(f"{key}:"))
    return [Edit(row, block(spot.lines, row), ())]


def hyphenated(spot: Spot, item: str) -> list[Edit]:
    """As the one item of a list, on the line below its key."""
    line = spot.lines[spot.row]
    key = spot.before.rstrip() or line[: line.index(":") + 1]
    return [Edit(spot.row, spot.row + 1, (key, f"{' ' * (indent(line) + 2)}{item}"))]


def sets_and(spot: Spot, sets: str, amount: str) -> list[Edit]:
    """Two keys in place of one."""
    deep = indent(spot.lines[spot.row]) * " "
    return [Edit(spot.row, spot.row + 1, (f"{deep}{sets}", f"{deep}{amount}"))]


def instead(spot: Spot, line: str) -> list[Edit]:
    """Another key with its value."""
    return spot.line(re.match(" *(?:- )?", spot.lines[spot.row])[0] + line)


def as_another(spot: Spot, id_: str) -> list[Edit]:
    """The keys that are missing, as another record has them, under codes and names of its own."""
    missing = re.split(r", | and ", spot.problem.what.removesuffix(" are missing."))
    row = next(row for row, line in enumerate(spot.lines) if line == f"  {id_}:")
    new: list[str] = []
    for at in range(row + 1, block(spot.lines, row)):
        key = spot.lines[at].partition(":")[0].strip()
        if indent(spot.lines[at]) == 4 and key in missing:
            new += spot.lines[at : block(spot.lines, at)]
    own = [line.replace(": ", ": Another: ").replace("Another: ", "q") if _NAMES.match(line) else line for line in new]
    return [Edit(spot.row + 1, spot.row + 1, tuple(own))]


_NAMES = re.compile(r" {4}(code|name|short_name|spoken_name|summary): ")


def taken_out(spot: Spot) -> list[Edit]:
    """Without the key or the item that stands there, and without a key that is left with nothing below it."""
    inside = re.search(r"[\[{]([^\]}]*)$", spot.before)
    if inside:
        word = value(spot) if not spot.problem.at_key else re.split(r"[,}\]]", spot.rest, maxsplit=1)[0]
        line = spot.before + "\0" + spot.rest[len(word) :]
        return spot.line(re.sub(r", \0|\0, |\0", "", line))
    row, end = spot.row, spot.block()
    owner = row - 1
    deep = indent(spot.lines[row])
    alone = indent(spot.lines[owner]) < deep and (end == len(spot.lines) or indent(spot.lines[end]) < deep)
    if alone and spot.lines[owner].rstrip().endswith(":"):
        return [Edit(owner, end, ())]
    line = spot.lines[row]
    if line.lstrip().startswith("- ") and spot.problem.at_key and line.index("- ") + 2 == spot.column:
        following = spot.lines[row + 1]
        return [Edit(row, row + 2, (line[: spot.column] + following.lstrip(),))]
    return [Edit(row, end, ())]


def into(spot: Spot, key: str, value: str, part: str) -> list[Edit]:
    """One more number of a part of a pose."""
    row = next(row for row in range(spot.row, spot.block()) if spot.lines[row].strip().startswith(f"{part}:"))
    return [Edit(row, row + 1, (spot.lines[row].replace("}", f", {key}: {value}}}"),))]


def pose_key(spot: Spot, key: str) -> list[Edit]:
    """One more part of a pose."""
    return [Edit(spot.row + 1, spot.row + 1, (" " * spot.column + key,))]


def empty_list(spot: Spot, new: str) -> list[Edit]:
    """In place of the brackets that it stands in, too."""
    return spot.line(spot.before.removesuffix("[") + new)


def shorter(spot: Spot, by: str) -> list[Edit]:
    """The end of the text left out; of a list, the end of the one that is longest; of a fault, that of its fix."""
    rows = range(spot.row, spot.block())
    texts = [row for row in rows if not re.search(r"[:-]$", spot.lines[row].rstrip())]
    longest = max(texts, key=lambda row: len(spot.lines[row]))
    line = spot.lines[longest]
    quote = line[-1] if line[-1] in "\"'" else ""
    return [Edit(longest, longest + 1, (line[: len(line) - len(quote) - int(by)].rstrip() + quote,))]


def new_key(spot: Spot, key: str, value: str) -> list[Edit]:
    """Another key of the record that begins there."""
    row = spot.row if spot.rest.rstrip().endswith(":") else spot.row - 1
    deep = indent(spot.lines[row + 1])
    return [Edit(row + 1, row + 1, (f"{' ' * deep}{key}: {value}",))]


def number(spot: Spot, least: str, most: str) -> list[Edit]:
    """A number that is between two."""
    return put(spot, str(min(max(int(least), 30), int(most))))


def chosen(spot: Spot, words: str) -> list[Edit]:
    """The first of the words to choose from."""
    return put(spot, re.split(r", | or ", words)[0].strip('"'))


def sign(spot: Spot, new: str = "") -> list[Edit]:
    """Another sign, or none, in place of the one that stands there."""
    return spot.line(spot.before + new + spot.rest[1:])
