"""A mapping from path to text in which each text is made on first access."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping


class LazyTexts(Mapping[str, str]):
    """The texts made by `makers`. None is cached, so that iterating holds one text at a time."""

    def __init__(self, makers: Mapping[str, Callable[[], str]]) -> None:
        self._makers = makers

    def __getitem__(self, path: str) -> str:
        return self._makers[path]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
