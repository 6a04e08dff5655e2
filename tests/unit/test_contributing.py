"""The guide's own examples: what a first-time contributor copies must be sound, and must mean what the guide says."""

import json
import re

import yaml

from golden_datasets import GOLDEN
from limber import group_wording, programme_words, wording
from limber.dataset import parse
from limber.dataset.load import load
from limber.figures import paths, skeleton
from limber.figures.posing import posed
from limber.model import sides
from project_root import PROJECT
from sided import Sided
from tools import field_table, shipped


def with_the_example(root):
    """The site's dataset with the guide's example exercise at its place in alphabetical order."""
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    example = re.search(r"```yaml\n(.+?)```", guide, re.DOTALL)[1]
    before, after = (root / "data" / "exercises.yaml").read_text("utf-8").split("  kneeling-top-of-foot-stretch:\n")
    return f"{before}{example}\n  kneeling-top-of-foot-stretch:\n{after}"


def test_the_example_exercise_is_sound(root, tmp_path):
    file = tmp_path / "exercises.yaml"
    file.write_text(with_the_example(root), "utf-8")
    assert load(file).exercises["heel-raise"].name == "Heel raise"


def test_the_short_example_is_sound(root, tmp_path):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml short\n(.+?)```", guide, re.DOTALL)
    file = tmp_path / "exercises.yaml"
    file.write_text(f"exercises:\n{example}", "utf-8")
    it = load(file).exercises["heel-raise"]
    assert (it.code, it.contraindications) == ("hr", None)


def test_the_example_exercise_can_be_a_step_of_a_routine_with_a_published_length(root, tmp_path):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    exercise, priority = re.search(r"with a step: `(- exercise: .+?)` and `(priority: .+?)`", guide).groups()
    text = with_the_example(root)
    begin = text.index("\n  foot-and-hip:\n")
    end = text.index("    source:\n", begin)
    file = tmp_path / "exercises.yaml"
    file.write_text(f"{text[:end]}      {exercise}\n        {priority}\n{text[end:]}", "utf-8")
    routine = load(file).routines["foot-and-hip"]
    assert routine.credit.length_seconds
    assert routine.steps[-1].exercise.id == "heel-raise"
    assert routine.steps[-1].exercise.credit is None


def test_the_examples_of_figures_are_sound_and_stand_on_the_ground(root, tmp_path):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    written = re.findall(r"```yaml\n(    figure:\n.+?)```", guide, re.DOTALL)
    assert len(written) == 2
    for each in written:
        file = tmp_path / "exercises.yaml"
        before, after = with_the_example(root).split("\n      - Up tall, down slow.\n")
        file.write_text(f"{before}\n      - Up tall, down slow.\n{each}{after}", "utf-8")
        figure = load(file).exercises["heel-raise"].figure
        for pose in posed(figure).poses:
            points = paths.stance(figure, pose.by_name()).points
            feet = [points[f"right_{part}"][2] - skeleton.thick(part) for part in ("heel", "ball", "toes")]
            assert abs(min(feet)) < 0.01, pose.shows


def test_the_examples_of_doses_mean_what_the_guide_says(root):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^`\s].*?) \| `(\{.+\})` \|$", guide, re.MULTILINE)
    assert len(rows) >= 7
    for said, written in rows:
        dose = parse.dose(yaml.safe_load(written))
        words = wording.dose(dose, Sided()).replace(wording.NARROW, " ")
        if dose.tempo:
            assert said == wording.details(dose).replace(wording.NARROW, " ").replace("\u00a0", " ")
        else:
            assert words == said.replace("or a ", "or ")


def groups_of_the_guide(root):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    return guide[guide.index("### Steps and groups\n") : guide.index("### Programmes\n")]


