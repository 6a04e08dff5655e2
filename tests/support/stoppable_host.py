"""A host that can hang, die and come back at the same address, with another build.

A browser that is told to be offline is not a test: a page, its worker and its update may each be told something else.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from site_build import Site

PROGRAM = Path(__file__).with_name("serve_folder.py")


class Host:
    """One address, and what is served there. `said` has a line for each request."""

    def __init__(self, home: Path, address: str) -> None:
        self.home, self.mount = home, urlsplit(address).path
        self.port = _free_port()
        self.said = home / "said"
        self.address = address
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def site(self) -> Site:
        """The site as a browser finds it here."""
        return Site(self.home / "shown", self.address, f"http://127.0.0.1:{self.port}{self.mount}")

    def deploy(self, folder: Path) -> None:
        """Serve another folder from now on, all of it at once."""
        (self.home / "next").symlink_to(folder)
        (self.home / "next").replace(self.home / "shown")

    def start(self) -> None:
        """Begin, or come back."""
        with self.said.open("ab") as said:
            program = [sys.executable, str(PROGRAM), str(self.home / "shown"), self.mount, str(self.port)]
            self.process = subprocess.Popen(program, stdout=said)
        while self.process.poll() is None:
            with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", self.port)):
                return

    def hang(self) -> None:
        """Take connections, and answer none."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)
        os.waitpid(self.process.pid, os.WUNTRACED)  # until then its threads go on answering

    def kill(self) -> None:
        """Be gone, with every connection."""
        if self.process:
            self.process.kill()
            self.process.wait()
        self.process = None

    def asked(self) -> list[str]:
        """The path of each request, below the site's root."""
        return [line.removeprefix(self.mount) for line in self.said.read_text("utf-8").splitlines()]


@contextmanager
def host_of(folder: Path, home: Path, address: str) -> Iterator[Host]:
    """A host that serves `folder` below the path of `address`."""
    host = Host(home, address)
    host.deploy(folder)
    host.start()
    try:
        yield host
    finally:
        host.kill()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
