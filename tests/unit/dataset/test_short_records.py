"""A record that says no more than it must builds: the rest is derived, or left out. Safety is never silent."""

import re
from pathlib import Path

import pytest

from limber.dataset import load
from limber.dataset.ledger import Ledger
from limber.dataset.problem import DatasetError
from limber.exports import records
from limber.model import naming
from limber.paper.printing import Printing
from limber.site.components import Components

SHORT = Path(__file__).parents[2] / "support" / "short.yaml"
COMPONENTS = Path(__file__).parents[3] / "overrides" / "components"
UNSTATED = "not stated. Ask first."


@pytest.fixture(scope="module")
def short():
    return load.load(SHORT)


@pytest.fixture(scope="module")
def shown(short):
    components = Components(COMPONENTS, short, paper=Printing(short, "https://example.org/"))
    return lambda name, *arguments: components.render(name, "../../", *arguments)


def of(tmp_path, text, published=None):
    file, ledger = tmp_path / "exercises.yaml", tmp_path / "published.txt"
    file.write_text(text, "utf-8")
    ledger.write_text(published or "", "utf-8")
    return load.load(file, None, ledger)


def test_names_and_summaries_are_derived(short):
    it = short.exercises["sit-to-stand"]
    assert (it.name, it.short_name, it.spoken_name) == (
        "Sit to stand from a chair without your hands",
        "Sit to stand",
        "Sit to stand",
    )
    assert it.description == "Sit at the front of the chair. Stand up without your hands. Sit down slowly."
    assert short.routines["knees-at-home"].description.startswith("Sit to stand from a chair without your hands, Heel")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Calf stretch", "Calf stretch"),
        ("Standing calf raise with a straight knee", "Standing calf raise"),
        ("Romanian deadlift (with a kettlebell)", "Romanian deadlift"),
        ("Kettlebell swing, two hands, to the eyes", "Kettlebell swing"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsge"),
    ],
)
def test_short_name_has_whole_words_and_ends_on_none_that_leads_on(name, short):
    assert naming.short_name(name) == short


def test_long_summary_is_cut_between_texts_or_words():
    assert naming.summary(("One.", "a" * 154 + ".", "No.")) == "One. " + "a" * 154 + "."
    assert len(naming.summary((" ".join(["word"] * 50),))) <= 160
    assert naming.summary((" ".join(["word"] * 50),)).endswith("word…")


def test_codes_are_derived_and_differ(short):
    codes = {id_: each.code for id_, each in {**short.exercises, **short.routines}.items()}
    assert codes["heel-raise"] == "hr"
    assert codes["sit-to-stand"] == "sts"
    assert len(set(codes.values())) == len(codes)
    assert all(re.fullmatch("[a-z]{2,5}", each) for each in codes.values())


def test_derived_code_stays_once_it_is_published(tmp_path):
    text = SHORT.read_text("utf-8")
    before = of(tmp_path, text)
    ledger = Ledger().grown(before).text()
    more = (
        "  hamstring-rocks:\n    name: Hamstring rocks\n    instructions: [Rock back.]\n    dose: {start: {reps: 5}}\n"
    )
    more += "    stop_signs: [Sharp pain.]\n\n"
    after = of(tmp_path, text.replace("  heel-raise:\n", f"{more}  heel-raise:\n"), ledger)
    assert {id_: after.exercises[id_].code for id_ in before.exercises} == {
        id_: each.code for id_, each in before.exercises.items()
    }
    assert after.exercises["hamstring-rocks"].code != "hr"
    assert Ledger().grown(before).codes["exercises", "heel-raise"] == "hr"


def test_derived_code_is_that_of_the_old_id(tmp_path):
    text = SHORT.read_text("utf-8").replace("  heel-raise:\n", "  high-heels:\n    old_ids: [heel-raise]\n")
    after = of(tmp_path, text.replace("exercise: heel-raise", "exercise: high-heels"), "exercises/heel-raise/ xq\n")
    assert after.exercises["high-heels"].code == "xq"


def test_code_that_is_given_up_is_not_derived_anew(tmp_path):
    after = of(tmp_path, SHORT.read_text("utf-8"), "exercises/bridge/ sts\n")
    assert after.exercises["bridge"].code == "sts"
    assert after.exercises["sit-to-stand"].code != "sts"


def test_two_short_names_that_would_be_the_same_are_told_of(tmp_path):
    text = SHORT.read_text("utf-8").replace("name: Heel raise", "name: Sit to stand with a medicine ball")
    with pytest.raises(DatasetError) as told:
        of(tmp_path, text)
    (problem,) = told.value.problems
    assert "as much of its name as fits" in problem.what
    assert 'Add "short_name:"' in problem.tip


def test_what_is_not_stated_is_said_on_page_card_routine_and_api(short, shown):
    page = shown("exercise_page", "bridge")
    assert f"<strong>Not if:</strong> {UNSTATED}" in page
    assert "It is not stated who should." in page
    assert UNSTATED in shown("cards_page", "knees-at-home")
    assert f"<strong>Not if:</strong> {UNSTATED}" in shown("routine_page", "knees-at-home")
    record = records.exercise(short.exercises["bridge"])
    assert (tuple(record["contraindications"]), record["contraindications_stated"]) == ((), False)


@pytest.mark.parametrize("word", ["none", "none known"])
def test_none_known_is_another_thing_than_not_stated(tmp_path, word):
    text = SHORT.read_text("utf-8").replace("name: Bridge\n", f"name: Bridge\n    contraindications: {word}\n")
    short = of(tmp_path, text)
    page = Components(COMPONENTS, short).render("exercise_page", "../../", "bridge")
    assert UNSTATED not in page
    assert "We know of no one who should." in page
    assert records.exercise(short.exercises["bridge"])["contraindications_stated"] is True


