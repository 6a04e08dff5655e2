"""Builds the site as scripts/build does and serves it as a static host would."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import quick_yaml
from html_tree import Element, tree
from limber.model.nouns import Exercise, Routine
from tools.benchmark.synthetic import as_yaml, grown

DATA_URL = "https://code.example/owner/limber/blob/main/data/exercises.yaml"
PUBLISHED = {"LINK_IMAGES": "yes", "OFFLINE": "yes"}  # as scripts/build has it
CACHE = Path(__file__).parents[2] / ".cache" / "tests"  # what builds keep for one another, wherever they lie
MOMENT = "1767225600"  # the time that a build believes it is, in seconds since 1970
UNCHANGED = {"Cache-Control": "max-age=3600"}
"""With this a browser asks once for what no test changes: to be told of each file of a page that it is still the same
takes a quarter of opening the page again.
"""


def build(
    root: Path, target: Path, address: str, config: str = "mkdocs.yml", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Builds the project in `root` into `target`, for a site that will live at `address`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", config, "--site-dir", str(target)],
        cwd=root,
        env=surroundings(**{"SITE_URL": address, "BUNDLE": _bundle(root), **PUBLISHED} | environment),
        capture_output=True,
        text=True,
        timeout=300,
    )


def _bundle(root: Path) -> str:
    """Scripts as they are sent, so that tests in a browser run these; a copy of the project has no esbuild."""
    return "if possible" if (root / "node_modules").exists() else "no"


def surroundings(**changes: str) -> dict[str, str]:
    """The environment of a build. Where builds are left out, so is the test that asks for one."""
    _leave_out_if_quick()
    fixed = {"NO_MKDOCS_2_WARNING": "1", "DATA_URL": DATA_URL, "SOURCE_DATE_EPOCH": MOMENT, "LIMBER_CACHE": str(CACHE)}
    return {**os.environ, **fixed, **changes}


def without_pango(folder: Path) -> dict[str, str]:
    """An environment in which WeasyPrint, a stand-in in `folder`, finds no Pango."""
    package = folder / "weasyprint"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('raise OSError("cannot load library libpango-1.0-0")')
    return {"PYTHONPATH": f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}


def asset_folder(site: Path) -> str:
    """Where a built site has its scripts and styles, which a hash names: `assets/3f2a9c1044/`."""
    (main,) = site.glob("assets/*/scripts/reading/main.js")
    return f"{main.parents[2].relative_to(site).as_posix()}/"


NO_SITES = "NO_SITES"
"""Set in the environment by pytest's --quick."""


def _leave_out_if_quick() -> None:
    if NO_SITES in os.environ:
        pytest.skip("builds a site")


def copy(root: Path, target: Path) -> Path:
    """The project without its tests and without what tools made in it, for a test that changes a file of it; but with
    its code compiled. Most build a site of it, so where builds are left out, these tests are.
    """
    _leave_out_if_quick()
    above = shutil.ignore_patterns(".venv", ".git", "node_modules", "site", ".site-*", "tests")
    anywhere = shutil.ignore_patterns(".*_cache", ".cache", ".hypothesis")

    def made(folder: str, names: list[str]) -> set[str]:
        return anywhere(folder, names) | (above(folder, names) if Path(folder) == root else set())

    shutil.copytree(root, target, ignore=made)
    return target


def grown_copy(root: Path, target: Path, count: int) -> Path:
    """The same with as many exercises, and no address that others have."""
    project = copy(root, target)
    data = project / "data" / "exercises.yaml"
    data.write_text(as_yaml(grown(quick_yaml.read(data), count)), "utf-8")
    (project / "data" / "published.txt").unlink()
    return project


def files_of(folder: Path) -> dict[str, bytes]:
    """What is in each file below a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


LEADS_ON = '<noscript><meta http-equiv="refresh"'
"""What a page has that only leads to another address."""


@dataclass(frozen=True)
class Site:
    """A built site: its files, the address that it was built for, and where it is served now.

    Workers share its files, so nothing is written among them: what a test serves beside them stands in `beside`, a
    file or a folder by its path below the site's address.
    """

    folder: Path
    address: str
    base_url: str
    beside: dict[str, Path] = field(default_factory=dict)

    @cached_property
    def pages(self) -> dict[str, Element]:
        """Every page by its path below the site's address, such as `timer/`, but for those that only lead on."""
        return {path: tree(text) for path, text in self._texts.items() if LEADS_ON not in text}

    @cached_property
    def moved(self) -> dict[str, Element]:
        """Every page that only leads on."""
        return {path: tree(text) for path, text in self._texts.items() if LEADS_ON in text}

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {self._path(file): file.read_text("utf-8") for file in sorted(self.folder.rglob("*.html"))}

    def asset(self, name: str) -> str:
        """Where a script or a style is, by path below the site's root; `name` is its path as it was written."""
        return asset_folder(self.folder) + name

    def path_of(self, url: str) -> str:
        """The path of an address below the site's own."""
        return urlsplit(url).path.removeprefix(urlsplit(self.base_url).path)

    def weight(self, path: str) -> int:
        """How many bytes come for a path below the site's address, as hosts compress them."""
        file = self.folder / path / "index.html" if path.endswith("/") or not path else self.folder / path
        return len(gzip.compress((file if file.exists() else self.folder / "404.html").read_bytes(), 9))

    def of(self, record: Exercise | Routine) -> Element:
        """What was generated for a record."""
        kind = "exercise" if isinstance(record, Exercise) else "routine"
        return self.pages[f"{kind}s/{record.id}/"].one("div", class_=f"{kind}-page")

    def _path(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix().removesuffix("index.html")


class PatientServer(ThreadingHTTPServer):
    """A server that lets many connections wait. Of the usual five a browser opens six for a page: where this machine is
    busy, the kernel drops one, and the page waits for it for half a minute.
    """

    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a page that was left before it had all it asked for."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(folder: Path, address: str, headers: Mapping[str, str] = UNCHANGED) -> Iterator[Site]:
    """The site in `folder`, served on this machine below the path of its `address`; each answer with `headers`."""
    mount = urlsplit(address).path
    beside: dict[str, Path] = {}

    class Answer(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else a body waits until its headers were acknowledged

        def translate_path(self, path: str) -> str:
            asked = urlsplit(path).path
            for name, place in beside.items():
                if f"{asked}/".startswith(f"{mount}{name}/"):
                    return str(place) + asked.removeprefix(mount + name)
            below = super().translate_path("/" + asked.removeprefix(mount))
            return below if asked.startswith(mount) else str(folder / "there is nothing outside of the mount")

        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

        def send_error(self, code: int, *_: object) -> None:
            lost = (folder / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(lost)))
            self.end_headers()
            self.wfile.write(lost)

        def log_message(self, *_: object) -> None:
            """Say nothing: tests read what the browser says."""

    server = PatientServer(("127.0.0.1", 0), lambda *given: Answer(*given, directory=str(folder)))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield Site(folder, address, f"http://127.0.0.1:{server.server_port}{mount}", beside)
    finally:
        server.shutdown()
        server.server_close()
