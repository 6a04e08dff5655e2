"""Says messages in templates: as HTML, with the text of the message and of its values escaped.

So a translation brings no HTML, and a value can: `_("Read {link} first.", link=…)` is one sentence everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from limber.languages.formats import weekday
from limber.languages.messages import filled, spoken


def gettext(message: str, /, **values: object) -> Markup:
    """A message in the site's language, with these values; those that are markup stay it."""
    return _filled(spoken().translated(message), values)


def pgettext(context: str, message: str, /, **values: object) -> Markup:
    """The same for a message that means something else elsewhere."""
    return _filled(spoken().translated(message, context), values)


def ngettext(singular: str, plural: str, number: float, /, **values: object) -> Markup:
    """The same in the plural form that a number takes."""
    return _filled(spoken().form(singular, plural, number), values)


GLOBALS: Mapping[str, Any] = {"_": gettext, "ngettext": ngettext, "pgettext": pgettext, "weekday": weekday}
"""By the names that templates call them by."""

_APOSTROPHE = str(escape("'"))


def _filled(message: str, values: Mapping[str, object]) -> Markup:
    # An apostrophe ends no attribute, since ours stand in double quotation marks, and it is shorter as it is.
    text = str(escape(message)).replace(_APOSTROPHE, "'")
    return Markup(filled(text, values, escape))  # noqa: S704 (all of it is escaped)
