"""Drives the editor on the plan's page: adds exercises, opens steps, reads the link."""

from __future__ import annotations

import re

EDITOR = "[data-view=editing]"


def add(page, exercise):
    """Adds an exercise, and waits until it is there."""
    page.get_by_role("button", name=re.compile(rf"^Add( again)? {re.escape(exercise.short_name)}$")).click()
    page.get_by_text(f"{exercise.short_name} added").wait_for()


def unfold(page):
    """Opens what can be added, where it is folded below a plan."""
    for folded in page.locator(".plan-editor__add:not([open]) > summary").all():
        folded.click()


def add_routine(page, routine):
    """Adds all of a routine, and waits until it is there."""
    unfold(page)
    page.get_by_role("button", name=re.compile(rf"^Add.* {re.escape(routine.name)}$")).click()
    page.get_by_text(f"{routine.name} added").wait_for()


def names(page):
    """The exercises of the plan, in order."""
    return [each.inner_text().split(" ", 1)[1] for each in page.locator(f"{EDITOR} .plan-fields h3").all()]


def link(page):
    """The plan's link, as it is copied."""
    return page.locator(f"{EDITOR} [data-link]").get_attribute("data-link")


def fragment(page):
    """The plan as the address has it, once it has settled there."""
    now = link(page)
    page.wait_for_url(lambda url: url.partition("#")[2] == now.partition("#")[2])
    return page.evaluate("location.hash")


def opened(page, number):
    """The form of a step, all of its fields in sight."""
    step = page.locator(".plan-fields").nth(number)
    for folded in ("> details", ".plan-fields__panel > details"):
        summary = step.locator(f".plan-fields__foot {folded}:not([open]) > summary")
        if summary.count():
            summary.click()
    return step
