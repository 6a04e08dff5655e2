"""Watches the files, builds at each edit and shows only successful builds.

Three processes, so that none forks while it has threads: this one answers browsers; another watches the files and
starts the one that builds (builder.py). That starts with MkDocs already imported, which saves most of a build's time,
but without our modules, so that edited Python takes effect at once and a crash does no harm.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path

from preview.answers import LateFiles, Preview
from preview.builder import ROOT, Builder, import_all

WATCHED = ("content", "data", "overrides", "scripts")
WORDS = (
    *(str(ROOT / folder) + os.sep for folder in ("content", "data/languages")),
    *(str(ROOT / "data" / file) for file in ("exercises.yaml", "published.txt")),
)
LIBRARY = "mkdocs-library.yml"
PAUSE = 0.05  # seconds between two checks of the files
SETTLE = 0.03  # an editor may empty a file before it fills it
Stamp = tuple[int, int, int, int]
"""When a file was written and its size, which an archive or a sync program may bring back as they were; so also when
the system last changed it, which nobody can set, and its number on the disk."""


def main() -> None:
    """`serve [--library] [--language de] [[host:]port]`: serve until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="scripts/serve", description="Show the site, and again after each edit.")
    parser.add_argument("--library", action="store_true", help="the library in place of the site")
    parser.add_argument("--language", metavar="CODE", help="the site in one of its other languages, such as de")
    parser.add_argument("place", nargs="?", default="8000", help="[host:]port, 127.0.0.1:8000 where nothing is said")
    said = parser.parse_args()
    if said.library:
        os.environ["MKDOCS_CONFIG"] = LIBRARY
    if said.language:
        os.environ["SITE_LANGUAGE"] = said.language
    host, _, port = said.place.rpartition(":")
    host = host or "127.0.0.1"
    if not port.isdecimal():
        sys.exit(f'"{said.place}" is no port. Try: scripts/serve 8001, or scripts/serve 0.0.0.0:8001.')
    if not hasattr(os, "fork"):
        print("This system cannot fork: `mkdocs serve` steps in, without /edit/. Start it again after editing Python.")
        config = os.environ.get("MKDOCS_CONFIG", "mkdocs.yml")
        mkdocs = [sys.executable, "-m", "mkdocs", "serve", "--config-file", config, "--dev-addr", f"{host}:{port}"]
        sys.exit(subprocess.call(mkdocs, cwd=ROOT, env={**os.environ, "POLICY": "no"}))
    try:
        server = ThreadingHTTPServer((host, int(port)), Preview)
    except (OSError, OverflowError) as fault:
        sys.exit(f"{host}:{port} cannot be used ({getattr(fault, 'strerror', fault)}). Try: scripts/serve 8001.")
    home = Path(tempfile.mkdtemp(prefix="limber-")).resolve()
    asks, asked = multiprocessing.Pipe()
    Preview.shown, Preview.late_files = home / "shown", LateFiles(asks)
    watcher = multiprocessing.get_context("fork").Process(
        target=watch, args=(home, f"http://{host}:{server.server_port}", asked)
    )
    watcher.start()
    for end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD):  # SIGCHLD: the watcher is gone
        signal.signal(end, _end)
    try:
        server.serve_forever()
    finally:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        # A module under import or a finalizer may swallow the exception that the signal raises.
        while watcher.is_alive():
            watcher.terminate()
            watcher.join(1)


