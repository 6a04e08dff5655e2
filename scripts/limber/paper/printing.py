"""Answers the components for paper: texts, layouts, addresses as words and as QR codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from markupsafe import Markup

from limber import programme_words
from limber.languages.messages import gettext
from limber.languages.other_language import joined
from limber.model.nouns import Dataset, Exercise, Phase, Programme, Routine, Step
from limber.paper import cards, plans, programme_sheets, qr, sheets
from limber.paper.cards import Always, CardStyle
from limber.paper.programme_sheets import ProgrammeSheet
from limber.paper.sheets import Layout
from limber.paper.texts import (
    DISCLAIMER,
    UNSTATED,
    CardTexts,
    SheetTexts,
    card_texts,
    said_of,
    sheet_texts,
    short_steps,
    step_dose,
)


@dataclass(frozen=True)
class Printing:
    """Paper over one dataset. `site_url` is where the site will live, or empty; `with_pdf` whether there are PDFs."""

    dataset: Dataset
    site_url: str = ""
    with_pdf: bool = False
    credit: str = ""
    """Whose site it is and how to reach them, in a line; empty where nobody has said."""
    _layouts: dict[tuple[str, bool], Layout] = field(default_factory=dict, compare=False, repr=False)
    _programmes: dict[str, ProgrammeSheet] = field(default_factory=dict, compare=False, repr=False)

    @property
    def disclaimer(self) -> str:
        """What the site is not."""
        return gettext(DISCLAIMER)

    @property
    def unstated(self) -> str:
        """What stands behind "Not if" where a record does not speak of it."""
        return gettext(UNSTATED)

    @property
    def foot(self) -> str:
        """What stands at the foot of each sheet: whose it is, and what it is not."""
        return " ".join(filter(None, (self.credit, gettext(DISCLAIMER))))

    def texts(self, routine: Routine) -> SheetTexts:
        """The texts of a routine's cheat sheet around its steps."""
        return replace(sheet_texts(self.dataset, routine), credit=self.credit)

    def layout(self, routine: Routine, large: bool = False) -> Layout:
        """The layout of a routine on its cheat sheet."""
        texts = self.texts(routine)  # read each time, so that whoever asks is known to depend on them
        if (routine.id, large) not in self._layouts:  # it is asked for by the notes and by the page
            address = self.address(f"routines/{routine.id}/")
            self._layouts[routine.id, large] = sheets.layout(texts, address, large)
        return self._layouts[routine.id, large]

    def programme(self, it: Programme) -> ProgrammeSheet:
        """The texts and the layout of a programme's sheet for the wall."""
        if it.id not in self._programmes:
            self._programmes[it.id] = ProgrammeSheet(it, self.address(f"programmes/{it.id}/"), self.foot)
        return self._programmes[it.id]

    def programme_facts(self, it: Programme) -> str:
        """How long a programme takes and whom it is for."""
        return programme_sheets.programme_facts(it)

    def phase_texts(self, phase: Phase) -> Sequence[str]:
        """When a phase begins and ends, in sentences."""
        return programme_words.begin_and_end(phase)

    def notes(self) -> Sequence[str]:
        """Notes on routines and programmes that take more than one sheet."""
        return [
            *(note for routine in self.dataset.routines.values() for note in self._notes(routine)),
            *(note for programme in self.dataset.programmes.values() for note in self._notes_on_weeks(programme)),
        ]

    def _notes_on_weeks(self, programme: Programme) -> Iterator[str]:
        texts = self.programme(programme)
        if (needed := len(texts.layout.sheets)) > 1:
            rows = f"{len(texts.rows)} rows of weeks"
            yield (
                f'Note: programme "{programme.id}", line {programme.line}, has {rows}, so its sheet for the wall takes '
                f"{needed} sheets. Growth in fewer weeks, or fewer doses of its own, would make it less."
            )

    def _notes(self, routine: Routine) -> Iterator[str]:
        count = len(routine.steps)
        if (needed := len(self.layout(routine).sheets)) > 1:
            why = "has a long address, from SITE_URL"
            if count > sheets.ON_ONE_SHEET:
                why = f"has {count} exercises"
            elif any(step.group for step in routine.steps):
                why = "has groups, whose rounds take lines of their own"
            yield f'Note: routine "{routine.id}" {why}, so its cheat sheet takes {needed} sheets.'

    def card(self, exercise: Exercise, step: Step | None = None, of: str = "") -> CardTexts:
        """The texts of an exercise's card, with the dose of a step of the routine that `of` names, if it is given."""
        return card_texts(self.dataset, exercise, step, of)

    def step_dose(self, step: Step) -> tuple[Sequence[str], Sequence[str]]:
        """The doses of a step in words, with what stands around it."""
        return step_dose(step)

    def short_steps(self, exercise: Exercise) -> Sequence[str]:
        """What to do in a few words, step by step."""
        return short_steps(exercise)

    def said_of(self, step: Step, with_cue: bool) -> str:
        """What a sheet says of a step beside its dose: its note, or else its cue, if cues have room."""
        return said_of(step, with_cue)

    def card_style(self, chosen: Iterable[Exercise | Step], of: str = "") -> CardStyle:
        """The sizes of type and of figures of a set of cards, of exercises or of the steps of the routine `of`."""
        texts, addresses, drawn = [], [], False
        for each in chosen:
            exercise, step = (each.exercise, each) if isinstance(each, Step) else (each, None)
            texts.append(self.card(exercise, step, of))
            addresses.append(self.card_address(exercise))
            drawn = drawn or exercise.has_picture
        return cards.style(texts, addresses, drawn)

    @property
    def card_stop(self) -> Sequence[str]:
        """The labels of facts that stand in the bar of a card."""
        return cards.IN_BAR

    def card_address(self, exercise: Exercise) -> str:
        """The short address of an exercise as text, which one types where no code can be read."""
        return self.address(exercise.short_path)

    def card_front(self, texts: CardTexts, exercise: Exercise, style: CardStyle) -> Mapping[str, str]:
        """The facts on the front of a card, by label: as many as it has room for."""
        return cards.filled(texts, self.card_address(exercise), style)

    def card_always(self, routine: Routine, style: CardStyle, of: str) -> Always:
        """What all cards of a routine say where the paper has room for it: when to stop at once, and how often."""
        texts = [(self.card(it.exercise, it, of), self.card_address(it.exercise)) for it in routine.steps]
        return cards.always(routine.how_often, joined(routine.stop_signs), cards.room(texts, style))

    def card_back(self, texts: CardTexts) -> Mapping[str, str]:
        """The facts on the back of a card, by label."""
        return cards.back(texts.facts)

    def card_name(self, exercise: Exercise) -> tuple[str, int]:
        """An exercise's name on its card, in full if one line has room for it, and its size in points."""
        names = ((each, cards.name_size(each)) for each in (exercise.name, exercise.short_name))
        return next(((name, size) for name, size in names if size), (exercise.short_name, cards.NAMES[-1]))

    def without_routine(self) -> Sequence[Exercise]:
        """Exercises in no routine, whose cards are in no set."""
        used = {step.exercise.id for routine in self.dataset.routines.values() for step in routine.steps}
        return [each for id_, each in self.dataset.exercises.items() if id_ not in used]

    def plan_measures(self) -> Mapping[str, object]:
        """What paper has in common with that of plans, which a script lays out."""
        return plans.measures()

    def address(self, path: str) -> str:
        """An address as text; empty without an address of the site."""
        return urljoin(self.site_url, path).removeprefix("https://").rstrip("/") if self.site_url else ""

    def code(self, path: str) -> Markup:
        """An address as a QR code."""
        return Markup(qr.svg(urljoin(self.site_url, path)))  # noqa: S704 (segno's own drawing; it holds no text)
