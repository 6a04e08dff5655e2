"""Reads the catalogues of languages, overrides/languages/<code>.po, and names what is wrong in them.

A build keeps what it has read, so that Babel reads each version of a catalogue once.
"""

from __future__ import annotations

import difflib
import pickle
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from limber.build_cache import BuildCache, fingerprint
from limber.dataset.problem import DatasetError, Place, Problem, Said, listed, quoted, say
from limber.languages.language import CONTEXT, ENGLISH, Language
from limber.languages.pseudo import PSEUDO, pseudo

if TYPE_CHECKING:
    from babel import Locale
    from babel.messages.catalog import Catalog, Message

TEMPLATE = "messages.pot"
"""All messages of the source, in the folder of the catalogues."""
_BRACED = re.compile(r"\{[^{}]*\}|[{}]")
_LINE = re.compile(r'\s*(?:#.*|(?:(?:msgid|msgid_plural|msgctxt|msgstr(?:\[\d+\])?)\s+)?"(?:\\.|[^"\\])*"\s*)?')
"""What a line of a catalogue can be; Babel takes a text without an end for a shorter one."""
_CAPITALIZING = ("de", "lb")
_COUNT = "{count}"
"""What a plural form may leave out, as in `a round`."""


def language(code: str, folder: Path, cache: BuildCache) -> Language:
    """The language with this code, whose catalogue is in `folder`.

    Raises `DatasetError` where there is none, with the nearest that there is, and for a catalogue with problems.
    """
    if code == ENGLISH.code:
        return ENGLISH
    if code not in (*codes(folder), *PSEUDO):
        raise DatasetError("mkdocs.yml", [_unknown(code, codes(folder), ("theme.language",))])
    raw = (folder / (TEMPLATE if code in PSEUDO else f"{code}.po")).read_bytes()
    kept = cache.made(lambda: pickle.dumps(read(code, raw)), "languages", code, raw)
    found: Language = pickle.loads(kept)  # noqa: S301 (our own, and whole: the cache has looked)
    return found


def codes(folder: Path) -> tuple[str, ...]:
    """The codes of all languages with a catalogue in `folder`, and English."""
    return tuple(sorted({ENGLISH.code, *(each.stem for each in folder.glob("*.po"))}))


