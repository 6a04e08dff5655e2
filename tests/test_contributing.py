"""The guide's own examples: what a first-time contributor copies must be sound, and must mean what the guide says."""

import re
import subprocess
import sys

import yaml

from limber import dataset as reader
from limber import records, wording


def test_the_example_exercise_is_sound(root, tmp_path):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    example = re.search(r"```yaml\n(.+?)```", guide, re.DOTALL)[1]
    before, after = (root / "data" / "exercises.yaml").read_text("utf-8").split("  kneeling-top-of-foot-stretch:\n")
    file = tmp_path / "exercises.yaml"
    file.write_text(f"{before}{example}\n  kneeling-top-of-foot-stretch:\n{after}", "utf-8")
    assert reader.load(file).exercises["heel-raise"].name == "Heel raise"


def test_the_examples_of_doses_mean_what_the_guide_says(root):
    guide = (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| (\S.*?) \| `(\{.+\})` \|$", guide, re.MULTILINE)
    assert len(rows) >= 7
    for said, written in rows:
        dose = records.dose(yaml.safe_load(written))
        words = wording.dose(dose, "bilateral", "side").replace(wording.NARROW, " ")
        if dose.tempo:
            words = wording.explained(dose, dose, "bilateral", "side")[0].replace(wording.NARROW, " ")
            assert said in words
        else:
            assert words == said.replace("or a ", "or ")


def test_the_field_table_is_the_schemas(root):
    check = subprocess.run(
        [sys.executable, root / "scripts" / "fields.py", "--check"], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stderr


def test_the_readme_names_each_command(root):
    readme = (root / "README.md").read_text("utf-8")
    for path in (root / "scripts").iterdir():
        if path.is_file() and not path.suffix:
            assert f"`scripts/{path.name}`" in readme, path.name
