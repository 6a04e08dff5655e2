"""Finds the parts of the system that scripts/system-packages installs; leaves out the tests that miss one.

Where CI is set, as on a machine whose packages we choose, a part that is missing fails the test instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from limber.publish import pdf
from tools.benchmark.chromium import executable

DEBIANS_PYTHON = "/usr/bin/python3"
"""The one that Debian's packages are for, WebKit's among them."""


def needed(part: str) -> str:
    """Where a part of the system is. Without it the test is left out, or fails where CI is set."""
    if found := present(part):
        return found
    reason = f"needs {part}, which is not installed. Cure: scripts/system-packages"
    return pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


@cache
def present(part: str) -> str:
    """Where a part of the system is, or nothing."""
    return _PARTS[part]()


def _program(*names: str) -> Callable[[], str]:
    return lambda: next(filter(None, map(shutil.which, names)), None) or ""


def _firefox() -> str:
    mac = "/Applications/Firefox.app/Contents/MacOS/firefox"
    return _program("firefox-esr", "firefox")() or (mac if Path(mac).exists() else "")


def _webkit() -> str:
    if sys.platform != "linux" or not shutil.which("xvfb-run") or not Path(DEBIANS_PYTHON).exists():
        return ""
    trial = [DEBIANS_PYTHON, str(Path(__file__).with_name("print_with_webkit.py")), "--try"]
    return DEBIANS_PYTHON if subprocess.run(trial, capture_output=True).returncode == 0 else ""


def _pango() -> str:
    try:
        pdf.engine()
    except pdf.Missing:
        return ""
    return "pango"


_PARTS: dict[str, Callable[[], str]] = {
    "chromium": executable,
    "firefox": _firefox,
    "webkit": _webkit,
    "screen": _program("Xvfb"),
    "poppler": _program("pdftotext"),
    "zbar": _program("zbarimg"),
    "pango": _pango,
}
