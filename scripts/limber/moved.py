"""Addresses that records had before, and the pages that are there for them now; knows no builder and no HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from limber.model import Dataset
from limber.pages import Page


@dataclass(frozen=True, slots=True)
class Move:
    """From an old address to the one that it leads to, both below the site's root, and the title found there."""

    old: str
    now: str
    title: str


def moves(pages: Mapping[str, Page], dataset: Dataset) -> Iterator[Move]:
    """Each page of a record has its id as the second part of its address, `cards/morning/backs/`; so it had before."""
    for path, page in pages.items():
        address = path.removesuffix(".md") + "/"
        kind, _, rest = address.partition("/")
        record = (dataset.exercises if kind == "exercises" else dataset.routines).get(page.id or "")
        if record and rest.startswith(f"{record.id}/"):
            for old in record.old_ids:
                yield Move(f"{kind}/{old}{rest.removeprefix(record.id)}", address, page.title)
