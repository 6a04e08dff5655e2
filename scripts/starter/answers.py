"""What is asked about a new site, and its data/site.yaml as text."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from limber.dataset import site_file
from limber.dataset.problem import DatasetError, Problem

MARK = "mark.svg"
HEAD = """\
# yaml-language-server: $schema=site.schema.json
# Whose site this is. Each page, sheet, icon and file takes it from here; what is left out is not shown.
"""
FOOT = """\
# person: older # whom the figures show: without this line somebody of average build, else broad or older
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `key` is that of data/site.yaml, with a dot before one that stands below another."""

    flag: str
    key: str
    words: str


QUESTIONS = (
    Question("name", "name", "What is the site called?"),
    Question("description", "description", "What is it, in a sentence?"),
    Question("coach", "coach.name", "Your name?"),
    Question("credentials", "coach.credentials", "Your qualifications, such as PT, DPT?"),
    Question("email", "contact.email", "Your address for mail, if pages may show it?"),
    Question("phone", "contact.phone", "Your telephone number, if pages may show it?"),
    Question("page", "contact.page", "Your web page?"),
    Question("brand", "colours.brand", "The colour of headings and buttons, such as #1f4d3a?"),
    Question("accent", "colours.accent", "A second colour, for things and warnings, such as #9c4219?"),
    Question("mark", "mark", "One to three letters as a mark, or the path of an SVG file?"),
    Question("licence", "licence", "Whose are the texts? A line for the foot of each page."),
)


def text(said: Mapping[str, str], featured: str) -> str:
    """The file, from answers by flag; what is empty is left out."""
    lines = [HEAD]
    above = ""
    for key, answer in _answered(said, featured):
        table, _, inner = key.rpartition(".")
        if table and table != above:
            lines.append(f"{table}:\n")
        above = table
        lines.append(f"{'  ' if table else ''}{inner}: {quoted(answer)}\n")
    lines.append(FOOT)
    return "".join(lines)


def problems(said: Mapping[str, str], mark: bytes = b"") -> list[Problem]:
    """What is wrong with the answers, as each build would tell it; `mark` is the content of a drawing."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "site.yaml"
        file.write_text(text(said, ""), "utf-8")
        if mark:
            (Path(folder) / MARK).write_bytes(mark)
        try:
            site_file.load(file)
        except DatasetError as unsound:
            return list(unsound.problems)
    return []


def quoted(answer: str) -> str:
    """A text as YAML takes it in the head of a page."""
    return json.dumps(answer, ensure_ascii=False)


def as_markdown(answer: str) -> str:
    """A text in which Markdown, HTML and macros find nothing to do."""
    return "".join(f"&#{ord(each)};" if each in "&<>*_`[]{}#\\|~!:" else each for each in answer)


def _answered(said: Mapping[str, str], featured: str) -> Iterator[tuple[str, str]]:
    for question in QUESTIONS:
        if (answer := said.get(question.flag, "")) and (question.flag != "credentials" or said.get("coach")):
            yield question.key, answer
    if featured:
        yield "featured", featured
