"""Doses, groups, weeks and lengths in other languages: the words of a therapist, the same in Python and scripts."""

import json
import subprocess
from pathlib import Path

import pytest

from limber import equipment, group_wording, programme_words, wording
from limber.build_cache import BuildCache
from limber.dataset import parse
from limber.dataset.load import load
from limber.exports import records
from limber.exports.routine_files import table
from limber.languages import catalogues
from limber.languages.messages import gettext, spoken_as
from limber.model.dose import More
from limber.model.nouns import Range
from limber.publish.assets import AssetFiles
from sided import Sided

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "doses-in-languages.json").read_text("utf-8"))["doses"]


@pytest.fixture
def german(root):
    """Has German spoken."""
    with spoken_as(catalogues.language("de", root / "overrides" / "languages", BuildCache())) as _:
        yield


def plain(words):
    return words.replace(wording.NARROW, "_").replace("\u00a0", "_").replace(wording.HYPHEN, "-")


def test_doses_are_said_in_each_language_as_the_vectors_have_them(root):
    folder = root / "overrides" / "languages"
    codes = [code for code in catalogues.codes(folder) if code != "en"]
    assert len(VECTORS) > 40 and codes
    for code in codes:
        with spoken_as(catalogues.language(code, folder, BuildCache())):
            for each in VECTORS:
                of = Sided(each["laterality"], each["limb"], tuple(each.get("directions", ())))
                assert plain(wording.dose(parse.dose(each["dose"]), of)) == plain(each[code])


@pytest.mark.usefixtures("german")
def test_what_stands_around_a_dose_is_said_in_german(dataset):
    assert wording.day(parse.date.fromisoformat("2026-11-22")) == "22. November 2026"
    assert plain(wording.minutes(Range(700, 840))) == "etwa 12–14_min"
    assert plain(wording.each_time(More(2.5, "kg"))) == "dann jedes Mal 2,5_kg mehr"
    assert plain(wording.each_time(More(-10, "rest_seconds"))) == "dann jedes Mal 10_s weniger Pause"
    start, goal = parse.dose({"sets": 2, "reps": 8}), parse.dose({"sets": 2, "reps": 8, "effort": {"rir": 2}})
    assert wording.explained(start, goal, Sided("unilateral", "foot")) == (
        "Zuerst alle Sätze mit dem rechten Fuß, dann links.",
        "Wiederholungen in Reserve: Hör auf, wenn du noch so viele schaffen würdest.",
    )
    amounts, _ = wording.dose_pair(
        parse.dose({"reps": 6}), parse.dose({"reps": {"min": 10, "max": 12}}), Sided("bilateral", "")
    )
    assert amounts == ("6", "→ 10–12 Wiederholungen")
    assert wording.listing(["Fuß", "Hüfte", "Knie"], "or") == "Fuß, Hüfte oder Knie"
    assert wording.named("Waden dehnen") == "„Waden dehnen“", "or it would read as words of the sentence"
    assert wording.within("Halbrolle") == "Halbrolle", "a noun keeps its capital letter in German"
    assert wording.position("supine") == "in Rückenlage"
    assert [name for name, _ in equipment.by_use(dataset)] == ["Nötig", "Hilfreich"]


@pytest.mark.usefixtures("german")
def test_rounds_and_weeks_are_said_in_german():
    assert programme_words.weeks(1, 4) == "Wochen 1–4"
    assert [programme_words.weeks(each, last) for each, last in ((3, 3), (5, None))] == ["Woche 3", "Ab Woche 5"]
    group = parse.group({"group": "Zirkel", "rounds": 3, "round_rest_seconds": 90}, 1)
    assert plain(group_wording.rounds(group)) == "3 Runden, 90_s Pause zwischen den Runden"


IN_SCRIPTS = """
import { readFileSync } from "node:fs";
import { doseOf } from "./scripts/plan/dose-of-data.js";
import { groupsOf, stepsOf } from "./scripts/plan/plan-draft.js";
import { kit } from "./scripts/plan/plan-needs.js";
import { table } from "./scripts/plan/plan-table.js";
import { dose, side } from "./scripts/shared/dose-words.js";
import { roundsOf } from "./scripts/shared/group-words.js";
import { decode } from "./scripts/shared/plan-link.js";
const { doses, groups, exercises, routine, site } = JSON.parse(readFileSync(0, "utf-8"));
const said = doses.map(({ dose: data, ...exercise }) => {
  const found = doseOf(data);
  return dose(found, side(exercise, found.side_order));
});
const known = new Map(exercises.map((each) => [each.code, each]));
const plan = { ...decode("", known), steps: stepsOf(routine, "start"), groups: groupsOf(routine) };
const [block, towel] = [{ id: "block", name: "Block" }, { id: "towel", name: "Towel" }];
const needs = (...substitute_items) => [{ ...block, required: true, substitute_items }];
const needing = [{ id: "one", equipment: needs(towel) }, { id: "two", short_name: "Two", equipment: needs() }];
const written = { table: table(plan, known, site), kit: kit(needing) };
console.log(JSON.stringify({ doses: said, groups: groups.map(roundsOf), ...written }));
"""
"""Says doses, groups and what is needed, and writes a plan as a table, by the published scripts of a site."""
GROUPS = [
    {"rounds": 1},
    {"rounds": 3, "round_rest_seconds": 90},
    {"rounds": 20, "every_seconds": 60},
    {"rounds": 10, "step_every_seconds": 60},
    {"rounds": 1, "work_seconds": 1200},
    {"rounds": 3, "for_time": True},
    {"rounds": 3, "for_time": True, "cap_seconds": 900},
]


def test_published_scripts_say_the_same(root, tmp_path):
    case = json.loads((root / "tests" / "vectors" / "table-rows.json").read_text("utf-8"))["tables"][0]
    data = tmp_path / "exercises.yaml"
    data.write_text(json.dumps(case["data"]), "utf-8")
    dataset = load(data)
    (routine,) = dataset.routines.values()
    folder = root / "overrides" / "languages"
    for code in (code for code in catalogues.codes(folder) if code != "en"):
        language = catalogues.language(code, folder, BuildCache())
        files = AssetFiles.of(tmp_path, root / "overrides", bundled=False, language=language).files
        for path in (path for path in files if path.endswith(".js")):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(files[path])
        (tmp_path / "package.json").write_text('{"type": "module"}')
        with spoken_as(language):
            exercises = [records.exercise(each) for each in dataset.exercises.values()]
            plan = {"exercises": exercises, "routine": records.session(routine), "site": case["site"]}
        asked = json.dumps({"doses": VECTORS, "groups": GROUPS, **plan})
        node = ["node", "--input-type=module", "--eval", IN_SCRIPTS]
        run = subprocess.run(node, cwd=tmp_path, input=asked, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        said = json.loads(run.stdout)
        assert [plain(each) for each in said["doses"]] == [plain(each[code]) for each in VECTORS]
        with spoken_as(language):
            groups = [parse.group({"group": "", **each}, 1) for each in GROUPS]
            assert said["groups"] == [group_wording.rounds(each) for each in groups]
            assert said["table"] == table(routine, case["site"])
            name = wording.quoted("Two")
            but = gettext("{thing} (not for {exercises})", thing=wording.within("Towel"), exercises=name)
            assert said["kit"] == f"Block{gettext(' or ')}{but}." and name[0] in "„«"
