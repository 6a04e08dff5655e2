"""Rules on texts: plain text, clean characters, no doses and no repetition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from limber.dataset.problem import WITH_PAGES, Place, Problem, quoted, say
from limber.dataset.rules import dose_words
from limber.dataset.rules.tables import Tables
from limber.dataset.spelling import says_none
from limber.dataset.yaml.characters import first_unseen

_PROSE = {
    "summary",
    "setup",
    "instructions",
    "switch",
    "cues",
    "easier",
    "harder",
    "fix",
    "note",
    "how",
    "moving_on",
}
"""Texts that tell how to do it. Elsewhere a time is no dose: pain that lasts for 10 minutes."""

_SENTENCES = {
    *_PROSE,
    "alt",
    "audience",
    "care",
    "contraindications",
    "description",
    "enter_when",
    "fault",
    "here",
    "how_often",
    "muscles",
    "not_here",
    "precautions",
    "short_steps",
    "stop_signs",
    "until",
    "what",
    "when",
    "why",
}
"""Texts that say something, in a sentence or a few words."""

_SAYS_WHICH = {"fault", "file", "item", "switch"}
"""The key that tells one thing in a list from the others, where these are more than a text."""

_MARKUP: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"</?[A-Za-z][^<>]*>?|<!--|<[!?]"), "HTML"),
    (re.compile(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);"), "an HTML entity"),
    (re.compile(r"\{[{%#:]|[%#}]\}"), "a template's bracket"),
    (re.compile(r"\*\*\S[^*]*\*\*|\*\S[^*]*\*|__\S[^_]*__|`[^`]+`|!?\[[^\]]*\]\([^)]*\)"), "Markdown"),
)
_MARKS = re.compile(r"[<&{}*_`\]]")


def a_text_is_one_clean_line(tables: Tables) -> Iterator[Problem]:
    """Texts stand in lines of cards, timers and calendars, so a line is all that they are."""
    for where, text in tables.texts:
        if "\n" in text or "\r" in text:
            yield Problem(
                where,
                say("the text has a line break in it."),
                say('Write it on one line. A long one may go on in the next line, without "|" or ">" before it.'),
            )
        elif text != text.strip():
            yield Problem(where, say("the text begins or ends with a space."), say("Take the space out."))
        elif not text.isprintable() and (at := first_unseen(text)) >= 0:
            odd = text[at]
            name = "a tab" if odd == "\t" else f"a character that cannot be seen (U+{ord(odd):04X})"
            yield Problem(where, say("the text holds {name}.", name=name), say("Write a plain space, or take it out."))


def a_text_has_no_markup(tables: Tables) -> Iterator[Problem]:
    """A text is shown as it is written, on pages, on paper and by voice: marks would be shown, too."""
    for where, text in tables.texts:
        if not _MARKS.search(text):
            continue
        for pattern, name in _MARKUP:
            if found := pattern.search(text):
                yield Problem(
                    where,
                    say("the text holds {name}: {found}.", name=name, found=quoted(found[0])),
                    say("Texts are plain: write the words and signs themselves."),
                )
                break


def none_is_no_contraindication(tables: Tables) -> Iterator[Problem]:
    """None known has a value of its own; in a list, pages would show it as a reason to leave the exercise out."""
    for where, record in tables.records("exercises"):
        against = record.get("contraindications")
        texts = against if isinstance(against, list) else []
        for number, text in enumerate(texts):
            if isinstance(text, str) and says_none(text):
                tip = (
                    say('Write "contraindications: none" in place of the list.')
                    if len(texts) == 1
                    else say("Take it out.")
                )
                what = say("{text} would be shown as a reason to leave the exercise out.", text=quoted(text))
                yield Problem((*where, "contraindications", number), what, tip)


def a_text_leaves_the_dose_to_the_dose(tables: Tables) -> Iterator[Problem]:
    """A dose that is written twice is changed once. Breaths and rounds are no dose: none can say them."""
    for where, text in tables.texts:
        if _field(where) not in _PROSE or where[0] not in WITH_PAGES:
            continue
        if found := dose_words.dose(text, tables.language):
            yield Problem(
                where,
                say("the text gives a dose: {found}.", found=quoted(found)),
                say('Take it out here; "dose:" says how much, and pages, cards and timer show it.'),
            )


def _field(where: Place) -> str:
    """The key that a text belongs to, with the number in its list left aside."""
    return str(where[-2] if isinstance(where[-1], int) else where[-1])


def a_text_stands_once_in_its_list(tables: Tables) -> Iterator[Problem]:
    """What is said twice in one list was copied and forgotten, or was to be something else."""
    seen: dict[tuple[Place, str], int] = {}
    for where, text in tables.texts:
        place = where[:-1] if where[-1] in _SAYS_WHICH else where
        if not isinstance(number := place[-1], int):
            continue
        first = seen.setdefault((place[:-1], text.casefold()), number)
        if first != number:
            yield Problem(
                where,
                say("{text} is number {first} of this list, too.", text=quoted(text), first=first + 1),
                say("Keep one of them."),
            )


def a_text_has_a_word_in_it(tables: Tables) -> Iterator[Problem]:
    """Figures alone tell nobody what to do. Names may be figures: some exercises are called after angles."""
    for where, text in tables.texts:
        if _field(where) in _SENTENCES and not any(each.isalpha() for each in text):
            yield Problem(
                where, say("{text} has no word in it.", text=quoted(text)), say("Write what it is meant to say.")
            )
