"""llms.txt describes a format: its example must be sound, and its doses must be read."""

import json
import re

from limber.dataset import dose_text, load
from limber.exports import llms
from limber.model.site import Site


def text(site_url="https://example.org/"):
    (made,) = llms.llms(Site(name="Knees"), site_url).values()
    return made


def test_example_in_it_is_sound(tmp_path):
    (example,) = re.findall(r"```yaml\n(.+?)```", text(), re.DOTALL)
    path = tmp_path / "exercises.yaml"
    path.write_text(example, "utf-8")
    found = load.loaded(path)
    assert not load.notes(found, path)
    assert found.dataset.exercises["calf-raise"].goal.sets.min == 3


def test_doses_in_it_are_read():
    (line,) = re.findall(r"A dose stands in a line: (.+)\.\n", text())
    doses = re.findall(r"`([^`]+)`", line)
    assert len(doses) >= 5
    assert all(dose_text.read(each).doses["start"] for each in doses)


def test_keys_that_it_asks_for_are_those_of_the_schema():
    required = json.loads(load.SCHEMA.read_text("utf-8"))["$defs"]["exercise"]["required"]
    (asked,) = re.findall(r"An exercise needs (.+?)\. All", text())
    assert set(re.findall(r"`(\w+)`", asked)) == set(required)


def test_addresses_are_whole_where_the_site_has_one():
    assert text().startswith("# Knees\n")
    assert "(https://example.org/api/v1/exercises.json)" in text()
    assert "(api/v1/exercises.json)" in text("")
