"""What the components for paper ask: texts, layouts, addresses as words and as QR codes; holds no HTML of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from markupsafe import Markup

from limber import paper, paper_sheets, paper_texts, qr
from limber.model import Dataset, Exercise, Routine
from limber.paper_sheets import Layout
from limber.paper_texts import CardTexts, SheetTexts


@dataclass(frozen=True)
class Printing:
    """Paper over one dataset. `site_url` is where the site will live, or empty; `with_pdf` whether there are PDFs."""

    dataset: Dataset
    site_url: str = ""
    with_pdf: bool = False

    def texts(self, routine: Routine) -> SheetTexts:
        """What a routine's cheat sheet says around its steps."""
        return paper_texts.sheet_texts(self.dataset, routine)

    def layout(self, routine: Routine, large: bool = False) -> Layout:
        """How a routine lies on its cheat sheet."""
        return paper_sheets.layout(self.texts(routine), self.address(f"routines/{routine.id}/"), large)

    def notes(self) -> Sequence[str]:
        """What a coach should hear of: routines that are too long for one sheet."""
        return [
            f'Note: routine "{id_}" has {len(routine.steps)} exercises, so its cheat sheet takes '
            f"{len(self.layout(routine).sheets)} sheets."
            for id_, routine in self.dataset.routines.items()
            if len(routine.steps) > paper_sheets.ON_ONE_SHEET
        ]

    def card(self, exercise: Exercise) -> CardTexts:
        """What an exercise's card says below its dose."""
        return paper_texts.card_texts(self.dataset, exercise)

    def card_size(self, exercises: Iterable[Exercise]) -> float:
        """The size of type, in points, of a set of cards."""
        these = list(exercises)
        longest = max((self.address(f"exercises/{each.id}/") for each in these), key=len, default="")
        return paper.card_size([self.card(each) for each in these], longest)

    def without_routine(self) -> Sequence[Exercise]:
        """Exercises that stand in no routine, so that no set of cards has theirs."""
        used = {step.exercise.id for routine in self.dataset.routines.values() for step in routine.steps}
        return [each for id_, each in self.dataset.exercises.items() if id_ not in used]

    def address(self, path: str) -> str:
        """An address in words, or nothing while nobody knows where the site will live."""
        return urljoin(self.site_url, path).removeprefix("https://").rstrip("/") if self.site_url else ""

    def code(self, path: str) -> Markup:
        """An address as a QR code."""
        return Markup(qr.svg(urljoin(self.site_url, path)))  # noqa: S704 (segno's own drawing; it holds no text)
