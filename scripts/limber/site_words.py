"""Words whose site this is: the coach, ways to reach them, the last review."""

from __future__ import annotations

from collections.abc import Sequence

from limber import wording
from limber.languages.messages import gettext
from limber.model.site import Site


def coach(it: Site) -> str:
    """`Kim Hale, PT, DPT`; empty where no coach is named."""
    return ", ".join(filter(None, (it.coach.name, it.coach.credentials)))


def contacts(it: Site) -> Sequence[tuple[str, str]]:
    """Ways to reach the coach: each as it reads and as a link."""
    ways = (
        (it.contact.email, f"mailto:{it.contact.email}"),
        (it.contact.phone, f"tel:{''.join(each for each in it.contact.phone if each in '+0123456789')}"),
        (it.contact.page.removeprefix("https://").rstrip("/"), it.contact.page),
    )
    return [(text, link) for text, link in ways if text]


def coach_with_contacts(it: Site) -> str:
    """`Kim Hale, PT, DPT, kim@example.org`; empty where the site says none of it."""
    return ", ".join(filter(None, (coach(it), *(text for text, _ in contacts(it)))))


def reviewed(it: Site) -> str:
    """`Reviewed 22 November 2026.`; empty where nobody has said."""
    return gettext("Reviewed {day}.", day=wording.day(it.reviewed)) if it.reviewed else ""


def credit(it: Site) -> str:
    """All of it in a line for paper: `Kim Hale, PT, DPT, kim@example.org. Reviewed 22 November 2026.`"""
    who = coach_with_contacts(it)
    return " ".join(filter(None, (f"{who.rstrip('.')}." if who else "", reviewed(it))))
