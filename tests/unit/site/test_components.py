"""Components: what each says of the real dataset, word for word, and what happens to a wrong id."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

import fixed_words
from compiled_components import components_in
from limber.build_cache import BuildCache
from limber.dataset.load import load
from limber.dataset.parse import of_sides
from limber.languages import catalogues
from limber.languages.messages import spoken_as
from limber.model.nouns import Dose, Image, Range, SmallerImage, Video
from limber.model.site import Mark, Shape, Site
from limber.paper.printing import Printing
from limber.site.unknown_id import UnknownIdError

GOLDEN = Path(__file__).parents[2] / "golden" / "components"

# One call a component, as a coach would write it; a component without one fails test_each_component_has_a_golden_file.
CALLS = {
    "address_words": ("coach.example/limber/exercises/calf-stretch",),
    "card_list": (),
    "coach": (),
    "mark": (),
    "mark_file": (),
    "plan_calendar": (),
    "plan_code": (),
    "plan_editor": (),
    "plan_figure_control": (),
    "plan_figures": (1,),
    "plan_outputs": (),
    "plan_page": (),
    "plan_reading": (),
    "plan_sheet_page": (),
    "plan_cards_page": (),
    "plan_paper_nav": ("Sheet of a plan",),
    "card_links": ("foot-and-hip-short",),
    "cards_page": ("foot-and-hip-short",),
    "cards_with_backs_page": ("foot-and-hip-short",),
    "care_line": ("calf-stretch",),
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
    "film": ("calf-stretch",),
    "photos": ("calf-stretch",),
    "figure_control": ("Calf stretch",),
    "figure_drawing": ("calf-stretch",),
    "fault_in_ink": ("pelvic-list", 1),
    "figure_fault": ("pelvic-list", 1),
    "figure_file": ("calf-stretch",),
    "figure_pair": ("calf-stretch",),
    "figure_small": ("calf-stretch",),
    "figure_stills": ("calf-stretch",),
    "figure_thumb": ("calf-stretch",),
    "figures_page": (),
    "interval_timer": ("foot-and-hip-short", "goal"),
    "large_sheet_page": ("foot-and-hip",),
    "library_home": ("An open library", ("calf-stretch", "pelvic-list")),
    "link_actions": ("exercises/calf-stretch/", "Calf stretch"),
    "links_page": (),
    "paper_dose": (("30 s hold", "→ 60 s hold"), ("each foot", "rest 60 s")),
    "paper_nav": ("foot-and-hip", "sheet"),
    "paper_qr": ("exercises/calf-stretch/",),
    "programme": ("marathon-strength",),
    "programme_list": (),
    "programme_page": ("knee-at-home",),
    "programme_sheet": ("marathon-strength",),
    "programme_sheet_page": ("knee-at-home",),
    "programme_start": ("knee-at-home", 2, "knee-daily"),
    "programme_today": ("knee-at-home",),
    "programme_weeks": ("knee-at-home", 2),
    "record_link": (12,),
    "routine": ("foot-and-hip-short",),
    "routine_actions": ("foot-and-hip",),
    "routine_card": ("calf-stretch", "ball-roll"),
    "routine_cards": ("foot-and-hip",),
    "routine_facts": ("foot-and-hip",),
    "routine_hero": ("foot-and-hip",),
    "routine_length": ("foot-and-hip",),
    "routine_list": (),
    "routine_page": ("foot-and-hip-short",),
    "routine_time": ("foot-and-hip",),
    "routine_steps": ("foot-and-hip",),
    "stop_line": (),
    "step_nav": ("toe-lifts",),
    "sheet_page": ("foot-and-hip-short",),
    "timer_page": (),
    "timer_settings": (),
    "timer_stage": (),
    "unbroken_ranges": ("about 14–16\u202fmin",),
}


# What else a component can be asked, by the name of the golden file: another component may ask it so.
OTHER_CALLS = {
    "cheat-sheet-in-large-print": ("cheat_sheet", ("foot-and-hip",), {"large": True}),
    "dose-pair-of-a-step": (
        "dose_pair",
        ("pelvic-list", Dose(Range.of(2), Range.of(8)), Dose(Range.of(3), Range(10, 12))),
        {},
    ),
    "exercise-on-its-page": ("exercise", ("pelvic-list",), {"prefix": "", "with_dose": False}),
    "figure-control-of-both-sides": ("figure_control", ("Calf stretch", ""), {}),
    "figure-control-of-one-pose": ("figure_control", ("Calf stretch", "right"), {"moves": False}),
    "figure-thumb-for-later": ("figure_thumb", ("calf-stretch",), {"later": True}),
    "figure-thumb-drawn-again": ("figure_thumb", ("calf-stretch",), {"again": "calf-stretch"}),
    "film-elsewhere": ("film", ("calf-stretch", 1), {}),
    "figure-file-of-the-start": ("figure_file", ("pelvic-list",), {"end": 0}),
    "figure-of-the-left-side": ("figure", ("calf-stretch",), {"side": "left"}),
    "paper-dose-of-a-plan": ("paper_dose", ((), ()), {"blank": True}),
    "paper-nav-of-backs": ("paper_nav", ("foot-and-hip", "backs"), {}),
    "paper-nav-of-cards": ("paper_nav", ("foot-and-hip", "cards"), {}),
    "paper-nav-of-large-print": ("paper_nav", ("foot-and-hip", "large"), {}),
    "programme-weeks-that-grow": ("programme_weeks", ("marathon-strength",), {}),
    "routine-actions-on-its-page": ("routine_actions", ("foot-and-hip",), {"read": False}),
    "routine-cards-with-backs": ("routine_cards", ("foot-and-hip-short",), {"backs": True}),
    "routine-on-its-page": ("routine", ("foot-and-hip-short",), {"prefix": ""}),
    "routine-steps-on-its-page": ("routine_steps", ("foot-and-hip",), {"anchors": "on-", "pictured": "drawn"}),
}
GOLDENS = {
    **{name.replace("_", "-"): (name, arguments, {}) for name, arguments in CALLS.items()},
    **OTHER_CALLS,
}

# These take a credit, a step, a record or texts and not an id, so they are only ever called by other components.
CALLED_BY_OTHERS = {
    "card_back",
    "card_face",
    "card_fact",
    "card_front",
    "card_log",
    "cut_marks",
    "figure_label",
    "figure_picture",
    "library_link",  # says nothing where there is no library, as here
    "take_record",  # nor does this on pages that are not the library's
    "paper_poses",
    "photo",
    "sheet_stop",
    "sheet_foot",
    "sheet_head",
    "sheet_notes",
    "sheet_step",
    "source_credit",
    "structured_data",
}

# Stands in a golden file for another component, which has golden files of its own: what it is called with.
STAND_IN = """
{% macro said(it) %}
{{ wording.amount(it) if it.sets is defined else it.shows if it.shows is defined else it.id if it.id is defined
   else it | tojson }}
{%- endmacro %}
{% macro NAME() %}
<!-- NAME(
{%- for each in varargs %}{{ ", " if not loop.first }}{{ said(each) }}{% endfor %}
{%- for key, each in kwargs.items() %}{{ ", " if varargs or not loop.first }}{{ key }}={{ said(each) }}{% endfor %}
) -->
{%- endmacro %}
"""


# Rendered with the programmes of tests/support/programmes.yaml, since the real dataset has none.
OF_PROGRAMMES = load(Path(__file__).parents[2] / "support" / "programmes.yaml")


def with_media(dataset):
    """The dataset with a photo and two films of an exercise, in place of its figure."""
    image = Image(
        "images/calf.jpg",
        "The heel low.",
        "CC BY 4.0",
        "Kim Roe",
        1280,
        960,
        (SmallerImage("images/calf.320.jpg", 320),),
    )
    right = {"licence": "CC BY 4.0", "author": "Kim Roe"}
    own = Video(
        "Twice.",
        "videos/calf.mp4",
        captions="videos/calf.vtt",
        duration_seconds=12,
        width_pixels=640,
        height_pixels=360,
        **right,
    )
    elsewhere = Video("From the side.", url="https://films.example/calf")
    exercise = replace(dataset.exercises["calf-stretch"], figure=None, images=(image, image), videos=(own, elsewhere))
    return replace(dataset, exercises={**dataset.exercises, exercise.id: exercise})


def made(dataset, folder):
    paper = Printing(dataset, "https://coach.example/limber/", with_pdf=True)
    shapes = (Shape("M3 5V16", "ink", 2.25), Shape("M3 27H29", "accent", 2.25), Shape("M1 1H9Z", "#ffffff"))
    whose = Site(mark=Mark(shapes))
    return components_in(folder, dataset, "https://code.example/exercises.yaml", paper, site=whose)


@pytest.fixture(scope="module")
def components(root, dataset):
    return made(dataset, root / "overrides" / "components")


@pytest.fixture
def alone(root, dataset, tmp_path):
    """Makes one component by itself, with stand-ins for those that it calls."""

    def component(name):
        for path in (root / "overrides" / "components").glob("*/*.html"):
            other = path.stem.replace("-", "_")
            is_real = other == name or other in CALLED_BY_OTHERS - (
                {"figure_picture"} if name == "figures_page" else set()
            )
            (tmp_path / path.stem).mkdir()
            text = path.read_text("utf-8") if is_real else STAND_IN.replace("NAME", other)
            (tmp_path / path.stem / path.name).write_text(text, "utf-8")
        records = OF_PROGRAMMES if name.startswith("programme") else dataset
        return made(with_media(dataset) if name in ("film", "photos") else records, tmp_path)

    return component


@pytest.mark.parametrize("golden", GOLDENS)
def test_component_says_what_its_golden_file_says(alone, golden):
    """After a change that is meant: `ACCEPT=1 scripts/test tests/unit/site/test_components.py`, then read the diff."""
    name, arguments, named = GOLDENS[golden]
    html = alone(name).render(name, "../../", *arguments, **named) + "\n"
    file = GOLDEN / f"{golden}.html"
    if os.environ.get("ACCEPT"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, "utf-8")
    assert html == file.read_text("utf-8")


def test_no_text_of_components_is_fixed_in_code(root, dataset):
    """Of those that no page of this site shows; tests/site/test_languages.py looks at its pages."""
    folder = root / "overrides" / "components"
    files = (root / "data" / "exercises.yaml", root / "tests" / "support" / "programmes.yaml")
    known = fixed_words.known(
        (
            "Twice. From the side. Kim Roe",
            "coach.example",
            "CC BY 4.0",
            "films.example",
            "scripts/add",
            "Limber",
            "foot-and-hip",
        )
    )
    known = known.union(*(fixed_words.of_yaml(each.read_text("utf-8")) for each in files))
    with spoken_as(catalogues.language("en-XA", root / "overrides" / "languages", BuildCache())):
        of_site, of_media = made(dataset, folder), made(with_media(dataset), folder)
        of_programmes = made(OF_PROGRAMMES, folder)
        of_library = components_in(folder, dataset, site=Site(library=True, is_library=True))
        asked = [
            (of_site, "figures_page"),
            (of_media, "film", "calf-stretch"),
            (of_media, "film", "calf-stretch", 1),
            *(
                (of_programmes, name, *CALLS[name])
                for name in CALLS
                if name.startswith("programme_") and "sheet" not in name
            ),
            (of_programmes, "programme", "marathon-strength"),
            (of_library, "library_home", "Limber", ("calf-stretch",)),
            (of_programmes, "library_home", "Limber", ()),
            (of_library, "library_link"),
            (of_library, "take_record", "exercises", "calf-stretch"),
        ]
        for components, name, *arguments in asked:
            html = components.render(name, "../../", *arguments)
            assert html and fixed_words.fixed_words(html, known) == [], name


def test_a_step_on_one_side_alone_says_so_beside_its_dose(root, dataset):
    routine = dataset.routines["foot-and-hip"]
    steps = [replace(step, exercise=of_sides(step.exercise, "left")) for step in routine.steps[:1]]
    one = replace(dataset, routines={**dataset.routines, routine.id: replace(routine, steps=tuple(steps))})
    html = made(one, root / "overrides" / "components").render("routine", "", routine.id)
    assert '<span class="dose-pair__side">left foot only</span>' in html


def test_a_site_with_the_library_below_it_leads_there(root, dataset):
    folder = root / "overrides" / "components"
    assert 'href="../library/"' in components_in(folder, dataset, site=Site(library=True)).render("library_link", "../")
    assert components_in(folder, dataset, site=Site()).render("library_link", "../") == ""


def test_each_component_has_a_golden_file(components):
    assert set(components.names()) == {*CALLS, *CALLED_BY_OTHERS}
    assert {path.stem for path in GOLDEN.iterdir()} == set(GOLDENS)


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


def test_a_wrong_level_is_named_with_the_nearest_right_one(components):
    with pytest.raises(UnknownIdError) as fault:
        components.render("dose", "", "calf-stretch", "strat")
    assert (str(fault.value), fault.value.tip) == ('no level "strat".', 'Did you mean "start"?')


def test_cards_name_a_wrong_id(components):
    with pytest.raises(UnknownIdError):
        components.render("routine_card", "", "calf-stretch", "calf-strech")


def test_exercise_in_no_routine_has_its_card_on_the_list(root, dataset):
    alone = replace(dataset, routines={})
    page = components_in(root / "overrides" / "components", alone, paper=Printing(alone)).render("card_list", "../")
    assert page.count('class="routine-card"') == len(alone.exercises)
    assert "Exercises in no routine" in page


def test_exercise_that_comes_twice_has_two_cards_of_its_own_address(root, dataset):
    whole = dataset.routines["foot-and-hip"]
    steps = [replace(step, number=at) for at, step in enumerate((*whole.steps, whole.steps[0]), 1)]
    twice = replace(dataset, routines={"twice": replace(whole, id="twice", steps=tuple(steps))})
    page = components_in(root / "overrides" / "components", twice, paper=Printing(twice)).render(
        "routine_cards", "../", "twice"
    )
    assert page.count('id="toe-lifts"') == page.count('id="toe-lifts-8"') == 1


def test_links_lead_from_any_depth_to_the_site_root(components, dataset):
    id_ = next(iter(dataset.exercises))
    assert f'href="exercises/{id_}/"' in components.render("exercise_link", "", id_)
    assert f'href="../../../exercises/{id_}/"' in components.render("exercise_link", "../../../", id_)


def test_without_an_address_of_the_data_there_is_no_edit_link(root, dataset):
    assert components_in(root / "overrides" / "components", dataset).render("record_link", "", 12) == ""
