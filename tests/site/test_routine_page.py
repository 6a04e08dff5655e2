"""The pages of routines, home and equipment: what they say, against the dataset."""

from __future__ import annotations

from limber import duration, wording
from limber.equipment import merged


def test_routine_page_gives_care_before_the_first_step(site, dataset):
    for routine in dataset.routines.values():
        page = site.of(routine)
        ids = [each.attributes.get("id") for each in page.every()]
        assert ids.index("stop") < ids.index("care") < ids.index(routine.steps[0].exercise.id)
        assert page.one(id="stop").text.startswith(f"Stop at once: {' '.join(routine.stop_signs)}")
        care = page.one(class_="routine__care")
        *said, safety = [each.text for each in care.every("li")]
        assert said == [*routine.care]
        assert "how to stay safe" in safety
        for step, section in zip(routine.steps, page.every(class_="routine__step"), strict=True):
            against, stop = (" ".join(each) for each in (step.exercise.contraindications, step.exercise.stop_signs))
            shown = [each.text for each in section.one(class_="care-line").every("p")]
            assert shown == [*([f"Not if: {against}"] if against else []), f"Stop if: {stop}"]
            assert not section.one("details").every(class_="care-line"), "seen without opening anything"


def test_routine_page_shows_both_doses_of_each_step_in_order(site, dataset):
    for routine in dataset.routines.values():
        sections = site.of(routine).every(class_="routine__step")
        assert [each.one("h2").attributes["id"] for each in sections] == [step.exercise.id for step in routine.steps]
        for step, section in zip(routine.steps, sections, strict=True):
            start, goal, *both = section.one(class_="dose-pair").every("dd")
            for dose, shown in ((step.start, start), (step.goal, goal)):
                either = [each for each in (dose, dose.alternative) if each]
                expected = [*map(wording.amount, either), wording.details(dose)]
                expected.append(wording.side(step.exercise))
                assert [text for text in expected if text not in shown.text + "".join(each.text for each in both)] == []
            steps = section.one(class_="exercise__steps").every("li")
            assert [each.text for each in steps] == [*step.exercise.setup, *step.exercise.instructions]
            assert step.note in section.text


def test_routine_page_gives_its_computed_lengths(site, dataset):
    for routine in dataset.routines.values():
        shown = site.of(routine).one(class_="routine-length").every("dd")
        for level, each in zip(("start", "goal"), shown, strict=True):
            length = duration.routine_length(routine, level)
            work, total = wording.minutes(length.work), wording.minutes(length.total)
            assert each.text == f"{total}, {work} of work"


def test_routine_page_lists_equipment_to_tick_with_substitutes(site, dataset):
    for routine in dataset.routines.values():
        needed = merged(step.exercise for step in routine.steps)
        listed = site.of(routine).one(class_="equipment-list").every("li")
        assert [each.one("strong").text for each in listed] == [item.thing.name for item in needed]
        for item, each in zip(needed, listed, strict=True):
            assert each.one("label").every("input", type="checkbox")
            assert ("optional" in each.one("label").text) == (not item.required)
            expected = [f" or {wording.a(substitute.name)}" for substitute, _ in item.substitutes]
            assert [text for text in expected if text not in each.text] == []


def test_short_routine_has_the_core_steps_only(site, dataset):
    shorts = [each for each in dataset.routines.values() if each.core_of]
    assert shorts
    for short in shorts:
        whole = dataset.routines[short.core_of]
        core = [step.exercise.id for step in whole.steps if step.core]
        assert 0 < len(core) < len(whole.steps)
        sections = site.of(short).every(class_="routine__step")
        assert [each.one("h2").attributes["id"] for each in sections] == core


def test_routine_and_its_short_form_lead_to_each_other(site, dataset):
    for short in dataset.routines.values():
        if short.core_of:
            whole = dataset.routines[short.core_of]
            assert site.of(short).every("a", href=f"../../routines/{whole.id}/")
            assert site.of(whole).every("a", href=f"../../routines/{short.id}/")


def test_home_says_for_whom_how_long_and_what_is_needed(site, dataset):
    routine = dataset.routines["foot-and-hip"]
    hero = site.pages[""].one(class_="routine-hero")
    lengths = [duration.routine_length(routine, level) for level in ("start", "goal")]
    facts = [routine.summary, routine.when]
    facts += [wording.minutes(length.total) for length in lengths]
    facts += [item.thing.name.lower() for item in merged(step.exercise for step in routine.steps) if item.required]
    facts += [step.exercise.short_name for step in routine.steps]
    assert [fact for fact in facts if fact not in hero.text and fact.capitalize() not in hero.text] == []
    assert [" ".join(each.text.split()) for each in hero.one(class_="actions").every("a")] == [
        "Start, 8 min with the timer",
        "Short, 4 min: start the short version",
    ]
    assert [each.text for each in hero.one(class_="actions-more").every("a")] == ["See the exercises", "Print"]
    figures = hero.every("svg", class_="figure__picture")
    assert len(figures) == len(routine.steps) + 2, "each is seen, and one in two poses"


def test_equipment_page_names_each_thing_and_who_uses_it(site, dataset):
    page = site.pages["equipment/"]
    for thing in dataset.equipment.values():
        (section,) = [each for each in page.every("section") if each.every(id=thing.id)]
        assert thing.name in [each.text for each in section.every(id=thing.id)]
        assert thing.description in section.text
        users = {each.id for each in dataset.exercises.values() if thing in [need.item for need in each.equipment]}
        linked = {each.attributes["href"].strip("/").split("/")[-1] for each in section.every("a")}
        assert users <= {each for each in linked if not each.startswith("#")}


def test_equipment_page_begins_with_what_is_needed_and_ends_with_what_helps(site):
    page = site.pages["equipment/"].one(class_="equipment-page")
    headings = [each.text for each in page.every() if each.tag in ("h2", "h3", "h4")]
    assert headings == [
        *("Needed", "Small ball", "Half dome", "Thick rolled towel", "Yoga block"),
        *("Nice to have", "Small rolled towel", "Mirror"),
    ]


def test_equipment_page_tells_what_does_as_well_once_with_the_thing_and_then_leads_there(site, dataset):
    page = site.pages["equipment/"].one(class_="equipment-page")
    for item in merged(dataset.exercises.values()):
        (section,) = [each for each in page.every("section") if item.thing.id in _ids(each.every("h3"))]
        for substitute, _ in item.substitutes:
            told = substitute.id in _ids(section.every("h4"))
            assert told or section.every("a", href=f"#{substitute.id}")
        assert {each.id for each in item.exercises} <= {
            each.attributes["href"].strip("/").split("/")[-1] for each in section.every("a")
        }


def test_every_page_to_begin_from_says_when_to_stop_in_the_same_words(site, dataset):
    begins = ["", "routines/", "timer/", "plan/", *(f"routines/{each}/" for each in dataset.routines)]
    said = {address: [each.text for each in site.pages[address].every(class_="care-line")] for address in begins}
    first = f"Stop at once: {wording.STOP_SIGNS}"
    assert [address for address, lines in said.items() if not any(each.startswith(first) for each in lines)] == []


def _ids(elements):
    return [each.attributes["id"] for each in elements]
