"""Rules on sides: a text about one side names it by a placeholder, so that it can be read for either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from limber.dataset.problem import Place, Problem, quoted, say
from limber.dataset.rules import side_words
from limber.dataset.rules.tables import Record, Tables
from limber.dataset.yaml.value_faults import in_quotes
from limber.model import sides
from limber.paper.layout import BUDGETS

_HOW = {"setup", "instructions", "short_steps", "cues", "figure", "feel", "faults", "precautions", "easier", "harder"}
"""What tells how to do it, and so which side. A sign to stop at can be of one side for ever: pain in the left arm."""
_OF_A_SIDE = _HOW | {"stop_signs", "contraindications"}
_STEPS = ("instructions", "short_steps")
_LIKE_A_MARK = re.compile(r"\{ *[a-z][a-z _-]*\}|\{ *[a-z_ -]*side\b|\[ *(?:other[ _-])?side *\]", re.IGNORECASE)
_WITH_WORDS = re.compile(r"\{([Ss]ide|[Oo]ther_side) *:[^{}]*\}?")
"""A mark that would say its words for the two sides."""
_MEANT = {"right": "side", "left": "other_side", "side": "side", "other_side": "other_side"}


def a_mark_is_one_that_there_is(tables: Tables) -> Iterator[Problem]:
    """An unknown placeholder would be shown as it is written."""
    for where, text in tables.texts:
        if not ("{" in text or "[" in text) or "{{" in text or not _is_known(where, tables):
            continue
        for found in _LIKE_A_MARK.finditer(text):
            if sides.MARK.match(text, found.start()):
                continue
            if worded := _WITH_WORDS.match(text, found.start()):
                what = say("{worded} does not say the words for both sides.", worded=quoted(worded[0]))
                tip = say(
                    'Write "{{worded}: right, left}" with two words: for the right side, then for the left one.',
                    worded=worded[1],
                )
                yield Problem(where, what, tip)
                break
            word = re.sub(r"[ -]+", "_", found[0].strip("{}[] "))
            near = get_close_matches(word.lower(), _MEANT, n=1, cutoff=0.6)
            mark = f"{{{_cased(_MEANT[near[0]], word)}}}" if near else found[0].strip("{}[] ")
            whole = f"{text[: found.start()]}{mark}{text[found.end() :]}"
            if near and _has_a_side(where, tables):
                tip = say("Did you mean {mark}? Write {whole}.", mark=quoted(mark), whole=in_quotes(whole))
            else:
                tip = say("Write {said}.", said=in_quotes(sides.said(whole, sides.RIGHT)))
            yield Problem(where, say("there is no mark {found}.", found=quoted(found[0])), tip)
            break


def a_mark_stands_where_there_is_a_side(tables: Tables) -> Iterator[Problem]:
    """Without a side that works, a placeholder has no meaning."""
    for where, text in tables.texts:
        mark = _mark_in(text)
        if not mark or _has_a_side(where, tables) or where[-1] == sides.SWITCH or not _is_known(where, tables):
            continue
        why = "both work at once here" if _is_bilateral(where, tables) else "none works here"
        plain = sides.said(text, sides.RIGHT)
        yield Problem(
            where,
            say("{mark} stands for a side, but {why}.", mark=quoted(mark), why=why),
            say("Write {plain}.", plain=in_quotes(plain)),
        )


def a_text_of_one_side_names_it_by_a_mark(tables: Tables) -> Iterator[Problem]:
    """A plan may ask for the left side alone: then a text that says right would have its reader work the wrong one."""
    for where, text in tables.texts:
        if not _has_a_side(where, tables) or where[2] not in _HOW:
            continue
        found = side_words.sides(text, tables.language)
        step = where[2] in _STEPS and where[-1] != sides.SWITCH and side_words.changes_sides(text, tables.language)
        if not found and not step:
            continue
        marked = _marked(text, found, tables.language)
        if step:
            what = say("this step changes sides, which a plan of one side must leave out.")
            yield Problem(where, what, say("Write {value}.", value=_copied(f"- {sides.SWITCH}: {_plainly(marked)}")))
        else:
            (begin, end), *_ = found
            what = say("{text} is true of one side only; a plan may ask for the other.", text=quoted(text[begin:end]))
            yield Problem(where, what, say("Write {marked}.", marked=in_quotes(marked)))


def a_step_changes_sides_where_there_are_two(tables: Tables) -> Iterator[Problem]:
    """Sets on each side need a step that leads to the other; and who does both at once has none."""
    for where, exercise in tables.records("exercises"):
        for key in _STEPS:
            items = exercise.get(key, ())
            switches = [number for number, each in enumerate(items) if sides.is_switch(each)]
            if switches and exercise.get("laterality") == "bilateral":
                yield _no_sides((*where, key, switches[0]), items[switches[0]][sides.SWITCH])
            elif switches and len(switches) == len(items):
                what = say("each of these steps changes sides, so that a plan of one side has none.")
                yield Problem((*where, key), what, say("Add a step that says what to do."), at_key=True)
            elif key == "instructions" and items and not switches and _wants_a_switch(exercise, tables.language):
                what = say("no step leads to the other side.")
                tip = say("Add {step} at the end of the list.", step=quoted(f"- {sides.SWITCH}: Change sides."))
                yield Problem((*where, key), what, tip, at_key=True)


def a_short_step_is_short_once_its_side_is_named(tables: Tables) -> Iterator[Problem]:
    """The schema counts placeholders as they are written, a card the words that replace them."""
    most = BUDGETS["card_step"]
    for where, text in tables.texts:
        if "short_steps" in where:
            count = max(len(sides.said(text, side)) for side in sides.SIDES)
            if count > most:
                what = say("the text has {count} characters; at most {most} fit.", count=count, most=most)
                yield Problem(where, what, say("Shorten it by {count}.", count=count - most))


def _no_sides(where: Place, text: str) -> Problem:
    what = say("this step changes sides, but both work at once here.")
    plain = _plainly(sides.said(text, sides.RIGHT))
    return Problem((*where, sides.SWITCH), what, say("Write {value}.", value=_copied(f"- {plain}")), at_key=True)


def _wants_a_switch(exercise: Record, language: str) -> bool:
    """Whether the instructions would end on one side. What takes turns anyway may say so without naming a side."""
    items = exercise["instructions"]
    if any(isinstance(each, str) and side_words.changes_sides(each, language) for each in items):
        return False  # the step is there, but not written as a `switch`
    laterality = exercise.get("laterality")
    named = any(isinstance(each, str) and (side_words.sides(each, language) or _mark_in(each)) for each in items)
    return laterality == "unilateral" or (laterality == "alternating" and named)


def _mark_in(text: str) -> str:
    """The first placeholder of a text; empty where it has none."""
    found = sides.MARK.search(text) if "{" in text else None
    return found[0] if found else ""


def _has_a_side(where: Place, tables: Tables) -> bool:
    """Whether a text at this place speaks of the side that works."""
    return (
        where[0] == "exercises"
        and len(where) > 2
        and where[2] in _OF_A_SIDE
        and (where[2] != "figure" or where[-1] == "shows")
        and sides.has_sides(tables.exercises[str(where[1])])
    )


def _is_known(where: Place, tables: Tables) -> bool:
    """Whether the laterality is known; if not, that is another problem."""
    return where[0] != "exercises" or sides.has_sides(tables.exercises[str(where[1])]) or _is_bilateral(where, tables)


def _is_bilateral(where: Place, tables: Tables) -> bool:
    return where[0] == "exercises" and tables.exercises[str(where[1])].get("laterality") == "bilateral"


def _marked(text: str, found: list[tuple[int, int]], language: str) -> str:
    """The text with placeholders for its sides: the right one works, as in drawings."""
    for begin, end in reversed(found):
        word = text[begin:end]
        mark = _cased(_MEANT[word.lower()], word) if language == "en" else side_words.mark(word, language)
        text = f"{text[:begin]}{{{mark}}}{text[end:]}"
    return text


def _cased(mark: str, word: str) -> str:
    """The placeholder with the capital letter of the word that it replaces."""
    return mark.capitalize() if word[:1].isupper() else mark


def _plainly(text: str) -> str:
    """The text as YAML has it in a list, in quotes where it must be."""
    plain = re.match(r"\w", text) and ": " not in text and " #" not in text and not text.endswith(":")
    return text if plain else in_quotes(text)


def _copied(words: str) -> str:
    """Words to be copied as they are, in quotes, however long."""
    return f'"{words}"' if '"' not in words else words