def test_routine_without_stop_signs_has_those_of_its_exercises(short, shown):
    signs = short.routines["knees-at-home"].stop_signs
    assert signs[0] == "Sharp pain in your knee."
    assert signs[-1] == "More: on each exercise’s page."
    assert len(" ".join(signs)) <= 230
    assert "Sharp pain in your calf." in shown("cheat_sheet", "knees-at-home")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("exercise_page", ("bridge",)),
        ("exercise_page", ("standing-hip-flexor-stretch",)),
        ("exercise_list", ()),
        ("routine_page", ("knees-at-home",)),
        ("routine_hero", ("knees-at-home",)),
        ("routine_list", ()),
        ("cards_with_backs_page", ("knees-at-home",)),
        ("sheet_page", ("knees-at-home",)),
        ("large_sheet_page", ("knees-at-home",)),
        ("equipment_page", ()),
    ],
)
def test_what_is_left_out_leaves_no_hole(shown, name, arguments):
    html = shown(name, *arguments)
    text = " ".join(re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", html, flags=re.S).split())
    assert not re.search(r"\bNone\b|\.\.|\(\)|\[\]|· ·|,\s*,|:\s*$", text), text
    assert not re.search(r"<(ul|ol|dl|dd|p|figure)(?: (?![^>]*role=)[^>]*)?>\s*</\1>", html)
    assert not re.search(r"<h[2-4][^>]*>[^<]*</h[2-4]>\s*(<h[2-4]|</section>)", html)


def test_equipment_page_leads_to_what_does_as_well_where_that_is_needed_itself(tmp_path):
    say = "instructions: [Rise.], dose: 10, stop_signs: [Pain.]"
    needs = ("{item: chair, need: required, substitutes: [wall]}", "wall")
    exercises = [
        f"  {name}: {{name: Rise {name}, {say}, equipment: [{need}]}}" for name, need in zip("ab", needs, strict=True)
    ]
    text = "\n".join(("equipment: {chair: {name: Chair}, wall: {name: Wall}}", "exercises:", *exercises))
    html = Components(COMPONENTS, of(tmp_path, text)).render("equipment_page", "../")
    assert html.count('href="#wall"') == html.count('id="wall"') == 1


def test_laterality_is_bilateral_unless_said(short):
    assert short.exercises["bridge"].laterality == "bilateral"
    assert short.exercises["standing-hip-flexor-stretch"].laterality == "unilateral"


def test_standard_that_is_full_asks_for_all(tmp_path):
    with pytest.raises(DatasetError) as told:
        of(tmp_path, f"standard: full\n{SHORT.read_text('utf-8')}")
    whats = [each.what for each in told.value.problems]
    assert len(whats) == 7  # five exercises, a routine, a piece of equipment
    assert any(each.startswith("code, short_name, spoken_name, summary, kind, regions") for each in whats)


BESIDE_UNSOUND = """
sources:
  book: {author: A. Author, title: A book, publisher: Publisher, url: "https://example.org/book"}
  lost: {author: A. Author, title: A work, publisher: Publisher, url: "https://example.org/lost", nam: x}
equipment:
  chair: {name: Chair, nam: x}
  wall: {name: Wall}
exercises:
  sound-rise: {name: Sound rise, SAY, source: {work: book, ours: []}, equipment: [wall]}
  of-lost: {name: Rise of the lost, SAY, source: {work: lost, ours: []}}
  also-lost: {name: Rise of a book, SAY, source: {work: book, also: [lost], ours: []}}
  chair-rise: {name: Chair rise, SAY, equipment: [chair]}
  wall-rise: {name: Wall rise, SAY, equipment: [{item: wall, need: required, substitutes: [chair]}]}
  easy-rise: {name: Easy rise, SAY, progressions: [bad-rise]}
  bad-rise: {name: Bad rise, SAY, nam: x}
routines:
  evening: {name: Evening rises, steps: [sound-rise]}
  morning: {name: Morning rises, steps: [{exercise: bad-rise, priority: core}, sound-rise]}
  morning-short: {name: Short rises, core_of: morning}
programmes:
  mornings: {name: Mornings of rises, phases: [{name: First, sessions: [{routine: morning, DAYS}], WEEKS}]}
  evenings: {name: Evenings of rises, phases: [{name: First, sessions: [{routine: evening, DAYS, DOSE}], WEEKS}]}
"""
WORDS = {
    "SAY": "instructions: [Rise.], dose: 10, stop_signs: [Pain.]",
    "DAYS": "days: [monday]",
    "WEEKS": "weeks: {first: 1, last: 4}",
    "DOSE": "doses: {wall-rise: 12}",
}


def test_rules_of_the_model_are_asked_beside_records_that_cannot_be(tmp_path):
    """Whatever needs one of these is left out first, whichever key says so, and nothing else: one run tells all."""
    with pytest.raises(DatasetError) as told:
        of(tmp_path, re.sub("[A-Z]{3,}", lambda word: WORDS[word[0]], BESIDE_UNSOUND))
    unsound = {("sources", "lost", "nam"), ("equipment", "chair", "nam"), ("exercises", "bad-rise", "nam")}
    found = {each.where for each in told.value.problems} - unsound
    assert [each[:2] for each in found] == [("programmes", "evenings")]
