"""Builds the site incrementally in a process of its own: all of it first, then what is requested.

The first build makes every file, so that every fault is found. After an edit of data or content the next build reuses
what is in memory, and makes a file of records when a browser requests it. After any other edit a new process takes
over, which has not imported our modules yet, so that edited Python takes effect at once.
"""

from __future__ import annotations

import gc
import importlib
import logging
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
IDLE = 1.0  # seconds without a request, after which there is time to tidy up


class Builder:
    """Controls the process that builds."""

    def __init__(self, address: str, asked: Connection) -> None:
        self._orders, orders = multiprocessing.Pipe()
        self._process = multiprocessing.get_context("fork").Process(target=_run, args=(orders, asked, address))
        self._process.start()
        orders.close()

    def builds(self, folder: Path) -> bool | None:
        """Build into this folder: whether that succeeded, or None if the process died."""
        try:
            self._orders.send(str(folder))
            return bool(self._orders.recv())
        except (EOFError, OSError):
            return None

    def show(self) -> None:
        """Have it serve deferred files of its last build."""
        with suppress(OSError):
            self._orders.send("")

    def hand_over(self) -> None:
        """Let it finish its current request and exit, since a new process takes over."""
        with suppress(OSError):
            self._orders.send(None)
        self._process.join(IDLE)
        self.end()

    def end(self) -> None:
        """Kill it."""
        self._process.kill()
        self._process.join()


def import_all(build: Path) -> None:
    """Import the third-party modules that a build used, so that later processes inherit them."""
    for name in (build / "imported").read_text("utf-8").split():
        with suppress(Exception):  # a module that cannot be imported on its own is imported by the build
            importlib.import_module(name)


def _run(orders: Connection, asked: Connection, address: str) -> None:
    """Handle orders until the pipe is closed, and requests for deferred files once in charge."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()
    terminal = os.dup(2)
    shown: dict[str, Any] = {}
    built: dict[str, Any] = {}
    rest: list[Callable[[], None]] = []
    while True:
        ready = wait([orders, asked] if shown else [orders], IDLE if rest else None)
        if not ready:
            rest.pop()()
        if asked in ready:
            path = asked.recv()
            asked.send((path, _made(path, shown["late"])))
        if orders in ready:
            try:
                folder = orders.recv()
            except EOFError:
                return
            if folder is None:
                return
            if folder:
                rest.clear()
                built = _built(Path(folder), address, shown)
                orders.send(bool(built))
            else:
                shown = built
                rest = [_tidy, partial(_report, terminal, shown)]


def _made(path: str, late: dict[str, Any]) -> str:
    """Make a deferred file, if it is one. Returns the error as text."""
    file = late.pop(path, None)
    try:
        if file:
            file.write()
    except BaseException:  # of any kind: the browser shows it
        late[path] = file
        return traceback.format_exc()
    return ""


def _tidy() -> None:
    """Collect garbage while idle; automatic collection is off."""
    gc.collect()


def _report(terminal: int, shown: dict[str, Any]) -> None:
    for note in shown["notes"]() if shown["late"] else ():
        os.write(terminal, f"{note}\n".encode())


def _built(build: Path, address: str, before: dict[str, Any]) -> dict[str, Any]:
    """Build with MkDocs into a new folder, in strict mode. Its output goes to a file."""
    said = os.open(build / "said", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(said, 1)
    os.dup2(said, 2)
    os.close(said)
    os.chdir(ROOT)
    try:
        return _site(build, address, before)
    except SystemExit as end:
        print(end.code if isinstance(end.code, str) else "", file=sys.stderr)
    except OSError as fault:
        from limber.disk_faults import in_words

        print(in_words(fault) or traceback.format_exc(), file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return {}


def _site(build: Path, address: str, before: dict[str, Any]) -> dict[str, Any]:
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    from limber.build import BUILD, LAST_DATASET, RECORD_PAGES

    try:
        config = load_config(os.environ.get("MKDOCS_CONFIG", "mkdocs.yml"), strict=True)
        mount = urlsplit(config.site_url or "").path.rstrip("/") + "/"
        config.site_url = address + mount
        config.site_dir = str(build / "root" / mount.strip("/"))
        config.extra["figures"] = config.extra["drafts"] = "yes"
        if before:
            config.extra[LAST_DATASET] = before["loaded"]
        config.plugins.on_startup(command="serve", dirty=False)
        build_site(config, serve_url=config.site_url)
    except MkDocsException as fault:
        sys.exit(1 if isinstance(fault, SystemExit) else fault.format_message())
    (build / "mount").write_text(mount, "utf-8")
    ours = str(ROOT / "scripts")
    files = {name: getattr(module, "__file__", None) or ours for name, module in list(sys.modules.items())}
    names = (name for name, file in files.items() if not file.startswith(ours))
    (build / "imported").write_text("\n".join(names), "utf-8")
    made = config.extra[BUILD]
    if unwritten := made.loaded.unwritten:
        said = _unwritten(len(unwritten))
        (build / "unwritten").write_text(said, "utf-8")
        print(f"{said} Write it at /edit/; until then scripts/build builds nothing.", file=sys.stderr)
    return {"late": config.extra[RECORD_PAGES].late, "loaded": made.loaded, "notes": made.notes}


def _unwritten(count: int) -> str:
    exercises = "1 exercise is" if count == 1 else f"{count} exercises are"
    return f"{exercises} not written to the end: a dose of 1 rep may stand for none."
