"""The synthetic dataset of scripts/bench: sound, of the size asked for, and varied; measures nothing."""

from collections import Counter

import pytest

import quick_yaml
from limber.dataset.load import load
from tools.benchmark.synthetic import as_yaml, grown


@pytest.fixture(scope="module")
def real(root):
    return quick_yaml.read(root / "data" / "exercises.yaml")


@pytest.fixture(scope="module")
def hundred(real):
    return grown(real, 100)


def test_a_grown_dataset_holds_against_every_rule(hundred, root, tmp_path):
    file = tmp_path / "exercises.yaml"
    file.write_text(as_yaml(hundred), "utf-8")
    assert len(load(file, root / "content").exercises) == 100


def test_a_grown_dataset_keeps_the_real_records(real, hundred):
    tables = {table: records for table, records in real.items() if isinstance(records, dict)}
    assert all(hundred[table][id_] == record for table, records in tables.items() for id_, record in records.items())


@pytest.mark.parametrize(("count", "routines"), [(7, 2), (100, 4), (1000, 50)])
def test_a_collection_has_a_routine_for_each_twenty_exercises(real, count, routines):
    records = grown(real, count)
    assert len(records["routines"]) == routines
    assert all(
        step["exercise"] in records["exercises"]
        for each in records["routines"].values()
        for step in each.get("steps", ())
    )


def test_added_exercises_have_words_of_their_own(hundred):
    texts = Counter(str(text) for record in hundred["exercises"].values() for text in record["instructions"])
    assert texts.total() / len(texts) < 3, "the same instructions again and again"
