"""A plan's link in the timer: led through to the second, and found again after a reload."""

import json
import subprocess
from itertools import accumulate, pairwise

from playwright.sync_api import expect

from plan_checks import checked

TITLE = "Zebra-after-work"
PLAN = f"#1.tl20s.br2x15sr10l.cs-r.kt2x4h.pl3t2120.t={TITLE}.n=Breathe-out%2C-slowly"
PHASES = {"prepare": "Get ready", "transition": "Next", "switch": "Change sides", "rest": "Rest", "work": "Work"}

# Reads the records that the site was built with, and answers with the intervals of a plan.
INTERVALS = """
import { readFileSync } from "node:fs";
import { decode } from "./overrides/scripts/shared/plan-link.js";
import { asRoutine, catalogue } from "./overrides/scripts/shared/plan-routine.js";
import { timeline } from "./overrides/scripts/shared/timeline.js";
const { fragment, exercises } = JSON.parse(readFileSync(0, "utf-8"));
const { exercisesByCode, aliases } = catalogue(exercises);
const routine = asRoutine(decode(fragment, exercisesByCode, aliases), exercisesByCode);
console.log(JSON.stringify(timeline(routine).map(({ kind, step, side, seconds, amount, reps }) => (
  { kind, side, seconds, reps: amount === "reps" ? reps : 0,
    name: routine.steps[step].exercise.short_name,
    limb: routine.steps[step].exercise.limb }))));
"""


def _intervals(root, site, fragment):
    files = sorted((site.folder / "api" / "v1" / "exercises").glob("*.json"))
    given = {"fragment": fragment, "exercises": [json.loads(file.read_text("utf-8")) for file in files]}
    node = ["node", "--input-type=module", "--eval", INTERVALS]
    run = subprocess.run(node, cwd=root, input=json.dumps(given), capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_note_of_a_step_of_a_plan_is_seen_before_it_is_done(timer):
    timer.open(checked("#2.tl20s.br30s.x2=Stop-above-3-of-10")).press("main").press("skip").run(1)
    assert (timer.shown.phase, timer.part("note")) == ("Work", "")
    for phase, note in (("Next", "Stop above 3 of 10"), ("Work", "")):
        while timer.shown[:2] != (phase, "Ball roll"):
            timer.press("skip").run(0.05)
        assert timer.part("note") == note


def test_every_interval_of_a_plan_comes_at_its_second(timer, root, site):
    intervals = _intervals(root, site, PLAN)
    begins = list(accumulate((each["seconds"] for each in intervals), initial=0))
    assert len(intervals) > 12
    assert {each["kind"] for each in intervals} == {"prepare", "transition", "switch", "rest", "work"}
    timer.open(PLAN).press("main")
    passed = 0.0
    for each, (begin, end) in zip(intervals, pairwise(begins), strict=True):
        timer.run(begin + 0.05 - passed)
        side = f"{each['side']} {each['limb']}".capitalize() if each["side"] else ""
        seen = (PHASES[each["kind"]], each["name"], side)
        counted = each["kind"] == "work" and each["reps"] > 1  # then the large number is the repetition
        assert timer.shown == (*seen, "1" if counted else str(each["seconds"])), f"at second {begin}"
        passed = end - 0.05
        timer.run(passed - begin - 0.05)
        assert timer.shown == (*seen, str(each["reps"]) if counted else "1"), f"just before second {end}"
    timer.run(0.1)
    assert (timer.mode, timer.part("summary").split(",")[0]) == ("ended", "5 exercises")
    assert timer.stored() is None


def test_plan_says_its_title_its_note_and_its_doses_and_is_found_again_under_way(timer, site):
    timer.open(PLAN)
    stage = timer.stage
    assert (timer.part("title"), timer.main) == ("Zebra after work", "Start, 4\u202fmin")
    assert timer.part("summary") == "The sender writes: “Breathe out, slowly”"
    doses = stage.locator(".timer-stage__page [data-part=steps] [data-part=dose]").all_inner_texts()
    assert [each.replace("\u202f", " ").replace("\xa0", " ") for each in doses] == [
        "20 s each foot",
        "2 × 15 s, left foot only, rest 10 s",
        "30 s hold, right foot only",
        "2 × 4 s hold",
        "3 reps each side, 2 s down · 1 s pause · 2 s up",
    ]
    assert timer.notes == []
    expect(stage.locator("[data-setting=level]:visible")).to_have_count(0)
    timer.press("settings")
    expect(stage.locator("dialog [data-setting=voice]")).to_be_visible()
    expect(stage.locator("[data-setting=level]:visible")).to_have_count(0)
    timer.press("close")
    way = stage.locator("[data-href=routine_url]")
    assert way.get_attribute("href") == f"{site.base_url}plan/{PLAN}", "its own page"
    _is_found_again(timer)
    assert timer.skip_until().mode == "ended"
    assert way.get_attribute("href") == f"{site.base_url}plan/{PLAN}"


def _is_found_again(timer):
    """After a reload, and where nothing is asked for."""
    before = timer.press("main").run(75.5).shown
    assert before.phase == "Work"
    assert timer.stored()["address"] == PLAN
    timer.reload()
    assert (timer.shown, timer.main) == (before, "Resume")
    timer.page.goto("about:blank")
    timer.open("").stage.get_by_role("link", name="Resume Zebra after work", exact=True).click()
    expect(timer.stage.locator("h2[data-part=name]")).to_have_text(before.name)
    assert (timer.wait().shown, timer.main) == (before, "Resume")
    timer.press("main").run(2)
    assert timer.shown.clock == str(int(before.clock) - 2)


def test_routine_still_has_its_levels_to_choose_from(timer):
    timer.open().press("settings")
    expect(timer.stage.locator("dialog [data-setting=level]:visible")).to_have_count(2)


def test_side_of_one_foot_only_is_said_wherever_the_exercise_is(timer):
    timer.open("#1.cs-l.t=Left").press("main")
    assert timer.shown == ("Get ready", "Calf stretch, left foot", "", "10")
    timer.run(10.05)
    status = timer.stage.locator("[data-part=status]")
    assert status.inner_text() == "Calf stretch, left foot, 30 seconds."


def test_another_link_in_the_same_tab_is_another_plan(timer):
    timer.open("#1.cs.t=One").press("main").run(12)
    timer.page.evaluate("location.hash = '#1.sb.t=Two'")
    expect(timer.stage.locator("[data-part=title]")).to_have_text("Two")
    assert timer.mode == "ready"
    timer.stage.get_by_role("link", name="Resume One", exact=True).click()
    expect(timer.stage.locator("h2[data-part=name]")).to_have_text("Calf stretch")


def test_query_that_asks_for_something_counts_before_the_plan(timer):
    timer.open(f"?exercise=calf-stretch{PLAN}")
    assert timer.part("title") == "Calf stretch"
    timer.page.goto("about:blank")
    timer.open(f"?utm_source=mail{PLAN}")
    assert timer.part("title") == "Zebra after work"


def test_place_in_the_list_is_no_plan(timer):
    timer.page.goto("timer/#foot-and-hip")
    expect(timer.page.locator("[data-free-timer]")).to_be_visible()
    assert not timer.stage.is_visible()
