"""Plan links and the project's own data: codes in committed links lead somewhere, and a full plan fits its QR code."""

import json
import subprocess
from pathlib import Path

import pytest

from limber.exports import records
from limber.paper.layout import LONGEST_ADDRESS
from plan_checks import checked

LINKS = json.loads((Path(__file__).parents[2] / "vectors" / "plan-links.json").read_text("utf-8"))
NO_CODES_OF_OURS = {"lunge"}

# Reads exercises as the API has them, changes every dose, rest and side, and answers with the fragments.
FULL = """
import { readFileSync } from "node:fs";
import { decode, encode } from "./overrides/scripts/shared/plan-link.js";
import { catalogue, withoutDefaults } from "./overrides/scripts/shared/plan-routine.js";
const exercises = JSON.parse(readFileSync(0, "utf-8"));
const { exercisesByCode } = catalogue(exercises);
const range = (amount) => amount && { min: amount.min + 15, max: amount.max + 15 };
const steps = exercises.map(({ code, start, laterality }) => ({
  code,
  level: null,
  dose: {
    ...start, sets: 3, rest_seconds: 45, or: null,
    reps: start.reps && { min: 10, max: 12 },
    hold_seconds: range(start.hold_seconds), work_seconds: range(start.work_seconds),
  },
  side: laterality === "bilateral" ? "each" : "left",
}));
const plan = withoutDefaults({ level: "start", title: "", note: "", steps }, exercisesByCode);
const usual = withoutDefaults({ ...plan, steps: exercises.map(({ code, start }) => (
  { code, level: "start", dose: start, side: null })) }, exercisesByCode);
const link = encode(plan);
console.log(JSON.stringify({
  full: link, usual: encode(usual),
  changed: decode(link, exercisesByCode).steps.filter(({ dose, side }) => dose && side && dose.rest_seconds).length,
}));
"""


@pytest.fixture(scope="module")
def plans(root, dataset):
    exercises = [records.exercise(step.exercise) for step in dataset.routines["foot-and-hip"].steps]
    node = ["node", "--input-type=module", "--eval", FULL]
    run = subprocess.run(node, cwd=root, input=json.dumps(exercises), capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_a_plan_of_seven_changed_in_every_part_fits_a_qr_code_that_a_phone_reads(plans):
    page = "https://coaches.example.org/limber/plan/"
    assert plans["changed"] == 7
    assert (len(page), len(plans["full"])) == (40, 85)
    assert len(page + plans["full"]) <= LONGEST_ADDRESS


def test_a_plan_at_the_usual_doses_is_its_codes(plans):
    assert plans["usual"] == checked("#1.tl.br.st.pl.cs.kt.sb")


def test_codes_in_committed_links_lead_to_exercises(dataset):
    known = {code for each in dataset.exercises.values() for code in (each.code, *each.old_codes)}
    assert set(LINKS["codes"]) - NO_CODES_OF_OURS <= known
