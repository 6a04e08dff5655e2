"""A valid dataset together with the text and the data that it was read from, for incremental loading."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING

from limber.model.nouns import Dataset

if TYPE_CHECKING:
    from limber.dataset.yaml.reading import Reading


class Loaded:
    """The dataset, the `text` of its file, and on demand its `reading`, which is needed once the file is edited.

    `unwritten` are the ids of exercises in which something stands for what they do not say yet.
    """

    def __init__(
        self, dataset: Dataset, text: str, reading: Callable[[], Reading], unwritten: Collection[str] = ()
    ) -> None:
        self.dataset, self.text, self._read, self.unwritten = dataset, text, reading, unwritten

    @cached_property
    def reading(self) -> Reading:
        """The plain data of the file, with the line of each record."""
        return self._read()
