"""A value without quotes is what it looks like to everyone, or it is refused."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from limber.dataset.yaml.scalars import ImplicitValue, resolved
from random_cases import cases

_SIGNS = "0123456789.:-_+eExXobOnNaAiIfFsSyYtTrRuUlL~=Zz "


@given(st.text(_SIGNS, max_size=12))
@settings(max_examples=cases(1000), deadline=None, derandomize=True)
def test_value_that_yaml_reads_as_something_else_is_an_implicit_value(raw: str) -> None:
    """PyYAML itself is the judge: what it makes of a value without quotes is text, a plain number, or refused."""
    if raw != raw.strip() or raw.startswith("- ") or raw.endswith(":") or ": " in raw or raw == "-":
        return
    try:
        reading = yaml.safe_load(f"a: {raw}")["a"]
    except (yaml.YAMLError, ValueError):
        return
    mine = resolved(raw)
    if not isinstance(mine, ImplicitValue):
        assert (mine, type(mine)) == (reading, type(reading))


@pytest.mark.parametrize("raw", ["yes", "No", "ON", "off", "True", "~", "", "null", "1:30", "010", "08", "0o10", "0x1F",
    "0b1", "1_000", "1e3", "2.5", ".5", "+5", ".inf", "-.INF", ".nan", "2022-11-22", "=", "9" * 5000])  # fmt: skip
def test_implicit_value_is_refused(raw: str) -> None:
    assert isinstance(resolved(raw), ImplicitValue)


@pytest.mark.parametrize(("raw", "value"), [("0", 0), ("-3", -3), ("30", 30), ("true", True), ("false", False),
    ("nan", "nan"), ("inf", "inf"), ("10-12", "10-12"),
    ("30 s", "30 s"), ("3x", "3x"), ("Yes.", "Yes.")])  # fmt: skip
def test_value_that_is_what_it_looks_like_is_taken(raw: str, value: object) -> None:
    assert (resolved(raw), type(resolved(raw))) == (value, type(value))
