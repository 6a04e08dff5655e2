"""Finds typographic quotation marks around a value, where YAML takes plain ones."""

from __future__ import annotations

import re

from limber.dataset.problem import Said, quoted, say
from limber.dataset.yaml.value_faults import in_quotes

_CLOSED_BY = {
    "“": '”“"',
    "”": '”"',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«»",
    "‘": "’‘'",
    "‚": "‘’'",
    "‹": "›",
    "›": "‹›",
    "＂": "＂",
}
OPENING = tuple(_CLOSED_BY)
_SINGLE = "‘‚‹›"
_AN_APOSTROPHE = re.compile(r"(?<=\w)[’'](?=\w)")


def fault(text: str) -> tuple[int, Said, Said] | None:
    """What is wrong with the quotes of a value that has none of YAML's own: at which index, what, and the remedy."""
    if (within := _within(text)) is not None:
        what = say(
            "the quotes {opening} {closing} are no plain ones, so they are shown as part of the text.",
            opening=text[0],
            closing=text[-1],
        )
        if not within:
            return 0, say("{text} has no text in it.", text=quoted(text)), say("Write the text.")
        if text[-1] not in _CLOSED_BY[text[0]]:
            what = say("the quote {text} opens here, and none closes the text.", text=text[0])
        tip = say("Write it in plain quotes: {within}.", within=in_quotes(within))
        if text[-1] in _CLOSED_BY[text[0]]:
            tip = say(
                "Write it in plain quotes: {within}. If readers shall see them, put plain ones around them: {text}.",
                within=in_quotes(within),
                text=in_quotes(text),
            )
        return 0, what, tip
    if text[-1] in '"”' and not re.search(r'["“”„″\d]', text[:-1][-1:]) and not re.search(r'["“”„″]', text[:-1]):
        return (
            len(text) - 1,
            say("the quote {text} at the end closes what none opens.", text=text[-1]),
            say("Take the quote out."),
        )
    return None


def bare(text: str) -> str:
    """A text without typographic quotes around the whole of it."""
    return _within(text) or text


def _within(text: str) -> str | None:
    """What stands between quotes that go around the whole text; nothing, where they go around a part of it."""
    closing = _CLOSED_BY.get(text[0])
    if closing is None:
        return None
    rest = _AN_APOSTROPHE.sub("x", text[1:])
    ends = [index for index, each in enumerate(rest) if each in closing]
    if not ends:
        return None if text[0] in _SINGLE else text[1:].strip()
    return text[1:-1].strip() if ends[0] == len(rest) - 1 else None
