"""An exercise's page: all that its record holds, in the order in which it is needed."""

from exercise_texts import said
from limber import wording

SECTIONS = (
    "dose",
    "setup",
    "steps",
    "cues",
    "feel",
    "faults",
    "easier-harder",
    "equipment",
    "stop",
    "care",
    "contraindications",
    "source",
)


def test_exercise_page_shows_all_that_its_record_holds(site, dataset):
    for exercise in dataset.exercises.values():
        shown = site.of(exercise).text.casefold()
        missing = [(field, text) for field, text in said(exercise, dataset) if text.casefold() not in shown]
        assert missing == [], exercise.id


def test_exercise_page_keeps_its_order(site, dataset):
    for exercise in dataset.exercises.values():
        ids = [each.attributes.get("id") for each in site.of(exercise).every()]
        assert [id_ for id_ in ids if id_ in SECTIONS] == list(SECTIONS), exercise.id


def test_exercise_page_numbers_its_steps(site, dataset):
    for exercise in dataset.exercises.values():
        steps = site.of(exercise).one("ol", class_="exercise__steps").every("li")
        assert [step.text for step in steps] == list(exercise.instructions)


def test_exercise_page_says_when_no_contraindication_is_known(site, dataset):
    for exercise in dataset.exercises.values():
        says = "We know of no one who should." in site.of(exercise).text
        assert says == (not exercise.contraindications), exercise.id


def test_exercise_page_leads_on_as_its_routine_does(site, dataset):
    for routine in dataset.routines.values():
        ids = [step.exercise.id for step in routine.steps]
        for number, (before, id_, after) in enumerate(zip(["", *ids], ids, [*ids[1:], ""], strict=False), 1):
            name = f"{routine.name}, {number} of {len(ids)}"
            nav = site.of(dataset.exercises[id_]).one("nav", **{"aria-label": name})
            assert _targets(nav, rel="prev") == ([f"../../exercises/{before}/"] if before else [])
            assert _targets(nav, rel="next") == ([f"../../exercises/{after}/"] if after else [])
            assert nav.every("a")[0].attributes["href"] == f"../../routines/{routine.id}/"


def test_source_is_credited_and_linked_on_each_page(site, dataset):
    for record in (*dataset.exercises.values(), *dataset.routines.values()):
        source = _after_heading(site.of(record), "source")
        if not record.credit:
            assert source.text.endswith("is our own.")
            continue
        link = source.one("a", href=record.credit.work.url)
        assert link.text == record.credit.work.title
        assert "The words are ours." in source.text
        assert f"Also ours, wholly or in part, and not the source's: {wording.ours(record.credit.ours)}." in source.text


def test_every_record_of_the_site_has_a_source(dataset):
    assert all(record.credit for record in (*dataset.exercises.values(), *dataset.routines.values()))


def test_start_doses_are_ours_on_every_page(dataset):
    for record in (*dataset.exercises.values(), *dataset.routines.values()):
        assert record.credit and "start_dose" in record.credit.ours, record.id


def _targets(nav, **attributes):
    return [each.attributes["href"] for each in nav.every("a", **attributes)]


def _after_heading(page, id_):
    (section,) = [each for tag in ("section", "details") for each in page.every(tag) if each.every("h2", id=id_)]
    return section
