"""Serves the current build over HTTP, or an error page with what is wrong.

A build is a folder with `root/` (the site, under the path of its address) and `mount` (that path), or with `problem`.
"""

from __future__ import annotations

import contextlib
import mimetypes
import time
from collections.abc import Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from types import MappingProxyType, ModuleType
from urllib.parse import unquote, urlsplit

import jinja2

from editor import EDIT, POSE
from preview.byte_range import NoSuchPartError, asked_part

ROOT = Path(__file__).resolve().parents[2]
PAUSE = 0.1  # seconds between two checks of the link
NOWHERE = "there is no such file"
PATIENCE = 20  # seconds for a file to be made


class LateFiles:
    """Requests deferred files from the process that built the site, one at a time."""

    def __init__(self, asks: Connection) -> None:
        self._asks, self._one = asks, Lock()

    def make(self, file: Path) -> str:
        """Have a deferred file made. Returns the error as text."""
        with self._one:
            self._asks.send(str(file))
            while self._asks.poll(PATIENCE):  # a killed builder may have left an answer, or none
                path, problem = self._asks.recv()
                if path == str(file):
                    return str(problem)
        return ""


class Preview(BaseHTTPRequestHandler):
    """One request. It resolves the current build once, so that it never mixes two."""

    shown: Path  # a link to a build, replaced when there is a better one; set once, at start
    late_files: LateFiles  # the same

    def do_GET(self) -> None:
        while not self.shown.exists():  # the first build is under way
            time.sleep(PAUSE)
        build = self.shown.resolve()
        try:
            address = urlsplit(self.path)
        except ValueError:  # such as http://[
            self._send(400, "text/plain", b"This is no address.")
            return
        if _is_edited(address.path):
            self._editor().get(self, self._send, partial(self._built, build), partial(self._send_file, build))
        elif address.path == "/livereload":
            self._report_another_version(address.query)
        elif address.path == "/livereload.js":
            self._send(200, "text/javascript", Path(__file__).with_name("reload.js").read_bytes())
        elif address.path == "/" and not (build / "problem").exists() and not (build / "root" / "index.html").exists():
            self._redirect((build / "mount").read_text("utf-8"))
        else:
            self._send_file(build, unquote(address.path))

    def do_POST(self) -> None:
        if _is_edited(self.path.partition("?")[0]):
            self._editor().post(self, self._send)
        else:
            self.close_connection = True
            self._send(405, "text/plain", b"Pages are only read.")

    def _editor(self) -> ModuleType:
        """What answers what is edited. Imported late: whoever does not edit need not wait for it."""
        from editor import answers

        return answers

    def _built(self, build: Path, path: str) -> tuple[str, str]:
        """A page of the site as it is built, with its address; `path` is a folder. Of no build it is empty."""
        mount = (build / "mount").read_text("utf-8")
        if (build / "problem").exists():  # nobody is there who could make it
            return mount, ""
        file = build / "root" / mount.strip("/") / path / "index.html"
        self._made(file, build / "root")
        return f"{mount}{path}", file.read_text("utf-8") if file.is_file() else ""

    def _send_file(self, build: Path, path: str) -> None:
        if (build / "problem").exists():
            self._send(503, "text/html", _added(build))
            return
        root = build / "root"
        try:
            file = (root / path.lstrip("/")).resolve()
            (file / "index.html").exists()
        except (OSError, ValueError):  # too long, or with a character that no file name can have
            file = root / NOWHERE
        if problem := self._made(file, root):
            self._send(503, "text/html", _page(problem, build.name))
            return
        if file.is_dir() and not path.endswith("/"):
            self._redirect(urlsplit(self.path).path + "/")
            return
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file() and file.is_relative_to(root)
        if not found:
            file = root / (build / "mount").read_text("utf-8").strip("/") / "404.html"
        body = file.read_bytes() if file.is_file() else b"There is no such page."
        kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
        if found and file.suffix != ".html":
            self._send_part(kind, body)
        else:
            added = _added(build) if file.suffix == ".html" else b""
            self._send(200 if found else 404, kind, body + added)

    def _send_part(self, kind: str, body: bytes) -> None:
        """Send a file, or the part of it that is asked for. Not where that depends on a version: nothing names one."""
        parts = {"Accept-Ranges": "bytes"}
        header = "" if "If-Range" in self.headers else self.headers.get("Range", "")
        try:
            part = asked_part(header, len(body))
        except NoSuchPartError:
            self._send(416, "text/plain", b"There is no such part.", {**parts, "Content-Range": f"bytes */{len(body)}"})
            return
        if part is None:
            self._send(200, kind, body, parts)
        else:
            said = f"bytes {part.start}-{part.stop - 1}/{len(body)}"
            self._send(206, kind, body[part.start : part.stop], {**parts, "Content-Range": said})

    def _made(self, file: Path, root: Path) -> str:
        """Have a deferred file or the page of a folder made. Returns the error as text."""
        wanted = (each for each in (file, file / "index.html") if not each.exists() and each.is_relative_to(root))
        return next(filter(None, map(self.late_files.make, wanted)), "")

    def _send(self, status: int, kind: str, body: bytes, headers: Mapping[str, str] = MappingProxyType({})) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, path: str) -> None:
        self.send_response(302)
        self.send_header("Location", "/" + path.lstrip("/"))  # one slash, for two would name another host
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _report_another_version(self, version: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        while self.shown.resolve().name == version:
            self.wfile.write(b":\n\n")  # a comment, to detect a closed connection
            time.sleep(PAUSE)
        self.wfile.write(b"data: another\n\n")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):  # the page was closed
            super().handle()

    def log_message(self, *_: object) -> None:
        """Log nothing: the terminal is for problems."""


def _is_edited(path: str) -> bool:
    """Whether it is the editor's to answer: below the site's own path, too, where /figures/ leads on to poses."""
    return path.startswith(EDIT) or POSE in path


def _added(build: Path) -> bytes:
    """The script for live reload, with what is still to be written; or the error page while no build was successful."""
    return _page(_said(build / "problem"), build.name, _said(build / "unwritten"))


def _said(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


def _page(problem: str, version: str, unwritten: str = "") -> bytes:
    template = jinja2.Template(ROOT.joinpath("overrides", "preview.html").read_text("utf-8"), autoescape=True)
    page: str = template.render(problem=problem, version=version, unwritten=unwritten)
    return page.encode()
