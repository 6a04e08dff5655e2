"""Lists the pages that the dataset makes, with their titles and descriptions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from limber import wording
from limber.accents import without_accents
from limber.languages.language import ENGLISH
from limber.languages.messages import gettext, spoken
from limber.model.nouns import Dataset, Exercise, Programme, Routine
from limber.previews import text
from limber.previews.text import LinkText


@dataclass(frozen=True, slots=True)
class Page:
    """A page made from records: its component, what names it, the words it is found by, the template around it, where
    that is not a reading page's, and what its link says of a record where it is sent.
    """

    component: str
    id: str | None
    title: str
    description: str
    words: tuple[str, ...] = ()
    template: str = ""
    link: LinkText | None = None

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments of its component."""
        return (self.id,) if self.id is not None else ()

    @property
    def searched(self) -> str:
        """The words that it is found by, in English also as they are typed without accents: for other languages the
        search has spellings of its own.
        """
        words = " ".join(self.words)
        accented = re.findall(r"\w*[^\W\da-zA-Z_]\w*", f"{self.title} {words}") if spoken().code == ENGLISH.code else ()
        plain = {each: without_accents(each) for each in accented}
        return " ".join((words, *(typed for each, typed in plain.items() if typed != each)))


def pages(dataset: Dataset, with_figures: bool = False) -> Mapping[str, Page]:
    """Every page by its path below the content folder, such as `exercises/calf-stretch.md`."""
    figures = Page(
        "figures_page",
        None,
        gettext("Figures"),
        gettext("Every figure in three sizes, to look at while one is written."),
    )
    return {
        **{f"exercises/{id_}.md": _exercise(each) for id_, each in dataset.exercises.items()},
        **{f"routines/{id_}.md": _routine(each) for id_, each in dataset.routines.items()},
        **{f"programmes/{id_}.md": _programme(each) for id_, each in dataset.programmes.items()},
        "timer.md": _timer(dataset),
        "links.md": _links(),
        **_plan(),
        **_paper(dataset),
        **({"figures.md": figures} if with_figures else {}),
    }


def _exercise(it: Exercise) -> Page:
    link = text.of_exercise(it)
    return Page("exercise_page", it.id, it.name, it.description, _of_exercise(it), link=link)


def _routine(it: Routine) -> Page:
    return Page("routine_page", it.id, it.name, it.description, _of_routine(it), link=text.of_routine(it))


def _programme(it: Programme) -> Page:
    return Page("programme_page", it.id, it.name, it.description, _of_programme(it), link=text.of_programme(it))


def _links() -> Page:
    """The list of all links, for a coach to send one."""
    return Page(
        "links_page",
        None,
        gettext("Links for coaches"),
        gettext("The address of every exercise and every routine, to copy and send to a client."),
        (gettext("Copy a link, send it, share it, QR code, permalink."),),
    )


def _of_exercise(it: Exercise) -> tuple[str, ...]:
    """The text in the search index: instructions, body parts, equipment. Not what every page has in common."""
    parts = tuple(dict.fromkeys((*map(wording.region, it.regions), *it.muscles)))
    lists = [f"{wording.capital(wording.listing(parts))}."] if parts else []
    if it.equipment:
        ways = ((need.item, *need.substitutes) for need in it.equipment)
        needs = (wording.listing([wording.within(thing.name) for thing in way], "or") for way in ways)
        lists.append(gettext("With {things}.", things=wording.listing(needs)))
    names = [gettext("Also called {names}.", names=wording.listing(it.also_called, "or"))] if it.also_called else []
    return (it.description, *names, *lists, *it.setup, *it.instructions, *it.cues)


def _of_routine(it: Routine) -> tuple[str, ...]:
    return (
        it.description,
        _sentence(it.audience),
        wording.listing([step.exercise.name for step in it.steps]) + ".",
        *it.why,
    )


def _of_programme(it: Programme) -> tuple[str, ...]:
    routines = dict.fromkeys(session.routine.name for phase in it.phases for session in phase.sessions)
    phases = (f"{phase.name}. {phase.until}" for phase in it.phases)
    return (it.description, _sentence(it.audience), wording.listing(routines) + ".", *phases)


def _sentence(words: str) -> str:
    """The words with a full stop, if they are any and have no end of their own."""
    return f"{words}." if words and words[-1] not in ".!?" else words


def _timer(dataset: Dataset) -> Page:
    """The timer's own page, which lists every routine."""
    return Page(
        "timer_page",
        None,
        gettext("Timer"),
        gettext(
            "Tap Start once, put the phone down and be led through a routine: each exercise, each side, each rest."
        ),
        (
            gettext("Interval timer with sounds: work, rest, rounds."),
            *(f"{it.name}." for it in dataset.routines.values()),
        ),
        template="timer.html",
    )


def _plan() -> Mapping[str, Page]:
    """Where a coach puts a plan together, a client reads it, and both print it: the address holds the plan."""
    about = gettext("Exercises in an order and with doses that a coach has chosen, carried in a link.")
    words = (gettext("Make a plan for a client: choose exercises, doses, sides, rest; send it as a link."),)
    return {
        "plan/index.md": Page("plan_page", None, gettext("Plan"), about, words, template="plan.html"),
        "plan/sheet.md": Page(
            "plan_sheet_page",
            None,
            gettext("Sheet of a plan"),
            gettext("A plan on one sheet to print."),
            template="plan-paper.html",
        ),
        "plan/cards.md": Page(
            "plan_cards_page",
            None,
            gettext("Cards of a plan"),
            gettext("A plan as cards, four to a sheet."),
            template="plan-paper.html",
        ),
    }


def _paper(dataset: Dataset) -> Mapping[str, Page]:
    """The pages for printing."""
    pages = {}

    def add(path: str, component: str, title: str, description: str, id_: str | None = None) -> None:
        pages[f"{path}.md"] = Page(component, id_, title, description, template="paper.html")

    for id_, routine in dataset.routines.items():
        name = routine.name
        add(
            f"sheets/{id_}",
            "sheet_page",
            gettext("Cheat sheet: {name}", name=name),
            gettext("{name} on one sheet to print.", name=name),
            id_,
        )
        add(
            f"sheets/{id_}/large",
            "large_sheet_page",
            gettext("Large-print sheet: {name}", name=name),
            gettext("{name} in large print, at most four exercises to a sheet.", name=name),
            id_,
        )
        add(
            f"cards/{id_}",
            "cards_page",
            gettext("Cards: {name}", name=name),
            gettext("{name} as cards, four to a sheet.", name=name),
            id_,
        )
        add(
            f"cards/{id_}/backs",
            "cards_with_backs_page",
            gettext("Cards with backs: {name}", name=name),
            gettext("{name} as cards with a log on their backs, to print on both sides.", name=name),
            id_,
        )
    for id_, programme in dataset.programmes.items():
        name = programme.name
        add(
            f"programmes/{id_}/sheet",
            "programme_sheet_page",
            gettext("Sheet for the wall: {name}", name=name),
            gettext("The weeks of {name} on one sheet, with boxes to tick.", name=name),
            id_,
        )
    about = gettext("Cards to print, cut out and hand on, for each routine.")
    add("cards/index", "card_list", gettext("Cards"), about)
    return pages
