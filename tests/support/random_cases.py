"""Says how many random cases a test tries: a twentieth with `scripts/test --quick` and `scripts/mutate`."""

from __future__ import annotations

import os

FEW = "FEW_CASES"
"""Set in the environment by `scripts/test --quick` and `scripts/mutate`, for the tests of JavaScript, too."""


def cases(count: int) -> int:
    """So many of `count`."""
    return max(1, count // 20) if FEW in os.environ else count
