"""A dataset that was found sound, with what is remembered of the file that it was read from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from limber.dataset.yaml.reading import Reading
from limber.model.nouns import Dataset


class Loaded:
    """`text` is that of the file; its `reading` is for when the file is saved again, and is asked for no sooner."""

    def __init__(self, dataset: Dataset, text: str, reading: Callable[[], Reading]) -> None:
        self.dataset, self.text, self._read = dataset, text, reading

    @cached_property
    def reading(self) -> Reading:
        """What the file said, record by record, with their lines."""
        return self._read()
