"""Runs the preview on a copy of the project, and edits that copy."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from site_build import surroundings

SERVE = (sys.executable, "-m", "preview.serve")
PATIENCE = 600  # seconds; a busy machine is no fault


@dataclass
class Preview:
    """A server that runs, the project it shows, and what it has said so far."""

    project: Path
    process: subprocess.Popen[bytes]
    output: Path

    @property
    def said(self) -> str:
        return self.output.read_text("utf-8")

    @property
    def address(self) -> str:
        return re.findall(r"http://\S+", self.said)[0]

    def get(self, path: str = "") -> tuple[int, str]:
        status, body = self.fetch(path)
        return status, body.decode()

    def fetch(self, path: str) -> tuple[int, bytes]:
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.read()

    @contextmanager
    def edit(self, name: str, old: str, new: str) -> Iterator[None]:
        """The project with another text in a file, and as it was again afterwards."""
        file = self.project / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
        try:
            yield
        finally:
            before = self.said.count("Rebuilt")
            file.write_text(text, "utf-8")
        until(lambda: self.said.count("Rebuilt") > before)


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


@contextmanager
def previewing(project: Path, address: str = "https://coach.example/", *arguments: str) -> Iterator[Preview]:
    temporary = project.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    output = project.parent / "said.txt"
    with output.open("wb") as said:
        process = subprocess.Popen(
            [*SERVE, *arguments, "0"],
            cwd=project,
            env=surroundings(SITE_URL=address, TMPDIR=str(temporary), PYTHONPATH="scripts"),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    preview = Preview(project, process, output)
    try:
        until(lambda: "Limber: http" in preview.said)
        yield preview
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
    assert list(temporary.iterdir()) == [], "a server that has ended leaves nothing behind"
    assert process.returncode == 0
