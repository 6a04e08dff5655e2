"""Begins or updates the file of a language's texts, data/languages/<code>.yaml: each below its source.

What is there stays. A text whose source has changed since it was written keeps the source that it was written for.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from limber.dataset import language_file, record_texts
from limber.dataset.loaded import Loaded
from limber.dataset.problem import Place
from limber.dataset.written_out import written_out
from limber.dataset.yaml.reader import read
from limber.dataset.yaml.source import display_path, text_of
from limber.languages.language import Language
from limber.model.site import Site

_HEAD = """\
# The texts of data/ in {language}. Write each behind its colon or its hyphen; what stands above it is its source.
# A text with {{side}} says the words for both sides there, the right one first: {{side: …, …}}, {{other_side: …, …}}.
# Some stand behind a label, in a form that goes with it: stop_signs behind "{stop}",
# contraindications behind "{leave_out}", and what one feels here behind "{felt}".
# scripts/translate {code} brings in what is new. A record is shown in {language} once it has all of its texts."""

_LABELS = {"stop": "Stop if", "leave_out": "Not if", "felt": "Feel it"}
"""What stands before texts, of cards in `paper/cards.py`."""


def begun(found: Loaded, site: Site, file: Path, language: Language) -> str:
    """The text of the file of a language, with every text of the dataset: what is there stays, and what is not is left
    empty. Raises `DatasetError` where it is no YAML.
    """
    data, _ = written_out(found.reading.data)
    sources = {at: text for _, _, texts in record_texts.of_data(data) for at, (_, text) in texts.items()}
    at_all = ((record_texts.SITE,), record_texts.of_site(site))
    sources |= {at: text for at, _, text in record_texts.of_record(*at_all)}
    name, texts, before = display_path(file), {}, {}
    labels = {key: language.translated(label) for key, label in _LABELS.items()}
    head = _HEAD.format(language=language.name, code=language.code, **labels)
    if file.exists():
        text = text_of(file, name)
        given = read(text, name).data or {}
        comments = language_file.sources_said(text, name)
        for place in sources:
            if (said := _there(given, place)) not in (None, ""):
                texts[place] = said
                now, was = comments.get(place, ("", ""))
                if was or now:
                    before[place] = was or now
        head = "\n".join(each for each in re.match(r"(?:#.*\n)*", text)[0].splitlines()) or head  # type: ignore[index]
    return language_file.written(head, record_texts.nested(sources), texts, before)


def _there(value: Any, place: Place) -> Any:
    """What is at a place, or nothing where there is no such place."""
    for part in place:
        if isinstance(value, dict) and isinstance(part, str):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value
