"""The addresses at which a coach's own page may stand."""

from dataclasses import replace
from datetime import date

from limber.model.nouns import Retired
from limber.site import content_faults


def test_own_page_may_stand_at_the_address_of_what_is_there_was_there_or_is_retired(dataset):
    first, *_ = dataset.exercises.values()
    moved = {**dataset.exercises, first.id: replace(first, old_ids=("foot-roll",))}
    gone = Retired("exercises", "deep-lunge", "dl", "Deep lunge", date(2026, 11, 22), "", "")
    ids = content_faults.record_ids(replace(dataset, exercises=moved, retired=(gone,)))
    assert ids["exercises"] == {*dataset.exercises, "foot-roll", "deep-lunge"}
    assert ids["routines"] == {*dataset.routines}
