"""Measures how late the timer's signals are, on a visible and on a hidden page."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from tools.benchmark.chromium import Chromium

GOAL = 60  # milliseconds for all but one signal in twenty
ROOT = Path(__file__).parents[3]
MODULES = "/overrides/scripts/timer/"

_SEEN = (("work", 20, 10), ("rest", 10), ("work", 45), ("switch", 5), ("work", 45), ("transition", 15))
_HIDDEN = (("work", 20, 10), ("work", 150), ("rest", 90), ("work", 20, 10))
"""With silences of more than a minute: what slows a hidden page down is that it is not heard."""


def measure() -> bool:
    """Print it, and say whether the goals are met."""
    print(
        "Milliseconds from the moment when a signal is due (Date.now) to the one when its first sample is rendered\n"
        "(an AudioWorklet listens to what goes to the device), plus the device's latency as the browser tells it. A\n"
        "signal is lost if nothing is rendered within half a second. Beside it the same moments, kept by setTimeout."
    )
    met = _row("in front", _SEEN, hide=False)
    met &= _row("hidden", _HIDDEN, hide=True)
    print(f"  Goal, p95 of {GOAL} ms or less and no signal lost: {'met' if met else 'missed'}")
    return met


def _row(name: str, session: Sequence[tuple[Any, ...]], hide: bool) -> bool:
    seconds = sum(part[1] for part in session)
    with _Server() as server, Chromium() as browser:
        address = f"http://127.0.0.1:{server.port}/scripts/tools/benchmark/lateness.js"
        tab = browser.tab(address)
        tab.until(f"location.href === {json.dumps(address)} && document.readyState === 'complete'", 30)
        measured = (
            f"import({json.dumps(address)}).then((it) => it.measure({json.dumps(session)}, {json.dumps(MODULES)}))"
        )
        tab.evaluate(f"{measured}.then((all) => (window.found = all), (error) => (window.found = String(error))), 0")
        if hide:
            browser.tab("about:blank")
        found = tab.until("window.found", seconds + 120)
    if isinstance(found, str):
        raise SystemExit(found)
    count = len(found["late"]) + found["lost"]
    late, own = sorted(found["late"]), sorted(found["own"])
    print(f"\n  {name}, {count} signals in {seconds} s; hidden at {found['hidden']} of them; latency {found['device']}")
    print(f"    signals     {_figures(late)}; lost {found['lost']}, twice or unasked {found['extra']}")
    print(f"    setTimeout  {_figures(own)}: {_percentile(own, 95) / max(1, _percentile(late, 95)):.1f} times the p95")
    return bool(late) and _percentile(late, 95) <= GOAL and not found["lost"] and not found["extra"]


def _figures(values: Sequence[float]) -> str:
    if not values:
        return "none"
    return f"p50 {_percentile(values, 50):.0f}, p95 {_percentile(values, 95):.0f}, max {values[-1]:.0f} ms"


def _percentile(values: Sequence[float], percent: int) -> float:
    """Of sorted values: the least that so many of them do not exceed."""
    return values[max(0, -(-len(values) * percent // 100) - 1)] if values else float("inf")


class _Server:
    """The project's files at an address of this machine: modules are not loaded from a disk."""

    def __enter__(self) -> _Server:
        class Quiet(SimpleHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=os.fspath(ROOT)))
        self.port = self._server.server_port
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
