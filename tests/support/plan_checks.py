"""Computes the checksum at the end of a plan's link, independently of the site."""

from __future__ import annotations

from functools import reduce

FIGURES = "0123456789abcdefghijklmnopqrstuvwxyz"


def checked(link: str) -> str:
    """A link as it was written before there were checks, as it is written now: `#1.br` is `#1c.br.` and its check."""
    head, dot, rest = link.removeprefix("#").partition(".")
    text = f"{head}c{dot}{rest}"
    number = reduce(lambda sum_, sign: (sum_ * 31_337 + ord(sign)) % 466_553, text, 0)
    return f"#{text}.{''.join(FIGURES[number // 36**place % 36] for place in (3, 2, 1, 0))}"
