"""The Content-Security-Policy of each kind of page.

Each page declares its policy in a meta element, so that it holds on every host. A host can also send `header`, the
union of what the pages allow: a browser enforces both, so that it restricts no page further.

Inline scripts are allowed by the hashes of our own partials, never by the content of a built page: a script that was
injected by a fault of ours would be allowed as well.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from limber.site.html_text import unindented

SCHEME, TRUSTED = "scheme.html", "trusted-texts.html"
CHOICE = "language-choice.html"
OF_READER = f"{CHOICE} language-of-reader.html"
_SCRIPTS = (SCHEME, TRUSTED, CHOICE, OF_READER)
"""The partials of each script that stands in pages: a file of its own would come too late, or cost a request."""

NONE, SELF = "'none'", "'self'"
_EVERY = {
    "default-src": NONE,
    "script-src": SELF,
    "style-src": SELF,
    "img-src": SELF,
    "media-src": NONE,
    "connect-src": SELF,
    "manifest-src": SELF,
    "worker-src": SELF,
    "base-uri": NONE,
    "form-action": NONE,
}
_TYPES = {"require-trusted-types-for": "'script'", "trusted-types": NONE}


class Kind(NamedTuple):
    """What one kind of page allows in addition to what every page allows."""

    inline: tuple[str, ...] = (SCHEME,)
    images: str = SELF
    media: str = NONE
    types: str = NONE
    languages: tuple[str, ...] = ()
    """What it has inline beside these on a site of several languages."""


KINDS: Mapping[str, Kind] = {
    # Material draws its icons from data addresses. A page may hold a timer, whose track is a file made in the page.
    "reading": Kind(
        (SCHEME, TRUSTED), f"{SELF} data:", f"{SELF} blob:", "default limber-heartbeat limber-worker", (CHOICE,)
    ),
    "timer": Kind(media=f"{SELF} blob:", types="limber-heartbeat limber-worker", languages=(OF_READER,)),
    "plan": Kind(types="limber-worker", languages=(OF_READER,)),
    "paper": Kind(types="limber-worker"),
    "redirect": Kind(inline=()),
    "offline": Kind(inline=()),
}


class Policies:
    """The policies of a site of one language or `several`; `partials` is the folder with its inline scripts."""

    def __init__(self, partials: Path, several: bool = False) -> None:
        self._hashes = {
            names: _hash("".join(_body((partials / each).read_text("utf-8")) for each in names.split()))
            for names in _SCRIPTS
        }
        self._several = several

    def of(self, kind: str) -> str:
        """The policy in the meta element of a page of this kind."""
        it = KINDS[kind]
        inline = (*it.inline, *it.languages) if self._several else it.inline
        scripts = " ".join([SELF, *(self._hashes[name] for name in inline)])
        own = {"script-src": scripts, "img-src": it.images, "media-src": it.media}
        return _text(_EVERY | own | _TYPES | {"trusted-types": it.types})

    @property
    def header(self) -> str:
        """The policy in the response header of every file. Only a header can forbid framing, and it does.

        Trusted Types are left to the pages: a worker, too, would hear of them here, and Material's loads its languages.
        """
        together = dict(_EVERY)
        for kind in KINDS:
            for rule in self.of(kind).split("; "):
                name, _, sources = rule.partition(" ")
                if name in together:
                    together[name] = _together(together[name], sources)
        return _text(together | {"frame-ancestors": NONE})


def _together(one: str, other: str) -> str:
    found = [each for each in dict.fromkeys([*one.split(), *other.split()]) if each != NONE]
    return " ".join(found) or NONE


def _text(rules: Mapping[str, str]) -> str:
    """The policy as text. Directives equal to `default-src` are left out: some pages have few bytes to spare."""
    said = ((name, sources) for name, sources in rules.items() if (name, sources) != ("media-src", NONE))
    return "; ".join(f"{name} {sources}" for name, sources in said)


def _body(partial: str) -> str:
    """The script in a partial, or the part of one that the partial is, behind its comment."""
    if "<script" in partial:
        return partial[partial.index(">", partial.index("<script")) + 1 : partial.rindex("</")]
    return partial[partial.index("-#}") + 3 :].strip()


def _hash(script: str) -> str:
    """The hash source of a script."""
    digest = hashlib.sha256(unindented(script).encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
