"""The site in the other two engines, Firefox and that of Safari, with the server killed: all is there, and is drawn."""

import json

import pytest

from another_build import another_build
from kept_site import UPDATED
from other_engines import ENGINES
from page_kinds import plan
from stoppable_host import host_of

READY = """const worker = navigator.serviceWorker;
  while (worker.controller?.state !== "activated") await new Promise((done) => setTimeout(done, 50));
  return true;"""
SHOWN = """const heading = () => [...document.querySelectorAll("h1")].find((each) => each.checkVisibility())?.innerText;
  while (!heading()) await new Promise((done) => setTimeout(done, 50));
  return [heading(), [...document.styleSheets].length > 0];"""
PLAN = """while (document.querySelector("h1").innerText !== "Week 1") await new Promise((done) => setTimeout(done, 50));
  document.querySelector(".plan-step__figure").scrollIntoView();
  while (!document.querySelector(".plan-step__figure svg")) await new Promise((done) => setTimeout(done, 50));
  return [document.querySelector("h1").innerText, true];"""
SHEET = """const figures = [...document.querySelectorAll(".paper-poses img")];
  while (!figures.every((each) => each.naturalWidth)) await new Promise((done) => setTimeout(done, 50));
  return figures.length;"""
TIMER = """const main = () => document.querySelector(".timer-stage:not([hidden]) [data-action=main]");
  while (!main()) await new Promise((done) => setTimeout(done, 50));
  main().click();
  while (!main().innerText.includes("Pause")) await new Promise((done) => setTimeout(done, 50));
  main().click();
  return "ran";"""
SEARCH = """const open = () => document.querySelector("[data-search-open]:not([hidden])");
  while (!open()) await new Promise((done) => setTimeout(done, 50));
  open().click();
  const field = document.querySelector("dialog input");
  field.value = arguments_[0];
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  while (!document.querySelector("dialog ol a")) await new Promise((done) => setTimeout(done, 50));
  return document.querySelector("dialog ol a").pathname;"""
SIZES = """const figures = [...document.querySelectorAll("main :is(svg[viewBox]:not(svg svg), .figure-thumb img)")];
  const seen = figures.filter((each) => each.checkVisibility());
  return seen.map((each) => [each.getAttribute("class"), each.clientWidth, each.clientHeight]);"""
LEAST = 32  # CSS pixels of a figure in both directions
HEADING = "return document.querySelector('h1').innerText;"
UPDATE = f"return await ({UPDATED})();"
NEIGHBOURS = ["limber:/other/:1", "their-pages"]
BESIDE = f"await Promise.all({json.dumps(NEIGHBOURS)}.map((each) => caches.open(each))); return true;"
# Builds of ours that were let go of are gone a moment after they were.
LEFT = """const ours = async () => (await caches.keys()).filter((name) => name.startsWith(`limber:${arguments_[0]}:`));
  while ((await ours()).length !== 1) await new Promise((done) => setTimeout(done, 50));
  return (await caches.keys()).filter((name) => !name.startsWith(`limber:${arguments_[0]}:`)).sort();"""


@pytest.mark.parametrize("engine", ENGINES)
def test_site_is_there_without_its_server_and_another_build_comes_whole_or_not_at_all(
    engine, subpath_site, root, dataset, kinds, tmp_path
):
    """In one visit, since each engine takes seconds to start and to keep the site."""
    built = subpath_site
    second = another_build(built, root, tmp_path / "second", "second")
    half = another_build(built, root, tmp_path / "half", "half")
    (half / "safety" / "index.html").write_text("of no build", "utf-8")
    profile = tmp_path / "profile"
    profile.mkdir()
    with host_of(built.folder, tmp_path, built.address) as host, engine(profile) as walk:
        base = host.site.base_url
        assert walk(READY, f"{base}safety/")
        assert walk(BESIDE)
        host.deploy(half)
        assert walk(UPDATE) == "redundant"
        host.hang()
        assert walk(HEADING, f"{base}equipment/") == "Equipment", "it is not waited for"
        assert walk(HEADING, f"{base}safety/") == "Safety and care"
        host.kill()
        _walk_through(walk, base, dataset)
        _each_figure_can_be_seen(walk, base, kinds)
        host.deploy(second)
        host.start()
        assert walk(UPDATE, f"{base}equipment/") == "activated"
        host.kill()
        assert walk(HEADING, f"{base}equipment/") == "Equipment"
        assert walk(HEADING, f"{base}safety/") == "Safety, second build"
        assert walk(LEFT.replace("arguments_[0]", json.dumps(host.mount))) == sorted(NEIGHBOURS)


def _walk_through(walk, base, dataset):
    """Every kind of page is there, and does what it does."""
    exercise = next(iter(dataset.exercises.values()))
    whole = next(each for each in dataset.routines.values() if not each.core_of)
    exercises = [step.exercise for step in whole.steps]
    assert walk(SHOWN, f"{base}exercises/{exercise.id}/?from=a-link") == [exercise.name, True]
    assert walk(PLAN, f"{base}plan/{plan(whole)}") == ["Week 1", True]
    assert walk(SHOWN, f"{base}sheets/{whole.id}/") == [whole.name, True]
    assert walk(SHEET) == sum(min(len(each.figure.poses), 2) for each in exercises if each.figure)
    assert walk(SHOWN, f"{base}no/such/place/") == ["This page is not here", True]
    assert walk(TIMER, f"{base}timer/?routine={whole.id}") == "ran"
    found = walk(SEARCH.replace("arguments_[0]", json.dumps(exercise.name)), base)
    assert found.endswith(f"/exercises/{exercise.id}/")


def _each_figure_can_be_seen(walk, base, kinds):
    for kind in ("home", "routine", "exercise", "equipment", "exercise list", "routine list"):
        sizes = walk(SIZES, base + kinds[kind])
        assert sizes, kind
        assert [each for each in sizes if min(each[1:]) < LEAST] == [], kind
