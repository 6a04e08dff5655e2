"""Has elements say the language of texts in another one than the page, and the direction where that is another, too.

It is said by the element that holds the text alone, or by a `span` around it. In an attribute of its own no language
can be said.
"""

from __future__ import annotations

import re
from functools import cache

from limber.languages.messages import spoken
from limber.languages.other_language import BEGIN, END, MIDDLE

_TAG = re.compile(r"<!--.*?-->|<(script|style)\b[^>]*>.*?</\1>|<[^>]*>", re.DOTALL)
_LANG = rf"{BEGIN}(?P<lang>[\w-]*){MIDDLE}"
_ONE = rf"{_LANG}(?P<text>[^{BEGIN}{END}<]*){END}"
_ALONE = re.compile(rf"(?P<tag><(?P<name>[a-zA-Z][\w-]*)[^<>]*)(?P<end>>\s*){_ONE}(?=\s*</(?P=name)>)")
_AMONG = re.compile(_ONE)
_NEXT = re.compile(rf"{END}( *){BEGIN}[\w-]*{MIDDLE}")  # a build has one language besides that of its pages
_DESCRIBED = re.compile(rf'(?P<tag><(?:svg|img|video))\b[^>]*\b(?:aria-label|alt)="{_LANG}')
_WITHIN = "<{2} {0}>{1}</{2}>"
_SIGNS = re.compile(rf"{BEGIN}[\w-]*{MIDDLE}|{END}")


def marked(html: str) -> str:
    """HTML whose elements say the language of such texts."""
    if BEGIN not in html:
        return html
    html = _NEXT.sub(r"\1", _TAG.sub(_of_tag, html))
    html = _ALONE.sub(lambda it: f"{it['tag']} {attributes(it['lang'])}{it['end']}{it['text']}", html)
    return _SIGNS.sub("", _AMONG.sub(lambda it: _WITHIN.format(attributes(it["lang"]), it["text"], "span"), html))


def attributes(lang: str, around: str = "") -> str:
    """What an element says of a text in this language; both by their codes, `around` where that is not the page's."""
    direction = direction_of(lang)
    turns = direction != direction_of(around or spoken().code)
    return f'lang="{lang}"' + (f' dir="{direction}"' if turns else "")


def direction_of(lang: str) -> str:
    """`ltr` or `rtl`, by the code of a language."""
    return spoken().direction if lang == spoken().code else _known_direction(lang)


@cache
def _known_direction(lang: str) -> str:
    from babel import Locale  # imported late: most pages have no such text

    return "rtl" if Locale.parse(lang, sep="-").character_order == "right-to-left" else "ltr"


def _of_tag(found: re.Match[str]) -> str:
    """A tag without such marks; a picture that such a text alone describes says the language."""
    tag = _SIGNS.sub("", found[0])
    told = _DESCRIBED.match(found[0])
    return f"{told['tag']} {attributes(told['lang'])}{tag[len(told['tag']) :]}" if told else tag