def watch(home: Path, address: str, asked: Connection) -> None:
    """Build now and after each edit, until terminated or orphaned; then remove all temporary files."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the server decides
    signal.signal(signal.SIGTERM, _end)
    server = os.getppid()
    site = Site(home, address, asked)
    seen: dict[str, Stamp] = {}
    try:
        while os.getppid() == server:
            if (now := _files()) == seen:
                time.sleep(PAUSE)
                continue
            start = time.perf_counter()
            time.sleep(SETTLE)
            if _files() == now:
                edited = {file for file, _ in now.items() ^ seen.items()}
                seen = now
                with _errors_printed():
                    site.build(start, all(file.startswith(WORDS) for file in edited))
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it may be sent again
        for builder in multiprocessing.active_children():
            builder.kill()
            builder.join()
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def _errors_printed() -> Iterator[None]:
    """Print errors of the file system and go on: the cause may be gone at the next edit."""
    try:
        yield
    except OSError as fault:
        from limber.disk_faults import in_words  # imported late: a builder must start without our modules

        if not (words := in_words(fault)):
            raise
        print(f"{words}\nNot rebuilt.", file=sys.stderr, flush=True)


def _end(*_: object) -> None:
    sys.exit()


def _files() -> dict[str, Stamp]:
    """The stamp of each watched file, without the files that editors and tools write for themselves."""
    found = {}
    folders = [str(ROOT / name) for name in WATCHED]
    files = [str(ROOT / "mkdocs.yml"), str(ROOT / LIBRARY)]
    for folder, inner, names in (step for top in folders for step in os.walk(top)):
        inner[:] = [name for name in inner if name != "__pycache__" and not name.startswith(".")]
        files += [f"{folder}/{name}" for name in names if not name.startswith(".") and not name.endswith(("~", ".pyc"))]
    for file in files:
        with contextlib.suppress(OSError):
            status = os.stat(file)  # noqa: PTH116  (a Path for each file, ten times a second, would be felt)
            found[file] = (status.st_mtime_ns, status.st_size, status.st_ctime_ns, status.st_ino)
    return found


class Site:
    """The current build and the process that made it."""

    def __init__(self, home: Path, address: str, asked: Connection) -> None:
        self._home, self._address, self._asked = home, address, asked
        self._builder: Builder | None = None
        self._behind = True  # whether anything but content and data was edited since its process started

    def build(self, start: float, words_only: bool) -> None:
        """Build, then show the result or the problems. An edit of content or data needs no new process."""
        build = Path(tempfile.mkdtemp(prefix="build-", dir=self._home))
        (build / "said").touch()
        self._behind = self._behind or not words_only
        builder = self._builder if self._builder and not self._behind else Builder(self._address, self._asked)
        good = builder.builds(build)
        if good is None and builder is self._builder:
            self._builder = None
            shutil.rmtree(build)
            self.build(start, False)
            return
        said = (build / "said").read_text("utf-8", "replace").strip()
        if said:
            print(said, file=sys.stderr, flush=True)
        if not good and builder is not self._builder:
            builder.end()
        if not good and self._builder:
            shutil.rmtree(build)
            print("Not rebuilt: the last good site stays up until this is mended.", flush=True)
            return
        if not good:
            (build / "problem").write_text(said or "The build ended without a word.", "utf-8")
            (build / "mount").write_text("/", "utf-8")
        self._show(build, start, builder if good else None)

    def _show(self, build: Path, start: float, builder: Builder | None) -> None:
        """Swap atomically. The previous build is kept for requests that are still served from it."""
        shown, before = self._home / "shown", (self._home / "shown").resolve()
        first = not shown.exists()
        if self._builder and builder is not self._builder:
            self._builder.hand_over()
        (self._home / "next").symlink_to(build)
        (self._home / "next").replace(shown)
        if builder:
            builder.show()
        if first:
            home = f"{self._address}{(build / 'mount').read_text('utf-8')}"
            ways = "the library" if "MKDOCS_CONFIG" in os.environ else "/edit/ to write, /figures/ to pose"
            print(f"Limber: {home} ({ways}, Ctrl-C ends)", flush=True)
        else:
            print(f"Rebuilt in {time.perf_counter() - start:.1f} s" if builder else "Not built yet.", flush=True)
        if builder and not self._builder:
            import_all(build)
        self._builder, self._behind = builder, not builder
        for old in self._home.glob("build-*"):
            if old not in (before, build):
                shutil.rmtree(old)


if __name__ == "__main__":
    main()
