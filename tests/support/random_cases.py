"""Says how many random cases a test tries: a twentieth with `scripts/test --quick`."""

from __future__ import annotations

import os

QUICK = "QUICK_TESTS"
"""Set in the environment by `scripts/test --quick`, for the tests of JavaScript, too."""


def cases(count: int) -> int:
    """So many of `count`."""
    return max(1, count // 20) if QUICK in os.environ else count