def problems_of_site(asked: Sequence[str], own: str, known: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the languages that data/site.yaml asks for beside the site's own; `known` have a catalogue."""
    for at, code in enumerate(asked):
        where = ("languages", at)
        if code == own:
            tip = say("Take it out: the others lie below it.")
            yield Problem(
                where, say("{code} is the site's own language, theme.language in mkdocs.yml.", code=quoted(code)), tip
            )
        elif code not in known:
            yield _unknown(code, tuple(each for each in known if each not in (own, *asked)), where)


def read(code: str, raw: bytes) -> Language:
    """The language of a catalogue, or of messages.pot where it is made of English. Raises `DatasetError`."""
    name = f"overrides/languages/{TEMPLATE if code in PSEUDO else f'{code}.po'}"
    catalogue = parsed(raw, name, None if code in PSEUDO else code)
    if code in PSEUDO:
        return pseudo(code, ((each.id, each.context or "") for each in catalogue if each.id), fingerprint(code, raw))
    from babel.core import get_global

    if problems := [*_problems(code, catalogue)]:
        raise DatasetError(name, problems)
    locale = locale_of(code)
    likely = str(get_global("likely_subtags")[locale.language]).split("_")
    return Language(
        code=code,
        name=str(locale.english_name),
        own_name=str(locale.display_name),
        locale=f"{locale.language}_{locale.territory or likely[-1]}",
        direction="rtl" if locale.text_direction == "rtl" else "ltr",
        decimal_mark=locale.number_symbols["latn"]["decimal"],
        plural=plural_of(code)[1],
        capitalizes_nouns=locale.language in _CAPITALIZING,
        messages={_key(each): texts(each) for each in catalogue if is_translated(each)},
        fingerprint=fingerprint(code, raw),
    )


def parsed(raw: bytes, name: str, code: str | None) -> Catalog:
    """What is in the file `name`, in the language with this code. Raises `DatasetError` where it is no catalogue."""
    from babel.messages.pofile import PoFileError, read_po

    tip = say("Poedit or `msgfmt --check` show what stands there; scripts/translate writes the file again.")
    try:
        lines = raw.decode("utf-8-sig").splitlines()
        if bad := next((number for number, each in enumerate(lines, 1) if not _LINE.fullmatch(each)), 0):
            problem = Problem(
                (), say("this is no catalogue: a text has no end, or has no name."), tip, line=bad, column=1
            )
            raise DatasetError(name, [problem])
        return read_po(BytesIO(raw), code and locale_of(code), charset="utf-8", abort_invalid=True)
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        problem = Problem((), say("this is not UTF-8."), say("Save the file in UTF-8."), line=line, column=1)
    except PoFileError as fault:
        what = f"{str(fault).partition(' on ')[0].rstrip('.')}."
        problem = Problem((), say("this is no catalogue: {what}", what=what), tip, line=fault.lineno + 1, column=1)
    except ValueError as fault:
        problem = Problem((), say("this is no catalogue: {fault}.", fault=fault), tip, line=1, column=1)
    raise DatasetError(name, [problem])


def locale_of(code: str) -> Locale:
    """What CLDR knows of a language. Raises `ValueError` where it does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code, sep="-")
    except UnknownLocaleError:
        raise ValueError(f"CLDR knows no language {quoted(code)}") from None


def plural_of(code: str) -> tuple[int, str]:
    """How many plural forms a language has, and which one a number takes."""
    from babel.messages.plurals import get_plural

    found = get_plural(code.replace("-", "_"))
    return found.num_plurals, found.plural_expr


def is_translated(it: Message) -> bool:
    """Whether a message has all of its words, none of them for a human to look at again."""
    return bool(it.id) and not it.fuzzy and all(texts(it))


def texts(it: Message) -> tuple[str, ...]:
    """The words of a message: all plural forms, or the one."""
    return tuple(it.string) if isinstance(it.string, list | tuple) else (it.string or "",)


def ids(it: Message) -> tuple[str, ...]:
    """The English words of a message: singular and plural, or the one."""
    return tuple(it.id) if isinstance(it.id, list | tuple) else (str(it.id),)


def _key(it: Message) -> str:
    return f"{it.context}{CONTEXT}{ids(it)[0]}" if it.context else ids(it)[0]


def _problems(code: str, catalogue: Catalog) -> Iterator[Problem]:
    forms, _ = plural_of(code)
    for message in catalogue:
        if is_translated(message):
            yield from _placeholder_problems(message)
            if message.pluralizable and len(texts(message)) != forms:
                what = say(
                    "{count} plural forms, and {code} has {forms}.",
                    count=len(texts(message)),
                    code=quoted(code),
                    forms=forms,
                )
                yield _of(
                    message, what, say("Write msgstr[0] to msgstr[{forms}], as gettext counts them.", forms=forms - 1)
                )


def _placeholder_problems(it: Message) -> Iterator[Problem]:
    """Placeholders that a translation has lost or added; a plural form may leave the number out."""
    there = {each for text in ids(it) for each in _BRACED.findall(text)}
    for text in texts(it):
        here = set(_BRACED.findall(text))
        optional = {_COUNT} if it.pluralizable else set()
        lost, added = _sorted(there - here - optional), _sorted(here - there)
        if lost and added:
            yield _of(
                it,
                say("{added} stands for {lost}.", added=listed(added), lost=listed(lost)),
                say("A placeholder keeps its English name."),
            )
        elif lost:
            yield _of(it, say("{lost} is lost.", lost=listed(lost)), say("Write it where the value is to stand."))
        elif added:
            tip = say(
                "There {are} {sorted} in English.",
                are="are" if len(there) > 1 else "is",
                sorted=listed(_sorted(there)) or "none",
            )
            yield _of(it, say("{added} has no value.", added=listed(added)), tip)


def _sorted(placeholders: set[str]) -> list[str]:
    return sorted(placeholders, key=lambda each: each.strip("{}"))


def _of(it: Message, what: Said, tip: Said) -> Problem:
    return Problem((), what, tip, line=it.lineno or 1, column=1, subject=quoted(ids(it)[0]))


def files_of_texts(folder: Path, known: tuple[str, ...]) -> Iterator[tuple[Path, Problem | None]]:
    """Each file in a folder that has texts in a language, with what is wrong with its name."""
    return ((file, fault_of_name(file.name, known)) for file in sorted(folder.glob("*.y*ml")))


def fault_of_name(file: str, known: tuple[str, ...]) -> Problem | None:
    """What is wrong with the name of a file that has texts in a language: `de.yaml` is called by its code."""
    code, _, ending = file.rpartition(".")
    if code in known and ending == "yaml":
        return None
    near = code if code in known else _nearest(code, known)
    there = say(
        "There is {known}; scripts/translate begins another one.", known=listed([quoted(each) for each in known], "or")
    )
    what = (
        say("no language {code}.", code=quoted(code)) if code not in known else say('the file has to end with ".yaml".')
    )
    return Problem((), what, say("Name it {value}.", value=quoted(f"{near}.yaml")) if near else there)


def _unknown(code: str, known: tuple[str, ...], where: Place) -> Problem:
    near = _nearest(code, known)
    there = say(
        "There is {known}; .github/CONTRIBUTING.md says how to add one.",
        known=listed([quoted(each) for each in known], "or"),
    )
    tip = say("Did you mean {near}?", near=quoted(near)) if near else there
    return Problem(where, say("no language {code}.", code=quoted(code)), tip)


def _nearest(code: str, known: tuple[str, ...]) -> str:
    """The code that is meant: `German`, `Deutsch` and `de-DE` are `de`."""
    names = {each.casefold(): each for each in known}
    for each in known:
        locale = locale_of(each)
        names |= {str(name).casefold(): each for name in (locale.english_name, locale.display_name)}
    plain = code.casefold().replace("_", "-")
    for begun in (plain, plain.partition("-")[0]):
        if begun in names:
            return names[begun]
    close = difflib.get_close_matches(plain, names, n=1)
    return names[close[0]] if close else ""
