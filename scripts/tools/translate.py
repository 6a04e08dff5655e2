"""Brings new messages of the source into the catalogues of languages, and says what each lacks.

Translations, their comments and the head of a file stay. A message that the source no longer has moves to the end, and
one that is like it takes its words and is marked as fuzzy: it counts as missing until somebody has looked at it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from limber.dataset.problem import DatasetError
from limber.languages import catalogues
from tools import messages


def main() -> None:
    """`translate [--check] [CODE …]`: without a code, all languages that there are."""
    given = sys.argv[1:]
    wanted = [each for each in given if each != "--check"] or [
        each.stem for each in sorted(messages.FOLDER.glob("*.po"))
    ]
    template = messages.template()
    try:
        for code in wanted:
            _brought(template, "--check" in given, code)
    except (DatasetError, ValueError) as fault:
        sys.exit(f"{fault}".removesuffix("\nNothing was built."))


def _brought(template: Catalog, only_look: bool, code: str) -> None:
    """Update the catalogue of a language, or begin it, unless it is only looked at; and say what it lacks."""
    file = messages.FOLDER / f"{code}.po"
    if only_look or file.exists():
        catalogues.read(code, file.read_bytes())
    found = catalogues.parsed(file.read_bytes(), file.name, code) if file.exists() else Catalog(locale=_in_babel(code))
    found.update(template)
    if not only_look:
        file.write_text(_head(file, code) + messages.said(found), "utf-8")
    lacking = [*missing(found)]
    name = file.relative_to(messages.ROOT)
    for words in lacking:
        print(f'Note: {name} lacks "{words}"; pages say it in English.')
    print(f"{name}: {len(found) - len(lacking)} of {len(found)} messages.")


def missing(catalogue: Catalog) -> Iterator[str]:
    """The English words of each message that a catalogue lacks."""
    return (catalogues.ids(each)[0] for each in catalogue if each.id and not catalogues.is_translated(each))


def _in_babel(code: str) -> str:
    return str(catalogues.locale_of(code))


def _head(file: Path, code: str) -> str:
    """What stands above the first message of a file: as it is there, or for a new one."""
    if file.exists():
        return file.read_text("utf-8").replace("\r\n", "\n").partition("\n\n")[0] + "\n\n"
    forms, plural = catalogues.plural_of(code)
    language = str(catalogues.locale_of(code).english_name)
    about = "Write the words of each message behind msgstr; what stands in braces stays as it is."
    return messages.HEAD.format(language=language, about=about, code=code, plural=f"nplurals={forms}; plural={plural};")


if __name__ == "__main__":
    main()
