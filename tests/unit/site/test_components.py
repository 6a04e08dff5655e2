"""Components: what each says of the real dataset, word for word, and what happens to a wrong id."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from limber.paper.printing import Printing
from limber.site.components import Components, UnknownIdError

GOLDEN = Path(__file__).parents[2] / "golden" / "components"

# One call a component, as a coach would write it; a component without one fails test_each_component_has_a_golden_file.
CALLS = {
    "address_words": ("coach.example/limber/exercises/calf-stretch",),
    "card_list": (),
    "plan_editor": (),
    "plan_outputs": (),
    "plan_page": (),
    "plan_reading": (),
    "plan_sheet_page": (),
    "plan_cards_page": (),
    "plan_paper_nav": ("Sheet of a plan",),
    "card_links": ("foot-and-hip-short",),
    "cards_page": ("foot-and-hip-short",),
    "cards_with_backs_page": ("foot-and-hip-short",),
    "cheat_sheet": ("foot-and-hip",),
    "dose": ("calf-stretch", "goal"),
    "dose_pair": ("pelvic-list",),
    "equipment_list": ("foot-and-hip",),
    "equipment_page": (),
    "exercise": ("supine-block-hold",),
    "exercise_changes": ("supine-block-hold",),
    "exercise_link": ("toe-lifts",),
    "exercise_list": (),
    "exercise_page": ("pelvic-list",),
    "figure": ("calf-stretch",),
    "figure_control": ("Calf stretch",),
    "figure_drawing": ("calf-stretch",),
    "figure_fault": ("pelvic-list", 1),
    "figure_file": ("calf-stretch",),
    "figures_page": (),
    "interval_timer": ("foot-and-hip-short", "goal"),
    "large_sheet_page": ("foot-and-hip",),
    "link_actions": ("exercises/calf-stretch/", "Calf stretch"),
    "links_page": (),
    "paper_dose": (("30 s hold", "→ 60 s hold"), ("each foot", "rest 60 s")),
    "paper_nav": ("foot-and-hip", "sheet"),
    "paper_qr": ("exercises/calf-stretch/",),
    "record_link": (12,),
    "routine": ("foot-and-hip-short",),
    "routine_actions": ("foot-and-hip",),
    "routine_card": ("calf-stretch", "ball-roll"),
    "routine_cards": ("foot-and-hip",),
    "routine_hero": ("foot-and-hip",),
    "routine_length": ("foot-and-hip",),
    "routine_list": (),
    "routine_page": ("foot-and-hip-short",),
    "routine_steps": ("foot-and-hip",),
    "step_nav": ("toe-lifts",),
    "sheet_page": ("foot-and-hip-short",),
    "timer_page": (),
    "timer_settings": (),
    "timer_stage": (),
}


@pytest.fixture(scope="module")
def components(root, dataset):
    paper = Printing(dataset, "https://coach.example/limber/", with_pdf=True)
    return Components(root / "overrides" / "components", dataset, "https://code.example/exercises.yaml", paper)


@pytest.mark.first_routine
@pytest.mark.parametrize("name", CALLS)
def test_component_says_what_its_golden_file_says(components, name):
    """After a change that is meant: `ACCEPT=1 scripts/test tests/unit/site/test_components.py`, then read the diff."""
    html = components.render(name, "../../", *CALLS[name]) + "\n"
    golden = GOLDEN / f"{name.replace('_', '-')}.html"
    if os.environ.get("ACCEPT"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(html, "utf-8")
    assert html == golden.read_text("utf-8")


def test_each_component_has_a_golden_file(components):
    # These take a credit, a step or a record and not an id, so they are only ever called by other components.
    own = {"figure_picture", "figure_place", "source_credit", "structured_data", "card_back", "card_front"}
    assert set(components.names()) == {*CALLS, *own}


@pytest.mark.first_routine
@pytest.mark.parametrize(
    ("name", "id_", "said", "tip"),
    [
        (
            "exercise",
            "calf-strech",
            'no exercise "calf-strech" in data/exercises.yaml.',
            'Did you mean "calf-stretch"?',
        ),
        (
            "routine",
            "foot-hip",
            'no routine "foot-hip" in data/exercises.yaml.',
            'Did you mean "foot-and-hip"?',
        ),
        (
            "routine",
            "zzz",
            'no routine "zzz" in data/exercises.yaml.',
            "There are: foot-and-hip, foot-and-hip-short.",
        ),
    ],
)
def test_a_wrong_id_is_named_with_the_nearest_right_one(components, name, id_, said, tip):
    with pytest.raises(UnknownIdError) as fault:
        components.render(name, "", id_)
    assert (str(fault.value), fault.value.tip) == (said, tip)


@pytest.mark.first_routine
def test_a_wrong_level_is_named_with_the_nearest_right_one(components):
    with pytest.raises(UnknownIdError) as fault:
        components.render("dose", "", "calf-stretch", "strat")
    assert (str(fault.value), fault.value.tip) == ('no level "strat".', 'Did you mean "start"?')


@pytest.mark.first_routine
def test_cards_name_a_wrong_id(components):
    with pytest.raises(UnknownIdError):
        components.render("routine_card", "", "calf-stretch", "calf-strech")


def test_exercise_in_no_routine_has_its_card_on_the_list(root, dataset):
    alone = replace(dataset, routines={})
    page = Components(root / "overrides" / "components", alone, paper=Printing(alone)).render("card_list", "../")
    assert page.count('class="routine-card"') == len(alone.exercises)
    assert "Exercises in no routine" in page


@pytest.mark.first_routine
def test_exercise_that_comes_twice_has_two_cards_of_its_own_address(root, dataset):
    whole = dataset.routines["foot-and-hip"]
    steps = [replace(step, number=at) for at, step in enumerate((*whole.steps, whole.steps[0]), 1)]
    twice = replace(dataset, routines={"twice": replace(whole, id="twice", steps=tuple(steps))})
    page = Components(root / "overrides" / "components", twice, paper=Printing(twice)).render(
        "routine_cards", "../", "twice"
    )
    assert page.count('id="toe-lifts"') == page.count('id="toe-lifts-8"') == 1


def test_links_lead_from_any_depth_to_the_site_root(components, dataset):
    id_ = next(iter(dataset.exercises))
    assert f'href="exercises/{id_}/"' in components.render("exercise_link", "", id_)
    assert f'href="../../../exercises/{id_}/"' in components.render("exercise_link", "../../../", id_)


def test_without_an_address_of_the_data_there_is_no_edit_link(root, dataset):
    assert Components(root / "overrides" / "components", dataset).render("record_link", "", 12) == ""
