"""Records of the library, copied into a coach's file: whole, alone, and with nothing else in it touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from compiled_components import components_in
from golden_datasets import REAL, ROOT
from limber.dataset import load
from limber.dataset.problem import WITH_PAGES
from limber.editing.library import OURS, Copied, Library, RefusedError, copied
from limber.editing.operations import with_new_id

OWN = REAL.read_text("utf-8")
EQUIPMENT = """\
equipment:
  chair: {name: Chair, description: One that stands firm., household: true}
  mirror: {name: Mirror, description: Any., household: true}
"""
EXERCISES = """\
exercises:
  heel-raise: # a comment that comes along
    code: hr
    name: Heel raise
    also_called: [Calf raise]
    equipment: [{item: chair, need: optional}]
    instructions: [Rise onto your toes.]
    stop_signs: [Sharp pain.]
    progressions: [heel-walk]
    dose: 2 x 8
    changes: [{date: "2026-11-30", what: First published.}]
    source: {work: kim-legs, also: [lee-legs], ours: [cues]}
  heel-walk:
    code: hw
    name: Heel walk
    instructions: [Walk on your heels.]
    stop_signs: [Sharp pain.]
    dose: 20 s
sources:
  kim-legs: {author: A. Kim, title: Legs, publisher: Kim, url: https://example.org/legs}
  lee-legs: {author: A. Lee, title: More legs, publisher: Lee, url: https://example.org/more}
routines:
  walk: {code: wk, name: Walk, steps: [heel-raise, heel-walk]}
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "equipment.yaml").write_text(EQUIPMENT, "utf-8")
    (tmp_path / "legs.yaml").write_text(EXERCISES, "utf-8")
    load.load(tmp_path)
    return Library(tmp_path)


def sound(done: Copied) -> load.Loaded:
    return load.of_text(done.text.replace("\nstandard: full", "\n"), "exercises.yaml", ROOT / "content")


def is_within(text: str, grown: str) -> bool:
    """Whether all lines of a text stand in another, in their order."""
    lines = iter(grown.splitlines(keepends=True))
    return all(any(each == line for line in lines) for each in text.splitlines(keepends=True))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_an_exercise_comes_with_what_it_needs_and_nothing_else_changes(library: Library, ending: str) -> None:
    own = OWN.replace("\n", ending)
    done = copied(own, library, ["heel-raise"], {})
    assert is_within(own, done.text) and f"  heel-raise: # a comment that comes along{ending}" in done.text
    found = sound(done).dataset
    assert list(found.exercises) == sorted(found.exercises)
    it = found.exercises["heel-raise"]
    assert [each.item.id for each in it.equipment] == ["chair"]
    assert it.credit and it.credit.work.id == OURS and it.credit.work.licence == "CC BY 4.0"
    assert [each.id for each in it.credit.also] == ["kim-legs", "lee-legs"]
    html = components_in(ROOT / "overrides" / "components", found).render("source_credit", "../", it.credit, "It")
    assert html.count('rel="external"') == 2, "the library has no address of its own that a reader could follow"
    assert not it.progressions and not it.changes
    assert done.left_out == {"heel-raise": ("heel-walk",)}


def test_harder_ones_come_along_where_that_is_asked(library: Library) -> None:
    done = copied(OWN, library, ["heel-raise"], {}, progressions=True)
    assert sound(done).dataset.exercises["heel-raise"].progressions == ("heel-walk",) and not done.left_out


def test_a_harder_one_that_is_there_stays_named(library: Library) -> None:
    first = copied(OWN, library, ["heel-walk"], {})
    done = copied(first.text, library, ["heel-raise"], {})
    assert sound(done).dataset.exercises["heel-raise"].progressions == ("heel-walk",)


def test_a_routine_comes_with_its_exercises_but_for_those_that_are_there(library: Library) -> None:
    first = copied(OWN, library, ["heel-walk"], {})
    done = copied(first.text, library, ["walk"], {})
    assert is_within(first.text, done.text)
    assert [step.exercise.id for step in sound(done).dataset.routines["walk"].steps] == ["heel-raise", "heel-walk"]
    assert ("exercises", "heel-walk") in done.own and ("exercises", "heel-walk") not in done.new


def test_all_reasons_against_it_are_told_at_once(library: Library) -> None:
    own = copied(OWN, library, ["heel-walk"], {}).text.replace(
        "\nequipment:\n", "\nequipment:\n  chair: {name: Stool}\n"
    )
    taken = own.replace("code: br", "code: hr").replace("name: Foot rolling on a ball", "name: Heel raise")
    with pytest.raises(RefusedError) as refused:
        copied(taken, library, ["heel-raise", "heel-rise", "heel-walk"], {})
    assert str(refused.value).split("\n") == [
        'no "heel-rise" in the library.',
        '    Did you mean "heel-raise"?',
        'exercise "heel-walk" is there already, from the library.',
        "    Leave it out.",
        'equipment "chair" is there already, and is not the library\'s.',
        "    --own-equipment takes yours for it. Else give yours another id and name at /edit/ of scripts/serve.",
        'exercise "heel-raise": its code "hr" is that of exercise "ball-roll".',
        "    Give that one another code, if nobody has a link with this one yet.",
        'exercise "heel-raise": its name "Heel raise" is that of exercise "ball-roll".',
        "    Leave heel-raise out, or give that one another name at /edit/ of scripts/serve.",
    ]


def test_a_record_of_the_coachs_own_is_told_with_all_that_is_in_the_way_and_the_cure_helps(library: Library) -> None:
    own = EQUIPMENT + EXERCISES.replace("  heel-walk:", "  toe-walk:").replace("[heel-walk]", "[toe-walk]")
    own = own.replace(
        "chair: {name: Chair, description: One that stands firm.", "chair: {name: Chair, description: Soft."
    )
    own = own.replace("steps: [heel-raise, heel-walk]", "steps: [heel-raise, toe-walk]")
    with pytest.raises(RefusedError) as refused:
        copied(own, library, ["heel-raise"], {})
    said = str(refused.value).split("\n")
    assert said[0] == 'exercise "heel-raise" is there already, with the same name, code and other names.'
    assert said[1].endswith(
        '"Give it another id", which changes every place that names it, and change its name, code and other names.'
    )
    with pytest.raises(RefusedError) as refused:
        copied(own, library, ["heel-raise"], {("exercises", "heel-raise"): "hr"})
    assert str(refused.value).split("\n")[:2] == [
        'exercise "heel-raise" is there already, and others may have its address.',
        "    Leave it out: yours keeps its id.",
    ]
    cured = with_new_id(own, ("exercises", "heel-raise"), "calf-raise", {})
    cured = cured.replace("name: Heel raise", "name: Calf lift").replace("code: hr", "code: cl")
    with pytest.raises(RefusedError) as refused:
        copied(cured, library, ["heel-raise"], {}, own_equipment=True)
    assert str(refused.value).split("\n") == [
        'exercise "heel-raise": one of its names is one of exercise "calf-raise".',
        "    Leave heel-raise out, or take that name from the other one at /edit/ of scripts/serve.",
    ]
    with pytest.raises(RefusedError, match=r"scripts/add, with nothing behind it, lists what there is\.$"):
        copied(cured, library, ["quite-another"], {})
    cured = cured.replace("[Calf raise]", "[Toe stand]")
    done = copied(cured, library, ["heel-raise"], {}, own_equipment=True)
    assert {"calf-raise", "heel-raise"} <= set(sound(done).dataset.exercises)


def test_nothing_that_a_new_site_begins_with_is_in_the_way_of_the_library_and_its_head_stays_first() -> None:
    shelf = Library(ROOT / "data" / "library")
    pattern = (ROOT / "scripts" / "starter" / "empty" / "exercises.yaml").read_text("utf-8")
    begun = load.of_text(pattern, "exercises.yaml", ROOT / "content").dataset
    codes = {(table, id_): it.code for table in WITH_PAGES for id_, it in getattr(begun, table).items()}
    every = [id_ for table in WITH_PAGES for id_ in shelf.data[table]]
    text, alone = (copied(own, shelf, every, codes).text for own in (pattern, "exercises: {}\n"))
    assert not codes.keys() & {(table, id_) for table in WITH_PAGES for id_ in shelf.data[table]}
    assert text.startswith(pattern.partition("equipment:")[0]) and is_within(pattern.partition("equipment:")[0], text)
    for grown in (text, alone):
        found = load.of_text(grown, "exercises.yaml", ROOT / "content").dataset
        for table in WITH_PAGES:
            ids = list(getattr(found, table))
            assert ids == sorted(ids)
            lines = grown.partition(f"{table}:\n")[2].splitlines()
            assert [id_ for id_ in ids[1:] if lines[lines.index(f"  {id_}:") - 1]] == [], "each stands apart"


def test_own_equipment_is_used_where_that_is_asked(library: Library) -> None:
    own = OWN.replace("\nequipment:\n", "\nequipment:\n  chair: {name: Stool}\n")
    it = sound(copied(own, library, ["heel-raise"], {}, own_equipment=True)).dataset.exercises["heel-raise"]
    assert it.equipment[0].item.name == "Stool"


def test_a_published_code_is_taken(library: Library) -> None:
    with pytest.raises(RefusedError, match='its code "hr" is that of exercise "gone"'):
        copied(OWN, library, ["heel-raise"], {("exercises", "gone"): "hr"})


def test_each_record_of_the_library_can_be_added_to_the_first_routine() -> None:
    """Eight at a time, the harder ones behind the easier ones."""
    shelf = Library(ROOT / "data" / "library")
    text = OWN
    for table in ("exercises", "routines", "programmes"):
        ids = list(shelf.data[table])
        for at in range(0, len(ids), 8):
            text = copied(text, shelf, ids[at : at + 8], {}).text
    found = load.of_text(text, "exercises.yaml", ROOT / "content").dataset
    assert set(found.exercises) >= set(shelf.data["exercises"]) and is_within(OWN, text)
