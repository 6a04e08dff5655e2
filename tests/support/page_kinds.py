"""One address for each kind of page that a visitor can meet, and for those that differ most within a kind.

Knows no record by its name: where the data has none of a kind, a plainer page of that sort stands in for it.
"""

from __future__ import annotations

from playwright.sync_api import Page

from limber.model.nouns import Dataset, Exercise, Routine
from plan_checks import checked

KINDS = (
    "home",
    "routine list",
    "routine",
    "short routine",
    "exercise list",
    "exercise",
    "exercise with an alternative dose",
    "equipment",
    "safety",
    "lost",
    "timer",
    "links",
    "other programs",
    "cheat sheet",
    "large-print sheet",
    "cards",
    "cards with backs",
    "card list",
    "plan to make",
    "plan to change",
    "plan to read",
    "plan that is none",
)


ALIKE = {"short routine", "exercise with an alternative dose"}
"""Kinds with other words in the parts of another kind: what one look finds of parts, it finds there."""
DIFFERENT = tuple(kind for kind in KINDS if kind not in ALIKE)

LEAVE = """() => {
    if (!location.protocol.startsWith("http")) return;
    history.replaceState(null, "", "?left");
    history.replaceState = history.pushState = () => {};
}"""


def addresses(dataset: Dataset) -> dict[str, str]:
    """The address of a page of each kind."""
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    short = next((each for each in dataset.routines.values() if each.core_of), whole)
    plain = max(dataset.exercises.values(), key=_substitutes)
    either = next((each for each in dataset.exercises.values() if each.goal.alternative), plain)
    found = (
        "",
        "routines/",
        f"routines/{whole.id}/",
        f"routines/{short.id}/",
        "exercises/",
        f"exercises/{plain.id}/",
        f"exercises/{either.id}/",
        "equipment/",
        "safety/",
        f"exercises/{mistyped(plain.id)}/",
        "timer/",
        "links/",
        "for-programs/",
        f"sheets/{whole.id}/",
        f"sheets/{whole.id}/large/",
        f"cards/{whole.id}/",
        f"cards/{whole.id}/backs/",
        "cards/",
        "plan/",
        f"plan/?edit{plan(whole)}",
        f"plan/{plan(whole)}",
        "plan/#2.ab",
    )
    return dict(zip(KINDS, found, strict=True))


def plan(routine: Routine) -> str:
    """A routine's exercises as the fragment of a plan, the first with a dose and a side of its own, with both texts."""
    codes = [step.exercise.code for step in routine.steps]
    return checked(f"#1.{'.'.join([f'{codes[0]}3x45hr30l', *codes[1:]])}.t=Week-1.n=Slowly-at-first")


def shown(page: Page, address: str) -> None:
    """Opens an address and waits for what a script shows there."""
    if "#" in page.url:
        leave(page)
    page.goto(address)
    if page.locator("[data-view]").count():
        page.locator("[data-view]:visible").wait_for()


def leave(page: Page) -> None:
    """Gives a page an address that nobody asks for, so that whichever is asked for next is loaded.

    For another fragment alone no page is. To go to an empty page meanwhile takes as long as to go to the next.
    """
    page.evaluate(LEAVE)


def mistyped(id_: str) -> str:
    """An id as someone types it who misses the last key but one."""
    return id_[:-2] + id_[-1]


def _substitutes(exercise: Exercise) -> int:
    return sum(len(need.substitutes) for need in exercise.equipment)
