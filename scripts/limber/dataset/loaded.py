"""A valid dataset together with the text and the data that it was read from, for incremental loading."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from limber.model.nouns import Dataset

if TYPE_CHECKING:
    from limber.dataset.yaml.reading import Reading


class Loaded:
    """The dataset, the `text` of its file, and on demand its `reading`, which is needed once the file is edited."""

    def __init__(self, dataset: Dataset, text: str, reading: Callable[[], Reading]) -> None:
        self.dataset, self.text, self._read = dataset, text, reading

    @cached_property
    def reading(self) -> Reading:
        """The plain data of the file, with the line of each record."""
        return self._read()
