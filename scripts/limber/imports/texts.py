"""Takes sentences and lists out of cells and of HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from limber.imports.draft import clean

MOST = 200  # characters of a text, as in the schema
_MARK = re.compile(r"^\s*(?:[-*•·–—▪‣]|\(?\d{1,2}[.):]|[a-z]\)|\[[ xX]?\]|step \d+:?)\s+", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜÉÁ¿¡])")


def texts(cell: str) -> list[str]:
    """The texts of a cell: its lines, its points, or else its sentences."""
    lines = [each for each in re.split(r"[\n\r]+|;\s", cell) if each.strip()]
    if len(lines) == 1:
        lines = re.split(r"\s+(?=\(?\d{1,2}[.)]\s)", lines[0])
    if len(lines) == 1:
        lines = _END.split(lines[0])
    return [text for line in lines for text in sentences(without_mark(line))]


def sentences(line: str) -> list[str]:
    """A line in one text where it is short enough, else by sentences; a sentence that is too long stays whole."""
    line = clean(line)
    if len(line) <= MOST:
        return [line] if line else []
    return [each for each in map(clean, _END.split(line)) if each]


def without_mark(line: str) -> str:
    """A line without the sign or number of a list before it."""
    return _MARK.sub("", line, count=1).strip()


def lines_of_html(markup: str) -> list[str]:
    """The texts of HTML, by paragraph and point of a list; of plain text, its lines and sentences."""
    reader = _Reader()
    try:
        reader.feed(markup)
        reader.close()
    except (AssertionError, ValueError):
        return texts(markup)
    return texts("\n".join(clean(each) for each in "".join(reader.parts).split("\n") if clean(each)))


class _Reader(HTMLParser):
    """Gathers the text, with a line break for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (as it is called)
        if tag in {"script", "style"}:
            self.silent += 1
        if tag not in {"a", "b", "strong", "i", "em", "u", "span", "sub", "sup"}:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self.silent = max(0, self.silent - 1)
        if tag in {"p", "li", "ul", "ol", "div"}:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))