def loaded_routine(tmp_path, steps, **keys):
    """The routine of a sound dataset with other steps, and keys beside them."""
    sound = yaml.safe_load((GOLDEN / "sound" / "all.yaml").read_text("utf-8"))
    sound["routines"]["morning"] |= {"steps": steps, **keys}
    file = tmp_path / "exercises.yaml"
    file.write_text(json.dumps(sound, indent=1), "utf-8")
    return load(file).routines["morning"]


TWO = [{"exercise": "push-up", "priority": "core"}, {"exercise": "wall-push-up", "priority": "core"}]
LAST = {"exercise": "side-plank", "priority": "core"}


def rows_of(table):
    """What each row says, and the keys that are written for it."""
    for said, written in re.findall(r"^\| (\S.*?) \| (`.+) \|$", table, re.MULTILINE):
        keys = {}
        for each in re.findall(r"`(\S+: .+?)`", written):
            keys |= yaml.safe_load(each)
        yield said, keys


def test_the_example_group_is_sound(root, tmp_path):
    written = re.search(r"```yaml\n(.+?)```", groups_of_the_guide(root), re.DOTALL)[1]
    routine = loaded_routine(tmp_path, yaml.safe_load(written)["steps"])
    assert [len(block.steps) for block in routine.blocks] == [1, 2]


def test_the_examples_of_groups_mean_what_the_guide_says(root, tmp_path):
    rows = list(rows_of(groups_of_the_guide(root).split("\n\n| you want to say of")[1]))
    assert len(rows) == 8
    for said, keys in rows:
        routine = loaded_routine(tmp_path, [{"group": "Circuit", **keys, "steps": TWO}])
        assert group_wording.rounds(routine.blocks[0].group).replace(wording.NARROW, " ") == said


def test_the_examples_around_steps_mean_what_the_guide_says(root, tmp_path):
    rows = list(rows_of(groups_of_the_guide(root).split("\n\n| you want to say of")[2]))
    assert len(rows) == 7
    for said, keys in rows:
        of_routine = {key: keys.pop(key) for key in ("second_round",) if key in keys}
        first, last = (keys, {}) if keys.get("part") != "cool-down" else ({}, keys)
        before = {"exercise": "wall-push-up", "priority": "core"}
        others = [before] if "transition_seconds" in keys else []
        steps = [*others, {**TWO[0], **first}, {**LAST, **last}]
        routine = loaded_routine(tmp_path, steps, **of_routine)
        step = next(each for each in routine.steps if any(getattr(each, key) for key in keys)) if keys else None
        told = [
            *(group_wording.around(step) if step else ()),
            *(heading for heading, _ in group_wording.parts(routine)),
        ]
        told += [group_wording.SECOND_ROUND] if routine.second_round else []
        told += [wording.side(step.exercise)] if step else []
        told += [f"{step.transition_seconds} s to get ready for it"] if step and step.transition_seconds else []
        assert said in [each.replace(wording.NARROW, " ") for each in told]


def test_the_ladder_of_the_guide_is_sound(root, tmp_path):
    rounds, sets = re.search(r"`(rounds: 5)` with `(sets: .+?)`", groups_of_the_guide(root)).groups()
    dose = yaml.safe_load(sets)
    step = {"exercise": "push-up", "priority": "core", "dose": {"start": dose, "goal": dose}}
    loaded_routine(tmp_path, [{"group": "Ladder", **yaml.safe_load(rounds), "steps": [step]}])


def programmes_of_the_guide(root):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    return guide[guide.index("### Programmes\n") : guide.index("### Sides\n")]


def loaded_with(tmp_path, programmes):
    """A sound dataset of two exercises and a routine with programmes."""
    sound = yaml.safe_load((GOLDEN / "sound" / "all.yaml").read_text("utf-8"))
    sound["exercises"]["wall-push-up"]["code"] = "cr"
    sound["exercises"] = {"calf-raise": sound["exercises"].pop("wall-push-up"), **sound["exercises"]}
    sound["exercises"]["calf-raise"] |= {"dose": {"start": START, "goal": {**START}}}
    sound["routines"]["morning"]["steps"][0]["exercise"] = "calf-raise"
    file = tmp_path / "exercises.yaml"
    file.write_text(json.dumps({**sound, "programmes": programmes}, indent=1), "utf-8")
    return load(file).programmes


