"""A plan with a circuit, notes and an exercise that the site lacks: read, timed, printed and sent, all the same."""

import json
import subprocess

import pytest
from playwright.sync_api import expect

from limber.wording import NARROW

PLAN = {
    "level": "start",
    "title": "Knee, week 2",
    "note": "",
    "steps": [
        {"code": "CALF", "dose": {"hold_seconds": 30}, "how_often": "Twice a day."},
        {"code": "TOES", "dose": {"reps": 12}, "group": 0, "note": "Stop above 3 of 10."},
        {
            "code": "",
            "own": {"name": "Clamshell", "words": "Lie on your side, heels together."},
            "dose": {"reps": 10},
            "group": 0,
        },
    ],
    "groups": [{"name": "Circuit", "rounds": 3, "round_rest_seconds": 60}],
}
ENCODE = """
import { encode } from "./overrides/scripts/shared/plan-link.js";
import { doseOf } from "./overrides/scripts/plan/dose-of-data.js";
const plan = JSON.parse(process.argv[1]);
const steps = plan.steps.map((step) => ({ level: null, side: null, ...step, dose: doseOf(step.dose) }));
console.log(encode({ ...plan, steps }));
"""


@pytest.fixture(scope="module")
def link(root, dataset):
    """The fragment of the plan, with two exercises of the site."""
    exercises = list(dataset.exercises.values())
    text = json.dumps(PLAN).replace("CALF", exercises[0].code).replace("TOES", exercises[1].code)
    node = ["node", "--input-type=module", "--eval", ENCODE, text]
    run = subprocess.run(node, cwd=root, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_client_reads_rounds_notes_and_what_the_site_lacks(page, link):
    page.goto(f"plan/{link}")
    steps = page.locator("[data-part=steps] > li")
    expect(steps).to_have_count(3)
    expect(steps.nth(0)).to_contain_text("twice a day")
    expect(steps.nth(1)).to_contain_text(f"Circuit: 3 rounds, 60{NARROW}s rest between rounds")
    expect(steps.nth(1)).to_contain_text("Stop above 3 of 10.")
    expect(steps.nth(2).locator("h2")).to_have_text("3 Clamshell")
    expect(steps.nth(2)).to_contain_text("Lie on your side, heels together.")
    expect(steps.nth(2)).not_to_contain_text("Circuit")
    expect(steps.nth(2).get_by_text("All about this exercise")).to_be_hidden()
    expect(steps.nth(2).get_by_text("Feel it here")).to_be_hidden()


def test_timer_goes_through_the_rounds(page, link):
    page.goto(f"timer/{link}")
    page.get_by_role("button", name="Start, ").wait_for()
    expect(page.locator("body")).to_contain_text("Clamshell")


def test_sheet_and_cards_say_the_rounds_the_note_and_the_words(page, link):
    page.goto(f"plan/sheet/{link}")
    rows = page.locator(".cheat-sheet__step")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("twice a day")
    expect(rows.nth(1)).to_contain_text(f"Circuit: 3 rounds, 60{NARROW}s rest between rounds")
    expect(rows.nth(1)).to_contain_text("Stop above 3 of 10.")
    expect(rows.nth(2)).to_contain_text("Lie on your side, heels together.")
    page.goto(f"plan/cards/{link}")
    cards = page.locator(".routine-card")
    expect(cards).to_have_count(3)
    for at in (1, 2):
        expect(cards.nth(at)).to_contain_text("Circuit: 3 rounds")
    expect(cards.nth(1)).to_contain_text("Stop above 3 of 10.")
    expect(cards.nth(2)).to_contain_text("Clamshell")
    expect(cards.nth(2).locator("img.qr")).to_have_count(0)
