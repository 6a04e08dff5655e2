"""That `/api/v1/` breaks no program that reads it: the committed shape holds, and only grows."""

from __future__ import annotations

import json
import os

import pytest

from api_shape import broken, shape


@pytest.fixture(scope="module")
def committed(root):
    """The shape that programs rely on. `ACCEPT=1` adds new keys to it, and never drops one."""
    path = root / "tests" / "golden" / "exports" / "shape.json"
    known = json.loads(path.read_text("utf-8")) if path.exists() else {}
    if os.environ.get("ACCEPT"):
        known = dict(sorted((shape() | known).items()))
        path.write_text(
            "{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in known.items()) + "\n}\n", "utf-8"
        )
    return known


def test_api_keeps_every_key_and_its_types(committed):
    assert len(committed) > 100
    assert broken(committed, shape()) == [], "programs read this: add keys beside it, or begin /api/v2/"


def test_committed_shape_knows_every_key(committed):
    fresh = [path for path in shape() if path not in committed]
    assert fresh == [], "Cure: ACCEPT=1 scripts/test tests/unit/exports, and commit it with the new keys"


def test_removed_renamed_and_changed_keys_are_found_and_new_ones_are_not(committed):
    now = shape()
    path = "routines/<id>.json steps [] exercise name"
    gone = {key: types for key, types in now.items() if key != path}
    assert broken(committed, gone) == [f"{path}: string → nothing"]
    assert broken(committed, {**gone, f"{path}s": ["string"]}) == [f"{path}: string → nothing"]
    assert broken(committed, now | {path: ["array"]}) == [f"{path}: string → array"]
    assert broken(committed, now | {path: ["null", "string"]}) == [f"{path}: string → null or string"]
    assert broken(committed, now | {f"{path} new": ["string"]}) == []
