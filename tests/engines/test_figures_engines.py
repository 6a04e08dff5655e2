"""Figures in Firefox and in the engine of Safari: each that a page sets is seen, at a size that can be read."""

import pytest

from other_engines import ENGINES

SIZES = """const figures = [...document.querySelectorAll("main :is(svg[viewBox]:not(svg svg), .figure-thumb img)")];
  const seen = figures.filter((each) => each.checkVisibility());
  return seen.map((each) => [each.getAttribute("class"), each.clientWidth, each.clientHeight]);"""
LEAST = 32  # CSS pixels in both directions


@pytest.mark.parametrize("engine", ENGINES)
def test_each_figure_has_a_size(engine, site, kinds, tmp_path):
    (tmp_path / "profile").mkdir()
    with engine(tmp_path / "profile") as walk:
        for kind in ("home", "routine", "exercise", "equipment", "exercise list", "routine list"):
            sizes = walk(SIZES, site.base_url + kinds[kind])
            assert sizes, kind
            assert [each for each in sizes if min(each[1:]) < LEAST] == [], kind