START = {"sets": 2, "reps": 5, "rest_seconds": 60, "load": {"kg": 10}}


def test_the_example_programme_is_sound(root, tmp_path):
    written = re.search(r"```yaml\n(.+?)```", programmes_of_the_guide(root), re.DOTALL)[1]
    programme = loaded_with(tmp_path, yaml.safe_load(written)["programmes"])["strong-calves"]
    assert [phase.weeks.max for phase in programme.phases] == [4, 8]


def test_the_examples_of_programmes_mean_what_the_guide_says(root, tmp_path):
    rows = re.findall(r"^\| (\S.*?) \| (`.+`) \|$", programmes_of_the_guide(root), re.MULTILINE)
    assert len(rows) >= 12
    for said, written in rows:
        keys = {}
        for each in re.findall(r"`(.+?)`", written):
            keys |= yaml.safe_load(each)
        of_phase = {key: keys.pop(key) for key in ("weeks", "until") if key in keys}
        weeks = of_phase.get("weeks", 1)
        first = weeks if isinstance(weeks, int) else weeks["first"]
        phases = [
            {"name": "All", "weeks": {"first": 1, "last": 4}, "sessions": [{"routine": "morning"} | keys]} | of_phase
        ]
        if first > 1:
            before = {"name": "Before", "weeks": {"first": 1, "last": first - 1}, "sessions": [{"routine": "morning"}]}
            phases.insert(0, before)
        names = {"code": "sv", "name": "Calves", "short_name": "Calves", "summary": "Strong calves.", "source": "own"}
        programme = loaded_with(tmp_path, {"strong-calves": names | {"phases": phases}})["strong-calves"]
        phase = programme.phases[-1]
        weeks = programme_words.weeks(first, phase.weeks.max if phase.weeks else None)
        when = programme_words.when(phase.sessions[0]).replace(wording.NARROW, " ")
        if "weeks" in of_phase or keys.keys() - {"level", "doses", "growth"}:
            assert said in (weeks, when)


def test_the_field_table_is_the_schemas():
    assert field_table.GUIDE.read_text("utf-8") == field_table.content(), "run: scripts/generate"


def test_the_readmes_name_each_command(root):
    own = [root / "README.md"] if shipped.is_limbers(PROJECT) else []  # else it is a coach's
    for readme in [root / "scripts" / "README.md", *own]:
        text = readme.read_text("utf-8")
        for path in (root / "scripts").iterdir():
            if path.is_file() and not path.suffix:
                assert re.search(rf"`scripts/{path.name}[` ]", text), (readme.parent.name, path.name)


def test_the_example_of_changes_is_sound(root, tmp_path):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n( {4}changes:\n.+?)```", guide, re.DOTALL)
    above = "    contraindications: none\n"
    file = tmp_path / "exercises.yaml"
    file.write_text(with_the_example(root).replace(above, f"{above}{example}", 1), "utf-8")
    days = [change.date for change in load(file).exercises["heel-raise"].changes]
    assert len(days) == 2 and days == sorted(days, reverse=True)


def test_marks_of_sides_read_as_the_guide_says(root):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8").partition("### Sides\n")[2].partition("###")[0]
    rows = re.findall(r"^\| [^|]+ \| `- ([^|]+)`[^|]* \| ([^|]+) \|([^|]*)\|$", guide, re.MULTILINE)
    assert len(rows) == 6
    for written, both, left in rows:
        steps = yaml.safe_load(f"- {written}")
        assert sides.both(steps) == [both]
        assert sides.alone(steps, "left") == [each for each in [left.strip()] if each]
