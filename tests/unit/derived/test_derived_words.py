"""What is said of a value of each kind, at a place of each kind: as it was, word for word.

After a change that is meant: `ACCEPT=1 scripts/test tests/unit/derived`, then read the diff.
"""

import json
from copy import deepcopy

import quick_yaml
from data_spots import SCHEMA, spots
from derived import same
from golden_datasets import GOLDEN, REAL, ROOT
from limber.dataset.shape import check, schemas

VALUES = (
    *(None, True, 0, 12, 1.5, 9999, "", "one", "One, two", "3 x 10", "none", "x" * 300, "a\n- b"),
    *([], [12], [8, 12], ["one"], ["one", "one"], ["one", None], {}, {"min": 3}, {"one": "two"}, {"steps": ["one"]}),
)
UNLIKE = {"description", "maxLength", "minLength", "maximum"}


def test_each_value_at_each_kind_of_place_is_told_of_as_it_was() -> None:
    said = []
    seen = set()
    for text in _texts():
        data = quick_yaml.read_text(text)
        for spot in spots(text):
            kind = (schemas.types(spot.schema), *sorted(spot.schema.keys() - UNLIKE))
            if kind in seen:
                continue
            seen.add(kind)
            said.append(".".join(map(str, spot.where)))
            for value in VALUES:
                problems = check.problems(_with(data, spot.where, value), SCHEMA)
                for each in problems:
                    place = f"{each.where[len(spot.where) :]}{' at its key' if each.at_key else ''}"
                    said.append(f"  {json.dumps(value)[:40]}: {place} {each.what} {each.tip}")
    same("wrong-values", said)


def _texts():
    real, more = REAL.read_text("utf-8"), ROOT / "tests" / "support"
    yield (GOLDEN / "sound" / "all.yaml").read_text("utf-8")
    for name in ("grouped", "weekly"):
        yield real + (more / f"{name}.yaml").read_text("utf-8")


def _with(data, where, value):
    """The data with another value at a place; only what holds the place is copied."""
    if not where:
        return value
    changed = data.copy()
    changed[where[0]] = _with(data[where[0]], where[1:], deepcopy(value))
    return changed
