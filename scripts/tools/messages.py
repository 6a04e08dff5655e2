"""Collects the messages of the source for translators: of Python, of templates and of scripts.

No line numbers, which would change with every edit, and no dates: the same source makes the same file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from limber.languages import catalogues, script_messages

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "overrides" / "languages"
FILE = FOLDER / catalogues.TEMPLATE
HEAD = """# Messages of Limber in {language}. Copyright Limber contributors; under the licence of Limber.
# {about}
#
msgid ""
msgstr ""
"Project-Id-Version: Limber\\n"
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
_KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_noop": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_JINJA = {"silent": "false", "trimmed": "true"}
Found = tuple[str, tuple[str, ...], Sequence[str], str]
"""The file of a message, its words, the comments for translators, and its context."""


def content() -> str:
    """What messages.pot has to hold."""
    about = "Written by scripts/generate. scripts/translate brings it into the catalogue of each language."
    head = HEAD.format(language="English", about=about, code="en", plural="nplurals=2; plural=(n != 1);")
    return head + said(template())


def template() -> Catalog:
    """All messages of the source, in the order of their files."""
    found = Catalog()
    for path, words, comments, context in (*_of_python(), *_of_templates(), *_of_scripts()):
        id_ = words if len(words) > 1 else words[0]
        found.add(id_, locations=[(path, 0)], auto_comments=comments, context=context or None)
    return found


def said(catalogue: Catalog) -> str:
    """The messages of a catalogue as a file has them below its head."""
    written = BytesIO()
    write_po(written, catalogue, width=100, omit_header=True, include_lineno=False, sort_by_file=False)
    return written.getvalue().decode()


def _of_python() -> Iterator[Found]:
    for path in sorted((ROOT / "scripts" / "limber").rglob("*.py")):
        yield from _extracted("python", path)


def _of_templates() -> Iterator[Found]:
    overrides = ROOT / "overrides"
    for path in sorted((*overrides.rglob("*.html"), *overrides.glob("*.webmanifest"))):
        yield from _extracted("jinja2", path, **_JINJA)


def _extracted(method: str, path: Path, **options: Any) -> Iterator[Found]:
    with path.open("rb") as file:
        tags = [script_messages.TRANSLATORS]
        for _, words, comments, context in extract(method, file, _KEYWORDS, tags, options, strip_comment_tags=False):
            yield _name(path), words if isinstance(words, tuple) else (words,), comments, context or ""


def _of_scripts() -> Iterator[Found]:
    for path in sorted((ROOT / "overrides" / "scripts").rglob("*.js")):
        try:
            for each in script_messages.messages(path.read_text("utf-8")):
                yield _name(path), each.words, each.comments, each.context
        except script_messages.ScriptError as fault:
            raise SystemExit(f"{_name(path)}:{fault}") from None


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
