"""Finds ranges that run downward or end where they begin."""

from __future__ import annotations

from collections.abc import Iterator

from limber.dataset.problem import Place, Problem, say
from limber.dataset.rules.tables import Record


def downward(where: Place, amount: Record) -> Iterator[Problem]:
    """The problem of a range whose most is not more than its least."""
    least, most = amount.get("min"), amount.get("max")
    if least is None or most is None or least < most:
        return
    if least == most:
        yield Problem(
            (*where, "max"),
            say("the range goes from {least} to {most}.", least=least, most=most),
            say("Write the number alone: {least}.", least=least),
        )
    else:
        yield Problem(
            (*where, "max"),
            say("the range runs downward, from {least} to {most}.", least=least, most=most),
            say("The least comes first: {min: {most}, max: {least}}.", most=most, least=least),
        )
