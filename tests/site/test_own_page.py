"""What a coach may add to content/ and get wrong in it, each in a copy of the project of its own."""

import subprocess
import sys

import pytest

from limber import wording
from limber.dataset.load import load
from page_kinds import mistyped
from site_build import MOMENT, build, copy, files_of, serving, surroundings, without_pango
from site_links import broken
from small_project import small_copy

ADDRESS = "https://coach.example/"
OWN = """---
title: Calf stretch on my stairs
description: How I teach the calf stretch, on the lowest step.
---

# Calf stretch on my stairs

I ask my runners for {{ dose("calf-stretch", "goal") }}, later in the week.

{{ exercise("calf-stretch") }}

## Before it

{{ routine("foot-and-hip-short") }}
"""
NAMED = """# Boots

## Mine {#my-boots}

They are `{#brown}`, {# and old, #}{% raw %}{#big}{% endraw %}. [Mine](#my-boots)
"""
DEEP = """---
title: What to pack
description: What I pack for a weekend with my runners.
---

# What to pack

- Begin with {{ exercise_link("toe-lifts") }}.

{{ equipment_list("foot-and-hip") }}
"""


@pytest.fixture(scope="module")
def own_site(root, once):
    """The site with a page of own prose for an exercise, and another far down."""

    def make(folder):
        project = copy(root, folder / "project")
        (project / "content" / "exercises" / "calf-stretch.md").write_text(OWN, "utf-8")
        deep = project / "content" / "exercises" / "notes" / "weekend" / "packing.md"
        deep.parent.mkdir(parents=True)
        deep.write_text(DEEP, "utf-8")
        (deep.parent / "boots.md").write_text(NAMED, "utf-8")
        (project / "content" / "languages").mkdir()
        (project / "content" / "languages" / "spoken.md").write_text("# What I speak\n", "utf-8")
        said = build(project, folder / "site", ADDRESS)
        assert (said.returncode, said.stdout, said.stderr) == (0, "", "")

    with serving(once("own", make) / "site", ADDRESS) as site:
        yield site


def test_own_page_may_lie_in_a_folder_that_is_called_as_that_of_catalogues(own_site):
    assert own_site.pages["languages/spoken/"].one("h1").text == "What I speak"


def test_own_page_replaces_the_generated_one(own_site):
    page = own_site.pages["exercises/calf-stretch/"]
    assert page.one("title").text.startswith("Calf stretch on my stairs")
    assert page.one("h1").text == "Calf stretch on my stairs"
    assert not page.every(class_="exercise-page")


def test_own_page_says_a_dose_within_a_sentence(own_site, dataset):
    calf = dataset.exercises["calf-stretch"]
    dose = wording.dose(calf.goal, calf)
    sentences = [each.text for each in own_site.pages["exercises/calf-stretch/"].every("p")]
    assert f"I ask my runners for {dose}, later in the week." in sentences


def test_own_page_shows_an_exercise_and_a_routine(own_site, dataset):
    page = own_site.pages["exercises/calf-stretch/"]
    steps = page.one(class_="exercise").one(class_="exercise__steps").every("li")
    assert [each.text for each in steps] == list(dataset.exercises["calf-stretch"].instructions)
    short = dataset.routines["foot-and-hip-short"]
    assert len(page.one(class_="routine").every(class_="routine__step")) == len(short.steps)


def test_macros_work_far_down(own_site, site):
    page = own_site.pages["exercises/notes/weekend/packing/"]
    assert page.one("a", href="../../../../exercises/toe-lifts/").text
    listed = page.one(class_="equipment-list").text
    assert listed == site.pages["routines/foot-and-hip/"].one(class_="equipment-list").text


def test_heading_can_have_a_name_of_its_own(own_site):
    page = own_site.pages["exercises/notes/weekend/boots/"]
    assert page.one("h2", id="my-boots").text == "Mine"
    assert "They are {#brown}, {#big}. Mine" in [each.text for each in page.every("p")]


def test_own_pages_break_no_link(own_site):
    assert broken(own_site) == []


def test_own_page_stays_in_its_place_in_the_routine(own_site):
    """The pages before and after lead to it, as they led to the generated one."""
    for neighbour in ("exercises/pelvic-list/", "exercises/kneeling-top-of-foot-stretch/"):
        assert own_site.pages[neighbour].every("a", href="../../exercises/calf-stretch/", class_="button")


def test_own_page_is_offered_to_lost_readers(own_site, dataset):
    """It is listed under the name of its record, with the generated ones."""
    listed = own_site.pages["404.html"].one(class_="not-found").one("ul")
    assert listed.one("a", href="/exercises/calf-stretch/").text == dataset.exercises["calf-stretch"].name


def _calves(project):
    """A page that stands in no record's place."""
    page = project / "content" / "exercises" / "notes" / "calves.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    return page


@pytest.fixture(scope="module")
def built(root, tmp_path_factory):
    """A copy of the project in which scripts/build has run once, without PDFs: its folder, and what is in site/."""
    folder = tmp_path_factory.mktemp("built")
    project = small_copy(root, folder / "project")
    _lend_environment(project)
    said = _scripts_build(project, **without_pango(folder / "without"))
    assert said.returncode == 0, said.stderr
    return project, files_of(project / "site")


def _lend_environment(project):
    """This Python environment as the copy's own, so that scripts/install finds nothing to do."""
    (project / ".venv").mkdir()
    for part in ("bin", "lib", "pyvenv.cfg"):
        (project / ".venv" / part).symlink_to(f"{sys.prefix}/{part}")
    for pinned in project.glob("requirements*.txt"):
        (project / ".venv" / pinned.name).write_bytes(pinned.read_bytes())


def _scripts_build(project, **changes):
    environment = surroundings(SITE_URL=ADDRESS, SOURCE_DATE_EPOCH=MOMENT, **changes)
    return subprocess.run(
        [project / "scripts" / "build"], cwd=project, env=environment, capture_output=True, text=True, timeout=300
    )


def test_failed_build_leaves_the_last_site_as_it_was(built):
    project, before = built
    page = _calves(project)
    page.write_text("{{ exercise('calf-strech') }}\n", "utf-8")
    said = _scripts_build(project)
    page.unlink()
    assert said.returncode == 1
    assert said.stderr.startswith('content/exercises/notes/calves.md:1: exercise: no exercise "calf-strech"')
    assert files_of(project / "site") == before
    assert not list(project.glob(".site-*"))


def test_mistake_in_the_data_reads_the_same_everywhere(built):
    project, before = built
    data = project / "data" / "exercises.yaml"
    id_ = next(iter(load(data).exercises))
    wrong = mistyped(id_)
    sound = data.read_text("utf-8")
    data.write_text(sound.replace(f"      - exercise: {id_}\n", f"      - exercise: {wrong}\n"), "utf-8")
    checked = subprocess.run(
        [sys.executable, "scripts/validate.py"], cwd=project, capture_output=True, text=True, timeout=600
    )
    tried = _scripts_build(project)
    data.write_text(sound, "utf-8")
    assert (checked.returncode, tried.returncode) == (1, 1)
    assert f'no exercise "{wrong}".\n    Did you mean "{id_}"?\n' in checked.stderr
    assert tried.stderr == checked.stderr + "site/ is as it was.\n"
    assert files_of(project / "site") == before
