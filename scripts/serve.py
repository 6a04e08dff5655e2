"""Shows the site while it is written: builds at each edit and shows good builds only. Knows nothing of exercises.

Two processes, so that none forks while it has threads: this one answers browsers; the other watches the files and
forks a child for each build. A child starts with MkDocs already imported, which saves most of a build's time, but
without a module of ours, so that edited Python counts at once and a crash costs nothing.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import jinja2

from preview import Preview

ROOT = Path(__file__).resolve().parent.parent
WATCHED = ("content", "data", "overrides", "scripts")
PAUSE = 0.1  # seconds between two looks at the files
SETTLE = 0.03  # an editor may empty a file before it fills it


def main() -> None:
    """`serve.py [[host:]port]`: serve until Ctrl-C."""
    host, _, port = (sys.argv[1] if len(sys.argv) > 1 else "8000").rpartition(":")
    host = host or "127.0.0.1"
    if not port.isdecimal():
        sys.exit(f'"{sys.argv[1]}" is no port. Try: scripts/serve 8001, or scripts/serve 0.0.0.0:8001.')
    if not hasattr(os, "fork"):
        print("This system cannot fork: `mkdocs serve` steps in. Start it again after editing Python.")
        mkdocs = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{host}:{port}"]
        sys.exit(subprocess.call(mkdocs, cwd=ROOT, env={**os.environ, "POLICY": "no"}))
    try:
        server = ThreadingHTTPServer((host, int(port)), Preview)
    except (OSError, OverflowError) as fault:
        sys.exit(f"{host}:{port} cannot be used ({getattr(fault, 'strerror', fault)}). Try: scripts/serve 8001.")
    home = Path(tempfile.mkdtemp(prefix="limber-")).resolve()
    Preview.shown = home / "shown"
    watcher = multiprocessing.get_context("fork").Process(
        target=watch, args=(home, f"http://{host}:{server.server_port}")
    )
    watcher.start()
    for end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD):  # SIGCHLD: the watcher is gone
        signal.signal(end, _end)
    try:
        server.serve_forever()
    finally:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        watcher.terminate()
        watcher.join()


def watch(home: Path, address: str) -> None:
    """Build now and after each edit, until told to end or the server is gone; then leave nothing behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the server decides
    signal.signal(signal.SIGTERM, _end)
    server = os.getppid()
    good: Path | None = None
    seen: dict[str, tuple[int, int]] = {}
    try:
        while os.getppid() == server:
            if (now := _files()) == seen:
                time.sleep(PAUSE)
                continue
            start = time.perf_counter()
            time.sleep(SETTLE)
            if _files() == now:
                seen = now
                good = _build(home, address, good, start)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _end(*_: object) -> None:
    sys.exit()


def _files() -> dict[str, tuple[int, int]]:
    """When each watched file was written, and its size; without what tools and editors write for themselves."""
    found = {}
    folders = [str(ROOT / name) for name in WATCHED]
    files = [str(ROOT / "mkdocs.yml")]
    for folder, inner, names in (step for top in folders for step in os.walk(top)):
        inner[:] = [name for name in inner if name != "__pycache__" and not name.startswith(".")]
        files += [f"{folder}/{name}" for name in names if not name.startswith(".") and not name.endswith(("~", ".pyc"))]
    for file in files:
        with contextlib.suppress(FileNotFoundError):
            status = os.stat(file)  # noqa: PTH116  (a Path for each file, ten times a second, would be felt)
            found[file] = (status.st_mtime_ns, status.st_size)
    return found


def _build(home: Path, address: str, good: Path | None, start: float) -> Path | None:
    """Build in a child, then show what it built or say what is wrong. Answers with the last good build."""
    build = Path(tempfile.mkdtemp(prefix="build-", dir=home))
    child = multiprocessing.get_context("fork").Process(target=_build_into, args=(build, address))
    child.start()
    try:
        child.join()
    finally:
        child.kill()
    said = (build / "said").read_text("utf-8", "replace").strip()
    if said:
        print(said, file=sys.stderr, flush=True)
    if child.exitcode and good:
        shutil.rmtree(build)
        print("Not rebuilt: the last good site stays up until this is mended.", flush=True)
        return good
    if child.exitcode:
        (build / "problem").write_text(said or "The build ended without a word.", "utf-8")
        (build / "mount").write_text("/", "utf-8")
    first = not (home / "shown").exists()
    _show(home, build)
    if first:
        print(f"Limber: {address}{(build / 'mount').read_text('utf-8')} (Ctrl-C ends)", flush=True)
    else:
        print("Not built yet." if child.exitcode else f"Rebuilt in {time.perf_counter() - start:.1f} s", flush=True)
    if not child.exitcode and not good:
        _import((build / "imported").read_text("utf-8").split())
    return None if child.exitcode else build


def _show(home: Path, build: Path) -> None:
    """Swap in one step. The build shown until now stays a while, for requests that are being answered from it."""
    before = (home / "shown").resolve()
    for old in home.glob("build-*"):
        if old not in (before, build):
            shutil.rmtree(old)
    (home / "next").symlink_to(build)
    (home / "next").replace(home / "shown")


def _import(names: list[str]) -> None:
    """Import what the first build used and is not ours, so that no later child has to."""
    for name in names:
        with contextlib.suppress(Exception):  # what cannot be imported alone, the child imports as before
            importlib.import_module(name)


def _build_into(build: Path, address: str) -> None:
    """The child: build with MkDocs into a fresh folder; any warning fails it. What it says goes to a file."""
    said = os.open(build / "said", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(said, 1)
    os.dup2(said, 2)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.chdir(ROOT)
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    compiled = jinja2.FileSystemBytecodeCache(str(build.parent))  # templates, for the children to come
    jinja2.Environment.bytecode_cache = property(lambda _: compiled, lambda *_: None)  # type: ignore[assignment]
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        config = load_config("mkdocs.yml", strict=True)
        mount = urlsplit(config.site_url or "").path.rstrip("/") + "/"
        config.site_url = address + mount
        config.site_dir = str(build / "root" / mount.strip("/"))
        config.extra["figures"] = "yes"
        config.plugins.on_startup(command="serve", dirty=False)
        build_site(config, serve_url=config.site_url)
    except MkDocsException as fault:
        sys.exit(1 if isinstance(fault, SystemExit) else fault.format_message())
    (build / "mount").write_text(mount, "utf-8")
    ours = str(ROOT / "scripts")
    files = {name: getattr(module, "__file__", None) or ours for name, module in sys.modules.items()}
    (build / "imported").write_text(
        "\n".join(name for name, file in files.items() if not file.startswith(ours)), "utf-8"
    )


if __name__ == "__main__":
    main()
