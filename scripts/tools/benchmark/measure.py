"""Measures the time and memory of a process, and the wait from an edit to its page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

_PATIENCE = 300  # seconds; what takes longer has failed
_LOOK = 0.005  # seconds between two requests


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one process from its start to its end, with what it started itself."""

    wall_seconds: float
    cpu_seconds: float
    peak_mb: float


def cost(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command and see what it takes. Call it from a small process: Linux counts its memory as the child's."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}.")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


class Server:
    """A running server that rebuilds after edits; `command` is told the address to listen at."""

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._at = f"127.0.0.1:{free.getsockname()[1]}"
        self._process = subprocess.Popen((*command, self._at), cwd=folder, env=environment, stdout=subprocess.DEVNULL)

    def __enter__(self) -> Server:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait()

    def seconds_until(self, words: str, page: str) -> float:
        """Seconds until the page at the path `page` says `words`."""
        start = time.perf_counter()
        while words not in self._page(page):
            if self._process.poll() is not None or time.perf_counter() - start > _PATIENCE:
                raise SystemExit(f"{self._at}{page} does not say: {words}")
            time.sleep(_LOOK)
        return time.perf_counter() - start

    def _page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://{self._at}{path}", timeout=_PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError):
            return ""
