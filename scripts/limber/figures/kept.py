"""Caches what takes long to draw, within a build and between builds."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache, wraps
from typing import Any, TypeVar

_Drawn = TypeVar("_Drawn")
_kept: list[Callable[..., bytes]] = []


def keep_with(made: Callable[..., bytes]) -> None:
    """Cache drawings with `made`, which takes a function that makes an entry, its kind and its inputs."""
    _kept[:] = [made]


def drawn_once(draw: Callable[..., _Drawn]) -> Callable[..., _Drawn]:
    """Cache a drawing function within the process and, if `keep_with` was called, between builds."""

    @cache
    @wraps(draw)
    def drawn(*given: Any) -> _Drawn:
        for made in _kept:
            found: _Drawn = pickle.loads(  # noqa: S301 (our own, and whole: the cache has looked)
                made(lambda: pickle.dumps(draw(*given)), "drawings", draw.__name__, repr(given))
            )
            return found
        return draw(*given)

    return drawn
