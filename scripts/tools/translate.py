"""Brings new messages of the source and new texts of the data into the files of languages, and says what each lacks.

Translations, their comments and the head of a file stay. A message that the source no longer has moves to the end, and
one that is like it takes its words and is marked as fuzzy: it counts as missing until somebody has looked at it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from limber.build_cache import BuildCache
from limber.dataset import load, record_texts, site_file, translations
from limber.dataset.problem import DatasetError
from limber.languages import catalogues
from limber.model.site import Site
from tools import language_texts, messages


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
        for code in wanted:
            _texts_brought(code, only_look="--check" in given, begins=code in given)
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


def _texts_brought(code: str, *, only_look: bool, begins: bool) -> None:
    """Update the texts of the data in a language, or begin them, unless they are only looked at; and say what they
    lack. The library's are updated where somebody has begun them: it is Limber's.
    """
    data, content = messages.ROOT / "data", messages.ROOT / "content"
    site = site_file.load(data / "site.yaml")
    for dataset, of in ((data / "exercises.yaml", site), (data / "library", Site())):
        file = record_texts.folder_beside(dataset) / f"{code}.yaml"
        may_begin = begins and not only_look and dataset.is_file()
        if not dataset.exists() or not (file.exists() or may_begin):
            continue
        found = load.loaded(dataset, content)
        language = catalogues.language(code, messages.FOLDER, BuildCache())
        if not only_look:
            file.parent.mkdir(exist_ok=True)
            file.write_text(language_texts.begun(found, of, file, language), "utf-8", newline="\n")
        made = translations.translated(found, of, file, code, language, content)
        for each in made.notes:
            print(f"Note: {each.said(load.display_path(file))}")
        print(f"{load.display_path(file)}: {made.whole} of {made.all} records.")


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
